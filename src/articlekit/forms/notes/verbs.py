"""Finding and parsing contributor notes."""

from collections.abc import Sequence

from articlekit.forms.notes.rules import RULES
from articlekit.grammar import Finder, Rule, Scanner, first_match, parse_whole
from articlekit.grammar.tokens import SPACES
from articlekit.model import ContributorNote, Parsed

__all__ = ["find_contributor_note", "parse_contributor_note"]

#: parts of words, one of which stands in every note: asked of every paragraph of every page
_SIGNS = (
    "ontribut",
    "eport",
    "diting",
    "dited",
    "riting",
    "ritten",
    "files from",
    "ssist",
    "nputs from",
    "esearch",
    "hoto",
    "With ",
    "ranslat",
    "wrote",
    "ompil",
    "roduced",
    "nterview",
    "llustrat",
    "raphic",
    "ideo",
    "tory by",
    "ext by",
)
_STARTS = Finder(r"(?:^|[.!?]['\"”’)]?\s{1,3}|\n\s{0,9}|\s(?=[—–(\[*]))(?=\S)")
_MOST_STARTS = 60


def find_contributor_note(text: str, rules: Sequence[Rule[ContributorNote]] = RULES) -> Parsed[ContributorNote] | None:
    """
    The first contributor note in *text*, or None where there is none. Never raises on a ``str``.

    A note begins where a sentence may begin; its span leaves out blanks, and reaches over all
    the clauses that follow one another.

    >>> found = find_contributor_note("The lake froze. CNN's Ada Quill contributed to this report.")
    >>> found.span, found.value.credits[0].people[0].organization
    (Span(start=16, end=59), 'CNN')
    >>> find_contributor_note("The doctors contributed money to this hospital.") is None
    True
    """
    if not any(sign in text for sign in _SIGNS):
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


def parse_contributor_note(text: str) -> ContributorNote:
    """
    The contributor note that the whole of *text* is.

    Raises:
        ParseError: *text* is no note, or says more than a note does.

    >>> parse_contributor_note("(Reporting by Ada Quill; Editing by Tom Reed)").credits[1].role.value
    'editing'
    """
    return parse_whole(text, RULES, "note", "a contributor note")
