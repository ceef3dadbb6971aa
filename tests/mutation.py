"""``python -m tests.mutation 400 --seed 1``: of so many chance changes to the code, how many the tests notice.

Every change there is, ``mutmut run``, takes days. Of a draw of 400, types rule out about half, and of the others the
share is right to within four or five of a hundred, nineteen times in twenty. A seed draws the same from the same code.
"""

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

#: the smallest part of what is changed, of which mutmut learns what there is, and which tests reach it
FIRST = ("articlekit.span*", "articlekit.errors*")
#: the share that the tests must notice
LEAST = 0.9
#: what mutmut says of a change that types rule out, which .ci/run notices before any test
RULED_OUT = "caught by type check"
NOTICED = ("killed", "timeout", "segfault")


def main() -> None:
    """Print the share of the drawn changes that was noticed and the names of the others; exit 1 if it is too small."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=400, help="how many changes are drawn")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    _mutate(FIRST)
    changes = _changes()
    names = random.Random(asked.seed).sample(changes, min(asked.count, len(changes)))
    _mutate(names)
    said = _verdicts()
    verdicts = {name: _again(name) if said[name] == "survived" else said[name] for name in names}
    asked_of_tests = [name for name in names if verdicts[name] != RULED_OUT]
    unnoticed = [name for name in asked_of_tests if verdicts[name] not in NOTICED]
    share = 1 - len(unnoticed) / len(asked_of_tests)
    error = math.sqrt(share * (1 - share) / len(asked_of_tests))
    lines = [f"  {verdicts[name]}: {name}" for name in sorted(unnoticed)]
    print(  # noqa: T201 - what it is asked for
        *lines,
        f"{len(names)} changes drawn, {len(names) - len(asked_of_tests)} of them ruled out by types; of the others "
        f"the tests notice {share:.1%}, with a standard error of {error:.1%}",
        sep="\n",
    )
    sys.exit(share + 2 * error < LEAST)


def _mutate(names: Sequence[str]) -> None:
    subprocess.run(["mutmut", "run", *names], check=True, stdin=subprocess.DEVNULL)


def _changes() -> list[str]:
    """The names of all changes, in the order of the alphabet."""
    files = Path("mutants").rglob("*.meta")
    return sorted(name for path in files for name in json.loads(path.read_text("utf-8"))["exit_code_by_key"])


def _verdicts() -> dict[str, str]:
    shown = ["mutmut", "results", "--all", "true"]
    lines = subprocess.run(shown, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines)


def _again(name: str) -> str:
    """What a new process says of a change, docstrings included: what mutmut's processes remember may hide it."""
    options = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]["pytest_add_cli_args"]
    changed = os.environ | {"MUTANT_UNDER_TEST": name, "PYTHONPATH": "src"}
    asked = [sys.executable, "-m", "pytest", "--quiet", "--exitfirst", *options, "src", "tests"]
    run = subprocess.run(asked, cwd="mutants", env=changed, capture_output=True, check=False)
    return "killed" if run.returncode else "survived"


if __name__ == "__main__":
    main()
