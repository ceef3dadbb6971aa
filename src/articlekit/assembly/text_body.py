"""The body in plain text, where nothing but the words says what a line is: the heaviest run of prose."""

from collections import Counter
from collections.abc import Collection

from articlekit.assembly.claimed_authors import is_about_pictures
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_prose, is_sentence, is_short_sentence, is_title
from articlekit.assembly.marks import is_caption, is_of_the_page, is_whole_note
from articlekit.grammar import Finder, Token
from articlekit.model import BlockKind, EndMatterKind
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["find_text_body", "text_kind"]

_FARTHEST_DATELINE = 8  # blocks that may lie between the start of the prose and the dateline
_MOST_HEADING = 14  # words of a section heading
_NOT_BODY = (EndMatterKind.COPYRIGHT, EndMatterKind.FURNITURE, EndMatterKind.PRINT_HEADLINE)
_BYLINE_RULES = ("byline.labelled", "byline.inside", "byline.timed")
_SCRAP = 60.0  # weight of a line that is no prose against a stretch, as code points
_OF_THE_PAGE = 20.0  # that of a sentence of the page's own: an offer to subscribe, an excuse of a player
_REPEATED = 3  # times that a line stands in a text which says nothing of where the story is
_SHORT = 0.5  # of its weight that a short sentence has
_BULLET = Token(r"[•·▪‣*]\s|[-–]\s(?=[A-Z])")
#: what a line of prose has that is a caption, byline or note: a bracket at its end, a label, a verb of credits
_NO_PROSE = Finder(
    r"[)\]]\W{0,3}$|^\W{0,3}(?:FILE|By|BY|by|Photo|Reporting|Compiled)\b|/|©|\b(?:contributed|Photo|Getty|AP)\b"
)


def find_text_body(desk: Desk) -> None:
    """
    The sheets from the lead to the last paragraph: the heaviest stretch, cut at its dateline and byline.

    Prose counts for a stretch, scraps between count against it, so that an advertisement does not end
    a story and a list of links does.
    """
    counts = Counter(sheet.text for sheet in desk.sheets)
    desk.repeated = frozenset(text for text, count in counts.items() if count >= _REPEATED and _is_scrap(text))
    prose = [sheet for sheet in desk.sheets if _is_body_text(sheet)]
    if prose:
        stretch = _heaviest_stretch(desk, {sheet.number for sheet in prose})
        run = [sheet for sheet in prose if sheet.number in stretch]
    else:
        run = [sheet for sheet in desk.sheets if is_short_sentence(sheet.text) and not _is_something_else(sheet)]
        stretch = range(run[-1].number + 1) if run else range(0)
    if run:
        lead = _lead(desk, run)
        desk.body = range(lead, _end(desk, lead, stretch[-1]))


def _is_scrap(text: str) -> bool:
    """Whether a line is neither a sentence nor the name of a speaker, which a story may say again."""
    return not (is_prose(text) or is_sentence(text) or text.endswith(":"))


def _is_body_text(sheet: Sheet) -> bool:
    text = sheet.text
    if sheet.dateline is not None:
        text = text[sheet.dateline.span.end :]
        return is_prose(text) or is_short_sentence(text)
    return sheet.is_prose and not _is_something_else(sheet) and not is_of_the_page(sheet)


def _is_something_else(sheet: Sheet) -> bool:
    """Whether a sheet of prose is a caption, byline, note or furniture all the same."""
    if _NO_PROSE.first(sheet.text):
        if is_caption(sheet) or is_whole_note(sheet):
            return True
        if sheet.byline is not None and sheet.byline.rule in _BYLINE_RULES and sheet.byline.value.authors:
            return True
    return sheet.end_matter is not None and sheet.end_matter.kind in (*_NOT_BODY, EndMatterKind.CORRECTION)


def _heaviest_stretch(desk: Desk, prose: Collection[int]) -> range:
    """The stretch of sheets whose weight is the greatest; it ends in a sentence."""
    best, best_start, best_stop = 0.0, 0, 0
    total, start = 0.0, 0
    for sheet in desk.sheets:
        if total <= 0:
            total, start = 0.0, sheet.number
            if sheet.number not in prose and not is_short_sentence(sheet.text):
                continue  # no story begins with a scrap
        total += _score(sheet, prose, desk.repeated)
        if total > best:
            best, best_start, best_stop = total, start, sheet.number + 1
    return range(best_start, best_stop)


def _score(sheet: Sheet, prose: Collection[int], repeated: Collection[str]) -> float:
    if sheet.text in repeated:
        return 0.0
    if sheet.number in prose:
        return sheet.weight
    if is_of_the_page(sheet) or (sheet.end_matter is not None and sheet.end_matter.kind is EndMatterKind.FURNITURE):
        return -_OF_THE_PAGE
    return sheet.weight * _SHORT if is_short_sentence(sheet.text) else -_SCRAP


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
            and not is_about_pictures(sheet.byline.value)
        ):
            behind = [s.number for s in run if s.number > sheet.number]
            return behind[0] if behind else start
    return start


def _end(desk: Desk, lead: int, last: int) -> int:
    """The number behind the last paragraph: before a note or print headline with less prose behind than in front."""
    weights = [sheet.weight if sheet.is_prose else 0.0 for sheet in desk.sheets[lead : last + 1]]
    before, behind = 0.0, sum(weights)
    for sheet, own in zip(desk.sheets[lead : last + 1], weights, strict=True):
        if sheet.number > lead and before >= behind and _ends_story(sheet):
            return sheet.number
        before, behind = before + own, behind - own
    return _last_sentence(desk, last) + 1


def _ends_story(sheet: Sheet) -> bool:
    return is_whole_note(sheet) or (
        sheet.end_matter is not None and sheet.end_matter.kind is EndMatterKind.PRINT_HEADLINE
    )


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
    if (is_of_the_page(sheet) or sheet.text in desk.repeated) and sheet.number != desk.body.start:
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
