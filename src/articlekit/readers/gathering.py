"""The text of a page as it gathers into blocks, each in the innermost of the boxes that are open."""

from collections.abc import Callable
from itertools import groupby

from lxml import etree

from articlekit.readers.draft import DraftBlock, Frame, Hint
from articlekit.readers.paths import unnamed
from articlekit.readers.pictures import Images
from articlekit.readers.selectors import OUTSIDE

__all__ = ["BREAK", "Box", "Gathering"]

BREAK = "\0"  # stands for a line break while a block gathers: the tree holds none


class Box:
    """An element whose text is blocks of its own, with its frame once text stands in it."""

    __slots__ = ("at", "element", "frame", "hint", "name", "tag")

    def __init__(self, tag: str, hint: Hint, element: etree._Element, name: str = "") -> None:
        self.tag = tag
        self.name = name
        self.hint = hint
        self.element = element
        self.frame = -1
        self.at = 0  # code points of the element's own text that are in blocks


class Gathering:
    r"""
    Blocks, the containers and pictures that they stand with, and what has gathered for the next of them.

    >>> gathering = Gathering(etree.fromstring("<html/>"))
    >>> gathering.parts += ["It took\n", " a year."]
    >>> gathering.flush()
    >>> gathering.blocks[0].text
    'It took a year.'
    """

    def __init__(self, root: etree._Element, path_of: Callable[[etree._Element], str] = unnamed) -> None:
        self.blocks: list[DraftBlock] = []
        self.frames: list[Frame] = []
        self.images = Images()
        #: those that are open, the innermost last
        self.boxes = [Box("", Hint.TEXT, root)]
        #: the texts that have gathered
        self.parts: list[str] = []
        #: how many code points of them are links
        self.linked = 0
        #: how many open boxes seem to stand beside the article
        self.outside = 0
        self._captions = 0  # open
        self._path_of = path_of

    def begin(self, box: Box) -> None:
        """Begin *box*: what has gathered stands in front of it, what gathers from here on in it."""
        if self.parts:
            self.flush()
        self.boxes.append(box)
        if box.hint is not Hint.TEXT:
            self.outside += box.hint in OUTSIDE
            self._captions += box.hint is Hint.CAPTION

    def end(self) -> None:
        """End the innermost box with what has gathered in it."""
        if self.parts:
            self.flush()
        hint = self.boxes.pop().hint
        if hint is not Hint.TEXT:
            self.outside -= hint in OUTSIDE
            self._captions -= hint is Hint.CAPTION

    def keep_whole(self, box: Box, text: str) -> None:
        """Make a block of *text*, all that *box* holds; what has gathered goes on behind it."""
        self.boxes.append(box)
        self.keep(text, len(text))
        self.boxes.pop()

    def flush(self) -> None:
        """Make a block of the text that has gathered, or one of each part between empty lines."""
        text = "".join(self.parts)
        linked = self.linked
        self.parts.clear()
        self.linked = 0
        if not text or text.isspace():
            return
        if self.boxes[-1].tag == "pre":
            text = text.replace("\n", BREAK)
        if BREAK not in text:
            self.keep(" ".join(text.split()), linked)
            return
        lines = [" ".join(line.split()) for line in text.split(BREAK)]
        for filled, group in groupby(lines, bool):
            if filled:
                part = "\n".join(group)
                self.keep(part, linked * len(part) // len(text))

    def keep(self, text: str, linked: int) -> None:
        """Make a block of *text* in the innermost box, *linked* of whose code points are links."""
        box = self.boxes[-1]
        start, box.at = box.at, box.at + len(text) + 1
        frame = box.frame if box.frame >= 0 else self._frame()
        picture = self.images.of_caption(len(self.blocks)) if self._captions else None
        origin = self._path_of(box.element)
        self.blocks.append(DraftBlock(text, start, origin, box.hint, 0, min(linked, len(text)), frame, picture))

    def _frame(self) -> int:
        """The frame of the innermost box, made with those around it where the first text stands in it."""
        boxes = self.boxes
        low = len(boxes)
        while low and boxes[low - 1].frame < 0:
            low -= 1
        parent = boxes[low - 1].frame if low else -1
        for box in boxes[low:]:
            self.frames.append(Frame(parent, box.hint, box.tag, box.name))
            parent = box.frame = len(self.frames) - 1
        return parent
