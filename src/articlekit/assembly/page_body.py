"""The body on a page with containers: the paragraphs, headings, lists and quotes in the container of the story."""

from collections.abc import Container

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_short_sentence
from articlekit.assembly.marks import is_caption, is_time_line, is_whole_note
from articlekit.grammar import Finder, any_of
from articlekit.lexicon.words import spelled
from articlekit.model import BlockKind, EndMatterKind
from articlekit.readers.draft import Hint

__all__ = ["find_page_body", "page_kind"]

_NO_STORY = frozenset(
    (Hint.CAPTION, Hint.CREDIT, Hint.BYLINE, Hint.TIME, Hint.KICKER, Hint.ASIDE, Hint.NAVIGATION, Hint.COMMENT)
)
_HEADINGS = frozenset((Hint.HEADING, Hint.HEADLINE))
_PARAGRAPHS = frozenset(("p", "blockquote", "pre", "li", "dd", "dt", "tr"))
_MOST_LINKED = 0.9
_MOST_LINKED_SCRAP = 0.6
_LEAD = 60  # weight of the shortest lead that is no sentence
_MOST_BEFORE_DATELINE = 4  # paragraphs, the one with the dateline among them
_FEWEST_LEDE = 6  # words of a standfirst
_LONGEST_FURNITURE = 130  # code points
_MOST_NOTES = 8  # paragraphs in front or behind that are notes
_IN_FRONT = frozenset((EndMatterKind.CORRECTION, EndMatterKind.EDITORS_NOTE))
_BEHIND = frozenset(set(EndMatterKind) - {EndMatterKind.LOCATION})
_LONGEST_TIME = 120  # code points of a line that is a time
_FARTHEST_LEDE = 14  # blocks in front of the lead


def find_page_body(desk: Desk) -> None:
    """The sheets from the lead to the last paragraph in the container of the story."""
    _call_captions(desk)
    story = [sheet for sheet in desk.sheets if is_story(sheet)]
    headline = desk.headline
    if headline is not None:
        behind = [sheet for sheet in story if sheet.number > headline.number]
        story = behind or story
    story = _without_notes_in_front(story)
    leads = (s for s in story if s.is_sentence or s.weight >= _LEAD or s.dateline is not None)
    first = next(leads, None)
    if first is None:
        return
    opening = [sheet for sheet in story if sheet.number >= first.number][:_MOST_BEFORE_DATELINE]
    dated = next((sheet for sheet in opening if sheet.dateline is not None), None)
    desk.lead = (dated or first).number
    start = first.number if dated is not None else _lede(desk, first.number)
    start = _with_heading(desk, start)
    desk.body = range(start, _without_notes_behind(story, first) + 1)


def _call_captions(desk: Desk) -> None:
    """Call a paragraph a caption where its own marks say so: a credit in brackets at its end, or one alone."""
    for sheet in desk.sheets:
        plain = sheet.hint is Hint.TEXT and not sheet.outside and len(sheet.text) <= _LONGEST_CAPTION
        if plain and _CREDITED.first(sheet.text) and is_caption(sheet):
            sheet.hint = Hint.CAPTION


_LONGEST_CAPTION = 600  # code points
#: a bracket with a slash, a label or capitals at the end, or a label of pictures at the head
_CREDITED = Finder(
    lambda: (
        rf"\([^()]{{0,60}}(?:/|[A-Z]{{2,}}|(?i:{_label_heads()}))[^()]{{0,100}}\)\.?$|^(?:{_label_heads()})s?\b.{{0,3}}:"
    )
)


def _label_heads() -> str:
    return any_of(spelled("photo_label_heads"))


def _with_heading(desk: Desk, start: int) -> int:
    """The number of a heading right above the first paragraph, where something parts it from the headline."""
    floor = desk.headline.number + 1 if desk.headline is not None else start
    heading = desk.sheets[start - 1] if start - 1 > floor else None
    return start - 1 if heading is not None and page_kind(heading) is BlockKind.HEADING and heading.free else start


