"""Small invented pages of kinds that people complain of in public, each with what a careful reader takes from it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articlekit import Article, ContributorNote, parse_html, parse_text

CASES = json.loads((Path(__file__).parent / "cases/pages.json").read_text("utf-8"))


def read(case: dict[str, Any]) -> Article:
    page, encoding = case["page"], case.get("enc")
    if case["kind"] == "text":
        return parse_text(page, url=case.get("url"))
    return parse_html(page.encode(encoding, "xmlcharrefreplace") if encoding else page, url=case.get("url"))


#: what a case may say of a page; ``has`` and ``lacks`` are of the body, ``any:`` gives several right answers
FIELDS: dict[str, Callable[[Article], object]] = {
    "headline": lambda a: a.headline,
    "deck": lambda a: a.deck,
    "authors": lambda a: [author.name for author in a.authors],
    "roles": lambda a: [author.role for author in a.authors],
    "emails": lambda a: [author.email for author in a.authors],
    "orgs": lambda a: list(a.byline.organizations) if a.byline else [],
    "published": lambda a: a.published.isoformat() if a.published else None,
    "modified": lambda a: a.modified.isoformat() if a.modified else None,
    "paragraphs": lambda a: list(a.paragraphs),
    "captions": lambda a: [photo.caption.text_only for photo in a.photos],
    "photographers": lambda a: [
        list(photo.caption.credit.photographers) if photo.caption.credit else None for photo in a.photos
    ],
    "note_people": lambda a: [
        [person.name for credit in note.credits for person in credit.people]
        for note in a.notes
        if isinstance(note, ContributorNote)
    ],
    "warnings": lambda a: list(a.warnings),
}


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_what_people_complain_of_is_read_right(case: dict[str, Any]) -> None:
    article = read(case)
    body = "\n".join(article.paragraphs)

    for name, expected in case["expected"].items():
        if name == "has":
            assert [text for text in expected if text not in body] == []
        elif name == "lacks":
            assert [text for text in expected if text in body] == []
        elif name.startswith("any:"):
            assert FIELDS[name[4:]](article) in expected
        else:
            assert FIELDS[name](article) == expected, name
