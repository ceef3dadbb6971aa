"""Ctrl-C: pressed once it ends the work, and never where it would leave a lock of the processes locked."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self

__all__ = ["Interrupt"]


class Interrupt:
    """
    Within it, the first Ctrl-C is a `KeyboardInterrupt`, a further one is none: who presses twice means the same.

    Python raises it between any two steps. One that falls between the taking of a lock and the block that gives it
    back leaves it taken for ever, so what waits for other threads asks for it to be `held_back`.
    """

    def __init__(self) -> None:
        self._pressed = False
        self._instead: Callable[[], None] | None = None

    def __enter__(self) -> Self:
        main_thread = threading.current_thread() is threading.main_thread()
        if main_thread and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if signal.getsignal(signal.SIGINT) == self._press:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _press(self, _signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if self._instead is None:
            raise KeyboardInterrupt
        self._pressed = True
        self._instead()

    @contextmanager
    def held_back(self, instead: Callable[[], None]) -> Iterator[None]:
        """Call *instead* where Ctrl-C is pressed in here, which must make the block end, and raise it behind that."""
        self._instead = instead
        try:
            yield
        finally:
            self._instead = None
            if self._pressed:
                self._pressed = False
                raise KeyboardInterrupt
