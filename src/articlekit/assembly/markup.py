"""What the markup of a page keeps of a block of its body: links, emphasis, rank and number."""

import itertools
from array import array
from collections.abc import Iterator

from articlekit.assembly.addresses import resolved
from articlekit.assembly.desk import Desk, Sheet
from articlekit.model import BlockKind, Emphasis, EmphasisKind, LineBreak, Link
from articlekit.readers.marked import CELLS
from articlekit.span import Span

__all__ = ["Markup"]

_SOFT_HYPHEN = "\u00ad"


class Markup:
    """What is marked in the blocks of a document."""

    def __init__(self, desk: Desk) -> None:
        self._frames = desk.draft.frames
        self._desk = desk

    def marks(self, sheet: Sheet, span: Span) -> tuple[Link | Emphasis | LineBreak, ...]:
        """What is marked in *span* of a block, counted in the line that it becomes."""
        if not sheet.block.marks and "\n" not in sheet.text:
            return ()
        line = _Line(span.of(sheet.text))
        found: list[Link | Emphasis | LineBreak] = list(self._links_and_emphases(sheet, span, line))
        found += map(LineBreak, line.breaks()) if sheet.tag else ()
        return tuple(sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)))

    def _links_and_emphases(self, sheet: Sheet, span: Span, line: "_Line") -> Iterator[Link | Emphasis]:
        for mark in sheet.block.marks:
            start, end = max(mark.start, span.start) - span.start, min(mark.end, span.end) - span.start
            place = line.place(start, end) if mark.kind not in CELLS and start < end else None
            if place is not None and mark.url:
                yield Link(place, url=resolved(self._desk, mark.url))
            elif place is not None:
                yield Emphasis(place, kind=EmphasisKind(mark.kind))

    def rank_and_number(self, sheet: Sheet, kind: BlockKind) -> tuple[int | None, int | None]:
        """The rank of a heading, or how deep the list of an item is nested; and the number of such an item."""
        if kind is BlockKind.HEADING and sheet.tag[:1] == "h" and sheet.tag[1:].isdecimal():
            return int(sheet.tag[1:]), None
        if kind is not BlockKind.LIST_ITEM or not sheet.tag:
            return None, None
        at, depth, number = sheet.frame, 0, None
        while at >= 0:
            frame = self._frames[at]
            if frame.tag == "li" and depth == 0:
                number = frame.number
            depth += frame.tag in ("ul", "ol")
            at = frame.parent
        return depth or None, number


class _Line:
    """Where the letters of a text stand once it is one line, as `squeeze` makes it."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: where each code point stands; of a blank, where that stands which is left of it
        self._places = array("q")
        at, blank = 0, False
        for letter in text:
            if letter.isspace():
                blank = True
            elif letter != _SOFT_HYPHEN:
                at += blank and at > 0
                blank = False
            self._places.append(at)
            at += not letter.isspace() and letter != _SOFT_HYPHEN
        self._length = at

    def place(self, start: int, end: int) -> Span | None:
        """Where *start* to *end* of the text stand, blanks at their ends left out; None where there is nothing else."""
        inner = self._text[start:end]
        left = inner.lstrip(_NOTHING)
        if not left:
            return None
        first, last = end - len(left), start + len(inner.rstrip(_NOTHING)) - 1
        return Span(self._places[first], self._places[last] + 1)

    def breaks(self) -> list[Span]:
        """The blanks at which lines end, each once, as many as are kept."""
        ends = (at for at, letter in zip(self._places, self._text, strict=True) if letter == "\n")
        inner = (at for at, _ in itertools.groupby(ends) if 0 < at < self._length)
        return [Span(at, at + 1) for at in itertools.islice(inner, _MOST_BREAKS)]


_MOST_BREAKS = 20_000  # of one block: each weighs a hundred bytes, and may stand for one

#: the blanks that blocks have, and the mark that no line keeps
_NOTHING = f" \n{_SOFT_HYPHEN}"
