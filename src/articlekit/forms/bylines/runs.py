"""
A run of words between two marks of a byline, taken apart.

    run = person [qualifier] / qualifier / collective

Where nothing marks the boundary, case does (``ERIC MARSH Associated Press``), then known names,
roles, and words that only organisations carry.
"""

from collections.abc import Sequence
from functools import lru_cache

from articlekit.forms.bylines.qualifiers import Part, PartKind, connector, qualifier_parts, words_text
from articlekit.forms.names import has_given_name, is_name, person
from articlekit.forms.organizations import known_at, known_organization, why_organization
from articlekit.forms.roles import is_role, role_at, role_tail
from articlekit.lexicon.geography import known_city
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases, widest

__all__ = ["run_parts"]

_PERSON = 2  # words in the shortest whole name
_ROLE_HEAD_ALONE = 1
_MAC_CAPITALS = 2  # capitals of a mixed-case name such as McNeil


def run_parts(words: Sequence[str], before: PartKind | None) -> tuple[Part, ...]:
    """
    The parts of a run.

    *before* is what the byline has named in front of it: a person, else an organisation, else
    nothing. Names recur in any corpus, so answers are remembered.
    """
    return _run_parts(" ".join(_once(words)), before)


@lru_cache(maxsize=4096)
def _run_parts(text: str, before: PartKind | None) -> tuple[Part, ...]:
    words = text.split()
    if _only_qualifies(words, before):
        return qualifier_parts(words)
    if before is not PartKind.PERSON and (collective := _collective(words)):
        return collective
    if known_organization(" ".join(words)):
        return (Part(PartKind.ORGANIZATION, " ".join(words), "known"),)
    if known_at(words, 0) and role_tail(words) < len(words):
        return qualifier_parts(words)
    cut, why = _boundary(words)
    named = person(words[:cut]) if cut else None
    if named is None:
        return qualifier_parts(words)
    return (Part(PartKind.PERSON, " ".join(words[:cut]), why, named), *qualifier_parts(words[cut:]))


def _once(words: Sequence[str]) -> Sequence[str]:
    """``Ada Quill Ada Quill``, a name and the caption of its portrait: the name."""
    half, odd = divmod(len(words), 2)
    return words[:half] if half >= _PERSON and not odd and words[:half] == words[half:] else words


# --------------------------------------------------------------------------- collectives


def _collective(words: Sequence[str]) -> tuple[Part, ...]:
    """``TOI staff``, ``The Penny Hoarder Staff``, ``Staff Reports``; not ``Evan Marsh Staff Writer``."""
    text = " ".join(words)
    for count in range(min(len(words), widest("collective_endings")), 0, -1):
        if words_key(" ".join(words[-count:])) not in phrases("collective_endings"):
            continue
        before = [word for word in words[:-count] if not word.islower()]
        if len(before) >= _PERSON and not _stands_for_staff(before, words[-count:]):
            return ()
        return (Part(PartKind.COLLECTIVE, text, "collective"), *_owner(before))
    return ()


def _stands_for_staff(before: Sequence[str], ending: Sequence[str]) -> bool:
    """Whether the words before an ending are an organisation and no person."""
    nobody = not has_given_name(before)
    owned = nobody and (_is_one_organization(before) or words_key(ending[-1]) == "staff")
    return owned or words_key(" ".join(ending)) in phrases("staff_endings")


def _owner(words: Sequence[str]) -> tuple[Part, ...]:
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    owned = name and not any(map(str.isdigit, name)) and name.casefold() not in ("the", "our")
    return (Part(PartKind.ORGANIZATION, name, "collective"),) if owned else ()


# --------------------------------------------------------------------------- where the name ends


def _only_qualifies(words: Sequence[str], before: PartKind | None) -> bool:
    """Whether a run says more about who stands before it, as ``Staff Writer`` does, and names nobody else."""
    if before is None:
        return False
    if before is PartKind.ORGANIZATION:
        return is_role(words) or known_city(words_text(words))
    if not has_given_name(words) and (known_city(words_text(words)) or _is_one_organization(words)):
        return True
    if len(words) == _PERSON + 1 and why_organization(words) == "word":  # , Harbor High School
        return True
    if connector(words, 0) or is_role(words) or words_key(words_text(words)) in phrases("collective_endings"):
        return True
    leading = words[: role_tail(words)]
    return len(leading) < len(words) and (
        known_at(words, 0) is not None or (bool(leading) and why_organization(leading) is not None)
    )


