"""Every way in which news prints a time."""

import json
from pathlib import Path
from typing import Any

import pytest

from articlekit.forms.moments import read_moment

CASES = json.loads((Path(__file__).parent / "cases/moments.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_time_is_read_as_written_down(case: dict[str, Any]) -> None:
    moment = read_moment(case["text"])

    assert (moment.isoformat() if moment else None) == case["moment"]
