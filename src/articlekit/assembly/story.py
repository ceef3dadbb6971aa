"""
Which blocks are the story: what each says by itself, what stands around it, and what that is worth.

By itself a block is weighed by how it is written, its first words, and where there is markup its tag and the names of
the containers around it (table ``story_block_weights``). The heaviest stretch of blocks so weighed is where the story
is most of all. Then trees ask what can be seen of each block where it stands, in hundredths where a share or a weight:

    own                             what it weighs by itself
    before.N after.N                what the N blocks in front of it and behind weigh
    lowest                          the lightest between the start of the stretch and it
    shares shares-before shares-after   how many of its words the first paragraphs say too, and of those around it
    from-start to-end passed        blocks from the stretch's start, to its end; the share of its text that is passed
    place blocks                    where in the document it stands; how many blocks there are, in steps that double
    text-before text-after          the share of all weighty text in front of it and behind
    sentence words gap again        how it ends, how long it is, the blank lines above, how often it stands here
    credited signed end-matter      it reads as a caption with its credit, as a byline, as end matter or a note
    outside apart linked            markup: beside the article, in another container, the share of links
    at-home within                  the share of weighty text in containers called as its own is; in the one around
    heading caption item plain      what the markup calls it
"""

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from articlekit.assembly.containers import Containers
from articlekit.assembly.contest import Weights, weight, weights_of
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of, of_line, stems, steps
from articlekit.assembly.marks import is_caption, is_of_the_page, is_time_line, is_whole_note
from articlekit.assembly.trees import trees_of
from articlekit.grammar import Finder
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers
from articlekit.model import EndMatterKind
from articlekit.readers.draft import Frame, Hint
from articlekit.readers.selectors import words_of_name

__all__ = ["OBSERVATIONS", "find_story", "of_blocks", "own_weights", "reasons", "where_they_stand"]

#: what the trees ask for, in the order of the values
OBSERVATIONS = (
    *("own", "lowest", "shares", "from-start", "to-end", "passed", "place", "blocks", "text-before", "text-after"),
    *(
        "sentence",
        "words",
        "gap",
        "again",
        "credited",
        "signed",
        "end-matter",
        "outside",
        "apart",
        "linked",
        "at-home",
        "within",
    ),
    *("heading", "caption", "item", "plain"),
    *("before.1", "after.1", "before.2", "after.2", "before.4", "after.4", "before.8", "after.8"),
    *("shares-before.3", "shares-after.3", "shares-before.8", "shares-after.8"),
)
_NEAR = (1, 2, 4, 8)  # blocks
_NEAR_SHARES = (3, 8)
_MOST = 200  # hundredths that one block weighs in a stretch, on either side
_FIRST = 6  # paragraphs of the stretch whose words the others are compared with
_FEWEST_WORDS = 8  # of such a paragraph
_LONGEST_READ = 200  # code points whose words are looked at
_WORDS_READ = 12
_WHOLE = 5  # words of a line that is known as a whole
_LONGEST_SHARED = 1500  # code points whose words are compared
_UNKNOWN = -1  # of markup, where there is none
_HEADINGS = (Hint.HEADING, Hint.HEADLINE)
_CAPTIONS = (Hint.CAPTION, Hint.CREDIT)


def find_story(desk: Desk) -> None:
    """Say which sheets are the story, and in which range they stand."""
    likely = {sheet.number for sheet in _likely(desk) if not _is_sure_to_be_none(sheet)}
    speakers = {s.number for s in desk.sheets if _is_speaker(s) and {s.number - 1, s.number + 1} <= likely}
    story = _without_notes([desk.sheets[number] for number in sorted(likely | speakers)])
    if any(sheet.is_sentence or sheet.is_prose for sheet in story):  # titles alone are a menu
        desk.take_story(sheet.number for sheet in story)


