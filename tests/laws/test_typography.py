"""How a house sets its type changes no value: dashes, quotation marks, blanks."""

from hypothesis import given
from hypothesis import strategies as some

from articlekit import Dateline, find_dateline, format_dateline
from articlekit import strategies as st

BLANKS = [" ", "\u00a0", "  ", "\u2009", "\u202f", " \u200b", "\t"]
DASHES = ["—", "–", "―", "--", "---", "-", "_", "——"]
APOSTROPHES = ["'", "’", "‘", "`", "´", "′"]
HYPHENS = ["-", "‐", "‑"]


def set_in_type(text: str, blank: str, dash: str, apostrophe: str, hyphen: str) -> str:
    """*text* with every blank, dash, apostrophe and hyphen of one kind set as another."""
    whole = text.replace("-", hyphen).replace("'", apostrophe).replace(" ", blank)
    return whole.replace("—", dash)


@given(
    st.datelines(),
    some.sampled_from(BLANKS),
    some.sampled_from(DASHES),
    some.sampled_from(APOSTROPHES),
    some.sampled_from(HYPHENS),
)
def test_type_does_not_change_a_dateline(
    dateline: Dateline, blank: str, dash: str, apostrophe: str, hyphen: str
) -> None:
    text = set_in_type(format_dateline(dateline), blank, dash, apostrophe, hyphen)
    found = find_dateline(text + "Officials said")

    assert found is not None
    assert found.value == dateline
    assert found.span.end == len(text)
