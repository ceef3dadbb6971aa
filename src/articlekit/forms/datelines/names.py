"""
The names of places at the head of a dateline, and the regions and countries behind them.

A name is a run of words in one case: capitals (``RIO DE JANEIRO``, ``McALLEN``), mixed
(``Rio de Janeiro``), or whatever some old copy has before a day (``la paz, march 4 -``).
"""

import re
from enum import Enum
from typing import NamedTuple

from articlekit.forms.places import take_qualifier
from articlekit.grammar import Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.agencies import agency
from articlekit.lexicon.calendar import day_words
from articlekit.lexicon.geography import Country, known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import heads, phrases, spellings
from articlekit.typography import APOSTROPHES, DASHES, HYPHENS

__all__ = ["NAME_WORD", "SMALL", "Case", "WrittenPlace", "city_path", "qualifier_path", "take_places"]

_GAP = BLANK + r"{0,9}"
_SPACE = BLANK + r"{1,2}"  # three blanks and more part a name from a byline before it
_MOST_PLACES = 6
_MOST_QUALIFIERS = 4
#: capitals of the Latin-1 repertoire, and the letters of every other script, with case or without: as all letters less
#: a few, since a class of wide ranges takes milliseconds to compile
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_UPPER_OR_DIGIT = r"[^\W_a-zß-öø-ÿ]"
_INNER = rf"[{APOSTROPHES}{HYPHENS}]"
#: a capital word keeps the small letters of Mc and its kin; a short one may carry a full stop, as in ST. PAUL
_CAPITAL_WORD = (
    rf"(?!(?:AND|Y)\b)(?:Ma?c|La|De|Le|Du|Di)?{_UPPER}{_UPPER_OR_DIGIT}*+(?:{_INNER}{_UPPER_OR_DIGIT}++){{0,4}}"
    rf"(?![^\W_]|[{APOSTROPHES}][^\W\d_])(?:(?<!{_UPPER}{{4}})\.(?={BLANK}++[^\W\d_])(?:{_UPPER}\.)?)?"
)
_MIXED_WORD = rf"(?!(?:And|Und|Et)\b){_UPPER}[^\W_]*+(?:{_INNER}[^\W_]++){{0,4}}(?:(?<=St|Ft|Mt)\.|(?<=Ste)\.)?"


#: small words that join two places, or stand in names that are no town's
_JOINING = ("and", "y", "et", "und", "e", "i", "a", "of", "the", "on", "in", "under")


def _particle() -> str:
    """The words that are small inside the names of places, less those that join two places."""
    small = [word for word, spelt in spellings("place_words").items() if word == spelt and word not in _JOINING]
    return "(?:" + "|".join(sorted(small, key=len, reverse=True)) + ")"


CAPITALS = Token(lambda: rf"{_CAPITAL_WORD}(?:{_SPACE}(?:{_particle()}(?:{_SPACE}|-)){{0,2}}{_CAPITAL_WORD}){{0,8}}")
MIXED = Token(
    lambda: rf"{_MIXED_WORD}(?:{_SPACE}(?:{_particle()}(?:{_SPACE}|-)){{0,2}}(?!{_UPPER}{{4}}){_MIXED_WORD}){{0,4}}"
)
#: a word that could begin or end a name, in any case but small
NAME_WORD = rf"{_UPPER}[^\W_]*+(?:{_INNER}[^\W_]++){{0,4}}\.?"
SMALL = Token(r"[^\W\d_]++(?: [a-z]++){0,2}(?=,? [a-z]{3,9}\.? [0-9]{1,2} -)")
_LISTED_NAME = rf"[^,(:\n{DASHES}]{{0,30}}?"
_AND = rf"{_SPACE}(?:and|AND|&|y|und|et){_SPACE}"
#: the comma between places in capitals, the last of which *and* joins: ``OSLO, PARIS and ROME``; a name is no longer
#: than the longest of a town, and as many stand in a row as a dateline may have
_LISTED = (
    rf",{_SPACE}(?={_UPPER}{{2}}{_LISTED_NAME}(?:,{_SPACE}{_UPPER}{{2}}{_LISTED_NAME}){{0,4}},?{_AND}{_UPPER}{{2}})"
)
PLACE_JOINT = Token(rf"{_GAP}(?:/{_GAP}|,?{_AND}|{_LISTED})(?=[^\W\d_])")
LISTED = Token(_GAP + _LISTED)
INNER_MARK = Token(rf"/|{_SPACE}(?:AND|and){_SPACE}")
_INNER_MARKS = ("/", " and ", " AND ")
COMMA = Token(rf"{_GAP}[,،]{_GAP}")
SPACE = Token(_SPACE)
OPEN_BRACKET = Token(rf"{_GAP}([(\[])")
CLOSE_BRACKETS = {"(": Token(r"\)"), "[": Token(r"\]")}
#: what a qualifier that the lexicon does not know may look like: one to four capitalised words
UNKNOWN_QUALIFIER = Token(rf"{_UPPER}[^\W\d_]*+\.?(?:[ \-]{_UPPER}[^\W\d_]*+\.?){{0,3}}(?={_GAP}[,(/\-–—_.])")
#: punctuation that slipped in behind a qualifier: "N.Y,.", "Okla,,"
STRAY = Token(r",?\.(?=\s)|,(?=,)")
_WORD = rf"[^\W\d_]++(?:{_INNER}[^\W\d_]++)?"
#: a description that takes the place of a region: "the border of Pakistan and Afghanistan"
DESCRIPTION = Token(rf"{_WORD}(?:{BLANK}{_WORD}){{1,8}}{BLANK}?(?={_GAP}[—–]|{BLANK}--)")


