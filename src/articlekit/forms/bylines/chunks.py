"""
A byline cut into chunks: labels, runs of words, marks between them, times and noise.

Nothing is dropped: the chunks of a text lie side by side, blanks apart.
"""

import re
from enum import Enum
from functools import cache

from attrs import frozen

from articlekit.forms.days import day
from articlekit.forms.moments import moment
from articlekit.grammar import Finder, Scanner, Token
from articlekit.grammar.tokens import EMAIL, HANDLE, SPACES, URL
from articlekit.lexicon.calendar import months, weekdays
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, openers, phrases, widest
from articlekit.model import Moment
from articlekit.span import Span
from articlekit.typography import APOSTROPHES, HYPHENS

__all__ = ["Chunk", "Kind", "chunks"]

#: a label that only a style sheet parts from the name: ``byAda Quill``
GLUED_LABEL = Token(r"[Bb]y(?=[A-Z][a-z]{1,20}\s[A-Z])")
LABEL_WORDS = Token(r"(?:[^\W\d_]{1,20}+[\s:/]{1,3}){1,5}")
_AND_WORDS = ("and", "und", "et", "og", "och", "with", "mit", "avec", "con")
_SMALL_AND_WORDS = ("y", "e", "en")  # in capitals these are initials
AND = Token(rf"(?:,\s{{0,9}})?(?:(?i:{'|'.join(_AND_WORDS)})|{'|'.join(_SMALL_AND_WORDS)})\b|(?:,\s{{0,9}})?&")
COMMA = Token(r"[,;]")
BAR = Token(r"//?|[|•·–—―_]{1,3}|-{1,3}(?=\s|$)")
BRACKET = Token(r"\([^()\n]{1,80}\)")
WORD = Token(rf"[^\W_]++(?:[.{APOSTROPHES}{HYPHENS}+®][^\W_]++|®){{0,9}}\.?")
TIME_LABEL = Token(r"((?:[^\W\d_]{1,15}+\s?){1,4}?):?\s{0,3}(?=[^\W_])")
#: how long a piece takes to read, how many words, comments or shares it has
COUNT = Token(
    r"[0-9]{1,4}(?:[.,][0-9]{3})?\s{0,3}(?:min(?:ute)?s?\b\.?(?:\s(?:read|de lectura|lesen))?|words\b|comments?\b)",
    re.IGNORECASE,
)
_ASIDE_OPENERS = ("lesezeit", "reading", "tags", "kategorien", "filed", "about", "more")
_RELATIVE_OPENERS = ("about", "a", "an", "today", "yesterday", "hace")
#: labels of what is no author: everything to the next bar, or to a date
ASIDE = Token(
    r"(?:lesezeit|reading time|tags|kategorien|filed under|about|more stories by)\b:?[^|\n]{0,120}?"
    r"(?=\||$|\s[A-Z][a-z]{2,8}\.? [0-9]{1,2},|\s[0-9]{1,2}\. )",
    re.IGNORECASE,
)
RELATIVE = Token(
    r"(?:(?:about\s)?(?:an?|[0-9]{1,3})\s?(?:hrs?|hours?|mins?|minutes?|days?|weeks?|months?|h)\b(?:\s[0-9]{1,2}\s?mins?\b)?"
    r"(?:\sago\b|(?=\sat\b|$))|(?<!\bUSA\s)(?:today|yesterday)\b(?=\s(?:at\s)?[0-9])|hace\s[0-9]{1,3}\s(?:horas?|minutos|días?)\b)"
    r"(?:\s(?:at\s)?[0-9]{1,2}:[0-9]{2}\s?[ap]\.?m\.?)?",
    re.IGNORECASE,
)


#: two days at once, and so none: 10/9/10, whatever clock stands behind it
AMBIGUOUS = Token(
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9/])(?:,?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?)?",
    re.IGNORECASE,
)
_VALUELESS = (AMBIGUOUS, RELATIVE)


class Kind(Enum):
    """What a chunk of a byline is."""

    LABEL = "label"
    WORDS = "words"
    AND = "and"
    COMMA = "comma"
    BAR = "bar"
    BRACKET = "bracket"
    PUBLISHED = "published"
    UPDATED = "updated"
    EMAIL = "email"
    HANDLE = "handle"
    NOISE = "noise"


