"""Roles in front of names: ``By AP writer Ada Quill and city editor Tom Reed``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlekit.forms.bylines.observations import PartKind
from articlekit.forms.bylines.parts import Part
from articlekit.forms.bylines.pieces import Kind, Piece
from articlekit.forms.roles import is_role_word
from articlekit.lexicon.words import longest_head
from articlekit.span import Span

__all__ = ["Introduction", "with_introductions"]


class Introduction(NamedTuple):
    """A person behind the *role* that introduces them, and behind its *house*: ``AP writer Ada Quill``."""

    house: Part | None
    role: Part
    person: Part


def with_introductions(found: Sequence[Part | Piece]) -> Iterator[Part | Piece | Introduction]:
    """*found*, each person who is introduced by a role in one with it; titles are of the name."""
    at, others = 0, False
    while at < len(found):
        introduction = _introduction(found[at : at + 3]) if _may_introduce(found, at, others=others) else None
        if introduction is not None and _is_title(introduction.role):
            yield _titled(introduction)
            at += 2
        elif introduction is None:
            yield found[at]
            others = others and found[at].kind is not Kind.LABEL
            at += 1
        else:
            yield introduction
            others = True
            at += sum(part is not None for part in introduction)


def _is_title(role: Part) -> bool:
    """``Professor``, ``Rabbi``: what is part of a name rather than a role."""
    return longest_head(role.words, "honorifics") == len(role.words)


def _titled(found: Introduction) -> Part:
    """A person with the title in front."""
    span = Span(found.role.span.start, found.person.span.end)
    return Part(PartKind.PERSON, found.role.words + found.person.words, span)


def _may_introduce(found: Sequence[Part | Piece], at: int, *, others: bool) -> bool:
    """Whether somebody may be introduced at *at*: behind a label or *and*, behind a comma where *others* are so."""
    if at == 0:
        return True
    mark = found[at - 1]
    return mark.kind in (Kind.LABEL, Kind.AND) or (mark.kind is Kind.COMMA and others)


def _introduction(found: Sequence[Part | Piece]) -> Introduction | None:
    """``AP writer Ada Quill``, ``city editor Tom Reed``: the parts that *found* begins with, with no mark between."""
    parts: list[Part] = []
    for part in found:
        if not isinstance(part, Part):
            break
        parts.append(part)
    kinds = tuple(part.kind for part in parts)
    if kinds[:2] in _INTRODUCED and is_role_word(parts[0].words[-1].removesuffix("s")):
        return Introduction(None, parts[0], parts[1])
    return Introduction(*parts) if kinds == (PartKind.ORGANIZATION, PartKind.ROLE, PartKind.PERSON) else None


_INTRODUCED = ((PartKind.ROLE, PartKind.PERSON), (PartKind.COLLECTIVE, PartKind.PERSON))
