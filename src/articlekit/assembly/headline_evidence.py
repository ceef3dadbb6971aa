"""
What can be seen of the wordings of a headline.

Of any:
    kind.K length.N …   what its words look like, see `lines.of_line`
    share.N most        how many of them the story says too, in fifths; whether no other wording shares more
    address.N           how many of them the page's address has, in sixths
    said.V.same|more    the vocabulary V of the metadata says the same, or the same and the name of its site
    said.V.other        it says something else
    voices.N            how many vocabularies say it, more or less
Of a line:
    as.H apart.B linked.B   what its markup makes of it, and which of the headlines it is; in another container; a link
    lead.N behind       how far it stands above the first paragraph, or behind it
    by.N time.N name.N  how far below it a byline, a time or a name stands
    titles-above.N titles-below.N   lines like it right above, and between it and the story
    next.K gap.N        what the next line looks like; how many blank lines are above
Of a claim that no line says:
    claim.V             whose it is
    holds.site|mark|no-mark   its site is left out of it; it has a mark that may part it from one
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of, stems, steps
from articlekit.assembly.lines import of_line as looks_of
from articlekit.assembly.marks import SITE_MARK
from articlekit.grammar import Token
from articlekit.readers.draft import Claim, Hint
from articlekit.remembering import remembered
from articlekit.span import Span

__all__ = ["Surroundings", "Wording", "extends", "of_claim", "of_line", "of_words", "sites_of", "words_of"]

_SEPARATORS = "|-–—·•»«/｜：[(<"
_STORY = 40  # blocks of the story that a headline is compared with
_LONGEST = 300  # code points of a line that is compared
_NEAR, _ABOVE = 12, 3  # blocks below a headline and above it
_FEW = 8
_MOST_SITES = 20  # claims of the site's name or address that are looked at
_SHORTEST_SITE = 4  # letters of a site's name that its address holds
_TITLES = ("title", "sentence", "question")
_BELOW = (("by", ("by", "by-alone")), ("time", ("time", "timed")), ("name", ("name",)))


@frozen
class Wording:
    """A headline as a line or a claim words it: *span* of the text of either."""

    text: str
    sheet: Sheet | None
    claim: Claim | None
    span: Span

    @property
    def words(self) -> str:
        """Its letters and digits, by which wordings are told apart."""
        return words_of(self.text)


@remembered(64)
def words_of(text: str) -> str:
    """
    Letters and digits of *text*, in small letters.

    >>> words_of("Who’s in?")
    'whosin'
    """
    return "".join(filter(str.isalnum, text.lower()))


class Surroundings:
    """What a headline is compared with: the story below, the lines around, the metadata, the page's address."""

    def __init__(self, desk: Desk, claims: Sequence[Claim], wordings: Sequence[str]) -> None:
        self.desk = desk
        self.claims = claims
        self.address: frozenset[str] | None = stems(_spaced(desk.draft.url)) if desk.draft.url else None
        own = [desk.sheets[number].text for number in sorted(desk.story)[:_STORY]]
        self._story = stems("\n".join(own))
        self.headlines: list[int] = [s.number for s in desk.sheets if s.hint is Hint.HEADLINE and not s.outside]
        self.shares: dict[str, float] = {text: self._share(text) for text in wordings}
        self.most: float = max(self.shares.values(), default=0.0)

    def _share(self, text: str) -> float:
        """The share of the words of *text* that the story says too."""
        words = stems(text) if len(text) <= _LONGEST else frozenset()
        shared = len(words & self._story)
        return shared / (len(words) + 2) if shared > 1 else 0.0


def of_words(around: Surroundings, wording: Wording) -> Iterator[str]:
    """What can be seen of any wording."""
    text = wording.text
    share = around.shares[text]
    told = f"{int(5 * share)}{'.most' if share == around.most > 0 else ''}"
    yield "always"
    yield from looks_of(text)
    yield f"share.{told}"
    yield f"share.{kind_of(text)}.{told}"
    if around.address is not None:
        yield f"address.{_sixths(stems(text), around.address)}"
    yield from _of_voices(around.claims, wording)


def _of_voices(claims: Sequence[Claim], wording: Wording) -> Iterator[str]:
    """Which vocabularies say the same."""
    if not claims:
        return
    voices = 0
    for claim in claims:
        same, more = words_of(claim.text) == wording.words, extends(claim, wording.text)
        voices += same or more
        yield f"said.{claim.kind}.{'same' if same else 'more' if more else 'other'}"
    yield f"voices.{voices}"


