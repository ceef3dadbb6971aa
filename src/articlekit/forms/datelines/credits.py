"""The credit of a dateline: the agency in brackets, between slashes or behind a comma."""

import re
from typing import NamedTuple

from articlekit.forms.days import day
from articlekit.forms.organizations import names_agency, split_agencies
from articlekit.grammar import Finder, Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.words import phrases
from articlekit.model import PartialDate
from articlekit.remembering import remembered
from articlekit.typography import DASHES, plain

__all__ = ["WrittenCredit", "take_credit"]

_GAP = BLANK + r"{0,9}"
BRACKETED = Token(rf"{_GAP},?{_GAP}(?:--|—|–)?\({_GAP}([^()\n]{{0,60}}?){_GAP}\)")
UNCLOSED = Token(rf"{_GAP}\(([A-Za-z]{{2,12}})(?={BLANK}[{DASHES}_])")
SLASHED = Token(rf"{_GAP}\.?{_GAP}/{_GAP}([^\W\d_](?:[^\W\d_]|[. \-]){{1,38}}?){_GAP}/")
BARRED = Token(rf"{_GAP}\|{_GAP}([^\W\d_][^|\n]{{1,28}}?){_GAP}\|")
#: an agency that nothing parts from the place: ``Washington CNN —``, ``BERLIN taz |``
BARE_AGENCY = Token(rf"{BLANK}{{1,3}}([A-Za-z]{{2,10}})(?={BLANK}{{1,3}}[—–|])")
AGENCY_PART = Finder(r"(?<![^\s/,(])[^\s/,](?:[^/,]*[^\s/,])?")
FINAL_SLASH = Token(rf"{_GAP}/")
COMMA_AGENCY = Token(rf"{_GAP},{_GAP}([A-Za-z][A-Za-z]{{1,9}})(?={BLANK}*+[{DASHES}_])")
DATE_MARK = Token(rf"{_GAP}(?:[{DASHES},]|/){_GAP}")


class WrittenCredit(NamedTuple):
    """
    A credit as written: its agencies, the day inside it, and how much it proves.

    *known* is whether the lexicon knows an agency in it or its brackets hold a word such as
    "special"; *closed* whether it ends the dateline by itself, as ``/PRNewswire/`` does.
    """

    agencies: tuple[str, ...]
    date: PartialDate | None
    known: bool
    closed: bool = False


def take_credit(scanner: Scanner) -> WrittenCredit | None:
    """``(AP)``, ``--(BUSINESS WIRE)--``, ``/PRNewswire/``, ``, Reuter``: the credit at the cursor."""
    start = scanner.pos
    mark = scanner.next_mark()
    for reader in (_unmarked,) if mark.isalpha() else _READERS.get(mark, ()):
        credit = reader(scanner)
        if credit is not None:
            return credit
        scanner.pos = start
    return None


def _bracketed(scanner: Scanner) -> WrittenCredit | None:
    """``(CBS/AP)``, ``(Newsfile Corp. - August 5, 2023)``, ``(special)``."""
    found = scanner.take(BRACKETED)
    if found is None:
        return None
    agencies, date, day_at, known = _inside(found[1])
    _note_agencies(scanner, agencies, found)
    if date is not None:
        scanner.note("date", found.start(1) + day_at, found.end(1))
    return WrittenCredit(agencies, date, known)


def _note_agencies(scanner: Scanner, agencies: tuple[str, ...], bracket: re.Match[str]) -> None:
    """Note where each of *agencies* stands in *bracket*: between its slashes and commas, or over several of them."""
    parts = list(AGENCY_PART.all(scanner.text, *bracket.span(1)))
    first = 0
    for i, agency in enumerate(agencies):
        for end in range(first + 1, len(parts) + 1):
            start, stop = parts[first].start(), parts[end - 1].end()
            if plain(scanner.text[start:stop]).startswith(agency):
                scanner.note(f"agencies[{i}]", start, min(stop, start + len(agency)))
                first = end
                break


@remembered(4096)
def _inside(text: str) -> tuple[tuple[str, ...], PartialDate | None, int, bool]:
    """
    The agencies and day in a bracket, where the day begins, and whether the bracket is known to be a credit.

    The same few fill any corpus, so answers are remembered.
    """
    words, date, day_at = _split_day(text)
    agencies = () if words.casefold() in phrases("credit_words") else split_agencies(words)
    return agencies, date, day_at, any(map(names_agency, agencies)) if agencies else bool(words)


def _split_day(text: str) -> tuple[str, PartialDate | None, int]:
    """``Army News Service, March 3, 2010`` as agency and day, and where the day begins."""
    for i, c in enumerate(text):
        if c in "-–—," and i:
            inner = Scanner(text, i)
            inner.take(DATE_MARK)
            start, date = inner.pos, day(inner)
            if date is not None and inner.at_end:
                return text[:i].rstrip(), date, start
    return text, None, len(text)


def _slashed(scanner: Scanner) -> WrittenCredit | None:
    """``/PRNewswire/``, ``/ ACCESSWIRE / September 26, 2019 /``."""
    found = scanner.take(SLASHED)
    if found is None or not names_agency(found[1]):
        return None
    scanner.note("agencies[0]", found.start(1), found.end(1))
    end, notes = scanner.pos, len(scanner.notes)
    scanner.take(_SPACE)
    start, date = scanner.pos, day(scanner)
    if date is not None:
        scanner.note("date", start, scanner.pos)
    if date is None or scanner.take(FINAL_SLASH) is None:
        scanner.rewind(end, notes)
        date = None
    return WrittenCredit((found[1],), date, known=True, closed=True)


_SPACE = Token(BLANK + "{0,9}")


def _behind_comma(scanner: Scanner) -> WrittenCredit | None:
    """``, Reuter -``."""
    return _bare(scanner, COMMA_AGENCY)


def _barred(scanner: Scanner) -> WrittenCredit | None:
    """``| AFP |``."""
    found = _bare(scanner, BARRED)
    return found._replace(closed=True) if found else None


def _unmarked(scanner: Scanner) -> WrittenCredit | None:
    """``CNN —``, ``taz |``, right behind the place."""
    return _bare(scanner, BARE_AGENCY)


def _unclosed(scanner: Scanner) -> WrittenCredit | None:
    """``(AP _``, its closing bracket lost."""
    return _bare(scanner, UNCLOSED)


def _bare(scanner: Scanner, token: Token) -> WrittenCredit | None:
    found = scanner.take(token)
    if found is None or not names_agency(found[1]):
        return None
    scanner.note("agencies[0]", found.start(1), found.end(1))
    return WrittenCredit((found[1],), None, known=True)


#: by the mark that opens them
_READERS = {
    "(": (_bracketed, _unclosed),
    "-": (_bracketed,),
    "—": (_bracketed,),
    "–": (_bracketed,),
    "/": (_slashed,),
    ".": (_slashed,),
    "|": (_barred,),
    ",": (_bracketed, _behind_comma),
}
