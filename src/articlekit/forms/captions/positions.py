"""Where in the picture people stand: ``left``, ``second from right``, ``from left, A, B and C``."""

import re
from collections.abc import Iterator
from functools import cache

from articlekit.grammar import Finder, Token, any_of
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases
from articlekit.span import Span

__all__ = ["list_phrases", "position_behind"]

_MOST_WORDS = 6
_PHRASE = Token(
    r"[^,.;:()\n]{1,40}?(?=\s{0,9}(?:[,;:)]|\.(?:\s|$)|\s(?:and|who|with|as|is|are)\s|$))|[^,;:()\n]{1,12}?(?=\s{0,9}[,;)])"
)
#: what may stand between a name and its position: a party, an age, a number, what the person is
_BETWEEN = Token(
    r"(?:,?\s\(?[RDI]-[A-Z][\w. -]{1,25}?\)?(?=,|\s)|,\s[0-9]{1,3}(?=,)|\s\([0-9]{1,3}\)|\s#[0-9]{1,3}|,\s(?:Jr|Sr)\.)",
    re.IGNORECASE,
)
_APPOSITION = Token(
    r",\s[^,;()]{2,60}(?=\s\()|,\s[A-Z0-9][\w ]{2,40}?\s[a-z]{3,14}(?=,\s(?:left|right|cent(?:er|re))\b)"
)
_OPEN = Token(
    r",\s(?:(?:sitting|standing|seated|seen|pictured)\s(?:at|on the)\s)?|\s?\("
    r"|\s(?=(?:at|on|in)\s(?:far |center )?(?:left|right|center))"
    r"|\s(?:is|are)\s(?:seen\s|pictured\s)?(?:at|on the)\s(?=(?:far )?(?:left|right|cent))"
)
#: what a list of people begins with, or ``at left``, which ends one of verbs
_LIST = Finder(
    lambda: (
        rf"\(?(?<!\w)((?:(?:{any_of(phrases('list_openers'))}),?\s)?(?:{any_of(phrases('list_phrases'))})(?!\w)"
        r"|at (?:far )?(?:left|right|cent(?:er|re))(?=,? (?:is|are) ))"
    ),
    re.IGNORECASE,
)


def position_behind(text: str, start: int, end: int) -> tuple[str, int] | None:
    """
    The position that stands behind a name ending at *start*, and its end; None where there is none.

    >>> position_behind("Ada Quill, second from left, waves", 9, 34)
    ('second from left', 27)
    """
    if not text.startswith(_OPENINGS, start):
        return None
    at = start
    for _ in range(3):
        between = _BETWEEN.match(text, at, end)
        if between is None:
            break
        at = between.end()
    found = _position(text, at, end)
    if found is None and (apposition := _APPOSITION.match(text, at, end)):
        found = _position(text, apposition.end(), end)
    return found


_OPENINGS = (
    ",",
    "(",
    " (",
    " at ",
    " on ",
    " in ",
    " is ",
    " are ",
    " #",
    " R-",
    " D-",
    " I-",
)  # one of which every position begins with


def _position(text: str, at: int, end: int) -> tuple[str, int] | None:
    opening = _OPEN.match(text, at, end)
    phrase = _PHRASE.match(text, opening.end(), end) if opening else None
    if opening is None or phrase is None or not _is_position(phrase[0].strip()):
        return None
    if phrase[0].strip() == "R" and not text.startswith("(R)", opening.end() - 1):
        return None  # a Republican
    return phrase[0].strip(), phrase.end()


def _is_position(phrase: str) -> bool:
    """Whether *phrase* is made of words of positions, one of which says where: not ``in front of the house``."""
    words = words_key(phrase).split()
    known = mapping("position_words")
    return 0 < len(words) <= _MOST_WORDS and all(w in known for w in words) and any(known[w] == "where" for w in words)


def list_phrases(text: str, within: Span) -> Iterator[Span]:
    """``from left``, ``left to right``, ``clockwise from top left``: where lists of people say how they stand."""
    sentence = within.of(text).casefold()
    if not any(sign in sentence for sign in _list_signs()):
        return
    for found in _LIST.all(text, within.start, within.end):
        before = words_key(text[within.start : found.start(1)]).rpartition(" ")[2]
        if before not in phrases("ordinals"):  # "second from left" is one person's
            yield Span(found.start(1), found.end(1))


@cache
def _list_signs() -> frozenset[str]:
    """Words, one of which stands in every such phrase, to spare the rest the search."""
    return frozenset(phrase.split()[-1] for phrase in phrases("list_phrases")) | {"center", "centre"}
