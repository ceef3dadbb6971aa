"""
The draft of an article: blocks of text in reading order, and what the document claims about itself.

Its parts are tuples: a page has hundreds of them, and no other immutable value is made as fast.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from articlekit.typography import without_halves

__all__ = [
    "MOST_BLOCKS",
    "TOO_MANY_BLOCKS",
    "Claim",
    "Draft",
    "DraftBlock",
    "Frame",
    "Hint",
    "Mark",
    "Picture",
    "ShownImage",
    "claimed_text",
]

#: the most blocks that a page is read in, and the most lines of a text: twelve times the blocks of the largest of 1,666
#: pages of articles, so that a million blocks of a letter take no gigabyte and no minute
MOST_BLOCKS = 20_000
#: the warning of a document that has more
TOO_MANY_BLOCKS = f"there are more than {MOST_BLOCKS:,} blocks or lines of text: the rest is left over as one"


#: tags of links and letters, which pages leave in what is no HTML; others may be what a headline is about
_TAG = re.compile(r"</?(?:a|abbr|b|br|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>]{0,300}>", re.IGNORECASE)


def claimed_text(text: str) -> str:
    """
    *text* of a claim as it is kept: without tags of links and letters, in single blanks.

    Halves of surrogate pairs, which JSON can escape and no text can hold, are shown as U+FFFD.

    >>> claimed_text('By <a href="/ada">Ada  Quill</a>'), claimed_text("What <video> can do")
    ('By Ada Quill', 'What <video> can do')
    """
    return " ".join(without_halves(_TAG.sub("", text) if "<" in text else text).split())


class Hint(StrEnum):
    """What the document says a block is, by its tag or by the name it gives to it."""

    TEXT = "text"
    HEADLINE = "headline"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    TIME = "time"
    DECK = "deck"
    KICKER = "kicker"
    #: the text of the article itself
    BODY = "body"
    #: beside the article: related stories, newsletters, share bars, advertisements, hidden text
    ASIDE = "aside"
    NAVIGATION = "navigation"
    COMMENT = "comment"

    __hash__ = str.__hash__  # an enumeration's own is slow, and hints are looked up at every element


class Mark(NamedTuple):
    """
    What is marked in the text of a block, half-open: a ``link`` with its *url* as written, ``emphasis``, ``strong``,
    a ``cell`` of a row or a ``header`` cell.

    >>> Mark("link", 8, 12, "/pier").url
    '/pier'
    """

    kind: str
    start: int
    end: int
    url: str = ""


class DraftBlock(NamedTuple):
    """
    A block of text as it stands in the document.

    *start* counts code points of the source that *origin* names: the empty string is the document
    itself, else it is the path of an element, whose own text is its blocks with one blank between
    each, blanks as a browser shows them. *text* is what stands there. *gap* is the number of blank
    lines in front, *linked* the number of code points that are links, *frame* the place in the
    draft's frames of the container in which the block stands, *picture* that of the picture in
    whose figure it stands, *marks* what is marked in its text.

    >>> DraftBlock("MOSCOW -- ", 20).gap
    0
    """

    text: str
    start: int
    origin: str = ""
    hint: Hint = Hint.TEXT
    gap: int = 0
    linked: int = 0
    frame: int = 0
    picture: int | None = None
    marks: tuple[Mark, ...] = ()


class Frame(NamedTuple):
    """
    A container of blocks: *parent* is the place of the one around it, -1 for the outermost; *name* its classes.

    *number* is that of an item in a numbered list.

    >>> Frame(-1).hint.value
    'text'
    """

    parent: int
    hint: Hint = Hint.TEXT
    tag: str = ""
    name: str = ""
    number: int | None = None


class Picture(NamedTuple):
    """
    An image of the document: its address as written, its size in pixels where it is given.

    >>> Picture("/gull.jpg", width=640).height is None
    True
    """

    url: str
    width: int | None = None
    height: int | None = None


class ShownImage(NamedTuple):
    """
    An ``img`` of a page: its attributes, how many blocks stand in front of it, and its path.

    >>> ShownImage({"src": "/gull.jpg"}, 4).at
    4
    """

    attributes: Mapping[str, str]
    at: int
    origin: str = ""


class Claim(NamedTuple):
    """
    What a document says of itself outside its running text: *field* is the article's, *origin* where it stands.

    *kind* is the vocabulary that says it, such as ``json-ld`` or ``open-graph``; claims of one *group*
    are said of the same thing, 0 is the page. *at* is how many blocks stand in front of it in the document.

    >>> Claim("headline", "Harbor bridge reopens", "/html/head/meta[1]/@content", "open-graph").field
    'headline'
    """

    field: str
    text: str
    origin: str
    kind: str = ""
    group: int = 0
    at: int = 0


@frozen
class Draft:
    """
    A document read: its blocks in reading order, its claims, its address and warnings.

    *beyond* are blocks that are none of the article, whatever they say: other stories of the text, a wire's slugs,
    what stands behind the most blocks or tags that are read.
    *images* are those in the page that do not stand beside the article.
    *source* is the text as given, where blocks of the document itself do not show it letter by letter.

    >>> Draft(()).claims
    ()
    """

    blocks: tuple[DraftBlock, ...]
    claims: tuple[Claim, ...] = ()
    url: str | None = None
    warnings: tuple[str, ...] = field(default=())
    frames: tuple[Frame, ...] = ()
    pictures: tuple[Picture, ...] = ()
    beyond: tuple[DraftBlock, ...] = ()
    images: tuple[ShownImage, ...] = ()
    source: str = ""
