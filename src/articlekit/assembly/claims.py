"""What a page claims of itself: its times, section, publisher, language and keywords."""

import datetime as dt
from collections.abc import Iterator, Sequence

from articlekit.assembly.desk import Desk
from articlekit.assembly.rules import CLAIMED
from articlekit.forms.machine_times import read_machine_moment
from articlekit.model import Moment
from articlekit.readers.draft import Claim, Hint

__all__ = ["claimed_time", "claims_of", "sharpened", "take_claims"]

_KINDS = (*CLAIMED["claims"], "link")
_MOST_KEYWORDS = 100


def claims_of(desk: Desk, field: str, kinds: Sequence[str] = _KINDS) -> Iterator[Claim]:
    """The claims for *field*, those of the vocabulary that stands first in *kinds* first."""
    claims = [claim for claim in desk.claimed[field] if claim.group not in desk.foreign]
    for kind in kinds:
        yield from (claim for claim in claims if claim.kind == kind)


def take_claims(desk: Desk) -> None:
    """The fields that only metadata know: section, publisher, language and keywords."""
    desk.fields.section = _first(desk, "section")
    desk.fields.publisher = _first(desk, "publisher")
    desk.fields.language = _first(desk, "language")
    keywords = list(claims_of(desk, "keywords"))
    kinds = [claim.kind for claim in keywords]
    words = [
        word.strip()
        for claim in keywords
        if claim.kind == kinds[0]
        for word in (claim.text.split(",") if len(kinds) == 1 or "," in claim.text else [claim.text])
    ]
    if words:
        desk.fields.keywords = tuple(dict.fromkeys(filter(None, words)))[:_MOST_KEYWORDS]
        desk.cite("keywords", keywords[0], f"claims.{kinds[0]}")


def _first(desk: Desk, field: str) -> str | None:
    """The first claim for *field*, which is cited."""
    for claim in claims_of(desk, field):
        desk.cite(field, claim, f"claims.{claim.kind}")
        return claim.text
    return None


_TIME_KINDS = tuple(kind for kind in CLAIMED["times"] if kind != "time")


def claimed_time(desk: Desk, field: str) -> Moment | None:
    """
    The time that a page claims for *field*: the first with a zone, else the first with an hour, else the first day.

    Where one claim tells the same instant in universal time and another in local time, the local one is
    taken, whose day is the one that the page shows.
    """
    claims = list(claims_of(desk, field, _TIME_KINDS))
    read = [(claim, moment) for claim in claims if (moment := read_machine_moment(claim.text)) is not None]
    if not read:
        if claims:
            desk.warnings.append(f"the time {claims[0].text[:_LONGEST_SHOWN]!r} could not be read")
        return None
    claim, moment = max(read, key=lambda pair: _exactness(pair[1]))
    local = (pair for pair in read if _is_local(pair[1]) and pair[1] == moment)
    claim, moment = (claim, moment) if _is_local(moment) else next(local, (claim, moment))
    desk.cite(field, claim, f"times.{claim.kind}")
    return moment


def sharpened(desk: Desk, shown: Moment | None) -> Moment | None:
    """The day that the page shows with the hour and zone that its ``time`` element gives to machines."""
    if shown is not None and _exactness(shown) == _EXACT:
        return shown
    claims = [claim for claim in claims_of(desk, "time", ("pubdate", "time")) if not _is_quoted(desk, claim)]
    read = [(claim, read_machine_moment(claim.text)) for claim in claims]
    for claim, moment in read:
        same = shown is not None and moment is not None and _day(moment) == _day(shown)
        alone = shown is None and (claim.kind == "pubdate" or len(read) == 1)
        if moment is not None and (alone or (same and shown is not None and _exactness(moment) > _exactness(shown))):
            desk.cite("published", claim, f"times.{claim.kind}")
            return moment
    return shown


def _is_quoted(desk: Desk, claim: Claim) -> bool:
    """Whether a time stands in a quotation, which may be somebody's post: its time is its own."""
    return any(sheet.hint is Hint.QUOTE for sheet in desk.sheets[claim.at : claim.at + 1])


_EXACT = 2
_LONGEST_SHOWN = 60  # code points of a claim in a warning


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _is_local(moment: Moment) -> bool:
    """Whether a moment has an offset from universal time."""
    return isinstance(moment, dt.datetime) and bool(moment.utcoffset())


def _exactness(moment: Moment) -> int:
    """2 for a moment with a zone, 1 for one without, 0 for a day."""
    return isinstance(moment, dt.datetime) + (isinstance(moment, dt.datetime) and moment.tzinfo is not None)
