"""One pass over the tree of a page: its blocks of text, their containers, its pictures and its claims."""

from collections.abc import Callable
from itertools import groupby
from typing import cast

from lxml import etree

from articlekit.readers.beside import is_of_links, is_short_cell, seen_text, text_beside
from articlekit.readers.draft import Claim, DraftBlock, Frame, Hint, Picture
from articlekit.readers.metadata import attribute_claims, element_claims, is_claim
from articlekit.readers.paths import unnamed
from articlekit.readers.pictures import Images
from articlekit.readers.selectors import (
    CELLS,
    CLAIMING,
    FORMATTING,
    HEAD,
    HEADINGS,
    IN_HEAD,
    INLINE,
    LINES,
    LISTS,
    OUTSIDE,
    PAGE,
    PICTURES,
    SKIPPED,
    TAG_HINTS,
    attribute_hint,
    named_hint,
)
from articlekit.span import Span

__all__ = ["Walk"]

_BREAK = "\0"  # stands for a line break while a block is gathered: the tree holds none
_MOST_OUTSIDE = 4  # open elements that seem to stand beside the article, before none is looked at as a whole
_CUT_IN_HEADINGS = (Hint.KICKER, Hint.ASIDE)

#: what a word may follow or precede without a blank
_OPEN_ENDED = frozenset(" \t\r\n\u00a0\0([{-–—/‘“„«'\"@#")
_CLOSING = frozenset(" \t\r\n\u00a0)]},.;:!?’”»-–—/")

_End = Callable[[], None]


class _Box:
    """An element whose text is blocks of its own, with its frame once text stands in it."""

    __slots__ = ("at", "element", "frame", "hint", "name", "tag")

    def __init__(self, tag: str, hint: Hint, element: etree._Element, name: str = "") -> None:
        self.tag = tag
        self.name = name
        self.hint = hint
        self.element = element
        self.frame = -1
        self.at = 0  # code points of the element's own text that are in blocks


