"""What a clause of a contributor note has named so far, and whom the next words are about."""

from attrs import evolve

from articlekit.model import Contributor

__all__ = ["Listing"]


class Listing:
    """The people and organisations of a clause while it is read, in printed order."""

    def __init__(self) -> None:
        self.people: list[Contributor] = []
        self.organizations: list[str] = []
        self._possessor: str | None = None
        self._role: str | None = None
        self._unplaced = 0
        self._unowned = 0

    def add_person(self, who: Contributor) -> None:
        """One more person, of the organisation and role that lead the run."""
        owner = who.organization or self._possessor
        self.people.append(evolve(who, organization=owner, role=who.role or self._role))

    def lead(self, organization: str | None, role: str | None) -> None:
        """``CNN's``, ``Associated Press writers``: said of every name that follows, until the next such lead."""
        self._possessor, self._role = organization, role
        self._unplaced = self._unowned = len(self.people)
        if organization:
            self.add_organization(organization)

    def add_organization(self, name: str) -> None:
        """An organisation that contributed, or that a person belongs to; each once."""
        if name not in self.organizations:
            self.organizations.append(name)

    def close_with_place(self, place: str) -> None:
        """``in Kabul``: where everybody is who has no place yet."""
        for i in range(self._unplaced, len(self.people)):
            self.people[i] = evolve(self.people[i], location=self.people[i].location or place)
        self._unplaced = len(self.people)

    def close_with_organization(self, name: str) -> None:
        """``of The Associated Press``: whose everybody is who has no organisation yet."""
        for i in range(self._unowned, len(self.people)):
            self.people[i] = evolve(self.people[i], organization=self.people[i].organization or name)
        self._unowned = len(self.people)
        self.add_organization(name)

    def set_last(self, **parts: str) -> None:
        """Something that is said of the last person alone."""
        self.people[-1] = evolve(self.people[-1], **parts)
