"""``python -m tests.fuzz NAME --runs N``: look for what a target raises or hangs on, from the case files on."""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["articlekit"]):
    from .targets import TARGETS


def main() -> None:
    """Fuzz a target; what was found stands in the current folder, as ``crash-…`` or ``timeout-…``."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", choices=sorted(TARGETS))
    parser.add_argument("--runs", type=int, default=100_000, help="how many inputs are tried")
    parser.add_argument("--seconds", type=int, default=20, help="a reading that takes longer is a find")
    parser.add_argument("--longest", type=int, default=4_000, help="bytes of an input")
    asked = parser.parse_args()
    target = TARGETS[asked.name]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(target.seeds()):
            (Path(corpus) / str(number)).write_bytes(seed[: asked.longest])
        limits = [
            f"-runs={asked.runs}",
            f"-timeout={asked.seconds}",
            f"-max_len={asked.longest}",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], corpus, *limits], target.run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
