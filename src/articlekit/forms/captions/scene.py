"""Where and when a picture was taken, read from the prose of its caption."""

from collections.abc import Iterator

from articlekit.forms.moments import day
from articlekit.forms.places import make_place, take_qualifier
from articlekit.grammar import Finder, Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.model import PartialDate, Place
from articlekit.span import Span

__all__ = ["find_dates", "find_place", "find_venue", "first_sentence"]

_DAY_START = Finder(r"(?<![\w.])(?=[A-Z][a-z]{2,8}\b|[0-9]{1,4}[ .\-/])")
_SENTENCE_END = Finder(r"(?<=[a-z0-9)\"”’])[.!?](?=\s+[A-Z“\"]|\s*$)")
_ABBREVIATION = Finder(
    r"\b(?:[A-Z]|St|Mt|Ft|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Lt|Gen|Col|Sgt|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Fla|Mass|Mich|Minn|Miss|Mont|Wash|Wis|Wyo|Conn|Colo|Ariz|Ark|Ala|Del|Ill|Ind|Kan|Ky|La|Md|Mo|Neb|Nev|Okla|Ore|Pa|Tenn|Va|Vt|Ga)$"
)
IN = Finder(r"\b(?:in|near|outside|at)\s(?=(?:the\s)?[A-Z])")
_CITY_WORD = r"[A-Z][^\W\d_]*+\.?(?:['’\-][^\W\d_]++){0,4}"
CITY = Token(rf"{_CITY_WORD}(?:{BLANK}(?:(?:de|la|del|al|of|upon|des|du|el){BLANK})?{_CITY_WORD}){{0,3}}")
COMMA = Token(r",\s?")
_LAST_WORDS = 3


def first_sentence(text: str, prose: Span) -> Span:
    """The first sentence of the prose, which says what the picture shows."""
    for found in _SENTENCE_END.all(text, prose.start, prose.end):
        if not _ABBREVIATION.first(text, max(prose.start, found.start() - 6), found.start()):
            return Span(prose.start, found.end())
    return prose


def find_dates(text: str, within: Span) -> Iterator[tuple[PartialDate, Span]]:
    """The days, and failing those the months and years, that stand in *within*, in order."""
    end = within.start
    for found in _DAY_START.all(text, within.start, within.end):
        if found.start() < end:
            continue
        scanner = Scanner(text, found.start(), within.end)
        date = day(scanner)
        if date is not None and (date.month is not None or date.year is not None):
            end = scanner.pos
            yield date, Span(found.start(), end)


def find_place(text: str, within: Span) -> tuple[Place, Span] | None:
    """``in Moscow, Russia``: the last town that the lexicon knows, or that a region or country qualifies."""
    best = None
    for found in IN.all(text, within.start, within.end):
        scanner = Scanner(text, found.end(), within.end)
        place = _place(scanner)
        if place is not None:
            best = (place, Span(found.end(), scanner.pos))
    return best


def _place(scanner: Scanner) -> Place | None:
    start = scanner.pos
    city = scanner.take(CITY)
    if city is None:
        return None
    name = city[0].rstrip(".")
    end = start + len(name)
    scanner.take(COMMA)
    written = take_qualifier(scanner)
    if written is not None:
        return make_place(name, (written,))
    scanner.pos = end
    if known_city(name):
        return make_place(name)
    known = qualifier(name)
    return make_place("", (name,)) if known is not None else None


def find_venue(text: str, within: Span, place: Span) -> str | None:
    """``the Kremlin`` in ``in the Kremlin in Moscow``: the building or site named right before the town."""
    before = text[within.start : place.start].rstrip()
    head, _, preposition = before.rpartition(" ")
    before = head if preposition in ("in", "near", "outside", "at") else before
    found = _VENUE.first(before)
    return found[1] if found else None


_VENUE = Finder(
    r"\b(?:in|at|inside|outside)\s((?:the\s|an?\s)?[A-Z][\w'’.&-]*(?:\s(?:of|the|and|for|[A-Z][\w'’.&-]*))*)$"
)
