"""
How it is learned which blocks of a document are its story. Run by hand, never by the package:

    pip install -e '.[train]'
    python tests/recipes/story_trees.py GOLD              # figures by folds of sites
    python tests/recipes/story_trees.py GOLD --write      # the tables, from all pages
    python tests/recipes/story_trees.py GOLD --stories F  # for each page, what weights without its fold say it is

GOLD is a folder with ``pages.jsonl``: ``site``, ``url``, ``set``, ``html`` (a file in the folder, gzipped or not) and
``gold`` with ``body``, and where they are known ``paragraphs`` and ``captions``. A page of the set ``pasted`` is text;
any other is read as a page, and again as the lines of a text. Of each the story alone is learned from too, and its
first paragraphs, as people copy them. The invented documents of the tests are learned from as well.

A block is of the story where most of its runs of four words are in the gold body; of fewer words, where it is one of
its paragraphs. What a block weighs by itself is a logistic regression whose penalty leaves most words out; the trees
(LightGBM) see for each page what it weighs without its own fold. What the forms read in a block that the trees take
for the story is a logistic regression on top of what trees without its fold say. Pages of a site share its weight:
each counts one by the root of their number, a block by the root of its words, a caption more: it is the likest to a
paragraph.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from articlekit.assembly.blocks import of_blocks, weigh_blocks
from articlekit.assembly.contest import Weights, weight
from articlekit.assembly.desk import Desk
from articlekit.assembly.region import find_region
from articlekit.assembly.second_look import second_look
from articlekit.assembly.standing import where_they_stand
from articlekit.assembly.weights import OBSERVATIONS
from articlekit.readers.draft import Draft, DraftBlock
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text

TABLES = Path(__file__).resolve().parents[2] / "src/articlekit/lexicon/tables"
DOCUMENTS = Path(__file__).resolve().parents[1] / "documents"
FOLDS = 5
_FEWEST_WORDS = 40  # of a gold body that is learned from
_MOST_BLOCKS = 3000
_RUN = 4  # words
_FEWEST_SITES = 12  # on which an observation is seen
_PENALTY = 0.12  # inverse; of .1 to 1, by folds, the figures are flat
_SCALE, _THOUSAND = 100, 1000  # weights of blocks are kept in hundredths, those of trees and forms in thousandths
_RIDGE = 0.5  # of the weights of forms
_TREES: dict[str, Any] = {"n_estimators": 100, "num_leaves": 16, "learning_rate": 0.1, "min_child_samples": 40}
_CAPTION = 4.0
_AGAIN = 0.5  # what a page weighs that is read a second time, as lines
_PIECE = 0.25  # and a piece of one
#: piece -> blocks left above the story, how many of the story and below it
_PIECES = {"story": (3, None, 3), "opening": (3, 5, 0), "brief": (1, 2, 0), "bare": (0, 3, 0)}

Page = dict[str, Any]
Floats = NDArray[np.float64]


@frozen(eq=False)
class Made:
    """A document to learn from: of which fold, how it is read, what it weighs, and which of its blocks are right."""

    page: Page
    form: str
    fold: int
    weight: float
    names: list[list[str]]
    right: list[bool | None]
    words: list[int]
    captions: list[bool]


@frozen(eq=False)
class Looked:
    """A document at a second look: what trees without its fold say of each block, and what is seen then."""

    made: Made
    scores: list[int]
    looks: list[list[str]]
    share: Floats


def fold_of(site: str) -> int:
    """The fold of a site, 0 to 4."""
    return int(hashlib.sha1(site.encode(), usedforsecurity=False).hexdigest()[:8], 16) % FOLDS


def words(text: str) -> list[str]:
    """The words of *text*, folded."""
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of *text*; a shorter text is one of its own."""
    said = words(text)
    if len(said) < _RUN:
        return Counter([tuple(said)] if said else ())
    return Counter(zip(*(said[i:] for i in range(_RUN)), strict=False))


