"""The article: everything a careful reader takes from one news page."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from articlekit.model.checks import Instance, TupleOf
from articlekit.model.mapping import from_mapping, to_mapping
from articlekit.model.people import Byline, Contributor, ContributorNote, Moment
from articlekit.model.photos import Photo
from articlekit.model.places import Dateline

__all__ = ["Article", "Block", "BlockKind", "EndMatter", "EndMatterKind"]

_text = Instance(str, type(None))


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"


@frozen
class Block:
    """
    One block of the body: a paragraph, section heading, list item or block quotation.

    Raises:
        InvalidValue: *kind* is no `BlockKind`, or *text* no string.

    >>> Block("The bridge reopened on Friday.").kind.value
    'paragraph'
    """

    text: str = field(validator=Instance(str))
    kind: BlockKind = field(default=BlockKind.PARAGRAPH, validator=Instance(BlockKind))


class EndMatterKind(StrEnum):
    """What a line around the story is, where it names no contributor."""

    CORRECTION = "correction"
    EDITORS_NOTE = "editors_note"
    COPYRIGHT = "copyright"
    FOLLOW = "follow"
    SUPPORT_DISCLOSURE = "support_disclosure"
    DISCLAIMER = "disclaimer"
    LOCATION = "location"
    BIO = "bio"
    PRINT_HEADLINE = "print_headline"
    FURNITURE = "furniture"


@frozen
class EndMatter:
    """
    A line that belongs to the article and not to its body: a correction, a copyright line and the like.

    >>> EndMatter(EndMatterKind.CORRECTION, text="Correction: The bridge has two lanes.").kind.value
    'correction'
    """

    kind: EndMatterKind = field(validator=Instance(EndMatterKind))
    text: str = field(validator=Instance(str))


@frozen
class Article:
    """
    A news article as published, typed and immutable.

    Every field may be empty: what the source does not say is None or an empty tuple, never
    completed from today or from elsewhere. *published* and *modified* are aware datetimes where
    the source gives a zone, naive where it gives only a time, dates where it gives only a day.
    *notes* holds contributor notes and end matter in printed order; *leftover* the text that belongs
    to no field, in printed order; *warnings* what could not be read, in plain words.

    Raises:
        InvalidValue: a field holds a value of the wrong type.

    >>> article = Article(headline="Harbor bridge reopens", body=(Block("It took a year."),))
    >>> article.paragraphs
    ('It took a year.',)
    >>> Article.from_dict(article.to_dict()) == article
    True
    """

    headline: str | None = field(default=None, kw_only=True, validator=_text)
    deck: str | None = field(default=None, kw_only=True, validator=_text)
    byline: Byline | None = field(default=None, kw_only=True, validator=Instance(Byline, type(None)))
    published: Moment | None = field(default=None, kw_only=True, validator=Instance(dt.date, type(None)))
    modified: Moment | None = field(default=None, kw_only=True, validator=Instance(dt.date, type(None)))
    dateline: Dateline | None = field(default=None, kw_only=True, validator=Instance(Dateline, type(None)))
    body: tuple[Block, ...] = field(default=(), kw_only=True, validator=TupleOf(Block))
    photos: tuple[Photo, ...] = field(default=(), kw_only=True, validator=TupleOf(Photo))
    notes: tuple[ContributorNote | EndMatter, ...] = field(
        default=(), kw_only=True, validator=TupleOf(ContributorNote, EndMatter)
    )
    print_headline: str | None = field(default=None, kw_only=True, validator=_text)
    section: str | None = field(default=None, kw_only=True, validator=_text)
    publisher: str | None = field(default=None, kw_only=True, validator=_text)
    language: str | None = field(default=None, kw_only=True, validator=_text)
    url: str | None = field(default=None, kw_only=True, validator=_text)
    keywords: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))
    leftover: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))
    warnings: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))

    @property
    def authors(self) -> tuple[Contributor, ...]:
        """The byline's authors: persons only, in printed order."""
        return self.byline.authors if self.byline else ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of every body block in order, section headings included, the dateline taken off."""
        return tuple(block.text for block in self.body)

    @property
    def text(self) -> str:
        """The body as printed: the dateline back on its paragraph, blocks joined by blank lines."""
        texts = list(self.paragraphs)
        if self.dateline and self.dateline.text:
            kinds = [block.kind for block in self.body]
            lead = kinds.index(BlockKind.PARAGRAPH) if BlockKind.PARAGRAPH in kinds else 0
            texts[lead : lead + 1] = [self.dateline.text + "".join(texts[lead : lead + 1])]
        return "\n\n".join(texts)

    def to_dict(self) -> dict[str, Any]:
        """
        The article as JSON-ready data: strings, numbers, lists and dicts.

        Fields that hold nothing are left out; times are ISO 8601 strings, partial dates dicts of
        their parts. `from_dict` reads it back exactly, the ``text`` of every value included.
        """
        return to_mapping(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Article":
        """
        The article that `to_dict` wrote.

        Raises:
            ReadError: *data* is not such a mapping; the message names the path, as in ``$.byline.authors[0]``.
        """
        return from_mapping(cls, data)
