"""
Times as news prints them.

    moment = day [joint clock [zone]] / clock [zone] joint day

Two-digit years are read as POSIX does (69 and later: 19xx). A clock without a zone gives a naive
time; ``ET`` and its kin are daylight or standard time by the rules of the date; the machine's own
clock is never read.

>>> read_moment("March 9, 2023 at 5:10 p.m.")
datetime.datetime(2023, 3, 9, 17, 10)
>>> read_moment("sometime soon") is None
True
"""

import datetime as dt
import re
from typing import NamedTuple

from articlekit.errors import WriteError
from articlekit.forms.days import SLASHED_DAY, DayOrder, day, format_day
from articlekit.grammar import Scanner, Token, any_of
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.calendar import weekdays, zone_rules, zones
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping
from articlekit.model import Moment, PartialDate
from articlekit.typography import DASHES

__all__ = ["clock_and_zone", "format_moment", "moment", "read_moment", "slashed_moment", "whole_day"]

_SPACE = BLANK + r"{1,9}"
_GAP = BLANK + r"{0,9}"

ISO_MOMENT = Token(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9:])"
)
CLOCK = Token(rf"([0-2]?[0-9])(?:[:.]([0-5][0-9])(?::([0-5][0-9]))?)?{_GAP}([ap])\.?{_GAP}m\b\.?", re.IGNORECASE)
MILITARY = Token(r"([01][0-9]|2[0-3])([0-5][0-9])(?=\s?(?:GMT|UTC|BST|EST|EDT|hrs\b))()")
CLOCK_24 = Token(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])(?:\s?(?:hs?|Uhr|uur|น\.)(?!\w))?")
#: 17.30 as the Guardian and most of Europe print; alone only where a zone or a word for a clock follows
CLOCK_DOTTED = Token(
    r"([0-2]?[0-9])[.]([0-5][0-9])(?:[.]([0-5][0-9]))?(?![0-9.:]|\s?%|,[0-9])(?:\s?(?:hs?|Uhr|uur|น\.)(?!\w))?"
)
_SAID_TO_BE_A_CLOCK = Token(
    r"[0-2]?[0-9][.][0-5][0-9]\s?(?:(?:GMT|UTC|[A-Z]{2,3}T|WIB|МСК|MSK|MEZ|MESZ|Uhr|uur)\b|\([A-Z]{3,4}\))"
)
#: 14h30 in French and Portuguese, 12時30分 in Japanese and Chinese, 14시 30분 in Korean; 9h, which is nine o'clock
CLOCK_NAMED = Token(
    r"([0-2]?[0-9])(?:\s?[h時时点點시]\s?([0-5][0-9])(?![0-9:])(?:\s?[分분])?()|(?:h|時|点|點|시)(?![\w])()())"
)
#: am and pm in front: 오후 5:30, 下午5時30分
HALF_DAY = Token(lambda: any_of(mapping("half_days")), re.IGNORECASE)
HALF_BEHIND = Token(lambda: rf"{_GAP}(?:{any_of(mapping('half_days'))})(?!\w)", re.IGNORECASE)
ZONE = Token(rf"{_GAP}\(?([A-ZА-Я]{{2,5}}|[a-z]{{3}})\)?(?:(?![A-Za-zА-я])|(?=[A-Z][a-z]{{2}}))")
SECOND_CLOCK = Token(r"\s?\([0-9]{1,2}:?[0-9]{2}\s?(?:[ap]m\s)?[A-Z]{2,4}\)", re.IGNORECASE)
OFFSET = Token(rf"{_GAP}\(?(?:UTC|GMT)?([+\-\u2212])([01]?[0-9]):?([0-5][0-9])?(?![0-9])\)?")
JOINT = Token(
    lambda: rf"(?:{_GAP}[.,،:/|@·•{DASHES}]){{0,2}}{_GAP}(?:(?:{any_of(mapping('clock_joints'))})(?=\s|\d):?)?{_GAP}",
    re.IGNORECASE,
)
#: (수), Wednesday: between a day and a clock
WEEKDAY_BETWEEN = Token(rf"{_GAP},?{_GAP}[(（]?([^\W\d_]{{1,12}})[)）]?")
NOON = Token(r"(noon|midnight)\b", re.IGNORECASE)

