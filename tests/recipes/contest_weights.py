"""
How the weights of the contests for headline and byline of a text are learned. Run by hand, never by the package:

    pip install -e '.[train]'
    python tests/recipes/contest_weights.py GOLD STORIES              # figures by folds of sites
    python tests/recipes/contest_weights.py GOLD STORIES --write      # the tables, from all pages

STORIES tells which blocks of each page are its story (see ``story_trees.py``). GOLD is a folder with ``pages.jsonl``:
``site``, ``url``, ``set``, ``html`` (a file in it, gzipped or not) and ``gold`` with ``title`` and ``authors`` or
``byline``. A page of the set ``pasted`` is text; of any other page the blocks are the lines of a text. Each page is a
choice between its lines and none of them; the weights are those of a conditional logit under a quadratic penalty,
fitted by L-BFGS. Pages of a site share its weight: each counts one by the root of their number. The invented documents
of the tests are learned from, too. Bylines are learned with the headlines that other folds choose.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from articlekit.assembly.body import find_lead
from articlekit.assembly.contest import Weights, judge, weight
from articlekit.assembly.desk import Desk
from articlekit.assembly.story import take_story
from articlekit.assembly.text_byline import bylines
from articlekit.assembly.text_headline import headlines
from articlekit.readers.draft import Draft, DraftBlock
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text

TABLES = Path(__file__).resolve().parents[2] / "src/articlekit/lexicon/tables"
DOCUMENTS = Path(__file__).resolve().parents[1] / "documents"
TEXT = "pasted"
OURS = "ours"
FOLDS = 5
_PENALTY = 2.0  # of 0.1 to 4, by folds of sites, the figures are flat from 1 on
_SCALE = 100  # weights are kept in hundredths
_FEWEST = 4  # sites on which an observation is seen
_OF_HTML = 0.5  # what a page of HTML weighs beside one of text; 1 does as well
_MOST_BLOCKS = 1500
_BETWEEN = re.compile(r"\s*(?:[,;|/&·•\n]|\b(?:and|und|et|with|avec)\b)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:(?:written|posted|reported|story)\s+)?(?:by|von|par|por|di|da|door)\b[\s:]*", re.IGNORECASE)

Page = dict[str, Any]


@frozen(eq=False)
class Choice:
    """The observations of each candidate of a page, and which of them are right; None where that is not known."""

    seen: list[list[str]]
    right: list[bool]


@frozen(eq=False)
class Made:
    """A page read: its fold and site, what it weighs, and its choices."""

    page: Page
    fold: int
    weight: float
    headline: Choice | None
    byline: Choice | None = None


def fold_of(site: str) -> int:
    """The fold of a site, 0 to 4."""
    return int(hashlib.sha1(site.encode(), usedforsecurity=False).hexdigest()[:8], 16) % FOLDS


def key(text: str) -> str:
    """Letters and digits only, folded."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def pages(folder: Path, stories: Mapping[str, list[int]]) -> Iterator[Page]:
    """The labelled pages whose title or authors are known."""
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        if page["gold"].get("title") or names(page) is not None:
            form = "text" if page["set"] == TEXT else "lines"
            yield page | {"folder": folder, "story": stories.get(f"{folder / page['html']} {form}", [])}


def ours(stories: Mapping[str, list[int]]) -> Iterator[Page]:
    """The invented documents of the tests, from which every fold learns."""
    for path in sorted(DOCUMENTS.glob("*.txt")):
        told = json.loads(path.with_suffix(".json").read_text("utf-8"))
        byline = told.get("byline", {})
        authors = [author["name"] for author in byline.get("authors", [])] or byline.get("organizations", [])
        gold = {"title": told.get("headline"), "authors": authors}
        yield {"site": path.stem, "url": "", "set": OURS, "html": path.name, "gold": gold, "folder": DOCUMENTS} | {
            "story": stories.get(f"{path} text", [])
        }


def names(page: Page) -> frozenset[str] | None:
    """The folded names of a page's authors; None where they are not known."""
    gold = page["gold"]
    if gold.get("authors") is not None:
        found = gold["authors"]
    elif gold.get("byline"):
        found = _BETWEEN.split(_BEFORE.sub("", gold["byline"].strip()))
    else:
        return None
    return frozenset(filter(None, (key(_BEFORE.sub("", name.strip())) for name in found)))


def desk_of(page: Page) -> Desk | None:
    """The page as lines of text on a desk, its story told; None where it has none, or too many lines."""
    path = page["folder"] / page["html"]
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    url = page["url"] or None
    if page["set"] in (TEXT, OURS):
        blocks = read_text(data.decode("utf-8"), url=url).blocks
    else:
        blocks = tuple(DraftBlock(block.text.replace("\n", " "), 0) for block in read_html(data, url).blocks)
    if not 0 < len(blocks) <= _MOST_BLOCKS:
        return None
    desk = Desk(Draft(blocks, url=url))
    take_story(desk, page["story"])
    find_lead(desk)
    return desk if desk.body else None


def headline_choice(page: Page, desk: Desk) -> Choice | None:
    """The lines that may be the headline of a page whose title is known."""
    title = page["gold"].get("title")
    if not title:
        return None
    found = list(headlines(desk))
    return Choice([list(one.seen) for one in found], [key(one.value.text) == key(title) for one in found])


def byline_choice(page: Page, desk: Desk, using: Weights) -> Choice | None:
    """The lines that may be the byline of a page whose authors are known, below the headline that *using* chooses."""
    wanted = names(page)
    if wanted is None:
        return None
    best = judge(headlines(desk), using)
    desk.headline = best[0] if best else None
    found = list(bylines(desk))
    right = []
    for one in found:
        value = one.value.found.value
        named = [author.name for author in value.authors] or list(value.organizations)
        right.append(frozenset(map(key, named)) == wanted)
    return Choice([list(one.seen) for one in found], right)


