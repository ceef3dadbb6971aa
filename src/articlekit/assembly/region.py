"""
Where on a page the article stands: what each container is, and which of them holds the story.

A container is what its tag and its names say, as long as it is not too large for it: one called
*sidebar* that holds most of the page's prose is a layout, no sidebar. The story stands in the
container with the most prose and the least of what is none: links, teasers, scraps. In there it is
the paragraphs that are at home together, in one container or in many that are called the same;
what has a container of its own among or behind them is a box.
"""

from collections.abc import Sequence

from articlekit.assembly.containers import Containers
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import is_caption
from articlekit.grammar import Finder, any_of
from articlekit.lexicon.words import spelled
from articlekit.readers.draft import Hint

__all__ = ["find_region"]

_OUTSIDE = frozenset((Hint.ASIDE, Hint.NAVIGATION, Hint.COMMENT))
_MOST_OUTSIDE = 0.65  # of the page's prose that stands beside the article, in containers called the same
#: the most code points that a container of a kind holds
_WIDEST = {
    Hint.BYLINE: 500,
    Hint.TIME: 200,
    Hint.KICKER: 200,
    Hint.CREDIT: 500,
    Hint.CAPTION: 1000,
    Hint.DECK: 1500,
    Hint.HEADLINE: 400,
    Hint.HEADING: 400,
}
_INHERITED = frozenset((*_WIDEST, Hint.QUOTE, Hint.LIST_ITEM))
_LINK = 60.0  # weight of a line of links against a container, as code points
_SCRAP = 20.0
_PARAGRAPHS = frozenset(("p", "blockquote", "pre"))
_MOST_TEASER = 700  # code points
_MOST_BOX = 0.4  # of the weight of the story, from which on paragraphs at home elsewhere are a part of it


def find_region(desk: Desk) -> None:
    """Say of each sheet what it is on its page, and whether it stands in the container of the story."""
    if not desk.draft.frames:
        return
    page = Containers(desk.draft.frames, [sheet.frame for sheet in desk.sheets])
    for sheet in desk.sheets:
        sheet.tag = page.frames[sheet.frame].tag
    _resolve(desk, page)
    _leave_teasers_out(desk, page)
    scores = [_score(sheet) for sheet in desk.sheets]
    _, _, best = max((page.is_home(number), weight, number) for number, weight in enumerate(page.sums(scores)))
    inside = page.inside({best})
    for sheet in desk.sheets:
        sheet.apart = not (inside[sheet.frame] or sheet.frame == best)
    _leave_boxes_out(desk, page, [s for s in desk.sheets if not s.apart and scores[s.number] > 0])
    _call_captions(desk)


def _call_captions(desk: Desk) -> None:
    """Call a paragraph a caption where its own marks say so: a credit in brackets at its end, or one alone."""
    for sheet in desk.sheets:
        plain = sheet.hint is Hint.TEXT and not sheet.outside and len(sheet.text) <= _LONGEST_CAPTION
        if plain and _CREDITED.first(sheet.text) and is_caption(sheet):
            sheet.hint = Hint.CAPTION


_LONGEST_CAPTION = 600  # code points
#: a bracket with a slash, a label or capitals at the end, a slash behind a sentence, or a label of pictures at the head
_CREDITED = Finder(
    lambda: (
        r"[.!?…][\"”’]?\s[^.!?/]{3,60}/[^.!?/]{2,40}$|"
        rf"\([^()]{{0,60}}(?:/|[A-Z]{{2,}}|(?i:{_label_heads()}))[^()]{{0,100}}\)\.?$|^(?:{_label_heads()})s?\b.{{0,3}}:"
    )
)


def _label_heads() -> str:
    return any_of(spelled("photo_label_heads"))


def _resolve(desk: Desk, page: Containers) -> None:
    """Say of each sheet what the containers around it make of it."""
    text = page.sums([len(sheet.text) for sheet in desk.sheets])
    prose = page.sums([_prose(sheet) for sheet in desk.sheets])
    headlines = page.sums([sheet.hint is Hint.HEADLINE for sheet in desk.sheets])
    apart = _beside(page, prose, headlines)
    hints: list[Hint] = []
    outside: list[bool] = []
    for number, frame in enumerate(page.frames):
        hint, beside = frame.hint, False
        if hint in _OUTSIDE:
            beside = number in apart
            hint = hint if beside else Hint.TEXT
        elif hint in _WIDEST and frame.tag != "figcaption":
            too_wide = text[number] > _WIDEST[hint] or (hint is Hint.CAPTION and headlines[number])
            hint = Hint.TEXT if too_wide else hint
        if frame.parent >= 0:
            beside = beside or outside[frame.parent]
            above = hints[frame.parent]
            if above in _INHERITED:
                hint = _inside(above, hint)
        hints.append(hint)
        outside.append(beside)
    for sheet in desk.sheets:
        sheet.hint, sheet.outside = hints[sheet.frame], outside[sheet.frame]


def _inside(above: Hint, hint: Hint) -> Hint:
    """What a container is that stands in one that says what it is: the same, or a photographer's name in a caption."""
    if hint is Hint.BYLINE and above is Hint.CAPTION:
        return Hint.CREDIT
    return above if hint is Hint.TEXT else hint


