"""
Days as news prints them.

    day = year-first / year month day / month day ["," year] / day month [year] / weekday ["," day]
        / day "." month "." [year]

Months and weekdays are looked up in forty-seven languages. Two-digit years stay as printed. ``5/6/14`` is two
days at once and so none, ``13/6/14`` is one.

>>> read_day("Feb. 26")
PartialDate(year=None, month=2, day=26, weekday=None)
"""

import re
from collections.abc import Callable, Sequence
from enum import Enum

from articlekit.errors import InvalidValue
from articlekit.grammar import Finder, Scanner, Token, any_of
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.calendar import ap_months, month_names, months, weekdays
from articlekit.lexicon.words import mapping
from articlekit.model import PartialDate
from articlekit.model.dates import WEEKDAYS
from articlekit.typography import APOSTROPHES, DASHES

__all__ = ["SLASHED_DAY", "DayOrder", "day", "day_order", "format_day", "read_day"]

_SPACE = BLANK + r"{1,9}"
_GAP = BLANK + r"{0,9}"

#: as in ISO 8601, and as Chinese, Japanese and Korean write: 2019-04-05, 2019/4/5, 2019. 4. 5., 2019年4月5日
YEAR_FIRST = Token(
    r"([12]\d{3})(?:-|/|\.\s?|\s?[年년]\s?)(\d{1,2})(?:-|/|\.\s?|\s?[月월]\s?)(\d{1,2})(?:\s?[日일]|\.(?=\s)|(?!\d))"
)
#: 2024. április 10., as Hungarian and Lithuanian write
YEAR_MONTH = Token(r"([12]\d{3})(?:\.|\sm\.)?\s(?=[^\W\d_])")
#: a word of any script, with the vowel signs that are no letters to a computer; Thai abbreviates with a stop inside
MONTH = Token(rf"([ก-๎]{{1,3}}\.[ก-๎]{{1,2}}|[^\s\d.,:;/|()\[\]<>\"!?_{DASHES}{APOSTROPHES}]{{2,14}}+)\.?")
NUMBERED_MONTH = Token(r"tháng\s(\d{1,2})", re.IGNORECASE)
VIETNAMESE_YEAR = Token(r",?\s(?:năm\s)?([12]\d{3})(?!\d)")
#: the letters that typing and scanning put for 1 and 0 belong to the day: "April l", "March 2O"
DAY = Token(rf"(?:{_GAP},)?{_GAP}([0-3]?[0-9lO])(?:st|nd|rd|th)?(?![0-9A-Za-z])")
#: a clock may be glued to the year, as pages do whose style sheet parts them: 20232:23 PM
YEAR = Token(rf"{_GAP},?{_SPACE}((?:1[89]|20)[0-9]{{2}})(?![0-9](?![0-9]?:[0-9]))")
ORDINAL = Token(r"(\d{1,2})(?:st|nd|rd|th|\.|º|er)?(?:\sde)?(?=\s)")
SHORT_YEAR = Token(
    rf"{_GAP}[,،]?(?:{_SPACE}(?:de(?:l)?\s)?|{_GAP}[{APOSTROPHES}])([12१२১২١٢۱۲]\d{{3}}|[0-9]{{2}})(?!\d|[:h][0-9]|\.[0-5][0-9](?![0-9]))"
)
DOTTED = Token(rf"(\d{{1,2}})\.{_GAP}(\d{{1,2}})\.(?:{_GAP}(\d{{4}}|[0-9]{{2}})(?![0-9]))?")
DOTTED_NAME = Token(r"(\d{1,2})\.([^\W\d_]{3,10})\.?(\d{4}|[0-9]{2})(?![0-9])")
WEEKDAY = Token(r"([^\W\d_]{2,13}+)\.?")
AFTER_WEEKDAY = Token(rf"{_GAP},?{_GAP}")
SLASHED = Token(r"(\d{1,2})/(\d{1,2})/(\d{4}|[0-9]{2})(?![\d/])")
#: what stands behind a slashed day only where the day comes first: 10/04/2024 à 17h30, ... às 9h
DAY_WAS_FIRST = Token(lambda: rf"\s?[,-]?\s?(?:(?:{_joints()})\s?\d|[0-9]{{1,2}}h(?:[0-5][0-9])?\b)", re.IGNORECASE)
SLASHED_DAY = Finder(r"(?<![0-9/])([0-3]?[0-9])/([0-3]?[0-9])/((?:19|20)?[0-9]{2})(?![0-9/])")

