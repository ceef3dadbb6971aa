"""The words of a caption's sentence, and what each may be part of: a name, a title, a position."""

from attrs import frozen

from articlekit.grammar import Finder, Token
from articlekit.lexicon.calendar import months, weekdays
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.span import Span
from articlekit.typography import APOSTROPHES

__all__ = ["Word", "words_of"]

_WORD = Finder(r"[^\s,;:()\[\]“”\"«»]+")
_POSSESSIVE = Finder(rf"[{APOSTROPHES}](?:s)?$")
_NAME = Token(rf"[^\W\d_](?:[^\W\d_]|[.\-{APOSTROPHES}](?=\S)|\.)*")
_PARTY = Token(r"[RDI]-[A-Z]")
_JOINING = ("of", "the", "and", "for")


@frozen
class Word:
    """
    A word and where it stands; *gap* is what parts it from the word before.

    *owner* says that it is a possessive, which ends a name and is none that the caption shows;
    *dates* that it is a weekday, or a month before a figure.
    """

    text: str
    start: int
    end: int
    gap: str
    owner: bool
    dates: bool

    @property
    def key(self) -> str:
        """What the word is looked up under."""
        return words_key(self.text).strip(".")

    @property
    def adjoins(self) -> bool:
        """Whether nothing but blanks parts it from the word before."""
        return bool(self.gap) and not self.gap.strip()

    @property
    def in_name(self) -> bool:
        """Whether it may be a word of a name: capitalised, no day, no figure."""
        plain = self.text[:1].isupper() and not self.dates and self.key not in phrases("no_names")
        return plain and _NAME.covers(self.text) and not _PARTY.match(self.text)

    @property
    def particle(self) -> bool:
        """Whether it is a small word inside names: ``van``, ``de``."""
        return self.text.islower() and self.key in phrases("particles")

    @property
    def title(self) -> bool:
        """Whether it is a word that titles end in: ``President``, ``goalkeeper``."""
        known = self.key in phrases("title_words") or self.key in phrases("role_heads")
        return known or self.key.endswith(tuple(phrases("title_endings")))

    @property
    def in_title(self) -> bool:
        """Whether it may be a word of a title."""
        return self.title or self.key in phrases("role_modifiers") or self.key in phrases("title_modifiers")

    @property
    def joins_title(self) -> bool:
        """``of``, ``the``, ``and`` inside a title."""
        return self.text in _JOINING


def words_of(text: str, within: Span) -> list[Word]:
    """
    The words of *text* in *within*, in order.

    >>> [word.text for word in words_of("Gov. Ada Quill's aide", Span(0, 21))]
    ['Gov.', 'Ada', 'Quill', 'aide']
    """
    found: list[Word] = []
    end = within.start
    for match in _WORD.all(text, within.start, within.end):
        possessive = _POSSESSIVE.first(match[0])
        stop = match.start() + possessive.start() if possessive else match.end()
        if stop > match.start():
            word = text[match.start() : stop]
            dates = _dates(word, text[match.end() : match.end() + 2])
            found.append(Word(word, match.start(), stop, text[end : match.start()], bool(possessive), dates))
            end = match.end()
    return found


def _dates(word: str, behind: str) -> bool:
    """Whether *word* is a weekday, or a month with a figure *behind* it; not ``Jan Marsh`` nor ``Taya May``."""
    key = word.strip(".").casefold()
    return (key in weekdays() and len(key) > _SHORT_DAY) or (key in months() and behind[1:2].isdigit())


_SHORT_DAY = 3  # letters: "Sun" may be a name
