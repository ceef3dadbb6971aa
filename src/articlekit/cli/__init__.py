"""The command line: where documents come from, how they are read, and how articles are written."""

from articlekit.cli.command import main

__all__ = ["main"]
