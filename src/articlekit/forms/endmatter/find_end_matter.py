"""Finding and parsing end matter."""

from collections.abc import Sequence

from articlekit.forms.endmatter.end_matter_rules import RULES
from articlekit.grammar import Rule, Scanner, check_text, first_match, parse_whole
from articlekit.grammar.tokens import SPACES
from articlekit.model import EndMatter, Parsed

__all__ = ["classify_end_matter", "find_end_matter", "parse_end_matter"]


def find_end_matter(text: str, rules: Sequence[Rule[EndMatter]] = RULES) -> Parsed[EndMatter] | None:
    """
    The end matter that the line *text* is, or None where it may be one of the story.

    Never raises on a ``str``; `TypeError` on others.

    Its span leaves out blanks; its rule names the kind.

    >>> found = find_end_matter("  An earlier version of this story misstated the height of the bridge. ")
    >>> found.rule, found.span
    ('end-matter.correction', Span(start=2, end=70))
    >>> find_end_matter("The council voted on Tuesday to close the bridge.") is None
    True
    """
    check_text(text, "end matter")
    scanner = Scanner(text)
    scanner.take(SPACES)
    return first_match(rules, scanner)


def parse_end_matter(text: str) -> EndMatter:
    """
    The end matter that the whole of *text* is.

    Raises:
        ParseError: *text* may be a line of the story.

    >>> parse_end_matter("Ada Quill covers the harbor for the Ledger.").kind.value
    'bio'
    """
    return parse_whole(text, RULES, "end-matter", "end matter", ", such as a correction, a bio or a copyright line")


def classify_end_matter(text: str, rules: Sequence[Rule[EndMatter]] = RULES) -> EndMatter | None:
    """The value of `find_end_matter`: what kind of end matter *text* is, or None."""
    found = find_end_matter(text, rules)
    return found.value if found is not None else None
