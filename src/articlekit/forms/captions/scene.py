"""When and in which town a picture was taken, read from the sentence that says what it shows."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from articlekit.forms.captions.venues import is_venue
from articlekit.forms.captions.words import Sentence, Word
from articlekit.forms.days import day
from articlekit.forms.names import has_given_name
from articlekit.forms.organizations import why_organization
from articlekit.forms.places import make_place, take_qualifier
from articlekit.grammar import Finder, KnownPhrase, Scanner, Token, any_of
from articlekit.grammar.tokens import BLANK, SPACES
from articlekit.lexicon.calendar import ap_months, day_words, month_names
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import mapping, phrases
from articlekit.model import PartialDate, Place
from articlekit.model.dates import WEEKDAYS
from articlekit.span import Span
from articlekit.typography import APOSTROPHES

__all__ = ["find_dates", "find_place"]

# --------------------------------------------------------------------------- days


def find_dates(sentence: Sentence) -> Iterator[tuple[PartialDate, Span]]:
    """The days, and failing those the months and years, that stand in *sentence*, in order."""
    text, within = sentence.text, sentence.span
    end = within.start
    for word in sentence.words:
        if not word.may_date or word.start < end:
            continue
        figures = _GLUED_FIGURES.first(text, word.start, word.end)
        start = figures.start() if figures else word.start
        scanner = Scanner(text, start, within.end)
        date = day(scanner)
        if date is not None and (date.month is not None or date.year is not None):
            end = scanner.pos
            yield date, Span(start, end)
    if end == within.start:
        for year in _YEAR.all(text, within.start, within.end):
            yield PartialDate(year=int(year[1])), Span(year.start(1), year.end(1))


_GLUED_FIGURES = Finder(r"(?<=[a-z])[0-9]")  # ``Paris5 May``
_YEAR = Finder(
    r"(?:\b(?:[Ii]n|a|circa|schon)\s(?:late\s|early\s)?|,\s(?=[0-9]{4}\.?\s{0,3}$))((?:18|19|20)[0-9]{2})\b(?!-)"
)

# --------------------------------------------------------------------------- towns

_CITY_WORD = rf"[A-ZÀ-Þ][^\W\d_]*+\.?(?:[{APOSTROPHES}\-][^\W\d_]++){{0,4}}"
_JOINT = rf"{BLANK}(?:(?:de|la|del|al|of|upon|des|du|el|am|an der){BLANK})?"
CITY = Token(lambda: rf"{_CITY_WORD}(?:{_JOINT}(?!{_day_word()}){_CITY_WORD}){{0,4}}")
COMMA = Token(r",\s?|\s(?=\()\(?")
THE = Token(r"the\s")
PLACE_END = Token(r"\s?(?:[,;(:–—-]|\.(?:\s|$)|$|\bon\b|\bin\b)")
LEAD = KnownPhrase(lambda: phrases("place_leads"))
_MOST_CAPITALS = 40


def _day_word() -> str:
    """The English months and weekdays, which follow a place without a comma: ``in Paris March 30, 2014``."""
    return rf"(?:{any_of({*month_names(), *(name.strip('.') for name in ap_months()), *WEEKDAYS})})\b\.?"


def find_place(sentence: Sentence) -> tuple[Place, Span] | None:
    """``in Moscow, Russia``: the last town that the lexicon knows, or that a region or country qualifies."""
    best = None
    for scanner, preposition in _behind_prepositions(sentence):
        start = scanner.pos
        reader = _PLACES.get(mapping("caption_prepositions")[preposition])
        place = reader(scanner) if reader else None
        if place is not None:
            best = (place, Span(start, scanner.pos))
    return best or _place_beside(sentence) or _unknown_town(sentence)


def _behind_prepositions(sentence: Sentence) -> Iterator[tuple[Scanner, str]]:
    """A cursor at the name behind each preposition of place, and the preposition."""
    for word, following in pairwise(sentence.words):
        if word.text in mapping("caption_prepositions") and following.adjoins:
            scanner = Scanner(sentence.text, following.start, sentence.span.end)
            if following.text.islower():
                _skip_lead(scanner)
                _skip_article(scanner)
            if scanner.text[scanner.pos : scanner.pos + 1].isupper():
                yield scanner, word.text


def _skip_lead(scanner: Scanner) -> None:
    """Step over ``southern`` or ``the village of``."""
    if LEAD.take(scanner):
        scanner.take(SPACES)


def _skip_article(scanner: Scanner) -> None:
    """Step over the article of ``the Hague``, where the name behind it is one that has an article."""
    start = scanner.pos
    if ARTICLED.take(scanner):
        scanner.pos = start
        scanner.take(THE)


def _place(scanner: Scanner) -> Place | None:
    """The place at the cursor: a region or country, or what one of them qualifies, or a known town."""
    name = _take_name(scanner)
    if name is None:
        return None
    end = scanner.pos
    written = _take_region(scanner, end)
    if written is not None:
        return make_place("" if is_venue(name) else name, (written,))
    scanner.pos = end
    if known_city(name) and not is_venue(name):
        return make_place(name)
    return make_place("", (name,)) if qualifier(name) is not None else None


def _take_name(scanner: Scanner) -> str | None:
    """The name at the cursor, without the full stop that ends its sentence; with that of ``Butler Co., Pa.``."""
    start = scanner.pos
    city = scanner.take(CITY)
    if city is None:
        return None
    name = city[0] if scanner.text.startswith(",", scanner.pos) else city[0].rstrip(".")
    scanner.pos = start + len(name)
    return name


def _town(scanner: Scanner) -> Place | None:
    """The place at the cursor if it is no region or country."""
    start = scanner.pos
    name = _take_name(scanner) or ""
    scanner.pos = start
    return _place(scanner) if known_city(name) or qualifier(name) is None else None


_PLACES = {"all": _place, "towns": _town}


def _take_region(scanner: Scanner, at: int) -> str | None:
    """``, southern Lebanon``: the region or country behind a name that ends at *at*, as written."""
    scanner.pos = at
    if scanner.take(COMMA) is None:
        return None
    if scanner.text[scanner.pos : scanner.pos + 1].islower():
        _skip_lead(scanner)
    return take_qualifier(scanner) if scanner.text[scanner.pos : scanner.pos + 1].isupper() else None


def _place_beside(sentence: Sentence) -> tuple[Place, Span] | None:
    """``Guildhall Square, Plymouth``, ``ZAGAN, Poland -``, ``Poonch district``: a place without a preposition."""
    capitalised = [
        word for word in sentence.words if word.text[0].isupper() and word.key not in phrases("caption_small_words")
    ]
    for word in capitalised[:_MOST_CAPITALS]:
        scanner = Scanner(sentence.text, word.start, sentence.span.end)
        place = _qualified(scanner) or _by_noun(scanner, word) or _behind_venue(scanner, word)
        if place is not None:
            return place, Span(word.start, scanner.pos)
    return None


def _qualified(scanner: Scanner) -> Place | None:
    """``Nowa Deba, Poland,``: a name that is nobody's, its region or country behind it."""
    name = _take_name(scanner)
    if name is not None and not has_given_name(name.split()) and not is_venue(name):
        written = _take_region(scanner, scanner.pos)
        if written is not None and scanner.sees(PLACE_END):
            return make_place(name, (written,))
    return None


