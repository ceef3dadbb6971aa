"""Each piece of evidence is of a part of the value, lies in its whole, is what stands there; every field has one."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from articlekit import (
    Parsed,
    explain_html,
    explain_text,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_end_matter,
    find_photo_credit,
    sample_text,
)
from articlekit import strategies as st
from evidence import faults_of_explanation, faults_of_parsed

TESTS = Path(__file__).parents[1]
FIND: list[Callable[[str], Parsed[Any] | None]] = [
    find_dateline,
    find_byline,
    find_contributor_note,
    find_caption,
    find_photo_credit,
    find_end_matter,
]
LINES = [
    case["text"]
    for path in sorted((TESTS / "cases").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
    if "text" in case
]
TEXTS = [path.read_bytes().decode() for path in sorted((TESTS / "documents").glob("*.txt"))] + [sample_text()]
PAGES = [path.read_bytes() for path in sorted((TESTS / "documents/html").glob("*.html"))]

GOLD = TESTS.parents[1] / "shared/gold/pages"
STEP = 1 if os.environ.get("NIGHTLY") else 25  # of the gold pages every so many are read


@pytest.mark.parametrize("find", FIND, ids=lambda f: f.__name__)
def test_evidence_of_forms(find: Callable[[str], Parsed[Any] | None]) -> None:
    found = [(parsed, line) for line in LINES if (parsed := find(line)) is not None]

    assert len(found) > 30
    assert [fault for parsed, line in found for fault in faults_of_parsed(parsed, line)] == []


@pytest.mark.parametrize("find", FIND, ids=lambda f: f.__name__)
@given(text=st.damaged(some.sampled_from(LINES)) | st.damaged(st.damaged(some.sampled_from(LINES))))
def test_evidence_of_forms_in_damaged_lines(find: Callable[[str], Parsed[Any] | None], text: str) -> None:
    found = find(text)

    assert found is None or list(faults_of_parsed(found, text)) == []


@given(some.sampled_from(TEXTS) | st.damaged(some.sampled_from(TEXTS)) | some.sampled_from(LINES))
def test_evidence_of_texts(text: str) -> None:
    assert list(faults_of_explanation(explain_text(text), text)) == []


@given(some.sampled_from(PAGES), some.integers(0, 5_000), some.integers(0, 40))
def test_evidence_of_pages(page: bytes, at: int, lost: int) -> None:
    assert list(faults_of_explanation(explain_html(page[:at] + page[at + lost :]))) == []


@pytest.mark.skipif(not GOLD.exists(), reason="reads labelled pages that are not handed out")
def test_evidence_of_real_pages() -> None:
    entries = [json.loads(line) for line in (GOLD / "pages.jsonl").read_text("utf-8").splitlines()][::STEP]
    faults = []
    for entry in entries:
        page = gzip.decompress((GOLD / entry["html"]).read_bytes())
        if entry["set"] == "pasted":
            text = page.decode("utf-8-sig")
            faults += [(entry["id"], fault) for fault in faults_of_explanation(explain_text(text), text)]
        else:
            explanation = explain_html(page, url=entry["url"])
            faults += [(entry["id"], fault) for fault in faults_of_explanation(explanation)]

    assert len(entries) >= 70
    assert faults == []
