"""Thirty invented pages, cut, with tags dropped, and in a wrong encoding: an answer each time, and nothing lost."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlekit import explain_html, explain_text, parse_html, sample_text
from evidence import faults_of_explanation

TESTS = Path(__file__).parents[1]
CASES = [case for case in json.loads((TESTS / "cases/pages.json").read_text("utf-8")) if case["kind"] == "html"]
#: of the documents those that make thirty with the pages of cases, at night all
FEW_PAGES, FEW_TEXTS = (None, None) if os.environ.get("NIGHTLY") else (7, 11)
PAGES = [path.read_bytes() for path in sorted((TESTS / "documents/html").glob("*.html"))][:FEW_PAGES]
PAGES += [case["page"].encode() for case in CASES[:: len(CASES) // 12][:12]]
TEXTS = [path.read_bytes() for path in sorted((TESTS / "documents").glob("*.txt"))][:FEW_TEXTS]
TEXTS.append(sample_text().encode())
EVERY = 97  # bytes
TAG = re.compile(rb"<[^<>]+>")
#: of the damages of a page every so many are done, at night all
STEP = 1 if os.environ.get("NIGHTLY") else 5
ENCODINGS = ("utf-16", "utf-32", "cp1252", "koi8-u", "shift_jis", "utf-7")


def cut(page: bytes) -> Iterator[bytes]:
    yield from (page[:end] for end in range(0, len(page), EVERY))


def with_a_tag_less(page: bytes) -> Iterator[bytes]:
    yield from (page[: tag.start()] + page[tag.end() :] for tag in TAG.finditer(page))


def in_wrong_encodings(page: bytes) -> Iterator[bytes]:
    for name in ENCODINGS:
        yield page.decode().encode(name, "replace")
        yield re.sub(rb"charset=[\"']?[\w-]+", b"charset=" + name.encode(), page)


def test_there_are_thirty() -> None:
    assert len(PAGES) + len(TEXTS) >= 30


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_damaged_pages(number: int) -> None:
    page = PAGES[number]
    damaged = [*list(cut(page))[::STEP], *list(with_a_tag_less(page))[::STEP], *in_wrong_encodings(page)]

    for one in damaged:
        explanation = explain_html(one)
        assert list(faults_of_explanation(explanation)) == []
    assert explain_html(page).article == parse_html(page)


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_damaged_texts(number: int) -> None:
    for end in list(range(0, len(TEXTS[number]), EVERY))[::STEP]:
        for text in (TEXTS[number][:end].decode("utf-8", "replace"), TEXTS[number][end:].decode("latin-1")):
            assert list(faults_of_explanation(explain_text(text), text)) == []
