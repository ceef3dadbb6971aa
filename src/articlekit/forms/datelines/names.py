"""
The names of places at the head of a dateline.

A name is a run of words in one case: capitals (``RIO DE JANEIRO``, ``McALLEN``), mixed
(``Rio de Janeiro``) or small letters (``la paz``, as some old copy has it).
"""

from enum import Enum

from attrs import frozen

from articlekit.forms.places import take_qualifier
from articlekit.grammar import Scanner, Token
from articlekit.grammar.tokens import APOSTROPHES, BLANK, COMMA, squeeze
from articlekit.lexicon.agencies import agency
from articlekit.lexicon.calendar import months, weekdays
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import heads, phrases, spellings

__all__ = ["Case", "WrittenPlace", "take_places"]

_GAP = BLANK + r"{0,9}"
_MOST_WORDS = {"capitals": 9, "mixed": 5, "small": 3}
_MOST_PLACES = 6
_LONGEST_ABBREVIATION = 3

NAME_WORD = Token(rf"[^\W\d_][^\W_]*+(?:[{APOSTROPHES}\-‐‑][^\W_]++|\.[^\W\d_](?![^\W\d_])){{0,9}}")
DOT = Token(r"\.(?=[\s\u00a0]+[^\W\d_])")
WORD_GAP = Token(BLANK + r"{1,12}+(?=[^\W_])")
PLACE_JOINT = Token(rf"{_GAP}(?:/{_GAP}|,?{BLANK}(?:and|AND|&|y|und|et){BLANK})(?=[^\W\d_])")
INNER_MARK = Token(rf"/|{BLANK}(?:AND|and){BLANK}")
OPEN_BRACKET = Token(rf"{_GAP}\(")
CLOSE_BRACKET = Token(r"\)")
#: what a qualifier that the lexicon does not know may look like: one to four capitalised words
UNKNOWN_QUALIFIER = Token(rf"[A-Z][^\W\d_]*+\.?(?:[ \-][A-Z][^\W\d_]*+\.?){{0,3}}(?={_GAP}[,(/\-–—_.])")
STRAY = Token(r",?\.(?=\s)|,(?=,)")
THE = Token(r"[Tt]he\s")
#: a description that takes the place of a region: "the border of Pakistan and Afghanistan"
DESCRIPTION = Token(rf"(?:[^\W\d_]++[{APOSTROPHES}\-]?[^\W\d_]*+{BLANK}?){{2,9}}(?={_GAP}[—–]|{BLANK}--)")


class Case(Enum):
    """The case that a name is written in, the most telling first."""

    CAPITALS = "capitals"
    MIXED = "mixed"
    SMALL = "small"


@frozen
class WrittenPlace:
    """A place as written: its name, the qualifiers behind it, and how it is written."""

    city: str
    qualifiers: tuple[str, ...]
    case: Case

    @property
    def qualified(self) -> bool:
        """Whether a qualifier is a region or country that the lexicon knows."""
        return any(qualifier(written) is not None for written in self.qualifiers)

    @property
    def known(self) -> bool:
        """Whether the name alone is one that the lexicon knows."""
        return known_city(self.city) or (self.city.casefold() + " ").startswith(heads("place_openers"))


def take_places(scanner: Scanner) -> tuple[WrittenPlace, ...]:
    """``WASHINGTON/KHOBAR, Saudi Arabia``: the places at the cursor, none where there is no name."""
    places: list[WrittenPlace] = []
    end = scanner.pos
    while len(places) < _MOST_PLACES:
        place = _take_place(scanner, len(places))
        if place is None or (places and place.case is not places[0].case):
            scanner.pos = end
            break
        places.append(place)
        end = scanner.pos
        if scanner.take(PLACE_JOINT) is None:
            break
    return tuple(places)


def _take_place(scanner: Scanner, number: int) -> WrittenPlace | None:
    start = scanner.pos
    case = _take_name(scanner)
    if case is None:
        scanner.pos = start
        return None
    _take_compound(scanner, start)
    name = scanner.text[start : scanner.pos]
    scanner.note(f"places[{number}].city", start, scanner.pos)
    return WrittenPlace(squeeze(name), _take_qualifiers(scanner, case, number), case)


# --------------------------------------------------------------------------- names


