"""What stands around the body: contributor notes and other end matter, the print headline."""

import re

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import is_whole_note
from articlekit.assembly.people import with_whole_names
from articlekit.grammar import Token
from articlekit.model import ContributorNote, EndMatter, EndMatterKind
from articlekit.readers.draft import Hint
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["take_leftover", "take_notes", "take_print_headline"]

_FARTHEST_NOTE = 12  # blocks below the body
_NOTES_INSIDE = 3  # blocks of a page's story at either end that may be notes
_PRINT_HEADLINE = Token(r"(?:original )?print headline\s?:\s*", re.IGNORECASE)


def take_print_headline(desk: Desk) -> None:
    """``Print Headline: Bridge reopens``: the headline of the printed paper, its label claimed with it."""
    for sheet in desk.sheets:
        label = _PRINT_HEADLINE.match(sheet.text)
        if label and label.end() < len(sheet.text) and sheet.free:
            desk.fields.print_headline = squeeze(sheet.text[label.end() :])
            desk.claim("print_headline", sheet, Span(0, len(sheet.text)), "around.print-headline")
            return


def take_notes(desk: Desk) -> None:
    """Contributor notes and end matter below the body, and corrections and editor's notes above and inside it."""
    for sheet in desk.sheets:
        if sheet.outside or not sheet.free or _is_far(desk, sheet):
            continue
        below = desk.body.stop <= sheet.number < desk.body.stop + _FARTHEST_NOTE
        inside = sheet.number in desk.body and sheet.number != desk.body.start
        near = desk.body.start - _FARTHEST_NOTE <= sheet.number < desk.body.start
        if (below or inside) and sheet.note is not None and is_whole_note(sheet):
            _claim_note(desk, sheet)
        elif sheet.end_matter is not None and (
            (below and _follows(desk, sheet)) or ((inside or near) and _may_lead(sheet.end_matter))
        ):
            path = _append_note(desk, sheet.end_matter)
            desk.claim(
                path,
                sheet,
                Span(0, len(sheet.text)),
                f"end-matter.{sheet.end_matter.kind.value.replace('_', '-')}",
            )
    desk.fields.notes = with_whole_names(desk.fields.notes, desk.fields.byline)


def _is_far(desk: Desk, sheet: Sheet) -> bool:
    """Whether a block stands farther from the ends of the story than any note does."""
    start, stop = desk.body.start, desk.body.stop
    if not start - _FARTHEST_NOTE <= sheet.number < stop + _FARTHEST_NOTE:
        return True
    if not sheet.tag:
        return False
    inside = start + _NOTES_INSIDE <= sheet.number < stop - _NOTES_INSIDE
    return inside or sheet.hint in _NO_NOTES or 2 * sheet.block.linked > len(sheet.text)


_NO_NOTES = frozenset((Hint.HEADLINE, Hint.CAPTION, Hint.CREDIT, Hint.TIME, Hint.BYLINE, Hint.KICKER))


def _append_note(desk: Desk, note: ContributorNote | EndMatter) -> str:
    """The path of *note* behind those that there are."""
    desk.fields.notes.append(note)
    return f"notes[{len(desk.fields.notes) - 1}]"


def _claim_note(desk: Desk, sheet: Sheet) -> None:
    found = sheet.note
    if found is None:
        return
    path = _append_note(desk, found.value)
    desk.claim(path, sheet, found.span, found.rule, found)
    separator = desk.sheets[sheet.number - 1] if sheet.number else None
    if separator is not None and separator.free and _is_rule(separator):
        desk.claim(path, separator, Span(0, len(separator.text)), "around.separator")


def _is_rule(sheet: Sheet) -> bool:
    return not any(map(str.isalnum, sheet.text))


def _may_lead(matter: EndMatter) -> bool:
    """Corrections and editor's notes also stand above a story and in it."""
    return matter.kind in (EndMatterKind.CORRECTION, EndMatterKind.EDITORS_NOTE)


def _follows(desk: Desk, sheet: Sheet) -> bool:
    """Whether end matter below the body is the article's: page furniture only right behind a note."""
    if sheet.end_matter is None or sheet.end_matter.kind is EndMatterKind.PRINT_HEADLINE or _is_rule(sheet):
        return False
    if sheet.end_matter.kind is not EndMatterKind.FURNITURE:
        return True
    before = desk.sheets[sheet.number - 1]
    return any(path.startswith("notes[") for path in before.paths)


def take_leftover(desk: Desk) -> None:
    """Everything that no step has claimed, as it stands, and what the reader put aside."""
    beyond = (Sheet(len(desk.sheets) + number, block) for number, block in enumerate(desk.draft.beyond))
    for sheet in (*desk.sheets, *beyond):
        for span in sheet.rest():
            desk.claim(f"leftover[{len(desk.fields.leftover)}]", sheet, span, "leftover")
            desk.fields.leftover.append(desk.line(sheet, span))