def pages(folder: Path) -> Iterator[Page]:
    """The labelled pages, and the invented documents of the tests."""
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        if len(words(page["gold"].get("body") or "")) < _FEWEST_WORDS:
            page["gold"]["body"] = None
        yield page | {"file": str(folder / page["html"]), "fold": fold_of(page["site"])}
    for path in sorted(DOCUMENTS.glob("*.txt")):
        body = json.loads(path.with_suffix(".json").read_text("utf-8")).get("paragraphs", [])
        gold = {"body": "\n".join(body), "paragraphs": body}
        yield {"site": path.stem, "url": "", "set": "ours", "file": str(path), "gold": gold, "fold": -1}


def forms(page: Page) -> Iterator[str]:
    """In which forms a page is read, and then in pieces: one form is enough where its body is not known."""
    whole = ("text",) if page["set"] in ("pasted", "ours") else ("lines", "html")
    if not page["gold"]["body"]:
        yield whole[0]
        return
    for form in whole:
        yield form
        yield from (f"{form} {piece}" for piece in _PIECES)


def desk_of(page: Page, form: str) -> Desk:
    """The page on a desk, its regions found."""
    path = Path(page["file"])
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    url = page["url"] or None
    is_text = page["set"] in ("pasted", "ours")
    draft = read_text(data.decode("utf-8"), url=url) if is_text else read_html(data, url)
    read_as, _, piece = form.partition(" ")
    if read_as == "lines":
        lines = (DraftBlock(block.text.replace("\n", " "), 0, gap=block.gap) for block in draft.blocks)
        draft = Draft(tuple(lines), url=url)
    if piece:
        draft = evolve(draft, blocks=_piece(page, piece, draft.blocks))
    desk = Desk(draft)
    find_region(desk)
    return desk


def _piece(page: Page, piece: str, blocks: tuple[DraftBlock, ...]) -> tuple[DraftBlock, ...]:
    above, count, below = _PIECES[piece]
    right = [i for i, is_right in enumerate(labels(page, blocks)) if is_right][:count]
    return blocks[max(0, right[0] - above) : right[-1] + 1 + below] if right else ()


def labels(page: Page, blocks: Sequence[DraftBlock]) -> list[bool | None]:
    """Which blocks are of the story; None where that is not known."""
    body = page["gold"]["body"]
    if not body:
        return [None] * len(blocks)
    paragraphs = {tuple(words(one)) for one in page["gold"].get("paragraphs") or body.split("\n")}
    known, flat = runs(body), f" {' '.join(words(body))} "
    found: list[bool | None] = []
    for block in blocks:
        said = words(block.text)
        if len(said) >= _RUN:
            own = runs(block.text)
            found.append(2 * sum(run in known for run in own) > len(own))
        elif not said:
            found.append(None)
        else:
            found.append(True if tuple(said) in paragraphs else None if f" {' '.join(said)} " in flat else False)
    return found


def read(task: tuple[Page, str]) -> Made | None:
    """A page in one of its forms, with what is seen of each block by itself."""
    page, form = task
    desk = desk_of(page, form)
    if not 0 < len(desk.sheets) <= _MOST_BLOCKS:
        return None
    captions = {tuple(words(caption)) for caption in page["gold"].get("captions") or ()}
    share = (_AGAIN if form.startswith("lines") else 1.0) * (_PIECE if " " in form else 1.0)
    right = labels(page, [sheet.block for sheet in desk.sheets])
    said = [words(sheet.text) for sheet in desk.sheets]
    is_caption = [bool(one) and tuple(one) in captions for one in said]
    return Made(page, form, page["fold"], share, list(of_blocks(desk)), right, list(map(len, said)), is_caption)


def stand(task: tuple[Made, Weights]) -> tuple[list[int], NDArray[np.int32]]:
    """Which blocks of a page the trees are asked of, and the values that they ask for."""
    made, using = task
    desk = desk_of(made.page, made.form)
    rows = where_they_stand(desk, weigh_blocks(desk, using))
    asked = [i for i, row in enumerate(rows) if row]
    return asked, np.array([rows[i] for i in asked], np.int32).reshape(len(asked), len(OBSERVATIONS))


def look(task: tuple[Made, list[int]]) -> list[list[str]]:
    """What is seen at a second look at each block of a page that weighs more than nothing at the first."""
    made, scores = task
    sheets = desk_of(made.page, made.form).sheets
    return [list(second_look(sheet, score)) if score > 0 else [] for sheet, score in zip(sheets, scores, strict=True)]


