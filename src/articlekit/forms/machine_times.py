"""
Times as machines print them into the metadata of a page.

Most are ISO 8601 or what `moments` reads; the rest are what programming languages print of themselves:
``date`` and Java ``Wed Apr 10 08:15:00 EDT 2024``, JavaScript ``Wed Apr 10 2024 08:15:00 GMT+0200 (CEST)``,
Go ``2024-04-10 08:15:00 +0200 CEST``, Java's ``2024-04-10T08:15:00+02:00[Europe/Berlin]``, seconds since 1970, and
Drupal ``Tue, 07/11/2023 - 17:57``, whose weekday tells which number is the month.
"""

import datetime as dt
import html
from collections.abc import Callable

from articlekit.forms.days import DayOrder
from articlekit.forms.moments import read_moment, slashed_moment
from articlekit.grammar import Finder, Token
from articlekit.lexicon.calendar import weekdays
from articlekit.model import Moment

__all__ = ["RULES", "read_machine_moment"]

_ESCAPED_PLUS = Finder(r"%2B|\\u002[Bb]")
_SPACE_FOR_PLUS = Finder(r"(?<=T[0-9]{2}:[0-9]{2}:[0-9]{2}) (?=[0-9]{2}:?[0-9]{2}$)")
#: the name of a zone behind its offset: [Europe/Berlin], (Central European Summer Time), CEST, m=+0.0001
_NAME_OF_ZONE = Finder(
    r"(?:\s?\[[A-Za-z_/+\-0-9]{2,40}\]|\s\([^()]{2,60}\)|(?<=[+\-][0-9]{4})\s[A-Z]{2,5}(?:\sm=[+\-][0-9.]{1,20})?)$"
)
_BASIC = Token(r"[12][0-9]{7}(?:T[0-9]{4}(?:[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?$")
_EPOCH = Token(r"[0-9]{10}(?:[0-9]{3})?$")
_MILLISECONDS = 13  # digits
_FAR_FUTURE = 4_102_444_800  # seconds to 2100: numbers above are no times, 9999999999 among them
_UNIX = Token(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2})\s{1,2}([0-9]{1,2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})((?: (?:[A-Z]{1,5}|[+-][0-9]{4}))?)"
    r" ([12][0-9]{3})$"
)
_WEEKDAY = Token(r"([A-Za-z]{3,9}),? (?=[0-9]{1,2}/)")
_FRACTION_AND_SPACE = Finder(r"(?<=:[0-9]{2})\.[0-9]{1,9}(?= [+-][0-9]{4}$)")
_LONGEST = 120  # code points: longer text is no time of a machine


def read_machine_moment(text: str) -> Moment | None:
    """
    The day or time that the whole of *text* is, as a machine prints it; None where it is no time.

    >>> read_machine_moment("Wed Apr 10 08:15:00 EDT 2024").isoformat()
    '2024-04-10T08:15:00-04:00'
    >>> read_machine_moment("Tue, 07/11/2023 - 17:57").isoformat()
    '2023-07-11T17:57:00'
    >>> read_machine_moment("2024-04-10T08:15:00+02:00[Europe/Berlin]").isoformat()
    '2024-04-10T08:15:00+02:00'
    >>> read_machine_moment("soon") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    bare = _ESCAPED_PLUS.pattern.sub("+", html.unescape(text).strip())
    bare = _SPACE_FOR_PLUS.pattern.sub("+", _NAME_OF_ZONE.pattern.sub("", bare))
    for read in RULES:
        found = read(bare)
        if found is not None:
            return None if _is_unset(found) else found
    return None


def _is_unset(moment: Moment) -> bool:
    """Whether a time is what machines print where there is none: the second in which they begin to count."""
    if isinstance(moment, dt.datetime) and moment.year in (1969, 1970):  # as zones have it
        return moment.replace(tzinfo=None) - (moment.utcoffset() or dt.timedelta(0)) == _FIRST_SECOND
    return moment.year == 1


_FIRST_SECOND = dt.datetime(1970, 1, 1)  # noqa: DTZ001  (of universal time, as what is compared with it)


def _iso_basic(text: str) -> Moment | None:
    """``20240410T081500Z``, ``20240410``: ISO 8601 without its hyphens and colons."""
    try:
        if _BASIC.match(text):
            return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    except ValueError:  # the 40th of a month
        return None
    return None


def _since_1970(text: str) -> Moment | None:
    """``1638400000``, ``1638400000000``: seconds or milliseconds since 1970, in universal time."""
    if not _EPOCH.match(text):
        return None
    seconds = int(text) // (1000 if len(text) == _MILLISECONDS else 1)
    return dt.datetime.fromtimestamp(seconds, dt.UTC) if seconds < _FAR_FUTURE else None


def _year_last(text: str) -> Moment | None:
    """``Wed Apr 10 08:15:00 EDT 2024``, as date(1), C and Java print."""
    found = _UNIX.match(text)
    return read_moment(f"{found[1]} {found[2]}, {found[5]} {found[3]}{found[4]}") if found else None


def _slashed_with_weekday(text: str) -> Moment | None:
    """``Tue, 07/11/2023 - 17:57``: the order of the numbers whose day is that weekday."""
    word = _WEEKDAY.match(text)
    weekday = weekdays().get(word[1].casefold()) if word else None
    if word is None or weekday is None:
        return None
    for order in (DayOrder.MONTH_FIRST, DayOrder.DAY_FIRST):  # Drupal's own format is the first
        read = _whole_slashed(text[word.end() :], order)
        if read is not None and read.weekday() == weekday:
            return read
    return None


def _whole_slashed(text: str, order: DayOrder) -> Moment | None:
    """The slashed day, and the clock behind it, that the whole of *text* is in *order*."""
    read = slashed_moment(text, order)
    return read[0] if read is not None and read[1:] == (0, len(text)) else None


def _as_people_write(text: str) -> Moment | None:
    return read_moment(_FRACTION_AND_SPACE.pattern.sub("", text))


#: the readers in the order in which they are asked
RULES: tuple[Callable[[str], Moment | None], ...] = (
    _iso_basic,
    _since_1970,
    _year_last,
    _slashed_with_weekday,
    _as_people_write,
)
