"""The people whom a caption shows, with their titles and where they stand."""

from collections.abc import Iterator

from attrs import frozen

from articlekit.forms.names import person
from articlekit.forms.roles import role_tail
from articlekit.grammar import Finder, Scanner, Token
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import Subject
from articlekit.span import Span
from articlekit.typography import APOSTROPHES

__all__ = ["find_people"]

NAME_RUN = Finder(
    rf"(?:[A-Z][^\W\d_]*\.?(?:[{APOSTROPHES}\-][^\W\d_]+)*)(?:\s(?:(?:de|van|von|der|den|al|bin|la|du|del|di|da|dos)\s)*[A-Z][^\W\d_]*\.?(?:[{APOSTROPHES}\-][^\W\d_]+)*)*"
)
POSITION = Token(r",?\s\(?([a-z][a-z\- ]{2,30}?)\)?(?=[,.;)]|\sand\b|$)")
_SMALL_WORDS = Finder(r"(?:^|[\s,])((?:[a-z]+\s){0,3}[a-z]+)$")
AGE = Token(r",\s[0-9]{1,3}(?=[,.\s])")
PARTY = Token(r",\s[RDI]-[A-Z][\w. ]{1,20}?(?=,)")
_MOST_POSITION_WORDS = 5


@frozen
class _Found:
    subject: Subject
    span: Span


def find_people(text: str, within: Span) -> Iterator[tuple[Subject, Span]]:
    """The named people in *within* that a given name, a title or a position marks, in printed order."""
    end = within.start
    for run in NAME_RUN.all(text, within.start, within.end):
        if run.start() < end:
            continue
        found = _subject(text, run.start(), run.end(), within)
        if found is not None:
            end = found.span.end
            yield found.subject, found.span


def _subject(text: str, start: int, end: int, within: Span) -> _Found | None:
    words = text[start:end].split()
    first = _first_name_word(words)
    position = _position(text, end, within.end)
    if first is None or (len(words) - first < _SHORTEST and position is None):
        return None
    who = person(words[first:])
    if who is None:
        return None
    name_start = text.index(words[first], start)
    title = _title(text, within.start, start, words[:first])
    return _Found(Subject(who.name, title=title, position=position), Span(name_start, end))


_SHORTEST = 2


def _first_name_word(words: list[str]) -> int | None:
    """The number of the word where the name begins: at a given name that more words follow."""
    for i, word in enumerate(words[:-1]):
        if (
            words_key(word) in phrases("given_names")
            and len(words) - i <= _LONGEST
            and words_key(word) not in phrases("title_words")
        ):
            return i
    if len(words) == _SHORTEST and words[0].casefold() in phrases("family_first"):
        return 0
    tail = [i for i, word in enumerate(words) if words_key(word) in phrases("title_words")]
    return tail[-1] + 1 if tail and tail[-1] + 1 < len(words) else None


_LONGEST = 4


def _title(text: str, floor: int, start: int, words: list[str]) -> str | None:
    """``Chinese President``: the capitalised words before the name, and small role words before those."""
    title = " ".join(words)
    before = text[floor:start].rstrip()
    small = _SMALL_WORDS.first(before)
    if small and not title:
        tail = small[1].split()
        cut = role_tail(tail)
        title = " ".join(tail[cut:])
    return title or None


def _position(text: str, end: int, limit: int) -> str | None:
    """``, center left,`` or ``(left)`` behind a name; not ``(R)``, which may be a party."""
    scanner = Scanner(text, end, limit)
    scanner.take(PARTY)
    scanner.take(AGE)
    found = scanner.take(POSITION)
    return found[1] if found and words_key(found[1]) in phrases("positions") else None
