"""Values that can exist do, values that cannot do not, and all of them survive as JSON."""

import datetime as dt
import functools
import json
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given

import articlekit
from articlekit import (
    Article,
    Byline,
    Caption,
    Contributor,
    ContributorNote,
    Credit,
    Dateline,
    EndMatter,
    EndMatterKind,
    InvalidValue,
    PartialDate,
    PhotoCredit,
    Place,
    ReadError,
    Span,
    Subject,
)
from articlekit import strategies as st


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (PartialDate, "year"),
        (lambda: PartialDate(month=6, day=31), "day"),
        (lambda: PartialDate(year=2023, month=2, day=29), "day"),
        (lambda: PartialDate(month=13), "month"),
        (lambda: PartialDate(month=True), "month"),
        (Place, "city"),
        (lambda: Place(city=7), "city"),  # type: ignore[arg-type]  # the point of the test
        (Dateline, "places"),
        (lambda: Dateline(places=[Place("Rome")]), "places"),  # type: ignore[arg-type]  # the point of the test
        (lambda: Byline(authors=("Ada",)), "authors"),  # type: ignore[arg-type]  # the point of the test
        (Byline, "authors"),
        (lambda: Contributor(""), "name"),
        (lambda: Credit(articlekit.CreditRole.EDITING), "people"),
        (lambda: ContributorNote(()), "credits"),
        (PhotoCredit, "photographers"),
        (lambda: Subject(""), "name"),
        (Caption, "text_only"),
        (lambda: Article(published="today"), "published"),  # type: ignore[arg-type]  # the point of the test
    ],
)
def test_a_value_that_cannot_exist_says_which_field(make: Any, field: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        make()

    assert caught.value.field == field


def test_every_model_class_is_frozen_slotted_and_documented() -> None:
    classes = [getattr(articlekit, name) for name in articlekit.__all__ if isinstance(getattr(articlekit, name), type)]
    for kind in filter(attrs.has, classes):
        assert kind.__doc__
        assert not hasattr(kind, "__dict__") or "__dict__" not in dir(kind)
        assert kind.__setattr__ is not object.__setattr__


def test_surface_text_takes_no_part_in_equality() -> None:
    assert Dateline((Place("Rome"),), text="ROME — ") == Dateline((Place("Rome"),))


def test_flags_of_a_credit_have_one_order() -> None:
    pool, file = articlekit.CreditFlag.POOL, articlekit.CreditFlag.FILE

    assert PhotoCredit(flags=(pool, file, pool)) == PhotoCredit(flags=(file, pool))


@given(st.articles())
def test_an_article_survives_as_json_its_surface_included(article: Article) -> None:
    again = Article.from_dict(json.loads(json.dumps(article.to_dict())))

    assert article == again
    assert repr(article) == repr(again)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "$: expected the fields of Article"),
        ({"title": "x"}, "$.title: Article has no such field"),
        ({"headline": 3}, "$.headline: expected str, not 3"),
        ({"body": "x"}, "$.body: expected a list"),
        ({"body": [{"text": "x", "kind": "poem"}]}, "$.body[0].kind: expected one of paragraph"),
        ({"byline": {"authors": [{}]}}, "$.byline.authors[0]: "),
        ({"published": "yesterday"}, "$.published: expected an ISO 8601 date or time"),
        ({"notes": [{"credits": []}]}, "$.notes[0]: ContributorNote needs"),
        ({"dateline": {"date": {"month": 13}}}, "$.dateline.date: PartialDate.month is"),
    ],
)
def test_data_that_is_no_article_is_refused_with_its_path(data: Any, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        Article.from_dict(data)

    assert str(caught.value).startswith(message)


def test_end_matter_and_notes_are_told_apart() -> None:
    matter = EndMatter(EndMatterKind.FOLLOW, text="Follow us")

    assert Article.from_dict({"notes": [{"kind": "follow", "text": "Follow us"}]}).notes == (matter,)


@pytest.mark.parametrize(
    ("date", "reference", "expected"),
    [
        (PartialDate(month=2, day=26), dt.date(1987, 2, 27), dt.date(1987, 2, 26)),
        (PartialDate(month=12, day=31), dt.date(2024, 1, 1), dt.date(2023, 12, 31)),
        (PartialDate(month=1, day=1), dt.date(2023, 12, 31), dt.date(2024, 1, 1)),
        (PartialDate(month=2, day=29), dt.date(2023, 3, 1), dt.date(2024, 2, 29)),
        (PartialDate(year=89, month=3, day=30), dt.date(1989, 4, 1), dt.date(1989, 3, 30)),
        (PartialDate(year=2, month=3, day=30), dt.date(1999, 4, 1), dt.date(2002, 3, 30)),
        (PartialDate(weekday=6), dt.date(2024, 1, 3), dt.date(2023, 12, 31)),
        (PartialDate(year=2019, month=6, day=5), dt.datetime(2024, 1, 1, 12), dt.date(2019, 6, 5)),
        (PartialDate(year=2019, month=6), dt.date(2024, 1, 1), None),
        (PartialDate(weekday=6), dt.date.min, None),
    ],
)
def test_a_partial_date_resolves_against_a_reference(date: PartialDate, reference: dt.date, expected: object) -> None:
    assert expected == date.resolve(reference)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (PartialDate(year=2019, month=6, day=5, weekday=2), "2019-06-05"),
        (PartialDate(year=2019), "2019"),
        (PartialDate(year=90, month=1), "90-01"),
        (PartialDate(day=7), "---07"),
        (PartialDate(weekday=0), "Monday"),
    ],
)
def test_a_partial_date_prints_as_truncated_iso(date: PartialDate, text: str) -> None:
    assert text == str(date)


