"""Finding and parsing contributor notes."""

from collections.abc import Sequence
from functools import cache

from articlekit.forms.notes.note_rules import RULES
from articlekit.grammar import Finder, Rule, Scanner, check_text, first_match, parse_whole
from articlekit.grammar.tokens import SPACES
from articlekit.lexicon.words import phrases
from articlekit.model import ContributorNote, Parsed

__all__ = ["find_contributor_note", "parse_contributor_note"]

#: parts of the verbs by which people are said to have worked, one of which stands in every note without a lead
_VERB_SIGNS = ("ontributed", "eported from", "ted this", "rote from", "ssisted", "rovided research")
_MARKS = frozenset('([*—–-_•"“')  # in front of a lead
_OPENING_MARKS = '([*—–-_•"“ \n'
#: the marks behind which a note may begin, beside a full stop and a blank
_MARKED_STARTS = ("(", "\n", "[", "*", "!", "?", ".'", '."', ".)")
_ANY_MARKED_STARTS = (*_MARKED_STARTS, "—", "–", ".”", ".’")
_PREFIX = 6  # letters by which most sentences show that they open no note: "With a", not "With t"
_STARTS = Finder(r"(?:^|[.!?]['\"”’)]?\s{1,3}|\n\s{0,9}|\s(?=[—–(\[*]))(?=\S)")
_MOST_STARTS = 60


def find_contributor_note(text: str, rules: Sequence[Rule[ContributorNote]] = RULES) -> Parsed[ContributorNote] | None:
    """
    The first contributor note in *text*, or None where there is none. Never raises on a ``str``; `TypeError` on others.

    A note begins where a sentence may begin; its span leaves out blanks, and reaches over all
    the clauses that follow one another.

    >>> found = find_contributor_note("The lake froze. CNN's Ada Quill contributed to this report.")
    >>> found.span, found.value.credits[0].people[0].organization
    (Span(start=16, end=59), 'CNN')
    >>> find_contributor_note("The doctors contributed money to this hospital.") is None
    True
    """
    check_text(text, "a contributor note")
    if rules is RULES and not _may_hold_note(text):
        return None
    scanner = Scanner(text)
    for number, start in enumerate(_STARTS.all(text)):
        if number == _MOST_STARTS:
            break
        scanner.pos = start.end()
        scanner.take(SPACES)
        found = first_match(rules, scanner)
        if found is not None:
            return found
    return None


def _may_hold_note(text: str) -> bool:
    """
    Whether *text* is worth reading: every paragraph of every page is asked, and few hold a note.

    A note has one of a few verbs, or a sentence, line or bracket that opens with a known lead.
    """
    for sign in _VERB_SIGNS:
        if sign in text:
            return True
    prefixes = _prefixes()
    for sentence in text.split(". "):
        if (sentence[:_PREFIX].casefold() in prefixes or sentence[:1] in _MARKS) and _opens_note(sentence):
            return True
    for mark in _MARKED_STARTS if text.isascii() else _ANY_MARKED_STARTS:
        if mark in text and any(map(_opens_note, text.split(mark)[1:])):
            return True
    return text.isupper() and text.isascii()


@cache
def _leads() -> tuple[str, ...]:
    return (*phrases("credit_leads"), *phrases("credit_passives"))


@cache
def _prefixes() -> frozenset[str]:
    """The first letters of every lead, folded."""
    return frozenset(f"{lead}{mark}"[:_PREFIX] for lead in _leads() for mark in " :")


def _opens_note(text: str) -> bool:
    return text[:_LONGEST_LEAD].lstrip(_OPENING_MARKS).casefold().startswith(_leads())


_LONGEST_LEAD = 60  # code points, the marks in front of it included


def parse_contributor_note(text: str) -> ContributorNote:
    """
    The contributor note that the whole of *text* is.

    Raises:
        ParseError: *text* is no note, or says more than a note does.

    >>> parse_contributor_note("(Reporting by Ada Quill; Editing by Tom Reed)").credits[1].role.value
    'editing'
    """
    return parse_whole(text, RULES, "note", "a contributor note")
