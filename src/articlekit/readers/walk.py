"""One pass over the tree of a page: its blocks of text, their containers, its pictures and its claims."""

from collections.abc import Callable
from functools import cache, partial
from typing import ClassVar, cast

from lxml import etree

from articlekit.readers.beside import is_of_links, is_short_cell, linked_text, seen_text, text_beside
from articlekit.readers.draft import Claim, Hint, ShownImage
from articlekit.readers.gathering import BREAK, Box, Gathering
from articlekit.readers.marked import SETTING_OFF
from articlekit.readers.metadata import attribute_claims, claiming, described_in, element_claims
from articlekit.readers.paths import unnamed
from articlekit.readers.selectors import (
    CELLS,
    CLAIMING,
    FORMATTING,
    HEAD,
    HEADINGS,
    INLINE,
    LINES,
    LISTS,
    NUMBERED,
    OUTSIDE,
    PAGE,
    PICTURES,
    SKIPPED,
    TAG_HINTS,
    attribute_hint,
    named_hint,
)

__all__ = ["Walk"]

_MOST_IMAGES = 1000
_MOST_OUTSIDE = 4  # open elements that seem to stand beside the article, before none is looked at as a whole
_CUT_IN_HEADINGS = (Hint.KICKER, Hint.ASIDE)

#: what a word may follow or precede without a blank
_OPEN_ENDED = frozenset(" \t\r\n\u00a0\0([{-–—/‘“„«'\"@#")
_CLOSING = frozenset(" \t\r\n\u00a0)]},.;:!?’”»-–—/")

_End = Callable[[], None]
_Start = Callable[..., _End | None]  # of the walk, a tag and its element