SPANS = [Span(start, end) for start in range(5) for end in range(start, 5)]


@pytest.mark.parametrize("one", SPANS, ids=str)
def test_a_span_is_the_code_points_between_its_ends(one: Span) -> None:
    points = set(range(one.start, one.end))

    assert len(one) == len(points)
    assert one.of("abcde") == "".join("abcde"[point] for point in sorted(points))
    assert one.shifted(3) == Span(one.start + 3, one.end + 3)
    for other in SPANS:
        others = set(range(other.start, other.end))
        assert one.overlaps(other) == bool(points & others)
        if others:
            assert (other in one) == (others <= points)
        else:  # a place between code points
            assert (other in one) == (other.start in {*points, one.start, one.end})


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2), (-2, -1)])
def test_a_span_runs_forwards_from_the_start_of_a_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"^no span runs from {start} to {end}$"):
        Span(start, end)


def nested(wrap: Callable[[Any], Any], innermost: Any) -> Any:
    """*innermost* wrapped a hundred thousand times."""
    return functools.reduce(lambda inner, _: wrap(inner), range(100_000), innermost)


@pytest.mark.parametrize(
    "data",
    [
        {"published": 10**5000},
        {"images": [{"url": "a", "width": 10**5000}]},
        {"body": [{"text": "a", "level": 10**5000}]},
        {"headline": nested(lambda inner: [inner], [])},
        {"body": nested(lambda inner: [inner], [])},
        nested(lambda inner: {"body": [inner]}, {}),
    ],
    ids=["a large time", "a large width", "a large level", "a deep text", "a deep body", "a deep article"],
)
def test_what_is_too_large_to_be_shown_is_still_told_of(data: dict[str, Any]) -> None:
    with pytest.raises(ReadError) as error:
        Article.from_dict(data)

    assert len(str(error.value)) < 300


def test_a_time_told_twice_in_a_night_is_read_back() -> None:
    for fold in (0, 1):
        night = dt.datetime(2023, 11, 5, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=fold)
        article = Article(published=night, byline=Byline((Contributor("Ada Quill"),), updated=night))
        assert Article.from_dict(article.to_dict()) == article
        assert article.published is not None
        assert article.published.isoformat() == f"2023-11-05T01:30:00-0{4 + fold}:00"