_Reader = Callable[[Scanner], PartialDate | None]


def day(scanner: Scanner) -> PartialDate | None:
    """``Feb. 26, 2022``: a date at the cursor, any part of which may be missing."""
    return _day(scanner, (_month_day, _weekday_day))


def _day(scanner: Scanner, worded: Sequence[_Reader]) -> PartialDate | None:
    """A date that begins with a figure, or one that one of *worded* finds."""
    if scanner.at_end:
        return None
    start = scanner.pos
    for reader in _NUMERIC if scanner.text[start].isdecimal() else worded:
        try:
            found = reader(scanner)
        except InvalidValue:  # the 31st of June is no date
            found = None
        if found is not None:
            return found
        scanner.pos = start
    return None


def _year_first(scanner: Scanner) -> PartialDate | None:
    """``1996-08-30``, ``2019年4月5日``."""
    found = scanner.take(YEAR_FIRST)
    return PartialDate(year=int(found[1]), month=int(found[2]), day=int(found[3])) if found else None


def _dotted(scanner: Scanner) -> PartialDate | None:
    """``27.6.2024``, day first as in German, ``12.29.2014`` where that is no day; not ``3.5 million``."""
    found = scanner.take(DOTTED)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if second > _MONTHS >= first and year:
        return PartialDate(year=year, month=first, day=second)
    return PartialDate(year=year, month=second, day=first)


def _dotted_name(scanner: Scanner) -> PartialDate | None:
    """``15.Jun.19``."""
    found = scanner.take(DOTTED_NAME)
    month = months().get(found[2].casefold()) if found else None
    return PartialDate(year=int(found[3]), month=month, day=int(found[1])) if found and month else None


def _slashed(scanner: Scanner) -> PartialDate | None:
    """``12/30/2019``, ``30/12/19``: only where one order alone makes a day; not ``5/6/14``."""
    found = scanner.take(SLASHED)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first == second or second > _MONTHS >= first:
        return PartialDate(year=year, month=first, day=second)
    day_first = first > _MONTHS >= second or scanner.sees(DAY_WAS_FIRST)
    return PartialDate(year=year, month=second, day=first) if day_first else None


def _joints() -> str:
    """The words between a day and a clock in languages that write the day first, as a pattern."""
    return any_of(joint for joint, order in mapping("clock_joints").items() if order == DayOrder.DAY_FIRST.value)


def _year_month_day(scanner: Scanner) -> PartialDate | None:
    """``2024. április 10.``, ``2024 m. balandžio 10 d.``."""
    year = scanner.take(YEAR_MONTH)
    month = _month(scanner) if year else None
    number = scanner.take(_DAY_BEHIND) if month else None
    if year is None or month is None or number is None:
        return None
    return PartialDate(year=int(year[1]), month=month, day=int(number[1]))


def _day_month(scanner: Scanner) -> PartialDate | None:
    """``10 JAN 90``, ``18 de junio de 2024``."""
    number = scanner.take(ORDINAL)
    if number is None or scanner.take(_ONE_SPACE) is None:
        return None
    if vietnamese := scanner.take(NUMBERED_MONTH):
        year = scanner.take(VIETNAMESE_YEAR)
        return PartialDate(year=int(year[1]) if year else None, month=int(vietnamese[1]), day=int(number[1]))
    start = scanner.pos
    month = _month(scanner)
    if month is None:
        return None
    year = scanner.take(SHORT_YEAR)
    buddhist = bool(year) and "ก" <= scanner.text[start] <= "๎"
    return PartialDate(year=_year(year[1], buddhist) if year else None, month=month, day=int(number[1]))


def _year(digits: str, buddhist: object) -> int:
    """The year of our era that *digits* are: Thai news counts from 543 B.C."""
    year = int(digits)
    return year - _BUDDHIST if buddhist and year > _BUDDHIST_FROM else year


