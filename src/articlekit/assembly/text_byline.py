"""The byline of plain text: by its label or time, or where it stands."""

from attrs import evolve

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_prose
from articlekit.assembly.marks import is_caption, is_time_line
from articlekit.assembly.zone import zone
from articlekit.forms.bylines import find_byline
from articlekit.forms.names import has_given_name
from articlekit.grammar.tokens import EMAIL
from articlekit.model import Byline, Evidence, Parsed
from articlekit.span import Span

__all__ = ["take_byline"]

_BELOW_HEADLINE = 8  # blocks
_FEWEST_WORDS, _MOST_WORDS = 2, 4  # of a name that stands alone
_MOST_LINES = 3  # below the names that go on with them


def take_byline(desk: Desk) -> None:
    """The byline nearest above the lead, and the time lines that follow it."""
    if desk.is_page:
        return
    sheets = zone(desk)
    for test in (_is_labelled, _is_timed, _stands_above_role, _stands_by_time, _stands_below_headline):
        for sheet in sheets:
            if sheet.byline is not None and test(desk, sheet, sheet.byline):
                _claim_byline(desk, sheet)
                return


def _stands_below_headline(desk: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    """A bare name a few lines below the headline, of known given names or with a time close behind."""
    if desk.headline is None or not 0 < sheet.number - desk.headline.number <= _BELOW_HEADLINE or sheet.is_sentence:
        return False
    names = [author.name.split() for author in found.value.authors]
    if not names or any(not _FEWEST_WORDS <= len(words) <= _MOST_WORDS for words in names):
        return False
    behind = desk.sheets[sheet.number + 1 : sheet.number + 1 + _MOST_LINES]
    return all(map(has_given_name, names)) or any(is_time_line(other) for other in behind)


def _is_labelled(_: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    names = found.value.authors or found.value.organizations or found.value.collective
    return found.rule in ("byline.labelled", "byline.inside") and bool(names) and not is_caption(sheet)


def _is_timed(_: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    whole = any(len(author.name.split()) >= _FEWEST_WORDS for author in found.value.authors)
    return found.rule == "byline.timed" and whole and not is_prose(sheet.text)


def _stands_by_time(desk: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    """A bare name right above or below a line that is a time: ``Ada Quill`` under ``April 28, 2023``."""
    value = found.value
    people = [author for author in value.authors if has_given_name(author.name.split())]
    if not (people and len(people) == len(value.authors)) and not value.organizations:
        return False
    beside = [desk.sheets[i] for i in (sheet.number - 1, sheet.number + 1) if 0 <= i < len(desk.sheets)]
    return any(is_time_line(other) for other in beside)


def _stands_above_role(desk: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    """A bare name right above the role, outlet or address of its bearer: ``Ada Quill`` over ``Staff Writer``."""
    authors = found.value.authors
    if not authors or not all(has_given_name(author.name.split()) for author in authors):
        return False
    below = desk.sheets[sheet.number + 1 : sheet.number + 2]
    return any(other.block.gap == 0 and (_goes_on(other) or EMAIL.covers(other.text.strip())) for other in below)


def _claim_byline(desk: Desk, sheet: Sheet) -> None:
    """Claim the byline in *sheet* together with the lines right below that go on with it, read as one block."""
    start = sheet.byline.span.start if sheet.byline else 0
    sheets, found = [sheet], sheet.byline
    text = sheet.text[start:]
    for below in desk.sheets[sheet.number + 1 : min(sheet.number + 1 + _MOST_LINES, desk.body.start)]:
        longer = find_byline(f"{text}\n{below.text}") if below.free and _goes_on(below) else None
        if longer is None or found is None or longer.span.start or longer.rule == "byline.inside":
            break
        if len(longer.value.authors) != len(found.value.authors):
            break
        sheets, found, text = [*sheets, below], longer, f"{text}\n{below.text}"
    if found is None:
        return
    desk.fields["byline"] = found.value
    _claim_lines(desk, sheets, start, found)
    for field, value in (("published", found.value.published), ("modified", found.value.updated)):
        if value is not None:
            desk.fields[field] = value


def _goes_on(sheet: Sheet) -> bool:
    """A time line, or right below the names a line that gives their role, organisation or address."""
    if is_time_line(sheet) or EMAIL.covers(sheet.text.strip()):
        return True
    found = sheet.byline
    return found is not None and sheet.block.gap == 0 and not found.value.authors and not is_prose(sheet.text)


def _claim_lines(desk: Desk, sheets: list[Sheet], start: int, found: Parsed[Byline]) -> None:
    """Claim each line of the block, and hand each its share of the evidence."""
    at = start if len(sheets) > 1 else 0  # the text that was read begins there
    for sheet in sheets:
        begin = start if sheet is sheets[0] else 0
        desk.claim("byline", sheet, Span(begin, len(sheet.text)), found.rule)
        for part in found.evidence:
            if part.span.start + at >= 0 and part.span.end + at <= len(sheet.text):
                _claim_part(desk, sheet, evolve(part, span=part.span.shifted(at)))
        at -= len(sheet.text) + 1


def _claim_part(desk: Desk, sheet: Sheet, part: Evidence) -> None:
    desk.part("byline", sheet, part)
    if part.path in _TIMES:
        desk.witness(_TIMES[part.path], sheet, part.span, part.rule)


_TIMES = {"published": "published", "updated": "modified"}
