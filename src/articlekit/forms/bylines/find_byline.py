"""Finding and parsing bylines."""

from collections.abc import Sequence

from attrs import evolve

from articlekit.forms.bylines.byline_rules import RULES, WHOLE_RULES
from articlekit.grammar import Rule, Scanner, check_text, first_match, parse_whole
from articlekit.grammar.tokens import SPACES
from articlekit.model import Byline, Parsed
from articlekit.span import Span

__all__ = ["find_byline", "parse_byline"]


def find_byline(text: str, rules: Sequence[Rule[Byline]] = RULES) -> Parsed[Byline] | None:
    """
    The byline in *text*, or None where there is none. Never raises on a ``str``; `TypeError` on others.

    *text* is a byline as readers see it, or a line that ends in one; its span leaves out blanks
    and whatever stands in front of the byline.

    >>> found = find_byline("By ADA QUILL and TOM REED, The Associated Press")
    >>> [author.name for author in found.value.authors], found.value.organizations
    (['Ada Quill', 'Tom Reed'], ('The Associated Press',))
    >>> find_byline("The council met on Monday to vote on the budget, and nobody came.") is None
    True
    """
    check_text(text, "a byline")
    scanner = Scanner(text)
    scanner.take(SPACES)
    found = first_match(rules, scanner)
    if found is None:
        return None
    return evolve(found, span=Span(found.span.end - len(found.value.text), found.span.end))


def parse_byline(text: str) -> Byline:
    """
    The byline that the whole of *text* is.

    Raises:
        ParseError: *text* names neither a person, an organisation nor a time, or says more than a byline does.

    >>> parse_byline("By Ada Quill, Staff Writer").authors[0].role
    'Staff Writer'
    >>> parse_byline("By Ada Quill, Jan. 32, 2024")
    Traceback (most recent call last):
    articlekit.errors.ParseError: expected a byline, of people, houses, roles and times alone
        By Ada Quill, Jan. 32, 2024
                    ^
    """
    return parse_whole(text, WHOLE_RULES, "byline", "a byline", ", of people, houses, roles and times alone")
