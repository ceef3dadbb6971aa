"""
The parts of a byline put together: who, of what, in which role, where, and when.

An affiliation behind a group of names is everybody's who has none; a role in the singular is the last one's, in the
plural everybody's. A role right in front of a name is that person's (``By AP writer Ada Quill``). What stands behind a
label of another role (``Photography by``) has that role, so editors, reviewers and translators are authors with their
role; what stands behind a label of sources is an organisation.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, NamedTuple

from attrs import evolve

from articlekit.forms.bylines.introductions import Introduction, with_introductions
from articlekit.forms.bylines.observations import PartKind
from articlekit.forms.bylines.parts import Part
from articlekit.forms.bylines.pieces import Kind, Piece
from articlekit.forms.names import parts_of_name, person
from articlekit.forms.organizations import display_organization, known_organization, why_organization
from articlekit.forms.roles import is_plural_role
from articlekit.lexicon.geography import qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases
from articlekit.model import Byline, Contributor
from articlekit.remembering import remembered
from articlekit.span import Span

__all__ = ["Composition", "compose"]

#: texts of labels that give no role: of sources, of a picture's credit (no part of the byline), and unknown ones
_SOURCE, _CREDIT, _UNKNOWN = "source", "credit", "?"

Note = tuple[str, int, int, str]  # path, start, end, rule


class _Shared(NamedTuple):
    """A role in the plural in front of a group, and the house in front: ``AP writers Ada Quill and Tom Reed``."""

    role: str | None = None
    organization: str | None = None


class Composition(NamedTuple):
    """
    What a byline has said so far.

    *group* holds the numbers of the authors whom the next affiliation, place or plural role is about; *shared* is what
    stood in front of them all; *mark* is the mark before the next part; *unread* the words that were not understood.
    """

    authors: tuple[Contributor, ...] = ()
    organizations: tuple[str, ...] = ()
    collective: Span | None = None
    roles: tuple[Span, ...] = ()
    published: Piece | None = None
    updated: Piece | None = None
    unread: tuple[str, ...] = ()
    labelled: bool = False
    notes: tuple[Note, ...] = ()
    label: str = ""
    shared: _Shared = _Shared()
    group: tuple[int, ...] = ()
    affiliated: bool = False
    mark: Kind | None = None
    last: Part | None = None

    @property
    def timed(self) -> bool:
        """Whether it gives a time."""
        return self.published is not None or self.updated is not None

    @property
    def collective_span(self) -> Span | None:
        """Where the collective stands, or a role that stands for nobody named."""
        return self.collective or (self.roles[0] if self.roles and not self.authors else None)

    def byline(self, span: Span, text: str) -> Byline | None:
        """The value, its text being *span* of *text*; None where nothing was understood."""
        at = self.collective_span
        collective = " ".join(at.of(text).split()) if at else None
        published, updated = (piece.moment if piece else None for piece in (self.published, self.updated))
        if not (self.authors or self.organizations or collective or published or updated):
            return None
        return Byline(self.authors, self.organizations, collective, published, updated, span.of(text))


def compose(found: Sequence[Part | Piece]) -> Composition:
    """The composition of *found*, the parts and pieces of a byline in printed order."""
    return reduce(_add, with_introductions(found), Composition())


def _add(so_far: Composition, found: Part | Piece | Introduction) -> Composition:
    if isinstance(found, Introduction):
        whole = so_far.label in (_CREDIT, _SOURCE)
        return reduce(_add, filter(None, found), so_far) if whole else _add_introduced(so_far, found)
    if isinstance(found, Part):
        if so_far.label == _CREDIT:
            return so_far
        return _PARTS[found.kind](so_far, found)._replace(mark=None, last=found)
    reader = _PIECES.get(found.kind)
    if reader is not None:
        return reader(so_far, found)
    return so_far if found.kind in (Kind.NOISE, Kind.WORD) else so_far._replace(mark=found.kind)


# --------------------------------------------------------------------------- pieces


def _add_label(so_far: Composition, piece: Piece) -> Composition:
    known = piece.text != _UNKNOWN
    return so_far._replace(
        labelled=so_far.labelled or known,
        label=piece.text if known else "",
        shared=_Shared(),
        group=(),
        affiliated=False,
        mark=None,
    )


def _add_published(so_far: Composition, piece: Piece) -> Composition:
    if so_far.published is not None:
        return so_far
    return so_far._replace(published=piece, notes=(*so_far.notes, *_time_notes("published", piece)))


def _add_updated(so_far: Composition, piece: Piece) -> Composition:
    if so_far.updated is not None:
        return so_far
    return so_far._replace(updated=piece, notes=(*so_far.notes, *_time_notes("updated", piece)))


def _time_notes(path: str, piece: Piece) -> tuple[Note, ...]:
    """Where a time stands that can be read: ``2019-02-30`` is none."""
    return () if piece.moment is None else ((path, piece.start, piece.end, "byline.time"),)


def _add_email(so_far: Composition, piece: Piece) -> Composition:
    return _change_last(so_far, "email", piece.text)


def _add_handle(so_far: Composition, piece: Piece) -> Composition:
    return _change_last(so_far, "handle", piece.text)


_PIECES: dict[Kind, Callable[[Composition, Piece], Composition]] = {
    Kind.LABEL: _add_label,
    Kind.PUBLISHED: _add_published,
    Kind.UPDATED: _add_updated,
    Kind.EMAIL: _add_email,
    Kind.HANDLE: _add_handle,
}


def _change_last(so_far: Composition, field: str, value: str) -> Composition:
    return _change(so_far, so_far.group[-1:] or _last_number(so_far), field, value)


def _last_number(so_far: Composition) -> tuple[int, ...]:
    return (len(so_far.authors) - 1,) if so_far.authors else ()


def _change(so_far: Composition, numbers: Sequence[int], field: str, value: str) -> Composition:
    """The authors of *numbers* with *value* in *field*, where they have none but what their group shares."""
    change: dict[str, Any] = {field: value}
    if not numbers:
        return so_far
    open_to_change = (None, getattr(so_far.shared, field, None))
    authors = tuple(
        evolve(author, **change) if i in numbers and getattr(author, field) in open_to_change else author
        for i, author in enumerate(so_far.authors)
    )
    return so_far._replace(authors=authors)


# --------------------------------------------------------------------------- parts


def _add_person(so_far: Composition, part: Part) -> Composition:
    role = so_far.label or so_far.shared.role or ""
    author = _contributor(part.words, role) if so_far.label != _SOURCE else None
    if author is None:
        return _add_organization(so_far, part)
    if so_far.last is not None and so_far.last.words == part.words and so_far.mark is None:
        return so_far  # a name, and the caption of its portrait
    author = evolve(author, organization=so_far.shared.organization)
    group = () if so_far.affiliated else so_far.group
    number = len(so_far.authors)
    note = (f"authors[{number}].name", part.span.start, part.span.end, "byline.person")
    return so_far._replace(
        authors=(*so_far.authors, author),
        group=(*group, number),
        affiliated=False,
        notes=(*so_far.notes, note),
    )


def _add_introduced(so_far: Composition, found: Introduction) -> Composition:
    """A person with the role and the house in front; a role in the plural is that of those who follow, too."""
    added = _add_person(so_far, found.person)
    if len(added.authors) == len(so_far.authors):
        return added
    number = len(so_far.authors)
    own = added._replace(group=(number,), mark=None)
    if found.house is not None:
        own = _add_organization(own, found.house)
    own = (_add_staff if found.role.kind is PartKind.COLLECTIVE else _add_role)(own, found.role)
    first = own.authors[number]
    plural = is_plural_role(found.role.text)
    shared = _Shared(first.role, first.organization) if plural else so_far.shared
    return own._replace(group=added.group, affiliated=False, shared=shared, last=found.person)


@remembered(4096)
def _contributor(words: tuple[str, ...], role: str) -> Contributor | None:
    """The person that *words* name, in the role of the label before: the same names sign most of any corpus."""
    who = person(words)
    if who is None:
        return None
    given, family = parts_of_name(who.name)
    return Contributor(
        who.name,
        given=given,
        family=family,
        suffix=who.suffix,
        honorific=who.honorific,
        credentials=who.credentials,
        role=role or None,
    )


def _add_organization(so_far: Composition, part: Part) -> Composition:
    last = so_far.last
    if last is not None and last.kind is PartKind.LOCATION and so_far.mark is Kind.COMMA and qualifier(part.text):
        return _qualify_location(so_far, f"{last.text}, {part.text}")
    name = _house(part.text)
    if name not in so_far.organizations:
        note = (f"organizations[{len(so_far.organizations)}]", part.span.start, part.span.end, "byline.organization")
        so_far = so_far._replace(organizations=(*so_far.organizations, name), notes=(*so_far.notes, note))
    if so_far.mark is Kind.AND:  # "and The Associated Press" is a source of its own
        return so_far
    changed = _change(so_far, so_far.group, "organization", name)
    return changed._replace(affiliated=bool(so_far.group))


def _house(text: str) -> str:
    """The name of an organisation without a possessive, or the full stop of a sentence."""
    name = text.removesuffix("'s").removesuffix("'")
    return display_organization(name[:-1] if name.endswith(".") and known_organization(name[:-1]) else name)


def _add_role(so_far: Composition, part: Part) -> Composition:
    last = so_far.last
    if so_far.mark is Kind.AND and last is not None and last.kind is PartKind.ROLE and so_far.group:
        return _replace_role(so_far, f"{last.text} and {part.text}")
    if not so_far.group:
        return so_far._replace(roles=(*so_far.roles, part.span))
    if so_far.mark is Kind.AND and last is not None and last.kind is PartKind.PERSON:
        return so_far._replace(collective=part.span)  # Ada Quill and staff
    return _change(so_far, so_far.group if is_plural_role(part.text) else so_far.group[-1:], "role", part.text)


def _replace_role(so_far: Composition, role: str) -> Composition:
    number = so_far.group[-1]
    authors = (*so_far.authors[:number], evolve(so_far.authors[number], role=role), *so_far.authors[number + 1 :])
    return so_far._replace(authors=authors)


def _qualify_location(so_far: Composition, place: str) -> Composition:
    """``Augusta, Maine``: the region or country of a place just given."""
    authors = tuple(
        evolve(author, location=place) if author.location and place.startswith(f"{author.location},") else author
        for author in so_far.authors
    )
    return so_far._replace(authors=authors)


def _add_location(so_far: Composition, part: Part) -> Composition:
    return _change(so_far, so_far.group, "location", part.text)


def _add_collective(so_far: Composition, part: Part) -> Composition:
    last = so_far.last
    if so_far.group and so_far.mark is not Kind.AND and not so_far.affiliated:
        return _add_staff(so_far, part)
    joined = so_far.mark in (Kind.AND, Kind.BAR) and last and last.kind in (PartKind.ORGANIZATION, PartKind.COLLECTIVE)
    start = last.span.start if joined and last else part.span.start
    found = so_far._replace(collective=Span(start, part.span.end))
    for owner in _owners(part.words):
        if owner not in found.organizations:
            note = (f"organizations[{len(found.organizations)}]", part.span.start, part.span.end, "byline.organization")
            found = found._replace(organizations=(*found.organizations, owner), notes=(*found.notes, note))
    return found


def _add_staff(so_far: Composition, part: Part) -> Composition:
    """``IGN Staff`` behind a person: the house, and the role."""
    owner = _owner(part.words)
    if owner:
        so_far = _add_organization(so_far, evolve(part, words=tuple(owner.split())))
    return _add_role(so_far, evolve(part, words=part.words[_staff_at(part.words) if owner else 0 :]))


def _owners(words: Sequence[str]) -> list[str]:
    """Each house of ``AFP and TOI staff``; nobody of ``Staff and news service reports``."""
    joints = [i for i, word in enumerate(words) if mapping("and_words").get(words_key(word)) == "any case"]
    stops = [*joints, len(words)]
    houses = [" ".join(words[start:end]) for start, end in zip([0, *(i + 1 for i in joints)], stops, strict=True)]
    *before, last = houses
    return [*(house for house in before if _is_house(house)), *filter(None, (_owner(last.split()),))]


def _is_house(text: str) -> bool:
    """Whether what stands before *and* names a house: ``AFP``; not ``Agencies``, which are nobody."""
    words = text.split()
    return bool(words) and words_key(text) not in phrases("collective_endings") and why_organization(words) is not None


def _owner(words: Sequence[str]) -> str:
    """``TOI`` of ``TOI staff`` and ``Of the TOI staff``; nobody of ``Our Foreign Staff``."""
    before = [word for word in words[: _staff_at(words)] if not word.islower()]
    owner = " ".join(before[1:] if before[:1] == ["Of"] else before)
    bare = owner.removesuffix("'s")
    return "" if words_key(bare) in phrases("articles") or any(map(str.isdigit, bare[:1])) else bare


def _staff_at(words: Sequence[str]) -> int:
    """Where the phrase that *words* end in begins, which stands for people without naming them; 0 if there is none."""
    starts = range(len(words))
    return next((i for i in starts if words_key(" ".join(words[i:])) in phrases("collective_endings")), 0)


def _add_link(so_far: Composition, part: Part) -> Composition:
    last = so_far.last
    if last is not None and last.kind is PartKind.ROLE and so_far.group:
        phrase = f"{last.text} {part.text}"
        if mapping("role_connectors").get(words_key(phrase)) == "role":
            return _replace_role(so_far, phrase)
    return so_far


def _add_other(so_far: Composition, part: Part) -> Composition:
    if words_key(part.text) in phrases("section_words") or known_organization(part.text):
        return so_far
    return so_far._replace(unread=(*so_far.unread, part.text))


_PARTS: dict[PartKind, Callable[[Composition, Part], Composition]] = {
    PartKind.PERSON: _add_person,
    PartKind.ORGANIZATION: _add_organization,
    PartKind.ROLE: _add_role,
    PartKind.LOCATION: _add_location,
    PartKind.COLLECTIVE: _add_collective,
    PartKind.LINK: _add_link,
    PartKind.OTHER: _add_other,
}
