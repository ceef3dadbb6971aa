"""An article as a row: every column, always of one type, in every library that holds frames."""

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from articlekit import (
    ROW_SCHEMA,
    Article,
    ColumnType,
    explain_text,
    parse_text,
    sample_text,
    to_markdown,
    to_row,
    to_text,
)
from articlekit.strategies import articles

TYPES: dict[ColumnType, tuple[type, ...]] = {
    ColumnType.STRING: (str, type(None)),
    ColumnType.STRINGS: (list,),
    ColumnType.INTEGER: (int, type(None)),
    ColumnType.DATE: (dt.date, type(None)),
    ColumnType.INSTANT: (dt.datetime, type(None)),
}
EASTERN = dt.timezone(dt.timedelta(hours=-5))
#: times of every kind, of all of which a frame's columns must be of one type
ARTICLES = (
    Article(),
    parse_text(sample_text()),
    Article(headline="A", published=dt.date(2024, 3, 8)),
    Article(headline="B", published=dt.datetime(2024, 3, 8, 17, 15), keywords=("pier",)),
    Article(headline="C", published=dt.datetime(2024, 3, 8, 17, 15, tzinfo=EASTERN), modified=dt.date(2024, 3, 9)),
)


@given(articles())
def test_a_row_has_every_column_of_its_type(article: Article) -> None:
    row = to_row(article)

    assert list(row) == list(ROW_SCHEMA)
    for name, value in row.items():
        assert isinstance(value, TYPES[ROW_SCHEMA[name]]), name
        assert not isinstance(value, list) or all(isinstance(item, str) for item in value)
        if ROW_SCHEMA[name] is ColumnType.DATE:
            assert type(value) in (dt.date, type(None))
        if ROW_SCHEMA[name] is ColumnType.INSTANT and isinstance(value, dt.datetime):
            assert value.utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    ("published", "columns"),
    [
        (None, (None, None, None, None, None)),
        (dt.date(2024, 3, 8), (dt.date(2024, 3, 8), None, None, None, "day")),
        (dt.datetime(2024, 3, 8, 17, 15), (dt.date(2024, 3, 8), "17:15:00", None, None, "local")),
        (
            dt.datetime(2024, 3, 8, 21, 15, tzinfo=EASTERN),
            (dt.date(2024, 3, 8), "21:15:00", dt.datetime(2024, 3, 9, 2, 15, tzinfo=dt.UTC), -300, "instant"),
        ),
        (
            dt.datetime(1, 1, 1, 0, 0, tzinfo=dt.timezone(dt.timedelta(hours=5))),
            (dt.date(1, 1, 1), "00:00:00", None, 300, "instant"),
        ),
    ],
)
def test_a_time_is_told_in_five_columns(published: dt.date | None, columns: tuple[object, ...]) -> None:
    row = to_row(Article(published=published))

    assert tuple(row[f"published_{part}"] for part in ("date", "time", "utc", "offset", "precision")) == columns


def test_the_lists_of_authors_are_of_one_length_and_those_of_photos() -> None:
    row: dict[str, Any] = to_row(parse_text(sample_text()))

    assert row["authors"] == ["Rosalind McVey", "Tobias van der Meer"]
    assert {len(row[name]) for name in ("authors", "author_roles", "author_organizations", "author_emails")} == {2}
    assert len({len(row[name]) for name in ("captions", "photo_credits", "photo_urls")}) == 1
    assert row["photo_credits"][0]
    assert row["contributors"]


SUBSETS = [rows for count in (1, 2) for rows in itertools.combinations(map(to_row, ARTICLES), count)]


@pytest.mark.parametrize("rows", SUBSETS, ids=lambda rows: "+".join(str(row["headline"]) for row in rows))
def test_arrow_polars_and_pandas_read_any_rows_with_one_schema(rows: tuple[dict[str, Any], ...]) -> None:
    pa = pytest.importorskip("pyarrow")
    pl = pytest.importorskip("polars")
    schema = pa.schema([(name, ARROW[kind](pa)) for name, kind in ROW_SCHEMA.items()])
    table = pa.Table.from_pylist(list(rows), schema=schema)

    assert table.to_pylist() == list(rows)
    frame = pl.from_arrow(table)
    assert frame.schema == pl.from_arrow(schema.empty_table()).schema
    assert [dict(row) for row in frame.iter_rows(named=True)] == list(rows)


ARROW: dict[ColumnType, Callable[[Any], Any]] = {
    ColumnType.STRING: lambda pa: pa.string(),
    ColumnType.STRINGS: lambda pa: pa.list_(pa.string()),
    ColumnType.INTEGER: lambda pa: pa.int32(),
    ColumnType.DATE: lambda pa: pa.date32(),
    ColumnType.INSTANT: lambda pa: pa.timestamp("us", tz="UTC"),
}


def test_the_names_of_the_types_are_those_that_arrow_gives() -> None:
    pa = pytest.importorskip("pyarrow")

    assert {
        kind: str(make(pa)).replace("date32[day]", "date32").replace("item: ", "").replace("element: ", "")
        for kind, make in ARROW.items()
    } == {kind: kind.value for kind in ColumnType}


@pytest.mark.parametrize("write", [to_row, to_markdown, to_text])
def test_what_is_no_article_is_told_so(write: Callable[[Any], Any]) -> None:
    wrongs: tuple[Any, ...] = (None, {}, explain_text(""))
    for wrong in wrongs:
        with pytest.raises(TypeError, match="expected an Article, not "):
            write(wrong)
