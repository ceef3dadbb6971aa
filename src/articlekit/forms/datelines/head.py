"""Everything that may stand before the first sentence, read once and judged by the rules."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlekit.forms.datelines.credits import WrittenCredit, take_credit
from articlekit.forms.datelines.names import Case, WrittenPlace, city_path, qualifier_path, take_places
from articlekit.forms.days import day
from articlekit.forms.places import make_place, qualifier_fields
from articlekit.grammar import Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.words import mapping
from articlekit.model import Dateline, PartialDate, Place
from articlekit.typography import DASHES

__all__ = ["Dash", "Head", "take_head", "take_tail"]

Note = tuple[str, int, int, str]  # of a `Scanner`: path, start, end, rule

_GAP = BLANK + r"{0,40}"
FLASH = Token(r"\*{1,6}\s?")
#: a day behind a dash: ``KANSAS CITY, Mo. - March 13 -``
DASH_BEFORE_DAY = Token(rf"{BLANK}{{1,3}}-{BLANK}{{1,3}}(?=[A-Z][a-z]{{2,8}}\.?{BLANK}[0-9]{{1,2}}{BLANK}{{1,3}}-)")
DAY_GAP = Token(rf"(?:{BLANK}{{0,9}}[,.]{{1,2}})?{BLANK}{{0,9}}(?:(?:-{BLANK})?(?=[0-9A-Za-z]))")
NO_DATE = Token(r"NO DATE\b")
BRACKETED_DAY = Token(rf"{BLANK}{{0,9}}\((?=[0-9]|[A-Z][a-z]{{2}}|[A-Z]{{3,9}}\.?{BLANK}[0-9])")
CLOSE = Token(r"\)")
AFTER_DAY = Token(rf"(?:{BLANK}{{0,9}}[,.]){{0,2}}(?={BLANK}{{0,9}}[(/{DASHES}_])")
#: a long or doubled dash, an underscore, or a hyphen with a blank beside it
LONG_DASH = Token(rf"\.?{_GAP}(?:[{DASHES}]{{2,4}}|[—–―]|__*+(?=\s)|\.-)(?:{BLANK}*+)")
HYPHEN = Token(rf"\.?(?:{_GAP}{BLANK}-(?={BLANK}|$)|-(?={BLANK}|$)|{_GAP}{BLANK}-(?=[^\W\d_]))(?:{BLANK}*+)")
COLON = Token(rf":{BLANK}{{1,9}}")
FULL_STOP = Token(rf"\.{BLANK}{{1,9}}")
PIPE = Token(rf"{_GAP}\|{BLANK}*+")
LINE_END = Token(r"[^\S\n]*+\n\s*+")
NOTHING = Token(rf"\.?{BLANK}*+")


class Dash:
    """What may part a dateline from its story, by how much evidence it needs to stand on."""

    REAL = (LONG_DASH, HYPHEN, PIPE)
    LONG = (LONG_DASH,)
    WEAK = (COLON,)
    STOP = (FULL_STOP,)
    LINE = (LINE_END,)
    NONE = (NOTHING,)


class Head(NamedTuple):
    """The places, day and credit of a dateline as written, before any judgement."""

    places: tuple[WrittenPlace, ...]
    date: PartialDate | None
    credit: WrittenCredit | None
    undated: bool
    day_written_last: bool

    @property
    def capitals(self) -> bool:
        """Whether the places are in capitals."""
        return bool(self.places) and self.places[0].case is Case.CAPITALS

    @property
    def small(self) -> bool:
        """Whether the places are in small letters."""
        return bool(self.places) and self.places[0].case is Case.SMALL

    def dateline(self, scanner: Scanner, start: int) -> Dateline | None:
        """The value, its text reaching from *start* to the cursor; None where only placeholders stand there."""
        nowhere = mapping("placeholders")
        kept = [i for i, place in enumerate(self.places) if place.city.casefold() not in nowhere]
        places = tuple([make_place(self.places[i].city, self.places[i].qualifiers) for i in kept])
        agencies = self.credit.agencies if self.credit else ()
        date = self.date or (self.credit.date if self.credit else None)
        if not (places or agencies or date):
            return None
        scanner.notes[:] = self._renamed(scanner.notes, kept, places)
        return Dateline(places, agencies, date, scanner.text[start : scanner.pos])

    def _renamed(self, notes: Sequence[Note], kept: Sequence[int], places: Sequence[Place]) -> list[Note]:
        """*notes* under the paths of the fields that the words of the places fill; what fills none is left out."""
        paths: dict[str, Sequence[str]] = {}
        for number, i in enumerate(kept):
            paths[city_path(i)] = (f"places[{number}].city",)
            for j, fields in enumerate(_filled(self.places[i], places[number])):
                paths[qualifier_path(i, j)] = [f"places[{number}].{field}" for field in fields]
        return [
            (path, start, end, rule)
            for noted, start, end, rule in notes
            for path in paths.get(noted, () if noted.startswith("places[") else (noted,))
        ]


def _filled(written: WrittenPlace, place: Place) -> Iterator[Sequence[str]]:
    """The fields of *place* that each qualifier fills: a region that no country follows may imply one."""
    fields = qualifier_fields(written.city, written.qualifiers)
    for field in fields:
        implies = field == "region" and place.country is not None and "country" not in fields
        yield (field, "country") if implies else (field,) if field else ()


def take_head(scanner: Scanner) -> Head | None:
    """The places, day and credit at the cursor; None where there is none of them."""
    if scanner.text.startswith("*", scanner.pos):
        scanner.take(FLASH)
    places = take_places(scanner)
    date, undated = _take_day(scanner, places)
    credit = take_credit(scanner)
    late = credit is not None and date is None and not undated and scanner.text.startswith(_LATE_DAY, scanner.pos)
    if late:
        date, undated = _take_day(scanner, places)
    if not places and date is None and credit is None:
        return None
    return Head(places, date, credit, undated, late and date is not None)


_LATE_DAY = (",", " ,")  # behind the credit: "(AP), Feb. 26"


def _take_day(scanner: Scanner, places: tuple[WrittenPlace, ...]) -> tuple[PartialDate | None, bool]:
    """``, Feb. 26``, `` (December 22, 2013)``, ``, NO DATE``: the day at the cursor, and whether it says none."""
    start, mark = scanner.pos, scanner.next_mark()
    dashed = mark == "-" and bool(places) and scanner.take(DASH_BEFORE_DAY) is not None
    if mark in _NO_DAY and not dashed:
        return None, False
    bracket = (
        mark == "(" and bool(places) and places[0].case is Case.CAPITALS and scanner.take(BRACKETED_DAY) is not None
    )
    if places and not bracket and not dashed and (mark == "(" or scanner.take(DAY_GAP) is None or scanner.pos == start):
        return None, False
    if scanner.take(NO_DATE):
        return None, True
    at = scanner.pos
    date = _range_of_days(scanner) or day(scanner)
    if date is None or (bracket and scanner.take(CLOSE) is None) or (date.day is None and date.weekday is None):
        scanner.pos = start
        return None, False
    scanner.note("date", at, scanner.pos)
    scanner.take(AFTER_DAY)
    return date, False


def _range_of_days(scanner: Scanner) -> PartialDate | None:
    """``21-22 July 2022``: the first of several days."""
    found = scanner.take(DAY_RANGE)
    last = day(scanner) if found else None
    if found is None or last is None or last.day is None or not 0 < int(found[1]) < last.day:
        if found is not None:
            scanner.pos = found.start()
        return None
    return PartialDate(year=last.year, month=last.month, day=int(found[1]))


DAY_RANGE = Token(r"([0-3]?[0-9])\s?[-–]\s?(?=[0-3]?[0-9]\s[^\W\d_])")
#: what a day never begins with, so that none is looked for: an agency between slashes, a dash, the end
_NO_DAY = "/—–-_:|"


def take_tail(scanner: Scanner, *dashes: tuple[Token, ...]) -> bool:
    """Step over the first of *dashes* that stands at the cursor; whether one did."""
    for tokens in dashes:
        for token in tokens:
            if scanner.take(token) is not None:
                return True
    return False
