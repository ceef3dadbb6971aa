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
from collections.abc import Callable, Sequence
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
    count = len(own)
    start, stop = heaviest_stretch([max(-_MOST, min(one, _MOST)) for one in own])
    sums = [0, *accumulate(own)]
    weighty = [len(sheet.text) if one > 0 else 0 for sheet, one in zip(desk.sheets, own, strict=True)]
    text = [0, *accumulate(weighty)]
    whole, told = max(text[-1], 1), max(text[stop] - text[start], 1)
    shared, words = _shared_words(desk, range(start, stop), own)
    shared_sums, word_sums = [0, *accumulate(shared)], [0, *accumulate(words)]
    times = Counter(sheet.text for sheet in desk.sheets)
    lowest = _lowest(own, start)
    markup = _of_markup(desk, weighty)
    lengths = [len(sheet.text.split()) for sheet in desk.sheets]
    rows: list[tuple[int, ...]] = []
    for i, sheet in enumerate(desk.sheets):
        if own[i] <= HOPELESS:
            rows.append(())
            continue
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
            lengths[i],
            min(sheet.block.gap, 3),
            1 if sheet.is_sentence or sheet.text.endswith(":") else times[sheet.text],
            lengths[i - 1] if i else 0,
            lengths[i + 1] if i + 1 < count else 0,
            *markup(sheet),
        ]
        for near in _NEAR:
            row += _around(sums, i, near)
        for near in _NEAR_SHARES:
            pairs = zip(_around(shared_sums, i, near), _around(word_sums, i, near), strict=True)
            row += (100 * part // (of + 1) for part, of in pairs)
        rows.append(tuple(row))
    return rows


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