def of_line(around: Surroundings, wording: Wording) -> Iterator[str]:
    """What can be seen of where a line stands, and of its markup."""
    sheet, desk = wording.sheet, around.desk
    if sheet is None:
        return
    if sheet.tag:
        yield from _of_markup(around, sheet)
    yield f"gap.{min(sheet.block.gap, 2)}"
    if sheet.number < desk.body.start:
        yield from _of_place(desk, sheet.number)
    else:
        yield "behind"


def _of_markup(around: Surroundings, sheet: Sheet) -> Iterator[str]:
    marked = around.headlines
    which = f"{min(marked.index(sheet.number), 2)}" if sheet.number in marked else "none"
    claimed = "claimed" if around.claims else "unclaimed"
    yield f"as.{sheet.hint.value}.{which}.{min(len(marked), 3)}"
    yield f"as.{sheet.hint.value}.{claimed}"
    yield f"apart.{sheet.apart}"
    yield f"linked.{2 * sheet.block.linked > len(sheet.text)}"


def _of_place(desk: Desk, number: int) -> Iterator[str]:
    """Where a line above the story stands: how far above the lead, what is around it."""
    lead = desk.body.start
    distance = lead - number
    yield f"lead.{distance if distance <= _FEW else _FEW + steps(distance)}"
    below = [kind_of(sheet.text) for sheet in desk.sheets[number + 1 : min(number + 1 + _NEAR, lead)]]
    above = [kind_of(sheet.text) for sheet in desk.sheets[max(0, number - _ABOVE) : number]]
    for name, group in _BELOW:
        near = next((n for n, kind in enumerate(below) if kind in group), None)
        yield f"{name}.{'none' if near is None else min(near, 4)}"
    yield f"time-above.{any(kind in ('time', 'timed') for kind in above[-2:])}"
    yield f"next.{below[0] if below else 'lead'}"
    yield f"titles-below.{min(3, sum(kind in _TITLES for kind in below))}"
    yield f"titles-above.{min(3, sum(kind in _TITLES for kind in above))}"


def of_claim(wording: Wording) -> Iterator[str]:
    """What can be seen of a claim that no line says."""
    claim = wording.claim
    if claim is not None:
        whole = len(wording.span) == len(claim.text)
        yield f"claim.{claim.kind}"
        yield f"holds.{('mark' if SITE_MARK.first(claim.text) else 'no-mark') if whole else 'site'}"


def sites_of(desk: Desk) -> frozenset[str]:
    """The names of the site: those of its publishers, and the parts of the page's addresses."""
    addresses = [desk.draft.url or "", *(claim.text for claim in desk.claimed["url"][:_MOST_SITES])]
    hosts = [found[1] for address in addresses if (found := _HOST.match(address))]
    parts = {key for host in hosts for part in host.split(".") if len(key := words_of(part)) >= _SHORTEST_SITE}
    publishers = {words_of(claim.text) for claim in desk.claimed["publisher"][:_MOST_SITES]}
    # some pages call the publisher what they call the story
    return frozenset(parts | (publishers - {words_of(claim.text) for claim in desk.claimed["headline"][:_MOST_SITES]}))


_HOST = Token(r"[a-z]+://([^/?#]{1,253})", re.IGNORECASE)


def extends(claim: Claim, text: str) -> bool:
    """Whether a claim is *text*, or that and a site's name, behind a separator or in front of one."""
    said, words, wanted = claim.text, words_of(claim.text), words_of(text)
    if words == wanted or _is_cut(said, text):
        return True
    if not wanted:
        return False
    if words.startswith(wanted):
        rest = _behind(said, len(wanted))
        mark = rest.lstrip("\"'”’»)…!?. ")[:1]
        return len(rest) <= len(text) and mark in (*_SEPARATORS, ":")
    front = said[: -len(text)].rstrip()
    return (
        claim.kind == "title"
        and words.endswith(wanted)
        and front[-1:] in tuple(_SEPARATORS)
        and len(front) <= len(text)
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


def _spaced(address: str) -> str:
    """The words of an address, without what stands before its first slashes."""
    return address.rpartition("//")[2].translate(_BLANKS)


_BLANKS = str.maketrans("-_/.+", "     ")


def _sixths(words: frozenset[str], others: frozenset[str]) -> int:
    """How many of *words* are among *others*, in sixths."""
    return int(6 * len(words & others) / (len(words) + 1))
