"""The words of a caption's sentence, and what each may be part of: a name, a title, a position."""

from functools import cache, lru_cache
from typing import NamedTuple

from articlekit.grammar import Finder, Token
from articlekit.lexicon.calendar import day_words, months, weekdays
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.span import Span
from articlekit.typography import APOSTROPHES

__all__ = ["Word", "words_of"]

_WORD = Finder(r"[^\s,;:()\[\]“”\"«»]+")
_POSSESSIVE = Finder(rf"[{APOSTROPHES}](?:s)?$")
_OWNING = ("s", *APOSTROPHES)
_NAME = Token(rf"[^\W\d_](?:[^\W\d_]|[.\-{APOSTROPHES}](?=\S)|\.)*")
_ARTICLE = Token(r"(?:al|el|as|an|ar|ash|bin)-[A-Z]")  # el-Sissi
_PARTY = Token(r"[RDI]-[A-Z]")
_JOINING = ("of", "the", "and", "for")


class Word(NamedTuple):
    """
    A word and where it stands; *gap* is what parts it from the word before.

    *owner* says that it is a possessive, which ends a name and is none that the caption shows;
    *dates* that it is a weekday, or a month before a figure; *key* is what it is looked up under.
    """

    text: str
    start: int
    end: int
    gap: str
    owner: bool
    dates: bool
    key: str

    @property
    def adjoins(self) -> bool:
        """Whether nothing but blanks parts it from the word before."""
        return bool(self.gap) and not self.gap.strip()

    @property
    def in_name(self) -> bool:
        """Whether it may be a word of a name: capitalised, no day, no figure."""
        return not self.dates and _is_capitalised(self.text, self.key)

    @property
    def particle(self) -> bool:
        """Whether it is a small word inside names: ``van``, ``de``."""
        return self.text.islower() and self.key in phrases("particles")

    @property
    def title(self) -> bool:
        """Whether it is a word that titles end in: ``President``, ``goalkeeper``."""
        return _ends_title(self.key)

    @property
    def in_title(self) -> bool:
        """Whether it may be a word of a title."""
        return self.key in _title_modifiers() or self.title

    @property
    def joins_title(self) -> bool:
        """``of``, ``the``, ``and`` inside a title."""
        return self.text in _JOINING


@lru_cache(maxsize=8192)
def _is_capitalised(word: str, key: str) -> bool:
    """Whether *word* is written as those of names are: ``Quill``, ``el-Sissi``; not ``R-Maine``."""
    capital = word[:1].isupper() or _ARTICLE.match(word) is not None
    return capital and key not in phrases("no_names") and _NAME.covers(word) and not _PARTY.match(word)


@lru_cache(maxsize=8192)
def _ends_title(key: str) -> bool:
    return key in _titles() or key.endswith(_title_endings())


@cache
def _titles() -> frozenset[str]:
    return phrases("title_words") | phrases("role_heads")


@cache
def _title_endings() -> tuple[str, ...]:
    return tuple(phrases("title_endings"))


@cache
def _title_modifiers() -> frozenset[str]:
    return phrases("role_modifiers") | phrases("title_modifiers")


def words_of(text: str, within: Span) -> list[Word]:
    """
    The words of *text* in *within*, in order.

    >>> [word.text for word in words_of("Gov. Ada Quill's aide", Span(0, 21))]
    ['Gov.', 'Ada', 'Quill', 'aide']
    """
    found: list[Word] = []
    end = within.start
    for match in _WORD.all(text, within.start, within.end):
        possessive = _POSSESSIVE.first(match[0]) if match[0][-1] in _OWNING else None
        stop = match.start() + possessive.start() if possessive else match.end()
        if stop > match.start():
            word = text[match.start() : stop]
            key = words_key(word).strip(".")
            dates = key in day_words() and _dates(key, text[match.end() : match.end() + 2])
            found.append(Word(word, match.start(), stop, text[end : match.start()], bool(possessive), dates, key))
            end = match.end()
    return found


def _dates(key: str, behind: str) -> bool:
    """Whether a word is a weekday, or a month with a figure *behind* it; not ``Jan Marsh`` nor ``Taya May``."""
    return (key in weekdays() and len(key) > _SHORT_DAY) or (key in months() and behind[1:2].isdigit())


_SHORT_DAY = 3  # letters: "Sun" may be a name
