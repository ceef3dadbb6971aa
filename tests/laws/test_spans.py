"""Spans point at what they claim, parts inside wholes; nothing of a page is lost, nothing is held twice."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from articlekit import (
    Evidence,
    Explanation,
    explain_text,
    find_byline,
    find_contributor_note,
    find_dateline,
    format_byline,
    format_contributor_note,
    format_dateline,
    sample_text,
)
from articlekit import strategies as st

PAGES = [path.read_bytes().decode() for path in sorted((Path(__file__).parents[1] / "documents").glob("*.txt"))]
PAGES.append(sample_text())


def tops(explanation: Explanation) -> list[Evidence]:
    """The evidence that claims text: paths of one step, but for the times inside a byline."""
    claims = [e for e in explanation.evidence if "." not in e.path]
    bylines = [e.span for e in claims if e.path == "byline"]
    times = ("published", "modified")
    return [e for e in claims if e.path not in times or not any(e.span in span for span in bylines)]


def check(text: str) -> None:
    explanation = explain_text(text)
    for item in explanation.evidence:
        assert item.span.of(text) == item.text
    claims = sorted(tops(explanation), key=lambda e: e.span)
    for before, after in itertools.pairwise(claims):
        assert before.span.end <= after.span.start, (before, after)
    held = "".join(item.span.of(text) for item in claims)
    assert "".join(held.split()) == "".join(text.split())
    parts = [e for e in explanation.evidence if "." in e.path]
    for part in parts:
        whole = part.path.split(".")[0]
        assert any(part.span in e.span for e in claims if e.path == whole), part


def check_values(text: str) -> None:
    """What a claim covers is what the field holds."""
    explanation = explain_text(text)
    article = explanation.article
    for item in explanation.evidence:
        shown = " ".join(item.text.split())
        if item.path in ("headline", "deck"):
            assert getattr(article, item.path) == shown
        elif item.path.startswith("body["):
            assert article.body[int(item.path[5:-1])].text == shown
        elif item.path.startswith("leftover["):
            assert article.leftover[int(item.path[9:-1])] == shown


@pytest.mark.parametrize("text", PAGES)
def test_every_character_of_a_page_is_in_one_field_or_left_over(text: str) -> None:
    check(text)
    check_values(text)


@pytest.mark.parametrize("line", ["", " | Politics", " / Politics / Tom Reed", " (3 min read)"])
def test_two_times_of_one_line_without_a_byline_are_told_apart_and_what_else_it_says_is_left_over(line: str) -> None:
    check(
        "The pier in Port Ellery reopens at last after the stormBy Ada Quill\n"
        f"Published March 8, 2024 at 5:15 p.m., updated March 9, 2024 at 8:02 a.m.{line}\n\n"
        "The pier in Port Ellery reopened on Friday, its keeper said, two years after a storm took its end.\n"
    )


@given(st.damaged(some.sampled_from(PAGES)))
def test_so_it_is_on_damaged_pages(text: str) -> None:
    check(text)
    check_values(text)


@given(st.texts())
def test_and_on_any_text(text: str) -> None:
    check(text)


@given(st.datelines())
def test_parts_of_a_dateline_stand_where_their_evidence_says(value: object) -> None:
    text = format_dateline(value) + "It rained."  # type: ignore[arg-type]  # the strategy makes datelines
    found = find_dateline(text)

    assert found is not None
    assert found.span.of(text) == found.value.text
    for item in found.evidence:
        assert item.span.of(text) == item.text
        assert item.span in found.span


@given(st.bylines())
def test_parts_of_a_byline_stand_where_their_evidence_says(value: object) -> None:
    text = format_byline(value)  # type: ignore[arg-type]  # the strategy makes bylines
    found = find_byline(text)

    assert found is not None
    assert found.span.of(text) == found.value.text
    assert all(item.span.of(text) == item.text and item.span in found.span for item in found.evidence)


@given(st.contributor_notes())
def test_a_note_is_found_behind_a_sentence(value: object) -> None:
    note = format_contributor_note(value)  # type: ignore[arg-type]  # the strategy makes notes
    text = f"The lake froze. {note}"
    found = find_contributor_note(text)

    assert found is not None
    assert found.value == value
    assert found.span.of(text) == note
