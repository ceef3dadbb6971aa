"""The command line, see `articlekit.cli`; ``articlekit --help`` tells what it does."""

import sys

from articlekit.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
