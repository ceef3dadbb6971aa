"""Validators shared by the model: each turns a value that cannot exist into an `InvalidValue`."""

import datetime as dt
from enum import Enum
from typing import Any

import attrs

from articlekit.errors import InvalidValue

__all__ = ["Between", "Instance", "OneOf", "TupleOf", "at_a_fixed_offset", "at_least", "shown"]


class Instance:
    """
    The value is an instance of one of *kinds*.

    >>> Instance(str)
    Instance(str)
    """

    def __init__(self, *kinds: type) -> None:
        self.kinds = kinds

    def __repr__(self) -> str:
        return f"Instance({', '.join(k.__name__ for k in self.kinds)})"

    def __call__(self, owner: object, field: "attrs.Attribute[Any]", value: object) -> None:
        """Raises `InvalidValue` for anything else, a bool in place of a number included."""
        if type(value) in self.kinds:
            return
        if not isinstance(value, self.kinds) or (isinstance(value, bool) and bool not in self.kinds):
            expected = " or ".join("None" if k is type(None) else k.__name__ for k in self.kinds)
            raise InvalidValue(_sentence(owner, field, expected, value), field=field.name)


class TupleOf:
    """
    The value is a tuple whose items are instances of one of *kinds*.

    >>> TupleOf(str)
    TupleOf(str)
    """

    def __init__(self, *kinds: type) -> None:
        self.kinds = kinds

    def __repr__(self) -> str:
        return f"TupleOf({', '.join(k.__name__ for k in self.kinds)})"

    def __call__(self, owner: object, field: "attrs.Attribute[Any]", value: object) -> None:
        """Raises `InvalidValue` for a list, and for an item of another type."""
        if type(value) is tuple:
            for item in value:
                if not isinstance(item, self.kinds):
                    break
            else:
                return
            value = next(item for item in value if not isinstance(item, self.kinds))
        expected = f"a tuple of {' or '.join(k.__name__ for k in self.kinds)}"
        raise InvalidValue(_sentence(owner, field, expected, value), field=field.name)


class Between:
    """
    The value is None or a whole number from *low* to *high*, both included.

    >>> Between(1, 12)
    Between(1, 12)
    """

    def __init__(self, low: int, high: int) -> None:
        self.low: int = low
        self.high: int = high

    def __repr__(self) -> str:
        return f"Between({self.low}, {self.high})"

    def __call__(self, owner: object, field: "attrs.Attribute[Any]", value: object) -> None:
        """Raises `InvalidValue` for a number outside, and for anything that is no number."""
        if value is not None and not (type(value) is int and self.low <= value <= self.high):
            expected = f"a whole number from {self.low} to {self.high} or None"
            raise InvalidValue(_sentence(owner, field, expected, value), field=field.name)


class OneOf:
    """
    The value is one of some members of an enumeration.

    >>> from articlekit import BlockKind
    >>> OneOf(BlockKind.PARAGRAPH, BlockKind.QUOTE)
    OneOf(paragraph, quote)
    """

    def __init__(self, *members: Enum) -> None:
        self.members = members

    def __repr__(self) -> str:
        return f"OneOf({', '.join(str(member.value) for member in self.members)})"

    def __call__(self, owner: object, field: "attrs.Attribute[Any]", value: object) -> None:
        """Raises `InvalidValue` for other members, and for what is none, its value included."""
        if not any(value is member for member in self.members):
            expected = f"one of {', '.join(map(str, self.members))} of {type(self.members[0]).__name__}"
            raise InvalidValue(_sentence(owner, field, expected, value), field=field.name)


def at_least(owner: object, *names: str) -> None:
    """Raises `InvalidValue` where every one of the attributes *names* is missing."""
    if all(getattr(owner, name) in (None, "", ()) for name in names):
        listed = f"{', '.join(names[:-1])} or {names[-1]}"
        raise InvalidValue(f"{type(owner).__name__} needs {listed}", field=names[0])


def _sentence(owner: object, field: "attrs.Attribute[Any]", expected: str, value: object) -> str:
    return f"{type(owner).__name__}.{field.name} is {expected}, not {shown(value)}"


def shown(value: object) -> str:
    """
    *value* for a message, of any size and depth.

    >>> shown("Moscow"), shown(10**5000)
    ("'Moscow'", 'an int that is too large to be shown')
    """
    try:
        return repr(value)[:_LONGEST_SHOWN]
    except (RecursionError, ValueError):  # lists in lists, numbers of thousands of digits
        article = "an" if type(value).__name__[0] in "aeiou" else "a"
        return f"{article} {type(value).__name__} that is too large to be shown"


_LONGEST_SHOWN = 80  # code points


def at_a_fixed_offset(moment: dt.date | None) -> dt.date | None:
    """
    A time at the offset from universal time that its zone gives it; anything else as it is.

    A zone's rules are not what an article says, and two times of which one is told twice that night (PEP 495) are
    never equal while they keep them.

    >>> from zoneinfo import ZoneInfo
    >>> at_a_fixed_offset(dt.datetime(2023, 11, 5, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=1)).isoformat()
    '2023-11-05T01:30:00-05:00'
    """
    if not isinstance(moment, dt.datetime):
        return moment
    offset = moment.utcoffset()
    return moment.replace(tzinfo=None if offset is None else dt.timezone(offset), fold=0)
