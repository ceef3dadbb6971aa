"""A cursor over a text that is never changed."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar, cast

from articlekit.typography import INVISIBLE

__all__ = ["Finder", "Scanner", "Token"]

T = TypeVar("T")


class Token:
    """
    A pattern that is matched at the cursor only.

    *source* is a regular expression, or a function that makes one of what the lexicon knows,
    without ``.*`` and nested quantifiers, its repeats bounded
    or possessive, so that a match takes time linear in what it reads. Groups are bounded and never
    possessive: Python 3.11.2 and its kin misread possessive groups. The pattern is compiled when
    it is first used, so that defining tokens costs an import nothing.

    >>> Token(r"[0-9]{4}").match("in 2024", 3)[0]
    '2024'
    """

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __repr__(self) -> str:
        return f"Token({self.pattern.pattern!r})"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source if isinstance(self.source, str) else self.source(), self.flags)

    def covers(self, text: str) -> bool:
        """Whether the whole of *text* is one match."""
        return self.pattern.fullmatch(text) is not None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that begins exactly at *start* and does not read beyond *end*."""
        return self.pattern.match(text, start, len(text) if end is None else end)


class Finder:
    """
    A pattern that is looked for in running text, where no cursor knows the place.

    Like a `Token` it is compiled when it is first used, and must be linear in what it reads.

    >>> [found[0] for found in Finder("[0-9]{4}").all("from 1961 to 2024")]
    ['1961', '2024']
    """

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __repr__(self) -> str:
        return f"Finder({self.pattern.pattern!r})"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source if isinstance(self.source, str) else self.source(), self.flags)

    def first(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match between *start* and *end*."""
        return self.pattern.search(text, start, len(text) if end is None else end)

    def all(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All matches between *start* and *end*, one after the other."""
        return self.pattern.finditer(text, start, len(text) if end is None else end)


class Scanner:
    """
    A cursor over *text* between *start* and *end* (code points, half-open).

    Tokens are taken at the cursor; `note` remembers which part of a value was read where, so
    that `first_match` can hand it on as evidence. *furthest* is the end of the rightmost
    part noted by any rule: where a caret points when none of them fits.

    >>> scanner = Scanner("MOSCOW -- Officials")
    >>> scanner.take(Token(r"[A-Z]++"))[0], scanner.pos
    ('MOSCOW', 6)
    >>> scanner.take(Token(r"[0-9]++")) is None
    True
    """

    __slots__ = ("_read", "end", "furthest", "notes", "pos", "start", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text: str = text
        self.start: int = start
        self.pos: int = start
        self.furthest: int = start
        self.end: int = len(text) if end is None else end
        self.notes: list[tuple[str, int, int, str]] = []
        self._read: dict[tuple[object, int], tuple[Any, int, list[tuple[str, int, int, str]]]] = {}

    @property
    def at_end(self) -> bool:
        """Whether nothing is left to read."""
        return self.pos >= self.end

    def take(self, token: Token) -> re.Match[str] | None:
        """The match of *token* at the cursor, which moves behind it; None and no move where it does not match."""
        found = token.pattern.match(self.text, self.pos, self.end)
        if found is not None:
            self.pos = found.end()
        return found

    def sees(self, token: Token) -> bool:
        """Whether *token* matches at the cursor, which does not move."""
        return token.pattern.match(self.text, self.pos, self.end) is not None

    def once(self, reader: Callable[["Scanner"], T]) -> T:
        """
        What *reader* reads at the cursor, read at most once per place however many rules ask.

        The cursor and the notes end up where reading left them, the first time and every time.
        """
        key = (reader, self.pos)
        if key not in self._read:
            notes = len(self.notes)
            value = reader(self)
            self._read[key] = (value, self.pos, self.notes[notes:])
            return value
        value, self.pos, kept = self._read[key]
        self.notes += kept
        return cast("T", value)

    def next_mark(self) -> str:
        """The next character that is no blank, or nothing at the end; the cursor does not move."""
        text, at, end = self.text, self.pos, self.end
        while at < end:
            mark = text[at]
            if " " < mark <= "~" or not (mark.isspace() or mark in INVISIBLE):
                return mark
            at += 1
        return ""

    def note(self, path: str, start: int, end: int, rule: str = "") -> None:
        """Remember that the part *path* of the value stands from *start* to *end*, and the *rule* that decided it."""
        self.notes.append((path, start, end, rule))
        if end > self.furthest:  # noqa: PLR1730  (asked for every part of every form: a call less)
            self.furthest = end

    def rewind(self, pos: int, notes: int) -> None:
        """Put the cursor back to *pos*, and forget all but the first *notes* notes."""
        self.pos = pos
        del self.notes[notes:]
