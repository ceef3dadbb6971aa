"""What is marked in the text of blocks: where links, emphasis and cells begin and end once its blanks are squeezed."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from lxml import etree

from articlekit.readers.draft import Mark

__all__ = ["CELLS", "SETTING_OFF", "MarkedRange", "marked_blocks"]

#: elements that set off the words in them
SETTING_OFF = ("b", "strong", "em", "i")
#: what an element marks; a link where it has an address
_KINDS = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "td": "cell",
    "th": "header",
}
#: marks that are cells of a row
CELLS = ("cell", "header")
_WORD = re.compile(r"\S+")
#: what a browser leaves out of an address, and at its ends, https://url.spec.whatwg.org/#concept-basic-url-parser
_BREAKING = dict.fromkeys(map(ord, "\t\r\n"))
_CONTROLS = "".join(map(chr, range(0x21)))
_SCRIPTS = ("javascript:", "data:", "vbscript:")

#: where an element begins and ends, in code points of the text that has gathered
MarkedRange = tuple[int, int, etree._Element]  # noqa: SLF001  # lxml has no public name for it


def marked_blocks(text: str, line_break: str, marked: Sequence[MarkedRange]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    r"""
    The blocks of *text*, one of each part between empty lines, its blanks squeezed, with what is *marked* in it.

    >>> link = etree.fromstring("<a href='/pier'/>")
    >>> list(marked_blocks("The  old pier\0\0is shut.", "\0", [(5, 13, link)]))
    [('The old pier', (Mark(kind='link', start=4, end=12, url='/pier'),)), ('is shut.', ())]
    """
    at = 0
    lines = []
    for line in text.split(line_break):
        lines.append([(at + word.start(), word[0]) for word in _WORD.finditer(line)])
        at += len(line) + len(line_break)
    waiting = deque(sorted(marked, key=lambda one: (one[0], -one[1])))
    going_on: list[MarkedRange] = []  # those that began in front and end behind
    parts = [list(group) for filled, group in groupby(lines, bool) if filled]
    nexts = [part[0][0][0] for part in parts[1:]]  # where the words of the next begin
    for own, end in zip(parts, [*nexts, len(text) + 1], strict=False):  # where there are no words there is no part
        while waiting and waiting[0][0] < end:
            going_on.append(waiting.popleft())
        yield "\n".join(" ".join(word for _, word in line) for line in own), tuple(_marks(own, going_on))
        going_on = [one for one in going_on if one[1] > end]


def _marks(lines: Sequence[Sequence[tuple[int, str]]], marked: Sequence[MarkedRange]) -> Iterator[Mark]:
    """What is *marked* in the words of *lines*, each given with where it stood; those around others come first."""
    words = [word for line in lines for word in line]
    starts = [start for start, _ in words]
    ends = [start + len(word) for start, word in words]
    places = [0, *accumulate(len(word) + 1 for _, word in words)]
    for begin, end, element in marked:
        known = _known(element)
        if known is None:
            continue
        first, last = bisect_right(ends, begin), bisect_left(starts, end) - 1
        if first <= last:
            start = places[first] + max(0, begin - starts[first])
            yield Mark(known[0], start, places[last] + min(ends[last], end) - starts[last], known[1])
        elif known[0] in CELLS:  # an empty one keeps its place in the row
            place = min(places[first], places[-1] - 1)
            yield Mark(known[0], place, place)


def _known(element: etree._Element) -> tuple[str, str] | None:
    """What an element marks, and the address of a link; None for a link that has none or runs a script."""
    kind = _KINDS[str(element.tag)]
    if kind != "link":
        return kind, ""
    url = (element.get("href") or "").translate(_BREAKING).strip(_CONTROLS)
    return (kind, url) if url and not url.lower().startswith(_SCRIPTS) else None