@frozen
class Chunk:
    """
    A piece of a byline: what it is, where it stands, and what it says.

    *text* is what stood there; for a label the role that it gives to the names behind it.
    *moment* is the time that a published or updated chunk gives, None for a relative one.
    """

    kind: Kind
    text: str
    span: Span
    moment: Moment | None = None


def chunks(scanner: Scanner) -> tuple[Chunk, ...]:
    """The chunks from the cursor to the end of the scanner's text, in order."""
    found: list[Chunk] = []
    scanner.take(SPACES)
    while not scanner.at_end:
        chunk = _take(scanner, found[-1].kind if found else None)
        if (
            chunk.kind is Kind.WORDS
            and found
            and found[-1].kind is Kind.WORDS
            and not _parts(scanner, found[-1], chunk)
        ):
            span = Span(found.pop().span.start, chunk.span.end)
            chunk = Chunk(Kind.WORDS, span.of(scanner.text), span)
        found.append(chunk)
        scanner.take(SPACES)
    return tuple(found)


#: a word up to a blank or mark, with no figure behind it: most of any byline
PLAIN_WORD = Token(
    rf"(?!www\.)[^\W\d_]++(?:[.{APOSTROPHES}{HYPHENS}][^\W\d_]++){{0,9}}\.?(?=[\s,;|)]|$)(?!\s{{0,3}}[0-9])"
)


@cache
def _telling() -> frozenset[str]:
    """The words that may open a label, a time, noise or a mark; every other word is one of a name or qualifier."""
    tables = ("byline_labels", "byline_noise", "time_labels")
    signs = (*_AND_WORDS, *_SMALL_AND_WORDS, *_ASIDE_OPENERS, *_RELATIVE_OPENERS, "noon", "midnight")
    return frozenset().union(signs, months(), weekdays(), *map(openers, tables))


def _plain_words(scanner: Scanner) -> bool:
    """Step over words that tell nothing but themselves; whether there was one."""
    start = end = scanner.pos
    while (found := scanner.take(PLAIN_WORD)) and words_key(found[0]).rstrip(".") not in _telling():
        end = scanner.pos
        scanner.take(SPACES)
        if "\n" in scanner.text[end : scanner.pos] and " " in scanner.text[start:end]:
            break  # a whole name goes on in no other line
    network = _GLUED_NETWORK.first(scanner.text, start, end)
    scanner.pos = network.end() if network else end
    return end > start


#: what a style sheet sets apart from a name: ``Ada QuillTwitter``, the mark of a footnote as in ``Ada Quill1``
_GLUED_NETWORK = Finder(r"(?<=\s)[^\W\d_]+[a-zß-öø-ÿ](?=(?:Twitter|Facebook|Instagram|LinkedIn|Bluesky)$)")
_FOOTNOTE = Token(r"(?<=[a-zß-öø-ÿ])[0-9](?![0-9])(?:,[0-9](?![0-9]))?")
_MARKED_WORD = Token(r"([A-ZÀ-Þ][a-zß-öø-ÿ]+)[0-9](?![0-9])")


def _marked_word(scanner: Scanner, before: Kind | None) -> bool:
    """Step over the last word of a name that bears the mark of a footnote, and not over the mark."""
    found = _MARKED_WORD.match(scanner.text, scanner.pos) if before is Kind.WORDS else None
    if found is None or words_key(found[1]) in phrases("organization_words"):
        return False
    scanner.pos = found.end(1)
    return True


def _parts(scanner: Scanner, before: Chunk, chunk: Chunk) -> bool:
    """Whether a new line parts *chunk* from the words before it, which are a whole name."""
    return " " in before.text and "\n" in scanner.text[before.span.end : chunk.span.start]


def _take(scanner: Scanner, before: Kind | None) -> Chunk:
    start = scanner.pos
    glued = before is None and GLUED_LABEL.match(scanner.text, start) is not None
    if not glued and _plain_words(scanner):
        return _chunk(scanner, Kind.WORDS, start)
    for reader in (_label, _noise, _time, _mark):
        chunk = reader(scanner, before)
        if chunk is not None:
            return chunk
        scanner.pos = start
    if scanner.take(_FOOTNOTE):
        return _chunk(scanner, Kind.NOISE, start)
    if _marked_word(scanner, before) or scanner.take(WORD):
        return _chunk(scanner, Kind.WORDS, start)
    scanner.pos += 1
    return _chunk(scanner, Kind.NOISE, start)


