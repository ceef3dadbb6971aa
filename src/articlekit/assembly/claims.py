"""What a page claims of itself: its times, section, publisher, languages, description, address and keywords."""

import datetime as dt
from collections.abc import Iterator, Sequence

from articlekit.assembly.addresses import resolved
from articlekit.assembly.desk import Desk
from articlekit.assembly.rules import CLAIMED
from articlekit.forms.machine_times import read_machine_moment
from articlekit.grammar import Token
from articlekit.model import Moment
from articlekit.readers.draft import Claim, Hint

__all__ = ["claimed_time", "claims_of", "sharpened", "take_claims"]

_KINDS = CLAIMED["claims"]
_ADDRESS_KINDS = ("link", "open-graph")
_MOST_KEYWORDS = 100


def claims_of(desk: Desk, field: str, kinds: Sequence[str] = _KINDS) -> Iterator[Claim]:
    """The claims for *field*, those of the vocabulary that stands first in *kinds* first."""
    claims = [claim for claim in desk.claimed[field] if claim.group not in desk.foreign]
    for kind in kinds:
        yield from (claim for claim in claims if claim.kind == kind)


def take_claims(desk: Desk) -> None:
    """The fields that only metadata know."""
    desk.fields.section = _first(desk, "section")
    desk.fields.publisher = _first(desk, "publisher")
    desk.fields.languages = _languages(desk)
    desk.fields.description = _first(desk, "description")
    address = _first(desk, "url", _ADDRESS_KINDS)
    desk.fields.canonical_url = resolved(desk, address) if address is not None else None
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


def _languages(desk: Desk) -> tuple[str, ...]:
    """The languages that a page names, as BCP 47 writes them, the first first; of ``en`` and ``en-US`` the second."""
    found: dict[str, Claim] = {}
    for claim in claims_of(desk, "language"):
        for word in claim.text.split(","):
            if tag := _language_tag(word.strip()):
                found.setdefault(tag, claim)
    tags = [tag for tag in found if not any(other.startswith(f"{tag}-") for other in found)][:_MOST_LANGUAGES]
    for number, tag in enumerate(tags):
        desk.cite(f"languages[{number}]", found[tag], f"claims.{found[tag].kind}")
    return tuple(tags)


_MOST_LANGUAGES = 20
_LANGUAGE = Token(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?(?:[-_.@][\w.@-]{0,40})?$")


def _language_tag(text: str) -> str | None:
    """
    *text* as a BCP 47 tag of language, script and region, what else it says left out; None where it is none.

    https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1 gives the case of each part.
    """
    found = _LANGUAGE.match(text)
    if found is None:
        return None
    language, script, region = found.groups()
    return "-".join(filter(None, (language.lower(), script and script.title(), region and region.upper())))


def _first(desk: Desk, field: str, kinds: Sequence[str] = _KINDS) -> str | None:
    """The first claim for *field*, which is cited."""
    for claim in claims_of(desk, field, kinds):
        desk.cite("canonical_url" if field == "url" else field, claim, f"claims.{claim.kind}")
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
