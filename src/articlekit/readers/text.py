"""
Text copied from a page, or a story as a plain text file.

Every line is a block. Where a text is hard-wrapped, as wire files and old mail are, the lines of
a paragraph are one block.
"""

import itertools
import re
from collections.abc import Iterator

from articlekit.readers.draft import Draft, DraftBlock

__all__ = ["read_text"]

#: the ends of a line: carriage return and line feed in any pair, line and paragraph separators
_LINE = r"[^\r\n\u2028\u2029\x0b\x0c\x85]+|\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]"
_WIDEST_WRAP = 100  # code points: longer lines are no hard-wrapped ones
_NARROWEST_WRAP = 50
_FULL = 0.75  # of the widest line: a shorter line ends its paragraph
_MOST_SHORT = 0.5  # of the lines that another follows may be short of full
_FEWEST_FULL = 3


def read_text(text: str, url: str | None = None) -> Draft:
    r"""
    The draft of the article that *text* holds.

    *url* is the address it came from, which is handed on as it is. An empty text is a draft
    without blocks.

    >>> [block.text for block in read_text("Bridge reopens\n\nIt took a year.").blocks]
    ['Bridge reopens', 'It took a year.']
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__} {text!r:.40}")
    lines = list(_lines(text))
    blocks = tuple(_unwrapped(text, lines) if _is_wrapped(lines) else lines)
    warnings = () if blocks else ("the text is empty",)
    return Draft(blocks, url=url, warnings=warnings)


def _lines(text: str) -> Iterator[DraftBlock]:
    gap, ended = 0, True
    for found in re.finditer(_LINE, text):
        line = found[0]
        if line.strip():
            start = found.start() + len(line) - len(line.lstrip())
            yield DraftBlock(line.strip(), start, gap=gap)
            gap, ended = 0, False
        elif line[0] in "\r\n\u2028\u2029\x0b\x0c\x85":
            gap += ended
            ended = True


def _is_wrapped(lines: list[DraftBlock]) -> bool:
    """Whether most lines of a text run to one width, and go on in the next line."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = [(a.text, b.text) for a, b in itertools.pairwise(lines) if b.gap == 0]
    full = [pair for pair in pairs if len(pair[0]) >= _FULL * width]
    if len(full) < _FEWEST_FULL:
        return bool(full) and all(_is_cut(*pair) for pair in full)
    return len(full) > _MOST_SHORT * len(pairs)


def _is_cut(line: str, following: str) -> bool:
    """Whether a sentence is cut between two lines: no mark ends the first, and no capital begins the second."""
    return (line[-1].isalnum() or line[-1] in ",;") and following[0].isalnum() and not following[0].isupper()


def _unwrapped(text: str, lines: list[DraftBlock]) -> Iterator[DraftBlock]:
    """Blocks of lines that follow each other, but for a short line, which ends its block."""
    width = max(len(line.text) for line in lines)
    held: list[DraftBlock] = []
    for line in lines:
        if held and (line.gap or len(held[-1].text) < _FULL * width):
            yield _joined(text, held)
            held = []
        held.append(line)
    if held:
        yield _joined(text, held)


def _joined(text: str, lines: list[DraftBlock]) -> DraftBlock:
    start, stop = lines[0].start, lines[-1].start + len(lines[-1].text)
    return DraftBlock(text[start:stop], start, gap=lines[0].gap)
