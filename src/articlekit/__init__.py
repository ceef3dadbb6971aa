"""
News articles as typed, immutable values: datelines, bylines, contributor notes and photo captions.

>>> from articlekit import find_dateline
>>> find_dateline("LA CROSSE, Wis. (AP) — The levee held.").value.places[0].city
'La Crosse'
"""

from articlekit.errors import ArticleKitError, InvalidValue, ParseError, ReadError, WriteError
from articlekit.forms.bylines import find_byline, format_byline, parse_byline
from articlekit.forms.captions import find_caption, format_caption, parse_caption
from articlekit.forms.credits import find_photo_credit, format_photo_credit, parse_photo_credit
from articlekit.forms.datelines import find_dateline, format_dateline, parse_dateline
from articlekit.forms.endmatter import classify_end_matter
from articlekit.forms.notes import find_contributor_note, format_contributor_note, parse_contributor_note
from articlekit.model import (
    Article,
    Block,
    BlockKind,
    Byline,
    Caption,
    Contributor,
    ContributorNote,
    Credit,
    CreditFlag,
    CreditRole,
    Dateline,
    EndMatter,
    EndMatterKind,
    Evidence,
    Explanation,
    Parsed,
    PartialDate,
    Photo,
    PhotoCredit,
    Place,
    PlaceKind,
    Subject,
)
from articlekit.parsing import explain_text, parse_text
from articlekit.sample import sample_text
from articlekit.span import Span

__all__ = [
    "Article",
    "ArticleKitError",
    "Block",
    "BlockKind",
    "Byline",
    "Caption",
    "Contributor",
    "ContributorNote",
    "Credit",
    "CreditFlag",
    "CreditRole",
    "Dateline",
    "EndMatter",
    "EndMatterKind",
    "Evidence",
    "Explanation",
    "InvalidValue",
    "ParseError",
    "Parsed",
    "PartialDate",
    "Photo",
    "PhotoCredit",
    "Place",
    "PlaceKind",
    "ReadError",
    "Span",
    "Subject",
    "WriteError",
    "classify_end_matter",
    "explain_text",
    "find_byline",
    "find_caption",
    "find_contributor_note",
    "find_dateline",
    "find_photo_credit",
    "format_byline",
    "format_caption",
    "format_contributor_note",
    "format_dateline",
    "format_photo_credit",
    "parse_byline",
    "parse_caption",
    "parse_contributor_note",
    "parse_dateline",
    "parse_photo_credit",
    "parse_text",
    "sample_text",
]
