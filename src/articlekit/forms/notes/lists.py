"""
The people and organisations of one clause of a contributor note.

    list = item *(("," / "and" / "&") item)
"""

from collections.abc import Sequence
from functools import cache

from articlekit.forms.names import has_given_name, person
from articlekit.forms.notes.listing import Listing
from articlekit.forms.organizations import known_at, known_organization, names_agency, why_organization
from articlekit.forms.places import take_qualifier
from articlekit.forms.roles import in_role, is_role_word, role_tail
from articlekit.grammar import KnownPhrase, Scanner, Token
from articlekit.grammar.tokens import BLANK, SLASH
from articlekit.lexicon.geography import known_city
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases, spelled
from articlekit.model import Contributor
from articlekit.span import Span
from articlekit.typography import APOSTROPHES, HYPHENS, plain

__all__ = ["take_list", "take_phrase", "take_place"]

_MOST_WORDS = 8
_MOST_ITEMS = 80

WORD = Token(rf"[^\W_]++(?:(?:[.{HYPHENS}&]|[{APOSTROPHES}](?!s\b))[^\W_]++){{0,9}}\.?")
GAP = Token(BLANK + r"{1,9}")
SPACE = Token(BLANK + r"{0,9}")
POSSESSIVE = Token(rf"[{APOSTROPHES}]s?(?={BLANK})")
JOINT = Token(
    rf"{BLANK}{{0,9}}(?:[,;]{BLANK}{{0,9}}(?:(?:and|&|plus){BLANK}{{1,9}})?|(?:and|&|plus|with|und|et|och|og|y|e)(?={BLANK}))"
)
OF = Token(rf"(?:of|from|for|with){BLANK}(?=(?:[Tt]he{BLANK})?[A-Z])")
IN = Token(rf"(?:,{BLANK}?)?(?:reporting{BLANK}from|on{BLANK}aboard|(?:in|from|at|aboard|near|outside|on|en|à){BLANK})")
ABOARD = Token(rf"(?:on{BLANK})?aboard{BLANK}")
STAFF = Token(
    r"(?:[Ss]taff|[Ss]taff members|reporters|writers) (?:of|at|from) (?=(?:[Tt]he )?[A-Z])"
    r"|(?:[Ss]taff [Ww]riters?|[Ss]taff [Rr]eporters?|(?:[Ss]pecial )?[Cc]orrespondents?|[Rr]eporters?|[Ss]tringers?)"
    rf"(?={BLANK}[A-Z])"
)
ASIDE = Token(rf",{BLANK}((?:who|an?|the){BLANK}[^,.;()]{{3,80}}),?(?={BLANK})")
CREDENTIAL = Token(rf",{BLANK}?([A-Z][A-Za-z.]{{1,6}})(?=[,\s])")


def take_phrase(scanner: Scanner, table: str) -> str | None:
    """The longest phrase of *table* at the cursor, folded; None, and no move, where none stands there."""
    return _phrases_of(table).take(scanner)


@cache
def _phrases_of(table: str) -> KnownPhrase:
    return KnownPhrase(lambda: mapping(table), WORD)


def take_list(scanner: Scanner, listing: Listing) -> bool:
    """Step over the list at the cursor into *listing*; whether there was at least one item."""
    end = scanner.pos
    for count in range(_MOST_ITEMS):
        if not _take_item(scanner, listing):
            scanner.pos = end
            return count > 0
        end = scanner.pos
        scanner.take(JOINT)
        scanner.take(SPACE)
        if scanner.pos == end:
            return True
    return True


