"""The body in plain text, where nothing but the words says what a line is: the heaviest run of prose."""

from collections.abc import Sequence

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_prose, is_short_sentence, is_title
from articlekit.assembly.marks import is_caption, is_whole_note
from articlekit.grammar import Token
from articlekit.model import BlockKind, EndMatterKind
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["find_text_body", "text_kind"]

_WIDEST_BREAK = 6  # blocks that are no prose inside one run of prose
_FARTHEST_DATELINE = 8  # blocks that may lie between the start of the prose and the dateline
_MOST_HEADING = 14  # words of a section heading
_NOT_BODY = (EndMatterKind.COPYRIGHT, EndMatterKind.FURNITURE, EndMatterKind.PRINT_HEADLINE)
_BYLINE_RULES = ("byline.labelled", "byline.inside", "byline.timed")
_BULLET = Token(r"[•·▪‣*]\s|[-–]\s(?=[A-Z])")


def find_text_body(desk: Desk) -> None:
    """The sheets from the lead to the last paragraph: the heaviest run of prose, cut at its dateline and byline."""
    prose = [sheet for sheet in desk.sheets if _is_body_text(sheet)]
    if not prose:
        prose = [sheet for sheet in desk.sheets if is_short_sentence(sheet.text) and not _is_something_else(sheet)]
    run = _heaviest_run(prose)
    if not run:
        return
    lead = _lead(desk, run)
    desk.body = range(lead, _end(desk, lead, run[-1].number))


def _is_body_text(sheet: Sheet) -> bool:
    text = sheet.text
    if sheet.dateline is not None:
        text = text[sheet.dateline.span.end :]
        return is_prose(text) or is_short_sentence(text)
    return is_prose(text) and not _is_something_else(sheet)


def _is_something_else(sheet: Sheet) -> bool:
    """Whether a sheet of prose is a caption, byline, note or furniture all the same."""
    if sheet.block.hint is Hint.CAPTION or is_caption(sheet):
        return True
    if sheet.byline is not None and sheet.byline.rule in _BYLINE_RULES and sheet.byline.value.authors:
        return True
    if sheet.end_matter is not None and sheet.end_matter.kind in (*_NOT_BODY, EndMatterKind.CORRECTION):
        return True
    return is_whole_note(sheet)


def _heaviest_run(prose: Sequence[Sheet]) -> list[Sheet]:
    runs: list[list[Sheet]] = []
    for sheet in prose:
        if runs and sheet.number - runs[-1][-1].number <= _WIDEST_BREAK:
            runs[-1].append(sheet)
        else:
            runs.append([sheet])
    return max(runs, key=lambda run: sum(len(sheet.text) for sheet in run), default=[])


def _lead(desk: Desk, run: list[Sheet]) -> int:
    """The number of the first paragraph: the one with the dateline, else the first behind the byline or of all."""
    for sheet in run[:_FARTHEST_DATELINE]:
        if sheet.dateline is not None:
            return sheet.number
    start, last = run[0].number, run[-1].number
    for sheet in desk.sheets[start : min(start + _FARTHEST_DATELINE, last)]:
        if (
            sheet.byline is not None
            and sheet.byline.rule in ("byline.labelled", "byline.inside")
            and sheet.byline.value.authors
        ):
            behind = [s.number for s in run if s.number > sheet.number]
            return behind[0] if behind else start
    return start


def _end(desk: Desk, lead: int, last: int) -> int:
    """The number behind the last paragraph: before the first contributor note or print headline, or behind the run."""
    for sheet in desk.sheets[lead + 1 : last + 1]:
        if is_whole_note(sheet) or (
            sheet.end_matter is not None and sheet.end_matter.kind is EndMatterKind.PRINT_HEADLINE
        ):
            return sheet.number
    return _last_sentence(desk, last) + 1


def _last_sentence(desk: Desk, last: int) -> int:
    """The number of the last short sentence that goes on a story: ``The council meets again on Oct. 17.``."""
    for sheet in desk.sheets[last + 1 :]:
        if not is_short_sentence(sheet.text) or sheet.end_matter is not None or _is_something_else(sheet):
            return sheet.number - 1
    return len(desk.sheets) - 1


def text_kind(desk: Desk, sheet: Sheet, span: Span) -> BlockKind | None:
    """What a stretch of the body is; None for page furniture between paragraphs."""
    text = span.of(sheet.text)
    if sheet.block.hint in (Hint.HEADING, Hint.LIST_ITEM, Hint.QUOTE):
        return BlockKind(sheet.block.hint.value)
    if sheet.end_matter is not None and sheet.end_matter.kind in _NOT_BODY and not is_prose(text):
        return None
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM
    if sheet.number == desk.body.start or is_prose(text) or is_short_sentence(text):
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if _is_heading(desk, sheet, text) else None


def _is_heading(desk: Desk, sheet: Sheet, text: str) -> bool:
    """A title of few words right before a paragraph."""
    following = desk.sheets[sheet.number + 1 : sheet.number + 2]
    return is_title(text) and len(text.split()) <= _MOST_HEADING and any(_is_body_text(s) for s in following)
