"""Dates as news prints them: any part may be missing."""

import datetime as dt
from collections.abc import Iterable

from attrs import field, frozen

from articlekit.errors import InvalidValue
from articlekit.model.checks import Between, at_least
from articlekit.model.mapping import Mapped

__all__ = ["WEEKDAYS", "PartialDate"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEAP_YEAR = 2000  # a year in which every day of every month exists
_CENTURY = 100
_WEEK = 7


@frozen(order=False)
class PartialDate(Mapped):
    """
    A day, month, year or weekday as printed; any may be missing, not all.

    *year* below 100 is a year printed with two digits (``10 JAN 90``): which century it means is
    not in the text, so only `resolve` decides it. *weekday* counts from Monday = 0, as
    ``datetime.date.weekday`` does, and is kept as printed even where it disagrees with the date.

    Raises:
        InvalidValue: no part is given, or a part is impossible (month 13, 31 June).

    >>> str(PartialDate(year=2019, month=6, day=5))
    '2019-06-05'
    >>> str(PartialDate(month=2, day=26))
    '--02-26'
    """

    year: int | None = field(default=None, validator=Between(0, 9999))
    month: int | None = field(default=None, validator=Between(1, 12))
    day: int | None = field(default=None, validator=Between(1, 31))
    weekday: int | None = field(default=None, validator=Between(0, 6))

    def __attrs_post_init__(self) -> None:
        at_least(self, "year", "month", "day", "weekday")
        if self.month is not None and self.day is not None and _date(self._whole_year, self.month, self.day) is None:
            raise InvalidValue(f"there is no day {self.day} in month {self.month}", field="day")

    @property
    def _whole_year(self) -> int:
        return _LEAP_YEAR if self.year is None or self.year < _CENTURY else self.year

    def __str__(self) -> str:
        """ISO 8601, truncated where parts are missing; the weekday only where nothing else is known."""
        if self.year is None and self.month is None and self.day is None:
            return WEEKDAYS[self.weekday or 0]
        year = "-" if self.year is None else f"{self.year:04d}" if self.year >= _CENTURY else f"{self.year:02d}"
        month = "" if self.month is None else f"-{self.month:02d}"
        day = "" if self.day is None else f"-{self.day:02d}" if month else f"--{self.day:02d}"
        return year + month + day

    def resolve(self, reference: dt.date) -> dt.date | None:
        """
        The calendar day meant, seen from *reference*, or None where no single day is meant.

        *reference* is usually the day of publication. A month and day without a year is the
        nearest such day to it, before or after (a dateline may be a day ahead of another time
        zone, never half a year); a two-digit year belongs to the nearest century; a weekday alone
        is the last such day not after *reference*. A lone month, year or day is no single day.

        >>> PartialDate(month=12, day=30).resolve(dt.date(2024, 1, 2))
        datetime.date(2023, 12, 30)
        >>> PartialDate(year=90, month=1, day=10).resolve(dt.date(1991, 6, 1))
        datetime.date(1990, 1, 10)
        >>> PartialDate(weekday=0).resolve(dt.date(2024, 1, 3))
        datetime.date(2024, 1, 1)
        >>> PartialDate(month=5).resolve(dt.date(2024, 1, 3)) is None
        True
        """
        if isinstance(reference, dt.datetime):
            reference = reference.date()
        if self.month is None or self.day is None:
            only_weekday = self.weekday is not None and self.year is None and self.month is None and self.day is None
            return _last_weekday(self.weekday or 0, reference) if only_weekday else None
        days = (_date(year, self.month, self.day) for year in self._candidate_years(reference.year))
        return _nearest((day for day in days if day is not None), reference)

    def _candidate_years(self, year: int) -> tuple[int, ...]:
        if self.year is None:  # 29 February may be up to eight years away
            return tuple(range(year - 8, year + 9))
        if self.year < _CENTURY:
            century = year - year % _CENTURY + self.year
            return (century - _CENTURY, century, century + _CENTURY)
        return (self.year,)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _last_weekday(weekday: int, reference: dt.date) -> dt.date | None:
    back = (reference.weekday() - weekday) % _WEEK
    return reference - dt.timedelta(days=back) if reference.toordinal() > back else None


def _nearest(days: Iterable[dt.date], reference: dt.date) -> dt.date | None:
    return min(days, key=lambda day: (abs((day - reference).days), day), default=None)