def _take_name(scanner: Scanner) -> Case | None:
    """The longest run of words in one case; its compound with a slash where the lexicon knows one."""
    case: Case | None = None
    count = end = 0
    while True:
        found = scanner.take(NAME_WORD)
        written = _case(found[0]) if found else None
        if found is None or written is None or not _continues(case, written, found[0]):
            scanner.pos = end if case else scanner.pos
            break
        case = case or written
        count, end = count + 1, scanner.pos
        end = _abbreviation(scanner, found[0], end)
        if count == _MOST_WORDS[case.value] or scanner.take(WORD_GAP) is None:
            break
    return case


def _case(word: str) -> Case | None:
    """Capitals where more letters are capital than small, so that ``McALLEN`` counts; digits have no say."""
    if word.isupper():
        return Case.CAPITALS
    if word.islower():
        return Case.SMALL
    if 2 * sum(map(str.isupper, word)) > len(word):
        return Case.CAPITALS
    return Case.MIXED if word[0].isupper() else None


def _continues(case: Case | None, written: Case, word: str) -> bool:
    """Whether *word* may go on a name in *case*: ``de`` and ``upon`` may in any, ``and`` never."""
    if case is None:
        return not _names_day(word)
    if case is Case.SMALL:
        return written is Case.SMALL
    if written is Case.SMALL:
        return spellings("place_words").get(word) == word and word not in _JOINING
    if case is Case.MIXED:
        return written is Case.MIXED or len(word) <= _LONGEST_ABBREVIATION
    return written is Case.CAPITALS and word != "AND"


_JOINING = ("and", "y", "et", "und", "e", "i", "a", "of", "the", "on", "in")


def _abbreviation(scanner: Scanner, word: str, end: int) -> int:
    """Step over the full stop of ``ST.`` and ``MT.``; one behind a longer word ends a sentence or a date line."""
    if len(word) <= _LONGEST_ABBREVIATION and scanner.take(DOT):
        return scanner.pos
    return end


def _take_compound(scanner: Scanner, start: int) -> None:
    """Step over the rest of ``Frankfurt/Main``, which is one name."""
    end = scanner.pos
    if (
        scanner.take(INNER_MARK) is None
        or _take_name(scanner) is None
        or words_key(scanner.text[start : scanner.pos]) not in phrases("compound_places")
    ):
        scanner.pos = end


# --------------------------------------------------------------------------- qualifiers


def _take_qualifiers(scanner: Scanner, case: Case, number: int) -> tuple[str, ...]:
    """``, Wis.``, `` (FRANCE)``, ``, Harju, Estonia``, and without a comma `` West Germany`` behind capitals."""
    found: list[str] = []
    while True:
        end = scanner.pos
        written = _take_bracketed(scanner) if not found else None
        if written is None and (
            scanner.take(COMMA) or (case is Case.CAPITALS and not found and scanner.take(WORD_GAP))
        ):
            start = scanner.pos
            written = _take_qualifier(scanner, scanner.text[end:start].strip() == ",")
        if written is None:
            scanner.pos = end
            return tuple(found)
        scanner.note(
            f"places[{number}].{'region' if not found else 'country'}",
            scanner.pos - len(written),
            scanner.pos,
        )
        found.append(squeeze(written))
        scanner.take(STRAY)


def _take_qualifier(scanner: Scanner, after_comma: bool) -> str | None:  # noqa: FBT001
    start = scanner.pos
    if not scanner.text[start : start + 1].isupper() and not scanner.sees(THE):
        return _take_description(scanner) if after_comma else None
    known = take_qualifier(scanner)
    if known is not None or not after_comma:
        return known
    unknown = scanner.take(UNKNOWN_QUALIFIER)
    if unknown is None or _names_something_else(unknown[0]):
        scanner.pos = start
        return None
    return unknown[0]


def _names_something_else(text: str) -> bool:
    return _names_day(text.split(maxsplit=1)[0]) or agency(text) is not None


def _names_day(word: str) -> bool:
    folded = word.strip(".").casefold()
    return folded in months() or folded in weekdays()


def _take_description(scanner: Scanner) -> str | None:
    """``the border of Pakistan and Afghanistan``, before a long dash: words that name a country; not ``the giant``."""
    found = scanner.take(DESCRIPTION)
    if found is None:
        return None
    words = found[0].split()
    named = any(qualifier(word) is not None for word in words if word[0].isupper())
    return found[0].rstrip() if named else None


def _take_bracketed(scanner: Scanner) -> str | None:
    """``(FRANCE)``: a country in brackets, as the FBIS writes it."""
    start = scanner.pos
    if scanner.take(OPEN_BRACKET) is None:
        return None
    written = take_qualifier(scanner)
    if written is None or agency(written) is not None or scanner.take(CLOSE_BRACKET) is None:
        scanner.pos = start
        return None
    return written
