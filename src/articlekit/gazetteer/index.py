"""
The places that the gazetteer knows, searched where they lie.

The package file is one text, a line per name of a place, sorted; a look-up is a binary search in
that text, so that loading it is decompressing it and nothing more.
"""

import lzma
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from articlekit.gazetteer.keys import place_key
from articlekit.lexicon.geography import countries, regions
from articlekit.lexicon.loader import blob, rows

__all__ = ["Entry", "country_name", "find", "find_nearly", "region_code_of"]


@frozen
class Entry:
    """
    One place of the package file, found under one of its names.

    *region_code* is an ISO 3166-2 code, or empty where the file has none; *own* whether the name it
    was found under is its own and not a former or foreign one.
    """

    name: str
    country_code: str
    region_code: str
    latitude: float
    longitude: float
    population: int
    capital: bool
    own: bool


@cache
def _text() -> str:
    return "\n" + lzma.decompress(blob("gazetteer/places.txt.xz")).decode()


def find(name: str) -> tuple[Entry, ...]:
    """
    The places of that name, in no order.

    >>> sorted(entry.country_code for entry in find("Kuala Lumpur"))
    ['MY']
    """
    for variant in _variants(name):
        found = tuple(_entry(line) for line in _lines(place_key(variant) + "\t")) if place_key(variant) else ()
        if found:
            return found
    return ()


def find_nearly(name: str) -> tuple[Entry, ...]:
    """
    The places whose name *name* nearly is, in no order: with a letter wrong, or a word more or less at its edges.

    >>> sorted({entry.name for entry in find_nearly("Harrisburgh") if entry.region_code == "US-PA"})
    ['Harrisburg']
    """
    key = place_key(name)
    if not _SHORTEST_NEARLY <= len(key) <= _LONGEST_NEARLY:
        return ()
    words = name.split()
    shorter = [" ".join(words[1:])] if words[0].casefold() in _DIRECTIONS else []
    shorter += [" ".join(words[:-1])] if len(words) > 1 and words[-1].casefold() in _EDGES else []
    for spelled in map(place_key, shorter):
        found = tuple(_entry(line) for line in _lines(spelled + "\t"))
        if found:
            return found
    longer = [_entry(line) for edge in _EDGES for line in _lines(key + edge + "\t")]
    return tuple(longer) or tuple(_entry(line) for spelled in _edits(key) for line in _lines(spelled + "\t"))


_SHORTEST_NEARLY, _LONGEST_NEARLY = 6, 40  # letters: of a shorter name, one may make another; a longer is no town's
_DIRECTIONS = ("north", "south", "east", "west", "lower", "upper", "northern", "southern", "point", "new", "old")
_EDGES = ("beach", "valley", "station", "center", "centre", "heights", "island", "hills", "springs", "park", "bay")


def _edits(key: str) -> Iterator[str]:
    """*key* with two letters swapped, a letter left out, changed or put in."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(key)):
        yield key[:i] + key[i + 1 :]
        yield key[:i] + key[i + 1 : i + 2] + key[i : i + 1] + key[i + 2 :]
        for letter in letters:
            yield key[:i] + letter + key[i + 1 :]
            yield key[:i] + letter + key[i:]
    yield from (key + letter for letter in letters)


def _variants(name: str) -> Iterator[str]:
    """The name, and variants where nothing has it: ``Jackson Township``, ``City of Commerce``, ``Woodlands``."""
    yield name
    yield f"The {name}"
    if name.casefold().startswith(("near ", "outside ")):
        yield name.partition(" ")[2]
    words = name.split()
    if len(words) > 1 and words[-1].casefold() in ("township", "city", "town", "village", "county"):
        yield " ".join(words[:-1])
    if words[0:2] and words[0].casefold() == "the":
        yield " ".join(words[1:])
    if [word.casefold() for word in words[:2]] == ["city", "of"]:
        yield " ".join(words[2:])


def _lines(prefix: str) -> Iterator[str]:
    """The lines that begin with *prefix*, found by halving the text."""
    text = _text()
    low, high = 0, len(text) - 1  # low: a line break before the first match; high: one that is not
    while True:
        middle = text.rfind("\n", low, (low + high) // 2 + 1)
        if middle <= low:
            break
        if text.startswith(prefix, middle + 1) or text[middle + 1 : middle + 1 + len(prefix)] >= prefix:
            high = middle
        else:
            low = middle
    at = low
    while 0 <= at < len(text) - 1:
        end = text.find("\n", at + 1)
        line = text[at + 1 : end]
        if line.startswith(prefix):
            yield line
        elif line > prefix:
            return
        at = end


def _entry(line: str) -> Entry:
    key, name, country, region, latitude, longitude, population, capital = line.split("\t")
    code = _region_codes().get((country, region), f"{country}-{region}" if region else "")
    return Entry(
        name or key.capitalize(),
        country,
        code,
        float(latitude),
        float(longitude),
        int(population),
        bool(capital),
        not name or place_key(name) == key or place_key(name) == key + "city",
    )


@cache
def _region_codes() -> Mapping[tuple[str, str], str]:
    return MappingProxyType({(country, geonames): iso for country, geonames, iso in rows("geonames_regions")})


@cache
def _country_names() -> Mapping[str, str]:
    return MappingProxyType({c.codes[0]: c.name for c in countries().values() if c.status == "current"})


@cache
def _region_names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for region in regions().values():
        if region.code:
            names.setdefault(region.code, region.name)
    return MappingProxyType(names)


def country_name(entry: Entry) -> str:
    """
    The English name of the country that *entry* lies in, as datelines have it: the West Bank and Gaza are named.

    >>> country_name(find("Kuala Lumpur")[0]), country_name(find("Ramallah")[0])
    ('Malaysia', 'West Bank')
    """
    code = entry.country_code
    if code in _US_TERRITORIES:
        return "United States"
    return _PALESTINIAN.get(entry.region_code) or _country_names().get(code, code)


_PALESTINIAN = {"PS-WE": "West Bank", "PS-GZ": "Gaza Strip"}


def region_code_of(entry: Entry) -> tuple[str | None, str | None]:
    """
    The name and ISO 3166-2 code of the region that *entry* lies in, two times None where the file does not say.

    >>> [region_code_of(entry) for entry in find("Milwaukee")][0]
    ('Wisconsin', 'US-WI')
    """
    code = f"US-{entry.country_code}" if entry.country_code in _US_TERRITORIES else entry.region_code
    name = _region_names().get(code)
    return (name, code) if name else (None, None)


#: territories with ISO 3166-1 codes of their own that datelines treat as states
_US_TERRITORIES = ("PR", "GU", "VI", "AS", "MP")
