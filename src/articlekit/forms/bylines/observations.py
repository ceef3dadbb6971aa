"""
What can be seen of the words of a byline: a closed list of observations, which weigh for or against each kind of part.

    first.C inner.C last.C   a word of class C begins the part, stands inside it, ends it
    next.C                   no mark stands behind the part, but a word of class C
    words.N                  the part has N words
    before.M behind.M        the mark M in front of the part, behind it
    after.K.M                a part of kind K stands before, and the mark M between them
    whole.W                  what the part is as a whole: a known name, a role, a place

Code says what can be seen; ``byline_weights.tsv`` says what it is worth (see ``tests/recipes/byline_weights.py``).
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from articlekit.forms.names import initials, is_family_name, is_given_name, nameable
from articlekit.forms.organizations import (
    is_domain,
    known_at,
    known_organization,
    known_tail,
    names_agency,
    why_organization,
)
from articlekit.forms.roles import in_role, is_modifier, is_role, is_role_word
from articlekit.lexicon.calendar import months
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases
from articlekit.remembering import remembered

__all__ = ["KINDS", "PartKind", "is_small", "is_title", "of_part", "of_word", "possible_kinds"]


class PartKind(StrEnum):
    """What a part of a byline names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ROLE = "role"
    LOCATION = "location"
    COLLECTIVE = "collective"
    LINK = "link"
    OTHER = "other"


KINDS = tuple(PartKind)
_CLASSES = {
    "particle": "particles",
    "honorific": "honorifics",
    "credential": "credentials",
    "suffix": "suffixes",
    "section": "section_words",
    "organization": "organization_words",
    "collective": "collective_endings",
}
_MOST = {PartKind.PERSON: 6, PartKind.LOCATION: 4, PartKind.OTHER: 1, PartKind.LINK: 3}
_ACRONYM = range(2, 7)  # letters
_FEW = 4  # words that are counted one by one


@remembered(8192)
def of_word(word: str) -> tuple[str, ...]:
    """The classes of a word: what the lexicon knows it as, and how it is written."""
    key = words_key(word)
    bare = key.rstrip(".")
    found = [name for name, table in _CLASSES.items() if key in phrases(table) or bare in phrases(table)]
    found += [name for name, test in _TESTS if test(word)]
    if not any(name in _KNOWN for name in found):
        found.append("unknown")
    return tuple(found) + _written(word)


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("given", is_given_name),
    ("family", is_family_name),
    ("role", is_role_word),
    ("modifier", is_modifier),
    ("city", known_city),
    ("region", lambda word: qualifier(word) is not None),
    ("initial", initials),
    ("known", known_organization),
)
_KNOWN = frozenset((*_CLASSES, *(name for name, _ in _TESTS)))


def _written(word: str) -> tuple[str, ...]:
    """How a word is written: in capitals, small, with a figure, as an address."""
    letters = "".join(c for c in word if c.isalpha())
    small = (f"small.{word.casefold()}",) if is_small(word) else ()
    return (*(name for name, test in _WRITTEN if test(word, letters)), *small)


_WRITTEN: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("figure", lambda word, _: any(map(str.isdigit, word))),
    ("domain", lambda word, _: is_domain(word)),
    ("acronym", lambda word, letters: word.isupper() and len(letters) in _ACRONYM),
    ("capitals", lambda word, letters: word.isupper() and len(letters) > _ACRONYM[-1]),
    ("small", lambda word, _: word.islower()),
    ("caseless", lambda _, letters: bool(letters) and letters.upper() == letters.lower()),
    ("camel", lambda word, _: any(map(str.isupper, word[1:])) and any(map(str.islower, word))),
    ("owner", lambda word, _: _is_owner(word)),
)


_SMALL = frozenset(("of", "for", "the", "at", "in", "to", "from", "on", "für", "der", "de", "des"))


def _is_prose(word: str) -> bool:
    """Whether *word* is in no name of a house or place: a small one other than those that join such names; ``For``."""
    return (word.islower() and not (is_small(word) or words_key(word) in phrases("particles"))) or word == "For"


def is_small(word: str) -> bool:
    """Whether *word* is one of those that join names of houses and places: ``for``, ``of``, ``the``."""
    return word.casefold() in _SMALL


