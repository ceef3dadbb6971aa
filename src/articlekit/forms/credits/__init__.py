r"""
Photo credits: who took a photograph, and who provided it.

    credit = ["("] [label] part *(mark part) [")"]
    part   = photographer / agency / flag / nobody / branch "photo by" [rank] photographer
    mark   = "/" / "," / " via " / " - " / ";" / "|" / "and" / "for"

A part is a flag, nobody (``STR``, ``Uncredited``), a known organisation, or has the marks of one;
otherwise a name of two words and more is a photographer, unless one stands before it already
behind a slash: ``Ada Quill/Independent Record via AP``.

Source: AP caption practice, the Reuters, AFP and Getty credit lines of 2001-2026.

>>> credit = parse_photo_credit("(AP Photo/Ada Quill, Pool, File)")
>>> credit.photographers, credit.agencies, [flag.value for flag in credit.flags]
(('Ada Quill',), ('AP',), ['file', 'pool'])
>>> find_photo_credit("A gull. REUTERS/Ada Quill").value.photographers
('Ada Quill',)
"""

from articlekit.forms.credits.find_credit import find_photo_credit, parse_photo_credit
from articlekit.forms.credits.finding import credit_at_end, credit_at_head
from articlekit.forms.credits.format_credit import format_photo_credit
from articlekit.forms.credits.reading import RULES

__all__ = ["RULES", "credit_at_end", "credit_at_head", "find_photo_credit", "format_photo_credit", "parse_photo_credit"]
