"""The text of a page as it gathers into blocks, each in the innermost of the boxes that are open."""

from collections.abc import Callable
from itertools import accumulate, groupby

from lxml import etree

from articlekit.readers.draft import MOST_BLOCKS, DraftBlock, Frame, Hint, Mark
from articlekit.readers.marked import MarkedRange, marked_blocks
from articlekit.readers.paths import unnamed
from articlekit.readers.pictures import Images
from articlekit.readers.selectors import OUTSIDE

__all__ = ["BREAK", "Box", "Gathering"]

BREAK = "\0"  # stands for a line break while a block gathers: the tree holds none


class Box:
    """An element whose text is blocks of its own, with its frame once text stands in it."""

    __slots__ = ("at", "element", "frame", "hint", "name", "next_number", "number", "step", "tag")

    def __init__(self, tag: str, hint: Hint, element: etree._Element, name: str = "") -> None:
        self.tag: str = tag
        self.name: str = name
        self.hint: Hint = hint
        self.element: etree._Element = element
        self.frame: int = -1
        self.at: int = 0  # code points of the element's own text that are in blocks
        self.number: int | None = None  # that of an item in a numbered list
        self.next_number: int = 1  # that of the next item, where this is a list
        self.step: int = 1  # from one item to the next


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
        self.images: Images = Images()
        #: those that are open, the innermost last
        self.boxes: list[Box] = [Box("", Hint.TEXT, root)]
        #: the texts that have gathered
        self.parts: list[str] = []
        #: elements that mark what has gathered, each with the numbers of the texts at which it begins and ends
        self._marked: list[tuple[int, int, etree._Element]] = []
        #: those that are open
        self._marking: list[tuple[int, etree._Element]] = []
        #: how many code points of them are links
        self.linked: int = 0
        #: how many open boxes seem to stand beside the article
        self.outside: int = 0
        #: whether there is text behind the most blocks that a page is read in
        self.is_full: bool = False
        self._captions = 0  # open
        self._beyond: list[str] = []  # the texts behind the blocks
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

    def begin_mark(self, element: etree._Element) -> None:
        """Begin an element that marks the words in it; beside the article none is of interest."""
        self._marking.append((len(self.parts), element))

    def end_mark(self) -> None:
        """End the innermost of them."""
        start, element = self._marking.pop()
        if start < len(self.parts) and not self.outside:
            self._marked.append((start, len(self.parts), element))

    def keep_whole(self, box: Box, text: str, linked: int) -> None:
        """Make a block of *text*, all that *box* holds; what has gathered goes on behind it."""
        self.boxes.append(box)
        self.keep(text, linked)
        self.boxes.pop()

    def flush(self) -> None:
        """Make a block of the text that has gathered, or one of each part between empty lines."""
        text = "".join(self.parts)
        linked = self.linked
        marked = self._take_marked() if self._marked or self._marking else []
        self.parts.clear()
        self.linked = 0
        if not text or text.isspace():
            return
        if self.boxes[-1].tag == "pre":
            text = text.replace("\n", BREAK)
        if marked:
            for part, marks in marked_blocks(text, BREAK, marked):
                self.keep(part, linked * len(part) // len(text) if BREAK in text else linked, marks)
        elif BREAK not in text:
            self.keep(" ".join(text.split()), linked)
        else:
            lines = [" ".join(line.split()) for line in text.split(BREAK)]
            for part in ("\n".join(group) for filled, group in groupby(lines, bool) if filled):
                self.keep(part, linked * len(part) // len(text))

    def _take_marked(self) -> list[MarkedRange]:
        """Where elements mark what has gathered; those that are open go on in what gathers next."""
        at = [0, *accumulate(map(len, self.parts))]
        going_on = [(start, len(self.parts), element) for start, element in self._marking if not self.outside]
        found = [(at[start], at[end], element) for start, end, element in (*self._marked, *going_on)]
        self._marked.clear()
        self._marking = [(0, element) for _, element in self._marking]
        return found

    def keep(self, text: str, linked: int, marks: tuple[Mark, ...] = ()) -> None:
        """Make a block of *text* in the innermost box, *linked* of whose code points are links, with its *marks*."""
        if len(self.blocks) >= MOST_BLOCKS:
            self.is_full = True
            self.leave(text)
            return
        box = self.boxes[-1]
        start, box.at = box.at, box.at + len(text) + 1
        frame = box.frame if box.frame >= 0 else self._frame()
        picture = self.images.of_caption(len(self.blocks)) if self._captions else None
        origin = self._path_of(box.element)
        linked = min(linked, len(text))
        self.blocks.append(DraftBlock(text, start, origin, box.hint, 0, linked, frame, picture, marks))

    def leave(self, text: str) -> None:
        """Leave *text* behind the blocks, without a structure."""
        self._beyond.append(text)

    def beyond(self) -> tuple[DraftBlock, ...]:
        """The text that was left behind the blocks, as one block of the whole page; none where there is none."""
        if not self._beyond:
            return ()
        whole = self.boxes[0]
        return (DraftBlock("\n".join(self._beyond), whole.at, self._path_of(whole.element)),)

    def _frame(self) -> int:
        """The frame of the innermost box, made with those around it where the first text stands in it."""
        boxes = self.boxes
        low = len(boxes)
        while low and boxes[low - 1].frame < 0:
            low -= 1
        parent = boxes[low - 1].frame if low else -1
        for box in boxes[low:]:
            self.frames.append(Frame(parent, box.hint, box.tag, box.name, box.number))
            parent = box.frame = len(self.frames) - 1
        return parent
