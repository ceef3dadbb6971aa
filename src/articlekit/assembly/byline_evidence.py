"""
What can be seen of a byline that may be the article's.

Of lines before they are read (`placed`), so that the form need be asked only of those that look most like a byline:

    where.W lead.N head.N      above, in or below the story, how far from its lead and from the headline
    line-above.K line-below.K  what the lines around look like; `lines` tells how the line itself is written
    page.W outside.B.W apart.B.W   markup: whether it is beside the article, or in another container
    hint.H holds.R             what the page calls it; whether it holds the names of people whom metadata claim

Of what the form has read in them:

    rule.R hint.H.R people.N name.N     by which rule, how many people, whether their names are known
    with.X only.X rest.N       what else it names, and how much of the lines it leaves

Of lines and of what a page's metadata claim, beside what each of its vocabularies claims:

    line claim claim.V         who says it: lines, or a vocabulary
    shown.R.N                  whether all N people whom a vocabulary names stand in lines that may be a byline
    V.R line.V.R claim.V.R     whether vocabulary V names the same, more, fewer, others, nobody, only an organisation
    same.N                     how many vocabularies name the same
    claimed.R.line             whether all whom they name are among those named
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from articlekit.assembly.byline_candidates import Lines, first_lines
from articlekit.assembly.claimed_authors import ClaimedByline
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of, of_line, steps
from articlekit.assembly.rules import CLAIMED
from articlekit.forms.names import folded_name, is_given_name
from articlekit.model import Byline

__all__ = ["of_claim", "of_reading", "placed", "whom"]

_FEW = 5  # blocks that are counted one by one
_MOST_PLAIN = 3  # words of a name
_MOST_TOLD = 2  # people

Whom = frozenset[str]


def placed(desk: Desk, first: int, last: int, claimed: Sequence[ClaimedByline]) -> list[str]:
    """
    What can be seen of lines before they are read.

    How the first is written, where they stand, what is beside, whether they hold the names that metadata claim.
    """
    sheet = desk.sheets[first]
    kind, where = kind_of(sheet.text), _where(desk, first)
    return [
        "always",
        "line",
        *of_line(sheet.text),
        f"where.{where}",
        f"{kind}.{where}",
        f"lines.{last - first + 1}.{kind}",
        f"gap.{min(sheet.block.gap, 2)}",
        f"hint.{sheet.hint.value}",
        *_distances(desk, first, last, where),
        *_beside(desk, first, last, kind),
        *((f"page.{where}", f"outside.{sheet.outside}.{where}", f"apart.{sheet.apart}.{where}") if sheet.tag else ()),
        *_holding(desk, first, last, claimed),
    ]


def _holding(desk: Desk, first: int, last: int, claimed: Sequence[ClaimedByline]) -> Iterator[str]:
    """Whether lines hold the names of the people whom metadata claim; nothing where they claim none."""
    names = {author.name.casefold() for one in claimed for author in one.value.authors}
    if names:
        yield f"holds.{_held(names, desk.sheets[first : last + 1])}"


def _held(names: Collection[str], sheets: Sequence[Sheet]) -> str:
    """How many of *names* stand in *sheets*: all, some or none."""
    text = "\n".join(sheet.text for sheet in sheets).casefold()
    held = sum(name in text for name in names)
    return "all" if held == len(names) else "some" if held else "none"


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


# --------------------------------------------------------------------------- what the form has read


def of_reading(desk: Desk, lines: Lines, claimed: Sequence[ClaimedByline]) -> Iterator[str]:
    """What can be seen of what the form has read, beside what metadata claim."""
    value, rule, where = lines.found.value, lines.found.rule, _where(desk, lines.first)
    sheets = desk.sheets[lines.first : lines.last + 1]
    yield f"rule.{rule}.{where}"
    yield f"hint.{sheets[0].hint.value}.{rule}"
    yield f"people.{min(len(value.authors), 3)}"
    names = {_looks(author.name.split()) for author in value.authors}
    yield from (f"name.{looks}" for looks in names)
    yield from (f"name.{looks}.{rule}" for looks in names)
    if not value.authors:
        yield "only.organizations" if value.organizations else "only.collective"
    if extra := [name for name, held in _EXTRAS if held(value)]:
        yield f"with.{'-'.join(extra)}"
    own = "\n".join(sheet.text for sheet in sheets)
    yield f"rest.{8 * (len(own) - len(lines.found.span)) // len(own)}"
    yield from _beside_claims("line", value, claimed)


_EXTRAS: tuple[tuple[str, Callable[[Byline], bool]], ...] = (
    ("organizations", lambda value: bool(value.authors and value.organizations)),
    ("role", lambda value: any(author.role for author in value.authors)),
    ("time", lambda value: value.published is not None),
)


def _looks(words: Sequence[str]) -> str:
    """Whether a name begins with a known given name, and how many words it has."""
    known = "known" if is_given_name(words[0]) else "unknown"
    return f"{known}.{'one' if len(words) == 1 else 'many' if len(words) > _MOST_PLAIN else 'some'}"


# --------------------------------------------------------------------------- what metadata claim


def of_claim(desk: Desk, one: ClaimedByline, claimed: Sequence[ClaimedByline]) -> Iterator[str]:
    """What can be seen of whom one vocabulary names, *claimed* being what all of them do."""
    yield from ("always", "claim", f"claim.{one.kind}")
    names = {author.name.casefold() for author in one.value.authors}
    if names:
        lines = [desk.sheets[number] for number in first_lines(desk)]
        yield f"shown.{_held(names, lines)}.{min(len(names), _MOST_TOLD)}"
    yield from _beside_claims("claim", one.value, claimed)


def _beside_claims(says: str, value: Byline, claimed: Sequence[ClaimedByline]) -> Iterator[str]:
    """How whom *value* names agrees with whom each vocabulary names; nothing where none names anybody."""
    if not claimed:
        return
    people, houses = whom(value)
    others = {one.kind: whom(one.value) for one in claimed}
    same = 0
    for kind in CLAIMED["byline"]:
        relation = _relation((people, houses), others[kind]) if kind in others else "nobody"
        same += relation == "same"
        yield f"{kind}.{relation}"
        yield f"{says}.{kind}.{relation}"
    yield f"same.{same}"
    union = frozenset[str]().union(*(one for one, _ in others.values()))
    share = "all" if union <= people else "some" if union & people else "others"
    yield f"claimed.{share if union else 'nobody'}.{says}"
    if not people:
        yield f"house.{says}"


def whom(byline: Byline) -> tuple[Whom, Whom]:
    """
    Whom *byline* names, folded: people, and organisations only where it names none.

    >>> whom(Byline((), ("Harbor Ledger",), text="Harbor Ledger"))
    (frozenset(), frozenset({'harbor ledger'}))
    """
    people = frozenset(folded_name(author.name) for author in byline.authors)
    return people, frozenset() if people else frozenset(map(folded_name, byline.organizations))


def _relation(own: tuple[Whom, Whom], other: tuple[Whom, Whom]) -> str:
    """What *other* names beside whom *own* does."""
    if own == other:
        return "same"
    mine, others = own[0], other[0]
    if not others:
        return "house"
    if not mine & others:
        return "others"
    return "more" if mine < others else "fewer" if mine > others else "overlap"
