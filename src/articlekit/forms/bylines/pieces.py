"""
A byline cut into pieces: words, the marks between them, labels, times, addresses and noise.

The pieces of a text lie side by side, blanks apart; every one knows where it stands. A page that parts two words by
its style sheet alone glues them in its text (``Ada QuillSenior Editor``); such a word is two pieces with a mark of no
width between them, wherever the half behind says what it is.
"""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from articlekit.forms.bylines.gluing import glued_at, time_glued_at
from articlekit.forms.days import day
from articlekit.forms.moments import clock_and_zone, moment
from articlekit.forms.names import is_given_name
from articlekit.grammar import Finder, KnownPhrase, Scanner, Token, any_of
from articlekit.grammar.tokens import EMAIL, HANDLE, SPACES, URL
from articlekit.lexicon.calendar import months, weekdays
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, openers, phrases
from articlekit.model import Moment
from articlekit.typography import APOSTROPHES, HYPHENS, INVISIBLE, UNSPACED, VOWEL_SIGNS, plain

__all__ = ["Kind", "Piece", "pieces"]


class Kind(StrEnum):
    """What a piece of a byline is."""

    WORD = "word"
    LABEL = "label"
    PUBLISHED = "published"
    UPDATED = "updated"
    EMAIL = "email"
    HANDLE = "handle"
    NOISE = "noise"
    AND = "and"
    COMMA = ","
    SLASH = "/"
    BAR = "|"
    OPEN = "("
    CLOSE = ")"
    LINE = "line"
    GLUE = "glue"


class Piece(NamedTuple):
    """
    A piece of a byline: what it is, what it says, and where it stands (code points, half-open).

    *text* is a word as names are kept; of a label, the role that it gives to the names behind it (``source``: they
    are organisations; ``?``: the lexicon knows no such label). *moment* is the time that a time gives, if it is whole.
    """

    kind: Kind
    text: str
    start: int
    end: int
    moment: Moment | None = None


_LETTER = rf"[^\W\d_{INVISIBLE}]"
_INNER = rf"\w{VOWEL_SIGNS}{INVISIBLE}"  # of a word, as part of a character class
WORD = Token(
    rf"(?![_{INVISIBLE}])[{_INNER}]++(?:(?:[.{APOSTROPHES}{HYPHENS}+®*]|(?<=\b{_LETTER})\.[{HYPHENS}])[{_INNER}]++|®){{0,9}}\.?"
)
#: a word up to a blank or mark, with no figure behind it: most of any byline
PLAIN_WORD = Token(
    rf"(?!www\.){_LETTER}++(?:[.{APOSTROPHES}{HYPHENS}]{_LETTER}++){{0,9}}\.?(?=[\s,;|)]|$)(?!\s{{0,3}}[0-9])"
)
_BLANK_RUN = Token(r"\s++")


def pieces(scanner: Scanner) -> tuple[Piece, ...]:
    """The pieces from the cursor to the end of the scanner's text, in order."""
    found: list[Piece] = []
    scanner.take(SPACES)
    while not scanner.at_end:
        at = scanner.pos
        piece = _next(scanner, found)
        if piece.kind is not Kind.WORD or piece.text:
            found.append(piece)
        if scanner.pos == at:  # a label that stood there without a width
            scanner.pos += 1
        _step_over_blanks(scanner, found)
    return tuple(found)


def _step_over_blanks(scanner: Scanner, found: list[Piece]) -> None:
    """Step over blanks; a line that ends behind words is a mark."""
    if scanner.take(_ONE_BLANK):
        return
    blank = scanner.take(_BLANK_RUN)
    scanner.take(SPACES)
    if blank and "\n" in blank[0] and not scanner.at_end and not _goes_on(found):
        found.append(Piece(Kind.LINE, "", blank.start(), blank.end()))


def _goes_on(found: list[Piece]) -> bool:
    """Whether the last piece is half a name, which the next line ends: ``Joe Marsh and Ada``."""
    alone = found[-1].kind is Kind.WORD and (len(found) == 1 or found[-2].kind is not Kind.WORD)
    return alone and is_given_name(found[-1].text)


_ONE_BLANK = Token(r" (?=[A-Za-z])")


