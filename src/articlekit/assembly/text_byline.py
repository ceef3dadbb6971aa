"""
The byline of plain text: a contest of the lines, alone or with those right below, that read as one.

    where.W lead.N head.N      above, in or below the story, how far from its lead and from the headline
    rule.R people.N name.N     what the form reads: by which rule, how many people, whether their names are known
    with.X only.X rest.N       what else it names, and how much of the lines it leaves
    line-above.K line-below.K  what the lines around look like
    name-again credit.W        a line elsewhere names an author too; a line reads as a caption with its credit
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from attrs import evolve, frozen

from articlekit.assembly.contest import Contender, Weights, weight, weights_of
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of, of_line, steps
from articlekit.assembly.marks import ends_with_and, is_caption, is_time_line, opens_with_and
from articlekit.forms.bylines import find_byline
from articlekit.forms.names import is_given_name
from articlekit.grammar.tokens import EMAIL
from articlekit.model import Byline, Evidence, Parsed
from articlekit.span import Span

__all__ = ["Lines", "bylines", "heaviest_byline", "take_byline"]

_ABOVE_HEADLINE, _ABOVE_LEAD = 8, 14  # blocks
_BELOW_LEAD = 10  # blocks of the story that may hold a byline
_END, _BELOW_STORY = 3, 14  # blocks at the end of the story, and below
_LONGEST = 220  # code points of a line
_MOST_LINES = 4
_FEW = 5
_MOST_LOOKED_FOR = 3  # authors
#: what a line of a byline may look like: any but prose, a sentence, a question
_KINDS = frozenset(("by", "by-alone", "name", "role", "time", "timed", "title", "short", "menu", "label"))


@frozen
class Lines:
    """Lines of a text that read as one byline, the first and the last by number."""

    first: int
    last: int
    found: Parsed[Byline]


def take_byline(desk: Desk) -> None:
    """The byline of plain text, and the times that it tells."""
    if desk.is_page or not desk.body:
        return
    best = heaviest_byline(desk, weights_of("byline_line_weights"))
    if best is not None:
        _claim_byline(desk, desk.sheets[best.first : best.last + 1], best.found)


def heaviest_byline(desk: Desk, weights: Weights) -> Lines | None:
    """
    The first of what `judge` makes of `bylines`: the lines that *weights* speak for most, None where for none.

    The form is asked of a line only as long as what it might still read there leaves the line a chance.
    """
    most = _most_of_reading(weights)
    glances = [
        (max(weight(_placed(desk, first, last), weights) for last in _lasts(desk, first)), first)
        for first in _firsts(desk)
    ]
    best, heaviest, whole = None, 0, _whole(desk)
    for glance, first in sorted(glances, key=lambda pair: -pair[0]):
        if glance + most < max(heaviest, 1):
            break
        for lines in _from(desk, first):
            total = weight(_seen(desk, lines, whole), weights)
            equal = best is not None and total == heaviest and lines.first < best.first
            if total > heaviest or equal:
                best, heaviest = lines, total
    return best


def _most_of_reading(weights: Weights) -> int:
    """The most that can weigh what a form reads: the heaviest of each group, of the names all that speak for them."""
    groups: defaultdict[str, int] = defaultdict(int)
    for name, value in weights.items():
        group = name.partition(".")[0]
        if group == "name":
            groups[group] += max(value, 0)
        elif group in _OF_READING:
            groups[group] = max(groups[group], value)
    return sum(groups.values())


#: the groups of observations of which one at most is seen, and only when the lines have been read
_OF_READING = frozenset(("rule", "people", "only", "with", "rest", "name-again", "credit"))


def bylines(desk: Desk) -> Iterator[Contender[Lines]]:
    """The lines that may be the byline of a text, and what can be seen of each."""
    whole = _whole(desk)
    for first in _firsts(desk):
        for lines in _from(desk, first):
            yield Contender(lines, _seen(desk, lines, whole))


def _whole(desk: Desk) -> str:
    return "\n".join(sheet.text for sheet in desk.sheets)


def _firsts(desk: Desk) -> Iterator[int]:
    """The numbers of the lines in which a byline may begin: around headline and lead, at the story's end, below."""
    if not desk.body:
        return
    lead, stop, count = desk.body.start, desk.body.stop, len(desk.sheets)
    start = desk.headline.number - _ABOVE_HEADLINE if desk.headline is not None else lead - _ABOVE_LEAD
    above = range(max(0, start), min(lead + _BELOW_LEAD, count))
    below = range(max(above.stop, stop - _END), min(count, stop + _BELOW_STORY))
    for first in chain(above, below):
        goes_on = first > 0 and _may_be(desk, desk.sheets[first - 1]) and _goes_on_below(desk, first - 1)
        if _may_be(desk, desk.sheets[first]) and not goes_on:
            yield first


