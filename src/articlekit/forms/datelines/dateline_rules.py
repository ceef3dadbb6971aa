"""The rules of datelines, by the evidence that makes each one."""

import re

from articlekit.forms.datelines.head import Dash, Head, take_head, take_tail
from articlekit.forms.names import has_given_name
from articlekit.grammar import Rule, Scanner, Token, any_of, first_match
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.calendar import zone_rules, zones
from articlekit.lexicon.words import phrases
from articlekit.model import Dateline

__all__ = ["RULES"]

ADVISORY = Token(r"\({1,2}[^()\n]{12,400}\){1,2}\s*")
BY = Token(r"(?:By|Por|Von|Par|Di|Da):?\s", re.IGNORECASE)
STRAY = Token(r"[,.;]\s{1,3}(?=[A-Z]{3})")
CLOCK = Token(
    lambda: (
        r"(?:\([0-9-]{5}\)\s)?[0-2]?[0-9]:[0-9]{2}(?:\s?[AaPp]\.?[Mm]\.?)?"
        rf"(?:\s(?:{any_of(_zones())}|[A-Z]{{1,2}}DT)(?=\s))?\s*"
    )
)


def _zones() -> set[str]:
    """The zones behind a clock, without those that begin names of places as well: ``WEST PALM BEACH``."""
    return {zone for zone in (*zones(), *zone_rules()) if zone.casefold() not in phrases("place_leads")}


SKIPPED_WORD = Token(rf"[^\s]{{1,40}}{BLANK}{{1,12}}")
_MOST_SKIPPED = 12


# --------------------------------------------------------------------------- by evidence


def placed_by_agency(scanner: Scanner) -> Dateline | None:
    """``Berlin (dpa) -``, ``ST. LOUIS--(BUSINESS WIRE)--``; not ``the Wool Exchange (AWEX) says``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or not head.places or head.credit is None or head.small:
        return None
    trusted = head.credit.known
    if not (trusted or head.capitals):
        return None
    if take_tail(scanner, Dash.REAL, Dash.WEAK) or (trusted and take_tail(scanner, Dash.NONE)):
        return head.dateline(scanner, start)
    return None


def placed_and_dated(scanner: Scanner) -> Dateline | None:
    """``SALVADOR, Feb 26 -``, ``KATHMANDU, May 3:``, ``LONDON 1996-08-30``; not ``Today in Sports, July 31 -``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or not head.places or head.credit is not None or not (head.date or head.undated):
        return None
    if take_tail(scanner, *_dashes_behind_day(head)):
        return head.dateline(scanner, start)
    return None


def _dashes_behind_day(head: Head) -> tuple[tuple[Token, ...], ...]:
    """What may part a place and a day from the story: in capitals also the end of a line, behind known ones a colon."""
    whole = head.date is not None and head.date.year is not None
    line = (Dash.LINE,) if whole and head.capitals else ()
    colon = (Dash.WEAK,) if head.capitals and all(place.known for place in head.places) else ()
    return (Dash.REAL, *line, *colon)


def placed_in_region(scanner: Scanner) -> Dateline | None:
    """``BUFFALO, N.Y. —``, ``New York, NY –``; not ``IBM, the giant —``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or not head.places or head.credit is not None or head.date is not None or head.small:
        return None
    qualified = any(place.qualified for place in head.places) and _known_ways(head)
    return head.dateline(scanner, start) if qualified and take_tail(scanner, Dash.REAL) else None


def _known_ways(head: Head) -> bool:
    return all(place.qualified or place.known or place.qualifiers or head.capitals for place in head.places)


def known_city(scanner: Scanner) -> Dateline | None:
    """``MOSCOW --``, ``BHOPAL:``, ``Berlin.``; not ``IBM --`` nor ``NEW JERSEY:``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or not head.places or head.credit is not None or head.date is not None or head.small:
        return None
    if not all(place.known for place in head.places):
        return None
    named = any(has_given_name([place.city]) for place in head.places)
    if named and not head.capitals:  # Charlotte — her sister — left
        return None
    dashes = (Dash.REAL, *(() if named else (Dash.WEAK,)), Dash.STOP) if head.capitals else (Dash.REAL, Dash.STOP)
    return head.dateline(scanner, start) if take_tail(scanner, *dashes) else None


