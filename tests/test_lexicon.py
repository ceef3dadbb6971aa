"""All tables at once: headed, sorted, unique, clean, and accepted by the forms that promise them."""

import re
import unicodedata
from pathlib import Path

import pytest

from articlekit import PlaceKind, find_dateline
from articlekit.forms.days import read_day
from articlekit.forms.names import is_given_name
from articlekit.forms.places import make_place
from articlekit.lexicon.agencies import agencies
from articlekit.lexicon.geography import qualifier
from articlekit.lexicon.loader import columns, rows
from articlekit.lexicon.words import mapping

PACKAGE = Path(__file__).resolve().parents[1] / "src/articlekit"
TABLES = sorted((PACKAGE / "lexicon/tables").glob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_is_headed_sorted_unique_and_clean(path: Path) -> None:
    text = path.read_text("utf-8")
    facts = rows(path.stem)
    head = columns(path.stem)

    assert {"what", "source", "retrieved", "columns"} <= set(head)
    assert all(head.values())
    assert text == unicodedata.normalize("NFC", text)
    assert "\r" not in text
    assert list(facts) == sorted(set(facts))
    assert all(len(fact) == len(head["columns"].split()) for fact in facts)
    assert all(cell == cell.strip() for fact in facts for cell in fact)


@pytest.mark.parametrize("city", [row[0] for table in ("standalone_us", "standalone_world") for row in rows(table)])
def test_every_city_that_stands_alone_does(city: str) -> None:
    for text in (f"{city} (AP) — ", f"{city} — "):
        found = find_dateline(text + "Officials said.")

        assert found is not None
        assert [place.region or place.country for place in found.value.places] == [None]


@pytest.mark.parametrize(
    "form", [f for name, _, _, ap, forms in rows("regions") for f in (name, ap, *forms.split(";")) if f]
)
def test_every_form_of_a_region_qualifies_a_city(form: str) -> None:
    found = find_dateline(f"TESTVILLE, {form} (AP) — It rained.")

    assert found is not None
    assert found.value.places[0].region == qualifier(form).name  # type: ignore[union-attr]  # known by construction


@pytest.mark.parametrize("form", [f for name, _, _, forms in rows("countries") for f in (name, *forms.split(";")) if f])
def test_every_form_of_a_country_qualifies_a_city(form: str) -> None:
    place = make_place("TESTVILLE", (form,))

    assert place.country or place.region


@pytest.mark.parametrize("form", sorted(agencies()))
def test_every_agency_makes_a_dateline(form: str) -> None:
    found = find_dateline(f"TESTVILLE ({form}) — It rained.")

    assert found is not None
    assert found.value.agencies


@pytest.mark.parametrize("form", [f for _, _, forms in rows("months") for f in forms.split(";")])
def test_every_month_is_read_with_a_day(form: str) -> None:
    dates = {str(read_day(f"{form} 7")), str(read_day(f"7 {form} 1990"))}

    assert dates != {"None"}


@pytest.mark.parametrize("words", [row[0] for row in rows("base_words")])
def test_every_base_word_makes_a_base(words: str) -> None:
    assert make_place(f"TESTVILLE {words}").kind is PlaceKind.BASE


def test_no_label_of_one_word_is_a_given_name() -> None:
    """It would cut the name in two; *von* stands before names in small letters, and Chinese words begin none."""
    labels = {label for label in mapping("byline_labels") if " " not in label and label.isascii()}

    assert {label for label in labels if is_given_name(label)} == {"von"}


def test_every_table_is_read_by_something() -> None:
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(re.findall(r"[\"'](\w+)[\"']", code))

    assert [table.stem for table in TABLES if table.stem not in named] == []
