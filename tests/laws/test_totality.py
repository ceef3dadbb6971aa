"""Any text gives an answer, None, or a documented error."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from articlekit import (
    ArticleKitError,
    classify_end_matter,
    explain_text,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_photo_credit,
    format_byline,
    format_contributor_note,
    format_dateline,
    parse_byline,
    parse_caption,
    parse_contributor_note,
    parse_dateline,
    parse_photo_credit,
    sample_text,
)
from articlekit import strategies as st

FIND: list[Callable[[str], object]] = [
    find_dateline,
    find_byline,
    find_contributor_note,
    find_caption,
    find_photo_credit,
    classify_end_matter,
    explain_text,
]
PARSE: list[Callable[[str], object]] = [
    parse_dateline,
    parse_byline,
    parse_contributor_note,
    parse_caption,
    parse_photo_credit,
]
VALID = (
    st.datelines().map(format_dateline)
    | st.bylines().map(format_byline)
    | st.contributor_notes().map(format_contributor_note)
)


@pytest.mark.parametrize("find", FIND, ids=lambda f: f.__name__)
@given(text=st.texts())
@example(text="")
@example(text="\ud800")
@example(text="\x00 (AP) — ")
@example(text="By \udfff and \x00")
@example(text="٣ يناير (AP) — ")
@example(text="MOSCOW, 0-22 July 2022 (AP) — ")
def test_find_never_raises(find: Callable[[str], object], text: str) -> None:
    find(text)


@pytest.mark.parametrize("find", FIND, ids=lambda f: f.__name__)
@given(text=st.damaged(VALID))
def test_find_never_raises_on_damaged_text(find: Callable[[str], object], text: str) -> None:
    find(text)


@given(text=st.damaged(some.just(sample_text())))
def test_explain_never_raises_on_a_damaged_page(text: str) -> None:
    explain_text(text)


@pytest.mark.parametrize("parse", PARSE, ids=lambda f: f.__name__)
@given(text=st.texts() | st.damaged(VALID))
def test_parse_raises_documented_errors_only(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except ArticleKitError as error:
        assert "^" in str(error)  # noqa: PT017  (that it raises is allowed, not required)