def _lasts(desk: Desk, first: int) -> Iterator[int]:
    """The numbers of the lines in which a byline may end that begins in line *first*."""
    for last in range(first, min(first + _MOST_LINES, len(desk.sheets))):
        sheet = desk.sheets[last]
        if last > first and (sheet.block.gap > 1 or not _may_be(desk, sheet)):
            return
        yield last


def _from(desk: Desk, first: int) -> Iterator[Lines]:
    """The bylines that begin in line *first*: of it alone, and of it and those right below."""
    texts: list[str] = []
    before: tuple[object, ...] = ()
    for last in _lasts(desk, first):
        sheet = desk.sheets[last]
        texts.append(sheet.text)
        found = sheet.byline if last == first else find_byline("\n".join(texts))
        if (found is None and last == first) or _is_speaker(sheet, found):
            continue
        if found is None or (last > first and found.span.start > len(texts[0])):
            return
        value = found.value
        names = (tuple(author.name for author in value.authors), value.organizations, value.collective)
        if any(names) and names != before and not _goes_on_below(desk, last):
            before = names
            yield Lines(first, last, found)


def _goes_on_below(desk: Desk, last: int) -> bool:
    """Whether the line below goes on with the list of names: ``and Tom Reed``, or behind ``Ada Quill and``."""
    waits = ends_with_and(desk.sheets[last].text)
    below = desk.sheets[last + 1 : last + 2]
    return any(s.block.gap == 0 and _may_be(desk, s) and (waits or opens_with_and(s.text)) for s in below)


def _is_speaker(sheet: Sheet, found: Parsed[Byline] | None) -> bool:
    """``MAYOR REED:``: a bare name before a colon speaks in the next line."""
    return found is not None and found.rule == "byline.names" and sheet.text.endswith(":")


def _may_be(desk: Desk, sheet: Sheet) -> bool:
    short = len(sheet.text) <= _LONGEST and kind_of(sheet.text) in _KINDS
    return short and sheet.free and sheet is not desk.headline


# --------------------------------------------------------------------------- what can be seen


def _seen(desk: Desk, lines: Lines, whole: str) -> list[str]:
    return [*_placed(desk, lines.first, lines.last), *_read(desk, lines, whole)]


def _placed(desk: Desk, first: int, last: int) -> list[str]:
    """What can be seen of lines before they are read: how the first is written, where they stand, what is beside."""
    sheet = desk.sheets[first]
    kind, where = kind_of(sheet.text), _where(desk, first)
    return [
        "always",
        *of_line(sheet.text),
        f"where.{where}",
        f"{kind}.{where}",
        f"lines.{last - first + 1}.{kind}",
        f"gap.{min(sheet.block.gap, 2)}",
        *_distances(desk, first, last, where),
        *_beside(desk, first, last, kind),
    ]


def _where(desk: Desk, first: int) -> str:
    if first < desk.body.start:
        return "above"
    return "story" if first < desk.body.stop else "below"


def _distances(desk: Desk, first: int, last: int, where: str) -> Iterator[str]:
    """How far lines stand from headline, lead and end."""
    head, lead, stop = desk.headline, desk.body.start, desk.body.stop
    if head is None:
        yield "head.unknown"
    elif first < head.number:
        yield f"head.above.{min(head.number - first, _FEW)}"
    elif where == "above":
        yield f"head.below.{_far(first - head.number)}"
    if where == "above":
        yield f"lead.{_far(lead - last)}"
    elif where == "story":
        yield f"in-story.{_far(first - lead + 1)}"
        yield f"to-end.{_far(stop - first)}"
    else:
        yield f"below.{_far(first - stop + 1)}"


