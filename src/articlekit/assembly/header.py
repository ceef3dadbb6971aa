"""What stands above the story: headline, deck, byline, and the times of publication."""

import itertools
from collections.abc import Iterable, Sequence

from attrs import evolve

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_prose, is_short_sentence, is_title
from articlekit.assembly.marks import is_caption, is_of_the_page, is_time_line, opens_as_time
from articlekit.forms.bylines import find_byline
from articlekit.forms.moments import moment
from articlekit.forms.names import has_given_name
from articlekit.grammar import Finder, Scanner, Token
from articlekit.grammar.tokens import EMAIL
from articlekit.lexicon.calendar import months
from articlekit.lexicon.keys import words_key
from articlekit.model import Byline, EndMatterKind, Evidence, Parsed
from articlekit.readers.draft import Hint
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["take_byline", "take_headline", "take_text_lede", "take_times"]

_FARTHEST_BYLINE = 30  # blocks above the lead
_ABOVE = 4  # blocks above the headline
_BELOW_LEAD = 4  # blocks of a page
_BELOW_HEADLINE = 8  # blocks
_FEWEST_WORDS, _MOST_WORDS = 2, 4  # of a name that stands alone
_FARTHEST_HEADLINE = 14  # blocks above the byline
_BELOW_STORY = 8  # blocks
_MOST_LINES = 3  # below the names that go on with them
_LONGEST_TIME = 80  # code points
_FARTHEST_LEDE = 2  # free lines below the headline
_FEWEST_LEDE = 6  # words of a standfirst
_KICKER = 3  # words of a kicker or section name


# --------------------------------------------------------------------------- byline


def take_byline(desk: Desk) -> None:
    """The byline nearest above the lead, and the time lines that follow it."""
    if desk.is_page:
        return
    zone = _zone(desk)
    for test in (_is_labelled, _is_timed, _stands_above_role, _stands_by_time, _stands_below_headline):
        for sheet in zone:
            if sheet.byline is not None and test(desk, sheet, sheet.byline):
                _claim_byline(desk, sheet)
                return


def _zone(desk: Desk) -> list[Sheet]:
    """The free sheets above the story, the nearest first; those around the headline where it is known."""
    if desk.is_page:
        headline = desk.headline.number if desk.headline is not None else desk.lead
        floor = headline - _ABOVE if desk.headline is not None else desk.lead - _FARTHEST_BYLINE
        around = desk.sheets[max(0, floor) : max(headline, desk.lead) + _BELOW_LEAD]
        return [sheet for sheet in around if sheet.free and not sheet.outside]
    if desk.headline is None:
        return desk.before_body()[:_FARTHEST_BYLINE]
    stop = min(desk.headline.number + 2 * _FARTHEST_BYLINE, desk.body.start)
    near = [sheet for sheet in desk.sheets[desk.headline.number + 1 : stop] if sheet.free]
    above = [sheet for sheet in desk.sheets[max(0, desk.headline.number - _ABOVE) : desk.headline.number] if sheet.free]
    return [*reversed(near), *reversed(above)]