def agency_alone(scanner: Scanner) -> Dateline | None:
    """``(AP) —``, ``Jan. 19 (UPI) --``, ``(CNN)``; not ``(File photo) —``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or head.places or head.credit is None or not head.credit.known:
        return None
    if take_tail(scanner, Dash.REAL, Dash.WEAK, Dash.NONE):
        return head.dateline(scanner, start)
    return None


def dated(scanner: Scanner) -> Dateline | None:
    """``April 17, 2015 -- ``, ``10 April 2024 (LRN) – ``: a whole day, nobody's place; not ``NOV. 2 _``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or head.places or head.date is None or not (head.date.year and head.date.day):
        return None
    if head.date.month is None or (head.credit is not None and head.credit.closed):
        return None
    return head.dateline(scanner, start) if take_tail(scanner, Dash.LONG) else None


def agency_then_place(scanner: Scanner) -> Dateline | None:
    """``(ANSA) - ROMA, 08 FEB -``, ``(AP) PORT ELLERY, Maine -``."""
    start, head = scanner.pos, scanner.once(take_head)
    if head is None or head.places or head.date or head.credit is None or not head.credit.known:
        return None
    if take_tail(scanner, Dash.REAL):
        rest = first_match((_PLACED_AND_DATED, _KNOWN_CITY), scanner)
    elif scanner.take(_AFTER_AGENCY):
        rest = first_match((_PLACED_AND_DATED, _PLACED_IN_REGION), scanner)
    else:
        return None
    if rest is None:
        return None
    return Dateline(rest.value.places, head.credit.agencies, rest.value.date, scanner.text[start : scanner.pos])


# --------------------------------------------------------------------------- behind something else


def behind_notes(scanner: Scanner) -> Dateline | None:
    """``(Adds analyst comment) By Jane Roe NAIROBI, Feb 10 (Reuters) -``: strong evidence behind a note or byline."""
    if not any(map(scanner.take, (CLOCK, ADVISORY, STRAY))) and not scanner.sees(BY):
        return None
    for _ in range(_MOST_SKIPPED if scanner.sees(BY) else 1):
        start = scanner.pos
        found = first_match(_STRONG, scanner)
        if found is not None and (not found.value.places or _in_capitals(found.value.text)):
            return found.value
        scanner.pos = start
        if scanner.take(SKIPPED_WORD) is None:
            return None
    return None


def _in_capitals(text: str) -> bool:
    first = text.split(maxsplit=1)[0].strip(",")
    return first.isupper() or sum(map(str.isupper, first)) > 1


_PLACED_AND_DATED = Rule("dateline.place-day", placed_and_dated)
_PLACED_IN_REGION = Rule("dateline.place-region", placed_in_region)
_AFTER_AGENCY = Token(rf"{BLANK}{{1,3}}(?=[A-Z]{{3}})")
_KNOWN_CITY = Rule("dateline.known-city", known_city)
_STRONG: tuple[Rule[Dateline], ...] = (
    Rule("dateline.place-agency", placed_by_agency),
    _PLACED_AND_DATED,
    _PLACED_IN_REGION,
    Rule("dateline.agency", agency_alone),
)

RULES: tuple[Rule[Dateline], ...] = (
    Rule("dateline.place-agency", placed_by_agency),
    _PLACED_AND_DATED,
    _PLACED_IN_REGION,
    _KNOWN_CITY,
    Rule("dateline.agency-place", agency_then_place),
    Rule("dateline.agency", agency_alone),
    Rule("dateline.day", dated),
    Rule("dateline.behind-notes", behind_notes),
)
