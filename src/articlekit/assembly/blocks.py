"""
What can be seen of a block by itself, and what that weighs for its being of the story.

    kind.K length.N ...             how it is written, see `lines`
    says.W starts.W whole.W         its first words; the two or three it opens with; all, where it has few
    tells.W dated.end dated         the words behind its first; a year at its end, or elsewhere
    tag.T class.W                   markup: its element, the words in the name of it
    inside.T within.W               those of the elements around it
    called.H linked.N               what the markup calls it, the share of links in quarters
    outside.B apart.B               beside the article; in another container than the story

What each is worth stands in the table ``story_block_weights``, in hundredths of the logarithm of odds. The text of a
block is looked at where its markup leaves it a chance: half of a page's blocks have none.
"""

from collections.abc import Iterator, Sequence

from articlekit.assembly.contest import Weights, weight
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import of_line
from articlekit.grammar import Finder
from articlekit.lexicon.keys import words_key
from articlekit.readers.draft import Frame
from articlekit.readers.selectors import words_of_name
from articlekit.remembering import remembered

__all__ = ["HOPELESS", "of_blocks", "weigh_blocks"]

#: weight of a block that is none of the story, whatever else is seen of it. Of 3,868 blocks of the story on labelled
#: pages, which the weights had seen, 16 weigh less by their markup alone, as do half of all blocks
HOPELESS = -400

_LONGEST_READ = 200  # code points whose words are looked at first
_WORDS_READ, _WORDS_TOLD = 12, 50
_LONGEST_TOLD = 600  # code points of a block whose further words are looked at
_WHOLE = 5  # words of a line that is known as a whole
_LONGEST_END = 14  # code points
_YEAR = Finder(r"\b(?:19|20)[0-9]{2}\b")


def weigh_blocks(desk: Desk, weights: Weights) -> list[int]:
    """What each sheet weighs by itself: by its markup alone where that is hopeless."""
    frames = _Frames(desk.draft.frames, weights)
    return [_weight(sheet, frames.weight(sheet), weights) for sheet in desk.sheets]


def _weight(sheet: Sheet, marked: int, weights: Weights) -> int:
    return marked + (weight(_of_text(sheet.text), weights) if marked > HOPELESS else 0)


def of_blocks(desk: Desk) -> Iterator[list[str]]:
    """The names of what can be seen of each sheet by itself."""
    frames = _Frames(desk.draft.frames, {})
    for sheet in desk.sheets:
        yield ["always", *_of_text(sheet.text), *frames.names(sheet)]


@remembered(512)
def _of_text(text: str) -> tuple[str, ...]:
    """How a block is written, and its words."""
    words = words_key(text[:_LONGEST_READ]).split(" ")
    said = {f"says.{word}" for word in words[:_WORDS_READ]}
    said |= {f"starts.{' '.join(words[:count])}" for count in (2, 3) if len(words) > count}
    if len(words) > _WORDS_READ and len(text) < _LONGEST_TOLD:
        said |= {f"tells.{word}" for word in words_key(text).split(" ")[_WORDS_READ:_WORDS_TOLD]}
    whole = (f"whole.{' '.join(words)}",) if len(words) <= _WHOLE else ()
    return (*of_line(text), *sorted(said), *whole, *_dated(text))


def _dated(text: str) -> tuple[str, ...]:
    """Whether a block ends in a year, as captions do, or has one elsewhere."""
    if _YEAR.first(text[-_LONGEST_END:]) is not None:
        return ("dated.end",)
    return ("dated",) if _YEAR.first(text) is not None else ()


class _Frames:
    """What the containers around a block say of it, and what that weighs; each is looked at once, when asked for."""

    def __init__(self, frames: Sequence[Frame], weights: Weights) -> None:
        self._frames = frames
        self._weights = weights
        self._always = weights.get("always", 0)
        self._seen_around: dict[int, frozenset[str]] = {-1: frozenset()}
        self._weighed: dict[int, int] = {}

    def names(self, sheet: Sheet) -> tuple[str, ...]:
        """The names of what can be seen of the containers of a sheet."""
        if not self._frames:
            return ()
        return (*_of_sheet(sheet), *_of_frame(self._frames[sheet.frame]), *sorted(self._around(sheet.frame)))

    def weight(self, sheet: Sheet) -> int:
        """What they weigh together, with what any block does."""
        if not self._frames:
            return self._always
        at = sheet.frame
        if at not in self._weighed:
            names = (*_of_frame(self._frames[at]), *self._around(at))
            self._weighed[at] = self._always + weight(names, self._weights)
        return self._weighed[at] + weight(_of_sheet(sheet), self._weights)

    def _around(self, at: int) -> frozenset[str]:
        """The words in the names of a container and of all around it, and their elements."""
        path = []
        while at not in self._seen_around:
            path.append(at)
            at = self._frames[at].parent
        around = self._seen_around[at]
        for number in reversed(path):
            around = self._seen_around[number] = around | _inside(self._frames[number].tag, self._frames[number].name)
        return around


@remembered(1024)
def _inside(tag: str, name: str) -> frozenset[str]:
    return frozenset((f"inside.{tag}", *(f"within.{word}" for word in words_of_name(name))))


def _of_frame(frame: Frame) -> tuple[str, ...]:
    return (f"tag.{frame.tag}", *(f"class.{word}" for word in words_of_name(frame.name)))


def _of_sheet(sheet: Sheet) -> tuple[str, ...]:
    linked = 4 * sheet.block.linked // len(sheet.text)
    own = (f"called.{sheet.hint.value}", f"outside.{sheet.outside}", f"apart.{sheet.apart}", f"linked.{linked}")
    return ("markup", *own, f"called.{sheet.hint.value}.linked.{linked}")
