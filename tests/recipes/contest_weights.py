"""
How the weights of the contests for headline and byline are learned. Run by hand, never by the package:

    pip install -e '.[train]'
    python tests/recipes/contest_weights.py GOLD STORIES              # figures by folds of sites
    python tests/recipes/contest_weights.py GOLD STORIES --write      # the tables, from all pages

STORIES tells which blocks of each page are its story (see ``story_trees.py``). GOLD is a folder with ``pages.jsonl``:
``site``, ``url``, ``set``, ``html`` (a file in it, gzipped or not) and ``gold`` with ``title`` and ``authors`` or
``byline``. A page of the set ``pasted`` is text; any other page is read as it is, and again with its
blocks as the lines of a text; each is read once more without what names its authors, as an unsigned one. Each page is a
choice between its lines, what its metadata claim, and none of them; the weights are those of a conditional logit under
a quadratic penalty, fitted by L-BFGS. Pages of a site share its weight: each counts one by the root of their number.
The invented documents of the tests are learned from, too. Bylines are learned with the headlines that other folds
choose.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from articlekit.assembly.body import find_lead, take_dateline
from articlekit.assembly.byline import MOST_GAINED, MOST_READ, bylines
from articlekit.assembly.byline_candidates import Lines
from articlekit.assembly.byline_evidence import placed
from articlekit.assembly.claimed_authors import ClaimedByline, claimed_authors
from articlekit.assembly.contest import Weights, judge, weight
from articlekit.assembly.desk import Desk
from articlekit.assembly.headline import headlines
from articlekit.assembly.region import find_region
from articlekit.assembly.story import take_story
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
_OF_LINES = 0.5  # what a page weighs that is read as lines; 1 does as well
#: and one whose authors no line and no claim names in part
_OF_UNREAD = 0.3
#: and one made unsigned. By folds, on further sites: with 0 authors right .936 and silent on .30 of the unsigned, with
#: .05 .936 and .81, with .1 .936 and .83; on text with 0 .896 and .11, with .05 .900 and .37, with .3 .900 and .55
_OF_UNSIGNED = {"html": 0.05, "text": 0.3}
#: sets whose titles are what metadata or another reader say, which is often no line of the page: learned from as lines
_CLAIMED_TITLES = ("fundus", "mozilla")
_LONGEST_SIGNED = 300  # code points of a block that signs a story
_MOST_BLOCKS = 1500
_BETWEEN = re.compile(r"\s*(?:[,;|/&·•\n]|\b(?:and|und|et|with|avec)\b)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:(?:written|posted|reported|story)\s+)?(?:by|von|par|por|di|da|door)\b[\s:]*", re.IGNORECASE)

Page = dict[str, Any]


@frozen(eq=False)
class Choice:
    """The observations of each candidate of a page, and which of them are right; None where that is not known."""

    seen: list[list[str]]
    right: list[bool]
    #: whether one that is wrong is so in part: who reads other names beside the right ones is not learned from
    in_part: bool = False
    #: of each candidate the line in which it begins and how many of its observations were seen before it was read
    glances: list[tuple[int, int]] = field(factory=list)


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
            for form in ("text",) if page["set"] == TEXT else ("lines", "html"):
                story = stories.get(f"{folder / page['html']} {form}", [])
                yield page | {"folder": folder, "form": form, "story": story}
                if form != "lines" and names(page):
                    unsigned: Page = {"gold": {"title": None, "authors": []}, "without": names(page)}
                    yield page | {"folder": folder, "form": form, "story": story} | unsigned


def ours(stories: Mapping[str, list[int]]) -> Iterator[Page]:
    """The invented documents of the tests, from which every fold learns."""
    for path in sorted(DOCUMENTS.glob("*.txt")):
        told = json.loads(path.with_suffix(".json").read_text("utf-8"))
        byline = told.get("byline", {})
        authors = [author["name"] for author in byline.get("authors", [])] or byline.get("organizations", [])
        gold = {"title": told.get("headline"), "authors": authors}
        yield {"site": path.stem, "url": "", "set": OURS, "html": path.name, "gold": gold, "folder": DOCUMENTS} | {
            "form": "text",
            "story": stories.get(f"{path} text", []),
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
    draft = read_text(data.decode("utf-8"), url=url) if page["form"] == "text" else read_html(data, url)
    if page["form"] == "lines":
        draft = Draft(tuple(DraftBlock(b.text.replace("\n", " "), 0) for b in draft.blocks), url=url)
    draft, story = without(draft, page["story"], page.get("without", frozenset()))
    if not 0 < len(draft.blocks) <= _MOST_BLOCKS:
        return None
    desk = Desk(draft)
    find_region(desk)
    take_story(desk, story)
    find_lead(desk)
    take_dateline(desk)
    return desk if desk.body or page["form"] == "html" else None


def without(draft: Draft, story: Sequence[int], authors: Collection[str]) -> tuple[Draft, list[int]]:
    """
    *draft* and the numbers of its story, as if nobody had signed it: without what names *authors*.

    No gold page is known to be unsigned, and who learns from signed pages alone finds somebody on any.
    """
    if not authors:
        return draft, list(story)
    kept = [
        i
        for i, block in enumerate(draft.blocks)
        if len(block.text) > _LONGEST_SIGNED or not any(name in key(block.text) for name in authors)
    ]
    numbers = {old: new for new, old in enumerate(kept)}
    claims = tuple(claim for claim in draft.claims if claim.field not in ("author", "house"))
    blocks = tuple(draft.blocks[i] for i in kept)
    return evolve(draft, blocks=blocks, claims=claims), [numbers[i] for i in story if i in numbers]


def headline_choice(page: Page, desk: Desk) -> Choice | None:
    """The lines that may be the headline of a page whose title is known."""
    title = page["gold"].get("title")
    if not title or (page["form"] == "html" and page["set"] in _CLAIMED_TITLES):
        return None
    found = list(headlines(desk))
    return Choice([list(one.seen) for one in found], [key(one.value.text) == key(title) for one in found])


def byline_choice(page: Page, desk: Desk, using: Weights) -> Choice | None:
    """The lines that may be the byline of a page whose authors are known, below the headline that *using* chooses."""
    wanted = names(page)
    if wanted is None:
        return None
    desk.headline = next((one.sheet for one in judge(headlines(desk), using) if one.sheet is not None), None)
    claimed = claimed_authors(desk)
    found = list(bylines(desk, claimed))
    right, glances, named_any = [], [], False
    for one in found:
        value = one.value.found.value if isinstance(one.value, Lines) else one.value.value
        named = [author.name for author in value.authors] or list(value.organizations)
        right.append(frozenset(map(key, named)) == wanted)
        named_any = named_any or not wanted.isdisjoint(map(key, named))
        glances.append(_glance(desk, one.value, claimed) if isinstance(one.value, Lines) else (-1, 0))
    return Choice([list(one.seen) for one in found], right, named_any and not any(right), glances)


def _glance(desk: Desk, lines: Lines, claimed: Sequence[ClaimedByline]) -> tuple[int, int]:
    return lines.first, len(placed(desk, lines.first, lines.last, claimed))


def read_headline(page: Page) -> Made | None:
    """*page* with its choice of headline."""
    desk = desk_of(page)
    if desk is None:
        return None
    fold = -1 if page["set"] == OURS else fold_of(page["site"])
    share = _OF_LINES if page["form"] == "lines" else _OF_UNSIGNED[page["form"]] if "without" in page else 1.0
    return Made(page, fold, share, headline_choice(page, desk))


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
    share = np.array([_share(one, choice) / np.sqrt(sites[one.page["site"]]) for one, choice in chosen])

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


def _share(made: Made, choice: Choice) -> float:
    unread = not any(choice.right) and made.page["form"] == "html" and names(made.page) != frozenset()
    return made.weight * (_OF_UNREAD if unread else 1.0)


def _learns(made: Made, choice: Choice) -> bool:
    """
    Whether a choice is learned from.

    Lines that lack the right one say nothing of text that has it; where only a part of the authors is read, by a label
    that counts houses too or by a form that fails, no answer is right and none is wrong.
    """
    known = any(choice.right) or names(made.page) == frozenset()
    return bool(choice.seen) and (known or (made.page["form"] != "lines" and not choice.in_part))


def are_right(made: Sequence[Made], which: str, using: Weights) -> Iterator[tuple[str, int, bool]]:
    """Of each page whose answer is known its set, its fold and whether it is chosen, of an unsigned one none."""
    for one in made:
        choice = getattr(one, which)
        if choice is None or one.page["form"] == "lines":
            continue
        weighed = [weight(seen, using) for seen in choice.seen]
        best = max(_read_of(choice, using), key=weighed.__getitem__, default=None)
        answers = best is not None and weighed[best] > 0
        if "without" in one.page:
            yield f"{one.page['set']} unsigned", one.fold, not answers
        elif which == "headline" or names(one.page):
            yield one.page["set"], one.fold, best is not None and answers and choice.right[best]


def _read_of(choice: Choice, using: Weights) -> list[int]:
    """The candidates of a choice that are read: those of the lines that look most like a byline, and what has none."""
    glances: defaultdict[int, int] = defaultdict(lambda: -(10**9))
    for seen, (first, count) in zip(choice.seen, choice.glances, strict=False):
        glances[first] = max(glances[first], weight(seen[:count], using))
    heaviest = max(
        (weight(seen, using) for seen, at in zip(choice.seen, choice.glances, strict=False) if at[0] < 0), default=0
    )
    known = {-1}
    for first in sorted((first for first in glances if first >= 0), key=lambda first: -glances[first])[:MOST_READ]:
        if glances[first] + MOST_GAINED <= heaviest:
            break
        known.add(first)
        own = (weight(seen, using) for seen, at in zip(choice.seen, choice.glances, strict=False) if at[0] == first)
        heaviest = max(heaviest, *own)
    return [i for i in range(len(choice.seen)) if not choice.glances or choice.glances[i][0] in known]


def write(path: Path, what: str, count: int, weights: Weights) -> None:
    """Write a table of weights."""
    head = (
        f"# what: {what}, in hundredths\n# source: learned from {count} labelled pages\n# retrieved: 2026-11-29\n"
        "# recipe: tests/recipes/contest_weights.py\n# columns: observation weight\n"
    )
    path.write_text(head + "".join(f"{n}\t{w}\n" for n, w in sorted(weights.items())), "utf-8")


def tell(made: Sequence[Made], penalty: float) -> None:
    """Print on how many pages of each set weights that have not seen their fold choose right."""
    for which in ("headline", "byline"):
        rows: list[tuple[str, int, bool]] = []
        for fold in range(FOLDS):
            using = fit([one for one in made if one.fold != fold], which, penalty)
            rows += are_right([one for one in made if one.fold == fold], which, using)
        for name in sorted({row[0] for row in rows}):
            own = [row for row in rows if row[0] == name]
            folds = [f"{sum(r[2] for r in own if r[1] == f)}/{sum(r[1] == f for r in own)}" for f in range(FOLDS)]
            print(which, name, f"{sum(row[2] for row in own) / len(own):.4f} of {len(own)} pages, by folds", folds)


def main() -> None:
    """Print figures by folds of sites, or write the tables."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("stories", type=Path)
    ask.add_argument("--write", type=Path, nargs="?", const=TABLES, help="write the tables, to this folder or our own")
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
    tell(made, asked.penalty)
    if asked.write:
        of_headlines, of_bylines = (fit(made, which, asked.penalty) for which in ("headline", "byline"))
        count = len({one.page["html"] for one in made})
        what = "what each observation of a line, or of what metadata claim, weighs for a headline"
        write(asked.write / "headline_weights.tsv", what, count, of_headlines)
        what = "what each observation of lines, or of what metadata claim, weighs for a byline"
        write(asked.write / "byline_line_weights.tsv", what, count, of_bylines)


if __name__ == "__main__":
    main()