def _likely(desk: Desk) -> list[Sheet]:
    """The sheets that weigh more than nothing."""
    trees = trees_of("story_trees", OBSERVATIONS)
    own = own_weights(desk, weights_of("story_block_weights"))
    values = zip(desk.sheets, own, where_they_stand(desk, own), strict=True)
    return [sheet for sheet, one, seen in values if one > _HOPELESS and trees.score(seen) > 0]


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

    On labelled pages whose site the weights had not seen this adds .002 to the body and .003 to the paragraphs of one
    set and changes the others by less than .0006; it is what keeps a line out that is known in languages of few pages.
    """
    if sheet.outside or sheet.hint in _NO_STORY:
        return True
    if len(sheet.text) < _LONGEST_FURNITURE and _is_end_matter(sheet, (EndMatterKind.FURNITURE,)):
        return True
    if sheet.is_sentence:
        return False
    return _is_time(sheet) or (sheet.tag != "p" and is_caption(sheet)) or (not sheet.tag and _is_signed(sheet))


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
    own = own_weights(desk, weights_of("story_block_weights"))
    for seen in where_they_stand(desk, own):
        yield dict(sorted(trees.parts(seen).items(), key=lambda part: (-abs(part[1]), part[0])))


# --------------------------------------------------------------------------- by itself


def own_weights(desk: Desk, weights: Weights) -> list[int]:
    """What each sheet weighs by itself; the forms are asked only of those that the rest leaves undecided."""
    frames = _Frames(desk.draft.frames, weights)
    found = []
    for sheet in desk.sheets:
        own = weight(_of_text(sheet.text), weights) + frames.weight(sheet)
        sheet.undecided = own in _UNDECIDED
        found.append(own + weight(_of_forms(sheet), weights) if sheet.undecided else own)
    return found


#: weights at which what a form reads in a block may still change what it is
_UNDECIDED = range(-250, 250)


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


def _is_signed(sheet: Sheet) -> bool:
    """Whether a line that is no sentence holds a label of bylines and names somebody behind it."""
    if sheet.outside or len(sheet.text) > _LONGEST_SIGNED or sheet.is_sentence:
        return False
    if openers("byline_labels").isdisjoint(words_key(sheet.text).replace(":", "").split(" ")):
        return False
    return sheet.byline is not None and bool(sheet.byline.value.authors)


def _is_credited(sheet: Sheet) -> bool:
    """Whether a block reads as a caption with its credit."""
    return not sheet.outside and is_caption(sheet)


def _closes(sheet: Sheet) -> bool:
    """Whether a block is end matter or a contributor note."""
    short = len(sheet.text) <= _LONGEST_FORM and not sheet.outside
    return short and (sheet.end_matter is not None or is_whole_note(sheet))


_FORMS: tuple[tuple[str, Callable[[Sheet], bool]], ...] = (
    ("caption", is_caption),
    ("byline", _is_signed),
    ("note", is_whole_note),
    ("page", is_of_the_page),
)
_LONGEST_SIGNED = 300  # code points of a line that is asked for a byline
_LONGEST_FORM = 600  # of a block that is asked whether it is end matter


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


# --------------------------------------------------------------------------- where it stands


def where_they_stand(desk: Desk, own: Sequence[int]) -> list[tuple[int, ...]]:
    """The values of `OBSERVATIONS` of each sheet, *own* being what each weighs by itself."""
    count = len(own)
    start, stop = _heaviest_stretch(own)
    sums = [0, *accumulate(own)]
    weighty = [len(sheet.text) if one > 0 else 0 for sheet, one in zip(desk.sheets, own, strict=True)]
    text = [0, *accumulate(weighty)]
    whole, told = max(text[-1], 1), max(text[stop] - text[start], 1)
    shared, words = _shared_words(desk, range(start, stop), own)
    shared_sums, word_sums = [0, *accumulate(shared)], [0, *accumulate(words)]
    times = Counter(sheet.text for sheet in desk.sheets)
    lowest = _lowest(own, start)
    markup = _of_markup(desk, weighty)
    rows = []
    for i, sheet in enumerate(desk.sheets):
        row = [
            own[i],
            lowest[i],
            100 * shared[i] // (words[i] + 2),
            i - start,
            stop - i,
            100 * (text[i] - text[start]) // told,
            100 * i // count,
            steps(count),
            100 * text[i] // whole,
            100 - 100 * text[i + 1] // whole,
            sheet.is_sentence,
            len(sheet.text.split()),
            min(sheet.block.gap, 3),
            1 if sheet.is_sentence or sheet.text.endswith(":") else times[sheet.text],
            *((_is_credited(sheet), _is_signed(sheet), _closes(sheet)) if sheet.undecided else (0, 0, 0)),
            *markup(sheet),
        ]
        for near in _NEAR:
            row += (sums[i] - sums[max(0, i - near)], sums[min(count, i + 1 + near)] - sums[i + 1])
        for near in _NEAR_SHARES:
            low, high = max(0, i - near), min(count, i + 1 + near)
            row.append(100 * (shared_sums[i] - shared_sums[low]) // (word_sums[i] - word_sums[low] + 1))
            row.append(100 * (shared_sums[high] - shared_sums[i + 1]) // (word_sums[high] - word_sums[i + 1] + 1))
        rows.append(tuple(row))
    return rows


def _heaviest_stretch(own: Sequence[int]) -> tuple[int, int]:
    """Where the blocks begin and end that weigh the most together."""
    best, found, total, start = 0, (0, 0), 0, 0
    for i, one in enumerate(own):
        if total <= 0:
            total, start = 0, i
        total += max(-_MOST, min(one, _MOST))
        if total > best:
            best, found = total, (start, i + 1)
    return found


def _lowest(own: Sequence[int], start: int) -> list[int]:
    return [0] * start + [min(0, low) for low in accumulate(own[start:], min)]


def _shared_words(desk: Desk, stretch: range, own: Sequence[int]) -> tuple[list[int], list[int]]:
    """How many of its words each sheet has in common with the first paragraphs of the story, and how many it has."""
    said = [stems(sheet.text[:_LONGEST_SHARED]) for sheet in desk.sheets]
    first = [said[i] for i in stretch if own[i] > 0 and len(said[i]) >= _FEWEST_WORDS][:_FIRST]
    told = frozenset().union(*first)
    return [len(one & told) for one in said], [len(one) for one in said]


def _of_markup(desk: Desk, weighty: Sequence[int]) -> Callable[[Sheet], tuple[int, ...]]:
    """What gives the values of markup of a sheet, each unknown where the document has none."""
    frames = desk.draft.frames
    if not frames:
        return lambda _: (_UNKNOWN,) * 9
    page = Containers(frames, [sheet.frame for sheet in desk.sheets])
    sums, alike = page.sums(weighty), Counter[str]()
    for sheet, one in zip(desk.sheets, weighty, strict=True):
        alike[page.kind(page.home(sheet.frame))] += one
    whole = max(sum(weighty), 1)

    def values(sheet: Sheet) -> tuple[int, ...]:
        return (
            sheet.outside,
            sheet.apart,
            100 * sheet.block.linked // len(sheet.text),
            100 * alike[page.kind(page.home(sheet.frame))] // whole,
            int(100 * sums[max(frames[sheet.frame].parent, 0)] // whole),
            sheet.hint in _HEADINGS,
            sheet.hint in _CAPTIONS,
            sheet.hint is Hint.LIST_ITEM,
            sheet.hint is Hint.TEXT,
        )

    return values
