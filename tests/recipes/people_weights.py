"""
How the weights of the observations of people in captions are learned. Run by hand, never by the package:

    pip install -e '.[train]'
    python tests/recipes/people_weights.py GOLD              # figures by folds of sites
    python tests/recipes/people_weights.py GOLD --write      # the table, from all rows

GOLD is a folder of JSON lines, ``captions*.jsonl``: ``text``, ``people`` (with ``name``), ``source``. Each run of
capitalised words is a choice between the names that it may end in and none; the weights are those of a conditional
logit under a quadratic penalty, fitted by L-BFGS. The invented captions of the tests are learned from, too.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from articlekit.forms.captions.caption_rules import shown_sentences
from articlekit.forms.captions.frame import take_frame
from articlekit.forms.captions.people import PeopleWeights, find_people, runs_of
from articlekit.forms.captions.people_observations import candidates, observations
from articlekit.forms.names import person
from articlekit.lexicon.keys import words_key

TABLE = Path(__file__).resolve().parents[2] / "src/articlekit/lexicon/tables/caption_people_weights.tsv"
CASES = Path(__file__).resolve().parents[1] / "cases/captions.json"
OURS = "ours"  # the site of the captions that were invented for the tests, from which every fold learns
FOLDS = 5
_PENALTY = 0.5
_SCALE = 100  # weights are kept in hundredths
_FEWEST = 3  # runs in which an observation is seen

Row = dict[str, Any]


@frozen(eq=False)
class Choice:
    """The observations of each name that a run may end in, and the number of the right one, or None."""

    seen: list[list[str]]
    right: int | None


def rows(folder: Path) -> Iterator[Row]:
    """The rows of every file of labelled captions."""
    for path in sorted(folder.glob("captions*.jsonl")):
        yield from map(json.loads, path.read_text("utf-8").splitlines())
    for case in json.loads(CASES.read_text("utf-8")):
        yield {"text": case["text"], "people": case["value"].get("people", []), "domain": OURS}


def site(row: Row) -> str:
    """Where a row is from."""
    source = str(row.get("source", ""))
    return str(row.get("domain") or re.sub(r"[^/]*$", "", source) or source)


def fold(row: Row) -> int:
    """The fold of a row's site, 0 to 4; -1 for captions of our own."""
    if site(row) == OURS:
        return -1
    return int(hashlib.sha256(site(row).encode()).hexdigest()[:8], 16) % FOLDS


def choices(row: Row) -> Iterator[Choice]:
    """The choices of a caption, those before each one taken as labelled."""
    text = row["text"]
    names = {words_key(one["name"]) for one in row["people"]}
    for sentence in shown_sentences(text, take_frame(text).prose):
        last, families = -1, frozenset[str]()
        for run in runs_of(sentence):
            found = list(candidates(run))
            who = [person(one.name) for one in found]
            right = next((i for i, one in enumerate(who) if one and words_key(one.name) in names), None)
            yield Choice([list(observations(one, last, families)) for one in found], right)
            if right is not None:
                last, families = run.end - 1, families | {run.words[run.end - 1].text}


def fit(found: Sequence[Choice], penalty: float) -> PeopleWeights:
    """The weights that make the labelled choices likeliest, less *penalty* times their squares."""
    found = [one for one in found if one.seen]
    count = Counter(name for one in found for name in {n for seen in one.seen for n in seen})
    names = {name: i for i, name in enumerate(sorted(n for n, c in count.items() if c >= _FEWEST))}
    columns = [[names[n] for n in seen if n in names] for one in found for seen in one.seen]
    starts = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(starts[-1]), np.concatenate(columns), starts), shape=(len(columns), len(names)))
    group = np.repeat(np.arange(len(found)), [len(one.seen) for one in found])
    first = np.cumsum([0, *(len(one.seen) for one in found)])[:-1]
    right = np.array([first[i] + one.right if one.right is not None else -1 for i, one in enumerate(found)])
    wanted = np.zeros(len(columns))
    wanted[right[right >= 0]] = 1

    def loss_and_slope(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ theta
        top = np.maximum(np.maximum.reduceat(scores, first), 0)
        powers = np.exp(scores - top[group])
        total = np.add.reduceat(powers, first) + np.exp(-top)
        loss = float((top + np.log(total)).sum() - scores @ wanted)
        return loss + penalty * float(theta @ theta), matrix.T @ (powers / total[group] - wanted) + 2 * penalty * theta

    best = minimize(loss_and_slope, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(best[i]) * _SCALE) for name, i in names.items()}


def judge(found: Sequence[Row], using: PeopleWeights, *, show: bool) -> Counter[str]:
    """How many names are right, too many and missing."""
    count: Counter[str] = Counter()
    for row in found:
        text = row["text"]
        sentences = shown_sentences(text, take_frame(text).prose)
        read = {words_key(who.name) for one in sentences for who, _ in find_people(one, using=using)}
        gold = {words_key(one["name"]) for one in row["people"]}
        count += Counter(right=len(read & gold), extra=len(read - gold), missing=len(gold - read))
        if show and read != gold:
            print("+", sorted(read - gold), "-", sorted(gold - read), "|", text[:230])
    return count


def main() -> None:
    """Print figures by folds of sites, or write the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--write", action="store_true", help="write the table, learned from all rows")
    ask.add_argument("--penalty", type=float, default=_PENALTY)
    ask.add_argument("--show", action="store_true", help="print what is wrong in four folds")
    asked = ask.parse_args()
    found = list(rows(asked.gold))
    made = [(fold(row), list(choices(row))) for row in found]
    if asked.write:
        table = fit([one for _, several in made for one in several], asked.penalty)
        head = (
            "# what: what each observation of a name in a caption weighs for a person whom it shows, in hundredths\n"
            f"# source: learned from {len(found)} labelled captions\n# retrieved: 2026-11-25\n"
            "# recipe: tests/recipes/people_weights.py\n# columns: observation weight\n"
        )
        TABLE.write_text(head + "".join(f"{n}\t{w}\n" for n, w in sorted(table.items()) if w), "utf-8")
        return
    total: Counter[str] = Counter()
    for number in range(FOLDS):
        using = fit([one for f, several in made if f != number for one in several], asked.penalty)
        show = asked.show and number < FOLDS - 1
        total += judge([row for row in found if fold(row) == number], using, show=show)
    print("F1", round(2 * total["right"] / (2 * total["right"] + total["extra"] + total["missing"]), 4), dict(total))


if __name__ == "__main__":
    main()
