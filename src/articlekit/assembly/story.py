"""
Which blocks are the story, of text and of HTML alike.

Each block is weighed by itself (`blocks`); then `trees` ask what can be seen of it where it stands (`standing`), and
the forms are asked of those that they take for the story (`second_look`). Those that weigh more than nothing are the
story, less the notes at its ends.
"""

from collections.abc import Callable, Collection, Container, Iterator, Sequence
from functools import partial
from typing import TypeVar

from articlekit.assembly.blocks import weigh_blocks
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of
from articlekit.assembly.marks import is_whole_note
from articlekit.assembly.second_look import Turning, second_look
from articlekit.assembly.standing import heaviest_stretch, where_they_stand
from articlekit.assembly.tables import tables
from articlekit.assembly.trees import Trees
from articlekit.model import EndMatterKind
from articlekit.readers.draft import Hint

__all__ = ["find_story", "reasons", "take_story"]

T = TypeVar("T")

_HEADINGS = (Hint.HEADING, Hint.HEADLINE)


def find_story(desk: Desk) -> None:
    """Say which sheets are the story, and in which range they stand."""
    likely = set(_likely(desk))
    speakers = {s.number for s in desk.sheets if _is_speaker(s) and {s.number - 1, s.number + 1} <= likely}
    story = _without_notes([desk.sheets[number] for number in sorted(likely | speakers)])
    says = any(sheet.is_sentence or sheet.is_prose for sheet in story)  # titles alone are a menu
    if says and not _are_teasers(desk, story):
        take_story(desk, [sheet.number for sheet in story])


def _are_teasers(desk: Desk, story: Sequence[Sheet]) -> bool:
    """
    Whether all of *story* stands in ones and twos under headings that lead elsewhere: a page of stories is none itself.

    Of 1,537 labelled pages of articles no story is so; lists of places or products have an introduction in front.
    """
    under = 0, 0  # headings that lead elsewhere, and blocks below the last of them
    numbers = {sheet.number for sheet in story}
    for sheet in desk.sheets[max(0, min(numbers) - _TEASER) : max(numbers) + 1]:
        if sheet.hint in _HEADINGS and sheet.block.linked == len(sheet.text):
            under = under[0] + 1, 0
        elif sheet.number in numbers:
            under = under[0], under[1] + 1
            if not under[0] or under[1] > _TEASER:
                return False
    return under[0] >= _FEWEST_TEASERS


_TEASER, _FEWEST_TEASERS = 2, 4  # blocks of one, and stories on a page


def take_story(desk: Desk, numbers: Collection[int]) -> None:
    """
    Say that the sheets of *numbers* are the story, and that the body stands where most of it does.

    A table is of the story as a whole: where half of its rows are, all are.
    """
    story = set(numbers)
    for rows in tables(desk):
        if 2 * sum(row.number in story for row in rows) >= len(rows):
            story.update(row.number for row in rows)
            for row in rows:
                row.table = rows[0].number
    desk.story = frozenset(story)
    weights = [len(sheet.text) if sheet.number in desk.story else -_SCRAP for sheet in desk.sheets]
    desk.body = range(*heaviest_stretch(weights))


#: code points of story that a block of something else outweighs: with 60 the contests of headline and byline choose, in
#: folds by site, .879 and .892 of pasted pages; with 200 .876 and .888; without it .844 and .892
_SCRAP = 60


def _likely(desk: Desk) -> list[int]:
    """The numbers of the sheets that weigh more than nothing."""
    turning = Turning(desk.weights.story_forms)
    weights = weigh_blocks(desk, desk.weights.story_blocks)
    asked = _asked_once(desk, Trees.score)
    likely = []
    for sheet, seen in zip(desk.sheets, where_they_stand(desk, weights), strict=True):
        score = asked(seen) if seen else 0
        if score > 0 and turning.keeps(sheet, score) and not _is_furniture(sheet):
            likely.append(sheet.number)
    return likely


def _asked_once(desk: Desk, ask: Callable[[Trees, Sequence[int]], T]) -> Callable[[Sequence[int]], T]:
    """
    What *ask* answers of values, once for all that no question tells apart where blocks are many.

    A document of a megabyte of short lines has hundreds of thousands, almost all of them alike.
    """
    trees = desk.weights.story_trees
    known: dict[tuple[int, ...], T] = {}

    def asked(values: Sequence[int]) -> T:
        key = trees.alike(values)
        if key not in known:
            known[key] = ask(trees, values)
        return known[key]

    return asked if len(desk.sheets) >= _MANY else partial(ask, trees)


_MANY = 2_000  # blocks; fewer are hardly ever alike


def _without_notes(story: list[Sheet]) -> list[Sheet]:
    """*story* without corrections in front, and notes, end matter and what leads or heads something else behind."""
    first, stop = 0, len(story)
    while first < min(stop, _MOST_NOTES) and _is_end_matter(story[first], _IN_FRONT):
        first += 1
    floor = max(first + 1, stop - _MOST_NOTES)
    while stop > floor and (_is_end_matter(story[stop - 1], _BEHIND) or is_whole_note(story[stop - 1])):
        stop -= 1
    heads = [sheet.hint in _HEADINGS for sheet in story[-2:]] == [False, True]  # two are a list that is the story
    if stop > floor and (story[stop - 1].text.endswith(":") or (heads and stop == len(story))):
        stop -= 1
    return story[first:stop]


def _is_furniture(sheet: Sheet) -> bool:
    """
    ``RELATED: Ferry adds a night boat``: furniture in words, whatever it weighs; a rule such as ``___`` may be meant.

    Of 16 such blocks that weights without their fold take for the story, on folds 0 to 3, 10 are none.
    """
    short = len(sheet.text) < _LONGEST_FURNITURE and any(map(str.isalpha, sheet.text))
    return short and _is_end_matter(sheet, (EndMatterKind.FURNITURE,))


_LONGEST_FURNITURE = 130  # code points: longer blocks have more in them than furniture


def _is_end_matter(sheet: Sheet, kinds: Container[EndMatterKind]) -> bool:
    return sheet.end_matter is not None and sheet.end_matter.kind in kinds


_MOST_NOTES = 8  # blocks in front or behind that are notes
_IN_FRONT = frozenset((EndMatterKind.CORRECTION, EndMatterKind.EDITORS_NOTE))
_BEHIND = frozenset(set(EndMatterKind) - {EndMatterKind.LOCATION})


def _is_speaker(sheet: Sheet) -> bool:
    """``MAYOR REED:``: who speaks in the next block; other lines that end so lead elsewhere."""
    return sheet.text.endswith(":") and kind_of(sheet.text[:-1] or ":") in ("name", "role")


def reasons(desk: Desk) -> Iterator[dict[str, int]]:
    """What each observation adds to the weight of each sheet, the heaviest first; they add up to it."""
    forms, asked = desk.weights.story_forms, _asked_once(desk, Trees.parts)
    weights = weigh_blocks(desk, desk.weights.story_blocks)
    for sheet, own, seen in zip(desk.sheets, weights, where_they_stand(desk, weights), strict=True):
        parts = dict(asked(seen)) if seen else {"own": _OF_TREES * own}
        score = sum(parts.values())
        if seen and score > 0:
            parts |= {name: forms[name] for name in second_look(sheet, score) if name in forms}
        yield dict(sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0])))


_OF_TREES = 10  # the weights of blocks are in hundredths, those of trees in thousandths
