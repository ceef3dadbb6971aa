"""Every way in which news prints a time."""

import json
from pathlib import Path
from typing import Any

import pytest

from articlekit import parse_text
from articlekit.forms.moments import read_moment

CASES = json.loads((Path(__file__).parent / "cases/moments.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_time_is_read_as_written_down(case: dict[str, Any]) -> None:
    moment = read_moment(case["text"])

    assert (moment.isoformat() if moment else None) == case["moment"]


PAGE = """Harbor budget passes

By Ada Quill | 5/6/14 7:15 AM

OSLO (AP) — The council passed the harbor budget before dawn.

The first reading had been on {other}, in a full house.
"""


@pytest.mark.parametrize(
    ("other", "published"),
    [
        ("13/5/14", "2014-06-05T07:15:00"),
        ("5/30/14", "2014-05-06T07:15:00"),
        ("4/5/14", None),
        ("13/5/14, and 5/30/14", None),
    ],
)
def test_an_ambiguous_day_is_one_where_the_other_days_of_the_page_decide_it(other: str, published: str | None) -> None:
    article = parse_text(PAGE.format(other=other))

    assert (article.published.isoformat() if article.published else None) == published
    assert article.byline is not None
    assert article.byline.published == article.published
