"""
What the observations of assembly are worth: five tables, the package's own or those of a folder.

The recipes of ``tests/recipes`` make such tables from labelled pages.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from articlekit.assembly.contest import Weights
from articlekit.assembly.trees import Trees, trees_of
from articlekit.errors import ReadError
from articlekit.lexicon.loader import rows

__all__ = ["OBSERVATIONS", "PageWeights", "page_weights", "read_page_weights"]

#: what the trees ask for, in the order of the values, see `standing`
OBSERVATIONS = (
    *("own", "lowest", "shares", "from-start", "to-end", "passed", "place", "blocks", "text-before", "text-after"),
    *("sentence", "words", "gap", "again", "words-before", "words-after"),
    *("outside", "apart", "linked", "at-home", "within"),
    *("heading", "caption", "item", "plain"),
    *("before.1", "after.1", "before.2", "after.2", "before.4", "after.4", "before.8", "after.8"),
    *("shares-before.3", "shares-after.3", "shares-before.8", "shares-after.8"),
)
Row = Sequence[str]


@frozen(eq=False)
class PageWeights:
    """
    What each observation of blocks and lines is worth, as `read_page_weights` gives it.

    *story_blocks* weigh a block by itself, *story_trees* where it stands, *story_forms* what the forms read in it,
    *headlines* lines and claims as the headline, *bylines* lines and claims as the byline.
    """

    story_blocks: Weights
    story_trees: Trees
    story_forms: Weights
    headlines: Weights
    bylines: Weights


@cache
def page_weights() -> PageWeights:
    """The package's own weights."""
    return _made({name: rows(name) for name in _TABLES})


def read_page_weights(folder: str | Path) -> PageWeights:
    """
    The weights in the tables of *folder*, as the recipes write them; a table that it lacks is the package's own.

    Raises:
        ReadError: *folder* has none of the tables, or a line of one is none of its rows; says which, and what one is.

    >>> read_page_weights("no/such/folder")
    Traceback (most recent call last):
        ...
    articlekit.errors.ReadError: no/such/folder has none of the tables byline_line_weights.tsv, headline_weights.tsv, \
story_block_weights.tsv, story_form_weights.tsv, story_trees.tsv
    """
    paths = {name: Path(folder) / f"{name}.tsv" for name in _TABLES}
    found = {name: path for name, path in paths.items() if path.is_file()}
    if not found:
        raise ReadError(f"{folder} has none of the tables {', '.join(f'{name}.tsv' for name in sorted(_TABLES))}")
    tables = {name: list(_rows_in(found[name], _TABLES[name])) if name in found else rows(name) for name in _TABLES}
    if "story_trees" in found:
        _check_trees(tables["story_trees"], found["story_trees"])
    return _made(tables)


def _check_trees(table: Sequence[Row], path: Path) -> None:
    """That each node is asked for by one other of its tree, and is there; `ReadError` where not."""
    nodes = Counter((tree, node) for tree, node, *_ in table)
    asked = Counter((tree, node) for tree, _, asks, _, *below, _ in table if asks for node in below)
    roots = {(tree, "0") for tree, _ in nodes}
    wrong = {at for at in nodes | asked if nodes[at] != 1 or asked[at] != (at not in roots)}
    if wrong:
        tree, node = min(wrong)
        raise ReadError(f"{path}: expected each node once, and below one other; node {node} of tree {tree} is not so")
    sizes = Counter(tree for tree, _ in nodes)
    if max(sizes.values(), default=0) > _MOST_NODES:
        raise ReadError(f"{path}: expected trees of at most {_MOST_NODES} nodes, one has {max(sizes.values())}")


_MOST_NODES = 500  # of a tree, which is read node below node


def _made(tables: Mapping[str, Sequence[Row]]) -> PageWeights:
    weights = {
        name: MappingProxyType({row[0]: int(row[1]) for row in table})
        for name, table in tables.items()
        if name != "story_trees"
    }
    return PageWeights(
        story_blocks=weights["story_block_weights"],
        story_trees=trees_of(tables["story_trees"], OBSERVATIONS),
        story_forms=weights["story_form_weights"],
        headlines=weights["headline_weights"],
        bylines=weights["byline_line_weights"],
    )


def _rows_in(path: Path, columns: str) -> Iterator[Row]:
    """The rows of the table in *path*, each looked at."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: expected UTF-8, byte {error.start} is none") from None
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("# "):
            row = line.split("\t")
            if not _SHAPES[columns](row):
                raise ReadError(
                    f"{path}, line {number}: expected {columns}, parted by tabs, got {line[:_LONGEST_SHOWN]!r}"
                )
            yield row


_LONGEST_SHOWN = 60  # code points of a line in an error


def _is_weight(row: Row) -> bool:
    return len(row) == _PAIR and _is_number(row[1])


def _is_node(row: Row) -> bool:
    """A node asks an observation and goes on with two later ones of its tree, or ends."""
    if len(row) != _NODE or not all(map(_is_number, (row[0], row[1], row[-1]))):
        return False
    if not any(row[2:6]):
        return True
    asks = row[2] in OBSERVATIONS and all(map(_is_number, row[3:6]))
    return asks and min(int(row[4]), int(row[5])) > int(row[1])


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").isdecimal() and cell.isascii() and len(cell) <= _MOST_DIGITS


_PAIR, _NODE = 2, 7  # cells of a row
_MOST_DIGITS = 9
_WEIGHT = "an observation and its weight"
_TREE = "a tree, a node, what is asked and how much is the most, the nodes for yes and no, a weight"
_SHAPES: Mapping[str, Callable[[Row], bool]] = {_WEIGHT: _is_weight, _TREE: _is_node}
#: the tables, and what a row of each is
_TABLES = {
    "story_block_weights": _WEIGHT,
    "story_trees": _TREE,
    "story_form_weights": _WEIGHT,
    "headline_weights": _WEIGHT,
    "byline_line_weights": _WEIGHT,
}
