"""Finding and parsing photo credits."""

from articlekit.forms.credits.finding import credit_at_end
from articlekit.forms.credits.reading import RULES
from articlekit.grammar import check_text, parse_whole
from articlekit.model import Parsed, PhotoCredit

__all__ = ["find_photo_credit", "parse_photo_credit"]


def parse_photo_credit(text: str) -> PhotoCredit:
    """
    The photo credit that the whole of *text* is, with or without brackets.

    Raises:
        ParseError: *text* names neither a photographer, an agency nor a condition.

    >>> parse_photo_credit("Photo by ADA QUILL / POOL / AFP").agencies
    ('AFP',)
    >>> parse_photo_credit("()")
    Traceback (most recent call last):
    articlekit.errors.ParseError: expected a photo credit
        ()
        ^
    """
    return parse_whole(text, RULES, "credit", "a photo credit")


def find_photo_credit(text: str) -> Parsed[PhotoCredit] | None:
    """
    The photo credit at the end of *text*: in brackets, or behind a sentence, a label or a mark.

    Several credits in a row are one. None where there is none. Never raises on a ``str``; `TypeError` on others.

    >>> find_photo_credit("A gull on the pier. (AP Photo/Ada Quill)").span
    Span(start=20, end=40)
    >>> find_photo_credit("A gull stands on the pier and looks at the sea.") is None
    True
    """
    check_text(text, "a photo credit")
    return credit_at_end(text, 0, len(text))
