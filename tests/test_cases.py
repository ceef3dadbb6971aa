"""
Example texts of each form, as data: what is read, by which rule, and what must not be.

A case file holds objects with ``label``, ``comment``, ``text``, ``rule``, ``found`` (the stretch of text that the
form covers) and ``value`` (in the words of a careful reader). ``negative.json`` holds texts that a form must refuse,
``known-failures.json`` cases that do not work yet: each must go on failing, or move.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articlekit import (
    Parsed,
    classify_end_matter,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_photo_credit,
)
from reading import view

CASES = Path(__file__).parent / "cases"
FIND: dict[str, Callable[[str], Parsed[Any] | None]] = {
    "datelines": find_dateline,
    "bylines": find_byline,
    "notes": find_contributor_note,
    "captions": find_caption,
    "credits": find_photo_credit,
}


def load(name: str) -> list[Any]:
    return [pytest.param(case, id=case["label"]) for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))]


def of_all_forms() -> list[Any]:
    return [pytest.param(form, *case.values, id=f"{form}: {case.id}") for form in FIND for case in load(form)]


def agrees(case: dict[str, Any], form: str) -> bool:
    found = FIND[form](case["text"])
    if found is None:
        return False
    read = {"rule": found.rule, "found": found.span.of(case["text"]), "value": view(found.value)}
    return read == {key: case[key] for key in read}


@pytest.mark.parametrize(("form", "case"), of_all_forms())
def test_a_case_is_read_as_written_down(form: str, case: dict[str, Any]) -> None:
    found = FIND[form](case["text"])

    assert found is not None
    assert case["value"] == view(found.value)
    assert (case["rule"], case["found"]) == (found.rule, found.span.of(case["text"]))


@pytest.mark.parametrize("case", load("negative"))
def test_what_only_looks_like_a_form_is_refused(case: dict[str, Any]) -> None:
    assert FIND[case["form"]](case["text"]) is None


@pytest.mark.parametrize("case", load("known-failures"))
@pytest.mark.xfail(strict=True)
def test_what_does_not_work_yet(case: dict[str, Any]) -> None:
    assert agrees(case, case["form"])


@pytest.mark.parametrize("case", load("end-matter"))
def test_end_matter_is_told_by_its_kind(case: dict[str, Any]) -> None:
    found = classify_end_matter(case["text"])

    assert case["kind"] == (found.kind.value if found else None)