def is_title(word: str) -> bool:
    """Whether *word* is a title that only a name follows: ``Dr.``, ``Prof.``, ``Sgt.``."""
    return words_key(word) in phrases("honorifics") and (word.endswith(".") or len(word) <= _SHORT_TITLE)


_SHORT_TITLE = 4


def possible_kinds(words: Sequence[str], joined: Sequence[str]) -> tuple[PartKind, ...]:
    """The kinds of part that grammar lets *words* be, whose inner marks are *joined*."""
    kinds = _kinds_for_certain(words) or tuple(kind for kind in KINDS if len(words) <= _MOST.get(kind, len(words)))
    return tuple(kind for kind in kinds if _GRAMMAR[kind](words, joined))


def _kinds_for_certain(words: Sequence[str]) -> tuple[PartKind, ...]:
    """The one kind that a title, a suffix or the name of a site shows; nothing where none of them stands there."""
    if is_title(words[0]) or any("suffix" in of_word(word) for word in words[1:]):
        return (PartKind.PERSON,)
    return (PartKind.ORGANIZATION,) if any(map(is_domain, words)) else ()


def _may_be_person(words: Sequence[str], joined: Sequence[str]) -> bool:
    """Whether *words* can be a name, and no house, nor a name and a role in a script without case."""
    if "and" in joined or ("suffix" in of_word(words[0]) and not initials(words[0])) or not nameable(words):
        return False
    if len(words) > _PAIR and tuple(words[: len(words) // 2]) == tuple(words[-(len(words) // 2) :]):
        return False  # a name, and the caption of its portrait
    if known_organization(" ".join(words)) or (names_agency(words[-1]) and words[-1].isupper()):
        return False
    if _opens_with_role(words):
        return False
    return len(words) == 1 or not is_role_word(words[-1]) or "caseless" not in of_word(words[-1])


def _opens_with_role(words: Sequence[str]) -> bool:
    """``Editor Grace Bell``; not ``Professor Grace Bell``, whose title is part of the name, nor ``Hunter Ada Bell``."""
    role = is_role_word(words[0]) and not is_given_name(words[0]) and words[0] not in phrases("honorifics")
    return role and len(words) > 1 and is_given_name(words[1])


def _may_be_organization(words: Sequence[str], joined: Sequence[str]) -> bool:
    """``Center for Harbor Studies``; small words only to join, ``and`` only in what looks like a house."""
    if known_organization(" ".join(words)):
        return True
    if "and" in joined and why_organization(words) is None:
        return False
    if _owns_somebody(words) or _is_day(words):
        return False
    opens = (not words[0].islower() and words[0] != "Of") or "domain" in of_word(words[0])
    return opens and not any(map(_is_prose, words[1:]))


def _is_day(words: Sequence[str]) -> bool:
    """``Jan. 32``: a month and a figure, though no day."""
    return len(words) == _PAIR and words_key(words[0]).rstrip(".") in months() and words[1].isdecimal()


def _owns_somebody(words: Sequence[str]) -> bool:
    """``The Ledger's Ada Quill``: a name behind the house that it belongs to."""
    behind = zip(words, words[1:], words[2:], strict=False)
    return any(_is_owner(word) and _may_be_named(*name) for word, *name in behind)


def _is_owner(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def _may_be_role(words: Sequence[str], _: Sequence[str]) -> bool:
    """``Editor at Large``; not ``Correspondent in Toulouse``, a role and a place, nor ``Editor Ada Quill``."""
    placed = any(
        mapping("role_connectors").get(words_key(word)) == "location" and known_city(" ".join(words[i:]))
        for i, word in enumerate(words, 1)
    )
    leads = len(words) > 1 and words_key(words[-1]) in mapping("role_connectors")
    fixed = words_key(" ".join(words)) in mapping("role_connectors")
    return fixed or (not placed and not leads and any(map(is_role_word, words)) and not _introduces(words))


def _introduces(words: Sequence[str]) -> bool:
    """Whether a role in *words* has a name right behind it: ``editor Ada Quill and reporter``."""
    behind = zip(words, words[1:], words[2:], strict=False)
    return any(is_role_word(word) and _may_be_named(*name) for word, *name in behind)


def _may_be_named(given: str, family: str) -> bool:
    """Whether two words may name somebody: ``Ada Quill``; not ``Sports and``, nor ``Washington Bureau``."""
    other = {"organization", "collective", "section"}.intersection(of_word(family))
    return is_given_name(given) and not in_role(given) and not other and family[0].isupper() and not in_role(family)


def _may_be_place(words: Sequence[str], joined: Sequence[str]) -> bool:
    return not any(joined) and not words[0].islower() and not any(map(_is_prose, words[1:]))


def _may_be_collective(words: Sequence[str], joined: Sequence[str]) -> bool:
    """``Harbor Ledger staff``; not ``Ada Quill of the Ledger staff``, ``Quill and staff``, ``in Oslo and agencies``."""
    if words[0].islower() and mapping("role_connectors").get(words_key(words[0])) == "location":
        return False
    listed = "and" in joined or any(map(is_small, words[1:-1]))
    if _introduces(words) or (listed and len(words) > _PAIR and _may_be_named(*words[:_PAIR])):
        return False
    return any(words_key(" ".join(words[i:])) in phrases("collective_endings") for i in range(len(words)))


def _may_link(words: Sequence[str], joined: Sequence[str]) -> bool:
    text = words_key(" ".join(words))
    leads = mapping("role_connectors").get(text, "role") != "role"
    return not any(joined) and (leads or (len(words) == 1 and text in phrases("articles")))


def _may_be_other(_: Sequence[str], joined: Sequence[str]) -> bool:
    return not any(joined)


_GRAMMAR = {
    PartKind.PERSON: _may_be_person,
    PartKind.ORGANIZATION: _may_be_organization,
    PartKind.ROLE: _may_be_role,
    PartKind.LOCATION: _may_be_place,
    PartKind.COLLECTIVE: _may_be_collective,
    PartKind.LINK: _may_link,
    PartKind.OTHER: _may_be_other,
}


def of_part(words: Sequence[str], joined: Sequence[str]) -> tuple[str, ...]:
    """What a part is as a whole."""
    return _of_part(" ".join(words), any(mark == "and" for mark in joined), "glue" in joined)


@remembered(8192)
def _of_part(text: str, listed: bool, glued: bool) -> tuple[str, ...]:  # noqa: FBT001  (a key of what is remembered)
    words = text.split()
    found = [f"words.{len(words)}" if len(words) <= _FEW else "words.more"]
    found += [f"whole.{name}" for name, test in _WHOLE if test(words, text)]
    given = is_given_name(words[0])
    if (why := why_organization(words)) is not None:
        found.append(f"whole.organization-{why}{'-behind-given-name' if given and len(words) > 1 else ''}")
    if len(words) > 1:
        found.append(f"whole.{_named(words[0], is_given_name)}-{_named(words[-1], is_family_name)}")
        found += [f"{place}.known-organization" for place, test in _ENDS if test(words)]
    if not (known_city(text) or qualifier(text)):
        found.append("whole.unknown-place")
    cases = {word.isupper() for word in words if sum(map(str.isalpha, word)) > 1}
    if len(cases) > 1:
        found.append("whole.mixed-case")
    if listed:
        found.append("whole.listed")
    if glued:
        found.append("whole.glued")
    return tuple(found)


def _named(word: str, test: Callable[[str], bool]) -> str:
    """How much a name's first or last word shows that it is a person's."""
    if test(word):
        return "named"
    return "known" if any(name in _KNOWN for name in of_word(word)) else "unknown"


_PAIR = 2
_ENDS: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
    ("head", lambda words: known_at(words, 0) not in (None, len(words))),
    ("tail", known_tail),
)
_WHOLE: tuple[tuple[str, Callable[[Sequence[str], str], bool]], ...] = (
    ("city", lambda _, text: known_city(text)),
    ("region", lambda _, text: qualifier(text) is not None),
    ("role", lambda words, _: is_role(words)),
    ("role-ends", lambda words, _: is_role_word(words[-1])),
    ("role-begins", lambda words, _: is_role_word(words[0])),
    ("owned-role", lambda words, _: len(words) > _PAIR and is_role_word(words[-1]) and "of" not in words),
    ("collective", lambda _, text: words_key(text) in phrases("collective_endings")),
    ("connector", lambda _, text: words_key(text) in mapping("role_connectors")),
)