def _take_item(scanner: Scanner, listing: Listing) -> bool:
    """``Ada Quill``, ``Associated Press writer Ada Quill``, ``CNN's Ada Quill``, ``staff of The Associated Press``."""
    for _ in range(_MOST_LEADS):
        start = scanner.pos
        if take_phrase(scanner, "credit_leads") or take_phrase(scanner, "credit_verbs"):
            scanner.pos = start
            return False
        if scanner.take(STAFF):
            role = scanner.text[start : scanner.pos].strip()
            if role.endswith((" of", " at", " from")):
                return _take_house_of_staff(scanner, listing)
            listing.lead(None, role, Span(start, scanner.pos))
        else:
            words, ends = _take_words(scanner)
            if not words or not scanner.take(POSSESSIVE):
                return bool(words) and _take_named(scanner, listing, start, words, ends)
            listing.lead(_text(scanner, start, ends[-1]), None, Span(start, ends[-1]))
        scanner.take(GAP)
    return False


_MOST_LEADS = 10  # roles and owners in front of one name; from one to three are printed


def _take_house_of_staff(scanner: Scanner, listing: Listing) -> bool:
    """``The Associated Press`` behind ``staff members of``."""
    words, ends = _take_words(scanner)
    if words:
        begin = ends[0] - len(words[0])
        listing.add_organization(_text(scanner, begin, ends[-1]), Span(begin, ends[-1]))
    return bool(words)


