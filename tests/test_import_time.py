"""Importing articlekit costs little more than the libraries it stands on."""

import subprocess
import sys

SCRIPT = "import time; start = time.process_time(); import {}; print(time.process_time() - start)"
_RUNS = 7
_MOST = 1.5


def cost(modules: str) -> float:
    """The least CPU time of several fresh processes that import *modules*."""
    runs = (
        subprocess.run([sys.executable, "-c", SCRIPT.format(modules)], capture_output=True, check=True)
        for _ in range(_RUNS)
    )
    return min(float(run.stdout) for run in runs)


def test_the_import_is_cheap() -> None:
    ratio = cost("articlekit") / cost("attrs, lxml.etree")

    assert ratio < _MOST, f"importing articlekit costs {ratio:.2f} times attrs and lxml.etree"


def test_the_import_loads_neither_dateutil_nor_any_table() -> None:
    script = (
        "import sys, articlekit; from articlekit.lexicon.loader import rows; "
        "print('dateutil' in sys.modules, rows.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert run.stdout.split() == [b"False", b"0"]