def shares(made: Sequence[Made]) -> list[Floats]:
    """What each block of each page weighs in learning; nothing where it is not known whether it is right."""
    sites = Counter(one.page["site"] for one in made if one.form in ("html", "text"))
    return [
        np.array(
            [
                0.0 if right is None else np.sqrt(min(count, 60)) * (_CAPTION if is_caption and not right else 1.0)
                for right, count, is_caption in zip(one.right, one.words, one.captions, strict=True)
            ]
        )
        * one.weight
        / np.sqrt(max(sites[one.page["site"]], 1))
        for one in made
    ]


def fit_blocks(made: Sequence[Made], share: Sequence[Floats]) -> Weights:
    """What each observation of a block by itself weighs."""
    seen_on: defaultdict[str, set[str]] = defaultdict(set)
    for one in made:
        for name in {name for names in one.names for name in names}:
            seen_on[name].add(one.page["site"])
    numbers = {n: i for i, n in enumerate(sorted(n for n, on in seen_on.items() if len(on) >= _FEWEST_SITES))}
    columns = [[numbers[n] for n in names if n in numbers] for one in made for names in one.names]
    starts = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(starts[-1]), np.concatenate(columns), starts), shape=(len(columns), len(numbers)))
    weights, right = np.concatenate(list(share)), np.array([bool(is_right) for one in made for is_right in one.right])
    known = weights > 0
    model = LogisticRegression(penalty="l1", C=_PENALTY, solver="liblinear", max_iter=100, random_state=0)
    model.fit(matrix[known], right[known], sample_weight=weights[known])
    found = {name: round(float(model.coef_[0][i]) * _SCALE) for name, i in numbers.items()}
    found["always"] = found.get("always", 0) + round(float(model.intercept_[0]) * _SCALE)
    return {name: value for name, value in found.items() if value}


def fit_trees(
    stood: Sequence[tuple[list[int], NDArray[np.int32]]], made: Sequence[Made], share: Sequence[Floats]
) -> lightgbm.Booster:
    """The trees that tell best which blocks are right."""
    weights = np.concatenate([own[asked] for own, (asked, _) in zip(share, stood, strict=True)])
    right = np.array([bool(one.right[i]) for one, (asked, _) in zip(made, stood, strict=True) for i in asked])
    known = weights > 0
    model = lightgbm.LGBMClassifier(
        **_TREES,
        subsample=0.8,
        subsample_freq=1,
        colsample_bytree=0.5,
        random_state=1,
        deterministic=True,
        force_row_wise=True,
        n_jobs=2,
        verbose=-1,
    )
    model.fit(np.vstack([values for _, values in stood])[known], right[known], sample_weight=weights[known])
    return model.booster_


def fit_forms(looked: Sequence[Looked]) -> Weights:
    """
    What each observation of a second look weighs on top of what the trees say, nothing or less.

    No form makes a block more of the story; a weight above nothing is one of few rows, and says so of blocks like none.
    """
    rows = [
        (score / _THOUSAND, seen, bool(right), weight)
        for one in looked
        for right, score, seen, weight in zip(one.made.right, one.scores, one.looks, one.share, strict=True)
        if seen and weight > 0
    ]
    numbers = {name: i for i, name in enumerate(sorted({name for _, seen, _, _ in rows for name in seen}))}
    matrix = np.zeros((len(rows), len(numbers)))
    for i, (_, seen, _, _) in enumerate(rows):
        matrix[i, [numbers[name] for name in seen]] = 1
    base = np.array([score for score, *_ in rows])
    right = np.array([float(row[2]) for row in rows])
    weights = np.array([row[3] for row in rows])

    def loss_and_slope(theta: Floats) -> tuple[float, Floats]:
        scores = base + matrix @ theta
        loss = float((weights * (np.logaddexp(0, scores) - right * scores)).sum()) + _RIDGE * float(theta @ theta)
        return loss, matrix.T @ (weights * (1 / (1 + np.exp(-scores)) - right)) + 2 * _RIDGE * theta

    best = minimize(
        loss_and_slope, np.zeros(len(numbers)), jac=True, method="L-BFGS-B", bounds=[(None, 0)] * len(numbers)
    ).x
    return {name: value for name, i in numbers.items() if (value := round(float(best[i]) * _THOUSAND))}


