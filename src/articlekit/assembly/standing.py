"""
What can be seen of each block where it stands, in hundredths where it is a share or a weight.

The stretch is that of the blocks which by themselves weigh the most together: there the story is most of all.

    own                             what it weighs by itself
    before.N after.N                what the N blocks in front of it and behind weigh
    lowest                          the lightest between the start of the stretch and it
    shares shares-before shares-after   how many of its words the first paragraphs say too, and of those around it
    from-start to-end passed        blocks from the stretch's start, to its end; the share of its text that is passed
    place blocks                    where in the document it stands; how many blocks there are, in steps that double
    text-before text-after          the share of all weighty text in front of it and behind
    sentence words gap again        how it ends, how long it is, the blank lines above, how often it stands here
    words-before words-after        how long the blocks right before and behind are
    outside apart linked            markup: beside the article, in another container, the share of links
    at-home within                  the share of weighty text in containers called as its own is; in the one around
    heading caption item plain      what the markup calls it
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from articlekit.assembly.blocks import HOPELESS
from articlekit.assembly.containers import Containers
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import stems, steps
from articlekit.readers.draft import Hint

__all__ = ["heaviest_stretch", "where_they_stand"]

_NEAR = (1, 2, 4, 8)  # blocks
_NEAR_SHARES = (3, 8)
_MOST = 200  # hundredths that one block weighs in a stretch, on either side
_FIRST = 6  # paragraphs of the stretch whose words the others are compared with
_FEWEST_WORDS = 8  # of such a paragraph
_LONGEST_SHARED = 1500  # code points whose words are compared
_UNKNOWN = -1  # of markup, where there is none
_HEADINGS = (Hint.HEADING, Hint.HEADLINE)
_CAPTIONS = (Hint.CAPTION, Hint.CREDIT)


def where_they_stand(desk: Desk, own: Sequence[int]) -> list[tuple[int, ...]]:
    """The values of `OBSERVATIONS` of each sheet, *own* being what each weighs by itself; none for the hopeless."""
    document = _Document(desk, own)
    return [document.standing(i) if one > HOPELESS else () for i, one in enumerate(own)]


class _Document:
    """A document as its blocks are seen in it; sums run over them, so that what is around one is read off."""

    def __init__(self, desk: Desk, own: Sequence[int]) -> None:
        self._sheets, self._own = desk.sheets, own
        self._start, self._stop = heaviest_stretch([max(-_MOST, min(one, _MOST)) for one in own])
        weighty = [len(sheet.text) if one > 0 else 0 for sheet, one in zip(desk.sheets, own, strict=True)]
        self._weights, self._text = _running(own), _running(weighty)
        self._shared, self._words = _shared_words(desk, range(self._start, self._stop), own)
        self._shared_sums, self._word_sums = _running(self._shared), _running(self._words)
        self._times = Counter(sheet.text for sheet in desk.sheets)
        self._lowest = _lowest(own, self._start)
        self._markup = _of_markup(desk, weighty)
        self._lengths = [len(sheet.text.split()) for sheet in desk.sheets]

    def standing(self, i: int) -> tuple[int, ...]:
        """What can be seen of block *i*, in the order of `OBSERVATIONS`."""
        return (*self._in_stretch(i), *self._in_document(i), *self._markup(self._sheets[i]), *self._around(i))

    def _in_stretch(self, i: int) -> tuple[int, ...]:
        """Its own weight, and where it stands to the stretch that weighs most."""
        told = max(self._text[self._stop] - self._text[self._start], 1)
        return (
            self._own[i],
            self._lowest[i],
            100 * self._shared[i] // (self._words[i] + 2),
            i - self._start,
            self._stop - i,
            100 * (self._text[i] - self._text[self._start]) // told,
        )

    def _in_document(self, i: int) -> tuple[int, ...]:
        """Where it stands in the document, how it ends, and how long it and its neighbours are."""
        sheet, count, whole = self._sheets[i], len(self._sheets), max(self._text[-1], 1)
        return (
            100 * i // count,
            steps(count),
            100 * self._text[i] // whole,
            100 - 100 * self._text[i + 1] // whole,
            sheet.is_sentence,
            self._lengths[i],
            min(sheet.block.gap, 3),
            1 if sheet.is_sentence or sheet.text.endswith(":") else self._times[sheet.text],
            self._lengths[i - 1] if i else 0,
            self._lengths[i + 1] if i + 1 < count else 0,
        )

    def _around(self, i: int) -> Iterator[int]:
        """What the blocks around it weigh, and how much they share with the first paragraphs."""
        for near in _NEAR:
            yield from _around(self._weights, i, near)
        for near in _NEAR_SHARES:
            pairs = zip(_around(self._shared_sums, i, near), _around(self._word_sums, i, near), strict=True)
            yield from (100 * part // (of + 1) for part, of in pairs)


def _running(values: Sequence[int]) -> list[int]:
    """The sums of the first none, one, two, ... of *values*."""
    return [0, *accumulate(values)]


def _around(sums: Sequence[int], i: int, near: int) -> tuple[int, int]:
    """What the *near* blocks before block *i* have together, and those behind it, by the running *sums* of all."""
    return sums[i] - sums[max(0, i - near)], sums[min(len(sums) - 1, i + 1 + near)] - sums[i + 1]


def heaviest_stretch(weights: Sequence[int]) -> tuple[int, int]:
    """
    Where the neighbours begin and end that weigh the most together, half-open; nothing where none weighs more than 0.

    >>> heaviest_stretch([-1, 2, -1, 3, -9, 3])
    (1, 4)
    """
    best, found, total, start = 0, (0, 0), 0, 0
    for i, one in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += one
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