def read_headline(page: Page) -> Made | None:
    """*page* with its choice of headline."""
    desk = desk_of(page)
    if desk is None:
        return None
    fold = -1 if page["set"] == OURS else fold_of(page["site"])
    return Made(page, fold, _OF_HTML if page["set"] not in (TEXT, OURS) else 1.0, headline_choice(page, desk))


def read_byline(task: tuple[Made, Weights]) -> Made:
    """A page with its choice of byline, too."""
    made, using = task
    desk = desk_of(made.page)
    return evolve(made, byline=byline_choice(made.page, desk, using) if desk is not None else None)


def fit(made: Sequence[Made], which: str, penalty: float) -> Weights:
    """The weights that make the labelled choices likeliest, less *penalty* times their squares."""
    sites = Counter(one.page["site"] for one in made)
    chosen = [(one, choice) for one in made if (choice := getattr(one, which)) is not None and _learns(one, choice)]
    seen_on: defaultdict[str, set[str]] = defaultdict(set)
    for one, choice in chosen:
        for name in {name for seen in choice.seen for name in seen}:
            seen_on[name].add(one.page["site"])
    numbers = {name: i for i, name in enumerate(sorted(n for n, on in seen_on.items() if len(on) >= _FEWEST))}
    columns = [[numbers[n] for n in seen if n in numbers] for _, choice in chosen for seen in choice.seen]
    starts = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(starts[-1]), np.concatenate(columns), starts), shape=(len(columns), len(numbers)))
    group = np.repeat(np.arange(len(chosen)), [len(choice.seen) for _, choice in chosen])
    right = np.array([is_right for _, choice in chosen for is_right in choice.right])
    nobody = np.array([not any(choice.right) for _, choice in chosen])
    share = np.array([one.weight / np.sqrt(sites[one.page["site"]]) for one, _ in chosen])

    def loss_and_slope(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ theta
        top = np.zeros(len(chosen))
        np.maximum.at(top, group, scores)
        powers = np.exp(scores - top[group])
        none = np.exp(-top)
        total = np.bincount(group, powers, len(chosen)) + none
        wanted = np.bincount(group, powers * right, len(chosen)) + none * nobody
        loss = float((share * (np.log(total) - np.log(wanted))).sum())
        slope = share[group] * (powers / total[group] - powers * right / wanted[group])
        return loss + penalty * float(theta @ theta), matrix.T @ slope + 2 * penalty * theta

    best = minimize(loss_and_slope, np.zeros(len(numbers)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: value for name, i in numbers.items() if (value := round(float(best[i]) * _SCALE))}


def _learns(made: Made, choice: Choice) -> bool:
    """Whether a choice is learned from: HTML that lacks the right line says nothing of text that has it."""
    return bool(choice.seen) and (
        made.page["set"] in (TEXT, OURS) or any(choice.right) or names(made.page) == frozenset()
    )


def share_right(made: Sequence[Made], which: str, using: Weights) -> tuple[int, int]:
    """How many of the pages of text whose answer is known have it chosen, and of how many."""
    right = total = 0
    for one in made:
        choice = getattr(one, which)
        if choice is None or one.page["set"] != TEXT or (which == "byline" and not names(one.page)):
            continue
        total += 1
        weighed = [weight(seen, using) for seen in choice.seen]
        best = max(range(len(weighed)), key=weighed.__getitem__, default=None)
        right += best is not None and weighed[best] > 0 and choice.right[best]
    return right, total


def write(table: str, what: str, count: int, weights: Weights) -> None:
    """Write a table of weights."""
    head = (
        f"# what: {what}, in hundredths\n# source: learned from {count} labelled pages\n# retrieved: 2026-11-25\n"
        "# recipe: tests/recipes/contest_weights.py\n# columns: observation weight\n"
    )
    (TABLES / table).write_text(head + "".join(f"{n}\t{w}\n" for n, w in sorted(weights.items())), "utf-8")


def main() -> None:
    """Print figures by folds of sites, or write the tables."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("stories", type=Path)
    ask.add_argument("--write", action="store_true", help="write the tables, learned from all pages")
    ask.add_argument("--penalty", type=float, default=_PENALTY)
    asked = ask.parse_args()
    stories = json.loads(asked.stories.read_text("utf-8"))
    known = (*pages(asked.gold, stories), *ours(stories))
    with ProcessPoolExecutor() as pool:
        made = [one for one in pool.map(read_headline, known, chunksize=8) if one is not None]
        others = {
            fold: fit([one for one in made if one.fold != fold], "headline", asked.penalty) for fold in range(-1, FOLDS)
        }
        made = list(pool.map(read_byline, [(one, others[one.fold]) for one in made], chunksize=8))
    for which in ("headline", "byline"):
        found = [
            share_right(
                [one for one in made if one.fold == fold],
                which,
                fit([one for one in made if one.fold != fold], which, asked.penalty),
            )
            for fold in range(FOLDS)
        ]
        right, total = (sum(column) for column in zip(*found, strict=True))
        print(which, f"{right / total:.4f} of {total} pages of text, by folds", [f"{r}/{t}" for r, t in found])
    if asked.write:
        of_headlines, of_bylines = (fit(made, which, asked.penalty) for which in ("headline", "byline"))
        write("headline_weights.tsv", "what each observation of a line weighs for a headline", len(made), of_headlines)
        write("byline_line_weights.tsv", "what each observation of lines weighs for a byline", len(made), of_bylines)


if __name__ == "__main__":
    main()
