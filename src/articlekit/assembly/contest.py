"""
A contest: candidates for a field, what can be seen of each, and which of them the weights speak for most.

Code says what can be seen of a candidate; a table of weights, learned from labelled pages, what each observation is
worth (see ``tests/recipes/contest_weights.py``). Nobody wins where the observations speak against every candidate.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

__all__ = ["Contender", "Contest", "Weights", "judge", "ranked", "weight"]

T = TypeVar("T")
Weights = Mapping[str, int]


class Contender(NamedTuple, Generic[T]):
    """A candidate for a field, and what can be seen of it."""

    value: T
    seen: Sequence[str]


class Contest(NamedTuple, Generic[T]):
    """Who contended for a field, what each observation weighed, and who was chosen."""

    contenders: Sequence[Contender[T]]
    weights: Weights
    chosen: T | None


def judge(contenders: Iterable[Contender[T]], weights: Weights) -> list[T]:
    """
    The values whose observations weigh more than nothing, the heaviest first; equals in the order given.

    >>> judge([Contender("a", ["short"]), Contender("b", ["long", "first"])], {"long": 5, "first": -1, "short": -3})
    ['b']
    """
    return [value for total, value in ranked(contenders, weights) if total > 0]


def ranked(contenders: Iterable[Contender[T]], weights: Weights) -> list[tuple[int, T]]:
    """What each weighs and its value, the heaviest first; equals in the order given."""
    weighed = [(weight(one.seen, weights), one.value) for one in contenders]
    return sorted(weighed, key=lambda pair: -pair[0])


def weight(seen: Sequence[str], weights: Weights) -> int:
    """What *seen* weighs together; what the table does not know weighs nothing."""
    return sum([weights[name] for name in seen if name in weights])
