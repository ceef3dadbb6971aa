"""Photographs: captions, the people in them, and credit lines."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from articlekit.model.checks import Between, Instance, TupleOf, at_least
from articlekit.model.dates import PartialDate
from articlekit.model.mapping import Mapped
from articlekit.model.places import Place

__all__ = ["Caption", "CreditFlag", "Image", "Photo", "PhotoCredit", "Subject"]

_text = Instance(str, type(None))


class CreditFlag(StrEnum):
    """A condition that a photo credit states."""

    POOL = "pool"
    FILE = "file"
    HANDOUT = "handout"
    COURTESY = "courtesy"


def _in_order(flags: Iterable[CreditFlag]) -> tuple[CreditFlag, ...]:
    return tuple(sorted(set(flags)))


@frozen
class PhotoCredit(Mapped):
    """
    Who took and who provided a photograph.

    *photographers* are persons, *agencies* every organisation of the credit line as written
    (agency, paper, handout source), both in printed order; *flags* are put in alphabetical order, once each.
    *text* is the credit line as printed, without its brackets, and takes no part in equality.

    Raises:
        InvalidValue: there is neither a photographer, an agency nor a flag.

    >>> PhotoCredit(agencies=("AP",), flags=(CreditFlag.FILE, CreditFlag.POOL)).photographers
    ()
    """

    photographers: tuple[str, ...] = field(default=(), validator=TupleOf(str))
    agencies: tuple[str, ...] = field(default=(), validator=TupleOf(str))
    flags: tuple[CreditFlag, ...] = field(default=(), converter=_in_order, validator=TupleOf(CreditFlag))
    text: str = field(default="", eq=False, validator=Instance(str))

    def __attrs_post_init__(self) -> None:
        at_least(self, "photographers", "agencies", "flags")


@frozen
class Subject(Mapped):
    """
    A person whom a caption shows.

    *title* is what stands before the name ("Chinese President"), *position* where the person
    stands in the picture, as written ("center left", "from left").

    Raises:
        InvalidValue: the name is empty.

    >>> Subject("Ada Quill", title="Mayor", position="left").title
    'Mayor'
    """

    name: str = field(validator=Instance(str))
    title: str | None = field(default=None, validator=_text)
    position: str | None = field(default=None, validator=_text)

    def __attrs_post_init__(self) -> None:
        at_least(self, "name", "name")


@frozen
class Caption(Mapped):
    """
    What a caption says of its photograph.

    *text_only* is the prose without file marker, credit and furniture; *file* whether the photo is
    from the archive; *people* those shown, in printed order; *dates* the days of the pictures, in
    printed order; *place* the town and *venue* the building or site. *text* is the caption as
    printed and takes no part in equality.

    Raises:
        InvalidValue: there is neither prose nor a credit.

    >>> Caption("A gull on the pier.", dates=(PartialDate(year=2024, month=5),)).date
    PartialDate(year=2024, month=5, day=None, weekday=None)
    """

    text_only: str = field(default="", validator=Instance(str))
    file: bool = field(default=False, validator=Instance(bool), kw_only=True)
    people: tuple[Subject, ...] = field(default=(), validator=TupleOf(Subject), kw_only=True)
    dates: tuple[PartialDate, ...] = field(default=(), validator=TupleOf(PartialDate), kw_only=True)
    place: Place | None = field(default=None, validator=Instance(Place, type(None)), kw_only=True)
    venue: str | None = field(default=None, validator=_text, kw_only=True)
    credit: PhotoCredit | None = field(default=None, validator=Instance(PhotoCredit, type(None)), kw_only=True)
    text: str = field(default="", eq=False, validator=Instance(str), kw_only=True)

    def __attrs_post_init__(self) -> None:
        at_least(self, "text_only", "credit")

    @property
    def date(self) -> PartialDate | None:
        """The first of the dates, or None."""
        return self.dates[0] if self.dates else None


@frozen
class Photo(Mapped):
    """
    A photograph of an article: its caption, and its address and size where the source gives them.

    *width* and *height* are pixels.

    >>> Photo(Caption("A gull on the pier.")).url is None
    True
    """

    caption: Caption = field(validator=Instance(Caption))
    url: str | None = field(default=None, validator=_text)
    width: int | None = field(default=None, validator=Between(0, 10**9))
    height: int | None = field(default=None, validator=Between(0, 10**9))


@frozen
class Image(Mapped):
    """
    An image of an article: its address, absolute where the page's own is known, and its size where it is given.

    *width* and *height* are pixels.

    >>> Image("https://ledger.example/gull.jpg", width=640).height is None
    True
    """

    url: str = field(validator=Instance(str))
    width: int | None = field(default=None, validator=Between(0, 10**9))
    height: int | None = field(default=None, validator=Between(0, 10**9))
