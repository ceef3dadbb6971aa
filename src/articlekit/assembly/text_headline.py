"""The headline of plain text, where nothing but its words tells it from the menus above: it speaks of the story."""

import itertools
import re
from collections import Counter

from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import is_caption, is_of_the_page
from articlekit.grammar import Finder

__all__ = ["find_text_headline"]

_FARTHEST = 60  # blocks above the lead
_STORY = 24  # blocks of the story that the headline is compared with
_FEWEST_SHARED = 2  # words
_LEAST = 0.3  # of its words that a headline shares with the story
_DOUBT = 2  # words that no line shares: of lines that share all, a longer one says more
_FEWEST, _MOST = 4, 40  # words of headlines
#: of longer words the first letters, which inflection leaves as they are
_WORD = Finder(r"(?<![^\W\d_])[^\W\d_]{4,5}|[0-9]{2,}")
_BY_OR_TIME = Finder(r"^\W{0,3}(?:by|author)\b|\b(?:19|20)[0-9]{2}\b|\b[0-9]{1,2}[:.][0-9]{2}\b", re.IGNORECASE)
_BEHIND = 6  # lines between headline and byline
_ABOVE = 3  # lines above a byline that another headline may have
#: no headline: a byline, a line in brackets, a label, a credit, a button, a time
_OTHER = Finder(
    r"^\W{0,3}by\s|^[(\[]|:$|\bcredit:|\bphoto(?:s|graph)? by\b|\bjoin the\b|\bshare this\b|\bcopyright\b|©"
    r"|^\W{0,3}(?:last )?(?:updated|published)\b"
    r"|^\W{0,3}(?:[^\W\d_]{3,9}\.?,? )?[0-9]{1,2}\.? [^\W\d_]{3,9} [0-9]{4}\b",
    re.IGNORECASE,
)
_MOST_READ = 4  # lines that are read as captions and furniture

_BY_BESIDE = 0.3
_TWICE = 0.2
_SENTENCE = -0.2
_BELOW_ANOTHER = -0.3
_FAR = -0.004  # for each block between


def find_text_headline(desk: Desk) -> None:
    """Say which sheet above the story is the headline, where one shares enough words with it."""
    if desk.is_page or not desk.body:
        return
    start = desk.body.start
    own = (sheet.text for sheet in desk.sheets[start:] if sheet.text not in desk.repeated)
    story = _words("\n".join(itertools.islice(own, _STORY)))
    above = [sheet for sheet in desk.sheets[max(0, start - _FARTHEST) : start] if _may_be(sheet)]
    shares = {sheet.number: _share(sheet, story) for sheet in above}
    counts = Counter(sheet.text for sheet in desk.sheets[:start])  # what stands in the story again is a heading of it
    last = {sheet.text: sheet for sheet in above if shares[sheet.number]}
    scores = {s.number: _score(desk, s, shares) + _TWICE * (counts[s.text] > 1) for s in last.values()}
    best = sorted(scores, key=lambda number: (-scores[number], number))[:_MOST_READ]
    desk.headline = next(
        (desk.sheets[number] for number in best if not _is_caption_or_furniture(desk.sheets[number])), None
    )


def _is_caption_or_furniture(sheet: Sheet) -> bool:
    return sheet.end_matter is not None or is_caption(sheet)


def _may_be(sheet: Sheet) -> bool:
    letters = sum(map(str.isalpha, sheet.text))
    return (
        sheet.free
        and _FEWEST <= len(sheet.text.split()) <= _MOST
        and 2 * letters > len(sheet.text)
        and not _OTHER.first(sheet.text)
        and not is_of_the_page(sheet)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.pattern.findall(text.lower()))


def _share(sheet: Sheet, story: frozenset[str]) -> float:
    """The share of a line's words that are the story's too, 0 where they are too few to tell."""
    words = _words(sheet.text)
    shared = len(words & story)
    share = shared / (len(words) + _DOUBT)
    return share if shared >= _FEWEST_SHARED and share >= _LEAST else 0.0


def _score(desk: Desk, sheet: Sheet, shares: dict[int, float]) -> float:
    score = shares[sheet.number] + _FAR * (desk.body.start - sheet.number)
    beside = desk.sheets[sheet.number + 1 : sheet.number + _BEHIND]
    if not any(shares.get(number) for number in range(sheet.number - _ABOVE, sheet.number)):
        beside += desk.sheets[max(0, sheet.number - 1) : sheet.number]  # a time may stand above the headline
    if any(_BY_OR_TIME.first(other.text) for other in beside):
        score += _BY_BESIDE
    if sheet.is_sentence and sheet.text[-1] not in "?!":
        score += _SENTENCE
    if shares.get(sheet.number - 1) and desk.sheets[sheet.number - 1].text != sheet.text:
        score += _BELOW_ANOTHER
    return score
