"""
How the weights of the observations of end matter are learned. Run by hand, never by the package:

    pip install -e '.[train]'
    python tests/recipes/end_matter_weights.py GOLD              # figures by folds of sites
    python tests/recipes/end_matter_weights.py GOLD --write      # the table, from all rows

GOLD is a folder of JSON lines, ``notes*.jsonl``: ``text``, ``kind`` (null for a line of a story), ``source``; and,
where there is one, ``pages/pages.jsonl``, whose gold paragraphs are lines of stories. The invented lines of the tests
are learned from, too. The weights are those of a multinomial logistic regression under a quadratic penalty.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from articlekit.forms.endmatter.end_matter_rules import KINDS, Weights, heaviest_kind
from articlekit.forms.endmatter.observations import observations

TABLE = Path(__file__).resolve().parents[2] / "src/articlekit/lexicon/tables/end_matter_weights.tsv"
CASES = Path(__file__).resolve().parents[1] / "cases/end-matter.json"
OURS = ""  # the site of the lines that were invented for the tests, from which every fold learns
FOLDS = 5
_PENALTY = 0.1
_SCALE = 100  # weights are kept in hundredths
_FEWEST = 2  # lines in which an observation is seen
_OF_OURS = 1.5  # what an invented line counts, of a labelled one
_OF_A_PAGE = 0.03  # what a paragraph of a page counts, of a labelled line

Line = tuple[str, str | None, str, float]  # text, kind, site, weight


def lines(folder: Path) -> Iterator[Line]:
    """The labelled lines, and the paragraphs of pages."""
    for path in sorted(folder.glob("notes*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if not row.get("credits"):
                yield row["text"], row["kind"], row.get("domain") or row["source"], 1.0
    for case in json.loads(CASES.read_text("utf-8")):
        yield case["text"], case["kind"], OURS, _OF_OURS
    pages = folder / "pages/pages.jsonl"
    for row in map(json.loads, pages.read_text("utf-8").splitlines()) if pages.exists() else ():
        for text in (row["gold"].get("paragraphs") or ())[:40]:
            if row["set"] != "pasted" and 20 < len(text) < 1500:
                yield text, None, row["site"], _OF_A_PAGE


def fold(site: str) -> int:
    """The fold of a site, 0 to 4; -1 for lines of our own."""
    if site == OURS:
        return -1
    return int(hashlib.sha256(re.sub(r"/.*-", "/", site).encode()).hexdigest()[:8], 16) % FOLDS


def number_of(kind: str | None) -> int:
    """The number of a kind, that of no kind the last."""
    return next((i for i, known in enumerate(KINDS) if known.value == kind), len(KINDS))


def fit(found: Sequence[Line], penalty: float = _PENALTY) -> Weights:
    """The weights that make the labels of *found* likeliest, less *penalty* times their squares."""
    seen = [("always", *observations(text)) for text, _, _, _ in found]
    kept = [i for i, names in enumerate(seen) if len(names) > 1]
    count = Counter(name for i in kept for name in seen[i])
    names = {name: number for number, name in enumerate(sorted(n for n, c in count.items() if c >= _FEWEST))}
    rows_, columns = zip(*((r, names[n]) for r, i in enumerate(kept) for n in seen[i] if n in names), strict=True)
    matrix = csr_matrix((np.ones(len(rows_)), (rows_, columns)), shape=(len(kept), len(names)))
    wanted = np.array([number_of(found[i][1]) for i in kept])
    weight = np.array([found[i][3] for i in kept])
    size = len(KINDS) + 1

    def loss_and_slope(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = theta.reshape(-1, size)
        scores = matrix @ table
        scores = scores - np.logaddexp.reduce(scores, axis=1)[:, None]
        loss = -float(weight @ scores[np.arange(len(kept)), wanted])
        share = np.exp(scores)
        share[np.arange(len(kept)), wanted] -= 1
        slope = np.asarray(matrix.T @ (share * weight[:, None]))
        return loss + penalty * float(theta @ theta), (slope + 2 * penalty * table).ravel()

    best = minimize(
        loss_and_slope, np.zeros(len(names) * size), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    ).x
    table = best.reshape(-1, size)
    return {name: tuple(round(float(v) * _SCALE) for v in table[number]) for name, number in names.items()}


def judge(found: Sequence[Line], using: Weights) -> Counter[str]:
    """How many labelled lines have their kind right, and how many lines of stories are refused."""
    count: Counter[str] = Counter()
    for text, kind, _, weight in found:
        read = heaviest_kind(text, using)
        group = "kind" if kind else "refused" if weight >= 1 else "paragraph"
        count[f"{group} rows"] += 1
        count[group] += (read.value if read else None) == kind
    return count


def main() -> None:
    """Print figures by folds of sites, or write the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--write", action="store_true", help="write the table, learned from all rows")
    ask.add_argument("--penalty", type=float, default=_PENALTY)
    ask.add_argument("--show", action="store_true", help="print the lines that are wrong")
    asked = ask.parse_args()
    found = list(lines(asked.gold))
    if asked.write:
        table = fit(found, asked.penalty)
        labelled = [line for line in found if line[3] >= 1]
        head = (
            "# what: what each observation of a line weighs for each kind of end matter, and for none, in hundredths\n"
            f"# source: learned from {len(labelled)} labelled lines, {len(found) - len(labelled)} paragraphs of pages\n"
            "# retrieved: 2026-11-25\n# recipe: tests/recipes/end_matter_weights.py\n"
            f"# columns: observation {' '.join(kind.value for kind in KINDS)} none\n"
        )
        rows_ = ("\t".join((name, *map(str, row))) + "\n" for name, row in sorted(table.items()) if any(row))
        TABLE.write_text(head + "".join(rows_), "utf-8")
        return
    total: Counter[str] = Counter()
    for number in range(FOLDS):
        using = fit([line for line in found if fold(line[2]) != number], asked.penalty)
        part = [line for line in found if fold(line[2]) == number]
        total += judge(part, using)
        for text, kind, _, weight in part if asked.show and number < FOLDS - 1 else ():
            read = heaviest_kind(text, using)
            if (read.value if read else None) != kind and weight == 1:
                print(kind, "->", read and read.value, "|", text[:200])
    for group in ("kind", "refused", "paragraph"):
        print(group, round(total[group] / max(1, total[f"{group} rows"]), 4), total[f"{group} rows"])


if __name__ == "__main__":
    main()
