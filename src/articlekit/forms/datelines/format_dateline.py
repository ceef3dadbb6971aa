"""Datelines in the style of the houses that print them: a function for each."""

from collections.abc import Iterator

from articlekit.errors import WriteError
from articlekit.forms.datelines.dateline_rules import RULES
from articlekit.forms.days import format_day
from articlekit.forms.places import write_place
from articlekit.grammar import Scanner, first_match
from articlekit.model import Dateline

__all__ = ["format_dateline", "format_dateline_newspaper", "format_dateline_reuters"]


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
    day = format_day(dateline.date) if dateline.date else ""
    return _that_reads_back(_written(dateline, day, "— "), dateline, "AP")


def format_dateline_reuters(dateline: Dateline) -> str:
    """
    *dateline* in the style of Reuters: the day behind the place, months without full stops, a hyphen.

    ``parse_dateline`` reads it back to an equal value.

    Raises:
        WriteError: no dateline says this, such as a day without a place or agency.

    >>> from articlekit.model import PartialDate, Place
    >>> where, day = (Place("Washington"), Place("Khobar", country="Saudi Arabia")), PartialDate(month=9, day=3)
    >>> format_dateline_reuters(Dateline(where, ("Reuters",), day))
    'WASHINGTON/KHOBAR, Saudi Arabia, Sept 3 (Reuters) - '
    """
    day = format_day(dateline.date).replace(".", "") if dateline.date else ""
    return _that_reads_back(reversed(list(_written(dateline, day, "- "))), dateline, "Reuters")


def format_dateline_newspaper(dateline: Dateline) -> str:
    """
    *dateline* as a newspaper heads a story of its own: capitals, abbreviated states, no agency, an em dash.

    ``parse_dateline`` reads it back to an equal value.

    Raises:
        WriteError: the dateline names an agency, or a place that no reader takes for one without.

    >>> from articlekit.model import Place
    >>> format_dateline_newspaper(Dateline((Place("La Crosse", "Wisconsin", "United States"),)))
    'LA CROSSE, Wis. — '
    """
    if dateline.agencies:
        raise WriteError(
            f"a newspaper's own dateline names no agency, got {'/'.join(dateline.agencies)};"
            " write attrs.evolve(dateline, agencies=()) to leave it out"
        )
    day = format_day(dateline.date) if dateline.date else ""
    return _that_reads_back(_written(dateline, day, "— "), dateline, "newspaper")


def _written(dateline: Dateline, day: str, dash: str) -> Iterator[str]:
    """The two ways to join several places: ``A and B``, ``A/B``."""
    agencies = f"({'/'.join(dateline.agencies)}) " if dateline.agencies else ""
    for joint in (" and ", "/"):
        where = joint.join(write_place(place) for place in dateline.places)
        head = ", ".join(filter(None, (where, day)))
        yield f"{head} {agencies}{dash}" if head else f"{agencies}{dash}"


def _that_reads_back(texts: Iterator[str], dateline: Dateline, house: str) -> str:
    for text in texts:
        found = first_match(RULES, Scanner(text))
        if found is not None and found.value == dateline and found.span.end == len(text):
            return text
    raise WriteError(f"no {house} dateline says {dateline!r:.200}")
