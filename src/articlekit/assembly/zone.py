"""Where times stand: the free lines around the headline and between it and the story, or those above the story."""

from articlekit.assembly.desk import Desk, Sheet
from articlekit.readers.draft import Hint

__all__ = ["zone"]

_FARTHEST = 30  # blocks above the lead, and twice as many below the headline
_ABOVE = 4  # blocks above the headline
_BELOW_LEAD = 4  # blocks


def zone(desk: Desk) -> list[Sheet]:
    """The free sheets around headline and lead, the nearest to the lead first, those above the headline last."""
    lead = desk.lead + _BELOW_LEAD
    if desk.headline is None:
        near, above = desk.sheets[max(0, desk.lead - _FARTHEST) : lead], []
    else:
        start = desk.headline.number
        near = desk.sheets[start + 1 : min(start + 2 * _FARTHEST, max(start, lead))]
        above = desk.sheets[max(0, start - _ABOVE) : start]
    return [sheet for sheet in (*reversed(near), *reversed(above)) if _may_tell(desk, sheet)]


def _may_tell(desk: Desk, sheet: Sheet) -> bool:
    return sheet.free and not sheet.outside and sheet.hint is not Hint.QUOTE and sheet.number not in desk.story
