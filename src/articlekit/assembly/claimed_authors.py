"""Whom the metadata of a page name as its authors."""

from collections.abc import Collection, Sequence

from attrs import frozen

from articlekit.assembly.claims import claims_of
from articlekit.assembly.desk import Desk
from articlekit.assembly.marks import SITE_MARK
from articlekit.assembly.rules import CLAIMED
from articlekit.forms.bylines import find_byline
from articlekit.forms.names import display_name, folded_name, has_given_name, is_name, parts_of_name
from articlekit.forms.organizations import why_organization
from articlekit.forms.roles import is_role
from articlekit.grammar import Rule
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import Byline, Contributor
from articlekit.readers.draft import Claim

__all__ = ["ClaimedByline", "claimed_authors"]

#: those that stand in the visible page, where other stories have authors too
_VISIBLE = ("microdata", "rel")
_FEWEST_WORDS, _MOST_WORDS = 2, 5  # of a name
_ADDRESS = ("http:", "https:", "www.", "//")


@frozen
class ClaimedByline:
    """Whom one vocabulary of a page's metadata names: its claims, each read as a byline, and what they are together."""

    kind: str
    claims: tuple[tuple[Claim, Byline], ...]
    value: Byline


def claimed_authors(desk: Desk) -> list[ClaimedByline]:
    """Whom each vocabulary names as the authors, the most careful vocabulary first."""
    publishers = {folded_name(claim.text) for claim in desk.claimed["publisher"]}
    known: dict[str, Byline | None] = {}  # most pages say the same in each vocabulary
    found = []
    for kind in CLAIMED["byline"]:
        claims = dict.fromkeys((*claims_of(desk, "author", (kind,)), *claims_of(desk, "house", (kind,))))
        if kind in _VISIBLE:
            claims = dict.fromkeys(claim for claim in claims if _stands_by_story(desk, claim))
        for claim in claims:
            if claim.text not in known:
                known[claim.text] = _read_as(claim, publishers, desk.rules.bylines)
        read = [(claim, byline) for claim in claims if (byline := known[claim.text])]
        if kind in _VISIBLE:
            named = [pair for pair in read if pair[1].authors]
            read = [pair for pair in named if pair[0].at - named[0][0].at <= _BESIDE] or read
        if read:
            found.append(ClaimedByline(kind, tuple(read), _as_one(read)))
    return found


def _as_one(claims: Sequence[tuple[Claim, Byline]]) -> Byline:
    """The byline that *claims* are together; who is named twice is named once."""
    authors: dict[str, Contributor] = {}
    organizations: dict[str, str] = {}
    for claim, byline in claims:
        for author in byline.authors:
            authors.setdefault(folded_name(author.name), author)
        for organization in (claim.text,) if byline.collective else byline.organizations:
            organizations.setdefault(folded_name(organization), organization)
    text = ", ".join(claim.text for claim, _ in claims)
    return Byline(tuple(authors.values()), tuple(organizations.values()), text=text)


_ABOVE, _BELOW = 8, 4  # blocks above the headline, and below the story, where an author of it may stand
_BESIDE = 2  # blocks between the names of one byline


def _stands_by_story(desk: Desk, claim: Claim) -> bool:
    """Whether a claim of the visible page stands where the story does, and not among other stories."""
    if not desk.body:
        return True
    first = desk.headline.number if desk.headline is not None else desk.lead
    beside = claim.at < len(desk.sheets) and desk.sheets[claim.at].outside
    return first - _ABOVE <= claim.at <= desk.body.stop + _BELOW and not beside


def _is_about_pictures(byline: Byline) -> bool:
    """Whether a byline is that of photographers alone: ``Photo: Ada Quill``."""
    roles = [words_key(author.role or "") for author in byline.authors]
    return bool(roles) and all(role in phrases("picture_roles") for role in roles)


def _read_as(claim: Claim, publishers: Collection[str], rules: Sequence[Rule[Byline]]) -> Byline | None:
    """Whom a claim names, be it said to be somebody or an organisation."""
    house = claim.field == "house"
    return _read_house(claim.text, rules) if house else _read(claim.text, publishers, rules)


def _read(text: str, publishers: Collection[str], rules: Sequence[Rule[Byline]]) -> Byline | None:
    """The people and organisations that a claim names: who publishes is no person, an address or mail names nobody."""
    if text.lower().startswith(_ADDRESS) or "@" in text or words_key(text) in phrases("nobody"):
        return None
    if not any(map(str.isalpha, text)):  # a row of stars, or a mark that nobody sees
        return None
    text = _without_publisher(text, publishers)
    if any(folded_name(text).startswith(publisher) for publisher in publishers):
        return Byline((), (text,), text=text)
    found = find_byline(text, rules)
    if found is None:
        return _unknown(text)
    if _is_about_pictures(found.value):
        return None
    named = found.value.authors or found.value.organizations or found.value.collective
    return found.value if named else _unknown(text)


def _read_house(text: str, rules: Sequence[Rule[Byline]]) -> Byline | None:
    """What a page says is an organisation: some say so of their writers, whose given names give them away."""
    if has_given_name(text.split()) and why_organization(text.split()) is None:
        return _read(text, (), rules)
    return None if words_key(text) in phrases("nobody") else Byline((), (text,), text=text)


def _without_publisher(text: str, publishers: Collection[str]) -> str:
    """``Ada Quill | Harbor Ledger`` and the like without the publisher."""
    mark = SITE_MARK.first(text)
    if mark is None:
        return text
    front, behind = text[: mark.start()], text[mark.end() :]
    if folded_name(front) in publishers:
        return behind
    return front if folded_name(behind) in publishers else text


def _unknown(text: str) -> Byline:
    """A claim that reads as no byline: a person by the look of it, else an organisation."""
    words = text.split()
    if _is_unspaced_name(text):
        return Byline((Contributor(text),), text=text)
    if len(words) <= _MOST_WORDS and is_name(words) and not is_role(words) and why_organization(words) is None:
        given, family = parts_of_name(text)
        return Byline((Contributor(display_name(text), given=given, family=family),), text=text)
    return Byline((), (text,), text=text)


def _is_unspaced_name(text: str) -> bool:
    """Whether a claim is a name in Chinese, Japanese or Korean writing, which are two to five characters."""
    return _FEWEST_WORDS <= len(text) <= _MOST_WORDS and all("\u3040" <= c <= "\ud7af" for c in text)
