"""
Where two words are one for want of a blank: ``QuillSenior``, ``ByAda``, ``Quill24.04.2024``.

A page that parts two words by its style sheet alone glues them in its text. They are parted where the half behind says
what it is, or where both halves are people's.
"""

import re
from functools import cache

from articlekit.forms.moments import clock_and_zone, moment
from articlekit.forms.names import is_family_name, is_given_name
from articlekit.forms.organizations import known_opener, names_agency
from articlekit.forms.roles import in_role
from articlekit.grammar import Finder, Scanner
from articlekit.lexicon.calendar import months, weekdays
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, openers, phrases, spelled, spellings
from articlekit.remembering import remembered
from articlekit.typography import UNSPACED

__all__ = ["glued_at", "time_glued_at"]

_CASE_ENDS = Finder(r"(?<=[a-zß-öø-ÿā-ž.])(?=[A-ZÀ-ÖØ-Þ][\w.]|[A-Z]$)")
_CODE = Finder(r"(?<=[A-ZÀ-Þ]{3})(?=(?:AP|AFP|CNN|TNS|UPI|PUBLISHED|UPDATED|POSTED|LAST)$)")
_LONG = 3  # letters in the shortest half of two words
_LONG_NAME = 4  # letters in the shortest given name that no mark parts from the name before
_GLUED_LABELS = frozenset(("by", "von", "par", "por", "door", "text", "foto"))


@remembered(4096)
def glued_at(word: str) -> int | None:
    """Where in *word* another begins, or None: ``QuillSenior``, ``ByAda``; not ``McNeil``, ``BuzzFeed``."""
    if word.isascii() and word[1:].islower():
        return None
    if max(word[0], word[-1]) >= UNSPACED:
        return _front_end(word) or _role_start(word)
    if len(word) > _LONG and (tail := _CODE.first(word)) and tail.start():
        return tail.start()
    if known_opener(word) or word.replace("’", "'").casefold() in spellings("name_spellings"):
        return None
    for found in _CASE_ENDS.all(word):
        head, tail_word = word[: found.start()], word[found.start() :]
        if words_key(head) in _GLUED_LABELS or (head not in spelled("name_prefixes") and _parts(head, tail_word)):
            return found.start()
    return None


def _front_end(word: str) -> int | None:
    """Where the label or agency ends that a word of such a script begins with: ``记者王小明``."""
    ends = (
        end for end in range(len(word) - 1, 0, -1) if word[:end] in _labels() or (end > 1 and names_agency(word[:end]))
    )
    return next(ends, None)


def _role_start(word: str) -> int | None:
    """Where the role begins that a word of such a script ends in: ``김하늘기자``."""
    starts = (start for start in range(1, len(word) - 1) if word[start:] in phrases("role_heads"))
    return next(starts, None)


def _parts(head: str, tail: str) -> bool:
    """Whether *head* and *tail* are words of their own: one says what it is, or both are people's."""
    tail = _CASE_ENDS.pattern.split(tail, maxsplit=1)[0]
    if _says(tail) or words_key(head) in _labels() or words_key(head) in phrases("section_words"):
        return True
    if min(len(head), len(tail)) >= _LONG_NAME and is_given_name(tail):
        return True
    behind_name = is_family_name(head) or is_given_name(head) or head.endswith(".")
    return behind_name and (
        is_given_name(tail) or names_agency(tail) or words_key(tail) in phrases("organization_words")
    )


def _says(word: str) -> bool:
    """Whether *word* is one of a role, a month, a label of times or of a byline, or of a page's buttons."""
    key = words_key(word).rstrip(".:")
    return (
        in_role(word)
        or key == "the"
        or key in months()
        or key in weekdays()
        or key in openers("time_labels")
        or key in phrases("section_words")
        or key in openers("byline_noise")
        or (key in _labels() and len(key) > 1)
    )


@cache
def _labels() -> frozenset[str]:
    """The labels of one word."""
    return frozenset(label for label in mapping("byline_labels") if " " not in label)


_DIGIT_BEHIND = Finder(r"(?<=[^\W\d_])(?=[0-9])")


def time_glued_at(scanner: Scanner, word: re.Match[str]) -> int | None:
    """Where in a word a time begins: ``Quill24.04.2024``, ``Marsh15:35``; not ``BR24``."""
    found = _DIGIT_BEHIND.first(word[0])
    if found is None or found.start() < _LONG:
        return None
    inner = Scanner(scanner.text, word.start() + found.start(), scanner.end)
    return found.start() if moment(inner) is not None or clock_and_zone(inner) is not None else None
