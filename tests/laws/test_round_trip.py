"""What is written reads back to the same value."""

from hypothesis import given

import strategies as st
from articlekit import (
    Byline,
    Caption,
    ContributorNote,
    Dateline,
    PhotoCredit,
    format_byline,
    format_caption,
    format_contributor_note,
    format_dateline,
    format_photo_credit,
    parse_byline,
    parse_caption,
    parse_contributor_note,
    parse_dateline,
    parse_photo_credit,
)


@given(st.datelines())
def test_datelines(dateline: Dateline) -> None:
    assert parse_dateline(format_dateline(dateline)) == dateline


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
