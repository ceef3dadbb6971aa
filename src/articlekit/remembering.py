"""Answers that are remembered, in a bounded room."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

__all__ = ["remembered"]

P = ParamSpec("P")
T = TypeVar("T")

_LONGEST = 300  # code points of what an answer is remembered for: longer words, names and lines are of one page only


def remembered(count: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """
    A decorator that keeps the last *count* answers of a function without side effects, but for long arguments.

    A cache that is bounded in entries alone would hold whatever is long for as long as short things are seldom.

    >>> @remembered(8)
    ... def shouted(text: str) -> str:
    ...     return text.upper()
    >>> shouted("by") is shouted("by"), shouted("by" * 200) is shouted("by" * 200)
    (True, False)
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        cached = cast("Callable[P, T]", lru_cache(maxsize=count)(function))

        @wraps(function)
        def answer(*args: P.args, **kwargs: P.kwargs) -> T:
            return (cached if sum(map(_size, args)) <= _LONGEST else function)(*args, **kwargs)

        return answer

    return decorate


def _size(value: object) -> int:
    """The code points in *value*, or in all that it holds."""
    if isinstance(value, str):
        return len(value)
    return sum(map(_size, value)) if isinstance(value, tuple | frozenset) else 1