class Walk:
    """
    What one pass over the elements below *root* finds.

    >>> from articlekit.readers.tree import parse_tree
    >>> walk = Walk(parse_tree(b"<h1>Bridge</h1><p>It took a <b>year</b>.")[0])
    >>> [(block.hint.value, block.text) for block in walk.text.blocks]
    [('headline', 'Bridge'), ('text', 'It took a year.')]
    """

    def __init__(self, root: etree._Element, path_of: Callable[[etree._Element], str] = unnamed) -> None:
        self.claims: list[Claim] = []
        #: those that do not stand beside the article
        self.images: list[ShownImage] = []
        #: the blocks, their containers and pictures
        self.text: Gathering = Gathering(root, path_of)
        self._path_of = path_of
        self._groups = 0  # of claims there are
        self._elsewhere = cache(partial(described_in, root, path_of))
        self._links = 0  # how many are open
        self._run(root)
        self.text.flush()

    def _run(self, root: etree._Element) -> None:
        """Begin and end each element in its turn, and gather the texts in and behind it."""
        walk = etree.iterwalk(root, events=("start", "end"))
        ends: list[_End | None] = []  # what to do where each open element ends
        gathered, starts, box = self.text, self._STARTS, Walk._start_box
        parts = gathered.parts
        for event, element in walk:
            if event == "start":
                tag = cast("str", element.tag)
                end = starts.get(tag, box)(self, tag, element)
                ends.append(end)
                if end is None:
                    walk.skip_subtree()
                    continue
                text = element.text
            else:
                end = ends.pop()
                if end is not None:
                    end()
                text = element.tail
            if text and (parts or not text.isspace()):
                if self._links:
                    gathered.linked += len(text)
                parts.append(text)

    # --------------------------------------------------------------------------- starts
    #
    # Each begins an element and tells what to do where it ends; None where all that is in it has
    # been read, or is skipped. Which tags begin how is told by _STARTS.

    def _skip(self, _: str, __: etree._Element) -> None:
        """Begin an element that holds nothing to read."""

    def _start_letters(self, _: str, __: etree._Element) -> _End:
        """Begin an element that changes the look of letters."""
        return _nothing

    def _start_emphasis(self, _: str, element: etree._Element) -> _End:
        """Begin an element that sets off the words in it."""
        self.text.begin_mark(element)
        return self.text.end_mark

    def _start_claim(self, tag: str, element: etree._Element) -> None:
        """Begin a title or a script, which may claim something of the page."""
        self._claim_element(tag, element)

    def _start_head(self, tag: str, element: etree._Element) -> _End | None:
        """Begin the head, which holds no text, unless the parser has put the first elements of the page there."""
        if not all(child.tag in HEAD for child in element):
            return self._start_box(tag, element)
        self._read_head(element)
        return None

    def _start_break(self, _: str, __: etree._Element) -> _End:
        """Begin a line break."""
        self.text.parts.append(BREAK)
        return _nothing

    def _start_cell(self, tag: str, element: etree._Element) -> _End | None:
        """Begin a cell of a table, a word in the line that its row is or a container."""
        if not is_short_cell(element):
            return self._start_box(tag, element)
        self.text.begin_mark(element)
        self.text.parts.append(" ")
        return self._end_cell

    def _start_list(self, tag: str, element: etree._Element) -> _End | None:
        """Begin a list, kept as one block where it is of links."""
        end = self._start_box(tag, element)
        if end is None or not is_of_links(element):
            return end
        text = seen_text(element)
        if text:
            self.text.keep(text, len(text))
        self.text.end()
        return None

    def _start_box(self, tag: str, element: etree._Element) -> _End | None:
        """Begin a block, kept at once where all of it stands beside the article."""
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
        if hint in OUTSIDE and tag not in LINES and self._keep_beside(Box(tag, hint, element, name)):
            return None
        box = Box(tag, hint, element, name)
        if tag in NUMBERED:
            self._number(box)
        self.text.begin(box)
        return self.text.end

    def _number(self, box: Box) -> None:
        """Number an item of a numbered list, and tell a list at which number its items begin."""
        told = _whole_number(box.element.get("start" if box.tag == "ol" else "value", ""))
        if box.tag == "ol":
            falls = box.element.get("reversed") is not None
            first = sum(child.tag == "li" for child in box.element) if falls else 1
            box.next_number, box.step = first if told is None else told, -1 if falls else 1
            return
        around = self.text.boxes[-1]
        if around.tag == "ol":
            box.number = around.next_number if told is None else told
            around.next_number = box.number + around.step

    def _start_inline(self, tag: str, element: etree._Element) -> _End:
        """Begin an element in a line of text, or a block where its attributes make it one."""
        items = element.items()
        if items and self._cut(tag, dict(items), element):
            return self.text.end
        if len(element) == 0 and not element.text and "br" in (element.get("class") or "").split():
            self._break()  # some sites break lines by elements of their own
        return self._break if self._is_parted(tag, element) else _nothing

    def _start_picture(self, tag: str, element: etree._Element) -> _End:
        attributes = dict(element.items())
        self.text.images.see(attributes, len(self.text.blocks))
        if not self.text.outside and len(self.images) < _MOST_IMAGES:
            self.images.append(ShownImage(attributes, len(self.text.blocks), self._path_of(element)))
        return self._break if self._is_parted(tag, element) else _nothing

    def _start_link(self, tag: str, element: etree._Element) -> _End:
        if element.get("rel") or element.get("itemprop"):
            self._claim(tag, dict(element.items()), element)
        parted = self._is_parted(tag, element)
        self._links += 1
        self.text.begin_mark(element)
        return self._end_parted_link if parted else self._end_link

    #: how the elements of each tag begin; all others are boxes
    _STARTS: ClassVar[dict[str, _Start]] = {
        **dict.fromkeys(SKIPPED, _skip),
        **dict.fromkeys(CLAIMING, _start_claim),
        "head": _start_head,
        **dict.fromkeys(FORMATTING, _start_letters),
        **dict.fromkeys(SETTING_OFF, _start_emphasis),
        **dict.fromkeys(INLINE, _start_inline),
        "br": _start_break,
        "a": _start_link,
        **dict.fromkeys(PICTURES, _start_picture),
        **dict.fromkeys(CELLS, _start_cell),
        **dict.fromkeys(LISTS, _start_list),
    }

    # --------------------------------------------------------------------------- ends

    def _end_cell(self) -> None:
        self.text.end_mark()
        self.text.parts.append(" ")

    def _end_link(self) -> None:
        self.text.end_mark()
        self._links -= 1

    def _end_parted_link(self) -> None:
        self._end_link()
        self._break()

    def _break(self) -> None:
        self.text.parts.append(BREAK)

    # --------------------------------------------------------------------------- claims

    def _claim_element(self, tag: str, element: etree._Element) -> None:
        """What a title or a script claims, in groups that no other claims have."""
        found = list(element_claims(tag, element, self._path_of, self._groups, self._elsewhere))
        self._groups = max(self._groups, *(claim.group for claim in found), 0)
        self.claims += found

    def _read_head(self, head: etree._Element) -> None:
        """The claims in the head of the page."""
        for element in claiming(head):
            tag = str(element.tag)
            if tag in CLAIMING:
                self._claim_element(tag, element)
            else:
                self.claims += attribute_claims(tag, dict(element.items()), element, self._path_of)

    def _claim(self, tag: str, attributes: dict[str, str], element: etree._Element) -> None:
        if tag in PAGE or "itemprop" in attributes or "datetime" in attributes or "rel" in attributes:
            at = len(self.text.blocks)
            self.claims += (c._replace(at=at) for c in attribute_claims(tag, attributes, element, self._path_of))

    # --------------------------------------------------------------------------- boxes

    def _keep_beside(self, box: Box) -> bool:
        """Keep all that *box* holds as one block, unless it holds paragraphs or the headline."""
        text = None if self.text.outside >= _MOST_OUTSIDE and len(box.element) else text_beside(box.element)
        if text is None:
            return False
        if self.text.parts and self.text.boxes[-1].tag not in LINES:
            self.text.flush()
        if text:
            self.text.keep_whole(box, text, linked_text(box.element, text))
        return True

    def _cut(self, tag: str, attributes: dict[str, str], element: etree._Element) -> bool:
        """Begin a block at an inline element that is a part of a line and has a name; whether it is one."""
        self._claim(tag, attributes, element)
        box = self.text.boxes[-1]
        if self._links or box.tag in LINES or box.tag == "tr":
            return False
        hint = Hint.TIME if "datetime" in attributes else attribute_hint(attributes)
        if hint is None or hint is box.hint or (box.tag in HEADINGS and hint not in _CUT_IN_HEADINGS):
            return False
        self.text.begin(Box(tag, hint, element))
        return True

    # --------------------------------------------------------------------------- parts of a line

    def _is_parted(self, tag: str, element: etree._Element) -> bool:
        """Part an element from the one before it where only a style sheet does; whether one parts it from the next."""
        of_parts = self._is_of_parts()
        if self.text.parts and (self._touches_in_parts(element) if of_parts else self._touches(tag, element)):
            self._break()
        return of_parts and (element.tail or " ")[:1] not in _CLOSING

    def _is_of_parts(self) -> bool:
        """Whether the block is a byline or a heading, whose parts a style sheet sets on lines of their own."""
        box = self.text.boxes[-1]
        return box.hint is Hint.BYLINE or box.tag in HEADINGS

    def _touches_in_parts(self, element: etree._Element) -> bool:
        """Whether no blank separates an element from the text before it."""
        end = self.text.parts[-1]
        quoted = end[-1:] in ("'", '"') and end[-2:-1].isalnum()
        return (quoted or end[-1:] not in _OPEN_ENDED) and (element.text or " ")[:1] not in _CLOSING

    def _touches(self, tag: str, element: etree._Element) -> bool:
        """Whether nothing separates an element from one of its kind before it."""
        if tag != "a" and self.text.boxes[-1].tag in LINES:
            return False
        before = element.getprevious()
        return before is not None and before.tag == tag and not before.tail and self.text.parts[-1] != BREAK


def _whole_number(text: str) -> int | None:
    """The number that an attribute holds, None where it holds none of a sensible length."""
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


_MOST_DIGITS = 6


def _nothing() -> None:
    """What is done where an element ends that changes no block."""
