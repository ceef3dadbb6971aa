"""The page that the project began with parses exactly."""

import json
from pathlib import Path

import pytest

from articlekit import parse_text
from reading import reading, without_nothing

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"


@pytest.mark.skipif(
    not CASES.is_dir(), reason="the founding page lies beside the checkout where the project is developed"
)
def test_the_founding_page_is_read_as_a_careful_reader_would() -> None:
    expected = json.loads((CASES / "putin-in-china.json").read_text("utf-8"))
    article = parse_text((CASES / "putin-in-china.txt").read_text("utf-8"))

    assert without_nothing(expected) == reading(article)
