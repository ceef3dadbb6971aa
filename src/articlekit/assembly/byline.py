"""
The byline of an article: a contest of the lines that read as one and of what the page's metadata claim.

Text and pages are one: what text lacks, metadata and the names of containers, is not seen of it.
"""

import sys
from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.assembly.byline_candidates import NO_BYLINE, Lines, bylines_from, first_lines, last_lines
from articlekit.assembly.byline_evidence import of_claim, of_reading, placed, whom
from articlekit.assembly.claimed_authors import ClaimedByline, claimed_authors
from articlekit.assembly.contest import Contender, Contest, Weights, judge, weight
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of
from articlekit.assembly.marks import is_time_line
from articlekit.assembly.people import spelled
from articlekit.assembly.slashed_days import slashed_day
from articlekit.forms.bylines import find_byline
from articlekit.grammar.tokens import EMAIL
from articlekit.model import Byline, Parsed
from articlekit.span import Span

__all__ = ["MOST_GAINED", "MOST_READ", "bylines", "likeliest_bylines", "take_byline"]

Candidate = Lines | ClaimedByline

#: lines of which the form is asked: by folds of sites all authors are right on .834 of 1,295 pages with 2, on .838 with
#: 3, on .839 with 4, and on no more with all
MOST_READ = 4
#: what a line may gain by being read, so that it is spared where another has won by more: on 132 pages 2 lines are read
#: of 4, and by folds of sites as many pages are right
MOST_GAINED = 300
_MOST_LINES = 4  # that a byline goes on in


def take_byline(desk: Desk) -> None:
    """The byline, with the times that it tells."""
    weights = desk.weights.bylines
    contenders = likeliest_bylines(desk, weights)
    best = next(iter(judge(contenders, weights)), None)
    if isinstance(best, ClaimedByline):
        # a line that names the same people knows more of them: where they stand, what they are
        shown = (one.value for one in contenders if isinstance(one.value, Lines))
        best = next((lines for lines in shown if whom(lines.found.value) == whom(best.value)), best)
    desk.contests["byline"] = Contest(contenders, weights, best)
    if isinstance(best, Lines):
        _claim_lines_below(desk, desk.sheets[best.first : best.last + 1], best.found)
    elif best is not None:
        _cite(desk, best)


def likeliest_bylines(desk: Desk, weights: Weights) -> list[Contender[Candidate]]:
    """The bylines that begin in the lines that look most like one, as they stand, then what metadata claim."""
    claimed = claimed_authors(desk)
    glances = {
        first: max(weight(placed(desk, first, last, claimed), weights) for last in last_lines(desk, first))
        for first in first_lines(desk)
    }
    found = list(_of_claims(desk, claimed))
    heaviest = max((weight(one.seen, weights) for one in found), default=0)
    for first in sorted(glances, key=lambda first: -glances[first])[:MOST_READ]:
        if glances[first] + MOST_GAINED <= heaviest:
            break
        read = list(_of_lines(desk, first, claimed))
        found += read
        heaviest = max(heaviest, *(weight(one.seen, weights) for one in read), 0)
    return sorted(found, key=_place)


def _place(one: Contender[Candidate]) -> tuple[int, int]:
    """Where a byline stands: claims behind all lines."""
    return (one.value.first, one.value.last) if isinstance(one.value, Lines) else (sys.maxsize, 0)


def bylines(desk: Desk, claimed: Sequence[ClaimedByline]) -> Iterator[Contender[Candidate]]:
    """All bylines that lines of a document read as, then those that metadata claim, and what can be seen of each."""
    for first in first_lines(desk):
        yield from _of_lines(desk, first, claimed)
    yield from _of_claims(desk, claimed)


def _of_lines(desk: Desk, first: int, claimed: Sequence[ClaimedByline]) -> Iterator[Contender[Candidate]]:
    for lines in bylines_from(desk, first):
        seen = [*placed(desk, first, lines.last, claimed), *of_reading(desk, lines, claimed)]
        yield Contender(lines, seen)


def _of_claims(desk: Desk, claimed: Sequence[ClaimedByline]) -> Iterator[Contender[Candidate]]:
    for one in claimed:
        yield Contender(one, list(of_claim(desk, one, claimed)))


# --------------------------------------------------------------------------- the byline


def _cite(desk: Desk, claimed: ClaimedByline) -> None:
    for claim, _ in claimed.claims:
        desk.cite("byline", claim, f"byline.{claim.kind}")
    desk.fields.byline = spelled(desk, claimed.value)


def _claim_lines_below(desk: Desk, sheets: list[Sheet], found: Parsed[Byline]) -> None:
    """Claim the byline in *sheets* together with the lines right below that go on with it, read as one block."""
    start, base = found.span.start, 0  # where the byline begins in its first line; where what was read begins
    text = "\n".join(sheet.text for sheet in sheets)[start:]
    last = sheets[-1].number
    stop = desk.body.start if last < desk.body.start else len(desk.sheets)
    for below in desk.sheets[last + 1 : min(last + 1 + _MOST_LINES, stop)]:
        longer = find_byline(f"{text}\n{below.text}", desk.rules.bylines) if below.free and _goes_on(below) else None
        if longer is None or longer.span.start or longer.rule == "byline.inside":
            break
        if len(longer.value.authors) != len(found.value.authors):
            break
        sheets, found, text, base = [*sheets, below], longer, f"{text}\n{below.text}", start
    _claim_lines(desk, sheets, Span(base, start), found)
    desk.fields.byline = spelled(desk, found.value)
    if found.value.published is None and (told := slashed_day(desk, sheets)) is not None:
        desk.fields.byline = evolve(desk.fields.byline, published=told.moment)
        desk.witness("byline.published", told.sheet, told.span, told.rule)


def _goes_on(sheet: Sheet) -> bool:
    """A time line, or right below the names a line that gives their role, organisation or address."""
    if sheet.hint in NO_BYLINE:
        return False
    if is_time_line(sheet) or EMAIL.covers(sheet.text.strip()):
        return True
    found = sheet.byline
    return found is not None and sheet.block.gap == 0 and not found.value.authors and kind_of(sheet.text) != "prose"


def _claim_lines(desk: Desk, sheets: list[Sheet], front: Span, found: Parsed[Byline]) -> None:
    """Claim each line, and hand each its share of the evidence; what was read begins where *front* does."""
    at = front.start
    for sheet in sheets:
        begin, end = front.end if sheet is sheets[0] else 0, min(len(sheet.text), found.span.end + at)
        desk.claim("byline", sheet, Span(begin, end), found.rule)
        for part in found.evidence:
            start, stop = max(part.span.start + at, begin), min(part.span.end + at, end)
            if start < stop:  # a label and its time may stand in two lines
                desk.part("byline", sheet, evolve(part, text=sheet.text[start:stop], span=Span(start, stop)))
        at -= len(sheet.text) + 1
