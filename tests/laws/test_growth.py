"""Time grows with the length of the text and no faster, on the texts that would hurt most."""

from collections.abc import Callable

import pytest

from articlekit import (
    classify_end_matter,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_photo_credit,
)
from timing import best

FIND: list[Callable[[str], object]] = [
    find_dateline,
    find_byline,
    find_contributor_note,
    find_caption,
    find_photo_credit,
    classify_end_matter,
]
HOSTILE = {
    "words": "Aa ",
    "capitals": "AB ",
    "hyphens": "A-",
    "commas": "Ab, ",
    "slashes": "AB/",
    "brackets": "(AP) ",
    "open brackets": "(",
    "dashes": "- ",
    "blanks": " ",
    "invisible marks": "\u200b",
    "initials": "A.",
    "bylines": "By Ada Quill and ",
    "notes": "Reported by Ada Quill in Oslo; ",
    "captions": "Ada Quill, left, ",
    "figures": "12 ",
    "a number": "9",
    "addresses": "a@b.",
}
SMALL, LARGE = 1_000, 16_000  # code points
#: 16 for a linear reader; 256 for a quadratic one
MOST = 16 * 4


@pytest.mark.parametrize("find", FIND, ids=lambda find: find.__name__)
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("head", ["", "By ", "MOSCOW (", "Report by "], ids=repr)
def test_time_grows_linearly(find: Callable[[str], object], unit: str, head: str) -> None:
    small, large = ((head + unit * length)[:length] for length in (SMALL, LARGE))

    assert best(find, large) / best(find, small) < MOST
