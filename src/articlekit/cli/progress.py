"""How far a batch has come, on the standard error of a terminal; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

__all__ = ["progress"]

Advance = Callable[[int, int], None]


@contextmanager
def progress(total: int | None) -> Iterator[Advance]:
    """
    What to call after each document with how many are done, and how many of them could not be read.

    *total* is how many there are, None where that is not known. Rate and remaining time are shown by rich, where it is
    installed; without it, and in a pipe, nothing is.
    """
    bar = _bar() if sys.stderr is not None and sys.stderr.isatty() else None
    if bar is None:
        yield lambda *_: None
        return
    with bar:
        task = bar.add_task("", total=total, failed=0, rate="")

        def advance(done: int, failed: int) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, completed=done, failed=failed, rate=f"{speed:.0f}/s" if speed else "")

        yield advance


def _bar() -> Any:  # noqa: ANN401  (rich is loaded when it is asked for)
    """A bar with count, failures, rate, elapsed and remaining time; None where rich is not installed."""
    try:
        bars, consoles = import_module("rich.progress"), import_module("rich.console")
    except ImportError:
        return None
    return bars.Progress(
        bars.MofNCompleteColumn(),
        bars.BarColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TextColumn("{task.fields[failed]} failed"),
        bars.TimeElapsedColumn(),
        bars.TimeRemainingColumn(),
        console=consoles.Console(stderr=True),
        transient=True,
    )
