"""The sentences of a caption, their words, and what each word may be part of: a name, a title, a day."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from articlekit.forms.captions.positions import list_phrases
from articlekit.grammar import Finder, Token
from articlekit.lexicon.calendar import day_words, months, weekdays
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.remembering import remembered
from articlekit.span import Span
from articlekit.typography import APOSTROPHES

__all__ = ["Sentence", "Word", "sentence_of", "sentences", "words_of"]

_WORD = Finder(r"[^\s,;:()\[\]“”\"«»]+")
_POSSESSIVE = Finder(rf"[{APOSTROPHES}](?:s)?$")
_OWNING = ("s", *APOSTROPHES)
_NAME = Token(rf"[^\W\d_](?:[^\W\d_]|[.\-{APOSTROPHES}](?=\S)|\.(?!\S))*")
_ARTICLE = Token(r"(?:al|el|as|an|ar|ash|bin)-[A-Z]")  # el-Sissi
_PARTY = Token(r"[RDI]-[A-Z]")
_JOINING = ("of", "the", "and", "for", "to")


class Word(NamedTuple):
    """
    A word and where it stands; *gap* is what parts it from the word before, *key* what it is looked up under.

    *owner* says that it is a possessive, which ends a name and is none that the caption shows; *in_name*
    that it may be a word of a name: capitalised, no day, no figure; *may_date* that it may begin or end a
    day; *title* that titles end in it: ``President``, ``goalkeeper``; *in_title* that it may be a word of one.
    """

    text: str
    start: int
    end: int
    gap: str
    owner: bool
    key: str
    in_name: bool
    may_date: bool
    title: bool
    in_title: bool

    @property
    def adjoins(self) -> bool:
        """Whether nothing but blanks parts it from the word before."""
        return self.gap.isspace()

    @property
    def particle(self) -> bool:
        """Whether it is a small word inside names: ``van``, ``de``."""
        return self.text.islower() and self.key in phrases("particles")

    @property
    def joins_title(self) -> bool:
        """``of``, ``the``, ``to`` inside a title."""
        return self.text in _JOINING


class _Known(NamedTuple):
    """What a word is wherever it stands: its key, whether it may be in a name, date, end a title or be in one."""

    key: str
    in_name: bool
    may_date: bool
    title: bool
    in_title: bool


@remembered(8192)
def _known(word: str) -> _Known:
    key = words_key(word).strip(".")
    title = _ends_title(key)
    return _Known(key, _is_capitalised(word, key), _may_date(word, key), title, title or key in _title_modifiers())


def _is_capitalised(word: str, key: str) -> bool:
    """Whether *word* is written as those of names are: ``Quill``, ``el-Sissi``; not ``R-Maine``."""
    capital = word[:1].isupper() or _ARTICLE.match(word) is not None
    return capital and key not in phrases("no_names") and _NAME.covers(word) and not _PARTY.match(word)


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


class Sentence(NamedTuple):
    """A sentence: its text and where it stands, its words, and its phrases that begin lists of people."""

    text: str
    span: Span
    words: Sequence[Word]
    lists: Sequence[Span]


def sentence_of(text: str, within: Span) -> Sentence:
    """The sentence that stands in *within*, taken apart into words."""
    return Sentence(text, within, words_of(text, within), tuple(list_phrases(text, within)))


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
            known = _known(word)
            in_name = known.in_name and not (known.may_date and _dates(known.key, text[match.end() : match.end() + 2]))
            gap, owner = text[end : match.start()], possessive is not None
            found.append(
                Word(
                    word,
                    match.start(),
                    stop,
                    gap,
                    owner,
                    known.key,
                    in_name,
                    known.may_date,
                    known.title,
                    known.in_title,
                )
            )
            end = match.end()
    return found


def _may_date(word: str, key: str) -> bool:
    """Whether a day may begin with *word*, or with the figures in it: ``March``, ``5``, ``Paris5``."""
    return key in day_words() if word.isalpha() or key in day_words() else _FIGURE.first(word) is not None


_FIGURE = Finder(r"(?:^|(?<=[a-z]))[0-9]")


def _dates(key: str, behind: str) -> bool:
    """Whether a word is a weekday, or a month with a figure *behind* it; not ``Jan Marsh`` nor ``Taya May``."""
    return (key in weekdays() and len(key) > _SHORT_DAY) or (key in months() and behind[1:2].isdigit())


_SHORT_DAY = 3  # letters: "Sun" may be a name


# --------------------------------------------------------------------------- sentences

_SENTENCE_END = Finder(r"(?<=[a-z0-9)\"”’])[.!?](?=\s+[A-Z“\"]|\s*$)")
_LAST_WORD = Finder(r"(?<![^\W\d_])[^\W\d_]+$")


def sentences(text: str, prose: Span) -> Iterator[Span]:
    """The sentences of the prose; the first, which may be blank, says what the picture shows."""
    start, count = prose.start, 0
    for found in _SENTENCE_END.all(text, prose.start, prose.end):
        before = text[max(start, found.start() - _LONGEST_SHORTENED) : found.start()]
        shortened = _is_shortened(before) and not _opens_sentence(text, found.end())
        if not shortened and not _is_ordinal(text, found):
            yield Span(start, found.end())
            start, count = found.end(), count + 1
            if count > _MOST_SENTENCES:
                return
    if start == prose.start or text[start : prose.end].strip():
        yield Span(start, prose.end)


def _is_shortened(before: str) -> bool:
    """Whether the full stop behind *before* is that of an initial or a shortened word: ``U.S.``, ``Calif.``."""
    word = _LAST_WORD.first(before)
    if word is None:
        return False
    initial = len(word[0]) == 1 and word[0].isupper()
    shortened = word[0].casefold() in phrases("abbreviations")
    return initial or (shortened and (word[0].istitle() or word[0] == "vs"))  # "ill" and "wash" are words


_LONGEST_SHORTENED = 6  # code points


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a small word with a capital stands behind a full stop: ``Boats Inc. The mayor``; not ``J. A. Marsh``."""
    word = _FIRST_WORD.match(text, at)
    return word is not None and words_key(word[1]) in phrases("caption_small_words")


_FIRST_WORD = Token(r"\s+([A-Z][a-z]++)(?!\.)")


_MOST_SENTENCES = 12


def _is_ordinal(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop is that of a German date: ``am 5. Januar 2026``."""
    following = text[stop.end() : stop.end() + _LONGEST_MONTH].split()
    return text[stop.start() - 1].isdigit() and bool(following) and following[0].casefold() in months()


_LONGEST_MONTH = 12
