"""Finding and parsing captions."""

from collections.abc import Sequence

from articlekit.forms.captions.caption_rules import RULES
from articlekit.grammar import Rule, Scanner, check_text, first_match, parse_whole
from articlekit.grammar.tokens import SPACES
from articlekit.model import Caption, Parsed

__all__ = ["find_caption", "parse_caption"]


def find_caption(text: str, rules: Sequence[Rule[Caption]] = RULES) -> Parsed[Caption] | None:
    r"""
    The caption that *text* is, or None where it is blank. Never raises on a ``str``; `TypeError` on others.

    Only its place on a page shows that a line is a caption, so any line of text is read as one;
    the rule says what showed it: ``caption.file``, ``caption.credited``, or ``caption.plain``.

    >>> found = find_caption("FILE - Mayor Ines Calloway, left, speaks in Moscow, June 5, 2019. (AP/Ada Quill)")
    >>> found.rule, found.value.people[0].position, str(found.value.date)
    ('caption.file', 'left', '2019-06-05')
    >>> find_caption("  "), find_caption("\ufeff ")
    (None, None)
    """
    check_text(text, "a caption")
    scanner = Scanner(text)
    scanner.take(SPACES)
    return first_match(rules, scanner) if scanner.pos < scanner.end else None


def parse_caption(text: str) -> Caption:
    """
    The caption that the whole of *text* is.

    Raises:
        ParseError: *text* is blank, or longer than any caption.

    >>> parse_caption("A gull. (Ada Quill/Reuters)").credit.agencies
    ('Reuters',)
    """
    return parse_whole(text, RULES, "caption", "a caption")