def nodes(booster: lightgbm.Booster) -> Iterator[str]:
    """The rows of a table of trees."""
    for number, tree in enumerate(booster.dump_model()["tree_info"]):
        found: list[tuple[int, str]] = []
        _number(tree["tree_structure"], found)
        yield from (f"{number}\t{at}\t{row}" for at, row in found)


def _number(node: Page, rows: list[tuple[int, str]]) -> tuple[int, float, int]:
    """Add *node* and those below to *rows*; its number, its mean and on how many blocks it has been seen."""
    at = len(rows)
    if "leaf_value" in node:
        value, seen = float(node["leaf_value"]), int(node["leaf_count"])
        rows.append((at, f"\t\t\t\t{round(_THOUSAND * value)}"))
        return at, value, seen
    rows.append((at, ""))
    yes, mean_yes, seen_yes = _number(node["left_child"], rows)
    no, mean_no, seen_no = _number(node["right_child"], rows)
    seen = seen_yes + seen_no
    mean = (mean_yes * seen_yes + mean_no * seen_no) / max(seen, 1)
    asked, most = OBSERVATIONS[node["split_feature"]], int(np.floor(node["threshold"]))
    rows[at] = (at, f"{asked}\t{most}\t{yes}\t{no}\t{round(_THOUSAND * mean)}")
    return at, mean, seen


def figures(made: Made, keep: Sequence[bool], texts: Sequence[str]) -> tuple[float, ...]:
    """Precision and recall of the body, then of its paragraphs, of a page."""
    own = [text for text, kept in zip(texts, keep, strict=True) if kept]
    gold = made.page["gold"]
    found, wanted = runs("\n".join(own)), runs(gold["body"])
    shared = (found & wanted).total()
    body = (shared / found.total() if found else 1.0, shared / wanted.total())
    if not gold.get("paragraphs"):
        return body
    told, printed = Counter(tuple(words(p)) for p in own), Counter(tuple(words(p)) for p in gold["paragraphs"])
    same = (told & printed).total()
    return (*body, same / max(told.total(), 1), same / max(printed.total(), 1))


def without_own_fold(
    made: Sequence[Made], stood: Sequence[tuple[list[int], NDArray[np.int32]]], share: Sequence[Floats]
) -> list[list[int]]:
    """What trees that were learned without its fold say of each block of each page."""
    found: list[list[int]] = [[] for _ in made]
    for fold in range(-1, FOLDS):
        learned = [i for i, one in enumerate(made) if one.fold != fold]
        trees = fit_trees([stood[i] for i in learned], [made[i] for i in learned], [share[i] for i in learned])
        for i, one in enumerate(made):
            if one.fold == fold:
                asked, values = stood[i]
                scores = np.full(len(one.right), _HOPELESS)
                scores[asked] = np.round(trees.predict(values, raw_score=True) * _THOUSAND) if asked else []
                found[i] = scores.tolist()
    return found


def stories(looked: Sequence[Looked]) -> Iterator[tuple[Made, list[bool]]]:
    """Each page and which of its blocks are the story, by weights without its fold."""
    for fold in range(-1, FOLDS):
        forms = fit_forms([one for one in looked if one.made.fold != fold])
        for one in looked:
            if one.made.fold == fold:
                totals = [score + weight(seen, forms) for score, seen in zip(one.scores, one.looks, strict=True)]
                yield one.made, [min(pair) > 0 for pair in zip(one.scores, totals, strict=True)]


_HOPELESS = -4000  # what a block weighs of which the trees are not asked


