"""The rules of bylines, by the evidence that makes each one."""

import itertools
from collections.abc import Callable

from articlekit.forms.bylines.reading import Reading, read
from articlekit.grammar import Finder, Rule, Scanner
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import Byline
from articlekit.span import Span

__all__ = ["RULES"]

_LONGEST = 600  # code points: no byline is longer, and no paragraph is read as one
_MOST_UNKNOWN = 4  # words that a byline may hold without our knowing what they are


def labelled(scanner: Scanner) -> Byline | None:
    """``By Ada Quill``, ``Von Ada Quill``; not ``By the time the mayor spoke``."""
    return _byline(scanner, lambda reading: reading.labelled and not _is_phrase(reading))


def _is_phrase(reading: Reading) -> bool:
    """``By State``, ``By Land, Sea and Air``, ``By Popular Demand``: no author, though it may look like one."""
    if reading.timed or reading.organizations or reading.collective:
        return False
    return any(words_key(author.name) in phrases("by_phrases") for author in reading.authors)


def timed(scanner: Scanner) -> Byline | None:
    """``Ada Quill | Feb. 4, 2022``."""
    return _byline(scanner, lambda reading: reading.timed)


def names_and_organizations(scanner: Scanner) -> Byline | None:
    """``ADA QUILL Associated Press``, ``Ada Quill and Tom Reed``, ``Reuters``; not ``The mayor resigned``."""
    return _byline(scanner, lambda reading: not reading.labelled)


def inside(scanner: Scanner) -> Byline | None:
    """``Deck without a full stop by ADA QUILL THE ASSOCIATED PRESS | March 9, 2023``; not ``a book by Ada Quill``."""
    text = scanner.text
    for found in itertools.islice(_INSIDE.all(text, scanner.pos, scanner.end), _MOST_INSIDE):
        if scanner.end - found.start() > _LONGEST:
            continue
        scanner.pos = found.start()
        reading = scanner.once(_reading)
        shouted = text[found.end() : found.end() + 2].isupper()
        if (
            reading.labelled
            and reading.authors
            and not reading.unknown
            and (reading.timed or (shouted and reading.organizations))
        ):
            return reading.byline(Span(found.start(), len(text[: scanner.end].rstrip())))
    return None


_INSIDE = Finder(r"(?<=\s)[Bb]y:?\s(?=[A-Z])")
_MOST_INSIDE = 8


def _byline(scanner: Scanner, holds: Callable[[Reading], bool]) -> Byline | None:
    if scanner.at_end or scanner.end - scanner.pos > _LONGEST:
        return None
    start = scanner.pos
    reading = scanner.once(_reading)
    if not holds(reading) or sum(len(text.split()) for text in reading.unknown) > _MOST_UNKNOWN:
        return None
    return reading.byline(Span(start, len(scanner.text[: scanner.end].rstrip())))


def _reading(scanner: Scanner) -> Reading:
    return read(scanner)[0]


RULES: tuple[Rule[Byline], ...] = (
    Rule("byline.labelled", labelled),
    Rule("byline.inside", inside),
    Rule("byline.timed", timed),
    Rule("byline.names", names_and_organizations),
)
