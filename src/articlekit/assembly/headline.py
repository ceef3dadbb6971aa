"""The headline of a page that claims one: what most of its claims and its visible headings agree on."""

import itertools
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from attrs import frozen

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_title
from articlekit.assembly.marks import SITE_MARK
from articlekit.grammar import Token
from articlekit.readers.draft import Claim, Hint
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["find_headline", "take_page_deck"]

#: vocabularies that claim a headline, each has one vote
_KINDS = ("json-ld", "open-graph", "twitter", "meta", "microdata", "title")
#: those that describe the article; the others are one text for those who link to the page, and one witness
_DATA = ("json-ld", "microdata")
_SEPARATORS = "|-–—·•»«/｜：[(<"
_FARTHEST_DECK = 6  # blocks behind the headline
_LONGEST = 300  # code points of a headline
_SHORTEST = 12  # letters that tell one
_MOST_SITES = 20  # claims of the site's name or address that are looked at
_SHORTEST_SITE = 4  # letters of a site's name that its address holds
_MOST_VISIBLE = 12  # headings that are looked at


@frozen
class _Candidate:
    text: str
    key: str
    sheet: Sheet | None = None
    claim: Claim | None = None


def find_headline(desk: Desk) -> None:
    """
    The sheet and the claim of the headline: what most witnesses say, which are the visible headings, the
    article's structured data, and what is made for links to the page; between equals each vocabulary has a vote.

    A claim also votes for what it extends by the name of its site, ``Bridge reopens | Harbor Ledger``.
    Between equals a visible heading is taken, the first of them all.
    """
    if not desk.is_page:
        return
    claims, sites = _claims(desk), _sites(desk)
    shown = [
        _Candidate(squeeze(sheet.text), key, sheet)
        for sheet in desk.sheets
        if sheet.hint is Hint.HEADLINE and not sheet.outside and (key := _key(sheet.text))
    ][:_MOST_VISIBLE]
    visible = [candidate for candidate in shown if candidate.key not in sites]
    if not claims:
        visible = visible or shown
    if not any(_is_claimed(candidate, claims) for candidate in visible):
        visible += _headings(desk, claims)
    candidates = [*visible, *(_Candidate(claim.text, _key(claim.text), claim=claim) for claim in claims)]
    if not candidates:
        return
    best = max(candidates, key=lambda candidate: _votes(candidate, claims, visible))
    best = _without_kicker(desk, best, candidates)
    same = [candidate for candidate in visible if candidate.key == best.key]
    best = same[0] if same else best
    desk.headline = best.sheet or _visible_stand_in(desk, visible, claims)
    desk.foreign = _foreign(desk, best)
    sheet = best.sheet or (desk.headline if desk.headline and _key(desk.headline.text) == best.key else None)
    if sheet is not None:
        desk.fields.headline = squeeze(sheet.text)
        desk.claim("headline", sheet, Span(0, len(sheet.text)), "headline.visible")
    elif best.claim is not None:
        span = _without_site(best.claim.text, sites)
        desk.fields.headline = span.of(best.claim.text)
        desk.cite("headline", best.claim, f"headline.{best.claim.kind}", span)


def _without_site(text: str, sites: Collection[str]) -> Span:
    """
    Where in a claimed headline the headline stands that the name of its *sites* is left out of.

    What stands behind a bar is taken for one where it is shorter than what stands in front: little else does.
    """
    marks = [*SITE_MARK.all(text)]
    if marks and _key(text[: marks[0].start()]) in sites and len(_key(text[marks[0].end() :])) >= _SHORTEST:
        return Span(marks[0].end(), len(text))
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        site = text[mark.end() : following.start() if following else len(text)]
        if _key(site) in sites and len(_key(text[: mark.start()])) >= _SHORTEST:
            return Span(0, mark.start())
    for front, bar, behind in (text.partition(" | "), text.rpartition(" | ")):
        if bar and len(_key(front)) >= max(_SHORTEST, len(_key(behind))):
            return Span(0, len(front))
    return Span(0, len(text))


def _sites(desk: Desk) -> frozenset[str]:
    """The names of the site: those of its publishers, and the parts of the page's addresses."""
    addresses = [desk.draft.url or "", *(claim.text for claim in desk.claimed["url"][:_MOST_SITES])]
    hosts = [found[1] for address in addresses if (found := _HOST.match(address))]
    parts = {key for host in hosts for part in host.split(".") if len(key := _key(part)) >= _SHORTEST_SITE}
    return frozenset(parts | {_key(claim.text) for claim in desk.claimed["publisher"][:_MOST_SITES]})


_HOST = Token(r"[a-z]+://([^/?#]{1,253})", re.IGNORECASE)


def _is_claimed(candidate: _Candidate, claims: list[Claim]) -> bool:
    return any(_key(claim.text) == candidate.key or _extends(claim, candidate) for claim in claims)


def _headings(desk: Desk, claims: list[Claim]) -> list[_Candidate]:
    """The first heading of a lower rank that is claimed as the headline, where none of the first rank is."""
    for sheet in desk.sheets:
        if sheet.hint in (Hint.HEADING, Hint.TEXT) and not sheet.outside and len(sheet.text) <= _LONGEST:
            candidate = _Candidate(squeeze(sheet.text), _key(sheet.text), sheet)
            if len(candidate.key) >= _SHORTEST and _is_claimed(candidate, claims):
                return [candidate]
    return []


