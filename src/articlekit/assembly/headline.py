"""The headline: a contest between the lines of a document and what its metadata claim, for text and pages alike."""

import itertools
from collections.abc import Collection, Iterator, Sequence

from articlekit.assembly.contest import Contender, Contest, ranked
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.headline_evidence import (
    Surroundings,
    Wording,
    extends,
    of_claim,
    of_line,
    of_words,
    sites_of,
    words_of,
)
from articlekit.assembly.lines import kind_of
from articlekit.assembly.looks import is_title
from articlekit.assembly.marks import SITE_MARK, is_caption, is_time_line
from articlekit.assembly.rules import CLAIMED
from articlekit.grammar import Token
from articlekit.readers.draft import Claim, Hint
from articlekit.span import Span
from articlekit.typography import UNSPACED, squeeze

__all__ = ["find_headline", "headlines"]

_LONGEST = 300  # code points of a headline
_FARTHEST = 400  # blocks above the lead that are looked at
_MOST_MARKED = 12  # headings that are looked at
_MOST_PARTS = 4  # lines of a heading
_MOST_READ = 4  # contenders that are read as captions and furniture
_SHORTEST = 12  # letters that tell a headline
_SHORTEST_UNSPACED = 5  # characters of a headline in a script that parts no words: names and labels have fewer


def find_headline(desk: Desk) -> None:
    """
    The headline, the line in which it stands or that stands for it, and which claims are about other stories.

    Every labelled page has a headline, so weights tell which it is and not whether there is one: where they speak
    against every candidate, the likeliest is taken of those that could be a title.
    """
    contenders = list(headlines(desk))
    weighed = ranked(contenders, desk.weights.headlines)
    able = [one for total, one in weighed if total > 0 or _is_like_one(one)]
    lines = [one.sheet for one in able if one.sheet is not None][:_MOST_READ]
    desk.headline = next((sheet for sheet in lines if _is_free_of_forms(sheet)), None)
    chosen = next((one for one in able if one.sheet is None or one.sheet is desk.headline), None)
    desk.contests["headline"] = Contest(contenders, desk.weights.headlines, chosen)
    if chosen is not None:
        _take(desk, chosen)
        desk.foreign = _foreign(desk, chosen)


def _is_like_one(wording: Wording) -> bool:
    """Whether a wording could be a headline: what is claimed or marked so, a line of text that looks like a title."""
    sheet = wording.sheet
    if sheet is None or sheet.hint in (Hint.HEADLINE, Hint.HEADING):
        return True
    return is_title(sheet.text) and not is_time_line(sheet)


def _is_free_of_forms(sheet: Sheet) -> bool:
    """Whether a line is none that a form reads; what a page marks as a heading is not asked."""
    return bool(sheet.tag) or (sheet.end_matter is None and not is_caption(sheet))


#: a kicker in capitals that nothing but a style sheet parts from its headline: ``HARBOR NEWS Who mends the bridge``
_KICKER_IN_FRONT = Token(r"(?:[A-ZÀ-Þ]{4,20}\s){2,5}(?=[A-ZÀ-Þ][a-zß-ÿ]*\s[a-zß-ÿ](?:\S{0,40}\s\S{1,40}){2})")


def _take(desk: Desk, wording: Wording) -> None:
    """Write the headline and say where it came from."""
    sheet, claim, span = wording.sheet, wording.claim, wording.span
    if sheet is not None:
        kicker = None if sheet.tag else _KICKER_IN_FRONT.match(sheet.text)
        span = Span(kicker.end(), span.end) if kicker else span
        desk.fields.headline = squeeze(span.of(sheet.text))
        desk.claim("headline", sheet, span, "headline.line")
    elif claim is not None:
        desk.fields.headline = span.of(claim.text)
        desk.cite("headline", claim, f"headline.{claim.kind}", span)


def _foreign(desk: Desk, wording: Wording) -> frozenset[int]:
    """The groups of claims that have another headline, where one has this."""
    headlines = {claim.group: words_of(claim.text) for claim in desk.claimed["headline"] if claim.group}
    own = {group for group, words in headlines.items() if words == wording.words}
    return frozenset(headlines.keys() - own) if own else frozenset()


# --------------------------------------------------------------------------- candidates


def headlines(desk: Desk) -> Iterator[Contender[Wording]]:
    """
    The lines that may be the headline, what metadata claim that no line says, and what can be seen of each.

    The name of the site is none, and no part of a claim.
    """
    claims, sites = _claims(desk), sites_of(desk)
    lines = [one for one in _lines(desk, claims) if one.words not in sites]
    claimed = {one.words: one for claim in reversed(claims) for one in _of_claim(claim, sites)}
    if not lines and not claimed:  # a word of the address may be what the story is about
        lines, sites = list(_lines(desk, claims)), frozenset()
        claimed = {one.words: one for claim in reversed(claims) for one in _of_claim(claim, sites)}
    shown = {one.words for one in lines}
    unsaid = [one for words, one in reversed(claimed.items()) if words not in shown]
    around = Surroundings(desk, claims, [one.text for one in (*lines, *unsaid)])
    for one in lines:
        yield Contender(one, [*of_words(around, one), *of_line(around, one)])
    for one in unsaid:
        yield Contender(one, [*of_words(around, one), *of_claim(one)])


