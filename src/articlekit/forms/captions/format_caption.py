"""Captions in AP style."""

from articlekit.errors import WriteError
from articlekit.forms.captions.caption_rules import RULES
from articlekit.forms.credits import format_photo_credit
from articlekit.grammar import Scanner, first_match
from articlekit.model import Caption

__all__ = ["format_caption"]


def format_caption(caption: Caption) -> str:
    """
    *caption* in AP style: ``FILE - A gull on the pier. (AP Photo/Ada Quill, File)``.

    The people, dates, place and venue are part of the prose already. ``parse_caption`` reads the
    result back to an equal value.

    Raises:
        WriteError: no caption says this, as where the people are not those whom the prose shows.

    >>> from articlekit.model import PhotoCredit
    >>> format_caption(Caption("A gull.", credit=PhotoCredit(("Ada Quill",), ("AP",))))
    'A gull. (AP Photo/Ada Quill)'
    """
    credit = f"({format_photo_credit(caption.credit)})" if caption.credit else ""
    for marker in ("FILE - ", "") if caption.file else ("",):
        text = " ".join(filter(None, (marker + caption.text_only, credit))).strip()
        found = first_match(RULES, Scanner(text))
        if found is not None and found.value == caption and found.span.end == len(text):
            return text
    raise WriteError(f"no caption says {caption!r:.200}")