def _stands_below_headline(desk: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    """A bare name a few lines below the headline, of known given names or with a time close behind."""
    if desk.headline is None or not 0 < sheet.number - desk.headline.number <= _BELOW_HEADLINE or sheet.is_sentence:
        return False
    names = [author.name.split() for author in found.value.authors]
    if not names or any(not _FEWEST_WORDS <= len(words) <= _MOST_WORDS for words in names):
        return False
    behind = desk.sheets[sheet.number + 1 : sheet.number + 1 + _MOST_LINES]
    return all(map(has_given_name, names)) or any(is_time_line(other) for other in behind)


def _is_labelled(_: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    names = found.value.authors or found.value.organizations or found.value.collective
    return found.rule in ("byline.labelled", "byline.inside") and bool(names) and not is_caption(sheet)


def _is_timed(_: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    whole = any(len(author.name.split()) >= _FEWEST_WORDS for author in found.value.authors)
    return found.rule == "byline.timed" and whole and not is_prose(sheet.text)


def _stands_by_time(desk: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    """A bare name right above or below a line that is a time: ``Ada Quill`` under ``April 28, 2023``."""
    value = found.value
    people = [author for author in value.authors if has_given_name(author.name.split())]
    if not (people and len(people) == len(value.authors)) and not value.organizations:
        return False
    beside = [desk.sheets[i] for i in (sheet.number - 1, sheet.number + 1) if 0 <= i < len(desk.sheets)]
    return any(is_time_line(other) for other in beside)


def _stands_above_role(desk: Desk, sheet: Sheet, found: Parsed[Byline]) -> bool:
    """A bare name right above the role, outlet or address of its bearer: ``Ada Quill`` over ``Staff Writer``."""
    authors = found.value.authors
    if not authors or not all(has_given_name(author.name.split()) for author in authors):
        return False
    below = desk.sheets[sheet.number + 1 : sheet.number + 2]
    return any(other.block.gap == 0 and (_goes_on(other) or EMAIL.covers(other.text.strip())) for other in below)


def _claim_byline(desk: Desk, sheet: Sheet) -> None:
    """Claim the byline in *sheet* together with the lines right below that go on with it, read as one block."""
    start = sheet.byline.span.start if sheet.byline else 0
    sheets, found = [sheet], sheet.byline
    text = sheet.text[start:]
    for below in desk.sheets[sheet.number + 1 : min(sheet.number + 1 + _MOST_LINES, desk.body.start)]:
        longer = find_byline(f"{text}\n{below.text}") if below.free and _goes_on(below) else None
        if longer is None or found is None or longer.span.start or longer.rule == "byline.inside":
            break
        if len(longer.value.authors) != len(found.value.authors):
            break
        sheets, found, text = [*sheets, below], longer, f"{text}\n{below.text}"
    if found is None:
        return
    desk.fields["byline"] = found.value
    _claim_lines(desk, sheets, start, found)
    for field, value in (("published", found.value.published), ("modified", found.value.updated)):
        if value is not None:
            desk.fields[field] = value


def _goes_on(sheet: Sheet) -> bool:
    """A time line, or right below the names a line that gives their role, organisation or address."""
    if is_time_line(sheet) or EMAIL.covers(sheet.text.strip()):
        return True
    found = sheet.byline
    return found is not None and sheet.block.gap == 0 and not found.value.authors and not is_prose(sheet.text)


def _claim_lines(desk: Desk, sheets: list[Sheet], start: int, found: Parsed[Byline]) -> None:
    """Claim each line of the block, and hand each its share of the evidence."""
    at = start if len(sheets) > 1 else 0  # the text that was read begins there
    for sheet in sheets:
        begin = start if sheet is sheets[0] else 0
        desk.claim("byline", sheet, Span(begin, len(sheet.text)), found.rule)
        for part in found.evidence:
            if part.span.start + at >= 0 and part.span.end + at <= len(sheet.text):
                _claim_part(desk, sheet, evolve(part, span=part.span.shifted(at)))
        at -= len(sheet.text) + 1


def _claim_part(desk: Desk, sheet: Sheet, part: Evidence) -> None:
    desk.part("byline", sheet, part)
    if part.path in _TIMES:
        desk.witness(_TIMES[part.path], sheet, part.span, part.rule)


_TIMES = {"published": "published", "updated": "modified"}


# --------------------------------------------------------------------------- times


def take_times(desk: Desk) -> None:
    """The times above the story, where neither byline nor metadata give one."""
    if desk.is_page and "published" in desk.fields:
        return
    zone = _zone(desk)
    for sheet in (*zone, *_lone_time_line(desk, zone)):
        found = sheet.byline
        if found is None or not is_time_line(sheet):
            continue
        times = {"published": found.value.published, "modified": found.value.updated}
        new = [field for field, value in times.items() if value is not None and field not in desk.fields]
        for field in new:
            desk.fields[field] = times[field]
            desk.witness(field, sheet, found.span, found.rule)
        if new:
            desk.take(new[0], sheet, found.span)
    if "published" not in desk.fields and (desk.is_page or desk.headline is not None):
        _take_leading_time(desk, zone)


def _lone_time_line(desk: Desk, zone: Sequence[Sheet]) -> list[Sheet]:
    """
    The only time line above the end of the story, where there is none near the headline.

    It has a label or tells the time of day: a day alone is as often that of something else. On a page it
    may stand right below the story too, with a label and not under another heading.
    """
    if "published" in desk.fields or any(map(is_time_line, zone)):
        return []
    near = [s for s in desk.sheets[: desk.body.stop] if s.free and not s.outside and _is_sure(s.text)]
    if desk.is_page:
        below = desk.sheets[desk.body.stop : desk.body.stop + _BELOW_STORY]
        own = itertools.takewhile(lambda s: s.hint not in (Hint.HEADING, Hint.HEADLINE), below)
        near += [s for s in own if s.free and not s.outside and opens_as_time(s.text)]
    lines = [sheet for sheet in near if is_time_line(sheet)]
    return lines[:1] if len({sheet.text for sheet in lines}) == 1 else []


def _is_sure(text: str) -> bool:
    return _HAS_CLOCK.first(text) is not None or opens_as_time(text)


_HAS_CLOCK = Finder(r"[0-9](?:[:.][0-9]{2}|\s?[AaPp]\.?[Mm])")


def _take_leading_time(desk: Desk, zone: Iterable[Sheet]) -> None:
    """``Politics / January 11, 2024``: a time in a short line near the headline, whatever else is in it."""
    for sheet in (sheet for sheet in zone if sheet.free):
        if len(sheet.text) > _LONGEST_TIME or not any(map(str.isdigit, sheet.text)) or _tells_a_story(desk, sheet):
            continue
        scanner = Scanner(sheet.text)
        for word in _WORD_START.all(sheet.text):
            scanner.pos = word.start()
            found = moment(scanner)
            if found is not None:
                desk.fields["published"] = found
                desk.claim("published", sheet, Span(word.start(), scanner.pos), "header.time-in-line")
                return


def _tells_a_story(desk: Desk, sheet: Sheet) -> bool:
    """Whether a line is a sentence, or words of some number behind the lead: its times are those of what it tells."""
    return sheet.is_sentence or (sheet.number > desk.lead > 0 and len(sheet.text.split()) > _MOST_BESIDE_TIME)


_MOST_BESIDE_TIME = 8  # words


#: where a time may begin, glued to the word in front or not: ``3 minute readMarch 4, 2021``, ``SPORTMAY 9, 2022``
_WORD_START = Finder(
    lambda: rf"(?<!\w)(?=\w)|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=(?:{'|'.join(map(str.upper, months()))})\.?\s[0-9])"
)


# --------------------------------------------------------------------------- headline and deck


def take_headline(desk: Desk) -> None:
    """The headline and deck: titles above the byline, or above the lead where there is no byline."""
    if "headline" in desk.fields:
        return
    above = _above(desk)
    byline = next((s for s in desk.sheets if s.taken and _holds(s, "byline")), None)
    deck = _deck_before_byline(desk, byline)
    printed = words_key(desk.fields.get("print_headline") or "")
    titles = [sheet for sheet in above if _is_candidate(sheet)][:_FARTHEST_HEADLINE]
    named = [sheet for sheet in titles if printed and words_key(sheet.text) == printed]
    if not named and desk.headline is not None and desk.headline.free:
        named = [desk.headline]
        behind = desk.sheets[desk.headline.number + 1 : desk.body.start]
        titles = [sheet for sheet in behind if sheet.free and not sheet.is_sentence and _is_candidate(sheet)]
    if named:
        _claim_titles(desk, named[0], _right_below(named[0], titles) if deck is None else None)
    elif titles:
        headline, below = _headline_and_deck(titles, deck is None)
        _claim_titles(desk, headline, below)


def _holds(sheet: Sheet, path: str) -> bool:
    return path in sheet.paths


def _above(desk: Desk) -> list[Sheet]:
    """The free sheets above the byline, the nearest first; where none of them is a title, those above the lead."""
    floor = min((s.number for s in desk.sheets if s.taken and _holds(s, "byline")), default=desk.body.start)
    above = [s for s in desk.before_body() if s.number < min(floor, desk.body.start)]
    if any(_is_candidate(sheet) for sheet in above[:_FARTHEST_HEADLINE]):
        return above[:_FARTHEST_HEADLINE]
    return desk.before_body()[:_FARTHEST_HEADLINE]


def _deck_before_byline(desk: Desk, sheet: Sheet | None) -> str | None:
    """The deck that shares its line with the byline."""
    for span in list(sheet.rest()) if sheet else ():
        text = squeeze(span.of(sheet.text)) if sheet else ""
        if sheet and is_title(text) and span.start == 0:
            desk.fields["deck"] = text
            desk.claim("deck", sheet, span, "header.deck-before-byline")
            return text
    return None


def _is_candidate(sheet: Sheet) -> bool:
    matter = sheet.end_matter
    return (
        is_title(sheet.text)
        and not is_caption(sheet)
        and not is_time_line(sheet)
        and (matter is None or matter.kind not in (EndMatterKind.FURNITURE, EndMatterKind.COPYRIGHT))
        and not _LABEL.match(sheet.text)
    )


_LABEL = Token(r"[^:]{0,30}:$")


def _headline_and_deck(titles: list[Sheet], wants_deck: bool) -> tuple[Sheet, Sheet | None]:  # noqa: FBT001
    """The nearest title is the headline, unless the one above it is the headline and it the deck."""
    first = titles[0]
    second = titles[1] if len(titles) > 1 and titles[1].number == first.number - 1 else None
    if second is None or _is_kicker(second.text) or not wants_deck:
        return first, None
    if len(first.text) > len(second.text) or first.text.endswith("."):
        return second, first
    return first, None


def _is_kicker(text: str) -> bool:
    """``US Politics``: a few words, all of them capitalised."""
    words = text.split()
    return len(words) <= _KICKER and not any(word[0].islower() for word in words)


def _right_below(headline: Sheet, titles: list[Sheet]) -> Sheet | None:
    below = [sheet for sheet in titles if sheet.number == headline.number + 1]
    return below[0] if below else None


#: a kicker in capitals that nothing but a style sheet parts from its headline: ``HARBOR NEWS Who mends the bridge``
_KICKER_IN_FRONT = Token(r"(?:[A-ZÀ-Þ]{4,20}\s){2,5}(?=[A-ZÀ-Þ][a-zß-ÿ]*\s[a-zß-ÿ](?:\S{0,40}\s\S{1,40}){2})")


def _claim_titles(desk: Desk, headline: Sheet, deck: Sheet | None) -> None:
    kicker = _KICKER_IN_FRONT.match(headline.text)
    start = kicker.end() if kicker else 0
    desk.fields["headline"] = squeeze(headline.text[start:])
    desk.claim("headline", headline, Span(start, len(headline.text)), "header.headline")
    if deck is not None:
        desk.fields["deck"] = squeeze(deck.text)
        desk.claim("deck", deck, Span(0, len(deck.text)), "header.deck")


def take_text_lede(desk: Desk) -> None:
    """A standfirst in whole sentences right below the headline of plain text: the first paragraph of the story."""
    if desk.is_page or desk.headline is None:
        return
    below = [sheet for sheet in desk.sheets[desk.headline.number + 1 : desk.body.start] if sheet.free]
    for sheet in below[:_FARTHEST_LEDE]:
        long_enough = len(sheet.text.split()) >= _FEWEST_LEDE
        if long_enough and is_short_sentence(sheet.text) and not is_of_the_page(sheet) and not is_caption(sheet):
            desk.lede = sheet
            return
