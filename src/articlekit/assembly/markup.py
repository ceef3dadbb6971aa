"""What the markup of a page keeps of a block of its body: links, emphasis, rank and number, rows of tables."""

from collections.abc import Iterator

from articlekit.assembly.addresses import resolved
from articlekit.assembly.desk import Desk, Sheet
from articlekit.model import BlockKind, Emphasis, EmphasisKind, LineBreak, Link
from articlekit.readers.draft import Mark
from articlekit.readers.marked import CELLS
from articlekit.span import Span

__all__ = ["Marked"]

_FEWEST_CELLS, _FEWEST_ROWS = 2, 2  # of a table: what has fewer is a layout
_SOFT_HYPHEN = "\u00ad"


class Marked:
    """What is marked in the blocks of a document, and which of them are rows of tables."""

    def __init__(self, desk: Desk) -> None:
        self._frames = desk.draft.frames
        self._desk = desk
        rows: dict[int, int] = {}
        for number in desk.story:
            table = self._table(desk.sheets[number])
            rows[table] = rows.get(table, 0) + 1
        self._tables = {table for table, count in rows.items() if table >= 0 and count >= _FEWEST_ROWS}
        self._open = -1  # the table whose row was taken last

    def marks(self, sheet: Sheet, span: Span) -> tuple[Link | Emphasis | LineBreak, ...]:
        """What is marked in *span* of a block, counted in the line that it becomes."""
        if not sheet.block.marks and "\n" not in sheet.text:
            return ()
        breaks = (at for at in range(span.start, span.end) if sheet.text[at] == "\n") if sheet.tag else ()
        found: list[Link | Emphasis | LineBreak] = list(self._links_and_emphases(sheet, span))
        found += (LineBreak(_placed(sheet, span, at, at + 1)) for at in breaks)
        return tuple(sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)))

    def _links_and_emphases(self, sheet: Sheet, span: Span) -> Iterator[Link | Emphasis]:
        for mark in sheet.block.marks:
            start, end = max(mark.start, span.start), min(mark.end, span.end)
            if mark.kind in CELLS or not sheet.text[start:end].strip(f" \n{_SOFT_HYPHEN}"):
                continue
            place = _placed(sheet, span, start, end)
            yield (
                Link(place, url=resolved(self._desk, mark.url))
                if mark.url
                else Emphasis(place, kind=EmphasisKind(mark.kind))
            )

    def level(self, sheet: Sheet, kind: BlockKind) -> tuple[int | None, int | None]:
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

    # ----------------------------------------------------------------------- tables

    def is_of_table(self, sheet: Sheet) -> bool:
        """Whether a block is a row of a table that has others in the story, nothing of which is claimed."""
        return sheet.free and self._table(sheet) in self._tables

    def goes_on(self, sheet: Sheet) -> bool:
        """Whether a row is of the table whose row was taken last."""
        return self._table(sheet) == self._open

    def begin(self, sheet: Sheet) -> None:
        """Say that the row of a table was taken last."""
        self._open = self._table(sheet)

    def cells(self, sheet: Sheet) -> tuple[str, ...]:
        """The cells of a row."""
        return tuple(sheet.text[mark.start : mark.end] for mark in _cells(sheet))

    def is_header(self, sheet: Sheet) -> bool:
        """Whether a row heads the columns: all of its cells do, and it is the first."""
        return not self.goes_on(sheet) and all(mark.kind == "header" for mark in _cells(sheet))

    def _table(self, sheet: Sheet) -> int:
        """The number of the frame of the table that a row of several cells stands in, -1 for other blocks."""
        if sheet.tag != "tr" or len(_cells(sheet)) < _FEWEST_CELLS:
            return -1
        at = self._frames[sheet.frame].parent
        while at >= 0 and self._frames[at].tag in ("tbody", "thead", "tfoot"):
            at = self._frames[at].parent
        return at


def _cells(sheet: Sheet) -> list[Mark]:
    return [mark for mark in sheet.block.marks if mark.kind in CELLS]


def _placed(sheet: Sheet, span: Span, start: int, end: int) -> Span:
    """Where *start* to *end* of a block stand in the line that its *span* becomes, which has no soft hyphens."""
    before = sheet.text.count(_SOFT_HYPHEN, span.start, start)
    inside = sheet.text.count(_SOFT_HYPHEN, start, end)
    return Span(start - span.start - before, end - span.start - before - inside)