class Case(Enum):
    """The case that a name is written in, the most telling first."""

    CAPITALS = "capitals"
    MIXED = "mixed"
    SMALL = "small"


_TOKENS = ((Case.SMALL, SMALL), (Case.CAPITALS, CAPITALS), (Case.MIXED, MIXED))


def city_path(number: int) -> str:
    """The path of a place's name."""
    return f"places[{number}].city"


def qualifier_path(number: int, qualifier: int) -> str:
    """The path of a qualifier of a place, before it is known which field it fills."""
    return f"places[{number}].qualifiers[{qualifier}]"


class WrittenPlace(NamedTuple):
    """A place as written: its name, the qualifiers behind it, and how it is written."""

    city: str
    qualifiers: tuple[str, ...]
    case: Case

    @property
    def qualified(self) -> bool:
        """Whether a qualifier is a region or country that the lexicon knows, or describes one."""
        return any(qualifier(written) is not None or " " in written for written in self.qualifiers)

    @property
    def known(self) -> bool:
        """Whether the name alone is one that the lexicon knows."""
        return known_city(self.city) or (self.city.casefold() + " ").startswith(heads("place_openers"))


def take_places(scanner: Scanner) -> tuple[WrittenPlace, ...]:
    """``WASHINGTON/KHOBAR, Saudi Arabia``: the places at the cursor, none where there is no name."""
    places: list[WrittenPlace] = []
    end, notes = scanner.pos, len(scanner.notes)
    while len(places) < _MOST_PLACES:
        place = _take_place(scanner, len(places))
        if place is None or (places and (place.case is not places[0].case or agency(place.city) is not None)):
            scanner.rewind(end, notes)
            break
        places.append(place)
        end, notes = scanner.pos, len(scanner.notes)
        if scanner.text.startswith(_NO_JOINT, end) or scanner.take(PLACE_JOINT) is None:
            break
    return tuple(places)


_NO_JOINT = (" (", " -", " —", "--")  # what most places are followed by, seen without a search


def _take_place(scanner: Scanner, number: int) -> WrittenPlace | None:
    start = scanner.pos
    case = _take_name(scanner)
    if case is None:
        return None
    if scanner.text.startswith(_INNER_MARKS, scanner.pos):
        _take_compound(scanner, start)
    end = scanner.pos
    scanner.note(city_path(number), start, end)
    return WrittenPlace(scanner.text[start:end], _take_qualifiers(scanner, case, number), case)


# --------------------------------------------------------------------------- names


def _take_name(scanner: Scanner) -> Case | None:
    """The longest run of words in one case; none where the first word is a month or weekday."""
    for case, token in _TOKENS:
        found = scanner.take(token)
        if found is None:
            continue
        if case is not Case.SMALL and _names_day(found[0].split(None, 1)[0]):
            scanner.pos = found.start()
            return None
        _leave_agency(scanner, found)
        return case
    return None


