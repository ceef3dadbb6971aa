"""
The parts of a byline: the reading of its words that the observations speak for most.

Every way to part the words into people, organisations, roles, places, collectives, links (``for the``) and other
words is weighed, each part by its observations, and the heaviest reading is found in time linear in the words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from operator import add

from attrs import frozen

from articlekit.forms.bylines.observations import KINDS, PartKind, is_small, is_title, of_part, of_word, possible_kinds
from articlekit.forms.bylines.pieces import Kind, Piece
from articlekit.forms.names import initials, nameable
from articlekit.forms.roles import in_role
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import mapping, phrases
from articlekit.remembering import remembered
from articlekit.span import Span

__all__ = [
    "GROUPS",
    "INSIDE",
    "MOST_WORDS",
    "Part",
    "Weights",
    "fixed_parts",
    "heaviest_parts",
    "kinds_at",
    "marks_between",
    "part_observations",
    "parts",
    "weights",
]

Weights = Mapping[str, tuple[int, ...]]
MOST_WORDS = 9  # of a part
_NOTHING = (0,) * len(KINDS)
_FLOOR = -(10**9)

#: what stands between two words, the strongest first: the name of the mark
_MARKS = (
    (Kind.LABEL, "label"),
    (Kind.PUBLISHED, "time"),
    (Kind.UPDATED, "time"),
    (Kind.EMAIL, "address"),
    (Kind.HANDLE, "address"),
    (Kind.NOISE, "noise"),
    (Kind.LINE, "line"),
    (Kind.BAR, "bar"),
    (Kind.SLASH, "slash"),
    (Kind.OPEN, "open"),
    (Kind.CLOSE, "close"),
    (Kind.AND, "and"),
    (Kind.COMMA, "comma"),
    (Kind.GLUE, "glue"),
)
INSIDE = frozenset(("", "and", "glue"))  # marks that may stand inside a part
GROUPS = {"": "blank", "glue": "blank", "and": "and", "comma": "comma", "line": "line", "bar": "bar", "slash": "slash"}


@frozen
class Part:
    """A part of a byline: what it is, its words as kept, and where it stands."""

    kind: PartKind
    words: tuple[str, ...]
    span: Span

    @property
    def text(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


def mark_before(between: Sequence[Piece]) -> str:
    """The name of the mark that *between*, the pieces in front of a word, make: the strongest of them."""
    if not between:
        return ""
    kind = min((piece.kind for piece in between), key=_STRENGTH.__getitem__)
    if kind is Kind.LABEL:
        label = next(piece for piece in reversed(between) if piece.kind is Kind.LABEL)
        return {"?": "unknown-label", "": "label", "source": "source"}.get(label.text, "role-label")
    return _NAMES[kind]


_NAMES = dict(_MARKS)
_STRENGTH = {kind: number for number, (kind, _) in enumerate(_MARKS)}


def parts(found: Sequence[Piece], using: Weights | None = None) -> list[Part | Piece]:
    """*found* with each run of words as its parts; labels, times, addresses and marks as they are."""
    at = [i for i, piece in enumerate(found) if piece.kind is Kind.WORD]
    if not at:
        return list(found)
    marks = marks_between(found, at)
    words = tuple(found[i].text for i in at)
    result: list[Part | Piece] = list(found[: at[0]])
    read = _read(words, marks) if using is None else heaviest_parts(words, marks, using)
    for number, (kind, first, end) in enumerate(read):
        if number:
            result += found[at[first - 1] + 1 : at[first]]
        inner = [piece for piece in found[at[first] : at[end - 1] + 1] if piece.kind in (Kind.WORD, Kind.AND)]
        span = Span(inner[0].start, inner[-1].end)
        result.append(Part(kind, _joined(inner), span))
    return [*result, *found[at[-1] + 1 :]]


def _joined(inner: Sequence[Piece]) -> tuple[str, ...]:
    """The words of a part, ``and`` or ``&`` between them, and what is only glued as one."""
    words: list[str] = []
    for before, piece in zip((None, *inner), inner, strict=False):
        text = piece.text
        glued = before is not None and before.end == piece.start and before.kind is piece.kind is Kind.WORD
        if words and (glued or text.startswith(",")):
            words[-1] += text
        else:
            words.append(text)
    return tuple(words)


def belongs_to_name(word: str) -> bool:
    """Whether *word* is a suffix or credential, which a comma does not part from its name: ``Marsh, Sr., MD``."""
    return bool({"suffix", "credential"}.intersection(of_word(word)))


def marks_between(found: Sequence[Piece], at: Sequence[int]) -> tuple[str, ...]:
    """The mark before each word, and the one behind the last."""
    names = []
    for before, i in zip((-1, *at), (*at, len(found)), strict=True):
        between = found[before + 1 : i]
        glued = not between and before >= 0 and i < len(found) and found[before].end == found[i].start
        mark = "glue" if glued else mark_before(between) or ("" if before >= 0 else "start")
        names.append("" if mark == "comma" and i < len(found) and belongs_to_name(found[i].text) else mark)
    return (*names[:-1], names[-1] or "end")


@remembered(4096)
def _read(words: tuple[str, ...], marks: tuple[str, ...]) -> tuple[tuple[PartKind, int, int], ...]:
    return heaviest_parts(words, marks, weights())


@cache
def weights() -> Weights:
    """What each observation is worth for each kind of part."""
    return {row[0]: tuple(int(cell) for cell in row[1 : 1 + len(KINDS)]) for row in rows("byline_weights")}


def part_observations(words: Sequence[str], marks: Sequence[str], first: int, end: int) -> list[str]:
    """What can be seen of the part from word *first* to word *end*, but for the part before it."""
    inside = words[first:end]
    inner = (name for word in inside[1:-1] for name in _inner(word))
    whole = of_part(inside, ["", *marks[first + 1 : end]])
    return [*_opening(words, marks, first), *inner, *_closing(words, marks, end), *whole]


def _opening(words: Sequence[str], marks: Sequence[str], first: int) -> list[str]:
    """What can be seen where a part begins: its first word, the mark before it, a small word that leads to it."""
    found = [f"before.{marks[first]}", *(f"first.{name}" for name in of_word(words[first]))]
    if first and not marks[first]:
        if is_small(words[first - 1]):
            found.append(f"follows.{words[first - 1].casefold()}")
        if _quieter(words[first - 1], words[first]):
            found.append("starts.quieter")
    return found


def _inner(word: str) -> list[str]:
    return [f"inner.{name}" for name in of_word(word)]


def _closing(words: Sequence[str], marks: Sequence[str], end: int) -> list[str]:
    """What can be seen where a part ends: its last word, the mark behind it, the next word, a change of case."""
    found = [f"behind.{marks[end]}", *(f"last.{name}" for name in of_word(words[end - 1]))]
    if end < len(words) and not marks[end]:
        found += (f"next.{name}" for name in of_word(words[end]))
        if _quieter(words[end - 1], words[end]):
            found.append("ends.louder")
    return found


def _quieter(before: str, word: str) -> bool:
    """Whether capitals end between two words: ``MARSH Associated``; not ``J. Marsh``."""
    return before.isupper() and len(before.rstrip(".")) > 1 and not word.isupper()


def kinds_at(
    words: Sequence[str], marks: Sequence[str], first: int, end: int, fixed: Mapping[int, tuple[int, int]]
) -> tuple[PartKind, ...]:
    """The kinds that the part from word *first* to word *end* may be, what is *fixed* around it known."""
    alone = (PartKind.OTHER,) if end == first + 1 else ()  # so that every byline has a reading
    if first in fixed or end - 1 in fixed:
        return (PartKind.ROLE,) if fixed.get(first) == (first, end) else alone
    if first and marks[first] == "" and is_title(words[first - 1]):
        return alone
    if first and marks[first] == "" and _inside_name(words[first - 1], words[first]):
        return ()
    kinds = possible_kinds(words[first:end], marks[first + 1 : end])
    if first and marks[first] == "":
        behind = _behind(tuple(words[max(0, first - _LONGEST_LEAD) : first]))
        kinds = tuple(kind for kind in kinds if kind in behind)
    return kinds or alone


@remembered(4096)
def _behind(words: tuple[str, ...]) -> Collection[PartKind]:
    """What may stand behind *words* with no mark: a place only behind ``in``, a person neither there nor at ``at``."""
    key, leads = _lead(words)
    article = not leads and key in phrases("articles") and len(words) > 1
    if article:
        key, leads = _lead(words[:-1])
    joins_people = key in phrases("particles") or key in mapping("and_words") or key in mapping("byline_labels")
    unplaced = KINDS if leads or article or is_small(key) else _UNPLACED
    if joins_people or leads == "role" or len(words) == 1:
        return unplaced
    if leads == "location":
        return _PLACED
    return _UNNAMED if leads or article else unplaced


def _lead(words: Sequence[str]) -> tuple[str, str]:
    """What the end of *words* leads to, if anything, and the words that do: ``reporting from``, ``in``."""
    for count in (_PAIR, 1):
        key = words_key(" ".join(words[-count:]))
        if leads := mapping("role_connectors").get(key):
            return key, leads
    return key, ""


_LONGEST_LEAD = 3  # words: reporting from the
_PLACED = (PartKind.LOCATION, PartKind.LINK, PartKind.OTHER)
_UNNAMED = tuple(kind for kind in KINDS if kind is not PartKind.PERSON)
_UNPLACED = tuple(kind for kind in KINDS if kind is not PartKind.LOCATION)


def _inside_name(before: str, word: str) -> bool:
    """Whether no part ends between two words of a name: in front of its suffix, behind its initial."""
    initial = len(before) == len("J.") and before.endswith(".") and initials(before) and not in_role(word)
    return (initial or "suffix" in of_word(word)) and nameable((before, word))


def fixed_parts(words: Sequence[str], marks: Sequence[str]) -> Mapping[int, tuple[int, int]]:
    """For each word of a phrase that is a role for certain (``Special to``), where the phrase begins and ends."""
    found: dict[int, tuple[int, int]] = {}
    for first in range(len(words)):
        for end in range(first + _SHORTEST_FIXED, min(len(words), first + _LONGEST_FIXED) + 1):
            phrase = words_key(" ".join(words[first:end]))
            if mapping("role_connectors").get(phrase) == "role" and not any(marks[first + 1 : end]):
                found.update(dict.fromkeys(range(first, end), (first, end)))
    return found


_SHORTEST_FIXED, _LONGEST_FIXED = 2, 4  # words


def heaviest_parts(words: Sequence[str], marks: Sequence[str], using: Weights) -> tuple[tuple[PartKind, int, int], ...]:
    """
    The heaviest reading of *words*: kind, first word and end of each part, in order.

    *marks* names what stands before each word and behind the last.
    """
    count = len(words)
    spans = _Spans(words, marks, using)
    best: list[list[int]] = [[_FLOOR] * len(KINDS) for _ in range(count + 1)]
    came: list[list[tuple[int, int]]] = [[(0, 0)] * len(KINDS) for _ in range(count + 1)]
    for first in range(count):
        if first and max(best[first]) <= _FLOOR:
            continue  # no part ends here: inside a name
        enter = _entering(best[first], first, marks, using)
        for end, scores in spans.beginning_at(first):
            for k, score in scores:
                total = enter[k][0] + score
                if total > best[end][k]:
                    best[end][k], came[end][k] = total, (first, enter[k][1])
    last = max(range(len(KINDS)), key=best[count].__getitem__)
    if best[count][last] <= _FLOOR:
        return tuple((PartKind.OTHER, i, i + 1) for i in range(count))
    return _traced(came, last)


def _traced(came: Sequence[Sequence[tuple[int, int]]], k: int) -> tuple[tuple[PartKind, int, int], ...]:
    """The parts on the way back from the end of the words, where the last is of kind number *k*."""
    found: list[tuple[PartKind, int, int]] = []
    end = len(came) - 1
    while end:
        first, before = came[end][k]
        found.append((KINDS[k], first, end))
        end, k = first, before
    return tuple(reversed(found))


class _Spans:
    """What each stretch of *words* weighs as each kind of part; what its ends show is weighed once."""

    def __init__(self, words: Sequence[str], marks: Sequence[str], using: Weights) -> None:
        self._words, self._marks, self._using = words, marks, using
        self._fixed = fixed_parts(words, marks)
        self._inner = [_sum(_inner(word), using) for word in words]
        self._closings = [_sum(_closing(words, marks, end), using) for end in range(1, len(words) + 1)]

    def beginning_at(self, first: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """The end of each part that may begin at word *first*, and the number and weight of each kind it may be."""
        words, marks = self._words, self._marks
        opened = _sum(_opening(words, marks, first), self._using)
        for end in range(first + 1, min(len(words), first + MOST_WORDS) + 1):
            if end > first + 1 and marks[end - 1] not in INSIDE:
                return
            if end > first + _PAIR:  # the word before the last is now an inner one
                opened = _added(opened, self._inner[end - _PAIR])
            kinds = kinds_at(words, marks, first, end, self._fixed)
            if not kinds:
                continue
            whole = _sum(of_part(words[first:end], ["", *marks[first + 1 : end]]), self._using)
            scores = _added(_added(opened, self._closings[end - 1]), whole)
            yield end, [(_NUMBER[kind], scores[_NUMBER[kind]]) for kind in kinds]


_NUMBER = {kind: number for number, kind in enumerate(KINDS)}
_PAIR = 2  # words, of which none is an inner one


def _entering(before: Sequence[int], first: int, marks: Sequence[str], using: Weights) -> list[tuple[int, int]]:
    """For each kind of part that may begin at *first*, the heaviest way there and the kind that it comes from."""
    if not first:
        return [(0, 0)] * len(KINDS)
    group = GROUPS.get(marks[first], "apart")
    rows_ = [using.get(f"after.{kind.value}.{group}", _NOTHING) for kind in KINDS]
    return [
        max((before[p] + row[k], p) for p, row in enumerate(rows_) if before[p] > _FLOOR) for k in range(len(KINDS))
    ]


def _added(one: Sequence[int], other: Sequence[int]) -> list[int]:
    return list(map(add, one, other))


def _sum(observations: Sequence[str], using: Weights) -> list[int]:
    found = [using[name] for name in observations if name in using]
    return [sum(column) for column in zip(*found, strict=True)] if found else list(_NOTHING)
