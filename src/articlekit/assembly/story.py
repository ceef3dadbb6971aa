"""
Which blocks are the story, of text and of HTML alike.

Each block is weighed by itself (`blocks`); then `trees` ask what can be seen of it where it stands (`standing`). Those
that weigh more than nothing are the story, less what the page or a form is sure of.
"""

from collections.abc import Container, Iterable, Iterator

from articlekit.assembly.blocks import is_signed, weigh_blocks
from articlekit.assembly.contest import weights_of
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of
from articlekit.assembly.marks import is_caption, is_time_line, is_whole_note
from articlekit.assembly.standing import OBSERVATIONS, heaviest_stretch, where_they_stand
from articlekit.assembly.trees import trees_of
from articlekit.grammar import Finder
from articlekit.model import EndMatterKind
from articlekit.readers.draft import Hint

__all__ = ["find_story", "reasons", "take_story"]

_HEADINGS = (Hint.HEADING, Hint.HEADLINE)


def find_story(desk: Desk) -> None:
    """Say which sheets are the story, and in which range they stand."""
    likely = {sheet.number for sheet in _likely(desk) if not _is_sure_to_be_none(sheet)}
    speakers = {s.number for s in desk.sheets if _is_speaker(s) and {s.number - 1, s.number + 1} <= likely}
    story = _without_notes([desk.sheets[number] for number in sorted(likely | speakers)])
    if any(sheet.is_sentence or sheet.is_prose for sheet in story):  # titles alone are a menu
        take_story(desk, (sheet.number for sheet in story))


def take_story(desk: Desk, numbers: Iterable[int]) -> None:
    """Say that the sheets of *numbers* are the story, and that the body stands where most of it does."""
    desk.story = frozenset(numbers)
    weights = [len(sheet.text) if sheet.number in desk.story else -_SCRAP for sheet in desk.sheets]
    desk.body = range(*heaviest_stretch(weights))


#: code points of story that a block of something else outweighs: with 60 the contests of headline and byline choose, in
#: folds by site, .879 and .892 of pasted pages; with 200 .876 and .888; without it .844 and .892
_SCRAP = 60


def _likely(desk: Desk) -> list[Sheet]:
    """The sheets that weigh more than nothing."""
    trees = trees_of("story_trees", OBSERVATIONS)
    blocks = weigh_blocks(desk, weights_of("story_block_weights"))
    values = zip(desk.sheets, blocks, where_they_stand(desk, blocks), strict=True)
    return [sheet for sheet, block, seen in values if block.weight > _HOPELESS and trees.score(seen) > 0]


_HOPELESS = -400  # weight of a block by itself: of 7,811 that the trees make story on 250 pages none is so light


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


def _is_end_matter(sheet: Sheet, kinds: Container[EndMatterKind]) -> bool:
    return sheet.end_matter is not None and sheet.end_matter.kind in kinds


_MOST_NOTES = 8  # blocks in front or behind that are notes
_IN_FRONT = frozenset((EndMatterKind.CORRECTION, EndMatterKind.EDITORS_NOTE))
_BEHIND = frozenset(set(EndMatterKind) - {EndMatterKind.LOCATION})


def _is_sure_to_be_none(sheet: Sheet) -> bool:
    """
    Whether a block is none of the story whatever it weighs: the page says so, or a form.

    On labelled pages whose site the weights had not seen this adds .003 to the body and .004 to the paragraphs of
    fundus, .001 to pasted text, and takes .001 from further sites; it keeps lines out in languages of few pages.
    """
    if sheet.outside or sheet.hint in _NO_STORY:
        return True
    if len(sheet.text) < _LONGEST_FURNITURE and _is_end_matter(sheet, (EndMatterKind.FURNITURE,)):
        return True
    if sheet.is_sentence:
        return False
    return _is_time(sheet) or (sheet.tag != "p" and is_caption(sheet)) or (not sheet.tag and is_signed(sheet))


def _is_time(sheet: Sheet) -> bool:
    """Whether a paragraph is a line of times: ``Published June 3, 2024 at 6:12 p.m.``."""
    return len(sheet.text) <= _LONGEST_TIME and _YEAR.first(sheet.text) is not None and is_time_line(sheet)


def _is_speaker(sheet: Sheet) -> bool:
    """``MAYOR REED:``: who speaks in the next block; other lines that end so lead elsewhere."""
    return sheet.text.endswith(":") and kind_of(sheet.text[:-1] or ":") in ("name", "role")


_NO_STORY = (Hint.TIME, Hint.BYLINE, Hint.CAPTION, Hint.CREDIT, Hint.KICKER)
_LONGEST_TIME = 120  # code points of a line that is a time
_YEAR = Finder(r"\b(?:19|20)[0-9]{2}\b")
_LONGEST_FURNITURE = 130  # code points: longer blocks have more in them than furniture


def reasons(desk: Desk) -> Iterator[dict[str, int]]:
    """What each observation adds to the weight of each sheet, the heaviest first; they add up to it."""
    trees = trees_of("story_trees", OBSERVATIONS)
    blocks = weigh_blocks(desk, weights_of("story_block_weights"))
    for seen in where_they_stand(desk, blocks):
        yield dict(sorted(trees.parts(seen).items(), key=lambda part: (-abs(part[1]), part[0])))