def _month_day(scanner: Scanner) -> PartialDate | None:
    """``Feb. 26, 2022``, ``October 2011``."""
    month = _month(scanner)
    if month is None:
        return None
    number = scanner.take(DAY)
    year = scanner.take(YEAR)
    if number is None:
        return PartialDate(year=int(year[1]), month=month) if year else None
    return PartialDate(
        year=int(year[1]) if year else None,
        month=month,
        day=int(number[1].replace("l", "1").replace("O", "0")),
    )


def _weekday_day(scanner: Scanner) -> PartialDate | None:
    """``Monday, Feb. 26``, ``Monday``."""
    found = scanner.take(WEEKDAY)
    number = weekdays().get(found[1].casefold()) if found else None
    if found is None or number is None or (len(found[1]) == _SHORTEST_WEEKDAY and not scanner.sees(_COMMA_OR_STOP)):
        return None
    end = scanner.pos
    scanner.take(AFTER_WEEKDAY)
    rest = _day(scanner, (_month_day,))
    if rest is None or rest.day is None:
        scanner.pos = end
        return PartialDate(weekday=number)
    return PartialDate(year=rest.year, month=rest.month, day=rest.day, weekday=number)


def _month(scanner: Scanner) -> int | None:
    found = scanner.take(MONTH)
    if found is None:
        return None
    word = found[1].casefold()
    return months().get(word) or (_misspelled(word) if scanner.sees(_NUMBER_FOLLOWS) else None)


def _misspelled(word: str) -> int | None:
    """``Junee``, ``Marchg``: an English month with one letter too many or too few at its end; not ``Marches``."""
    for name, number in months().items():
        if len(name) > _SHORTEST_MISSPELLED and name in (word[:-1], word + name[-1]):
            return number
    return None


_SHORTEST_MISSPELLED = 3
_SHORTEST_WEEKDAY = 2  # "Fr," is Friday, "So how" is not Sunday
_COMMA_OR_STOP = Token(r"(?<=\.)|,")
_NUMBER_FOLLOWS = Token(rf"{_GAP}[0-9]")
_ONE_SPACE = Token(rf"{_SPACE}(?:d[{APOSTROPHES}])?")  # 10 d’abril
_MONTHS = 12
_BUDDHIST, _BUDDHIST_FROM = 543, 2400
_DAY_BEHIND = Token(r"\s(\d{1,2})(?:\.|\sd\.)?(?!\d)")
_NUMERIC = (_year_first, _year_month_day, _slashed, _dotted, _dotted_name, _day_month)


# --------------------------------------------------------------------------- slashed days


class DayOrder(Enum):
    """Which number of a slashed day comes first."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def day_order(text: str) -> DayOrder | None:
    """
    The order that the plain slashed days in *text* have; None where there are none, or some of each.

    >>> day_order("Seen on 13/6/14 and 5/6/14"), day_order("12/30/2019, 30/12/2019")
    (<DayOrder.DAY_FIRST: 'day first'>, None)
    """
    orders = set()
    for found in SLASHED_DAY.all(text):
        first, second = int(found[1]), int(found[2])
        if first > _MONTHS >= second:
            orders.add(DayOrder.DAY_FIRST)
        elif second > _MONTHS >= first:
            orders.add(DayOrder.MONTH_FIRST)
    return orders.pop() if len(orders) == 1 else None


# --------------------------------------------------------------------------- whole strings


def read_day(text: str) -> PartialDate | None:
    """The date that the whole of *text* is, or None."""
    scanner = Scanner(text)
    found = day(scanner)
    return found if scanner.at_end else None


def format_day(date: PartialDate) -> str:
    """
    *date* as AP writes it: months abbreviated with a day, days as figures.

    >>> format_day(PartialDate(year=2024, month=2, day=26))
    'Feb. 26, 2024'
    >>> format_day(PartialDate(month=3, day=1, weekday=4))
    'Friday, March 1'
    """
    weekday = "" if date.weekday is None else WEEKDAYS[date.weekday]
    year = "" if date.year is None else f"{date.year:02d}"
    if date.month is None:
        return weekday or year or str(date.day)
    if date.day is None:
        return " ".join(filter(None, (month_names()[date.month - 1], year)))
    return ", ".join(filter(None, (weekday, f"{ap_months()[date.month - 1]} {date.day}", year)))
