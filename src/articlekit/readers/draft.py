"""The draft of an article: blocks of text in reading order, and what the document claims about itself."""

from enum import StrEnum

from attrs import field, frozen

from articlekit.span import Span

__all__ = ["Claim", "Draft", "DraftBlock", "Hint"]


class Hint(StrEnum):
    """What the document says a block is."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"


@frozen
class DraftBlock:
    """
    A block of text as it stands in the document.

    *span* counts code points of the source that *origin* names (the empty string: the document
    itself); *text* is what stands there, never cleaned. *gap* is the number of blank lines in front.

    >>> DraftBlock("MOSCOW -- ", Span(0, 10)).gap
    0
    """

    text: str
    span: Span
    origin: str = ""
    hint: Hint = Hint.TEXT
    gap: int = 0


@frozen
class Claim:
    """
    What a document says of itself outside its running text: *field* is the article's, *origin* where it stands.

    >>> Claim("headline", "Harbor bridge reopens", "meta").field
    'headline'
    """

    field: str
    text: str
    origin: str


@frozen
class Draft:
    """
    A document read: its blocks in reading order, its claims, its address and warnings.

    >>> Draft(()).claims
    ()
    """

    blocks: tuple[DraftBlock, ...]
    claims: tuple[Claim, ...] = ()
    url: str | None = None
    warnings: tuple[str, ...] = field(default=())