_TWO_DIGITS = 100
_POSIX_PIVOT, _OLD, _NEW = 69, 1900, 2000
_NOON = 12


class _Clock(NamedTuple):
    """A clock reading and its zone: an offset, or the name of one that changes with the season."""

    time: dt.time
    zone: dt.timezone | str | None

    def on(self, date: dt.date) -> dt.datetime:
        """The instant or local time that this reading is on *date*."""
        zone = _seasonal(self.zone, date, self.time) if isinstance(self.zone, str) else self.zone
        return dt.datetime.combine(date, self.time, zone)


# --------------------------------------------------------------------------- times


def moment(scanner: Scanner) -> Moment | None:
    """``Feb. 4, 2022 at 4:20 a.m. EST``: a day with a year at the cursor, and the clock reading beside it."""
    start = scanner.pos
    for reader in (_iso_moment, _day_then_clock, _clock_then_day):
        found = reader(scanner)
        if found is not None:
            return found
        scanner.pos = start
    return None


def _iso_moment(scanner: Scanner) -> Moment | None:
    """``2022-02-04T04:20:00-06:00``, ``2017-05-08 14:10:25 UTC``."""
    found = scanner.take(ISO_MOMENT)
    try:
        moment = dt.datetime.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is not None:
        return moment
    return _Clock(moment.time(), zone(scanner)).on(moment.date())


def _day_then_clock(scanner: Scanner) -> Moment | None:
    """``March 9, 2023 at 5:10 p.m.``."""
    date = whole_day(scanner)
    if date is None:
        return None
    end = scanner.pos
    _skip_weekday(scanner)
    scanner.take(JOINT)
    clock = clock_and_zone(scanner) or _clock(scanner, scanner.take(CLOCK_DOTTED), None)
    if clock is None:
        scanner.pos = end
        return date
    return clock.on(date)


def _skip_weekday(scanner: Scanner) -> None:
    """Pass ``(수)`` or ``, Wednesday`` at the cursor."""
    start = scanner.pos
    found = scanner.take(WEEKDAY_BETWEEN)
    if found is not None and words_key(found[1]) not in weekdays():
        scanner.pos = start


def _clock_then_day(scanner: Scanner) -> Moment | None:
    """``12:20pm Jan 7, 2024``."""
    clock = clock_and_zone(scanner)
    if clock is None:
        return None
    scanner.take(JOINT)
    date = whole_day(scanner)
    return None if date is None else clock.on(date)


def whole_day(scanner: Scanner) -> dt.date | None:
    """``Feb. 4, 2022``, ``4 April 17``: a day at the cursor with nothing missing."""
    found = day(scanner)
    if found is None or found.day is None or found.month is None or found.year is None:
        return None
    year = found.year if found.year >= _TWO_DIGITS else found.year + (_OLD if found.year >= _POSIX_PIVOT else _NEW)
    try:
        return dt.date(year, found.month, found.day)
    except ValueError:  # 29 February of a common year
        return None


def clock_and_zone(scanner: Scanner) -> _Clock | None:
    """``4:20 a.m. EST``, ``16:20 GMT+1``, ``noon``: a clock reading at the cursor, and its zone where one is given."""
    if word := scanner.take(NOON):
        return _Clock(dt.time(_NOON if word[1].casefold() == "noon" else 0), zone(scanner))
    start = scanner.pos
    word = scanner.take(HALF_DAY)
    scanner.take(_ANY_GAP)
    found = scanner.take(CLOCK) or scanner.take(MILITARY) or scanner.take(CLOCK_24) or scanner.take(CLOCK_NAMED)
    if found is None and scanner.sees(_SAID_TO_BE_A_CLOCK):
        found = scanner.take(CLOCK_DOTTED)
    read = _clock(scanner, found, word)
    if read is None:
        scanner.pos = start
    return read


def _clock(scanner: Scanner, found: re.Match[str] | None, half: re.Match[str] | None) -> _Clock | None:
    """The reading that *found* is in the *half* of the day that a word tells, and the zone at the cursor."""
    if found is None:
        return None
    hour, minute, second = (int(group or 0) for group in found.groups()[:3])
    told = found[4].casefold() + "m" if found.re is CLOCK.pattern else _half(half or scanner.take(HALF_BEHIND))
    if told and (found.re is CLOCK.pattern or hour <= _NOON):
        if not 1 <= hour <= _NOON and found.re is CLOCK.pattern:
            return None
        hour = hour % _NOON + (_NOON if told == "pm" else 0)
    try:
        time = dt.time(hour, minute, second)
    except ValueError:
        return None
    where = zone(scanner)
    scanner.take(SECOND_CLOCK)
    return _Clock(time, where)