def _claims(desk: Desk) -> list[Claim]:
    """The first claim of each vocabulary."""
    first: dict[str, Claim] = {}
    for claim in desk.claimed["headline"]:
        if claim.kind in CLAIMED["headline"] and words_of(claim.text):
            first.setdefault(claim.kind, claim)
    return [first[kind] for kind in CLAIMED["headline"] if kind in first]


def _lines(desk: Desk, claims: Sequence[Claim]) -> Iterator[Wording]:
    """What a page marks as a heading or claims as its headline; where it does neither, any line above the story."""
    near = range(max(0, desk.body.start - _FARTHEST), desk.body.start)
    marked = [s for s in desk.sheets if s.tag and s.free and not s.outside and len(s.text) <= _LONGEST]
    headlines = [sheet for sheet in marked if sheet.hint is Hint.HEADLINE][:_MOST_MARKED]
    headings = [sheet for sheet in marked if sheet.hint is Hint.HEADING and sheet.number in near][-_MOST_MARKED:]
    claimed = [sheet for sheet in marked if _is_claimed(sheet, claims)][:_MOST_MARKED]
    sheets = {sheet.number: sheet for sheet in (*headlines, *headings, *claimed)}
    story = frozenset(desk.sheets[number].text for number in desk.story)
    for sheet in sheets.values() or [sheet for sheet in desk.sheets[near.start : near.stop] if _may_be(sheet, story)]:
        yield from _of_sheet(sheet)


def _of_sheet(sheet: Sheet) -> Iterator[Wording]:
    """A line as a whole, and of a heading each line of its own that a page breaks it into: a kicker and a headline."""
    if whole := squeeze(sheet.text):  # a heading may hold a soft hyphen alone
        yield Wording(whole, sheet, None, Span(0, len(sheet.text)))
    at = 0
    lines = sheet.text.split("\n") if sheet.tag and "\n" in sheet.text else []
    for line in lines[:_MOST_PARTS]:
        if len(words_of(line)) >= _SHORTEST:
            yield Wording(squeeze(line), sheet, None, Span(at, at + len(line)))
        at += len(line) + 1


def _of_claim(claim: Claim, sites: Collection[str]) -> Iterator[Wording]:
    """A claim without the name of its site."""
    span = _without_site(claim.text, sites)
    if words_of(span.of(claim.text)) not in sites:
        yield Wording(span.of(claim.text), None, claim, span)


def _without_site(text: str, sites: Collection[str]) -> Span:
    """
    Where in a claimed headline the headline stands that the name of its *sites* is left out of.

    What stands behind a bar is taken for one where it is shorter than what stands in front: little else does.
    """
    marks = [*SITE_MARK.all(text)]
    if marks and words_of(text[: marks[0].start()]) in sites and len(words_of(text[marks[0].end() :])) >= _SHORTEST:
        return Span(marks[0].end(), len(text))
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        site = text[mark.end() : following.start() if following else len(text)]
        if words_of(site) in sites and len(words_of(text[: mark.start()])) >= _SHORTEST:
            return Span(0, mark.start())
    for front, bar, behind in (text.partition(" | "), text.rpartition(" | ")):
        if bar and len(words_of(front)) >= max(_SHORTEST, len(words_of(behind))):
            return Span(0, len(front))
    return Span(0, len(text))


def _is_claimed(sheet: Sheet, claims: Sequence[Claim]) -> bool:
    words = words_of(sheet.text)
    return len(words) >= _SHORTEST and any(extends(claim, squeeze(sheet.text)) for claim in claims)


def _may_be(sheet: Sheet, story: frozenset[str]) -> bool:
    text = sheet.text
    words = len(text.split()) > 1 or (text[0] >= UNSPACED and len(text) >= _SHORTEST_UNSPACED)
    said = len(text) <= _LONGEST and any(map(str.isalpha, text)) and words
    return said and sheet.free and text not in story and not _is_time(sheet) and not _is_byline(sheet)


def _is_time(sheet: Sheet) -> bool:
    """Whether a line tells a time and nothing else: ``March 7, 2024``, ``2024年3月7日 09時20分``."""
    if kind_of(sheet.text) == "time":
        return not is_title(sheet.text)
    return sheet.text[0].isdigit() and kind_of(sheet.text) == "short" and is_time_line(sheet)


def _is_byline(sheet: Sheet) -> bool:
    """Whether a line that opens as a byline is one: it names people, and nothing is left of it."""
    found = sheet.byline if kind_of(sheet.text) == "by" else None
    return found is not None and bool(found.value.authors) and len(found.span) == len(sheet.text)
