"""Every way in which news prints a time."""

import json
from pathlib import Path
from typing import Any

import pytest

from articlekit import parse_text
from articlekit.forms.machine_times import read_machine_moment
from articlekit.forms.moments import read_moment

CASES = json.loads((Path(__file__).parent / "cases/moments.json").read_text("utf-8"))
OF_MACHINES = json.loads((Path(__file__).parent / "cases/machine-times.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_time_is_read_as_written_down(case: dict[str, Any]) -> None:
    moment = read_moment(case["text"])

    assert (moment.isoformat() if moment else None) == case["moment"]


@pytest.mark.parametrize("case", OF_MACHINES, ids=[case["label"] for case in OF_MACHINES])
def test_a_time_of_a_machine_is_read_as_written_down(case: dict[str, Any]) -> None:
    moment = read_machine_moment(case["text"])

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


MENU = "Share\n\nCopy link\n\nListen\n\nSave\n\nGift\n\nPrint\n\nComments\n\nText size"
STORY = (
    "Bridge over the river reopens\n\nThe bridge over the river reopened on Friday, eleven months after the flood that"
    " took its middle away.\n\nIt carries one lane of cars until the summer, the mayor said, and two lanes after that."
)


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("Published May 3, 2024", "2024-05-03"),
        ("May 3, 2024 6:12 PM", "2024-05-03T18:12:00"),
        ("May 3, 2024", None),
        ("Published May 3, 2024\n\nPublished June 9, 2024", None),
    ],
)
def test_a_time_line_far_above_a_pasted_story_is_its_time_where_it_is_the_only_one(
    lines: str, published: str | None
) -> None:
    found = parse_text(f"{lines}\n\n{MENU}\n\n{STORY}").published

    assert (found.isoformat() if found else None) == published
