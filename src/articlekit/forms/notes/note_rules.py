"""The rules of contributor notes, one per kind of clause, and the clauses of a note one after the other."""

from collections.abc import Callable
from typing import NamedTuple

from articlekit.forms.notes.listing import Listing
from articlekit.forms.notes.lists import GAP, SPACE, take_list, take_phrase, take_place
from articlekit.grammar import Rule, Scanner, Token
from articlekit.grammar.tokens import BLANK
from articlekit.lexicon.words import mapping
from articlekit.model import ContributorNote, Credit

__all__ = ["RULES"]

OPENING = Token(rf"(?:[(\[*\"“—–•]|-{{1,3}}|_{{2,}}){BLANK}*+")
CLOSING = Token(rf"{BLANK}{{0,9}}[)\]*\"”]{{0,3}}")
SEPARATOR = Token(rf"{BLANK}{{0,9}}[;.,/|\\]{{0,2}}{BLANK}{{0,9}}(?:(?:and|while|plus|with){BLANK})?(?:—{BLANK}|\()?")
COLON = Token(rf"{BLANK}{{0,3}}:?{BLANK}{{1,9}}|:")
COMMA = Token(rf"{BLANK}{{0,3}},?{BLANK}{{1,9}}")
AGAIN = Token(rf"{BLANK}{{0,3}}[;,]?{BLANK}(?:and{BLANK}(?:also{BLANK})?)?by{BLANK}")
END = Token(rf"(?:\.{{0,3}}(?={BLANK}|$|[)\]*\"”|©])|(?=[;,)\]\n]|$|{BLANK}))")
MORE = Token(rf"{BLANK}{{0,3}}[,;]?{BLANK}(?:(?:and|while){BLANK})?")
_MOST_CLAUSES = 24


class _Clause(NamedTuple):
    """Who is named by a clause, and as what."""

    role: str
    listing: Listing


def reporting_by(scanner: Scanner) -> ContributorNote | None:
    """``(Reporting by Ada Quill in Kyiv; Editing by Tom Reed)``; not ``Reporting by the agency found``."""
    return _note(scanner, _led)


def contributed(scanner: Scanner) -> ContributorNote | None:
    """``CNN's Ada Quill contributed to this report.``; not ``The doctors contributed money``."""
    return _note(scanner, _told)


def contributed_by(scanner: Scanner) -> ContributorNote | None:
    """``Information for this article was contributed by Ada Quill of The Associated Press.``."""
    return _note(scanner, _passive)


def _note(scanner: Scanner, first: Callable[[Scanner], _Clause | None]) -> ContributorNote | None:
    start = scanner.pos
    scanner.take(OPENING)
    found: list[Credit] = []
    end = scanner.pos
    for number in range(_MOST_CLAUSES):
        clause = first(scanner) if number == 0 else _any_clause(scanner)
        if clause is None:
            break
        for path, span in clause.listing.notes():
            scanner.note(f"credits[{number}].{path}", span.start, span.end)
        found.append(clause.listing.credit(clause.role))
        scanner.take(CLOSING)
        scanner.take(END)
        scanner.take(CLOSING)
        end = scanner.pos
        scanner.take(SEPARATOR)
    while end > start and scanner.text[end - 1].isspace():
        end -= 1
    scanner.pos = end
    if not found:
        return None
    return ContributorNote(tuple(found), scanner.text[start:end])


def _any_clause(scanner: Scanner) -> _Clause | None:
    start, notes = scanner.pos, len(scanner.notes)
    for read in (_led, _passive, _told):
        clause = read(scanner)
        if clause is not None:
            return clause
        scanner.rewind(start, notes)
    return None


