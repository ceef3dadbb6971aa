"""
The lines that may be the byline: those around headline and first paragraph, at the story's end and right below.

One reads as a byline alone, or with those right below it.
"""

from collections.abc import Iterator
from itertools import chain

from attrs import frozen

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of
from articlekit.assembly.marks import ends_with_and, is_whole_note, opens_with_and
from articlekit.forms.bylines import find_byline
from articlekit.model import Byline, Parsed
from articlekit.readers.draft import Hint

__all__ = ["NO_BYLINE", "Lines", "bylines_from", "first_lines", "last_lines"]

_ABOVE_HEADLINE, _ABOVE_LEAD = 8, 14  # blocks
_BELOW_LEAD = 10  # blocks of the story that may hold a byline
_END, _BELOW_STORY = 3, 14  # blocks at the end of the story, and below
_NO_STORY = 40  # blocks of a document without one
_LONGEST = 300  # code points of a line
_MOST_LINES = 4
#: what a line of a byline may look like: any but prose, a sentence, a question
_KINDS = frozenset(("by", "by-alone", "name", "role", "time", "timed", "title", "short", "menu", "label"))
#: what a line looks like that may name further people below one that names some
_MORE_PEOPLE = frozenset(("name", "by"))
#: what the page may call a line that signs no story; who posts what is quoted in one wrote that alone
NO_BYLINE = frozenset((Hint.HEADLINE, Hint.QUOTE, Hint.CAPTION, Hint.CREDIT))


@frozen
class Lines:
    """Lines that read as one byline, the first and the last by number."""

    first: int
    last: int
    found: Parsed[Byline]


def first_lines(desk: Desk) -> Iterator[int]:
    """The numbers of the lines in which a byline may begin: around headline and lead, at the story's end, below."""
    lead, stop, count = desk.body.start, desk.body.stop, len(desk.sheets)
    start = desk.headline.number - _ABOVE_HEADLINE if desk.headline is not None else lead - _ABOVE_LEAD
    above = range(max(0, start), min(lead + (_BELOW_LEAD if desk.body else _NO_STORY), count))
    below = range(max(above.stop, stop - _END), min(count, stop + _BELOW_STORY))
    for first in chain(above, below):
        goes_on = first > 0 and _may_be(desk, desk.sheets[first - 1]) and _goes_on_below(desk, first - 1)
        if _may_be(desk, desk.sheets[first]) and not goes_on:
            yield first


def last_lines(desk: Desk, first: int) -> Iterator[int]:
    """The numbers of the lines in which a byline may end that begins in line *first*."""
    for last in range(first, min(first + _MOST_LINES, len(desk.sheets))):
        sheet = desk.sheets[last]
        if last > first and (sheet.block.gap > 1 or not _may_be(desk, sheet)):
            return
        yield last


def bylines_from(desk: Desk, first: int) -> Iterator[Lines]:
    """The bylines that begin in line *first*: of it alone, and of it and those right below."""
    texts: list[str] = []
    before: tuple[object, ...] = ()
    for last in last_lines(desk, first):
        sheet = desk.sheets[last]
        if before and kind_of(sheet.text) not in _MORE_PEOPLE and not _goes_on_below(desk, last - 1):
            return
        texts.append(sheet.text)
        found = sheet.byline if last == first else find_byline("\n".join(texts), desk.rules.bylines)
        if (found is None and last == first) or _is_speaker(sheet, found):
            continue
        if sheet.number > desk.lead and is_whole_note(sheet):
            return
        if found is None or (last > first and found.span.start > len(texts[0])):
            return
        value = found.value
        names = (tuple(author.name for author in value.authors), value.organizations, value.collective)
        if any(names) and names != before and not _goes_on_below(desk, last):
            before = names
            yield Lines(first, last, found)


def _goes_on_below(desk: Desk, last: int) -> bool:
    """Whether the line below goes on with the names: ``and Tom Reed``, behind ``Ada Quill and``, as the next item."""
    sheet = desk.sheets[last]
    waits = ends_with_and(sheet.text)
    return any(
        below.block.gap == 0
        and _may_be(desk, below)
        and (waits or opens_with_and(below.text) or _is_alike(desk, sheet, below))
        for below in desk.sheets[last + 1 : last + 2]
    )


def _is_alike(desk: Desk, sheet: Sheet, below: Sheet) -> bool:
    """Whether two lines of a page are names in elements that are called the same."""
    kind, frames = kind_of(sheet.text), desk.draft.frames
    return (
        kind in _MORE_PEOPLE
        and kind == kind_of(below.text)
        and bool(sheet.tag)
        and sheet.hint is below.hint
        and frames[sheet.frame].name == frames[below.frame].name
        and sheet.text != below.text
    )


def _is_speaker(sheet: Sheet, found: Parsed[Byline] | None) -> bool:
    """``MAYOR REED:``: a bare name before a colon speaks in the next line."""
    return found is not None and found.rule == "byline.names" and sheet.text.endswith(":")


def _may_be(desk: Desk, sheet: Sheet) -> bool:
    if len(sheet.text) > _LONGEST or sheet.hint in NO_BYLINE or not sheet.free or sheet is desk.headline:
        return False
    if sheet.outside and sheet.number >= desk.body.stop > 0:
        return False  # of another story
    kind = kind_of(sheet.text)
    return sheet.hint is Hint.BYLINE or kind in _KINDS or (sheet.tag not in ("", "p") and kind != "prose")
