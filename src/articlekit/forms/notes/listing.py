"""What a clause of a contributor note has named so far, and whom the next words are about."""

from collections.abc import Iterator

from attrs import evolve

from articlekit.model import Contributor, Credit, CreditRole
from articlekit.span import Span

__all__ = ["Listing"]


class Listing:
    """The people and organisations of a clause while it is read, in printed order, and where their names stand."""

    def __init__(self) -> None:
        self._people: list[tuple[Contributor, Span]] = []
        self._organizations: dict[str, Span] = {}
        self._possessor: str | None = None
        self._role: str | None = None
        self._unplaced = 0
        self._unowned = 0

    def __bool__(self) -> bool:
        return bool(self._people or self._organizations)

    @property
    def count(self) -> int:
        """How many people it names."""
        return len(self._people)

    def credit(self, role: str) -> Credit:
        """What its people and organisations did."""
        return Credit(CreditRole(role), tuple(who for who, _ in self._people), tuple(self._organizations))

    def notes(self) -> Iterator[tuple[str, Span]]:
        """The path of each name in the credit, and where it stands."""
        for number, (_, span) in enumerate(self._people):
            yield f"people[{number}].name", span
        for number, span in enumerate(self._organizations.values()):
            yield f"organizations[{number}]", span

    def add_person(self, who: Contributor, span: Span) -> None:
        """One more person, of the organisation and role that lead the run."""
        owner = who.organization or self._possessor
        self._people.append((evolve(who, organization=owner, role=who.role or self._role), span))

    def lead(self, organization: str | None, role: str | None, span: Span) -> None:
        """``CNN's``, ``Associated Press writers``: said of every name that follows, until the next such lead."""
        self._possessor, self._role = organization, role
        self._unplaced = self._unowned = len(self._people)
        if organization:
            self.add_organization(organization, span)

    def end_lead(self) -> None:
        """What led the names so far is not said of those that follow."""
        self._possessor = self._role = None
        self._unplaced = self._unowned = len(self._people)

    def add_organization(self, name: str, span: Span) -> None:
        """An organisation that contributed, or that a person belongs to; each once."""
        self._organizations.setdefault(name, span)

    def close_with_place(self, place: str) -> None:
        """``in Kabul``: where everybody is who has no place yet."""
        for i in range(self._unplaced, len(self._people)):
            self._change(i, location=self._people[i][0].location or place)
        self._unplaced = len(self._people)

    def close_with_organization(self, name: str, span: Span) -> None:
        """``of The Associated Press``: whose everybody is who has no organisation yet."""
        for i in range(self._unowned, len(self._people)):
            self._change(i, organization=self._people[i][0].organization or name)
        self._unowned = len(self._people)
        self.add_organization(name, span)

    def set_last(self, **parts: str) -> None:
        """Something that is said of the last person alone."""
        self._change(-1, **parts)

    def all_placed(self, since: int) -> bool:
        """Whether it names people behind the first *since*, and says of each where."""
        return len(self._people) > since and all(who.location for who, _ in self._people[since:])

    def forget(self, since: int) -> None:
        """Forget the people behind the first *since*."""
        del self._people[since:]

    def _change(self, number: int, **parts: str) -> None:
        who, span = self._people[number]
        self._people[number] = evolve(who, **parts), span