def _take_words(scanner: Scanner) -> tuple[list[str], list[int]]:
    """The run of words at the cursor that could be a name or a lead, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    while len(words) < _MOST_WORDS:
        at = scanner.pos
        found = None if words and take_phrase(scanner, "credit_leads") else scanner.take(WORD)
        if found is None or not _belongs(scanner, found[0], words):
            scanner.pos = at
            break
        words.append(found[0])
        ends.append(scanner.pos)
        if _ends_sentence(found[0]) or scanner.take(GAP) is None:
            break
    if ends:
        scanner.pos = ends[-1]
        if _ends_sentence(words[-1]):
            words[-1] = words[-1][:-1]
            ends[-1] = scanner.pos = scanner.pos - 1
    return words, ends


def _belongs(scanner: Scanner, word: str, words: list[str]) -> bool:
    """Whether *word*, which the cursor stands behind, goes on what *words* begin."""
    if words_key(word) in phrases("name_stops") or _joins(word, words):
        return False
    leads = bool(words) and word not in _JOINTS and _leads_to_role(scanner)
    return leads or _may_continue(word, words)


def _joins(word: str, words: Sequence[str]) -> bool:
    """Whether *word* parts two items, as it does behind a whole name; not ``Ortega y Gasset``."""
    return word in _AND_OF_NAMES and (len(words) > 1 or known_organization(" ".join(words)))


_JOINTS = ("and", "plus", "with")
_AND_OF_NAMES = ("y", "e", "et", "und", "och", "og")
_LONGEST_STOPPED = 3  # "Jr." and "J." keep their full stop, a name at the end of a sentence does not


def _ends_sentence(word: str) -> bool:
    """``Quill.``; not ``Jr.``, ``J.M.`` nor ``Prof.``."""
    stopped = word.endswith(".") and len(word) > _LONGEST_STOPPED and "." not in word[:-1]
    return stopped and word[:-1] not in spelled("sentence_titles")


def _leads_to_role(scanner: Scanner) -> bool:
    """Whether a noun of a role follows: behind ``polling`` in ``associate polling director``."""
    following = NEXT_WORD.match(scanner.text, scanner.pos, scanner.end)
    return following is not None and is_role_word(following[1])


NEXT_WORD = Token(rf"{BLANK}{{1,3}}([a-z]{{3,20}})\b")


def _may_continue(word: str, words: list[str]) -> bool:
    if not words and words_key(word) in phrases("no_names"):
        return False
    if any(map(str.isupper, word)):
        return True
    folded = words_key(word)
    small = (
        (folded in phrases("particles") or folded.rstrip(".") in phrases("newsroom_words"))
        if words
        else folded == "the"
    )
    return small or in_role(word) or known_organization(word)


def _is_newsroom(words: Sequence[str]) -> bool:
    """``the Oslo bureau``; not ``the desk``."""
    return words[-1].rstrip(".") in phrases("newsroom_words") and any(
        word[0].isupper() for word in words[:-1] if word != "The"
    )


def _take_named(scanner: Scanner, listing: Listing, start: int, words: list[str], ends: list[int]) -> bool:
    """What a run of words names: an organisation, a lead with its person, or a person."""
    if words[0].casefold() == "the" or _is_organization(words):
        if (
            words[0].casefold() == "the"
            and why_organization(words) not in ("known", "word")
            and not _is_newsroom(words)
        ):
            return False
        listing.end_lead()
        listing.add_organization(_text(scanner, start, ends[-1]), Span(start, ends[-1]))
        return True
    lead = _lead_length(words)
    begin = start
    if lead:
        owner, role = _owner_and_role(words[:lead])
        house = len(owner.split()) if owner else lead
        listing.lead(owner, role, Span(start, ends[house - 1]))
        begin = ends[lead] - len(words[lead]) if words[lead:] else start
    who = person(words[lead:]) if words[lead:] else None
    if who is None:
        return False
    named = Contributor(who.name, suffix=None, honorific=who.honorific, credentials=who.credentials)
    listing.add_person(named, Span(begin, ends[-1]))
    _take_qualifiers(scanner, listing)
    return True


def _is_organization(words: list[str]) -> bool:
    """Whether *words* are a house: known, looking like one and like no person, or a collective (*agencies*)."""
    if known_organization(" ".join(words)) or _is_newsroom(words):
        return True
    looks = why_organization(words) in ("domain", "word", "acronym") and not has_given_name(words)
    return (looks and not _lead_length(words)) or words_key(" ".join(words)) in phrases("collective_endings")


def _lead_length(words: list[str]) -> int:
    """The number of words of a lead such as ``AP Technology Writer``; 0 where the name comes first."""
    for end in range(len(words) - 1, 0, -1):
        tail = role_tail(words[:end])
        if tail < end and (tail == 0 or _house_length(words[:tail])):
            return end
    end = known_at(words, 0) or 0
    return end if end < len(words) and names_agency(" ".join(words[:end])) else 0


def _house_length(words: list[str]) -> int:
    """The words of the organisation at the head of *words*: two of ``Miami Herald Caribbean``; 0 without one."""
    known = known_at(words, 0)
    if known is not None:
        return known
    return next((end for end in range(len(words), 0, -1) if why_organization(words[:end])), 0)


def _owner_and_role(words: list[str]) -> tuple[str | None, str | None]:
    """``Miami Herald``, ``Caribbean correspondent``: the organisation and the role of a lead."""
    tail = role_tail(words)
    cut = _house_length(words[:tail]) if is_role_word(words[-1]) else len(words)
    return " ".join(words[:cut]) or None, " ".join(words[cut:]) or None


def _text(scanner: Scanner, start: int, end: int) -> str:
    return plain(scanner.text[start:end])


# --------------------------------------------------------------------------- what is said of a name


def _take_qualifiers(scanner: Scanner, listing: Listing) -> None:
    """``, MD``, ``, who covers deals,``, `` of The Associated Press``, `` in Kabul``."""
    while True:
        end = scanner.pos
        credential = scanner.take(CREDENTIAL)
        if credential and words_key(credential[1]) in phrases("credentials"):
            listing.set_last(credentials=credential[1])
            continue
        scanner.pos = end
        aside = scanner.take(ASIDE)
        if aside and not _begins_list(aside[1]):
            listing.set_last(role=aside[1])
            scanner.pos -= scanner.text[scanner.pos - 1] == ","
            continue
        scanner.pos = end
        if not any(take(scanner, listing) for take in (_take_affiliation, _take_house, _take_where)):
            scanner.pos = end
            return


def _begins_list(text: str) -> bool:
    """``, the Associated Press`` names a contributor of its own; ``, the paper's correspondent`` does not."""
    return known_organization(text) or text.casefold().startswith("the associated")


