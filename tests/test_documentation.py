"""Every example of the documentation runs, and the pages written from the code are current."""

import re
from pathlib import Path

import pytest
from sybil.document import Document
from sybil.parsers.myst import PythonCodeBlockParser

import articlekit
import pages

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("path", [p for p in PAGES if "_build" not in p.parts], ids=lambda p: str(p.relative_to(ROOT)))
def test_the_examples_of_a_page_run(path: Path) -> None:
    for library in re.findall(r"^>>> import (pyarrow|polars|duckdb)", path.read_text("utf-8"), re.MULTILINE):
        pytest.importorskip(library)
    document = Document.parse(str(path), PythonCodeBlockParser())
    for example in document.examples():
        example.evaluate()


def test_every_public_name_is_in_the_reference() -> None:
    told = set(re.findall(r"auto\w+:: articlekit\.(\w+)$", (pages.DOCS / "api.md").read_text("utf-8"), re.MULTILINE))

    assert told >= set(articlekit.__all__)


def test_every_field_of_an_article_is_told() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (pages.DOCS / "article.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(told) == sorted(articlekit.Article().to_full_dict())


@pytest.mark.parametrize("name", pages.PAGES)
def test_a_page_written_from_the_code_is_current(name: str) -> None:
    assert pages.PAGES[name]() == (pages.DOCS / name).read_text("utf-8"), "run python tests/pages.py"
