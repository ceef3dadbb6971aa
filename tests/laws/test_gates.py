"""What is asked before a text is read, for speed, refuses nothing that the full reading finds."""

from hypothesis import given
from hypothesis import strategies as some

from articlekit import find_contributor_note, find_dateline, format_contributor_note, format_dateline
from articlekit import strategies as st
from articlekit.forms.datelines import RULES as DATELINES
from articlekit.forms.notes import RULES as NOTES
from articlekit.lexicon.words import phrases

_STARTS = (
    "",
    "It rained. ",
    "“It rained.” ",
    "It rained.\n",
    "It rained! ",
    "It rained — ",
    "It rained (",
    "[",
    "_",
    "• ",
)
_LEADS = sorted({*phrases("credit_leads"), *phrases("credit_passives")})
_CASES = (str.lower, str.upper, str.title, str.capitalize)


@given(some.sampled_from(_STARTS), some.sampled_from(_LEADS), some.sampled_from(_CASES), some.sampled_from((" ", ": ")))
def test_a_note_is_found_behind_whatever_it_may_follow(start: str, lead: str, case: object, mark: str) -> None:
    assert callable(case)
    text = f"{start}{case(lead)}{mark}Ada Quill and Tom Reed."

    assert find_contributor_note(text) == find_contributor_note(text, list(NOTES))


@given(st.contributor_notes().map(format_contributor_note), some.sampled_from(_STARTS))
def test_a_written_note_is_found_behind_whatever_it_may_follow(note: str, start: str) -> None:
    assert find_contributor_note(start + note) == find_contributor_note(start + note, list(NOTES))


@given(
    some.one_of(st.datelines().map(format_dateline), st.texts()),
    some.sampled_from(("", " ", "\n\n", "_ ", "(Corrects) ", "“")),
)
def test_a_dateline_is_found_by_the_gate_or_not_at_all(line: str, start: str) -> None:
    text = f"{start}{line} The mayor said so."

    assert find_dateline(text) == find_dateline(text, list(DATELINES))
