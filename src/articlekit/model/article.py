"""The article: everything a careful reader takes from one news page."""

import datetime as dt
from enum import StrEnum
from importlib import import_module

from attrs import field, frozen

from articlekit.model.body import Block, BlockKind, Table
from articlekit.model.checks import Instance, TupleOf, at_a_fixed_offset
from articlekit.model.mapping import Mapped
from articlekit.model.people import Byline, Contributor, ContributorNote, Moment
from articlekit.model.photos import Image, Photo
from articlekit.model.places import Dateline

__all__ = ["Article", "EndMatter", "EndMatterKind"]

_text = Instance(str, type(None))


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
class EndMatter(Mapped):
    """
    A line that belongs to the article and not to its body: a correction, a copyright line and the like.

    >>> EndMatter(EndMatterKind.CORRECTION, text="Correction: The bridge has two lanes.").kind.value
    'correction'
    """

    kind: EndMatterKind = field(validator=Instance(EndMatterKind))
    text: str = field(validator=Instance(str))


@frozen(repr=False)
class Article(Mapped):
    """
    A news article as published, typed and immutable.

    Every field may be empty: what the source does not say is None or an empty tuple, never
    completed from today or from elsewhere. *published* and *modified* are aware datetimes where
    the source gives a zone, naive where it gives only a time, dates where it gives only a day.
    *body* holds the blocks of the story, `Block` and `Table`. *images* are those that the page names as the article's
    and those in it, the lead first; *languages* BCP 47 tags; *canonical_url* the address that the page itself gives.
    *notes* holds contributor notes and end matter in printed order; *leftover* the text that belongs
    to no field, in printed order; *warnings* what could not be read, in plain words.

    Raises:
        InvalidValue: a field holds a value of the wrong type.

    >>> article = Article(headline="Harbor bridge reopens", body=(Block("It took a year."),))
    >>> article
    <Article 'Harbor bridge reopens', 1 block>
    >>> article.paragraphs
    ('It took a year.',)
    >>> Article.from_dict(article.to_dict()) == article
    True
    """

    headline: str | None = field(default=None, kw_only=True, validator=_text)
    deck: str | None = field(default=None, kw_only=True, validator=_text)
    byline: Byline | None = field(default=None, kw_only=True, validator=Instance(Byline, type(None)))
    published: Moment | None = field(
        default=None, kw_only=True, converter=at_a_fixed_offset, validator=Instance(dt.date, type(None))
    )
    modified: Moment | None = field(
        default=None, kw_only=True, converter=at_a_fixed_offset, validator=Instance(dt.date, type(None))
    )
    dateline: Dateline | None = field(default=None, kw_only=True, validator=Instance(Dateline, type(None)))
    body: tuple[Block | Table, ...] = field(default=(), kw_only=True, validator=TupleOf(Block, Table))
    photos: tuple[Photo, ...] = field(default=(), kw_only=True, validator=TupleOf(Photo))
    notes: tuple[ContributorNote | EndMatter, ...] = field(
        default=(), kw_only=True, validator=TupleOf(ContributorNote, EndMatter)
    )
    print_headline: str | None = field(default=None, kw_only=True, validator=_text)
    section: str | None = field(default=None, kw_only=True, validator=_text)
    publisher: str | None = field(default=None, kw_only=True, validator=_text)
    languages: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))
    description: str | None = field(default=None, kw_only=True, validator=_text)
    images: tuple[Image, ...] = field(default=(), kw_only=True, validator=TupleOf(Image))
    canonical_url: str | None = field(default=None, kw_only=True, validator=_text)
    url: str | None = field(default=None, kw_only=True, validator=_text)
    keywords: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))
    leftover: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))
    warnings: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))

    def __repr__(self) -> str:
        """What the article is at a glance; `to_dict` tells all of it."""
        told = [repr(_cut(self.headline))] if self.headline else []
        told += [f"by {_cut(', '.join(author.name for author in self.authors))}"] if self.authors else []
        told += [self.published.isoformat()] if self.published else []
        counts = {"block": self.body, "photo": self.photos, "note": self.notes, "warning": self.warnings}
        told += [f"{len(items)} {name}{'s' * (len(items) != 1)}" for name, items in counts.items() if items]
        return f"<Article {', '.join(told) or 'empty'}>"

    def _repr_html_(self) -> str:
        fragment: str = import_module("articlekit.view").article_fragment(self)
        return fragment

    @property
    def authors(self) -> tuple[Contributor, ...]:
        """The byline's authors: persons only, in printed order."""
        return self.byline.authors if self.byline else ()

    @property
    def language(self) -> str | None:
        """The first of the languages."""
        return self.languages[0] if self.languages else None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of every body block in order, of tables that of each row; headings included, the dateline off."""
        return tuple(text for block in self.body for text in _texts_of(block))

    @property
    def text(self) -> str:
        """The body as printed: the dateline back on its paragraph, blocks joined by blank lines."""
        texts = [block.text for block in self.body]
        if self.dateline and self.dateline.text:
            paragraphs = (i for i, block in enumerate(self.body) if block.kind is BlockKind.PARAGRAPH)
            lead = next(paragraphs, 0)
            texts[lead : lead + 1] = [self.dateline.text + "".join(texts[lead : lead + 1])]
        return "\n\n".join(texts)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


_LONGEST_SHOWN = 60  # code points in a repr


def _texts_of(block: Block | Table) -> tuple[str, ...]:
    return block.lines if isinstance(block, Table) else (block.text,)
