"""Finding and parsing datelines."""

from collections.abc import Sequence

from articlekit.forms.datelines.dateline_rules import RULES
from articlekit.forms.datelines.names import NAME_WORD, SMALL
from articlekit.grammar import Rule, Scanner, Token, check_text, first_match, parse_whole
from articlekit.grammar.tokens import BLANK, SPACES
from articlekit.model import Dateline, Parsed
from articlekit.span import Span
from articlekit.typography import DASHES

__all__ = ["find_dateline", "parse_dateline"]


def find_dateline(text: str, rules: Sequence[Rule[Dateline]] = RULES) -> Parsed[Dateline] | None:
    """
    The dateline at the start of *text*, or None where there is none. Never raises on a ``str``; `TypeError` on others.

    Its span begins behind blanks, and behind a note or byline that stands in front of it, and
    reaches over the dash and the blanks that part it from the story.

    >>> found = find_dateline("LA CROSSE, Wis. (AP) — The levee held.")
    >>> found.value.places[0].city, found.value.agencies, found.span
    ('La Crosse', ('AP',), Span(start=0, end=23))
    >>> find_dateline("IBM -- the company") is None
    True
    """
    check_text(text, "a dateline")
    if rules is RULES and not (text[:2].isalpha() and text[:2].isupper()) and PLAUSIBLE.pattern.match(text) is None:
        return None
    scanner = Scanner(text)
    if text[:1].isspace():
        scanner.take(SPACES)
    found = first_match(rules, scanner)
    if found is None:
        return None
    start = found.span.end - len(found.value.text)
    if start == found.span.start:
        return found
    parts = tuple(part for part in found.parts if part[1] >= start)
    return Parsed(found.value, Span(start, found.span.end), found.rule, text, parts)


#: what every text with a dateline begins with, to refuse most leads at a glance: a bracket, a day, a byline, or
#: capitalised words that a mark of a dateline follows
PLAUSIBLE = Token(
    rf"{BLANK}*+(?:[(*0-9,.;]|(?i:by|por|von|par|di|da)\b|{NAME_WORD}(?:(?:{BLANK}{{1,12}}|[/-])(?:[^\W\d_]{{1,6}}(?:{BLANK}{{1,3}}|-)){{0,2}}"
    rf"{NAME_WORD}){{0,8}}{BLANK}{{0,12}}(?:[(\[/:{DASHES}_|,،0-9\n.]|(?<=\.))|{SMALL.source})"
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
