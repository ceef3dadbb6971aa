"""
The headline of plain text, where nothing but its words tells it from the menus above: a contest of lines.

    share.N most    how many of its words the story says too, in fifths; whether no line above shares more
    lead.N          how far it stands above the first paragraph
    by.N time.N name.N   how far below it a byline, a time or a name stands
    titles-above.N titles-below.N   lines like it right above, and between it and the story
    again.N next.K  the text has the line more than once; what the next line looks like
    address.N       how many of its words the page's address has, in sixths
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from articlekit.assembly.contest import Contender, judge
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.lines import kind_of, of_line, stems, steps
from articlekit.assembly.marks import is_caption

__all__ = ["find_text_headline", "headlines"]

_LONGEST = 300  # code points of a headline
_STORY = 40  # blocks of the story that a headline is compared with
_FARTHEST = 400  # blocks above the lead that are looked at
_NEAR = 12  # blocks below a headline
_ABOVE = 3
_FEW = 8
_MOST_READ = 4  # contenders that are read as captions and furniture
_TITLES = ("title", "sentence", "question")
_BELOW = (("by", ("by", "by-alone")), ("time", ("time", "timed")), ("name", ("name",)))


def find_text_headline(desk: Desk) -> None:
    """Say which line above the story of plain text is its headline, if any seems to be."""
    if desk.is_page or not desk.body:
        return
    best = judge(headlines(desk), desk.weights.headlines)[:_MOST_READ]
    desk.headline = next((sheet for sheet in best if sheet.end_matter is None and not is_caption(sheet)), None)


def headlines(desk: Desk) -> Iterator[Contender[Sheet]]:
    """The lines that may be the headline of a text, and what can be seen of each."""
    start, lead = max(0, desk.body.start - _FARTHEST), desk.body.start
    above = desk.sheets[start:lead]
    kinds = [kind_of(sheet.text) for sheet in above]
    shares = _shares(desk, above)
    most = max(shares, default=0.0)
    address = stems(_spaced(desk.draft.url)) if desk.draft.url else None
    counts = Counter(sheet.text for sheet in desk.sheets)
    again = {sheet.text: i for i, sheet in enumerate(above)}  # where each line stands for the last time
    story = frozenset(desk.sheets[number].text for number in desk.story)
    for i, sheet in enumerate(above):
        if not _may_be(sheet) or sheet.text in story or (kinds[i] == "by" and _is_byline(sheet)):
            continue
        share = f"{int(5 * shares[i])}{'.most' if shares[i] == most > 0 else ''}"
        seen = ["always", *of_line(sheet.text), f"share.{share}", f"share.{kinds[i]}.{share}"]
        seen += _around(kinds, i)
        seen.append(f"gap.{min(sheet.block.gap, 2)}")
        seen.append(f"again.{min(counts[sheet.text], 3)}.{again[sheet.text] > i}")
        if address is not None:
            seen.append(f"address.{_share_of(stems(sheet.text), address)}")
        yield Contender(sheet, seen)


def _may_be(sheet: Sheet) -> bool:
    words = len(sheet.text) <= _LONGEST and any(map(str.isalpha, sheet.text)) and len(sheet.text.split()) > 1
    return words and sheet.free


def _is_byline(sheet: Sheet) -> bool:
    """Whether a line that opens as a byline is one: it names people, and nothing is left of it."""
    found = sheet.byline
    return found is not None and bool(found.value.authors) and len(found.span) == len(sheet.text)


def _shares(desk: Desk, above: Sequence[Sheet]) -> list[float]:
    """For each line above the story, the share of its words that the story says too."""
    own = [desk.sheets[number].text for number in sorted(desk.story)[:_STORY]]
    story = stems("\n".join(own))
    shares = []
    for sheet in above:
        words = stems(sheet.text) if len(sheet.text) <= _LONGEST else frozenset()
        shared = len(words & story)
        shares.append(shared / (len(words) + 2) if shared > 1 else 0.0)
    return shares


def _around(kinds: Sequence[str], i: int) -> list[str]:
    """Where a line stands: how far above the lead, what is around it."""
    distance = len(kinds) - i
    below, above = kinds[i + 1 : i + 1 + _NEAR], kinds[max(0, i - _ABOVE) : i]
    found = [f"lead.{distance if distance <= _FEW else _FEW + steps(distance)}"]
    for name, group in _BELOW:
        near = next((n for n, kind in enumerate(below) if kind in group), None)
        found.append(f"{name}.{'none' if near is None else min(near, 4)}")
    found.append(f"time-above.{any(kind in ('time', 'timed') for kind in above[-2:])}")
    found.append(f"next.{below[0] if below else 'lead'}")
    found.append(f"titles-below.{min(3, sum(kind in _TITLES for kind in below))}")
    found.append(f"titles-above.{min(3, sum(kind in _TITLES for kind in above))}")
    return found


def _spaced(address: str) -> str:
    """The words of an address, without what stands before its first slashes."""
    return address.rpartition("//")[2].translate(_BLANKS)


_BLANKS = str.maketrans("-_/.+", "     ")


def _share_of(words: frozenset[str], others: frozenset[str]) -> int:
    """How many of *words* are among *others*, in sixths."""
    return int(6 * len(words & others) / (len(words) + 1))
