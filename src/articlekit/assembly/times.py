"""Times that only the rest of the page makes plain."""

from attrs import evolve

from articlekit.assembly.desk import Desk
from articlekit.forms.days import day_order
from articlekit.forms.moments import slashed_moment
from articlekit.model import Byline
from articlekit.span import Span

__all__ = ["decide_slashed_day"]


def decide_slashed_day(desk: Desk) -> None:
    """``5/6/14`` in the byline: the day that it is where the other slashed days of the page have one order."""
    byline = desk.fields.get("byline")
    if not isinstance(byline, Byline) or byline.published is not None or "published" in desk.fields:
        return
    order = day_order("\n".join(sheet.text for sheet in desk.sheets))
    if order is None:
        return
    for sheet in desk.sheets:
        if not any(e.path == "byline" and e.span in sheet.block.span for e in desk.evidence):
            continue
        read = slashed_moment(sheet.text, order)
        if read is not None:
            moment, start, end = read
            desk.fields["published"] = moment
            desk.fields["byline"] = evolve(byline, published=moment)
            desk.witness("published", sheet, Span(start, end), "times.slashed-day")
            return
