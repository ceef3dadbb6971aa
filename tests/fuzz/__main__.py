"""``python -m tests.fuzz NAME --runs N``: look for what a target raises or hangs on, from the case files on."""

import argparse
import importlib
import signal
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

from .damage import damaged

if TYPE_CHECKING:
    from .targets import Target


def main() -> None:
    """Fuzz a target; what was found stands in the current folder, as ``crash-…`` or ``timeout-…``."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", help="a key of TARGETS in tests/fuzz/targets.py")
    parser.add_argument("--runs", type=int, default=100_000, help="how many inputs are tried")
    parser.add_argument("--seconds", type=int, default=20, help="a reading that takes longer is a find")
    parser.add_argument("--longest", type=int, default=4_000, help="bytes of an input")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps the inputs which reached something new")
    parser.add_argument(
        "--blindly",
        metavar="SEED",
        help="damage the inputs of the corpus by chance, whatever they reach: many times as many in the same time",
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asked.corpus = asked.corpus or Path(folder)
        asked.corpus.mkdir(parents=True, exist_ok=True)
        if asked.blindly is None:
            with atheris.instrument_imports(include=["articlekit"]):
                target = _target(asked)
            _fuzz_by_coverage(target, asked)
        else:
            _fuzz_blindly(_target(asked), asked)


def _target(asked: argparse.Namespace) -> "Target":
    """The target of that name, its inputs to begin with laid into the corpus."""
    targets: Mapping[str, Target] = importlib.import_module("tests.fuzz.targets").TARGETS
    if asked.name not in targets:
        sys.exit(f"a target is one of {', '.join(targets)}, not {asked.name!r}")
    for number, seed in enumerate(targets[asked.name].seeds()):
        (asked.corpus / f"seed-{number}").write_bytes(seed[: asked.longest])
    return targets[asked.name]


def _fuzz_by_coverage(target: "Target", asked: argparse.Namespace) -> None:
    limits = [
        f"-runs={asked.runs}",
        f"-timeout={asked.seconds}",
        f"-max_len={asked.longest}",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], str(asked.corpus), *limits], target.run)
    atheris.Fuzz()


def _fuzz_blindly(target: "Target", asked: argparse.Namespace) -> None:
    inputs = [path.read_bytes() for path in sorted(asked.corpus.iterdir())]
    signal.signal(signal.SIGPROF, _too_slow)  # by the processor: a machine may be asleep
    for number, data in enumerate(damaged(inputs, asked.longest, asked.runs, asked.blindly), 1):
        signal.setitimer(signal.ITIMER_PROF, asked.seconds)
        try:
            target.run(data)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            kind = "timeout" if isinstance(error, TimeoutError) else "crash"
            Path(f"{kind}-{asked.name}-{number}").write_bytes(data)
            raise
        if number % 10_000 == 0:
            sys.stderr.write(f"{number} runs\n")
    signal.setitimer(signal.ITIMER_PROF, 0)
    sys.stderr.write(f"{asked.runs} runs of {asked.name} done\n")


def _too_slow(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()