def tell(told: Sequence[tuple[Made, list[bool]]]) -> None:
    """Print figures of body and paragraphs by sets of pages."""
    rows: defaultdict[str, list[tuple[float, ...]]] = defaultdict(list)
    for one, keep in told:
        if one.page["gold"]["body"] and not one.form.startswith("lines"):
            texts = [sheet.text for sheet in desk_of(one.page, one.form).sheets]
            rows[f"{one.page['set']} {one.form}"].append(figures(one, keep, texts))
    for name, found in rows.items():
        line = [f"{name:24} {len(found)} pages"]
        for what, at in (("body", 0), ("paragraphs", 2)):
            known = [one[at : at + 2] for one in found if len(one) > at]
            if known:
                precision, recall = (sum(column) / len(known) for column in zip(*known, strict=True))
                line.append(f"{what} P {precision:.4f} R {recall:.4f} F1 {_f1(precision, recall):.4f}")
        print("  ".join(line), flush=True)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def write(path: Path, what: str, count: int, columns: str, lines: Sequence[str]) -> None:
    """Write a table of weights."""
    head = (
        f"# what: {what}\n# source: learned from {count} labelled pages\n# retrieved: 2026-11-29\n"
        f"# recipe: tests/recipes/story_trees.py\n# columns: {columns}\n"
    )
    path.write_text(head + "".join(f"{line}\n" for line in lines), "utf-8")


def main() -> None:
    """Print figures by folds of sites, or write the tables."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--write", type=Path, nargs="?", const=TABLES, help="write the tables, to this folder or our own")
    ask.add_argument("--stories", type=Path, help="write here what weights without its fold say of each page")
    asked = ask.parse_args()
    known = list(pages(asked.gold))
    with ProcessPoolExecutor() as pool:
        made = list(filter(None, pool.map(read, ((page, form) for page in known for form in forms(page)), chunksize=8)))
        share = shares(made)
        using = {fold: fit_blocks(*_without(fold, made, share)) for fold in range(-1, FOLDS)}
        stood = list(pool.map(stand, [(one, using[one.fold]) for one in made], chunksize=8))
        scores = without_own_fold(made, stood, share)
        looked = [i for i, one in enumerate(made) if one.form in ("html", "text")]
        looks = pool.map(look, [(made[i], scores[i]) for i in looked], chunksize=8)
        second = [Looked(made[i], scores[i], seen, share[i]) for i, seen in zip(looked, looks, strict=True)]
    print(f"{len(known)} pages, {len(made)} documents, {len(using[0])} observations of blocks", flush=True)
    told = list(stories(second))
    tell(told)
    if asked.stories:
        by_trees = ((one, [score > 0 for score in own]) for one, own in zip(made, scores, strict=True))
        write_stories(asked.stories, [*told, *(pair for pair in by_trees if pair[0].form == "lines")])
    if asked.write:
        blocks, trees = fit_blocks(*_without(None, made, share)), fit_trees(stood, made, share)
        write_tables(asked.write, len(known), blocks, trees, fit_forms(second))


def _without(fold: int | None, made: Sequence[Made], share: Sequence[Floats]) -> tuple[list[Made], list[Floats]]:
    """The whole documents that are not of *fold*, and what their blocks weigh in learning."""
    learned = [i for i, one in enumerate(made) if one.fold != fold and " " not in one.form]
    return [made[i] for i in learned], [share[i] for i in learned]


def write_stories(path: Path, told: Sequence[tuple[Made, list[bool]]]) -> None:
    """Write which blocks of each page are its story."""
    found = {f"{one.page['file']} {one.form}": [i for i, kept in enumerate(keep) if kept] for one, keep in told}
    path.write_text(json.dumps(found), "utf-8")


def write_tables(folder: Path, count: int, blocks: Weights, trees: lightgbm.Booster, forms: Weights) -> None:
    """Write what blocks weigh by themselves, the trees, and what forms weigh at a second look."""
    what = "what each observation of a block weighs for its being of the story, in hundredths"
    lines = [f"{name}\t{value}" for name, value in sorted(blocks.items())]
    write(folder / "story_block_weights.tsv", what, count, "observation weight", lines)
    what = "trees that tell what observations of a block weigh together for its being of the story, in thousandths"
    write(folder / "story_trees.tsv", what, count, "tree node asked most yes no weight", sorted(nodes(trees)))
    what = "what a second look at a block weighs for its being of the story, in thousandths"
    lines = [f"{name}\t{value}" for name, value in sorted(forms.items())]
    write(folder / "story_form_weights.tsv", what, count, "observation weight", lines)


if __name__ == "__main__":
    main()
