"""
What stands behind a name in a byline: an organisation, a role, a place.

    qualifier = connector (organisation / place) / [organisation] role / role [organisation] / organisation
"""

from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from articlekit.forms.names import Person
from articlekit.forms.organizations import known_at, why_organization
from articlekit.forms.roles import role_at, role_tail
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases, widest

__all__ = ["Part", "PartKind", "connector", "credentials_in_front", "qualifier_parts", "words_text"]


class PartKind(Enum):
    """What a part of a run names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ROLE = "role"
    LOCATION = "location"
    COLLECTIVE = "collective"
    UNKNOWN = "unknown"


@frozen
class Part:
    """A part of a run: what it is, its words as written, the evidence, and the person where it is one."""

    kind: PartKind
    text: str
    why: str
    person: Person | None = None


def connector(words: Sequence[str], start: int) -> int:
    """The number of words in the connector at *start*: ``Special to``, ``for the``, ``in``; 0 where there is none."""
    for count in range(min(widest("role_connectors"), len(words) - start - 1), 0, -1):
        phrase = words_key(" ".join(words[start : start + count]))
        if phrase in mapping("role_connectors") and (count > 1 or words[start].islower() or phrase in ("for", "in")):
            return count
    return 0


def qualifier_parts(words: Sequence[str]) -> tuple[Part, ...]:
    """The organisation, role and place in the words behind a name, in printed order."""
    if not words:
        return ()
    return next(parts for reader in _QUALIFIERS if (parts := reader(words)))


def _organization(words: Sequence[str]) -> tuple[Part, ...]:
    why = why_organization(words)
    return (Part(PartKind.ORGANIZATION, words_text(words), why),) if why else ()


def _place_or_unknown(words: Sequence[str]) -> tuple[Part, ...]:
    located = known_city(words_text(words)) or qualifier(words_text(words)) is not None
    return (
        Part(PartKind.LOCATION if located else PartKind.UNKNOWN, words_text(words), "place" if located else "unknown"),
    )


def words_text(words: Sequence[str]) -> str:
    """The words as one text, without commas at its ends."""
    return " ".join(words).strip(",")


def _connected(words: Sequence[str]) -> tuple[Part, ...]:
    """``Special to The Courier``, ``for the Mail``, ``in Arusha``."""
    count = connector(words, 0)
    if not count:
        return ()
    phrase, rest = " ".join(words[:count]), words[count:]
    leads_to = mapping("role_connectors")[words_key(phrase)]
    if leads_to == "location":
        return (Part(PartKind.LOCATION, words_text(rest), "connector"),)
    if rest[0] == "the":
        rest = rest[1:]
    tail = role_tail(rest)
    organization = Part(PartKind.ORGANIZATION, words_text(rest[:tail] or rest), "connector")
    if leads_to == "role":
        return (Part(PartKind.ROLE, phrase, "connector"), organization)
    return (
        (organization, Part(PartKind.ROLE, words_text(rest[tail:]), "role"))
        if 0 < tail < len(rest)
        else (organization,)
    )


def _behind_known(words: Sequence[str]) -> tuple[Part, ...]:
    """``AP Auto Writer``, ``CNN Senior Supreme Court Analyst``, ``CNN Business``."""
    end = known_at(words, 0)
    if end is None:
        return ()
    organization = Part(PartKind.ORGANIZATION, words_text(words[:end]), "known")
    rest = words[end:]
    if not rest:
        return (organization,)
    if role_tail(rest) < len(rest):
        return (organization, Part(PartKind.ROLE, words_text(rest), "role"))
    if connector(rest, 0) or known_at(rest, 0):
        return (organization, *qualifier_parts(rest))
    return (Part(PartKind.ORGANIZATION, words_text(words), "known"),)


def _role_first(words: Sequence[str]) -> tuple[Part, ...]:
    """``Education reporter BBC News``."""
    end = role_at(words, 0)
    return (Part(PartKind.ROLE, words_text(words[:end]), "role"), *qualifier_parts(words[end:])) if end else ()


def _owned_role(words: Sequence[str]) -> tuple[Part, ...]:
    """``Seattle Times business reporter`` is an organisation's role, ``Deputy Content Hub Director`` a role alone."""
    tail = role_tail(words)
    if tail == len(words):
        return ()
    end = max((i for i in range(1, tail + 1) if why_organization(words[:i])), default=0)
    if not end:
        return (Part(PartKind.ROLE, words_text(words), "role"),)
    return (
        Part(PartKind.ORGANIZATION, words_text(words[:end]), why_organization(words[:end]) or "word"),
        Part(PartKind.ROLE, words_text(words[end:]), "role"),
    )


_QUALIFIERS = (_connected, _behind_known, _role_first, _owned_role, _organization, _place_or_unknown)


def credentials_in_front(words: Sequence[str]) -> int:
    """
    The number of suffixes and credentials at the head of *words*: they belong to the name before.

    >>> credentials_in_front(["Sr."]), credentials_in_front(["MD", "WebMD"]), credentials_in_front(["Ada"])
    (1, 1, 0)
    """
    count = 0
    while count < len(words) and (
        words_key(words[count].strip(",")) in phrases("credentials")
        or words_key(words[count].strip(",")) in mapping("suffixes")
    ):
        count += 1
    return count
