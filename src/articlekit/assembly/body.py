"""The body of the article: the blocks of its story, what each of them is, and the dateline in front."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_title
from articlekit.assembly.markup import Markup
from articlekit.assembly.tables import cell_spans, cells, is_header
from articlekit.forms.datelines import find_dateline
from articlekit.forms.organizations import names_agency
from articlekit.grammar import Token
from articlekit.model import Block, BlockKind, Emphasis, LineBreak, Link, Table
from articlekit.readers.draft import Hint
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["find_lead", "take_body", "take_dateline", "warn_of_no_story"]

_FARTHEST_DATELINE = 4  # blocks of the story
_MOST_HEADING = 14  # words of a heading that nothing marks as one
_BULLET = Token(r"[•·▪‣*]\s|[-–]\s(?=[A-Z])")
_KINDS = {
    Hint.HEADING: BlockKind.HEADING,
    Hint.HEADLINE: BlockKind.HEADING,
    Hint.LIST_ITEM: BlockKind.LIST_ITEM,
    Hint.QUOTE: BlockKind.QUOTE,
}


def find_lead(desk: Desk) -> None:
    """The first paragraph: that with the dateline, else the first that ends as a sentence does."""
    story = [desk.sheets[number] for number in desk.body if number in desk.story]
    dated = (sheet for sheet in story[:_FARTHEST_DATELINE] if sheet.dateline is not None)
    sentences = (sheet for sheet in story if sheet.is_sentence and sheet.hint is not Hint.DECK)
    lead = next(dated, None) or next(sentences, None)
    desk.lead = lead.number if lead is not None else desk.body.start


def take_dateline(desk: Desk) -> None:
    """The dateline in front of the first paragraph."""
    for sheet in desk.sheets[desk.lead : desk.lead + 1] if desk.body else ():
        found = sheet.dateline if sheet.free else None
        if found is not None:
            alone = found.span.end == len(sheet.text) and not found.value.text.endswith(" ")
            desk.fields.dateline = evolve(found.value, text=f"{found.value.text} ") if alone else found.value
            desk.claim("dateline", sheet, found.span, found.rule, found)
        elif sheet.tag and sheet.number:
            _take_dateline_above(desk, desk.sheets[sheet.number - 1])


def _take_dateline_above(desk: Desk, sheet: Sheet) -> None:
    """``LAKETOWN, Ohio AP —``: a dateline in an element of its own, its agency set apart by a style sheet alone."""
    line = _DATELINE.match(squeeze(sheet.text)) if sheet.free and not sheet.outside else None
    if line is None:
        return
    for text in (f"{line[1]} — ", *_with_agency(line[1].split())):
        found = find_dateline(text, desk.rules.datelines)
        if found is not None and found.span.end == len(text):
            desk.fields.dateline = evolve(found.value, text=f"{line[0]} ")
            desk.claim("dateline", sheet, Span(0, len(sheet.text)), found.rule)
            return


def _with_agency(words: Sequence[str]) -> Iterator[str]:
    """*words* with the agency that they end in set in brackets."""
    for cut in range(1, len(words)):
        if names_agency(" ".join(words[cut:])):
            yield f"{' '.join(words[:cut])} ({' '.join(words[cut:])}) — "


_DATELINE = Token(r"(\S[^\n]{2,60}?)\s?[—–-]{1,2}$")


def take_body(desk: Desk) -> None:
    """Paragraphs, headings, list items, tables: what is left of the blocks of the story."""
    last: Sheet | None = None
    markup = Markup(desk)
    for table, sheets in groupby(_story(desk), lambda sheet: sheet.table):
        if table is not None:
            last = _take_table(desk, list(sheets), markup)
            continue
        for sheet in sheets:
            for span in sheet.rest():
                _take_block(desk, sheet, span, markup, last)
                last = sheet


def _story(desk: Desk) -> Iterator[Sheet]:
    return (desk.sheets[number] for number in sorted(desk.story))


def _take_block(desk: Desk, sheet: Sheet, span: Span, markup: Markup, last: Sheet | None) -> None:
    """Add what *span* of a block is, to the paragraph of the *last* where it goes on with it."""
    kind = _kind(desk, sheet, span)
    if kind is BlockKind.HEADING and _is_headline(desk, sheet):
        return
    if last is not None and _goes_on(last, sheet):
        _add_to_last(desk, sheet, span, markup)
        return
    desk.claim(f"body[{len(desk.fields.body)}]", sheet, span, f"body.{kind.value.replace('_', '-')}")
    level, place = markup.rank_and_number(sheet, kind)
    marks = markup.marks(sheet, span)
    desk.fields.body.append(Block(desk.line(sheet, span), kind, marks=marks, level=level, number=place))


def _take_table(desk: Desk, rows: Sequence[Sheet], markup: Markup) -> Sheet:
    """Add the table of rows that follow each other; the last of them."""
    path = f"body[{len(desk.fields.body)}]"
    for sheet in rows:
        desk.claim(path, sheet, Span(0, len(sheet.text)), "body.table")
    header = cells(rows[0]) if is_header(rows[0]) else ()
    own = tuple(map(cells, rows[1:] if header else rows))
    desk.fields.body.append(Table(own, header=header, marks=tuple(_marks_of_cells(rows, markup))))
    return rows[-1]


def _marks_of_cells(rows: Sequence[Sheet], markup: Markup) -> Iterator[Link | Emphasis]:
    """What is marked in the cells of a table, counted in its text: a mark parts cells, and rows."""
    at = 0
    for row in rows:
        for span, cell in zip(cell_spans(row), cells(row), strict=True):
            for mark in markup.marks(row, span):
                if not isinstance(mark, LineBreak):
                    yield evolve(mark, span=mark.span.shifted(at))
            at += len(cell) + 1


def warn_of_no_story(desk: Desk) -> None:
    """Say so where nothing in a document reads as a story: an index, an error page, a menu."""
    if desk.sheets and not desk.fields.body:
        desk.warnings.append("no-story: nothing in it reads as a story")


def _kind(desk: Desk, sheet: Sheet, span: Span) -> BlockKind:
    """What a stretch of the story is: what its markup says, in plain text how it is written."""
    if sheet.tag or sheet.hint is not Hint.TEXT:
        return _KINDS.get(sheet.hint, BlockKind.PARAGRAPH)
    text = span.of(sheet.text)
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM
    heads = sheet.number + 1 in desk.story and desk.sheets[sheet.number + 1].is_sentence
    title = is_title(text) and len(text.split()) <= _MOST_HEADING and not sheet.is_sentence
    return BlockKind.HEADING if title and heads else BlockKind.PARAGRAPH


def _is_headline(desk: Desk, sheet: Sheet) -> bool:
    """Whether a heading in the story repeats its headline."""
    headline = desk.fields.headline or ""
    return squeeze(sheet.text).casefold() == headline.casefold()


def _goes_on(last: Sheet, sheet: Sheet) -> bool:
    """Whether a block is the rest of the paragraph that something beside the story has cut in two."""
    return sheet.tag == "p" and sheet.frame == last.frame and sheet.number > last.number + 1


def _add_to_last(desk: Desk, sheet: Sheet, span: Span, markup: Markup) -> None:
    blocks = desk.fields.body
    before = blocks[-1]
    if isinstance(before, Block):
        shift = len(before.text) + 1
        marks = tuple(evolve(mark, span=mark.span.shifted(shift)) for mark in markup.marks(sheet, span))
        blocks[-1] = evolve(before, text=f"{before.text} {desk.line(sheet, span)}", marks=(*before.marks, *marks))
        desk.claim(f"body[{len(blocks) - 1}]", sheet, span, "body.rest")
