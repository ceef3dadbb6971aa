"""Places and datelines: where a story was filed."""

from enum import StrEnum

from attrs import field, frozen

from articlekit.model.checks import Instance, TupleOf, at_least
from articlekit.model.dates import PartialDate
from articlekit.model.mapping import Mapped

__all__ = ["Dateline", "Place", "PlaceKind"]


class PlaceKind(StrEnum):
    """What sort of place a story or a picture names."""

    PLACE = "place"  #: a city, town, county or area
    BASE = "base"  #: a military base
    VEHICLE = "vehicle"  #: a ship or aircraft ("ABOARD AIR FORCE ONE")
    SITE = "site"  #: a place defined by what stands or lies there ("ON THE U.S.-MEXICO BORDER")
    ORGANIZATION = "organization"  #: an organisation that serves as a place (United Nations)


@frozen
class Place(Mapped):
    """
    A place as a text names it: only what is written, in canonical English.

    *city* is the display form of the place's own name ("St. Louis"), *region* the state, province
    or nation of the United Kingdom, *country* the country; a written US state, Canadian province
    or UK nation implies its country, nothing else is implied ("Moscow" alone has neither).

    Raises:
        InvalidValue: city, region and country are all missing.

    >>> Place(city="La Crosse", region="Wisconsin", country="United States").city
    'La Crosse'
    """

    city: str | None = field(default=None, validator=Instance(str, type(None)))
    region: str | None = field(default=None, validator=Instance(str, type(None)))
    country: str | None = field(default=None, validator=Instance(str, type(None)))
    kind: PlaceKind = field(default=PlaceKind.PLACE, validator=Instance(PlaceKind))

    def __attrs_post_init__(self) -> None:
        if not (self.city or self.region or self.country):
            at_least(self, "city", "region", "country")

    def __str__(self) -> str:
        """What is known, in running order: ``La Crosse, Wisconsin, United States``."""
        return ", ".join(part for part in (self.city, self.region, self.country) if part)


@frozen
class Dateline(Mapped):
    """
    Where, by whom and when a story was filed, as the line before its first sentence says.

    *places* and *agencies* stand in printed order, agencies as written ("AP", "REUTERS");
    *text* is the surface as printed, with its dash and the space behind it, and takes no part
    in equality.

    Raises:
        InvalidValue: there is neither a place, an agency nor a date.

    >>> Dateline(places=(Place(city="Moscow"),), agencies=("AP",)).date is None
    True
    """

    places: tuple[Place, ...] = field(default=(), validator=TupleOf(Place))
    agencies: tuple[str, ...] = field(default=(), validator=TupleOf(str))
    date: PartialDate | None = field(default=None, validator=Instance(PartialDate, type(None)))
    text: str = field(default="", eq=False, validator=Instance(str))

    def __attrs_post_init__(self) -> None:
        if not (self.places or self.agencies or self.date):
            at_least(self, "places", "agencies", "date")