def _next(scanner: Scanner, found: list[Piece]) -> Piece:
    start = scanner.pos
    before = found[-1].kind if found else None
    if (sign := scanner.text[start]) in _SIGNS and (mark := _mark(scanner, before)) is not None:
        return mark
    plain_word = scanner.take(PLAIN_WORD) if sign.isalpha() and sign < UNSPACED else None
    if plain_word is not None and plain_word[0] in _SURE_JOINTS:
        scanner.pos = start
        if (mark := _mark(scanner, before)) is not None:
            return mark
    if plain_word is not None and not _tells(plain_word[0]) and glued_at(plain_word[0]) is None:
        return Piece(Kind.WORD, plain(plain_word[0]), start, scanner.pos)
    scanner.pos = start
    if before is Kind.WORD and scanner.text[start - 1].isalnum() and found[-1].end == start:
        before = Kind.GLUE
    for reader in (_label, _noise, _time, _mark):
        piece = reader(scanner, before)
        if piece is not None:
            return piece
        scanner.pos = start
    return _word(scanner, found)


def _word(scanner: Scanner, found: list[Piece]) -> Piece:
    """The word at the cursor, up to where another is glued to it; a character that is part of no word is noise."""
    start = scanner.pos
    if scanner.take(_FOOTNOTE):
        return Piece(Kind.NOISE, "", start, scanner.pos)
    word = scanner.take(WORD)
    if word is None:
        scanner.pos += 1
        return Piece(Kind.NOISE, scanner.text[start : start + 1], start, scanner.pos)
    cut = glued_at(word[0]) or time_glued_at(scanner, word) or _footnote_at(word[0], found)
    if cut:
        scanner.pos = start + cut
    elif word[0][0] >= UNSPACED and word[0].endswith(tuple(phrases("dispatch_endings"))):
        return Piece(Kind.NOISE, word[0], start, scanner.pos)
    return Piece(Kind.WORD, plain(scanner.text[start : scanner.pos]), start, scanner.pos)


@cache
def _telling() -> frozenset[str]:
    """The words that may open a label, a time, noise or a mark; every other word is one of a name or qualifier."""
    tables = ("byline_labels", "byline_noise", "time_labels", "aside_labels")
    relative = (word.split()[0] for word, use in mapping("relative_words").items() if use not in ("behind", "unit"))
    return frozenset().union(mapping("and_words"), months(), weekdays(), *map(openers, tables), relative, _HOURS)


_HOURS = ("noon", "midnight")


def _tells(word: str) -> bool:
    return words_key(word).rstrip(".") in _telling()


# --------------------------------------------------------------------------- marks of footnotes

_FOOTNOTE = Token(r"(?<=[a-zß-öø-ÿ])[0-9](?![0-9])(?:,[0-9](?![0-9]))?")
_MARKED_WORD = Token(r"([A-ZÀ-Þ][a-zß-öø-ÿ]+)[0-9](?:,[0-9])?$")


def _footnote_at(word: str, found: list[Piece]) -> int | None:
    """Where the mark of a footnote begins in the last word of a name: ``Ada Quill1``; not ``Channel 5``, ``News4``."""
    marked = _MARKED_WORD.match(word) if found and found[-1].kind is Kind.WORD else None
    named = marked is not None and words_key(marked[1]) not in phrases("organization_words")
    return marked.end(1) if marked is not None and named else None


# --------------------------------------------------------------------------- labels

_LABEL_WORDS = Token(rf"(?:[{_INNER}*]++[\s:：/／・]{{1,3}}){{1,6}}")
_COLON = Token(r"\s{0,2}[:：]\s{0,5}|(?<=[\u2e80-\U0003ffff])[／・/=＝]")
#: any word with a colon behind it, and a name behind that
_ANY_LABEL = Token(rf"({_LETTER}[{_INNER}*/]*+(?:[ /]{_LETTER}[{_INNER}*]*+){{0,3}})\s?[:：]\s{{0,3}}(?=[^\W\d_])")
_INSIDE = (Kind.WORD, Kind.AND, Kind.COMMA, Kind.LABEL, Kind.OPEN)


def _label(scanner: Scanner, before: Kind | None) -> Piece | None:
    """``By``, ``Written by:``, ``Photography by``; a single word only at the head of a group, so not ``Ursula von``."""
    start = scanner.pos
    phrase = _known_label(scanner, before)
    if phrase is not None:
        return Piece(Kind.LABEL, phrase, start, scanner.pos)
    scanner.pos = start
    found = scanner.take(_ANY_LABEL)
    if found is None:
        return None
    words = found[1].split()
    if words_key(found[1]) in mapping("time_labels") or words_key(words[-1]) in mapping("time_labels"):
        return None
    if before is Kind.WORD or (len(words) > 1 and (before in _INSIDE or is_given_name(words[0]))):
        return None
    return Piece(Kind.LABEL, "?", start, scanner.pos)


