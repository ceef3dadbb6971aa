"""What is written reads back to the same value."""

import pytest
from attrs import evolve
from hypothesis import given

from articlekit import (
    Byline,
    Caption,
    ContributorNote,
    Dateline,
    PartialDate,
    PhotoCredit,
    WriteError,
    format_byline,
    format_caption,
    format_contributor_note,
    format_dateline,
    format_dateline_newspaper,
    format_dateline_reuters,
    format_photo_credit,
    parse_byline,
    parse_caption,
    parse_contributor_note,
    parse_dateline,
    parse_photo_credit,
)
from articlekit import strategies as st


@given(st.datelines())
def test_datelines(dateline: Dateline) -> None:
    assert parse_dateline(format_dateline(dateline)) == dateline
    assert parse_dateline(format_dateline_reuters(dateline)) == dateline


@given(st.datelines())
def test_datelines_of_newspapers(dateline: Dateline) -> None:
    own = evolve(dateline, agencies=(), date=dateline.date or PartialDate(month=3, day=1))

    assert parse_dateline(format_dateline_newspaper(own)) == own
    with pytest.raises(WriteError, match=r"names no agency, got .*; write attrs\.evolve"):
        format_dateline_newspaper(dateline)


@given(st.bylines())
def test_bylines(byline: Byline) -> None:
    assert parse_byline(format_byline(byline)) == byline


@given(st.contributor_notes())
def test_contributor_notes(note: ContributorNote) -> None:
    assert parse_contributor_note(format_contributor_note(note)) == note


@given(st.photo_credits())
def test_photo_credits(credit: PhotoCredit) -> None:
    assert parse_photo_credit(format_photo_credit(credit)) == credit


@given(st.captions())
def test_captions(caption: Caption) -> None:
    assert parse_caption(format_caption(caption)) == caption