def _without_notes_in_front(story: list[Sheet]) -> list[Sheet]:
    """*story* from behind the corrections and editor's notes that stand above it."""
    first = 0
    while first < min(len(story), _MOST_NOTES) and _is_end_matter(story[first], _IN_FRONT):
        first += 1
    return story[first:]


def _without_notes_behind(story: list[Sheet], lead: Sheet) -> int:
    """The number of the last paragraph in front of the notes and other end matter that close a story."""
    stop = len(story)
    floor = max(story.index(lead) + 1, stop - _MOST_NOTES)
    while stop > floor and (_is_end_matter(story[stop - 1], _BEHIND) or is_whole_note(story[stop - 1])):
        stop -= 1
    if stop > floor and story[stop - 1].text.endswith(":"):  # it leads to what is none of the story
        stop -= 1
    return story[stop - 1].number


def _is_end_matter(sheet: Sheet, kinds: Container[EndMatterKind]) -> bool:
    return sheet.end_matter is not None and sheet.end_matter.kind in kinds


def _lede(desk: Desk, start: int) -> int:
    """The number of a standfirst in whole sentences between headline and lead; *start* where there is none."""
    floor = desk.headline.number + 1 if desk.headline is not None else start
    for sheet in desk.sheets[max(floor, start - _FARTHEST_LEDE) : start]:
        if sheet.hint in (Hint.TEXT, Hint.HEADING) and not sheet.outside and is_lede(sheet):
            sheet.apart = False
            return sheet.number
    return start


def is_lede(sheet: Sheet) -> bool:
    """Whether a block in front of the story is a standfirst written as sentences."""
    return (
        is_short_sentence(sheet.text)
        and sheet.block.linked * 2 < len(sheet.text)
        and len(sheet.text.split()) >= _FEWEST_LEDE
        and not _is_furniture(sheet)
        and not _is_end_matter(sheet, _IN_FRONT)
    )


def is_story(sheet: Sheet) -> bool:
    """Whether a block is a paragraph, list item or quotation of the story."""
    return sheet.hint not in _HEADINGS and page_kind(sheet) in (
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
    )


def page_kind(sheet: Sheet) -> BlockKind | None:
    """What a block in the container of the story is; None for what is no part of the body."""
    if sheet.outside or sheet.apart or sheet.hint in _NO_STORY or _is_of_links(sheet):
        return None
    if sheet.hint in _HEADINGS or (sheet.hint is Hint.DECK and not sheet.is_sentence):
        return None if _is_furniture(sheet) else BlockKind.HEADING
    if (
        _is_furniture(sheet)
        or _is_time(sheet)
        or not (sheet.tag in _PARAGRAPHS or sheet.is_prose or is_short_sentence(sheet.text))
    ):
        return None
    return _KINDS.get(sheet.hint, BlockKind.PARAGRAPH)


_KINDS = {Hint.LIST_ITEM: BlockKind.LIST_ITEM, Hint.QUOTE: BlockKind.QUOTE}


def _is_of_links(sheet: Sheet) -> bool:
    """Whether a block is links and little else: a paragraph may be one long link with a few words around."""
    linked = sheet.block.linked / len(sheet.text)
    return linked > _MOST_LINKED_SCRAP and (linked > _MOST_LINKED or not sheet.is_prose)


def _is_time(sheet: Sheet) -> bool:
    """Whether a paragraph is a line of times: ``Published June 3, 2024 at 6:12 p.m.``."""
    if len(sheet.text) > _LONGEST_TIME or sheet.is_sentence or _YEAR.first(sheet.text) is None:
        return False
    return is_time_line(sheet)


_YEAR = Finder(r"\b(?:19|20)[0-9]{2}\b")


def _is_furniture(sheet: Sheet) -> bool:
    return (
        len(sheet.text) < _LONGEST_FURNITURE
        and sheet.end_matter is not None
        and sheet.end_matter.kind in (EndMatterKind.FURNITURE, EndMatterKind.COPYRIGHT, EndMatterKind.PRINT_HEADLINE)
    )
