"""
Text copied from a page, or a story as a plain text file.

Every line is a block. Where a text is hard-wrapped, as wire files, old mail and columns of newspapers are, the lines of
a paragraph are one block; a paragraph ends with a blank line, a short line, or before an indented one.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from articlekit.readers.carrier import broken_words_joined, ends_story, is_slug, lines_of, stories_of, unmarked
from articlekit.readers.draft import MOST_BLOCKS, TOO_MANY_BLOCKS, Draft, DraftBlock
from articlekit.span import Span

__all__ = ["read_text", "read_texts"]

_LINE_ENDS = "\r\n\u2028\u2029\x0b\x0c\x85"
_WIDEST_WRAP = 100  # code points: longer lines are no hard-wrapped ones
_NARROWEST_WRAP = 50
_NARROWEST_COLUMN = 28  # narrower lines are those of menus
_FULL = 0.75  # of the widest line: a shorter line ends its paragraph
_MOST_SHORT = 0.5  # of the lines that another follows may be short of full
_FEWEST_FULL = 3
_FEWEST_CUT = 0.6  # of the lines of a column that go on in the next, in small letters or behind a hyphen
_INDENT = 2  # blanks more than the other lines have, with which a paragraph begins
_FIRST_LINES = 12  # in which slugs stand
_TABLE = "     "  # inside a line that is no wrapped one: a table's, or one that a tag stood in


class _Line(NamedTuple):
    """A line without the blanks at its ends: where it starts, the blank lines and the blanks in front of it."""

    text: str
    start: int
    gap: int
    indent: int


def read_text(text: str, url: str | None = None) -> Draft:
    r"""
    The draft of the article that *text* holds; of the first where it holds several, which is a warning.

    *url* is the address it came from, which is handed on as it is. An empty text is a draft
    without blocks.

    >>> [block.text for block in read_text("Bridge reopens\n\nIt took a year.").blocks]
    ['Bridge reopens', 'It took a year.']
    """
    first, *others = _stories(text)
    draft = _draft(text, first, url)
    if not others:
        return draft
    told = f"the text holds {len(others) + 1} stories, of which this is the first; parse_texts reads all"
    lines, rest = _first_lines(itertools.chain.from_iterable(_lines(text, one) for one in others))
    beyond = (*draft.beyond, *map(_as_printed, (*lines, *_as_one(rest, text))))
    warnings = (*draft.warnings, told, *([TOO_MANY_BLOCKS] if rest is not None else []))
    return evolve(draft, beyond=beyond, warnings=tuple(dict.fromkeys(warnings)))


def read_texts(text: str) -> Iterator[Draft]:
    """The draft of each article that *text* holds, in order; none for a text of blanks."""
    for story in _stories(text):
        draft = _draft(text, story, None)
        if draft.blocks:
            yield draft


def _stories(text: str) -> tuple[Span, ...]:
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__} {text!r:.40}")
    return stories_of(text)


def _draft(text: str, story: Span, url: str | None) -> Draft:
    shown = unmarked(story.of(text))
    lines, rest = _first_lines(_lines(shown, Span(0, len(shown))))
    aside = [line for line in lines[:_FIRST_LINES] if is_slug(line.text)]
    aside += [line for line in lines[-1:] if ends_story(line.text)]
    told = [line for line in lines if line not in aside]
    width = max((len(line.text) for line in told if _TABLE not in line.text), default=0)
    if _NARROWEST_COLUMN <= width < _NARROWEST_WRAP and _is_column(told):
        shown, wrapped = broken_words_joined(shown), True
    else:
        marked = shown != story.of(text)  # what wires and collections carry is hard-wrapped, however short
        wrapped = marked or _is_wrapped(told, width)
    blocks = tuple(_unwrapped(shown, told, width) if wrapped else map(_as_printed, told))
    aside += _as_one(rest, shown)
    return Draft(
        tuple(block._replace(start=block.start + story.start) for block in blocks),
        url=url,
        warnings=(TOO_MANY_BLOCKS,) if rest is not None else () if blocks else ("the text is empty",),
        source="" if shown == story.of(text) else text,
        beyond=tuple(_as_printed(line._replace(start=line.start + story.start)) for line in aside),
    )


def _first_lines(lines: Iterator[_Line]) -> tuple[list[_Line], _Line | None]:
    """As many of *lines* as a text is read in, and the first of those behind them, if there is one."""
    return list(itertools.islice(lines, MOST_BLOCKS)), next(lines, None)


def _as_one(rest: _Line | None, text: str) -> list[_Line]:
    """All that stands in *text* from the line *rest* on, as one."""
    return [] if rest is None else [rest._replace(text=text[rest.start :].rstrip())]


def _as_printed(line: _Line) -> DraftBlock:
    return DraftBlock(line.text, line.start, gap=line.gap)


def _lines(text: str, within: Span) -> Iterator[_Line]:
    gap, ended = 0, True
    for found in lines_of(text, within):
        line = found[0]
        if line.strip():
            indent = len(line) - len(line.lstrip())
            yield _Line(line.strip(), found.start() + indent, gap, indent)
            gap, ended = 0, False
        elif line[0] in _LINE_ENDS:
            gap += ended
            ended = True


# --------------------------------------------------------------------------- hard-wrapped text


def _is_wrapped(lines: Sequence[_Line], width: int) -> bool:
    """Whether most lines of a text run to one width, and go on in the next line."""
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = [(a.text, b.text) for a, b in itertools.pairwise(lines) if b.gap == 0]
    full = [pair for pair in pairs if len(pair[0]) >= _FULL * width]
    if len(full) < _FEWEST_FULL:
        return bool(full) and all(_is_cut(*pair) for pair in full)
    return len(full) > _MOST_SHORT * len(pairs)


def _is_cut(line: str, following: str) -> bool:
    """Whether a sentence is cut between two lines: no mark ends the first, and no capital begins the second."""
    return (line[-1].isalnum() or line[-1] in ",;-") and following[0].isalnum() and not following[0].isupper()


def _is_column(lines: Sequence[_Line]) -> bool:
    """Whether narrow lines are those of a newspaper's column, and no menu's: most cut a sentence."""
    pairs = [(a.text, b.text) for a, b in itertools.pairwise(lines) if b.gap == 0]
    cut = sum(_is_cut(*pair) for pair in pairs)
    return cut >= _FEWEST_FULL and cut >= _FEWEST_CUT * len(pairs)


def _unwrapped(text: str, lines: Sequence[_Line], width: int) -> Iterator[DraftBlock]:
    """Blocks of lines that follow each other; a short line ends its block, and an indented one begins another."""
    margin = min((line.indent for line in lines), default=0)
    held: list[_Line] = []
    for line in lines:
        if held and (line.gap or len(held[-1].text) < _FULL * width or _is_indented(line, held[-1], margin)):
            yield _joined(text, held)
            held = []
        held.append(line)
    if held:
        yield _joined(text, held)


def _is_indented(line: _Line, before: _Line, margin: int) -> bool:
    """Whether *line* begins a paragraph by its blanks: it has more than the margin, and *before* may end a sentence."""
    return line.indent >= margin + _INDENT and not before.text[-1].isalnum()


def _joined(text: str, lines: Sequence[_Line]) -> DraftBlock:
    start, stop = lines[0].start, lines[-1].start + len(lines[-1].text)
    return DraftBlock(text[start:stop], start, gap=lines[0].gap)
