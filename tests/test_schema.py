"""What `to_dict` and `to_full_dict` write is what the JSON Schema says, and is read back whole."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from articlekit import Article, Byline, Caption, Dateline, PartialDate, Place, article_schema, parse_byline, parse_html
from articlekit.strategies import articles

SCHEMA = article_schema()
VALID = jsonschema.Draft202012Validator(SCHEMA)
PAGES = sorted((Path(__file__).parent / "documents/html").glob("*.html"))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@given(articles())
def test_both_forms_of_an_article_keep_to_the_schema_and_come_back(article: Article) -> None:
    for data in (article.to_dict(), article.to_full_dict()):
        VALID.validate(data)
        assert Article.from_dict(data) == article


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_keep_to_the_schema(path: Path) -> None:
    VALID.validate(parse_html(path.read_bytes()).to_full_dict())


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": 1},
        {"title": "Pier"},
        {"published": "June 3"},
        {"body": [{"kind": "paragraph"}]},
        {"body": [{"text": "A", "kind": "poem"}]},
        {"body": [{"text": "A", "kind": "table"}]},
        {"body": [{"text": "A", "kind": "heading", "level": 0}]},
        {"byline": {"authors": ["Ada Quill"]}},
    ],
)
def test_what_is_no_article_breaks_the_schema(wrong: dict[str, Any]) -> None:
    assert not VALID.is_valid(wrong)


def test_the_whole_form_has_every_field() -> None:
    data = Article().to_full_dict()

    assert set(data) == set(SCHEMA["properties"])
    assert (data["headline"], data["body"]) == (None, [])


@pytest.mark.parametrize(
    "value",
    [
        parse_byline("By Ada Quill, Staff Writer"),
        PartialDate(year=2024, month=5),
        Place(city="Moscow"),
        Dateline((Place(city="Moscow"),), text="MOSCOW -- "),
        Caption("A gull on the pier."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_value_is_written_and_read_back(value: "Byline | PartialDate | Place | Dateline | Caption") -> None:
    kind = type(value)

    assert kind.from_dict(json.loads(json.dumps(value.to_dict()))) == value
    assert kind.from_dict(json.loads(json.dumps(value.to_full_dict()))) == value
