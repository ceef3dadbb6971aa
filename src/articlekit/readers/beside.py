"""
Elements that are read as one block, their inside unlooked at: boxes beside the article, lists of links, cells.

What stands beside the article is most of many pages, and of no interest but that none of it is lost.
"""

from typing import cast

from lxml import etree

from articlekit.readers.selectors import FORMATTING, INLINE, MENUS
from articlekit.remembering import remembered

__all__ = ["is_of_links", "is_short_cell", "linked_text", "seen_text", "text_beside"]

_LONG_TEXT = 250  # code points of a text node that is a paragraph
_MOST_UNLINKED = 250  # code points of text that is no link in what stands beside the article
_LONGEST_LABEL = 80  # code points of what stands beside the article and is no paragraph
_FEWEST_LINKS = 3  # in a list of links
_LONGEST_CELL = 80  # code points, blanks included


def text_beside(element: etree._Element) -> str | None:
    """
    The text of an element that seems to stand beside the article; None where it may be of it.

    That is where it holds the headline, or paragraphs as a story has.

    >>> text_beside(etree.fromstring("<nav><a>Home</a> <a>Sports</a></nav>"))
    'Home Sports'
    """
    found = next(element.iter("h1", *_UNSEEN), None) if len(element) else None
    if found is not None and next(element.iter("h1"), None) is not None:
        return None
    texts = _texts(element, _TEXTS if found is None else _SEEN_TEXTS) if len(element) else [element.text or ""]
    text = " ".join(" ".join(texts).split())
    return None if len(text) > _LONG_TEXT and _holds_paragraphs(element, texts) else text


def linked_text(element: etree._Element, text: str) -> int:
    """How many code points of *text*, all that an element holds, are links; what is short or a menu counts as one."""
    if element.tag in MENUS or len(text) <= _LONGEST_LABEL:
        return len(text)
    return sum(len(part.strip()) for part in _texts(element, _LINKED))


def seen_text(element: etree._Element) -> str:
    """The text in an element that a reader of the page sees."""
    return " ".join(" ".join(_texts(element, _SEEN_TEXTS)).split())


def is_short_cell(cell: etree._Element) -> bool:
    """Whether a cell of a table is a word or number among others in its row, no container."""
    return sum(map(len, cell.itertext())) <= _LONGEST_CELL and all(
        child.tag in INLINE or child.tag in FORMATTING for child in cell
    )


def _holds_paragraphs(element: etree._Element, texts: list[str]) -> bool:
    """Whether *texts*, those in *element*, may be a story's: one is long, or many words are no links."""
    if any(len(text) > _LONG_TEXT and len(text.strip()) > _LONG_TEXT for text in texts):
        return True
    words = sum(len(text.strip()) for text in texts)
    if words <= _MOST_UNLINKED or element.tag in MENUS:
        return False
    return words - sum(len(text.strip()) for text in _texts(element, _LINKED)) > _MOST_UNLINKED


def is_of_links(element: etree._Element) -> bool:
    """Whether a list is one of links, and of nothing else to read."""
    items = len(element)
    return items >= _FEWEST_LINKS and all(
        len(item) == 1 and item[0].tag == "a" and not (item.text or "").strip() and not (item[0].tail or "").strip()
        for item in element
    )


def _texts(element: etree._Element, path: str) -> list[str]:
    """The texts in *element* that *path* finds."""
    return cast("list[str]", _query(path)(element))


_UNSEEN = ("script", "style", "noscript", "template")
_TEXTS = "descendant::text()[normalize-space()]"
_SEEN_TEXTS = f"{_TEXTS}[not({' or '.join(f'parent::{tag}' for tag in _UNSEEN)})]"
_LINKED = "descendant::a/descendant::text()"


@remembered(8)
def _query(path: str) -> etree.XPath:
    """*path* compiled: a query takes half the time of a walk over elements."""
    return etree.XPath(path, smart_strings=False)
