"""Days such as ``5/6/14``, which only the rest of the document makes plain."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from articlekit.assembly.claims import claims_of
from articlekit.assembly.desk import Desk, Sheet
from articlekit.forms.days import SLASHED_DAY, DayOrder, day_order
from articlekit.forms.moments import slashed_moment
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping
from articlekit.model import Moment
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["ToldDay", "slashed_day"]


class ToldDay(NamedTuple):
    """A day, and where it stands."""

    moment: Moment
    sheet: Sheet
    span: Span
    rule: str = "times.slashed-day"


def slashed_day(desk: Desk, sheets: Sequence[Sheet]) -> ToldDay | None:
    """
    The day that the first of *sheets* tells which holds one with slashes, and is of the byline or a time.

    Its order is that of the other days of the document, else of its language, else that of its zone.
    """
    order: DayOrder | None = None
    for sheet in sheets:
        if SLASHED_DAY.first(sheet.text) is None or not _may_tell(desk, sheet):
            continue
        order = order or day_order("\n".join(sheet.text for sheet in desk.sheets)) or _order_of_language(desk)
        read = slashed_moment(sheet.text, order or DayOrder.DAY_FIRST)
        if read is None or not (order is not None or _is_european(read[0])):
            continue
        moment, start, end = read
        if "byline" in sheet.paths or sheet.hint is Hint.TIME or _is_publication(sheet.text, start, end):
            return ToldDay(moment, sheet, Span(start, end))
    return None


def _may_tell(desk: Desk, sheet: Sheet) -> bool:
    """Whether a line is of the byline, a time, or one of those right above the story."""
    near = desk.body.start - _FARTHEST <= sheet.number < desk.body.start
    return "byline" in sheet.paths or sheet.hint is Hint.TIME or (near and not sheet.is_sentence)


_FARTHEST = 12  # blocks above the lead


def _is_publication(text: str, start: int, end: int) -> bool:
    """Whether what stands between *start* and *end* is labelled as published, and little else is in the line."""
    label = words_key(text[:start]).rstrip(" :")
    return mapping("time_labels").get(label) == "published" and len(text[end:].split()) <= _MOST_BEHIND


_MOST_BEHIND = 9  # words: ``- Mis à jour le 14/03/2024 à 11h40``


def _is_european(moment: Moment) -> bool:
    """Whether a time is of a zone one to three hours ahead of universal time, where everybody writes the day first."""
    offset = moment.utcoffset() if isinstance(moment, dt.datetime) else None
    return offset is not None and dt.timedelta(0) < offset <= dt.timedelta(hours=3)


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