def _foreign(desk: Desk, best: _Candidate) -> frozenset[int]:
    """The groups of claims that have another headline, where one has this."""
    headlines = {c.group: _key(c.text) for c in desk.claimed["headline"] if c.group}
    own = {group for group, key in headlines.items() if key == best.key}
    return frozenset(headlines.keys() - own) if own else frozenset()


def _claims(desk: Desk) -> list[Claim]:
    """The first claim of each vocabulary."""
    first: dict[str, Claim] = {}
    for claim in desk.claimed["headline"]:
        if claim.kind in _KINDS and _key(claim.text):
            first.setdefault(claim.kind, claim)
    return [first[kind] for kind in _KINDS if kind in first]


def _votes(candidate: _Candidate, claims: list[Claim], visible: list[_Candidate]) -> tuple[int, int, bool, bool]:
    """How many witnesses, then how many voices a candidate has, whether it is shown, and where the story is."""
    agreeing = [claim for claim in claims if _is_claimed(candidate, [claim])]
    seen = any(other.key == candidate.key for other in visible)
    inside = candidate.sheet is not None and not candidate.sheet.apart
    witnesses = len({claim.kind in _DATA for claim in agreeing}) + seen
    return witnesses, len(agreeing) + seen, candidate.sheet is not None, inside


def _without_kicker(desk: Desk, best: _Candidate, candidates: list[_Candidate]) -> _Candidate:
    """``River: Bridge reopens`` without its kicker, where what is shared has none and a heading sets it apart."""
    _, colon, rest = best.text.partition(": ")
    shared = [c for c in candidates if c.claim is not None and c.claim.kind == "open-graph"]
    bare = [candidate for candidate in shared if colon and candidate.key == _key(rest)]
    if not bare:
        return best
    headings = (
        sheet.text for sheet in desk.sheets if sheet.hint in (Hint.HEADLINE, Hint.HEADING) and not sheet.outside
    )
    return bare[0] if any(_key(line) == bare[0].key for text in headings for line in text.split("\n")) else best


def _extends(claim: Claim, candidate: _Candidate) -> bool:
    """Whether a claim is the candidate and a site's name, behind a separator or in front of one."""
    text, key = claim.text, _key(claim.text)
    if _is_cut(text, candidate.text):
        return True
    if key.startswith(candidate.key):
        rest = _behind(text, len(candidate.key))
        mark = rest.lstrip("\"'”’»)…!?. ")[:1]
        return len(rest) <= len(candidate.text) and mark in (*_SEPARATORS, ":")
    front = text[: -len(candidate.text)].rstrip()
    return (
        claim.kind == "title"
        and key.endswith(candidate.key)
        and front[-1:] in tuple(_SEPARATORS)
        and len(front) <= len(candidate.text)
    )


def _is_cut(claimed: str, headline: str) -> bool:
    """Whether a claim is *headline* up to a quotation mark, at which its attribute ended too early."""
    return headline[len(claimed) :].lstrip().startswith('"') and headline.startswith(claimed)


def _behind(text: str, letters: int) -> str:
    """What stands behind so many letters and digits of *text*, and the vowel signs and accents of the last of them."""
    for at, character in enumerate(text):
        if letters == 0 and not unicodedata.category(character).startswith("M"):
            return text[at:]
        letters -= character.isalnum()
    return ""


def _visible_stand_in(desk: Desk, visible: list[_Candidate], claims: list[Claim]) -> Sheet | None:
    """The heading that stands where the headline is, worded otherwise: one that some claim words so, else a title."""
    keys = [_key(claim.text) for claim in claims]
    for sheet in desk.sheets:
        if sheet.hint in (Hint.HEADING, Hint.HEADLINE, Hint.TEXT) and not sheet.outside and len(sheet.text) < _LONGEST:
            key = _key(sheet.text)
            if len(key) > _SHORTEST and any(claimed.startswith(key) or key.endswith(claimed) for claimed in keys):
                return sheet
    titles = [candidate.sheet for candidate in visible if is_title(candidate.text)]
    return titles[0] if titles else None


@lru_cache(maxsize=64)
def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def take_page_deck(desk: Desk) -> None:
    """The deck of a page: what it calls so between headline and story, or a heading right below the headline."""
    if desk.headline is None or not desk.is_page:
        return
    start = desk.headline.number + 1
    behind = [s for s in desk.sheets[start : min(start + _FARTHEST_DECK, desk.lead)] if s.free and not s.outside]
    named = [sheet for sheet in behind if sheet.hint is Hint.DECK]
    plain = [sheet for sheet in behind if sheet.hint in (Hint.HEADING, Hint.TEXT) and sheet.number not in desk.story]
    below = [sheet for sheet in plain if sheet.number == start]
    for sheet in [*named, *(other for other in below if other.end_matter is None and not _names_author(desk, other))]:
        if is_title(sheet.text) and 2 * sheet.block.linked < len(sheet.text):
            desk.fields.deck = squeeze(sheet.text)
            desk.claim("deck", sheet, Span(0, len(sheet.text)), "headline.deck")
            return


def _names_author(desk: Desk, sheet: Sheet) -> bool:
    byline = desk.fields.byline
    return byline is not None and any(author.name in sheet.text for author in byline.authors)
