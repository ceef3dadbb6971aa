"""Where byline and times stand: the free lines above the story, those around its headline where that is known."""

from articlekit.assembly.desk import Desk, Sheet
from articlekit.readers.draft import Hint

__all__ = ["zone"]

_FARTHEST_BYLINE = 30  # blocks above the lead
_ABOVE = 4  # blocks above the headline
_BELOW_LEAD = 4  # blocks


def zone(desk: Desk) -> list[Sheet]:
    """The free sheets above the story, the nearest first; those around the headline where it is known."""
    if desk.is_page:
        headline = desk.headline.number if desk.headline is not None else desk.lead
        floor = headline - _ABOVE if desk.headline is not None else desk.lead - _FARTHEST_BYLINE
        around = desk.sheets[max(0, floor) : max(headline, desk.lead) + _BELOW_LEAD]
        return [sheet for sheet in around if sheet.free and not sheet.outside and sheet.hint is not Hint.QUOTE]
    if desk.headline is None:
        return desk.before_body()[:_FARTHEST_BYLINE]
    stop = min(desk.headline.number + 2 * _FARTHEST_BYLINE, desk.body.start + _BELOW_LEAD)
    near = [s for s in desk.sheets[desk.headline.number + 1 : stop] if s.free and s.number not in desk.story]
    above = [sheet for sheet in desk.sheets[max(0, desk.headline.number - _ABOVE) : desk.headline.number] if sheet.free]
    return [*reversed(near), *reversed(above)]
