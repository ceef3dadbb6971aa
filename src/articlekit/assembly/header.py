"""The headline and deck of plain text, which stand above its story."""

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_title
from articlekit.assembly.marks import is_caption, is_time_line
from articlekit.grammar import Token
from articlekit.lexicon.keys import words_key
from articlekit.model import EndMatterKind
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["take_headline"]

_FARTHEST_HEADLINE = 14  # blocks above the byline
_KICKER = 3  # words of a kicker or section name


def take_headline(desk: Desk) -> None:
    """The headline and deck: titles above the byline, or above the lead where there is no byline."""
    if desk.fields.headline is not None:
        return
    above = _above(desk)
    byline = next((s for s in desk.sheets if s.taken and _holds(s, "byline")), None)
    deck = _deck_before_byline(desk, byline)
    printed = words_key(desk.fields.print_headline or "")
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
            desk.fields.deck = text
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
    desk.fields.headline = squeeze(headline.text[start:])
    desk.claim("headline", headline, Span(start, len(headline.text)), "header.headline")
    if deck is not None:
        desk.fields.deck = squeeze(deck.text)
        desk.claim("deck", deck, Span(0, len(deck.text)), "header.deck")