def _leave_agency(scanner: Scanner, name: re.Match[str]) -> None:
    """Put the cursor back before an agency that nothing parts from the place: ``Washington CNN``."""
    place, _, last = name[0].rpartition(" ")
    if place and last.isupper() and agency(last) is not None and not known_city(name[0]):
        scanner.pos = name.start() + len(place.rstrip())


def _names_day(word: str) -> bool:
    return word.strip(".").casefold() in day_words()


def _take_compound(scanner: Scanner, start: int) -> None:
    """Step over the rest of ``Frankfurt/Main``, which is one name."""
    end = scanner.pos
    scanner.take(INNER_MARK)
    if _take_name(scanner) is None or words_key(scanner.text[start : scanner.pos]) not in phrases("compound_places"):
        scanner.pos = end


# --------------------------------------------------------------------------- qualifiers


def _take_qualifiers(scanner: Scanner, case: Case, number: int) -> tuple[str, ...]:
    """``, Wis.``, `` (FRANCE)``, ``, Harju, Estonia``, and without a comma `` West Germany`` behind capitals."""
    found: list[str] = []
    while len(found) < _MOST_QUALIFIERS:
        end = scanner.pos
        written = _take_next(scanner, case, found)
        if written is None:
            scanner.pos = end
            break
        scanner.note(qualifier_path(number, len(found)), scanner.pos - len(written), scanner.pos)
        found.append(written)
        if scanner.text.startswith((",", "."), scanner.pos):
            scanner.take(STRAY)
    return tuple(found)


def _take_next(scanner: Scanner, case: Case, found: list[str]) -> str | None:
    mark = scanner.next_mark()
    if mark in (",", "،") and not _lists_town(scanner, case) and scanner.take(COMMA):
        return take_qualifier(scanner) or _take_unknown(scanner)
    if found:
        return None
    if mark in ("(", "["):
        return _take_bracketed(scanner)
    glued = case is Case.CAPITALS and mark.isupper() and scanner.take(SPACE)
    return take_qualifier(scanner) if glued else None


def _lists_town(scanner: Scanner, case: Case) -> bool:
    """Whether a town of a row stands behind the comma at the cursor: ``BOSTON, NEW YORK and CHICAGO``."""
    start = scanner.pos
    listed = case is Case.CAPITALS and scanner.take(LISTED) is not None
    town = scanner.take(CAPITALS) if listed else None
    scanner.pos = start
    return town is not None and known_city(town[0])


def _take_unknown(scanner: Scanner) -> str | None:
    """``Harju``, ``the border of Pakistan and Afghanistan``; not a day, an agency or a second town."""
    start = scanner.pos
    if scanner.text[start : start + 1].islower():
        return _take_description(scanner)
    unknown = scanner.take(UNKNOWN_QUALIFIER)
    if unknown is None or _names_day(unknown[0].split()[0]) or agency(unknown[0]):
        scanner.pos = start
        return None
    if known_city(unknown[0]) and not _country_follows(scanner):  # a second town
        return None
    return unknown[0]


def _country_follows(scanner: Scanner) -> bool:
    """Whether a comma and a country stand at the cursor, which stays: ``DELAWARE, WILMINGTON, UNITED STATES``."""
    start = scanner.pos
    written = take_qualifier(scanner) if scanner.take(COMMA) else None
    scanner.pos = start
    return written is not None and isinstance(qualifier(written), Country)


def _take_description(scanner: Scanner) -> str | None:
    """``the border of Pakistan and Afghanistan``, before a long dash: words that name a country; not ``the giant``."""
    found = scanner.take(DESCRIPTION)
    if found is None:
        return None
    named = any(qualifier(word) is not None for word in found[0].split() if word[0].isupper())
    scanner.pos = found.start() + len(found[0].rstrip())
    return found[0].rstrip() if named else None


def _take_bracketed(scanner: Scanner) -> str | None:
    """``(FRANCE)``, ``[India]``: a country in brackets, as the FBIS and the ANI write it."""
    start = scanner.pos
    opened = scanner.take(OPEN_BRACKET)
    written = take_qualifier(scanner) if opened else None
    if opened is None or written is None or agency(written) or scanner.take(CLOSE_BRACKETS[opened[1]]) is None:
        scanner.pos = start
        return None
    return written
