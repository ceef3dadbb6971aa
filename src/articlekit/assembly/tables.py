"""The tables of a document: the rows that stand in the same one, and their cells."""

from collections.abc import Iterator, Sequence

from articlekit.assembly.desk import Desk, Sheet
from articlekit.readers.draft import Mark
from articlekit.readers.marked import CELLS
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["cell_spans", "cells", "is_header", "tables"]

_FEWEST_CELLS, _FEWEST_ROWS = 2, 2  # of a table: what has fewer is a layout
_PARTS = ("tbody", "thead", "tfoot")


def tables(desk: Desk) -> Iterator[Sequence[Sheet]]:
    """The rows of each table; its rows of one cell are headings or notes, and none of them."""
    found: dict[int, list[Sheet]] = {}
    for sheet in desk.sheets:
        if sheet.tag == "tr" and len(_cells(sheet)) >= _FEWEST_CELLS:
            found.setdefault(_table(desk, sheet), []).append(sheet)
    return (rows for rows in found.values() if len(rows) >= _FEWEST_ROWS)


def cell_spans(row: Sheet) -> list[Span]:
    """Where each cell of a row stands in it."""
    return [Span(mark.start, mark.end) for mark in _cells(row)]


def cells(row: Sheet) -> tuple[str, ...]:
    """What stands in each cell of a row."""
    return tuple(squeeze(span.of(row.text)) for span in cell_spans(row))


def is_header(row: Sheet) -> bool:
    """Whether all cells of a row head columns."""
    return all(mark.kind == "header" for mark in _cells(row))


def _table(desk: Desk, row: Sheet) -> int:
    """The number of the frame of the table that a row stands in."""
    frames = desk.draft.frames
    at = frames[row.frame].parent
    while at >= 0 and frames[at].tag in _PARTS:
        at = frames[at].parent
    return at


def _cells(row: Sheet) -> list[Mark]:
    return [mark for mark in row.block.marks if mark.kind in CELLS]
