"""The deck: in front of the byline in its line, what a page calls so, or the line right below the headline."""

from collections.abc import Iterator

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.looks import is_title
from articlekit.assembly.marks import is_caption, is_time_line
from articlekit.grammar import Token
from articlekit.readers.draft import Hint
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["take_deck"]

_FARTHEST = 6  # blocks behind the headline
_LABEL = Token(r"[^:]{0,30}:$")


def take_deck(desk: Desk) -> None:
    """The first deck that there is."""
    for sheet, span, rule in (*_before_byline(desk), *_named(desk), *_below(desk)):
        desk.fields.deck = squeeze(span.of(sheet.text))
        desk.claim("deck", sheet, span, rule)
        return


def _before_byline(desk: Desk) -> Iterator[tuple[Sheet, Span, str]]:
    """The deck that shares its line with the byline."""
    for sheet in desk.sheets:
        if "byline" in sheet.paths:
            yield from (
                (sheet, span, "deck.before-byline")
                for span in sheet.rest()
                if span.start == 0 and is_title(squeeze(span.of(sheet.text)))
            )
            return


def _named(desk: Desk) -> Iterator[tuple[Sheet, Span, str]]:
    """What the page calls a deck between headline and story."""
    for sheet in _behind_headline(desk):
        if sheet.hint is Hint.DECK:
            yield sheet, Span(0, len(sheet.text)), "deck.named"


def _below(desk: Desk) -> Iterator[tuple[Sheet, Span, str]]:
    """The line right below the headline, where it is no part of the story and nothing else."""
    for sheet in _behind_headline(desk)[:1]:
        own = desk.headline is not None and sheet.number == desk.headline.number + 1
        if (
            own
            and sheet.number not in desk.story
            and sheet.hint in (Hint.HEADING, Hint.TEXT)
            and _is_plain(desk, sheet)
        ):
            yield sheet, Span(0, len(sheet.text)), "deck.below"


def _behind_headline(desk: Desk) -> list[Sheet]:
    """The free lines between headline and lead that may be a deck."""
    if desk.headline is None:
        return []
    start = desk.headline.number + 1
    near = desk.sheets[start : min(start + _FARTHEST, desk.lead)]
    return [s for s in near if s.free and not s.outside and is_title(s.text) and 2 * s.block.linked < len(s.text)]


def _is_plain(desk: Desk, sheet: Sheet) -> bool:
    """Whether a line is none that a form reads, no label, and does not name who wrote the story."""
    byline = desk.fields.byline
    names_author = byline is not None and any(author.name in sheet.text for author in byline.authors)
    return not (
        names_author
        or sheet.end_matter is not None
        or is_caption(sheet)
        or is_time_line(sheet)
        or _LABEL.match(sheet.text)
    )