def _known_label(scanner: Scanner, before: Kind | None) -> str | None:
    """The role of the longest label of the lexicon at the cursor, which moves behind it and its colon."""
    start, table = scanner.pos, mapping("byline_labels")
    run = scanner.take(_LABEL_WORDS)
    ends = [match.end() for match in _WORD_END.all(scanner.text, start, run.end())] if run else []
    glued = _glued_label(scanner, start)
    if glued is not None:
        ends.append(glued)
    for end in sorted(ends, reverse=True):
        phrase = words_key(scanner.text[start:end])
        if phrase not in table:
            continue
        scanner.pos = end
        colon = scanner.take(_COLON) is not None
        stressed = scanner.text.startswith(("By", "BY"), start)  # no word of a name
        if " " in phrase or colon or before not in _INSIDE or end == glued or stressed:
            return table[phrase]
    return None


_WORD_END = Finder(rf"[{_INNER}*/]++")


def _glued_label(scanner: Scanner, start: int) -> int | None:
    """The end of a label that only a style sheet parts from the name: ``byAda Quill``."""
    word = WORD.match(scanner.text, start, scanner.end)
    cut = glued_at(word[0]) if word else None
    return start + cut if cut else None


# --------------------------------------------------------------------------- noise and times

#: how long a piece takes to read, how many words, comments or shares it has
COUNT = Token(
    lambda: rf"[0-9]{{1,4}}(?:[.,][0-9]{{3}})?\+?\s{{0,3}}(?:{any_of(phrases('count_nouns'))})(?![a-z])\.?",
    re.IGNORECASE,
)
#: labels of what is no author: everything to the next bar, or to a date
ASIDE = Token(
    lambda: (
        rf"(?:{any_of(phrases('aside_labels'))})\b[:：]?"
        r"[^|\n]{0,120}?(?=\||$|\s[A-Z][a-z]{2,8}\.? [0-9]{1,2},|\s[0-9]{1,2}\. |\s来源)"
    ),
    re.IGNORECASE,
)
_GUILLEMETS = Token(r"[«»‹›][^\n]{0,80}")
_QUIET = (Kind.NOISE, Kind.PUBLISHED, Kind.UPDATED, Kind.HANDLE, Kind.EMAIL, Kind.BAR, Kind.GLUE, Kind.LINE)
_NOISE = (
    (Kind.EMAIL, EMAIL),
    (Kind.HANDLE, HANDLE),
    (Kind.NOISE, URL),
    (Kind.NOISE, COUNT),
    (Kind.NOISE, ASIDE),
    (Kind.NOISE, _GUILLEMETS),
    (
        Kind.NOISE,
        Token(r"\[email.protected\]|Google\+|\[(?:month|day|year|hour|minute|ampm|timezone)\]", re.IGNORECASE),
    ),
)


def _noise(scanner: Scanner, before: Kind | None) -> Piece | None:
    """E-mails, handles, addresses, read times, share buttons, links to the next page."""
    start = scanner.pos
    for kind, token in _NOISE:
        if scanner.take(token):
            return Piece(kind, scanner.text[start : scanner.pos], start, scanner.pos)
    phrase = _NOISE_PHRASE.take(scanner) if before is not None else None
    if phrase is None or (
        mapping("byline_noise")[phrase] == "later" and before not in _QUIET and not _in_a_row(scanner)
    ):
        return None
    scanner.take(_PLUS)
    return Piece(Kind.NOISE, "", start, scanner.pos)


def _in_a_row(scanner: Scanner) -> bool:
    """Whether another button follows the one that the cursor stands behind: ``Share Tweet``."""
    start = scanner.pos
    scanner.take(SPACES)
    another = scanner.pos > start and _NOISE_PHRASE.take(scanner) is not None
    scanner.pos = start
    return another


_NOISE_PHRASE = KnownPhrase(lambda: mapping("byline_noise"), WORD)
_PLUS = Token(r"\+")
_CLOCK = r"(?:\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?:\s?[ap]\.?m\b\.?)?)?"


def _words(use: str) -> str:
    """The words of times told from now that are put to *use*, as a pattern."""
    return any_of(word for word, written in mapping("relative_words").items() if written == use)


