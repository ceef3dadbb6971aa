"""What a page claims of itself: its times, section, publisher, language and keywords."""

from collections.abc import Iterator, Sequence

from articlekit.assembly.desk import Desk
from articlekit.forms.moments import read_moment
from articlekit.model import Moment
from articlekit.readers.draft import Claim

__all__ = ["claims_of", "take_claimed_times", "take_claims"]

_KINDS = ("json-ld", "open-graph", "microdata", "meta", "html", "link", "json-ld-page")
_MOST_KEYWORDS = 100


def claims_of(desk: Desk, field: str, kinds: Sequence[str] = _KINDS) -> Iterator[Claim]:
    """The claims for *field*, those of the vocabulary that stands first in *kinds* first."""
    claims = [claim for claim in desk.draft.claims if claim.field == field]
    for kind in kinds:
        yield from (claim for claim in claims if claim.kind == kind)


def take_claims(desk: Desk) -> None:
    """The fields that only metadata know: section, publisher, language and keywords."""
    for field in ("section", "publisher", "language"):
        for claim in claims_of(desk, field):
            desk.fields[field] = claim.text
            desk.cite(field, claim, f"claims.{claim.kind}")
            break
    keywords = list(claims_of(desk, "keywords"))
    kinds = [claim.kind for claim in keywords]
    words = [
        word.strip()
        for claim in keywords
        if claim.kind == kinds[0]
        for word in (claim.text.split(",") if len(kinds) == 1 or "," in claim.text else [claim.text])
    ]
    if words:
        desk.fields["keywords"] = tuple(dict.fromkeys(filter(None, words)))[:_MOST_KEYWORDS]
        desk.cite("keywords", keywords[0], f"claims.{kinds[0]}")


_TIME_KINDS = ("json-ld", "open-graph", "microdata", "meta", "json-ld-page", "pubdate")


def take_claimed_times(desk: Desk) -> None:
    """The times that a page claims: the first with a zone, else the first with an hour, else the first day."""
    for field in ("published", "modified"):
        read = [(claim, moment) for claim in claims_of(desk, field, _TIME_KINDS) if (moment := read_moment(claim.text))]
        if read:
            claim, moment = max(read, key=lambda pair: _exactness(pair[1]))
            desk.fields[field] = moment
            desk.cite(field, claim, f"times.{claim.kind}")


def _exactness(moment: Moment) -> int:
    return (getattr(moment, "tzinfo", None) is not None) + hasattr(moment, "hour")
