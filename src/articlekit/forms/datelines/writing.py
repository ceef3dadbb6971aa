"""Datelines in the style of the houses that print them."""

from articlekit.errors import WriteError
from articlekit.forms.datelines.rules import RULES
from articlekit.forms.moments import format_day
from articlekit.forms.places import write_place
from articlekit.grammar import Scanner, first_match
from articlekit.model import Dateline

__all__ = ["format_dateline"]


def format_dateline(dateline: Dateline) -> str:
    """
    *dateline* in AP style: capitals, abbreviated states, agency in brackets, an em dash.

    ``parse_dateline`` reads it back to an equal value.

    Raises:
        WriteError: no dateline says this, such as a day without a place or agency.

    >>> from articlekit.model import Place
    >>> format_dateline(Dateline((Place("La Crosse", "Wisconsin", "United States"),), ("AP",)))
    'LA CROSSE, Wis. (AP) — '
    """
    agencies = f"({'/'.join(dateline.agencies)}) " if dateline.agencies else ""
    for joint in (" and ", "/"):
        where = joint.join(write_place(place) for place in dateline.places)
        head = ", ".join(filter(None, (where, format_day(dateline.date) if dateline.date else "")))
        text = f"{head} {agencies}— " if head else f"{agencies}— "
        if _reads_back(text, dateline):
            return text
    raise WriteError(f"no AP dateline says {dateline!r:.200}")


def _reads_back(text: str, dateline: Dateline) -> bool:
    found = first_match(RULES, Scanner(text))
    return found is not None and found.value == dateline and found.span.end == len(text)
