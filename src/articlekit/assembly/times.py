"""Times that only the rest of the page makes plain."""

import datetime as dt

from attrs import evolve

from articlekit.assembly.claims import claims_of
from articlekit.assembly.desk import Desk, Sheet
from articlekit.forms.days import DayOrder, day_order
from articlekit.forms.moments import slashed_moment
from articlekit.grammar import Finder
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping
from articlekit.model import Byline, Moment
from articlekit.readers.draft import Claim, Hint
from articlekit.span import Span

__all__ = ["decide_slashed_day", "take_day_of_address"]


def decide_slashed_day(desk: Desk) -> None:
    """``5/6/14`` in the byline: the day that the other slashed days of the page, its language or the zone make it."""
    byline = desk.fields.get("byline")
    if "published" in desk.fields or (byline is None and not desk.is_page):
        return
    order = day_order("\n".join(sheet.text for sheet in desk.sheets)) or _order_of_language(desk)
    for sheet in desk.sheets:
        read = slashed_moment(sheet.text, order or DayOrder.DAY_FIRST) if _may_tell(desk, sheet) else None
        if read is None or not (order is not None or _is_european(read[0])):
            continue
        moment, start, end = read
        if "byline" in sheet.paths or sheet.hint is Hint.TIME or _is_publication(sheet.text, start, end):
            desk.fields["published"] = moment
            if isinstance(byline, Byline) and "byline" in sheet.paths:
                desk.fields["byline"] = evolve(byline, published=moment)
            desk.witness("published", sheet, Span(start, end), "times.slashed-day")
            return


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


_DAY_IN_ADDRESS = Finder(
    r"/((?:199|20[0-9])[0-9])/(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])(?=[/?#]|$)"
    r"|/((?:199|20[0-9])[0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9])"
)


def take_day_of_address(desk: Desk) -> None:
    """The day in the page's address, ``/2024/06/03/bridge-reopens``, where nothing else tells one."""
    if "published" in desk.fields:
        return
    given = [Claim("url", desk.draft.url, "url")] if desk.draft.url else []
    for claim in (*given, *claims_of(desk, "url")):
        found = _DAY_IN_ADDRESS.first(claim.text)
        day = _day(*map(int, filter(None, found.groups()))) if found else None
        if day is not None:
            desk.fields["published"] = day
            desk.cite("published", claim, "times.address")
            return


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The day of these numbers, None where there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