def _half(word: re.Match[str] | None) -> str:
    """``am`` or ``pm``, which a word such as 오후 or مساء says; nothing without one."""
    return mapping("half_days").get(words_key(word[0].strip()), "") if word else ""


_ANY_GAP = Token(_GAP)


def zone(scanner: Scanner) -> dt.timezone | str | None:
    """``EST``, ``GMT+1``, ``-06:00`` as an offset, ``ET`` as its name, at the cursor."""
    if offset := scanner.take(OFFSET):
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return dt.timezone(dt.timedelta(minutes=minutes if offset[1] == "+" else -minutes))
    start = scanner.pos
    found = scanner.take(ZONE)
    name = found[1].upper() if found else ""
    if name in zone_rules():
        return name
    if name not in zones():
        scanner.pos = start
        return None
    return dt.timezone(dt.timedelta(minutes=zones()[name]))


def _seasonal(name: str, date: dt.date, time: dt.time) -> dt.timezone:
    """The offset that the zone *name* had on *date* at *time*."""
    from dateutil.tz import tzstr  # noqa: PLC0415  (its import costs 30 ms, and few texts need it)

    since, before = zone_rules()[name]
    local = dt.datetime.combine(date, time, tzstr(since if date.year >= _NEW_RULES else before))
    return dt.timezone(local.utcoffset() or dt.timedelta())


_NEW_RULES = 2007


# --------------------------------------------------------------------------- slashed days


def slashed_moment(text: str, order: DayOrder) -> tuple[Moment, int, int] | None:
    """
    The first slashed day in *text*, read in *order*, with the clock behind it, and where both stand; None without one.

    >>> slashed_moment("By Ada Quill | 5/6/14 7:15 AM", DayOrder.DAY_FIRST)[0]
    datetime.datetime(2014, 6, 5, 7, 15)
    """
    found = SLASHED_DAY.first(text)
    if found is None:
        return None
    numbers = (found[1], found[2]) if order is DayOrder.MONTH_FIRST else (found[2], found[1])
    head = f"{numbers[0]}/{numbers[1]}/{found[3]}"
    scanner = Scanner(f"{_iso_of(head)}{text[found.end() :]}")
    read = _day_then_clock(scanner)
    end = len(text) - (len(scanner.text) - scanner.pos)
    return None if read is None else (read, found.start(), end)


def _iso_of(month_first: str) -> str:
    month, number, year = (int(part) for part in month_first.split("/"))
    if year < _TWO_DIGITS:
        year += _OLD if year >= _POSIX_PIVOT else _NEW
    return f"{year:04d}-{month:02d}-{number:02d}"


# --------------------------------------------------------------------------- whole strings


def read_moment(text: str) -> Moment | None:
    """The day or time that the whole of *text* is, or None."""
    scanner = Scanner(text)
    found = moment(scanner)
    return found if scanner.at_end else None


def format_moment(moment: Moment) -> str:
    """
    *moment* as AP writes it in a byline, its zone as an offset from UTC.

    Raises:
        WriteError: it has fractions of a second, or an offset of other than whole minutes.

    >>> format_moment(dt.datetime(2022, 2, 4, 4, 20))
    'Feb. 4, 2022 at 4:20 a.m.'
    >>> format_moment(dt.date(2022, 2, 4))
    'Feb. 4, 2022'
    """
    date = format_day(PartialDate(year=moment.year, month=moment.month, day=moment.day))
    if not isinstance(moment, dt.datetime):
        return date
    hour = f"{moment.hour % _NOON or _NOON}:{moment.minute:02d}" + (f":{moment.second:02d}" if moment.second else "")
    half = "a.m." if moment.hour < _NOON else "p.m."
    text = f"{date} at {hour} {half}{_format_offset(moment)}"
    if read_moment(text) != moment:
        raise WriteError(f"no clock reading says {moment.isoformat()}")
    return text


def _format_offset(moment: dt.datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = abs(int(offset.total_seconds())) // 60
    return f" UTC{'-' if offset < dt.timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
