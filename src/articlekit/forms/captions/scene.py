"""Where and when a picture was taken, read from the prose of its caption."""

import re
from collections.abc import Iterator
from functools import cache

from articlekit.forms.days import day
from articlekit.forms.names import has_given_name
from articlekit.forms.organizations import why_organization
from articlekit.forms.places import kind_of, make_place, take_qualifier
from articlekit.grammar import Finder, Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.calendar import ap_months, day_words, month_names, months
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import PartialDate, Place, PlaceKind
from articlekit.model.dates import WEEKDAYS
from articlekit.span import Span
from articlekit.typography import APOSTROPHES

__all__ = ["find_dates", "find_place", "find_venue", "first_sentence", "further_sentences", "is_venue"]

_DAY_START = Finder(r"(?:(?<![\w.])|(?<=[a-z])(?=[0-9]))(?=([A-Z][a-z]{2,8}\b|[0-9]{1,4}[ .\-/]))")
_SENTENCE_END = Finder(r"(?<=[a-z0-9)\"”’])[.!?](?=\s+[A-Z“\"]|\s*$)")
_LAST_WORD = Finder(r"[^\W\d_]+$")


def _day_word() -> str:
    """The English months and weekdays, which follow a place without a comma: ``in Paris March 30, 2014``."""
    names = {*month_names(), *(name.strip(".") for name in ap_months()), *WEEKDAYS}
    return rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\b\.?"


IN = Finder(
    r"\b(?:in|near|outside|at|on|of|over|from|above|en|à|bei)\s"
    r"(?:the\s(?:city|town|village|port|center)\sof\s|(?:south|north|east|west|central|downtown|south(?:west|east)ern"
    r"|north(?:west|east)ern|southern|northern|eastern|western)\s)?(?=(?:the\s)?[A-ZÀ-Þ])"
)
_CITY_WORD = rf"[A-ZÀ-Þ][^\W\d_]*+\.?(?:[{APOSTROPHES}\-][^\W\d_]++){{0,4}}"
_JOINT = rf"{BLANK}(?:(?:de|la|del|al|of|upon|des|du|el|am|an der){BLANK})?"
CITY = Token(lambda: rf"{_CITY_WORD}(?:{_JOINT}(?!{_day_word()}){_CITY_WORD}){{0,4}}")
COMMA = Token(
    r",\s?(?:(?:southern|northern|eastern|western|central|south(?:west|east)|north(?:west|east))\s)?(?=[A-ZÀ-Þ])|\s\((?=[A-ZÀ-Þ])"
)
#: prepositions before which a town must be known, since anything may follow them
_LOOSE = ("on", "of", "over", "from", "above", "en", "à", "bei")


def first_sentence(text: str, prose: Span) -> Span:
    """The first sentence of the prose, which says what the picture shows."""
    for found in _SENTENCE_END.all(text, prose.start, prose.end):
        before = text[max(prose.start, found.start() - _LONGEST_SHORTENED) : found.start()]
        if not _is_shortened(before) and not _is_ordinal(text, found):
            return Span(prose.start, found.end())
    return prose


def _is_shortened(before: str) -> bool:
    """Whether the full stop behind *before* is that of an initial or a shortened word: ``U.S.``, ``Calif.``."""
    word = _LAST_WORD.first(before)
    if word is None:
        return False
    initial = len(word[0]) == 1 and word[0].isupper()
    shortened = word[0].casefold() in phrases("abbreviations")
    return initial or (shortened and (word[0].istitle() or word[0] == "vs"))  # "ill" and "wash" are words


_LONGEST_SHORTENED = 6  # code points


def further_sentences(text: str, prose: Span) -> Iterator[Span]:
    """The sentences of the prose behind the first."""
    start = first_sentence(text, prose).end
    for _ in range(_MOST_SENTENCES):
        if not text[start : prose.end].strip():
            return
        sentence = first_sentence(text, Span(start, prose.end))
        yield sentence
        start = sentence.end


_MOST_SENTENCES = 12


