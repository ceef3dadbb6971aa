"""Errors are for people: what was expected, and where."""

import copy
import pickle
from collections.abc import Callable

import pytest

import articlekit
from articlekit import InvalidValue, ParseError, PartialDate, Span, parse_byline, parse_dateline, parse_photo_credit


def test_the_caret_stands_behind_what_was_understood() -> None:
    with pytest.raises(ParseError) as caught:
        parse_dateline("LA CROSSE, Wis. Officials said")

    assert str(caught.value).splitlines()[1:] == [
        "    LA CROSSE, Wis. Officials said",
        "                   ^",
    ]
    assert caught.value.rule == "dateline"


def test_what_is_left_over_is_underlined() -> None:
    with pytest.raises(ParseError) as caught:
        parse_dateline("MOSCOW (AP) — Officials")

    assert caught.value.message == "expected nothing after a dateline"
    assert caught.value.span.of("MOSCOW (AP) — Officials") == "Officials"
    assert str(caught.value).endswith("^^^^^^^^^")


def test_long_text_is_shown_in_a_window() -> None:
    error = ParseError("expected a dash", text="a" * 500, span=Span(250, 251), rule="x")

    message, shown, caret = str(error).splitlines()
    assert message == "expected a dash"
    assert shown.strip() == "…" + "a" * 121 + "…"
    assert caret == "    " + " " * 61 + "^"


@pytest.mark.parametrize(
    ("length", "at", "shown", "caret"),
    [
        (61, 1, "a" * 61, 1),  # 60 code points on each side are shown, and no mark where nothing is left out
        (62, 1, "a" * 61 + "…", 1),
        (61, 60, "a" * 61, 60),
        (62, 61, "…" + "a" * 61, 61),
        (62, 62, "…" + "a" * 60, 61),
    ],
)
def test_the_window_is_as_wide_as_it_says(length: int, at: int, shown: str, caret: int) -> None:
    picture = str(ParseError("expected", text="a" * length, span=Span(at, at), rule="x")).splitlines()

    assert picture[1:] == [f"    {shown}", f"    {' ' * caret}^"]


def test_a_span_is_underlined_whole() -> None:
    assert str(ParseError("expected", text="ab cde", span=Span(3, 6), rule="x")).splitlines()[2] == "       ^^^"


def test_control_characters_do_not_break_the_picture() -> None:
    error = ParseError("expected a dash", text="a\nb\x00c", span=Span(2, 3), rule="x")

    assert str(error).splitlines() == ["expected a dash", "    a b c", "      ^"]


@pytest.mark.parametrize("parse", [parse_byline, parse_photo_credit, parse_dateline])
def test_nothing_is_no_form(parse: object) -> None:
    with pytest.raises(ParseError):
        parse("  ")  # type: ignore[operator]  # a parse function


READERS = [name for name in articlekit.__all__ if name.startswith(("find_", "parse_", "explain_", "classify_"))]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("gap", [None, float("nan"), 7, ["By Ada Quill"]])
def test_what_is_no_text_is_told_so(name: str, gap: object) -> None:
    """A gap in a table of data comes as None or NaN, and a stack trace from inside says nothing of it."""
    with pytest.raises(TypeError, match=f"str, not {type(gap).__name__}"):
        getattr(articlekit, name)(gap)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))])  # noqa: S301  # our own
def test_errors_are_copied_and_pickled_whole(again: Callable[[Exception], Exception]) -> None:
    with pytest.raises(ParseError) as parsing:
        parse_dateline("MOSCOW (AP) — Officials")
    with pytest.raises(InvalidValue) as valuing:
        PartialDate(month=13)
    one, other = again(parsing.value), again(valuing.value)

    assert isinstance(one, ParseError)
    assert isinstance(other, InvalidValue)
    assert str(one) == str(parsing.value)
    assert one.args == (parsing.value.message,)  # what collectors of errors group by, without the text
    assert (one.message, one.text, one.span, one.rule) == (
        parsing.value.message,
        parsing.value.text,
        parsing.value.span,
        parsing.value.rule,
    )
    assert (str(other), other.field) == (str(valuing.value), valuing.value.field)


@pytest.mark.parametrize("rest", [", Jan. 32, 2024", ", blah blah 123"])
def test_what_is_more_than_a_byline_is_none(rest: str) -> None:
    with pytest.raises(ParseError) as error:
        parse_byline(f"By Ada Quill{rest}")

    assert error.value.span == Span(12, 12)
