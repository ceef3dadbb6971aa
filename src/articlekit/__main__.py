"""The command line, see `articlekit.cli`; ``articlekit --help`` tells what it does."""

import sys

__all__ = ["main"]

_INTERRUPTED = 130  # exit code


def main() -> int:
    """Run the command line on the arguments of the process; the exit code. Loading it can be interrupted, too."""
    try:
        from articlekit.cli import main as run  # noqa: PLC0415  # loading takes a moment, in which Ctrl-C may come
    except KeyboardInterrupt:
        return _INTERRUPTED
    return run()


if __name__ == "__main__":
    sys.exit(main())
