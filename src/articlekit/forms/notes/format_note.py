"""Contributor notes in AP style."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from articlekit.errors import WriteError
from articlekit.forms.notes.note_rules import RULES
from articlekit.grammar import Scanner, first_match
from articlekit.model import Contributor, ContributorNote, Credit, CreditRole

__all__ = ["format_contributor_note"]

_LEADS = {
    CreditRole.CONTRIBUTING: "With assistance from",
    CreditRole.PHOTOGRAPHY: "Photos by",
    CreditRole.VIDEO: "Video by",
    CreditRole.GRAPHICS: "Graphics by",
    CreditRole.ILLUSTRATION: "Illustrations by",
    CreditRole.INTERVIEWS: "Interviews by",
    CreditRole.PRODUCTION: "Produced by",
    CreditRole.TRANSLATION: "Translated by",
    CreditRole.COMPILATION: "Compiled by",
}


def format_contributor_note(note: ContributorNote) -> str:
    """
    *note* in AP style: ``Associated Press writers Ada Quill in Kyiv and Tom Reed contributed to this report.``.

    ``parse_contributor_note`` reads it back to an equal value.

    Raises:
        WriteError: no note says this, as where one of two people of one organisation has a place and the
            other, named before, has none.

    >>> quill = Contributor("Ada Quill", role="writer", organization="Associated Press", location="Kyiv")
    >>> format_contributor_note(ContributorNote((Credit(CreditRole.CONTRIBUTING, (quill,), ("Associated Press",)),)))
    'Associated Press writer Ada Quill in Kyiv contributed to this report.'
    """
    text = " ".join(_sentence(credit) for credit in note.credits)
    if not _reads_back(text, note):
        raise WriteError(f"no contributor note says {note!r:.200}")
    return text


def _sentence(credit: Credit) -> str:
    """The first way to write *credit* that reads back."""
    sentences = list(_sentences(credit))
    return next((s for s in sentences if _reads_back(s, ContributorNote((credit,)))), sentences[0])


def _sentences(credit: Credit) -> Iterator[str]:
    lead = _LEADS.get(credit.role, f"{credit.role.value.capitalize()} by")
    for items in _item_lists(credit):
        if credit.role is CreditRole.CONTRIBUTING:
            yield f"{_listed(items)} contributed to this report."
        if credit.role is CreditRole.REPORTING:
            yield f"{_listed(items)} contributed reporting."
        if credit.role is CreditRole.RESEARCH:
            yield f"{_listed(items)} contributed research."
        yield f"{lead} {_listed(items)}."
        if credit.role is CreditRole.CONTRIBUTING:
            yield f"Information for this article was contributed by {_listed(items)}."


def _item_lists(credit: Credit) -> Iterator[list[str]]:
    """People by their affiliation, and the organisations that are nobody's."""
    owned = {person.organization for person in credit.people}
    alone = [name for name in credit.organizations if name not in owned]
    yield [*_led(credit.people), *alone]
    yield [*_owned(credit.people), *alone]
    yield [*alone, *_led(credit.people)]


def _led(people: Sequence[Contributor]) -> list[str]:
    """``CNN's Ada Quill``, ``Associated Press writers Ada Quill``: the affiliation in front of each group."""
    items: list[str] = []
    for (organization, role), group in groupby(people, key=lambda p: (p.organization, p.role)):
        names = [_named(person) for person in group]
        if organization and role:
            names[0] = f"{organization} {role} {names[0]}"
        elif organization:
            names[0] = f"{organization}'s {names[0]}"
        elif role:
            names[0] = f"{role.capitalize()} {names[0]}"
        items += names
    return items


def _owned(people: Sequence[Contributor]) -> list[str]:
    """``Ada Quill and Tom Reed of The Associated Press``: the affiliation behind each group."""
    items: list[str] = []
    for organization, group in groupby(people, key=lambda p: p.organization):
        names = [_named(person) for person in group]
        if organization:
            names[-1] += f" of {organization}"
        items += names
    return items


def _named(person: Contributor) -> str:
    name = " ".join(filter(None, (person.honorific, person.name)))
    name = ", ".join(filter(None, (name, person.credentials)))
    if not person.location:
        return name
    aboard = person.location.startswith(("aboard ", "on aboard "))
    return f"{name} {person.location}" if aboard else f"{name} in {person.location}"


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def _reads_back(text: str, note: ContributorNote) -> bool:
    found = first_match(RULES, Scanner(text))
    return found is not None and found.value == note and found.span.end == len(text)
