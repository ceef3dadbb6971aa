"""People and organisations that make a story: bylines and contributor notes."""

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from articlekit.model.checks import Instance, TupleOf, at_a_fixed_offset, at_least
from articlekit.model.mapping import Mapped

__all__ = ["Byline", "Contributor", "ContributorNote", "Credit", "CreditRole", "Moment"]

Moment = dt.datetime | dt.date
"""A time as printed: an aware datetime where a zone is given, naive where not, a date where there is only a day."""

_text = Instance(str, type(None))


@frozen
class Contributor(Mapped):
    """
    A person who made part of a story.

    *name* is the display form ("Vladimir Isachenkov"), without honorific, credentials or role.
    The parts *given* and *family* are filled only where the form makes them plain; *role*,
    *organization* and *location* stay as written ("Sports Writer", "AP", "Fort Lauderdale, Florida").

    Raises:
        InvalidValue: the name is empty.

    >>> Contributor("Ada Quill", role="Staff Writer").name
    'Ada Quill'
    """

    name: str = field(validator=Instance(str))
    given: str | None = field(default=None, kw_only=True, validator=_text)
    family: str | None = field(default=None, kw_only=True, validator=_text)
    suffix: str | None = field(default=None, kw_only=True, validator=_text)
    honorific: str | None = field(default=None, kw_only=True, validator=_text)
    credentials: str | None = field(default=None, kw_only=True, validator=_text)
    role: str | None = field(default=None, kw_only=True, validator=_text)
    organization: str | None = field(default=None, kw_only=True, validator=_text)
    location: str | None = field(default=None, kw_only=True, validator=_text)
    email: str | None = field(default=None, kw_only=True, validator=_text)
    handle: str | None = field(default=None, kw_only=True, validator=_text)

    def __attrs_post_init__(self) -> None:
        at_least(self, "name", "name")


@frozen
class Byline(Mapped):
    """
    Who a story says it is by, and the times that trail the names.

    *authors* are persons only, in printed order; *organizations* every organisation the byline
    names, the persons' affiliations included, once each, as written; *collective* a phrase that
    stands for people without naming them ("AP and TOI staff", "from wire reports").
    *text* is the block as printed and takes no part in equality.

    Raises:
        InvalidValue: there is neither an author, an organisation, a collective nor a time.

    >>> Byline(authors=(Contributor("Ada Quill"),)).collective is None
    True
    """

    authors: tuple[Contributor, ...] = field(default=(), validator=TupleOf(Contributor))
    organizations: tuple[str, ...] = field(default=(), validator=TupleOf(str))
    collective: str | None = field(default=None, validator=_text)
    published: Moment | None = field(default=None, converter=at_a_fixed_offset, validator=Instance(dt.date, type(None)))
    updated: Moment | None = field(default=None, converter=at_a_fixed_offset, validator=Instance(dt.date, type(None)))
    text: str = field(default="", eq=False, validator=Instance(str))

    def __attrs_post_init__(self) -> None:
        at_least(self, "authors", "organizations", "collective", "published", "updated")


class CreditRole(StrEnum):
    """What a contributor did."""

    REPORTING = "reporting"
    CONTRIBUTING = "contributing"
    WRITING = "writing"
    EDITING = "editing"
    RESEARCH = "research"
    PHOTOGRAPHY = "photography"
    VIDEO = "video"
    GRAPHICS = "graphics"
    ILLUSTRATION = "illustration"
    INTERVIEWS = "interviews"
    PRODUCTION = "production"
    TRANSLATION = "translation"
    COMPILATION = "compilation"


@frozen
class Credit(Mapped):
    """
    One clause of a contributor note: what was done, and by whom.

    *organizations* are those that contributed themselves and the people's affiliations, once each.

    Raises:
        InvalidValue: neither a person nor an organisation is named.

    >>> Credit(CreditRole.EDITING, people=(Contributor("Ada Quill"),)).role.value
    'editing'
    """

    role: CreditRole = field(validator=Instance(CreditRole))
    people: tuple[Contributor, ...] = field(default=(), validator=TupleOf(Contributor))
    organizations: tuple[str, ...] = field(default=(), validator=TupleOf(str))

    def __attrs_post_init__(self) -> None:
        at_least(self, "people", "organizations")


@frozen
class ContributorNote(Mapped):
    """
    Who did the work beyond the byline, as the note under a story says.

    *credits* stand in printed order; *text* is the note as printed and takes no part in equality.

    Raises:
        InvalidValue: there is no credit.

    >>> note = ContributorNote((Credit(CreditRole.CONTRIBUTING, organizations=("AFP",)),))
    >>> note.credits[0].organizations
    ('AFP',)
    """

    credits: tuple[Credit, ...] = field(validator=TupleOf(Credit))
    text: str = field(default="", eq=False, validator=Instance(str))

    def __attrs_post_init__(self) -> None:
        at_least(self, "credits", "credits")
