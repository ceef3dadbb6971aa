"""Where on earth a place is."""

import subprocess
import sys
from importlib.resources import files

import pytest

from articlekit import Place, PlaceKind, find_dateline
from articlekit.gazetteer import Location, locate

MOST_BYTES = 3_000_000


def place(dateline: str) -> Place:
    found = find_dateline(dateline)
    assert found is not None
    return found.value.places[0]


@pytest.mark.parametrize(
    ("dateline", "country", "region"),
    [
        ("MOSCOW (AP) — ", "RU", None),
        ("MOSCOW, Idaho (AP) — ", "US", "US-ID"),
        ("LONDON, Ontario (AP) — ", "CA", "CA-ON"),
        ("LONDON, England (AP) — ", "GB", "GB-ENG"),
        ("PARIS, Texas (AP) — ", "US", "US-TX"),
        ("MELBOURNE, Fla. (AP) — ", "US", "US-FL"),
        ("SAN JUAN, Puerto Rico (AP) — ", "PR", "US-PR"),
        ("ST. LOUIS (AP) — ", "US", "US-MO"),
        ("COLUMBIA, S.C. (AP) — ", "US", "US-SC"),
        ("RAMALLAH, West Bank (AP) — ", "PS", None),
        ("KIEV, U.S.S.R. (AP) — ", "UA", None),
        ("KIEV (AP) — ", "UA", None),
        ("PEKING (AP) — ", "CN", None),
        ("BOMBAY, India (AP) — ", "IN", None),
        ("LENINGRAD (AP) — ", "RU", None),
        ("SAIGON (AP) — ", "VN", None),
        ("RANGOON, Burma (AP) — ", "MM", None),
        ("CALCUTTA (AP) — ", "IN", None),
        ("PRAGUE, Czechoslovakia (AP) — ", "CZ", None),
        ("BONN, West Germany (AP) — ", "DE", None),
        ("BELGRADE, Yugoslavia (AP) — ", "RS", None),
        ("PORT‑AU‑PRINCE, Haiti (AP) — ", "HT", None),
        ("COEUR D’ALENE, Idaho (AP) — ", "US", "US-ID"),
    ],
)
def test_the_first_candidate_of_a_dateline(dateline: str, country: str, region: str | None) -> None:
    first = locate(place(dateline))[0]

    assert (first.country_code, first.region_code) == (country, region)


def test_a_candidate_says_where_what_and_how_large() -> None:
    first = locate(Place("La Crosse", "Wisconsin", "United States"))[0]

    assert first.name == "La Crosse"
    assert (first.region, first.country) == ("Wisconsin", "United States")
    assert (round(first.latitude), round(first.longitude)) == (44, -91)
    assert 40_000 < first.population < 70_000
    assert first.kind == "town"
    assert isinstance(first, Location)


def test_candidates_are_ranked() -> None:
    springfields = locate(Place("Springfield", country="United States"))
    sizes = [location.population for location in springfields]

    assert len(springfields) > 10
    assert sizes == sorted(sizes, reverse=True)
    assert locate(Place("Kinshasa"))[0].kind == "capital"


def test_what_is_written_holds_even_where_nothing_is_left() -> None:
    assert locate(Place("Oslo", country="Chile")) == ()
    assert locate(Place("Nowhereville Falls")) == ()


def test_ships_aircraft_and_organisations_are_nowhere() -> None:
    for kind in (PlaceKind.VEHICLE, PlaceKind.ORGANIZATION):
        assert locate(Place("London", kind=kind)) == ()
    assert locate(Place(region="Wisconsin", country="United States")) == ()


def test_the_data_are_loaded_on_the_first_call_only() -> None:
    code = (
        "import lzma, articlekit.gazetteer as g; from articlekit import Place; from articlekit.gazetteer import index;"
        "assert index._text.cache_info().currsize == 0; g.locate(Place('Oslo')); g.locate(Place('Rome'));"
        "assert index._text.cache_info().misses == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_data_are_small_and_carry_their_licence() -> None:
    data = files("articlekit") / "gazetteer"

    assert len((data / "places.txt.xz").read_bytes()) <= MOST_BYTES
    licence = (data / "LICENSE-GeoNames.txt").read_text("utf-8")
    assert "GeoNames" in licence
    assert "creativecommons.org/licenses/by/4.0" in licence
