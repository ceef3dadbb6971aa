"""Regions, countries and the cities that stand alone."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from articlekit.lexicon.keys import key
from articlekit.lexicon.loader import rows
from articlekit.remembering import remembered

__all__ = [
    "Country",
    "Region",
    "countries",
    "known_city",
    "qualifier",
    "qualifier_exceptions",
    "regions",
    "standalone_cities",
]


@frozen
class Region:
    """
    A state, province, nation or island that qualifies a city.

    *country* is what it implies, or empty; *code* its ISO 3166-2 code, or empty; *ap* the form
    that AP writes behind a city.

    >>> regions()["wis"].ap
    'Wis.'
    """

    name: str
    country: str
    code: str
    ap: str


@frozen
class Country:
    """
    A country, former country or area; *codes* are the ISO 3166-1 codes of what lies there now.

    *status* is current, former or area.

    >>> countries()["czechoslovakia"].name, countries()["czechoslovakia"].codes
    ('Czechoslovakia', ('CZ', 'SK'))
    """

    name: str
    codes: tuple[str, ...]
    status: str


@cache
def regions() -> Mapping[str, Region]:
    """Every region by the `key` of each form it is written in."""
    found: dict[str, Region] = {}
    for name, country, code, ap, forms in rows("regions"):
        region = Region(name, country, code, ap)
        for form in (name, ap, *forms.split(";")):
            if form:
                found.setdefault(key(form), region)
    return MappingProxyType(found)


@cache
def countries() -> Mapping[str, Country]:
    """Every country by the `key` of each form it is written in."""
    found: dict[str, Country] = {}
    for name, code, status, forms in rows("countries"):
        country = Country(name, tuple(code.split(";")), status)
        for form in (name, *filter(None, forms.split(";"))):
            found.setdefault(key(form), country)
    return MappingProxyType(found)


@remembered(4096)
def qualifier(text: str) -> Region | Country | None:
    """
    The region or country that *text* names, or None.

    >>> qualifier("N.M.").name, qualifier("The Netherlands").name, qualifier("Narnia")
    ('New Mexico', 'Netherlands', None)
    """
    found = key(text)
    return regions().get(found) or countries().get(found)


@cache
def standalone_cities() -> Mapping[str, tuple[str, str]]:
    """
    The cities that AP lets stand alone, by `key`, with the region and country that each implies.

    >>> standalone_cities()["boston"]
    ('Massachusetts', 'United States')
    """
    found = {key(city): (region, "United States") for city, region in rows("standalone_us")}
    return MappingProxyType(found | {key(city): ("", country) for city, country in rows("standalone_world")})


@cache
def qualifier_exceptions() -> Mapping[tuple[str, str], str]:
    """
    The country that a qualifier means behind certain cities, by the `key` of both.

    >>> qualifier_exceptions()["tbilisi", "georgia"]
    'Georgia'
    """
    return MappingProxyType({(key(city), key(name)): country for city, name, country in rows("place_exceptions")})


@cache
def _known_cities() -> frozenset[str]:
    return frozenset(key(city) for (city,) in rows("cities")) | frozenset(standalone_cities())


@remembered(4096)
def known_city(text: str) -> bool:
    """
    Whether *text* is the name of a town that a dateline may carry alone.

    >>> known_city("BHOPAL"), known_city("IBM")
    (True, False)
    """
    return key(text) in _known_cities()