def _is_ordinal(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop is that of a German date: ``am 5. Januar 2026``."""
    following = text[stop.end() : stop.end() + _LONGEST_MONTH].split()
    return text[stop.start() - 1].isdigit() and bool(following) and following[0].casefold() in months()


_LONGEST_MONTH = 12


def find_dates(text: str, within: Span) -> Iterator[tuple[PartialDate, Span]]:
    """The days, and failing those the months and years, that stand in *within*, in order."""
    end = within.start
    for found in _DAY_START.all(text, within.start, within.end):
        if found.start() < end or not _may_date(found[1]):
            continue
        scanner = Scanner(text, found.start(), within.end)
        date = day(scanner)
        if date is not None and (date.month is not None or date.year is not None):
            end = scanner.pos
            yield date, Span(found.start(), end)
    if end == within.start:
        for year in _YEAR.all(text, within.start, within.end):
            yield PartialDate(year=int(year[1])), Span(year.start(1), year.end(1))


_YEAR = Finder(
    r"(?:\b(?:[Ii]n|a|circa|schon)\s(?:late\s|early\s)?|,\s(?=[0-9]{4}\.?\s{0,3}$))((?:18|19|20)[0-9]{2})\b(?!-)"
)


def _may_date(word: str) -> bool:
    return word[0].isdigit() or word.casefold() in day_words()


def find_place(text: str, within: Span) -> tuple[Place, Span] | None:
    """``in Moscow, Russia``: the last town that the lexicon knows, or that a region or country qualifies."""
    best = None
    for found in IN.all(text, within.start, within.end):
        scanner = Scanner(text, found.end(), within.end)
        scanner.take(ARTICLE)
        start = scanner.pos
        place = _place(scanner, found[0].split()[0] in _LOOSE)
        if place is not None:
            best = (place, Span(start, scanner.pos))
    return best or _place_beside(text, within) or _unknown_town(text, within)


def _unknown_town(text: str, within: Span) -> tuple[Place, Span] | None:
    """``in Grand Bourgherault on Tuesday``: a name behind *in* that is no known one, where its clause ends."""
    for found in IN_TOWN.all(text, within.start, within.end):
        scanner = Scanner(text, found.end(), within.end)
        city = scanner.take(CITY)
        if city is None or not scanner.sees(PLACE_END):
            continue
        words = city[0].split()
        last = words_key(words[-1]).strip(".")
        named = has_given_name(words) or why_organization(words) is not None or last in _other_things()
        if not named and not is_venue(city[0]):
            return make_place(city[0]), Span(found.end(), scanner.pos)
    return None


@cache
def _other_things() -> frozenset[str]:
    """What a name behind *in* ends in that is no town's."""
    return phrases("place_nouns") | phrases("venue_words") | phrases("organization_words") | day_words()


IN_TOWN = Finder(r"\b(?:in|near|outside|en|à|i|bei|à)\s(?=[A-ZÀ-Þ][a-zß-öø-ÿ])")


def _place_beside(text: str, within: Span) -> tuple[Place, Span] | None:
    """``Guildhall Square, Plymouth``, ``ZAGAN, Poland -``, ``Poonch district``: a place without a preposition."""
    for number, found in enumerate(CAPITAL.all(text, within.start, within.end)):
        if number == _MOST_CAPITALS:
            break
        scanner = Scanner(text, found.start(), within.end)
        place = _qualified(scanner) or _by_noun(scanner, found.start()) or _behind_venue(scanner, found.start())
        if place is not None:
            return place, Span(found.start(), scanner.pos)
    return None


def _qualified(scanner: Scanner) -> Place | None:
    """``Nowa Deba, Poland,``: a name that is nobody's, its region or country behind it."""
    start, city = scanner.pos, scanner.take(CITY)
    if city is not None and not has_given_name(city[0].split()) and not is_venue(city[0]) and scanner.take(COMMA):
        written = take_qualifier(scanner)
        if written is not None and scanner.sees(PLACE_END):
            return make_place(city[0], (written,))
    scanner.pos = start
    return None


def _by_noun(scanner: Scanner, start: int) -> Place | None:
    """``Poonch district``, ``the South China Sea``: a name whose noun says that it is a place's."""
    scanner.pos = start
    found = scanner.take(NAMED_PLACE)
    return make_place(found[1] if found[2].islower() else found[0]) if found else None


def _behind_venue(scanner: Scanner, start: int) -> Place | None:
    """``Union Station, Chicago, 1960``: a known town between commas."""
    scanner.pos = start
    city = scanner.take(CITY) if scanner.text[max(0, start - 2) : start] == ", " else None
    plain = city is not None and known_city(city[0]) and not has_given_name(city[0].split())
    return make_place(city[0]) if city is not None and plain and scanner.sees(PLACE_END) else None


ARTICLE = Token(
    r"the\s(?=(?:Vatican|Hague|Bronx|Netherlands|Philippines|Gambia|Bahamas|Maldives|West Bank|Gaza Strip|Republic)\b)"
)
CAPITAL = Finder(r"(?<![\w'’.-])(?=[A-ZÀ-Þ])")
NAMED_PLACE = Token(
    rf"({_CITY_WORD}(?:\s{_CITY_WORD}){{0,3}})\s(district|province|region|prefecture|village|municipality|neighborhood|reservation"
    r"|peninsula|desert|Sea|Ocean|Islands?|Strait|Province|District|Region|Valley)\b"
)
PLACE_END = Token(r"\s?(?:[,;(:–—-]|\.(?:\s|$)|$|\bon\b|\bin\b)")
_MOST_CAPITALS = 40


def _place(scanner: Scanner, loose: bool) -> Place | None:  # noqa: FBT001
    """The place at the cursor; behind a *loose* preposition only a town that is known."""
    start = scanner.pos
    city = scanner.take(CITY)
    if city is None:
        return None
    name = city[0].rstrip(".")
    end = start + len(name)
    written = take_qualifier(scanner) if scanner.take(COMMA) else None
    if written is not None and not (loose and qualifier(name) is not None):
        return make_place("" if is_venue(name) else name, (written,))
    scanner.pos = end
    if known_city(name) and not is_venue(name):
        return make_place(name)
    known = qualifier(name)
    return make_place("", (name,)) if known is not None and not loose else None


# --------------------------------------------------------------------------- venue


def is_venue(name: str) -> bool:
    """
    Whether *name* is that of a building, base or ground and no town's: ``Fort Carson``, ``Cannon Air Force Base``.

    >>> is_venue("Fort Carson"), is_venue("Peleliu Elementary School"), is_venue("Fort Worth")
    (True, True, False)
    """
    words = words_key(name).split()
    if " ".join(words) in phrases("landmarks"):
        return True
    if known_city(name) or not any(map(str.isupper, name)):
        return False
    return kind_of(name) is not PlaceKind.PLACE or words[0] in ("fort", "camp") or _is_ground(words[-1])


def _is_ground(word: str) -> bool:
    return word in phrases("venue_words")


def find_venue(text: str, within: Span, place: Span | None) -> tuple[str, Span] | None:
    """
    ``the Kremlin`` in ``at the Kremlin in Moscow``: the building or ground where the picture was taken, and its span.

    The first name behind a preposition of place that a ground's word ends (``Capitol Hill``, ``Wrigley Field``).
    """
    for found in VENUE.all(text, within.start, within.end):
        end = found.end(1)
        if place is not None and found.start(1) < place.start < end and not is_venue(text[place.start : place.end]):
            end = found.start(1) + len(text[found.start(1) : place.start].rstrip(" ,"))
        name = _LOOSE_END.pattern.sub("", _LAST_DAY.pattern.sub("", text[found.start(1) : end]))
        bare = words_key(name).removeprefix("the ").strip("().")
        proper = name.removeprefix("The ").removeprefix("the ")
        ground = any(map(str.isupper, proper)) and _is_ground(bare.rpartition(" ")[2]) and not known_city(bare)
        if ground or is_venue(proper):
            return name, Span(found.start(1), found.start(1) + len(name))
    return None


_LOOSE_END = Finder(r"(?:[\s.,]|\s(?:in|at|of|on|near))*$")


_VENUE_WORD = rf"(?:[A-Z0-9][\w.&{APOSTROPHES}-]*)"
VENUE = Finder(
    rf"(?:\b(?:at|in|im|on|inside|outside|into|through|near|leaves|departs|off|tours|loot|approaches|cross|crosses|across|toward"
    rf"|towards|past|behind|along|around|atop|beside|aboard|to|tour\sof|session\sof|floor\sof)\s|^)((?:(?:[Tt]he|his|her|their"
    rf"|historic)\s)?(?:{_VENUE_WORD}(?:\s(?:of|and|&|for|del|de|of\sthe)"
    rf"(?=\s[A-Z]))?\s?){{0,9}}(?:[a-z]{{3,14}}\b(?=[,.]|\s(?:in|on|at|during|as|to|of|where)\b|\s[A-Z]|$)(?:\sof\sthe\s[A-Z]\w+)?)?)"
)
_LAST_DAY = Finder(lambda: rf",?\s(?:late\s|early\s)?{_day_word()}(?!\w).*$")