def _counted() -> str:
    """``5 days``, ``an hour``, ``2 hrs and 5 mins``."""
    figure = rf"(?:{_words('one')}|[0-9]{{1,3}})"
    return rf"{figure}\s?[^\W\d_]{{1,9}}\.?(?:\s(?:und\s|and\s)?[0-9]{{1,2}}\s[^\W\d_]{{1,9}}\.?)?"


def _relative() -> str:
    return (
        rf"(?:{_words('nearly')}\s)?{_counted()}\s(?:{_words('behind')})(?![^\W\d_])(?:\son\b)?{_CLOCK}"
        rf"|(?:{_words('before')})\s{_counted()}(?:\s(?:{_words('behind')}))?"
        rf"|[0-9]{{1,2}}\s?(?:{_words('unit')})\b(?:(?=\sat\b|\s?$)|(?=\s?\|)){_CLOCK}"
        rf"|(?<!\bUSA\s)(?:{_words('day')})\b(?=,?\s(?:at\s|um\s)?[0-9]){_CLOCK}"
    )


#: a time told from now: ``5 days ago``, ``vor 9 Stunden``, ``4h at 9:15 PM``, ``Today 5:00 am``
RELATIVE = Token(_relative, re.IGNORECASE)
#: two days at once, and so none: 10/9/10, whatever clock stands behind it
AMBIGUOUS = Token(
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9/])(?:,?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?)?",
    re.IGNORECASE,
)
_VALUELESS = (AMBIGUOUS, RELATIVE)
_TIME_LABEL = KnownPhrase(lambda: mapping("time_labels"), WORD)
_AFTER_LABEL = Token(r"\s{0,3}[:：]?\s{0,3}(?:on\s|am\s|vor\s(?=[0-9]))?")


def _time(scanner: Scanner, _: Kind | None) -> Piece | None:
    """``Published: May 3, 2021 at 6:15 AM ET``, ``| 2 hours ago``, ``Updated August 8``."""
    start = scanner.pos
    phrase = _TIME_LABEL.take(scanner)
    kind = Kind(mapping("time_labels")[phrase]) if phrase else None
    if kind:
        scanner.take(_AFTER_LABEL)
    value = moment(scanner)
    known = value is not None or any(map(scanner.take, _VALUELESS))
    if not known and not (kind and _bare_time(scanner)) and not _clock_alone(scanner):
        return None
    return Piece(kind or Kind.PUBLISHED, "", start, scanner.pos, value)


def _clock_alone(scanner: Scanner) -> bool:
    """``7:12 AM EST``: a clock without a day."""
    start = scanner.pos
    return scanner.text[start : start + 1].isdigit() and clock_and_zone(scanner) is not None


def _bare_time(scanner: Scanner) -> bool:
    """``August 8``, ``4:44 PM`` behind a label: a time without a year is seen and has no value."""
    at = scanner.pos
    date = day(scanner)
    if date is not None and date.day is not None:
        return True
    scanner.pos = at
    return clock_and_zone(scanner) is not None


# --------------------------------------------------------------------------- marks

AND = Token(
    lambda: rf"(?:,\s{{0,9}})?(?:(?i:{_and_words('any case')})|{_and_words('small')})(?![\w.])|(?:,\s{{0,9}})?&"
)


def _and_words(case: str) -> str:
    """The words that join people in *case*, as a pattern, the longest first."""
    return any_of(word for word, written in mapping("and_words").items() if written == case)


_MARKS = (
    (Kind.AND, AND),
    (Kind.COMMA, Token(r"[,;،、；，]")),
    (Kind.SLASH, Token(r"//?|[／⁄]")),
    (Kind.BAR, Token(r"[|•·–—―_・›»]{1,3}|-{1,3}(?=\s|$)")),
    (Kind.OPEN, Token(r"[(\[（]")),
    (Kind.CLOSE, Token(r"[)\]）]")),
)


_SIGNS = frozenset(",;/|()&")  # no label, time or noise begins with them
_SURE_JOINTS = frozenset(("and", "und", "et", "og", "och"))


def _mark(scanner: Scanner, _: Kind | None) -> Piece | None:
    start = scanner.pos
    for kind, token in _MARKS:
        if scanner.take(token):
            return Piece(kind, plain(scanner.text[start : scanner.pos]), start, scanner.pos)
    return None