def _is_one_organization(words: Sequence[str]) -> bool:
    """``Northeast Ohio Media Group``; not ``GEOFF MARSH Associated Press``."""
    return why_organization(words) is not None and not any(
        _changes_case(words, cut) or _is_known(words, cut) for cut in range(_PERSON, len(words))
    )


def _boundary(words: Sequence[str]) -> tuple[int, str]:
    """The number of words that the name at the head of *words* has, and the evidence for its end."""
    shortest = _shortest_name(words)
    evidence = ((cut, _why_qualifier(words, cut)) for cut in range(1, len(words)))
    end, why = next(((c, w) for c, w in evidence if w and (c >= shortest or w in ("known", "role"))), (0, ""))
    unmarked = not why or (why == "role" and end > shortest)
    if unmarked and has_given_name(words) and _owned_by_organization(words[shortest:]):
        return shortest, "given-name"
    if end:
        return end, why
    if shortest < len(words) and why_organization(words[shortest:]) == "word" and len(words) - shortest > 1:
        return shortest, "word"
    if why_organization(words) and not (len(words) == _PERSON and is_name(words) and why_organization(words) == "mark"):
        return 0, "organization"
    return len(words), "name"


def _owned_by_organization(words: Sequence[str]) -> bool:
    """``Harbor Times business reporter``: what stands before the role is an organisation, whole."""
    owner = words[: role_tail(words)]
    why = why_organization(owner) if owner else None
    return why in ("mark", "domain") or (why == "word" and len(owner) >= _PERSON)


def _why_qualifier(words: Sequence[str], cut: int) -> str | None:
    """The evidence that something other than the name begins at word *cut*; None where nothing shows it."""
    return next((why for why, test in _BOUNDARIES if test(words, cut)), None)


def _is_known(words: Sequence[str], cut: int) -> bool:
    return known_at(words, cut) is not None


def _is_connector(words: Sequence[str], cut: int) -> bool:
    return connector(words, cut) > 0


def _is_role(words: Sequence[str], cut: int) -> bool:
    """A role to the end, or one of two words and more: a single word may be a name (``Cook``, ``Fellow``)."""
    end = role_at(words, cut) or 0
    return end == len(words) or end > cut + _ROLE_HEAD_ALONE


def _changes_case(words: Sequence[str], cut: int) -> bool:
    """``ERIC MARSH Associated``, ``Rosa Lind business``; not ``Iljitsch van`` nor ``JOHN McNEIL``."""
    quieter = _shouted(words[:cut]) and not _shouted(words[cut : cut + 1])
    return (quieter or words[cut].islower()) and not _belongs_to_name(words[cut])


def _is_marked(words: Sequence[str], cut: int) -> bool:
    """A digit, a web address, a capital inside a word."""
    return any(map(str.isdigit, words[cut])) or why_organization(words[cut : cut + 1]) in ("domain", "mark")


def _is_article(words: Sequence[str], cut: int) -> bool:
    return words[cut].casefold() == "the" and cut + 1 < len(words)


#: the surest first
_BOUNDARIES = (
    ("known", _is_known),
    ("connector", _is_connector),
    ("role", _is_role),
    ("case", _changes_case),
    ("mark", _is_marked),
    ("the", _is_article),
)


def _shouted(words: Sequence[str]) -> bool:
    long = [word for word in words if sum(map(str.isalpha, word)) > 1]
    return bool(long) and all(word.isupper() or sum(map(str.isupper, word)) > _MAC_CAPITALS for word in long)


def _belongs_to_name(word: str) -> bool:
    """Particles, suffixes and initials, which have a case of their own."""
    folded = words_key(word.strip(","))
    return folded in phrases("particles") or folded in mapping("suffixes") or len(word.rstrip(".")) <= 1


def _shortest_name(words: Sequence[str]) -> int:
    """The words that a name needs at the least: ``Katie J.M. Baker``, ``Iljitsch van Beek``, ``Tech. Sgt. Ada Roe``."""
    end, plain = 0, 0
    while end < len(words) and plain < _PERSON:
        stops = words[end].endswith(".") or len(words[end]) == 1
        plain += not (stops or words_key(words[end]) in phrases("particles"))
        end += 1
    while end < len(words) and words_key(words[end].strip(",")) in mapping("suffixes"):
        end += 1
    return end