def _led(scanner: Scanner) -> _Clause | None:
    """``Reporting by A in X and B``, ``Information from A was used in this report``."""
    phrase = take_phrase(scanner, "credit_leads")
    if phrase is None or scanner.take(COLON) is None:
        return None
    if not phrase.endswith(_LEADING) and ":" not in scanner.text[scanner.pos - 3 : scanner.pos]:
        return None
    listing = Listing()
    if not take_list(scanner, listing) or not listing:
        return None
    if scanner.sees(_GOES_ON):
        scanner.take(COMMA)
        if not take_phrase(scanner, "credit_verbs") or not scanner.sees(END):
            return None
    return _Clause(mapping("credit_leads")[phrase], listing)


#: words that a lead without a colon ends in
_LEADING = tuple(
    f" {word}"
    for word in [
        "by",
        "from",
        "were",
        "with",
        "von",
        "der",
        "des",
        "de",
        "del",
        "di",
        "do",
        "da",
        "das",
        "par",
        "por",
        "door",
        "van",
        "af",
        "av",
    ]
)
#: a verb behind the names: "Reporting by Ada Quill showed lead in the pipes"
_GOES_ON = Token(rf"{BLANK}(?!and\b|with\b|plus\b|for\b|by\b|in\b|of\b|at\b|und\b|et\b|y\b|e\b|en\b)[a-z]{{3,}}")


def _passive(scanner: Scanner) -> _Clause | None:
    """``Information for this article was contributed by A of B; by C of D``."""
    phrase = take_phrase(scanner, "credit_passives")
    if phrase is None or scanner.take(GAP) is None:
        return None
    listing = Listing()
    while take_list(scanner, listing) and scanner.take(AGAIN):
        listing.end_lead()
    return _Clause(mapping("credit_passives")[phrase], listing) if listing else None


def _told(scanner: Scanner) -> _Clause | None:
    """``A in X and B contributed to this report``, ``A reported from X, and B from Y``."""
    listing = Listing()
    if not take_list(scanner, listing) or not listing:
        return None
    end = scanner.pos
    scanner.take(COMMA)
    phrase = take_phrase(scanner, "credit_verbs")
    if phrase is None:
        scanner.pos = end
        return None
    needs_place = phrase in _NEEDS_PLACE or phrase.endswith(" from")
    placed = _take_places(scanner, listing, phrase)
    if (needs_place and not placed) or not scanner.sees(_END_OF_BARE if phrase in _BARE and not placed else END):
        return None
    return _Clause(mapping("credit_verbs")[phrase], listing)


#: verbs that a sentence goes on behind ("contributed 12 points"), so that a note must end there
_BARE = ("contributed", "also contributed", "assisted")
_END_OF_BARE = Token(rf"\.{{0,3}}(?:{BLANK}{{0,3}}(?=$|[;)\]*\"”\n])|(?=\.?{BLANK}[A-Z—–(\[])(?<=\.))")
_NEEDS_PLACE = ("reported", "wrote", "reported this story", "reported this report")


def _take_places(scanner: Scanner, listing: Listing, phrase: str) -> bool:
    """The place behind a verb, and the names with places that go on without a verb: ``, and B from Y``."""
    if phrase.endswith(" from"):
        scanner.pos -= len("from")
    else:
        scanner.take(SPACE)
    end = scanner.pos
    place = take_place(scanner)
    if place is None:
        scanner.pos = end if phrase.endswith(" from") else len(scanner.text[:end].rstrip())
        return False
    listing.close_with_place(place)
    for _ in range(_MOST_CLAUSES):
        end, people = scanner.pos, listing.count
        if (
            scanner.take(MORE) is None
            or not take_list(scanner, listing)
            or not listing.all_placed(people)
            or scanner.sees(_VERB)
        ):
            listing.forget(people)
            scanner.pos = end
            break
    return True


_VERB = Token(rf"{BLANK}(?:also{BLANK})?(?:contributed|reported|wrote)\b")


RULES: tuple[Rule[ContributorNote], ...] = (
    Rule("note.reporting-by", reporting_by),
    Rule("note.contributed-by", contributed_by),
    Rule("note.contributed", contributed),
)
