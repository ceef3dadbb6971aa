"""
How the weights of a byline's observations are learned. Run by hand, never by the package:

    pip install -e '.[train]'
    python tests/recipes/byline_weights.py GOLD              # figures by folds of sites
    python tests/recipes/byline_weights.py GOLD --write      # the table, from all rows

GOLD is a folder of JSON lines, ``bylines*.jsonl``: ``text``, ``authors`` (with ``name``, ``role``, ``organization``,
``location``), ``organizations``, ``collective``, ``domain``. The words of a row are labelled by finding these in its
text; a row without ``organizations`` says only who is an author, its other words are free. The weights are those of a
semi-Markov conditional random field (Sarawagi and Cohen, 2004), fitted by L-BFGS under a quadratic penalty. Rows of a
site share its weight: each counts one by the root of their number.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from articlekit import find_byline
from articlekit.forms.bylines.byline_rules import rules_weighed_by
from articlekit.forms.bylines.observations import KINDS, PartKind, of_word
from articlekit.forms.bylines.parts import (
    GROUPS,
    INSIDE,
    MOST_WORDS,
    Weights,
    fixed_parts,
    kinds_at,
    marks_between,
    part_observations,
)
from articlekit.forms.bylines.pieces import Kind, pieces
from articlekit.grammar import Scanner
from articlekit.lexicon.keys import words_key

TABLE = Path(__file__).resolve().parents[2] / "src/articlekit/lexicon/tables/byline_weights.tsv"
CASES = Path(__file__).resolve().parents[1] / "cases/bylines.json"
OURS = "ours"  # the site of the bylines that were invented for the tests, from which every fold learns
FOLDS = 5
_PENALTY = 0.25  # of 0.02 to 0.7, by folds of sites, the figures are flat around it
_SCALE = 100  # weights are kept in hundredths
_LONGEST = 40  # words
_MOST_STEPS = 80
_NEVER = -1e30
_HARDLY = 1e-9

Row = dict[str, Any]
Floats = NDArray[np.float64]
Label = tuple[PartKind, int] | None
#: the groups of marks that may stand between two parts
_JOINTS = (*dict.fromkeys(GROUPS.values()), "apart")


# --------------------------------------------------------------------------- rows


def rows(folder: Path) -> Iterator[Row]:
    """The rows of every file of labelled bylines."""
    for path in sorted(folder.glob("bylines*.jsonl")):
        yield from map(json.loads, path.read_text("utf-8").splitlines())
    for case in json.loads(CASES.read_text("utf-8")):
        yield {"authors": [], "organizations": [], **case["value"], "text": case["text"], "domain": OURS}


def site(row: Row) -> str:
    """Where a row is from: rows of one site are learned together or not at all."""
    source = str(row.get("source", ""))
    return str(row.get("domain") or re.split(r"[:/]", source)[0] + source[-24:-14])


def fold(row: Row) -> int:
    """The fold of a row's site, 0 to 4; none for ours."""
    return -1 if row.get("domain") == OURS else int(hashlib.sha256(site(row).encode()).hexdigest()[:8], 16) % FOLDS


@frozen(eq=False)
class Example:
    """A byline's words and marks, the label of each word (None where it is free), and how much it counts."""

    words: tuple[str, ...]
    marks: tuple[str, ...]
    labels: tuple[Label, ...]
    weight: float


def examples(found: Iterable[Row]) -> list[Example]:
    """*found* as examples, the rows of a site weighed by their number."""
    found = list(found)
    count = Counter(map(site, found))
    made = (example(row, count[site(row)] ** -0.5) for row in found)
    return [one for one in made if one is not None]


def example(row: Row, weight: float) -> Example | None:
    """*row* as words with labels; None where it has no words, or too many."""
    found = pieces(Scanner(row["text"]))
    at = [i for i, piece in enumerate(found) if piece.kind is Kind.WORD]
    if not 0 < len(at) <= _LONGEST:
        return None
    words = tuple(found[i].text for i in at)
    labels: list[Label] = [None] * len(words)
    for number, (kind, phrase) in enumerate(wanted(row), 1):
        label(words, labels, kind, phrase, number)
    if "organizations" in row:
        labels = [mark or (PartKind.OTHER, -1) for mark in labels]
    return Example(words, marks_between(found, at), tuple(labels), weight)


def wanted(row: Row) -> Iterator[tuple[PartKind, str]]:
    """The parts that a row names, in the order in which they claim words."""
    if row.get("collective"):
        yield PartKind.COLLECTIVE, row["collective"]
    for author in row["authors"]:
        yield PartKind.PERSON, author.get("name_raw") or author["name"]
    for author in row["authors"]:
        for kind in (PartKind.ROLE, PartKind.ORGANIZATION, PartKind.LOCATION):
            if author.get(kind.value):
                yield kind, author[kind.value]
    for name in row.get("organizations", ()):
        yield PartKind.ORGANIZATION, name


