"""
News articles as typed, immutable values: datelines, bylines, contributor notes and photo captions.

>>> from articlekit import find_dateline
>>> find_dateline("LA CROSSE, Wis. (AP) — The levee held.").value.places[0].city
'La Crosse'

Names are loaded when they are first used, so that ``import articlekit`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlekit.assembly import FormRules, PageWeights, read_page_weights
    from articlekit.errors import ArticleKitError, InvalidValue, ParseError, ReadError, WriteError
    from articlekit.forms.bylines import find_byline, format_byline, parse_byline
    from articlekit.forms.captions import caption_to_iptc, find_caption, format_caption, parse_caption
    from articlekit.forms.credits import find_photo_credit, format_photo_credit, parse_photo_credit
    from articlekit.forms.datelines import (
        find_dateline,
        format_dateline,
        format_dateline_newspaper,
        format_dateline_reuters,
        parse_dateline,
    )
    from articlekit.forms.endmatter import classify_end_matter, find_end_matter, parse_end_matter
    from articlekit.forms.notes import find_contributor_note, format_contributor_note, parse_contributor_note
    from articlekit.model import (
        Article,
        Block,
        BlockKind,
        BlockReading,
        Byline,
        CandidateReading,
        Caption,
        Contributor,
        ContributorNote,
        Credit,
        CreditFlag,
        CreditRole,
        Dateline,
        Emphasis,
        EmphasisKind,
        EndMatter,
        EndMatterKind,
        Evidence,
        Explanation,
        Image,
        LineBreak,
        Link,
        Parsed,
        PartialDate,
        Photo,
        PhotoCredit,
        Place,
        PlaceKind,
        Subject,
        Table,
        article_schema,
    )
    from articlekit.parsing import explain_html, explain_text, parse_html, parse_text, parse_texts
    from articlekit.sample import sample_text
    from articlekit.span import Span
    from articlekit.writers import ROW_SCHEMA, ColumnType, to_markdown, to_row, to_text

#: where each public name lives; a test holds it against the imports above
_HOMES = {
    "FormRules": "articlekit.assembly",
    "article_schema": "articlekit.model",
    "to_text": "articlekit.writers",
    "to_row": "articlekit.writers",
    "to_markdown": "articlekit.writers",
    "ColumnType": "articlekit.writers",
    "ROW_SCHEMA": "articlekit.writers",
    "Article": "articlekit.model",
    "ArticleKitError": "articlekit.errors",
    "Block": "articlekit.model",
    "BlockKind": "articlekit.model",
    "BlockReading": "articlekit.model",
    "CandidateReading": "articlekit.model",
    "Byline": "articlekit.model",
    "Caption": "articlekit.model",
    "Contributor": "articlekit.model",
    "ContributorNote": "articlekit.model",
    "Credit": "articlekit.model",
    "CreditFlag": "articlekit.model",
    "CreditRole": "articlekit.model",
    "Dateline": "articlekit.model",
    "Emphasis": "articlekit.model",
    "EmphasisKind": "articlekit.model",
    "EndMatter": "articlekit.model",
    "EndMatterKind": "articlekit.model",
    "Evidence": "articlekit.model",
    "Explanation": "articlekit.model",
    "Image": "articlekit.model",
    "LineBreak": "articlekit.model",
    "Link": "articlekit.model",
    "InvalidValue": "articlekit.errors",
    "PageWeights": "articlekit.assembly",
    "ParseError": "articlekit.errors",
    "Parsed": "articlekit.model",
    "PartialDate": "articlekit.model",
    "Photo": "articlekit.model",
    "PhotoCredit": "articlekit.model",
    "Place": "articlekit.model",
    "PlaceKind": "articlekit.model",
    "ReadError": "articlekit.errors",
    "Span": "articlekit.span",
    "Subject": "articlekit.model",
    "Table": "articlekit.model",
    "WriteError": "articlekit.errors",
    "caption_to_iptc": "articlekit.forms.captions",
    "classify_end_matter": "articlekit.forms.endmatter",
    "find_end_matter": "articlekit.forms.endmatter",
    "parse_end_matter": "articlekit.forms.endmatter",
    "explain_html": "articlekit.parsing",
    "explain_text": "articlekit.parsing",
    "find_byline": "articlekit.forms.bylines",
    "find_caption": "articlekit.forms.captions",
    "find_contributor_note": "articlekit.forms.notes",
    "find_dateline": "articlekit.forms.datelines",
    "find_photo_credit": "articlekit.forms.credits",
    "format_byline": "articlekit.forms.bylines",
    "format_caption": "articlekit.forms.captions",
    "format_contributor_note": "articlekit.forms.notes",
    "format_dateline": "articlekit.forms.datelines",
    "format_dateline_newspaper": "articlekit.forms.datelines",
    "format_dateline_reuters": "articlekit.forms.datelines",
    "format_photo_credit": "articlekit.forms.credits",
    "parse_byline": "articlekit.forms.bylines",
    "parse_caption": "articlekit.forms.captions",
    "parse_contributor_note": "articlekit.forms.notes",
    "parse_dateline": "articlekit.forms.datelines",
    "parse_photo_credit": "articlekit.forms.credits",
    "parse_html": "articlekit.parsing",
    "parse_text": "articlekit.parsing",
    "parse_texts": "articlekit.parsing",
    "read_page_weights": "articlekit.assembly",
    "sample_text": "articlekit.sample",
}

__all__ = [
    "ROW_SCHEMA",
    "Article",
    "ArticleKitError",
    "Block",
    "BlockKind",
    "BlockReading",
    "Byline",
    "CandidateReading",
    "Caption",
    "ColumnType",
    "Contributor",
    "ContributorNote",
    "Credit",
    "CreditFlag",
    "CreditRole",
    "Dateline",
    "Emphasis",
    "EmphasisKind",
    "EndMatter",
    "EndMatterKind",
    "Evidence",
    "Explanation",
    "FormRules",
    "Image",
    "InvalidValue",
    "LineBreak",
    "Link",
    "PageWeights",
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
    "Table",
    "WriteError",
    "article_schema",
    "caption_to_iptc",
    "classify_end_matter",
    "explain_html",
    "explain_text",
    "find_byline",
    "find_caption",
    "find_contributor_note",
    "find_dateline",
    "find_end_matter",
    "find_photo_credit",
    "format_byline",
    "format_caption",
    "format_contributor_note",
    "format_dateline",
    "format_dateline_newspaper",
    "format_dateline_reuters",
    "format_photo_credit",
    "parse_byline",
    "parse_caption",
    "parse_contributor_note",
    "parse_dateline",
    "parse_end_matter",
    "parse_html",
    "parse_photo_credit",
    "parse_text",
    "parse_texts",
    "read_page_weights",
    "sample_text",
    "to_markdown",
    "to_row",
    "to_text",
]


if not TYPE_CHECKING:  # so that a type checker still sees a misspelled name

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'articlekit' has no attribute {name!r}")
        value: object = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