class Walk:
    """
    What one pass over the elements below *root* finds.

    >>> from articlekit.readers.tree import parse_tree
    >>> walk = Walk(parse_tree(b"<h1>Bridge</h1><p>It took a <b>year</b>.")[0])
    >>> [(block.hint.value, block.text) for block in walk.blocks]
    [('headline', 'Bridge'), ('text', 'It took a year.')]
    """

    def __init__(self, root: etree._Element, path_of: Callable[[etree._Element], str] = unnamed) -> None:
        self.blocks: list[DraftBlock] = []
        self.frames: list[Frame] = []
        self.claims: list[Claim] = []
        self._path_of = path_of
        self._groups = 0  # of claims there are
        self._boxes = [_Box("", Hint.TEXT, root)]
        self._parts: list[str] = []
        self._links = 0  # how many are open
        self._linked = 0  # code points of the parts that are links
        self._outside = 0  # boxes open that seem to stand beside the article
        self._captions = 0  # captions open
        self._images = Images()
        self._run(root)
        self._flush()

    def _run(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        ends: list[_End | None] = []  # what to do where each open element ends
        parts = self._parts
        for event, element in walk:
            if event == "start":
                tag = cast("str", element.tag)
                end = _nothing if tag in FORMATTING else self._start(tag, element)
                ends.append(end)
                if end is None:
                    walk.skip_subtree()
                    continue
                text = element.text
            else:
                end = ends.pop()
                if end is not None and end is not _nothing:
                    end()
                text = element.tail
            if text and (parts or not text.isspace()):
                if self._links:
                    self._linked += len(text)
                parts.append(text)

    def _start(self, tag: str, element: etree._Element) -> _End | None:
        """Begin an element; what to do where it ends, None where all that is in it has been read or is skipped."""
        if tag in INLINE:
            return self._start_inline(tag, element)
        if tag in CLAIMING:
            self._claim_element(tag, element)
            return None
        if tag == "head" and all(child.tag in HEAD for child in element):
            self._read_head(element)
            return None
        if tag in CELLS and is_short_cell(element):
            self._parts.append(" ")
            return self._end_cell
        return self._end_box if tag not in SKIPPED and self._start_box(tag, element) else None

    def _claim_element(self, tag: str, element: etree._Element) -> None:
        """What a title or a script claims, in groups that no other claims have."""
        found = list(element_claims(tag, element, self._path_of, self._groups))
        self._groups = max(self._groups, *(claim.group for claim in found), 0)
        self.claims += found

    def _end_cell(self) -> None:
        self._parts.append(" ")

    def _read_head(self, head: etree._Element) -> None:
        """The claims in the head of the page, which holds no text."""
        for element in head.iter(*IN_HEAD):
            tag = str(element.tag)
            if tag in CLAIMING:
                self._claim_element(tag, element)
            elif tag == "link" or is_claim(element):
                self.claims += attribute_claims(tag, dict(element.items()), element, self._path_of)

    @property
    def pictures(self) -> list[Picture]:
        """The pictures that have captions."""
        return self._images.pictures

    # --------------------------------------------------------------------------- boxes

    def _start_box(self, tag: str, element: etree._Element) -> bool:
        """Begin a block; False where all of it stands beside the article, and is kept as one."""
        name, hint = "", TAG_HINTS.get(tag, Hint.TEXT)
        items = element.items()
        if len(items) == 1 and items[0][0] == "class":
            name = items[0][1]
            hint = (tag not in PAGE and named_hint(name)) or hint
        elif items:
            attributes = dict(items)
            name = attributes.get("class", "")
            hint = (tag not in PAGE and attribute_hint(attributes)) or hint
            self._claim(tag, attributes, element)
        outside = hint in OUTSIDE
        if self._parts and not (outside and self._boxes[-1].tag in LINES):
            self._flush()
        self._boxes.append(_Box(tag, hint, element, name))
        self._outside += outside
        self._captions += hint is Hint.CAPTION
        if (outside and tag not in LINES and self._keep_beside(element)) or (
            tag in LISTS and self._keep_links(element)
        ):
            self._close_box()
            return False
        if self._parts:
            self._flush()
        return True

    def _end_box(self) -> None:
        if self._parts:
            self._flush()
        self._close_box()

    def _close_box(self) -> None:
        hint = self._boxes.pop().hint
        self._outside -= hint in OUTSIDE
        self._captions -= hint is Hint.CAPTION

    def _keep_beside(self, element: etree._Element) -> bool:
        """Keep all that *element* holds as one block, unless it holds paragraphs or the headline."""
        text = None if self._outside > _MOST_OUTSIDE and len(element) else text_beside(element)
        if text:
            self._keep(text, len(text))
        return text is not None

    def _keep_links(self, element: etree._Element) -> bool:
        """Keep a list of links as one block; whether it is one."""
        if not is_of_links(element):
            return False
        text = seen_text(element)
        if text:
            self._keep(text, len(text))
        return True

    def _claim(self, tag: str, attributes: dict[str, str], element: etree._Element) -> None:
        if tag in PAGE or "itemprop" in attributes or "datetime" in attributes or "rel" in attributes:
            self.claims += attribute_claims(tag, attributes, element, self._path_of)

    # --------------------------------------------------------------------------- inline elements

    def _start_inline(self, tag: str, element: etree._Element) -> _End:
        if tag == "br":
            self._parts.append(_BREAK)
            return _nothing
        if tag == "a":
            if element.get("rel") or element.get("itemprop"):
                self._claim(tag, dict(element.items()), element)
        elif (items := element.items()) and self._is_block(tag, dict(items), element):
            return self._end_box
        if self._parts and self._touches(tag, element):
            self._parts.append(_BREAK)
        touched = self._is_of_parts() and (element.tail or " ")[:1] not in _CLOSING
        if tag == "a":
            self._links += 1
            return self._end_touched_link if touched else self._end_link
        return self._break if touched else _nothing

    def _is_block(self, tag: str, attributes: dict[str, str], element: etree._Element) -> bool:
        """Look at the attributes of an inline element; whether it is a block all the same."""
        if tag in PICTURES:
            self._images.see(attributes, len(self.blocks))
            return False
        self._claim(tag, attributes, element)
        return not self._links and self._cut(tag, attributes, element)

    def _cut(self, tag: str, attributes: dict[str, str], element: etree._Element) -> bool:
        """Begin a block at an inline element that is a part of a line and has a name; whether it is one."""
        box = self._boxes[-1]
        if box.tag in LINES:
            return False
        hint = Hint.TIME if "datetime" in attributes else attribute_hint(attributes)
        if hint is None or hint is box.hint or (box.tag in HEADINGS and hint not in _CUT_IN_HEADINGS):
            return False
        if self._parts:
            self._flush()
        self._boxes.append(_Box(tag, hint, element))
        self._outside += hint in OUTSIDE
        self._captions += hint is Hint.CAPTION
        return True

    def _touches(self, tag: str, element: etree._Element) -> bool:
        """Whether nothing but a style sheet separates an element from the one before it."""
        box = self._boxes[-1]
        if self._is_of_parts():
            end = self._parts[-1]
            quoted = end[-1:] in ("'", '"') and end[-2:-1].isalnum()
            return (quoted or end[-1:] not in _OPEN_ENDED) and (element.text or " ")[:1] not in _CLOSING
        if tag != "a" and box.tag in LINES:
            return False
        before = element.getprevious()
        return before is not None and before.tag == tag and not before.tail and self._parts[-1] != _BREAK

    def _is_of_parts(self) -> bool:
        """Whether the block is a byline or a heading, whose parts a style sheet sets on lines of their own."""
        box = self._boxes[-1]
        return box.hint is Hint.BYLINE or box.tag in HEADINGS

    def _break(self) -> None:
        self._parts.append(_BREAK)

    def _end_link(self) -> None:
        self._links -= 1

    def _end_touched_link(self) -> None:
        self._links -= 1
        self._break()

    # --------------------------------------------------------------------------- blocks

    def _flush(self) -> None:
        """Make a block of the text that has gathered, or one of each part between empty lines."""
        text = "".join(self._parts)
        linked = self._linked
        self._parts.clear()
        self._linked = 0
        if not text or text.isspace():
            return
        if self._boxes[-1].tag == "pre":
            text = text.replace("\n", _BREAK)
        if _BREAK not in text:
            self._keep(" ".join(text.split()), linked)
            return
        lines = [" ".join(line.split()) for line in text.split(_BREAK)]
        for filled, group in groupby(lines, bool):
            if filled:
                part = "\n".join(group)
                self._keep(part, linked * len(part) // len(text))

    def _keep(self, text: str, linked: int) -> None:
        box = self._boxes[-1]
        start, box.at = box.at, box.at + len(text) + 1
        self.blocks.append(
            DraftBlock(
                text,
                Span(start, start + len(text)),
                self._path_of(box.element),
                box.hint,
                linked=min(linked, len(text)),
                frame=self._frame(len(self._boxes) - 1),
                picture=self._images.of_caption(len(self.blocks)) if self._captions else None,
            )
        )

    def _frame(self, depth: int) -> int:
        """The frame of the box at *depth*, made with those around it when the first text stands in it."""
        low = depth
        while low >= 0 and self._boxes[low].frame < 0:
            low -= 1
        parent = self._boxes[low].frame if low >= 0 else -1
        for box in self._boxes[low + 1 : depth + 1]:
            self.frames.append(Frame(parent, box.hint, box.tag, box.name))
            parent = box.frame = len(self.frames) - 1
        return parent


def _nothing() -> None:
    """What is done where an element ends that only changes the look of letters."""