def label(words: Sequence[str], labels: list[Label], kind: PartKind, phrase: str, number: int) -> None:
    """Label every free stretch of *words* that reads as *phrase*; a name's titles and suffixes are part of it."""
    sought = [key(word) for word in re.split(r"[\s/]+", phrase) if key(word) and word not in ("&", "and", "und")]
    bare = [key(word) for word in words]
    for begin in range(len(words) - len(sought) + 1):
        start, end = begin, begin + len(sought)
        if not sought or bare[start:end] != sought or any(labels[start:end]):
            continue
        while kind is PartKind.PERSON and start and not labels[start - 1] and "honorific" in of_word(words[start - 1]):
            start -= 1
        while kind is PartKind.PERSON and end < len(words) and not labels[end] and _belongs(words[end]):
            end += 1
        labels[start:end] = [(kind, number * 100 + start)] * (end - start)


def _belongs(word: str) -> bool:
    return not {"suffix", "credential"}.isdisjoint(of_word(word))


def key(word: str) -> str:
    """A word as it is compared."""
    return words_key(word).strip(" .,;:()[]\u201c\u201d\"'")


# --------------------------------------------------------------------------- the model


@frozen(eq=False)
class Option:
    """A part that an example may have: first word, end, row of observations, kinds, and those that labels allow."""

    first: int
    end: int
    row: int
    kinds: tuple[int, ...]
    allowed: tuple[int, ...]


def allows(one: Example, first: int, end: int, kind: PartKind) -> bool:
    """Whether the labels of the words from *first* to *end* allow a part of *kind*."""
    inside, loose = one.labels[first:end], (PartKind.OTHER, PartKind.LINK)
    if kind in loose:
        return all(mark is None or mark[0] is PartKind.OTHER for mark in inside)
    if kind is PartKind.PERSON and None in inside:
        return False
    if any(mark is not None and mark[0] is not kind for mark in inside):
        return False
    numbers = {mark[1] for mark in inside if mark}
    edges = [one.labels[i] for i in (first - 1, end) if 0 <= i < len(one.labels)]
    return len(numbers) <= 1 and not any(mark and mark[1] in numbers for mark in edges)


class Model:
    """Examples, and the observations of every part that they may have, as one matrix."""

    def __init__(self, found: Sequence[Example]) -> None:
        self.names: dict[str, int] = {}
        self._indices: list[list[int]] = []
        self.found = [(one, self._options(one)) for one in found]
        starts = np.cumsum([0, *map(len, self._indices)])
        columns = np.concatenate([np.array(row, dtype=int) for row in self._indices])
        shape = (len(self._indices), len(self.names))
        self.matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=shape)

    def _options(self, one: Example) -> list[Option]:
        found, count, fixed = [], len(one.words), fixed_parts(one.words, one.marks)
        for first in range(count):
            for end in range(first + 1, min(count, first + MOST_WORDS) + 1):
                if end > first + 1 and one.marks[end - 1] not in INSIDE:
                    break
                kinds = kinds_at(one.words, one.marks, first, end, fixed)
                if not kinds:
                    continue
                seen = part_observations(one.words, one.marks, first, end)
                numbers = tuple(KINDS.index(kind) for kind in kinds)
                allowed = tuple(KINDS.index(kind) for kind in kinds if allows(one, first, end, kind))
                found.append(Option(first, end, len(self._indices), numbers, allowed))
                self._indices.append([self.names.setdefault(name, len(self.names)) for name in seen])
        return found

    def fit(self, penalty: float = _PENALTY) -> Weights:
        """The weights that make the labelled readings likeliest, less *penalty* times their squares."""
        kinds, size = len(KINDS), len(self.names) * len(KINDS)

        def loss_and_slope(theta: Floats) -> tuple[float, Floats]:
            alone, after = theta[:size].reshape(-1, kinds), theta[size:].reshape(kinds, len(_JOINTS), kinds)
            scores = self.matrix @ alone
            slope, slope_after, loss = np.zeros_like(scores), np.zeros_like(after), 0.0
            for one, options in self.found:
                free = Passes(one, options, scores, after, labelled=False)
                told = Passes(one, options, scores, after, labelled=True)
                if told.total > _NEVER / 2:
                    loss += one.weight * (free.total - told.total)
                    free.add(slope, slope_after, one.weight)
                    told.add(slope, slope_after, -one.weight)
            slopes = np.concatenate([np.asarray(self.matrix.T @ slope).ravel(), slope_after.ravel()])
            return loss + penalty * float(theta @ theta), slopes + 2 * penalty * theta

        start = np.zeros(size + kinds * len(_JOINTS) * kinds)
        best = minimize(loss_and_slope, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS}).x
        return self._table(best[:size].reshape(-1, kinds), best[size:].reshape(kinds, len(_JOINTS), kinds))

    def _table(self, alone: Floats, after: Floats) -> Weights:
        named = {name: alone[i] for name, i in self.names.items()}
        named |= {
            f"after.{kind.value}.{joint}": after[k, j]
            for k, kind in enumerate(KINDS)
            for j, joint in enumerate(_JOINTS)
        }
        table = {name: tuple(round(float(value) * _SCALE) for value in row) for name, row in named.items()}
        return {name: table[name] for name in sorted(table) if any(table[name])}


