"""Phrases of a list: as a pattern, and the longest of them at the cursor."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from articlekit.grammar.scanner import Scanner, Token
from articlekit.grammar.tokens import SPACES, WORD
from articlekit.typography import plain

__all__ = ["KnownPhrase", "any_of"]


def any_of(known: Iterable[str]) -> str:
    """
    A pattern of the phrases *known*, the longest first.

    >>> any_of(("at", "about"))
    'about|at'
    """
    return "|".join(sorted(map(re.escape, known), key=len, reverse=True))


class KnownPhrase:
    """
    Any of a list of phrases, the longest that stands at the cursor, compared folded and with single spaces.

    *known* gives the folded phrases, when they are first asked for; *word* matches a word of the text.

    >>> greeting = KnownPhrase(lambda: ("good", "good morning"))
    >>> scanner = Scanner("Good  Morning, all")
    >>> greeting.take(scanner), scanner.pos
    ('good morning', 13)
    >>> greeting.take(scanner) is None
    True
    """

    def __init__(self, known: Callable[[], Collection[str]], word: Token = WORD) -> None:
        self._load = known
        self._word = word

    @cached_property
    def known(self) -> Collection[str]:
        """The folded phrases."""
        return self._load()

    @cached_property
    def _heads(self) -> dict[str, int]:
        """The first word of each phrase, and the words in the longest that it begins."""
        heads: dict[str, int] = {}
        for phrase in self.known:
            words = phrase.split()
            heads[words[0]] = max(heads.get(words[0], 0), len(words))
        return heads

    def take(self, scanner: Scanner) -> str | None:
        """The phrase at the cursor, folded, a full stop behind it left; None and no move where there is none."""
        start = scanner.pos
        first = self._word.match(scanner.text, start, scanner.end)
        longest = self._heads.get(plain(first[0]).casefold().rstrip(".")) if first else None
        longest = longest or (self._heads.get(plain(first[0]).casefold()) if first else None)
        if longest is None:
            return None
        ends: list[int] = []
        while len(ends) < longest and (found := scanner.take(self._word)):
            ends.append(found.end())
            scanner.take(SPACES)
        for end in reversed(ends):
            for stop in (end, end - 1) if scanner.text[end - 1] == "." else (end,):
                phrase = plain(scanner.text[start:stop]).casefold()
                if phrase in self.known:
                    scanner.pos = stop
                    return phrase
        scanner.pos = start
        return None
