"""The times that a page or text shows: in lines of their own, in others near the headline, one alone far from it."""

import itertools
import string
from collections.abc import Sequence

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import is_time_line, opens_as_time
from articlekit.assembly.zone import zone
from articlekit.forms.moments import moment
from articlekit.grammar import Finder, Scanner
from articlekit.lexicon.calendar import months
from articlekit.model import Byline, Moment, Parsed
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["leading_time", "shown_times"]

_HEADINGS = (Hint.HEADING, Hint.HEADLINE)
_OF_PICTURES = (Hint.CAPTION, Hint.CREDIT)  # whose days are those of what they show
_BELOW_STORY = 8  # blocks
_LONGEST_TIME = 80  # code points


def shown_times(desk: Desk, published: Moment | None, modified: Moment | None) -> tuple[Moment | None, Moment | None]:
    """*published* and *modified*, or where one is not known what lines of times near the headline tell of it."""
    sheets = [sheet for sheet in zone(desk) if sheet.hint not in _OF_PICTURES]
    for sheet in (*sheets, *_lone_time_line(desk, published, sheets)):
        found = sheet.byline if is_time_line(sheet) else None
        if found is None:
            continue
        told = _where_told(sheet.text, found)
        if published is None and found.value.published is not None:
            published = found.value.published
            desk.claim("published", sheet, told["published"], found.rule)
        if modified is None and found.value.updated is not None:
            modified = found.value.updated
            desk.claim("modified", sheet, told["updated"], found.rule)
        if not sheet.free:
            desk.story -= {sheet.number}  # what else it says is no paragraph
    return published, modified


def _where_told(line: str, found: Parsed[Byline]) -> dict[str, Span]:
    """Where in *line* each time stands that was found there, with its label and the marks around it."""
    told: dict[str, Span] = {}
    done = 0
    for name, start, end, _ in found.parts:
        if name in ("published", "updated"):
            front, behind = line[done:start], line[end:]
            begin = done + len(front.rstrip(_MARKS)) if _HAS_WORD.first(front) else done
            done = len(line) - len(behind.lstrip(_MARKS)) if _HAS_WORD.first(behind) else len(line)
            shown = line[begin:done]
            told.setdefault(name, Span(done - len(shown.lstrip()), begin + len(shown.rstrip())))
    return told


_MARKS = f"{string.whitespace}|/·•,;:-–—"
_HAS_WORD = Finder(r"[^\W_]")


def _lone_time_line(desk: Desk, published: Moment | None, sheets: Sequence[Sheet]) -> list[Sheet]:
    """
    The only time line above the end of the story, or right below, where there is none near the headline.

    It has a label or tells the time of day: a day alone is as often that of something else. It stands under no other
    heading, and below the story of a page it has a label: with a clock alone it is as often that of another story.
    """
    if published is not None or any(map(is_time_line, sheets)):
        return []
    own = itertools.takewhile(lambda s: s.hint not in _HEADINGS, desk.sheets[desk.lead :])
    near = [*desk.sheets[: desk.lead], *(s for s in own if s.number < desk.body.stop)]
    near = [s for s in near if s.free and not s.outside and _is_sure(s.text)]
    below = itertools.takewhile(
        lambda s: s.hint not in _HEADINGS, desk.sheets[desk.body.stop : desk.body.stop + _BELOW_STORY]
    )
    near += [s for s in below if s.free and not s.outside and (opens_as_time if s.tag else _is_sure)(s.text)]
    lines = [sheet for sheet in near if is_time_line(sheet)]
    return lines[:1] if len({sheet.text for sheet in lines}) == 1 else []


def _is_sure(text: str) -> bool:
    return _HAS_CLOCK.first(text) is not None or opens_as_time(text)


_HAS_CLOCK = Finder(r"[0-9](?:[:.][0-9]{2}|\s?[AaPp]\.?[Mm])")


def leading_time(desk: Desk) -> Moment | None:
    """``Politics / January 11, 2024``: a time in a short line near the headline, whatever else is in it."""
    for sheet in (sheet for sheet in zone(desk) if sheet.free and sheet.hint not in _OF_PICTURES):
        if len(sheet.text) > _LONGEST_TIME or not any(map(str.isdigit, sheet.text)) or _tells_a_story(desk, sheet):
            continue
        scanner = Scanner(sheet.text)
        for word in _WORD_START.all(sheet.text):
            scanner.pos = word.start()
            found = moment(scanner)
            if found is not None:
                desk.claim("published", sheet, Span(word.start(), scanner.pos), "times.in-line")
                return found
    return None


def _tells_a_story(desk: Desk, sheet: Sheet) -> bool:
    """Whether a line is a sentence, or words of some number behind the lead: its times are those of what it tells."""
    return sheet.is_sentence or (sheet.number > desk.lead > 0 and len(sheet.text.split()) > _MOST_BESIDE_TIME)


_MOST_BESIDE_TIME = 8  # words


#: where a time may begin, glued to the word in front or not: ``3 minute readMarch 4, 2021``, ``SPORTMAY 9, 2022``
_WORD_START = Finder(
    lambda: rf"(?<!\w)(?=\w)|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=(?:{'|'.join(map(str.upper, months()))})\.?\s[0-9])"
)