def _take_affiliation(scanner: Scanner, listing: Listing) -> bool:
    end = scanner.pos
    scanner.take(GAP)
    if scanner.take(OF) is None:
        scanner.pos = end
        return False
    start = scanner.pos
    words, ends = _take_words(scanner)
    if not words or not (known_organization(" ".join(words)) or why_organization(words)):
        scanner.pos = end
        return False
    listing.close_with_organization(_text(scanner, start, ends[-1]), Span(start, ends[-1]))
    return True


def _take_house(scanner: Scanner, listing: Listing) -> bool:
    """``Tim Marsh / Harbor Ledger``."""
    end = scanner.pos
    if scanner.take(SLASH) is None:
        return False
    start = scanner.pos
    words, ends = _take_words(scanner)
    if not words or not why_organization(words):
        scanner.pos = end
        return False
    listing.close_with_organization(_text(scanner, start, ends[-1]), Span(start, ends[-1]))
    return True


def _take_where(scanner: Scanner, listing: Listing) -> bool:
    end = scanner.pos
    scanner.take(GAP)
    place = take_place(scanner)
    if place is None:
        scanner.pos = end
        return False
    listing.close_with_place(place)
    return True


def take_place(scanner: Scanner) -> str | None:
    """``in Rochester, New Hampshire``, ``aboard Air Force One``: the place at the cursor, its preposition off."""
    start = scanner.pos
    kept = scanner.take(ABOARD)
    begin = start
    if kept is None:
        if scanner.take(IN) is None:
            return None
        scanner.take(SPACE)
        begin = scanner.pos
        scanner.take(ABOARD)
        scanner.take(NEAR)
    end = _take_place_name(scanner)
    if end is None:
        scanner.pos = start
        return None
    scanner.pos = end
    _take_region(scanner)
    _take_second_place(scanner)
    return _text(scanner, begin, scanner.pos).removeprefix("on ")


_PLACE_SMALL = frozenset(["of", "de", "la", "del", "las", "los", "al", "the", "and"])


def _take_place_name(scanner: Scanner) -> int | None:
    end = None
    for _ in range(_MOST_WORDS):
        if end is not None and take_phrase(scanner, "credit_leads"):  # in London Writing by
            break
        found = scanner.take(WORD)
        if found is None:
            break
        word = found[0].rstrip(".") if not found[0][:2].isupper() else found[0]
        if any(map(str.isupper, word)):
            stopped = found[0].endswith(".") and len(found[0]) > _LONGEST_STOPPED + 1
            end = scanner.pos - stopped
            if stopped:
                break
        elif words_key(word) not in _PLACE_SMALL - {"and"} or (end is None and word != "the"):
            break
        if scanner.take(GAP) is None:
            break
    return end


def _take_second_place(scanner: Scanner) -> None:
    """Step over `` and Hanover, New Hampshire`` where the sentence ends behind it: one person, two places."""
    start = scanner.pos
    if scanner.take(AND) is None:
        return
    end = _take_place_name(scanner)
    if end is None:
        scanner.pos = start
        return
    scanner.pos = end
    _take_region(scanner)
    name = scanner.text[start:end].split(None, 1)[1]
    if not scanner.sees(SENTENCE_END) or not (scanner.pos > end or known_city(name)):
        scanner.pos = start


AND = Token(rf"{BLANK}and{BLANK}")
NEAR = Token(rf"(?:near|outside){BLANK}")
SENTENCE_END = Token(rf"{BLANK}{{0,3}}(?:[.;)]|$)")
COMMA = Token(rf",{BLANK}?")


def _take_region(scanner: Scanner) -> None:
    end = scanner.pos
    if scanner.take(COMMA) is None or take_qualifier(scanner) is None:
        scanner.pos = end
