"""Times that only the rest of the page makes plain."""

from attrs import evolve

from articlekit.assembly.claims import claims_of
from articlekit.assembly.desk import Desk
from articlekit.forms.days import DayOrder, day_order
from articlekit.forms.moments import slashed_moment
from articlekit.model import Byline
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["decide_slashed_day"]


def decide_slashed_day(desk: Desk) -> None:
    """``5/6/14`` in the byline: the day that the other slashed days of the page, or its language, make it."""
    byline = desk.fields.get("byline")
    if "published" in desk.fields or (byline is None and not desk.is_page):
        return
    order = day_order("\n".join(sheet.text for sheet in desk.sheets)) or _order_of_language(desk)
    if order is None:
        return
    for sheet in desk.sheets:
        if "byline" not in sheet.paths and sheet.hint is not Hint.TIME:
            continue
        read = slashed_moment(sheet.text, order)
        if read is not None:
            moment, start, end = read
            desk.fields["published"] = moment
            if isinstance(byline, Byline) and "byline" in sheet.paths:
                desk.fields["byline"] = evolve(byline, published=moment)
            desk.witness("published", sheet, Span(start, end), "times.slashed-day")
            return


#: languages of countries that write the month first: https://www.unicode.org/cldr/charts/latest/by_type/date_&_time.gregorian.html
_MONTH_FIRST = ("en-us", "en-ph", "es-us")
_ANYWHERE = "en"  # as much American as British


def _order_of_language(desk: Desk) -> DayOrder | None:
    """The order of day and month in the language that the page says it is in; None where that is not plain."""
    for claim in claims_of(desk, "language"):
        language = claim.text.lower().replace("_", "-")
        if language in _MONTH_FIRST:
            return DayOrder.MONTH_FIRST
        return None if language == _ANYWHERE else DayOrder.DAY_FIRST
    return None