def _far(number: int) -> str:
    return str(number if number < _FEW else _FEW + steps(number))


def _read(desk: Desk, lines: Lines, whole: str) -> Iterator[str]:
    """What can be seen of what the form has read."""
    value, rule, where = lines.found.value, lines.found.rule, _where(desk, lines.first)
    yield f"rule.{rule}.{where}"
    yield f"people.{min(len(value.authors), 3)}"
    names = {_looks(author.name.split()) for author in value.authors}
    yield from (f"name.{looks}" for looks in names)
    yield from (f"name.{looks}.{rule}" for looks in names)
    if not value.authors:
        yield "only.organizations" if value.organizations else "only.collective"
    if extra := [name for name, held in _EXTRAS if held(value)]:
        yield f"with.{'-'.join(extra)}"
    sheets = desk.sheets[lines.first : lines.last + 1]
    own = "\n".join(sheet.text for sheet in sheets)
    yield f"rest.{8 * (len(own) - len(lines.found.span)) // len(own)}"
    if any(whole.count(author.name) > own.count(author.name) for author in value.authors[:_MOST_LOOKED_FOR]):
        yield "name-again"
    if any(map(is_caption, sheets)):
        yield f"credit.{where}"


_EXTRAS: tuple[tuple[str, Callable[[Byline], bool]], ...] = (
    ("organizations", lambda value: bool(value.authors and value.organizations)),
    ("role", lambda value: any(author.role for author in value.authors)),
    ("time", lambda value: value.published is not None),
)


def _looks(words: Sequence[str]) -> str:
    """Whether a name begins with a known given name, and how many words it has."""
    known = "known" if is_given_name(words[0]) else "unknown"
    return f"{known}.{'one' if len(words) == 1 else 'many' if len(words) > _MOST_PLAIN else 'some'}"


_MOST_PLAIN = 3  # words


def _beside(desk: Desk, first: int, last: int, kind: str) -> Iterator[str]:
    """What the lines right above and below look like."""
    for name, at in (("above", first - 1), ("below", last + 1)):
        looks = _kind_at(desk, at)
        yield f"line-{name}.{looks}"
        yield f"line-{name}.{looks}.{kind}"


def _kind_at(desk: Desk, at: int) -> str:
    if not 0 <= at < len(desk.sheets):
        return "edge"
    if desk.headline is not None and at == desk.headline.number:
        return "headline"
    return "lead" if at == desk.body.start else kind_of(desk.sheets[at].text)


# --------------------------------------------------------------------------- the byline


def _claim_byline(desk: Desk, sheets: list[Sheet], found: Parsed[Byline]) -> None:
    """Claim the byline in *sheets* together with the lines right below that go on with it, read as one block."""
    start, base = found.span.start, 0  # where the byline begins in its first line; where what was read begins
    text = "\n".join(sheet.text for sheet in sheets)[start:]
    last = sheets[-1].number
    stop = desk.body.start if last < desk.body.start else len(desk.sheets)
    for below in desk.sheets[last + 1 : min(last + 1 + _MOST_LINES, stop)]:
        longer = find_byline(f"{text}\n{below.text}") if below.free and _goes_on(below) else None
        if longer is None or longer.span.start or longer.rule == "byline.inside":
            break
        if len(longer.value.authors) != len(found.value.authors):
            break
        sheets, found, text, base = [*sheets, below], longer, f"{text}\n{below.text}", start
    desk.fields["byline"] = found.value
    _claim_lines(desk, sheets, Span(base, start), found)
    for field, value in (("published", found.value.published), ("modified", found.value.updated)):
        if value is not None:
            desk.fields[field] = value


def _goes_on(sheet: Sheet) -> bool:
    """A time line, or right below the names a line that gives their role, organisation or address."""
    if is_time_line(sheet) or EMAIL.covers(sheet.text.strip()):
        return True
    found = sheet.byline
    return found is not None and sheet.block.gap == 0 and not found.value.authors and kind_of(sheet.text) != "prose"


def _claim_lines(desk: Desk, sheets: list[Sheet], front: Span, found: Parsed[Byline]) -> None:
    """Claim each line, and hand each its share of the evidence; what was read begins where *front* does."""
    at = front.start
    for sheet in sheets:
        begin = front.end if sheet is sheets[0] else 0
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