def _beside(page: Containers, prose: Sequence[float], headlines: Sequence[float]) -> set[int]:
    """The containers that stand beside the article, as they are called: they hold the less of the page's prose."""
    named = [number for number, frame in enumerate(page.frames) if frame.hint in _OUTSIDE]
    alike: dict[str, float] = {}  # the prose of all containers that are called the same
    for number in named:
        alike[page.kind(number)] = alike.get(page.kind(number), 0) + prose[number]
    most = _MOST_OUTSIDE * max(prose[0] - _commented(page, prose), 1)
    most_comments = _MOST_OUTSIDE * max(prose[0], 1)
    return {
        number
        for number in named
        if (
            alike[page.kind(number)] <= most_comments or not headlines[number]
            if page.frames[number].hint is Hint.COMMENT
            else alike[page.kind(number)] <= most and not _heads_page(page, number, headlines)
        )
    }


def _heads_page(page: Containers, number: int, headlines: Sequence[float]) -> bool:
    """Whether a container that its classes alone call a menu or box holds every headline of the page: ``masthead``."""
    return page.frames[number].tag not in _MENUS and headlines[number] == headlines[0] > 0


_MENUS = frozenset(("nav", "aside", "footer", "menu", "form", "button"))


def _commented(page: Containers, prose: Sequence[float]) -> float:
    """The prose of all comments: however many there are, what stands above them is no smaller."""
    comments = {number for number, frame in enumerate(page.frames) if frame.hint is Hint.COMMENT}
    inside = page.inside(comments) if comments else ()
    return sum(prose[number] for number in comments if not inside[number])


def _prose(sheet: Sheet) -> float:
    """The weight of a block as prose of anybody's."""
    if 2 * sheet.block.linked > len(sheet.text):
        return 0.0
    return sheet.weight if sheet.tag in _PARAGRAPHS or sheet.is_prose else 0.0


def _score(sheet: Sheet) -> float:
    """The weight of a block as a part of the story: prose for it, links and scraps against it."""
    linked = sheet.block.linked * 2 > len(sheet.text)
    if sheet.outside or sheet.hint in _WIDEST:
        return -_LINK if linked and sheet.hint is Hint.HEADING else 0.0
    if linked:
        return -_LINK
    if sheet.tag in _PARAGRAPHS or sheet.is_prose:
        return sheet.weight
    if sheet.is_sentence or sheet.hint is Hint.LIST_ITEM:
        return sheet.weight / 2
    return -_SCRAP


def _leave_teasers_out(desk: Desk, page: Containers) -> None:
    """Say of what stands under a heading that is a link, in a container of a few lines, that it is outside."""
    linked = {
        page.home(sheet.frame)
        for sheet in desk.sheets
        if sheet.hint in (Hint.HEADING, Hint.HEADLINE)
        and not sheet.outside
        and sheet.block.linked * 2 > len(sheet.text)
    }
    if not linked:
        return
    text: dict[int, int] = dict.fromkeys(linked, 0)
    # words of the container's own, in no element of theirs, stand in it as its paragraphs do
    near = {s: s.frame if s.frame in linked else page.home(s.frame) for s in desk.sheets if not s.outside}
    near = {sheet: home for sheet, home in near.items() if home in linked}
    for sheet, home in near.items():
        text[home] += len(sheet.text)
    for sheet, home in near.items():
        sheet.outside = text[home] < _MOST_TEASER and sheet.hint is not Hint.HEADLINE


def _leave_boxes_out(desk: Desk, page: Containers, story: list[Sheet]) -> None:
    """Set apart what stands in boxes of its own inside or behind the paragraphs of the story."""
    weights: dict[str, float] = {}
    for sheet in story:
        kind = page.kind(page.home(sheet.frame))
        weights[kind] = weights.get(kind, 0) + sheet.weight
    if not weights:
        return
    main = max(weights, key=lambda kind: weights[kind])
    paragraphs = [sheet for sheet in story if page.kind(page.home(sheet.frame)) == main]
    stop = _next_article(desk, page, paragraphs)
    paragraphs = [sheet for sheet in paragraphs if sheet.number < stop]
    homes = {page.home(sheet.frame) for sheet in paragraphs}
    parents = {page.frames[home].parent for home in homes}
    inside = page.inside(homes)
    last = paragraphs[-1].number
    names = {page.own_kind(sheet.frame) for sheet in paragraphs} - {""}
    stems = {page.stem(home) for home in homes} - {""}
    for sheet in desk.sheets:
        home = page.home(sheet.frame)
        if sheet.apart or (home in homes and sheet.number < stop):
            continue
        near = inside[home] or page.frames[home].parent in parents
        large = near and weights.get(page.kind(home), 0) > weights[main] * _MOST_BOX
        alike = page.own_kind(sheet.frame) in names or page.stem(home) in stems
        boxed = (inside[home] and page.frames[home].name) or sheet.number > last
        sheet.apart = sheet.number >= stop or bool(boxed and not (large or alike))
        sheet.outside = sheet.outside or sheet.number >= stop


def _next_article(desk: Desk, page: Containers, paragraphs: list[Sheet]) -> int:
    """The number of a headline behind paragraphs in whose container it does not stand: that of another article."""
    homes = {page.home(sheet.frame) for sheet in paragraphs}
    for sheet in desk.sheets[paragraphs[0].number + 1 :]:
        if sheet.hint is Hint.HEADLINE and not sheet.outside and page.home(sheet.frame) not in homes:
            return sheet.number
    return len(desk.sheets)
