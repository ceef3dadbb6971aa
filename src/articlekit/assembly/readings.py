"""How a document was read, for `explain_*`: what each block was taken for, who contended for headline and byline."""

from collections.abc import Iterator
from operator import itemgetter

from articlekit.assembly.byline_candidates import Lines
from articlekit.assembly.claimed_authors import ClaimedByline
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.headline_evidence import Wording
from articlekit.assembly.story import reasons
from articlekit.model import BlockReading, CandidateReading
from articlekit.readers.draft import DraftBlock
from articlekit.span import Span

__all__ = ["block_readings", "candidate_readings"]

#: what was seen of a block, and what it weighs
_Parts = tuple[tuple[str, int], ...]


def block_readings(desk: Desk) -> tuple[BlockReading, ...]:
    """Each block of the source in its order, those that the reader has put aside among them."""
    kept: dict[tuple[str, int], tuple[str, int]] = {}  # each once: a page of many blocks repeats them by the million
    known: dict[_Parts, _Parts] = {}
    seen = (tuple(kept.setdefault(part, part) for part in found.items()) for found in reasons(desk))
    read = [*map(_block, desk.sheets, (known.setdefault(parts, parts) for parts in seen))]
    read += map(_put_aside, desk.draft.beyond)
    return tuple(sorted(read, key=lambda one: 0 if one.origin else one.span.start))


def _put_aside(block: DraftBlock) -> BlockReading:
    """A block of nothing that is the article's: a wire's slug, another story."""
    return BlockReading(block.text, Span(block.start, block.start + len(block.text)), block.origin, "leftover", 0)


def _block(sheet: Sheet, parts: _Parts) -> BlockReading:
    """How a block was read: the field that has taken most of it is its role."""
    block = sheet.block
    _, path = max(zip(map(len, sheet.taken), sheet.paths, strict=True), key=itemgetter(0))
    role = path.partition("[")[0]
    span = Span(block.start, block.start + len(block.text))
    return BlockReading(block.text, span, block.origin, role, sum(weight for _, weight in parts), parts)


def candidate_readings(desk: Desk) -> tuple[CandidateReading, ...]:
    """Who contended for the headline, then who did for the byline, the heaviest of each first."""
    return tuple(reading for field in desk.contests for reading in sorted(_candidates(desk, field), key=_lightness))


def _lightness(reading: CandidateReading) -> int:
    return -reading.weight


def _candidates(desk: Desk, field: str) -> Iterator[CandidateReading]:
    contest = desk.contests[field]
    for value, seen in contest.contenders:
        parts = {name: contest.weights[name] for name in seen if name in contest.weights}
        ordered = sorted(parts.items(), key=lambda part: -abs(part[1]))
        text, span, origin = _place(desk, value)
        total = sum(parts.values())
        yield CandidateReading(field, text, span, origin, total, value is contest.chosen, tuple(ordered))


def _place(desk: Desk, value: Wording | Lines | ClaimedByline) -> tuple[str, Span, str]:
    """What a candidate says, and where it stands: where its first line or claim does."""
    if isinstance(value, Lines):
        sheets = desk.sheets[value.first : value.last + 1]
        return "\n".join(sheet.text for sheet in sheets), *_of_sheet(sheets[0], Span(0, len(sheets[0].text)))
    if isinstance(value, ClaimedByline):
        claim, _ = value.claims[0]
        return value.value.text, Span(0, len(claim.text)), claim.origin
    if value.sheet is not None:
        return value.text, *_of_sheet(value.sheet, value.span)
    return value.text, value.span, value.claim.origin if value.claim is not None else ""


def _of_sheet(sheet: Sheet, span: Span) -> tuple[Span, str]:
    return span.shifted(sheet.block.start), sheet.block.origin
