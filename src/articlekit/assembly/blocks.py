"""
What can be seen of a block by itself, and what that weighs for its being of the story.

    kind.K length.N ...             how it is written, see `lines`
    says.W starts.W whole.W         its first words; the two or three it opens with; all, where it has few
    form.F                          what the forms make of it: caption, byline, note, end matter, words of a page
    tag.T class.W                   markup: its element, the words in the name of it
    inside.T within.W               those of the elements around it
    called.H linked.N               what the markup calls it, the share of links in quarters
    outside.B apart.B               beside the article; in another container than the story

What each is worth stands in the table ``story_block_weights``, in hundredths of the logarithm of odds.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from articlekit.assembly.contest import Weights, weight
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import of_line
from articlekit.assembly.marks import is_caption, is_of_the_page, is_whole_note
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers
from articlekit.readers.draft import Frame
from articlekit.readers.selectors import words_of_name

__all__ = ["Weighed", "is_signed", "of_blocks", "weigh_blocks"]

_LONGEST_READ = 200  # code points whose words are looked at
_WORDS_READ = 12
_WHOLE = 5  # words of a line that is known as a whole
_LONGEST_SIGNED = 300  # code points of a line that is asked for a byline
_LONGEST_FORM = 600  # of a block that is asked whether it is end matter
#: weights at which a form may still change what a block is: a tenth of the blocks, and a third of the time. By folds of
#: sites, F1 of paragraphs is .943 on further sites (.942 with all asked), .929 (.928) on fundus, .898 (.901) pasted
_UNDECIDED = range(-250, 250)


class Weighed(NamedTuple):
    """What a block weighs by itself, and the names of what the forms have made of it, where they were asked."""

    weight: int
    forms: tuple[str, ...] = ()


def weigh_blocks(desk: Desk, weights: Weights) -> list[Weighed]:
    """What each sheet weighs by itself; the forms are asked only of those that the rest leaves undecided."""
    frames = _Frames(desk.draft.frames, weights)
    return [
        _weighed(sheet, weight(_of_text(sheet.text), weights) + frames.weight(sheet), weights) for sheet in desk.sheets
    ]


def _weighed(sheet: Sheet, looks: int, weights: Weights) -> Weighed:
    forms = _of_forms(sheet) if looks in _UNDECIDED else ()
    return Weighed(looks + weight(forms, weights), forms)


def of_blocks(desk: Desk) -> Iterator[list[str]]:
    """The names of what can be seen of each sheet by itself."""
    frames = _Frames(desk.draft.frames, {})
    for sheet in desk.sheets:
        yield [*_of_text(sheet.text), *_of_forms(sheet), *frames.names(sheet)]


@lru_cache(maxsize=512)
def _of_text(text: str) -> tuple[str, ...]:
    """How a block is written, and its first words."""
    words = words_key(text[:_LONGEST_READ]).split(" ")
    said = {f"says.{word}" for word in words[:_WORDS_READ]}
    said |= {f"starts.{' '.join(words[:count])}" for count in (2, 3) if len(words) > count}
    whole = (f"whole.{' '.join(words)}",) if len(words) <= _WHOLE else ()
    return ("always", *of_line(text), *sorted(said), *whole)


def _of_forms(sheet: Sheet) -> tuple[str, ...]:
    """What the forms make of a block; one beside the article is not worth the time."""
    if sheet.outside:
        return ()
    found = [f"form.{name}" for name, holds in _FORMS if holds(sheet)]
    if len(sheet.text) <= _LONGEST_FORM and sheet.end_matter is not None:
        found.append(f"form.{sheet.end_matter.kind.value}")
    return tuple(found)


def is_signed(sheet: Sheet) -> bool:
    """Whether a line that is no sentence holds a label of bylines and names somebody behind it."""
    if sheet.outside or len(sheet.text) > _LONGEST_SIGNED or sheet.is_sentence:
        return False
    if openers("byline_labels").isdisjoint(words_key(sheet.text).replace(":", "").split(" ")):
        return False
    return sheet.byline is not None and bool(sheet.byline.value.authors)


_FORMS: tuple[tuple[str, Callable[[Sheet], bool]], ...] = (
    ("caption", is_caption),
    ("byline", is_signed),
    ("note", is_whole_note),
    ("page", is_of_the_page),
)


class _Frames:
    """What the containers around a block say of it, and what that weighs; each container is looked at once."""

    def __init__(self, frames: Sequence[Frame], weights: Weights) -> None:
        self._weights = weights
        self._own: list[tuple[str, ...]] = []
        self._around: list[frozenset[str]] = []
        for frame in frames:
            words = words_of_name(frame.name)
            above = self._around[frame.parent] if frame.parent >= 0 else frozenset()
            around = {f"within.{word}" for word in words} | {f"inside.{frame.tag}"}
            self._around.append(above | around if not around <= above else above)
            self._own.append((f"tag.{frame.tag}", *(f"class.{word}" for word in words)))
        self._weighed: dict[int, int] = {}

    def names(self, sheet: Sheet) -> tuple[str, ...]:
        """The names of what can be seen of the containers of a sheet."""
        if not self._own:
            return ()
        return (*_of_sheet(sheet), *self._own[sheet.frame], *sorted(self._around[sheet.frame]))

    def weight(self, sheet: Sheet) -> int:
        """What they weigh together."""
        if not self._own:
            return 0
        at = sheet.frame
        if at not in self._weighed:
            self._weighed[at] = weight((*self._own[at], *self._around[at]), self._weights)
        return self._weighed[at] + weight(_of_sheet(sheet), self._weights)


def _of_sheet(sheet: Sheet) -> tuple[str, ...]:
    linked = 4 * sheet.block.linked // len(sheet.text)
    own = (f"called.{sheet.hint.value}", f"outside.{sheet.outside}", f"apart.{sheet.apart}", f"linked.{linked}")
    return ("markup", *own, f"called.{sheet.hint.value}.linked.{linked}")
