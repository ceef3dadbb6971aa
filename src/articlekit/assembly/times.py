"""
When an article was published and changed: the one place that says so.

What metadata claim is believed before what the byline tells, that before what a line near the headline shows; then what
machines are told of a day that is shown, a day with slashes, and the day in the page's address.
"""

import datetime as dt

from articlekit.assembly.claims import claimed_time, claims_of, sharpened
from articlekit.assembly.desk import Desk
from articlekit.assembly.shown_times import leading_time, shown_times
from articlekit.assembly.slashed_days import slashed_day
from articlekit.grammar import Finder
from articlekit.model import Moment
from articlekit.readers.draft import Claim

__all__ = ["take_times"]


def take_times(desk: Desk) -> None:
    """The times of publication and change."""
    byline = desk.fields.byline
    published, modified = claimed_time(desk, "published"), claimed_time(desk, "modified")
    if byline is not None and published is None:
        published = byline.published
        desk.witness_as("published", "byline.published")
    if byline is not None and modified is None:
        modified = byline.updated
        desk.witness_as("modified", "byline.updated")
    if published is None or modified is None:
        published, modified = shown_times(desk, published, modified)
    published = sharpened(desk, published or leading_time(desk))
    told = slashed_day(desk, desk.sheets) if published is None else None
    if told is not None:
        published = told.moment
        if told.sheet.free:
            desk.take("published", told.sheet, told.span)
        desk.witness("published", told.sheet, told.span, told.rule)
    desk.fields.published = published or _day_of_address(desk)
    desk.fields.modified = modified


_DAY_IN_ADDRESS = Finder(
    r"/((?:199|20[0-9])[0-9])/(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])(?=[/?#]|$)"
    r"|/((?:199|20[0-9])[0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9])"
)


def _day_of_address(desk: Desk) -> Moment | None:
    """The day in the page's address, ``/2024/06/03/bridge-reopens``."""
    given = [Claim("url", desk.draft.url, "url")] if desk.draft.url else []
    for claim in (*given, *claims_of(desk, "url")):
        found = _DAY_IN_ADDRESS.first(claim.text)
        day = _day(*map(int, filter(None, found.groups()))) if found else None
        if day is not None:
            desk.cite("published", claim, "times.address")
            return day
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The day of these numbers, None where there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
