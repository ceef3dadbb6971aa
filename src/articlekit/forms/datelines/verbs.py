"""Finding and parsing datelines."""

from collections.abc import Sequence

from attrs import evolve

from articlekit.forms.datelines.rules import RULES
from articlekit.grammar import Rule, Scanner, first_match, parse_whole
from articlekit.grammar.tokens import SPACES
from articlekit.model import Dateline, Parsed
from articlekit.span import Span

__all__ = ["find_dateline", "parse_dateline"]


def find_dateline(text: str, rules: Sequence[Rule[Dateline]] = RULES) -> Parsed[Dateline] | None:
    """
    The dateline at the start of *text*, or None where there is none. Never raises on a ``str``.

    Its span begins behind blanks, and behind a note or byline that stands in front of it, and
    reaches over the dash and the blanks that part it from the story.

    >>> found = find_dateline("LA CROSSE, Wis. (AP) — The levee held.")
    >>> found.value.places[0].city, found.value.agencies, found.span
    ('La Crosse', ('AP',), Span(start=0, end=23))
    >>> find_dateline("IBM -- the company") is None
    True
    """
    scanner = Scanner(text)
    scanner.take(SPACES)
    found = first_match(rules, scanner)
    if found is None:
        return None
    start = found.span.end - len(found.value.text)
    return evolve(
        found,
        span=Span(start, found.span.end),
        evidence=tuple(e for e in found.evidence if e.span.start >= start),
    )


def parse_dateline(text: str) -> Dateline:
    """
    The dateline that the whole of *text* is.

    Raises:
        ParseError: *text* is no dateline, or holds more than one.

    >>> parse_dateline("KYIV, Ukraine (AP) — ").places[0].country
    'Ukraine'
    >>> parse_dateline("KYIV said")
    Traceback (most recent call last):
    articlekit.errors.ParseError: expected a dateline, with an agency, a day, a region or a known city, and a dash
        KYIV said
            ^
    """
    return parse_whole(text, RULES, "dateline", "a dateline", _MADE_OF)


_MADE_OF = ", with an agency, a day, a region or a known city, and a dash"
