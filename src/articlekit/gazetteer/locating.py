"""Candidates for a place, and their order."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from articlekit.gazetteer.index import Entry, country_name, find, find_nearly, region_code_of
from articlekit.lexicon.geography import Country, Region, countries, qualifier, standalone_cities
from articlekit.lexicon.keys import key
from articlekit.model import Place, PlaceKind

__all__ = ["Location", "locate"]


@frozen
class Location:
    """
    A place on earth that a name may mean.

    *country* is the name that the `Place` wrote where it wrote one, else the current English name;
    *country_code* is ISO 3166-1, *region_code* ISO 3166-2; *region* and its code are known for the
    United States, Canada and the United Kingdom and None elsewhere. *latitude* and *longitude* are
    degrees north and east, to a thousandth; *kind* is capital, city (100,000 people and more) or town.
    """

    name: str
    region: str | None
    country: str
    country_code: str
    region_code: str | None
    latitude: float
    longitude: float
    population: int
    kind: str


_CITY = 100_000  # people
#: what a place counts for that has the name only as a former or foreign one: Calcutta, Ohio, loses to Kolkata and
#: Victoria, Mexico, wins over Hong Kong
_OTHER_NAME = 0.02
_CAPITAL = 4  # a capital makes the news as a larger town would
#: AP lets a town stand without its country only at home, so a bare name is American more often than its size says
_HOME = {"US": 5}


def _weight(entry: Entry) -> float:
    factor = (1 if entry.own else _OTHER_NAME) * (_CAPITAL if entry.capital else 1) * _HOME.get(entry.country_code, 1)
    return entry.population * factor


def locate(place: Place) -> tuple[Location, ...]:
    """
    The places on earth that *place* may mean, the likeliest first; empty where none is known.

    Ships, aircraft, organisations and stretches of land are nowhere.

    >>> [location.country_code for location in locate(Place("Kiev"))][0]
    'UA'
    >>> locate(Place("Aboard Air Force One", kind=PlaceKind.VEHICLE))
    ()
    """
    if place.city is None or place.kind not in (PlaceKind.PLACE, PlaceKind.BASE):
        return ()
    codes = _written_codes(place)
    if codes is None:
        return ()
    written = _written_region(place)
    entries = _inside(find(place.city), codes, written)
    if not entries:
        entries = _inside(find_nearly(place.city), codes, written)
    implied = _implied(place)
    ranked = sorted(entries, key=lambda entry: (not _is_implied(entry, implied), -_weight(entry), entry.name))
    return tuple(_locations(ranked, place))


def _inside(entries: Sequence[Entry], codes: Sequence[str], written: Region | None) -> list[Entry]:
    """The *entries* in the countries of *codes*, if there are any, and in the region that is written, if one is."""
    inside = [entry for entry in entries if not codes or entry.country_code in codes]
    if written and any(region_code_of(entry)[1] for entry in inside):
        return [entry for entry in inside if region_code_of(entry)[1] == written.code]
    return inside


def _written_codes(place: Place) -> tuple[str, ...] | None:
    """The codes of the country that is written or that the region implies: () for neither, None for an unknown one."""
    name = place.country
    if name is None and place.region is not None:
        known = qualifier(place.region)
        name = known.country if isinstance(known, Region) else place.region
    country = countries().get(key(name)) if name else None
    if country is None:
        return None if place.country else ()
    return (*country.codes, "PR", "GU", "VI", "AS", "MP") if country.name == "United States" else country.codes


def _written_region(place: Place) -> Region | None:
    known = qualifier(place.region) if place.region else None
    return known if isinstance(known, Region) and known.code else None


def _implied(place: Place) -> tuple[str, str] | None:
    """The region and country that the name implies where it stands alone."""
    alone = place.region is None and place.country is None
    return standalone_cities().get(key(place.city or "")) if alone else None


def _is_implied(entry: Entry, implied: tuple[str, str] | None) -> bool:
    if implied is None:
        return False
    region, country = implied
    known = countries().get(key(country))
    inside = isinstance(known, Country) and entry.country_code in known.codes
    return inside and (not region or region_code_of(entry)[0] == region)


def _locations(entries: list[Entry], place: Place) -> Iterator[Location]:
    for entry in entries:
        region, code = region_code_of(entry)
        yield Location(
            name=entry.name,
            region=region,
            country=place.country or country_name(entry),
            country_code=entry.country_code,
            region_code=code,
            latitude=entry.latitude,
            longitude=entry.longitude,
            population=entry.population,
            kind="capital" if entry.capital else "city" if entry.population >= _CITY else "town",
        )
