"""
What can be seen of a line by itself: what kind it looks like, and how it is written.

    kind.K            prose, a sentence, a title, a name, a role, a time, a label of a byline, a menu, ...
    length.N words.N  how long it is, in steps that double
    opens.C ends.C    its first and last mark
    case.C figures    how it is written
    word.W last.W     its first and last words

Observations are names; what they are worth stands in the tables of weights of those who ask (see `contest`).
"""

from collections.abc import Callable, Sequence

from articlekit.assembly.looks import is_navigation, is_prose, is_sentence, is_short_sentence
from articlekit.forms.names import is_family_name, is_given_name
from articlekit.forms.roles import is_role_word
from articlekit.grammar import Finder
from articlekit.lexicon.calendar import day_words
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers, phrases
from articlekit.remembering import remembered

__all__ = ["kind_of", "of_line", "opens_as_byline", "stems", "steps"]

_Words = tuple[str, ...]

_WORD = Finder(r"[^\W\d_][\w'’.-]*")
#: of longer words the first letters, which inflection leaves as they are
_STEM = Finder(r"(?<![^\W\d_])[^\W\d_]{4,5}|[0-9]{2,}")
_YEAR_OR_CLOCK = Finder(r"\b(?:19|20)[0-9]{2}\b|\b\d{1,2}[:.h]\d{2}\b|\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b")
_FIGURE = Finder(r"\d")
_LONGEST_READ = 200  # code points of a line that is looked at word by word
_LONGEST_WORD = 24  # code points of a first word
_MOST_SHORT, _MOST_NAME, _MOST_TIME, _MOST_BYLINE = 3, 4, 6, 24  # words


def kind_of(text: str) -> str:
    """
    What a line looks like: the first of a few kinds that fits.

    >>> kind_of("Ada Quill"), kind_of("By Ada Quill"), kind_of("June 3, 2024"), kind_of("Bridge reopens after a year")
    ('name', 'by', 'time', 'title')
    """
    return _kind_of(text) if len(text) > _LONGEST_READ else _remembered_kind(text)


def _kind_of(text: str) -> str:
    words = tuple(_WORD.pattern.findall(text[:_LONGEST_READ]))
    return next((kind for kind, test in _KINDS if test(text, words)), "title")


#: short lines are asked for again and again, by those beside them; long ones are not kept
_remembered_kind = remembered(4096)(_kind_of)


def _is_paragraph(text: str, _: _Words) -> bool:
    return is_prose(text) and (is_sentence(text) or len(text) > _LONGEST_READ)


def _is_time(text: str, words: _Words) -> bool:
    return len(words) <= _MOST_TIME and _is_timed(text, words)


def _is_timed(text: str, words: _Words) -> bool:
    """Whether a line holds a month, a weekday, a year or a clock."""
    if len(text) > _LONGEST_READ or _FIGURE.first(text) is None:
        return False
    return any(words_key(word).strip(".") in day_words() for word in words) or _YEAR_OR_CLOCK.first(text) is not None


def opens_as_byline(text: str) -> bool:
    """
    Whether a line opens with a word that opens labels of bylines.

    >>> opens_as_byline("By Ada Quill"), opens_as_byline("Bystanders")
    (True, False)
    """
    return words_key(text[:_LONGEST_WORD]).split(" ")[0].rstrip(":") in openers("byline_labels")


def _opens_byline(text: str, words: _Words) -> bool:
    return len(words) <= _MOST_BYLINE and opens_as_byline(text)


def _is_name(_: str, words: _Words) -> bool:
    """Whether words are a name by what the lexicon knows: a given name first, or few words and a family name last."""
    if not 1 < len(words) <= _MOST_NAME:
        return False
    if not all(word[0].isupper() or word.casefold() in phrases("particles") for word in words):
        return False
    return is_given_name(words[0]) or (len(words) < _MOST_NAME and is_family_name(words[-1]))


def _has_role(_: str, words: _Words) -> bool:
    return len(words) <= _MOST_NAME and any(map(is_role_word, words))


_KINDS: tuple[tuple[str, Callable[[str, _Words], bool]], ...] = (
    ("prose", _is_paragraph),
    ("figures", lambda text, words: not words and _FIGURE.first(text) is not None),
    ("marks", lambda _, words: not words),
    ("time", _is_time),
    ("timed", _is_timed),
    ("by-alone", lambda text, words: len(words) == 1 and _opens_byline(text, words)),
    ("by", _opens_byline),
    ("question", lambda text, _: text[-1] in "?!" and is_short_sentence(text)),
    ("sentence", lambda text, _: is_short_sentence(text)),
    ("label", lambda text, _: text.endswith(":")),
    ("name", _is_name),
    ("role", _has_role),
    ("menu", lambda text, _: is_navigation(text)),
    ("short", lambda _, words: len(words) <= _MOST_SHORT),
)


@remembered(4096)
def of_line(text: str) -> tuple[str, ...]:
    """
    What can be seen of a line by itself.

    >>> of_line("By Ada Quill")[:3]
    ('kind.by', 'length.4', 'words.2')
    """
    words = _WORD.pattern.findall(text[:_LONGEST_READ])
    keys = words_key(text[:_LONGEST_READ]).split(" ")
    figures = ("figures",) if _FIGURE.first(text) else ()
    last = (f"last.{keys[-1]}",) if len(text) <= _LONGEST_READ else ()
    return (
        f"kind.{kind_of(text)}",
        f"length.{steps(len(text))}",
        f"words.{steps(len(words))}",
        f"opens.{_mark(text[0])}",
        f"ends.{_mark(text[-1])}",
        f"case.{_case(text, words)}",
        f"word.{keys[0][:_LONGEST_WORD]}",
        *last,
        *figures,
    )


def _mark(character: str) -> str:
    """What a text begins or ends with: a kind of letter, a digit, or the mark itself."""
    if character.isdigit():
        return "digit"
    return ("capital" if character.isupper() else "letter") if character.isalpha() else character


def _case(text: str, words: Sequence[str]) -> str:
    small = sum(word[0].islower() for word in words)
    if not words or text.isupper():
        return "upper" if words else "none"
    return "title" if not small else "mostly-title" if 2 * small < len(words) else "small"


def steps(number: int) -> int:
    """*number* in steps that double: 0, 1, 2 to 3, 4 to 7, ..."""
    return number.bit_length()


def stems(text: str) -> frozenset[str]:
    """
    The longer words of a text, as far as inflection leaves them as they are, and its numbers.

    >>> sorted(stems("Bridges reopen in 2024"))
    ['2024', 'bridg', 'reope']
    """
    return frozenset(_STEM.pattern.findall(text.lower()))