class Passes:
    """The sum over all readings of an example, or over those that its labels allow, and what each part has of it."""

    def __init__(
        self, one: Example, options: Sequence[Option], scores: Floats, after: Floats, *, labelled: bool
    ) -> None:
        self.scores, self.after = scores, after
        self.joints = [_JOINTS.index(GROUPS.get(mark, "apart")) for mark in one.marks]
        self.by_first: dict[int, list[tuple[Option, tuple[int, ...]]]] = defaultdict(list)
        for option in options:
            self.by_first[option.first].append((option, option.allowed if labelled else option.kinds))
        self.count = len(one.words)
        self._forwards()
        self.total = float(np.logaddexp.reduce(self.forward[self.count]))

    def _forwards(self) -> None:
        self.forward = np.full((self.count + 1, len(KINDS)), _NEVER)
        self.enter = np.zeros((self.count + 1, len(KINDS)))
        for first in range(self.count):
            if first:
                self.enter[first] = np.logaddexp.reduce(
                    self.forward[first][:, None] + self.after[:, self.joints[first], :]
                )
            for option, kinds in self.by_first[first]:
                for k in kinds:
                    score = self.enter[first, k] + self.scores[option.row, k]
                    self.forward[option.end, k] = np.logaddexp(self.forward[option.end, k], score)

    def add(self, slope: Floats, slope_after: Floats, weight: float) -> None:
        """Add the expected parts and pairs of neighbours, times *weight*."""
        behind = np.full((self.count + 1, len(KINDS)), _NEVER)
        behind[self.count] = 0.0
        for first in range(self.count - 1, -1, -1):
            leave = np.full(len(KINDS), _NEVER)
            for option, kinds in self.by_first[first]:
                for k in kinds:
                    score = self.scores[option.row, k] + behind[option.end, k]
                    leave[k] = np.logaddexp(leave[k], score)
                    share = np.exp(min(0.0, self.enter[first, k] + score - self.total))
                    if share > _HARDLY:
                        slope[option.row, k] += weight * share
            if first:
                pairs = self.after[:, self.joints[first], :] + leave[None, :]
                behind[first] = np.logaddexp.reduce(pairs, axis=1)
                shares = np.exp(np.minimum(0.0, self.forward[first][:, None] + pairs - self.total))
                slope_after[:, self.joints[first], :] += weight * shares


# --------------------------------------------------------------------------- figures


def judge(found: Iterable[Row], using: Weights) -> Counter[str]:
    """How many rows there are, and how many have all authors, and all organisations, right."""
    count: Counter[str] = Counter()
    rules = rules_weighed_by(using)
    for row in found:
        read = find_byline(row["text"], rules)
        names = {key(author.name) for author in read.value.authors} if read else set()
        houses = {key(name) for name in read.value.organizations} if read else set()
        count["rows"] += 1
        count["authors"] += names == {key(author["name"]) for author in row["authors"]}
        count["organizations"] += houses == {key(name) for name in row.get("organizations", ())}
    return count


def main() -> None:
    """Print figures by folds of sites, or write the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--write", action="store_true", help="write the table, learned from all rows")
    asked = ask.parse_args()
    found = list(rows(asked.gold))
    if asked.write:
        table = Model(examples(found)).fit()
        head = (
            "# what: what each observation of a byline's words weighs for each kind of part, in hundredths\n"
            f"# source: learned from {len(found)} labelled bylines of {len(set(map(site, found)))} sites and files\n"
            "# retrieved: 2026-11-25\n# recipe: tests/recipes/byline_weights.py\n"
            f"# columns: observation {' '.join(KINDS)}\n"
        )
        lines = ("\t".join((name, *map(str, row))) + "\n" for name, row in table.items())
        TABLE.write_text(head + "".join(lines), "utf-8")
        return
    total: Counter[str] = Counter()
    for number in range(FOLDS):
        using = Model(examples(row for row in found if fold(row) != number)).fit()
        total += judge((row for row in found if fold(row) == number), using)
    print({name: round(count / total["rows"], 4) for name, count in total.items()})


if __name__ == "__main__":
    main()