def _by_noun(scanner: Scanner, word: Word) -> Place | None:
    """``Poonch district``, ``the South China Sea``: a name whose noun says that it is a place's."""
    scanner.pos = word.start
    found = scanner.take(NAMED_PLACE)
    return make_place(found[1] if found[2].islower() else found[0]) if found else None


def _land_nouns() -> str:
    nouns = phrases("land_nouns")
    return any_of({*nouns, *map(str.capitalize, nouns)})


NAMED_PLACE = Token(lambda: rf"({_CITY_WORD}(?:\s{_CITY_WORD}){{0,3}})\s({_land_nouns()})\b")


def _behind_venue(scanner: Scanner, word: Word) -> Place | None:
    """``Union Station, Chicago, 1960``: a known town between commas."""
    scanner.pos = word.start
    name = _take_name(scanner) if word.gap == ", " else None
    plain = name is not None and known_city(name) and not has_given_name(name.split())
    return make_place(name) if name is not None and plain and scanner.sees(PLACE_END) else None


def _unknown_town(sentence: Sentence) -> tuple[Place, Span] | None:
    """``in Grand Bourgherault on Tuesday``: a name behind *in* that is no known one, where its clause ends."""
    for scanner, preposition in _behind_prepositions(sentence):
        start = scanner.pos
        name = _take_name(scanner) if preposition in _towns_unknown() else None
        if name is None or not scanner.sees(PLACE_END):
            continue
        words = name.split()
        named = has_given_name(words) or why_organization(words) is not None or words_key(words[-1]) in _other_things()
        if not named and not is_venue(name):
            return make_place(name), Span(start, scanner.pos)
    return None


@cache
def _towns_unknown() -> frozenset[str]:
    """The prepositions behind which an unknown name is a town's."""
    return frozenset(row[0] for row in rows("caption_prepositions") if row[2] == "yes")


@cache
def _other_things() -> frozenset[str]:
    """What a name behind *in* ends in that is no town's."""
    return phrases("place_nouns") | phrases("venue_words") | phrases("organization_words") | day_words()


ARTICLED = KnownPhrase(lambda: phrases("articled_places"))