def _chunk(scanner: Scanner, kind: Kind, start: int, moment: Moment | None = None) -> Chunk:
    span = Span(start, scanner.pos)
    return Chunk(kind, span.of(scanner.text), span, moment)


def _label(scanner: Scanner, before: Kind | None) -> Chunk | None:
    """``By``, ``Written by:``, ``Photography by``; a single word only at the head of a group, so not ``Ursula von``."""
    start = scanner.pos
    found = scanner.take(LABEL_WORDS)
    words = found[0].split() if found else []
    for count in range(len(words), 0, -1):
        phrase = words_key(" ".join(words[:count])).rstrip(" :")
        if phrase in mapping("byline_labels") and (count > 1 or before not in _INSIDE):
            scanner.pos = start + _length(found[0] if found else "", count)
            span = Span(start, scanner.pos)
            return Chunk(Kind.LABEL, mapping("byline_labels")[phrase], span)
    scanner.pos = start
    if before is None and scanner.take(GLUED_LABEL):
        return Chunk(Kind.LABEL, "", Span(start, scanner.pos))
    return None


_INSIDE = (Kind.WORDS, Kind.AND, Kind.COMMA, Kind.LABEL, Kind.BRACKET)


def _length(text: str, count: int) -> int:
    """The length of the first *count* words of *text*, the colon behind them included."""
    end = 0
    for _ in range(count):
        end += len(text[end:]) - len(text[end:].lstrip())
        end += len(text[end:].split(None, 1)[0])
    rest = text[end:]
    return end + (len(rest) - len(rest.lstrip(" :")) if rest.lstrip().startswith(":") else 0)


def _noise(scanner: Scanner, before: Kind | None) -> Chunk | None:
    """E-mails, handles, addresses, read times, share buttons."""
    start = scanner.pos
    for kind, token in _NOISE:
        if scanner.take(token):
            return _chunk(scanner, kind, start)
    phrase = _take_phrase(scanner, "byline_noise") if before is not None else None
    if phrase is None or (mapping("byline_noise")[phrase] == "later" and before not in _QUIET):
        return None
    return _chunk(scanner, Kind.NOISE, start)


_QUIET = (Kind.NOISE, Kind.PUBLISHED, Kind.UPDATED, Kind.HANDLE, Kind.EMAIL, Kind.BAR)
_NOISE = (
    (Kind.EMAIL, EMAIL),
    (Kind.HANDLE, HANDLE),
    (Kind.NOISE, URL),
    (Kind.NOISE, COUNT),
    (Kind.NOISE, ASIDE),
)


def _take_phrase(scanner: Scanner, table: str) -> str | None:
    """The longest phrase of *table* at the cursor, folded."""
    start, ends = scanner.pos, []
    for _ in range(widest(table)):
        if scanner.take(WORD) is None:
            break
        ends.append(scanner.pos)
        scanner.take(SPACES)
    for end in reversed(ends):
        phrase = words_key(scanner.text[start:end])
        if phrase in phrases(table):
            scanner.pos = end
            return phrase
    scanner.pos = start
    return None


def _time(scanner: Scanner, _: Kind | None) -> Chunk | None:
    """``Published: May 3, 2021 at 6:15 AM ET``, ``| 2 hours ago``, ``Updated August 8``."""
    start = scanner.pos
    kind = _time_label(scanner)
    value = moment(scanner)
    if value is None and not any(map(scanner.take, _VALUELESS)) and not (kind and _bare_day(scanner)):
        return None
    return _chunk(scanner, kind or Kind.PUBLISHED, start, value)


def _time_label(scanner: Scanner) -> Kind | None:
    start = scanner.pos
    phrase = _take_phrase(scanner, "time_labels")
    if phrase is None:
        scanner.pos = start
        return None
    scanner.take(_AFTER_LABEL)
    return Kind(mapping("time_labels")[phrase])


_AFTER_LABEL = Token(r"\s{0,3}:?\s{0,3}")


def _bare_day(scanner: Scanner) -> bool:
    """``August 8`` behind a label: a time without a year is seen and has no value."""
    date = day(scanner)
    return date is not None and date.day is not None


def _mark(scanner: Scanner, _: Kind | None) -> Chunk | None:
    start = scanner.pos
    for kind, token in _MARKS:
        if scanner.take(token):
            return _chunk(scanner, kind, start)
    return None


_MARKS = ((Kind.AND, AND), (Kind.COMMA, COMMA), (Kind.BAR, BAR), (Kind.BRACKET, BRACKET))
