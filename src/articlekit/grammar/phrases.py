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
    def _begun(self) -> frozenset[str]:
        """All that the phrases begin with, word by word: where it ends, no phrase goes on."""
        split = [phrase.split() for phrase in self.known]
        return frozenset(" ".join(words[: i + 1]) for words in split for i in range(len(words)))

    def take(self, scanner: Scanner) -> str | None:
        """The phrase at the cursor, folded, a full stop behind it left; None and no move where there is none."""
        start, read, best = scanner.pos, "", None
        while found := scanner.take(self._word):
            word = plain(found[0]).casefold()
            for phrase, stop in ((read + word, found.end()), (read + word[:-1], found.end() - 1)):
                if phrase in self.known and (stop == found.end() or word[-1:] == "."):
                    best = (phrase, stop)
                    break
            read += word
            if read not in self._begun:
                break
            blanks = scanner.take(SPACES)
            read += " " if blanks and blanks[0] else ""
        scanner.pos = best[1] if best else start
        return best[0] if best else None
