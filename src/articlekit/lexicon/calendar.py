"""Months, weekdays and time zones as news writes them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows

__all__ = ["ap_months", "day_words", "month_names", "months", "weekdays", "zone_rules", "zones"]


@cache
def months() -> Mapping[str, int]:
    """
    The number of each month by every form it is written in, folded, without full stops.

    >>> months()["sept"], months()["febrero"]
    (9, 2)
    """
    return MappingProxyType({words_key(form): int(n) for n, _, forms in rows("months") for form in forms.split(";")})


@cache
def ap_months() -> tuple[str, ...]:
    """
    The form that AP writes with a day, January first.

    >>> ap_months()[:3]
    ('Jan.', 'Feb.', 'March')
    """
    return tuple(ap for _, ap, _ in rows("months"))


@cache
def month_names() -> tuple[str, ...]:
    """
    The full English names, January first.

    >>> month_names()[8]
    'September'
    """
    return tuple(forms.split(";")[0] for _, _, forms in rows("months"))


@cache
def weekdays() -> Mapping[str, int]:
    """
    The number of each weekday, Monday = 0, by every form it is written in, folded.

    >>> weekdays()["thurs"]
    3
    """
    return MappingProxyType({words_key(form): int(n) for n, forms in rows("weekdays") for form in forms.split(";")})


@cache
def day_words() -> frozenset[str]:
    """
    Every word that names a month or weekday, folded.

    >>> "sept" in day_words()
    True
    """
    return frozenset(months()) | frozenset(weekdays())


@cache
def zones() -> Mapping[str, int]:
    """
    Minutes east of UTC by time zone abbreviation.

    >>> zones()["EST"]
    -300
    """
    return MappingProxyType({zone: int(minutes) for zone, minutes in rows("zones")})


@cache
def zone_rules() -> Mapping[str, tuple[str, str]]:
    """
    The POSIX rules of the zones that change with the season: since 2007, and before.

    >>> zone_rules()["ET"][0]
    'EST5EDT,M3.2.0,M11.1.0'
    """
    return MappingProxyType({zone: (since, before) for zone, since, before in rows("zone_rules")})
