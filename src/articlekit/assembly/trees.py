"""
Decision trees whose answers add up: what several observations are worth together.

Each tree asks of one value after another whether it is at most so much, and ends in a weight; a score is the sum of
the weights of all trees. They are learned from labelled pages (see ``tests/recipes/story_trees.py``) and kept as a
table, a row a node: its tree, its number, what is asked and how much is the most, or nothing at an end, and its weight
in thousandths of the logarithm of odds, which at an inner node is the mean of the ends below.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

__all__ = ["Node", "Trees", "trees_of"]


@frozen
class Node:
    """A question: whether the value number *asked* is *most* or less, and the nodes or weights to go on with."""

    asked: int
    most: int
    yes: "Node | int"
    no: "Node | int"
    #: the mean weight of the ends below
    weight: int
    #: how far each answer moves that mean
    by_yes: int = field(init=False)
    by_no: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "by_yes", _mean(self.yes) - self.weight)
        object.__setattr__(self, "by_no", _mean(self.no) - self.weight)


@frozen(slots=False)
class Trees:
    """
    Trees that ask values in the order of *observations*.

    >>> short = Trees(("words", "links"), (Node(0, 3, -20, Node(1, 0, 50, 10, 30), 5),))
    >>> short.score((12, 0)), short.parts((12, 0))
    (50, {'always': 5, 'words': 25, 'links': 20})
    """

    observations: tuple[str, ...]
    roots: tuple[Node | int, ...]

    def score(self, values: Sequence[int]) -> int:
        """The sum of the weights at which *values* end."""
        total = 0
        for root in self.roots:
            node = root
            while node.__class__ is Node:
                node = node.yes if values[node.asked] <= node.most else node.no
            total += node  # type: ignore[operator]  # what is no node is a weight; asking isinstance doubles the time
        return total

    def parts(self, values: Sequence[int]) -> Mapping[str, int]:
        """
        What each observation adds to the score: how far each answer to it moves the mean of what may still come.

        ``always`` is the mean before anything is asked. The parts add up to the score.
        """
        moved = [0] * len(self.observations)
        asked = dict.fromkeys(range(0))  # the numbers of the observations, in the order in which they are asked
        for root in self.roots:
            node = root
            while isinstance(node, Node):
                number = node.asked
                asked[number] = None
                if values[number] <= node.most:
                    moved[number] += node.by_yes
                    node = node.yes
                else:
                    moved[number] += node.by_no
                    node = node.no
        always = sum(map(_mean, self.roots))
        return {"always": always} | {self.observations[number]: moved[number] for number in asked}

    @cached_property
    def _bounds(self) -> tuple[tuple[int, ...], ...]:
        """What questions ask of each observation, in order."""
        found: list[set[int]] = [set() for _ in self.observations]
        waiting = list(self.roots)
        while waiting:
            node = waiting.pop()
            if isinstance(node, Node):
                found[node.asked].add(node.most)
                waiting += (node.yes, node.no)
        return tuple(tuple(sorted(bounds)) for bounds in found)

    def alike(self, values: Sequence[int]) -> tuple[int, ...]:
        """
        The same for all *values* that no question tells apart.

        >>> short = Trees(("words",), (Node(0, 3, -20, 30, 5),))
        >>> short.alike((4,)) == short.alike((9,)), short.alike((3,)) == short.alike((4,))
        (True, False)
        """
        return tuple(map(bisect_left, self._bounds, values))


def _mean(node: Node | int) -> int:
    return node.weight if isinstance(node, Node) else node


def trees_of(table: Iterable[Sequence[str]], observations: tuple[str, ...]) -> Trees:
    """The trees of the rows of a *table*, which ask for *observations*; `KeyError` where a node is not in it."""
    numbers = {name: number for number, name in enumerate(observations)}
    found: dict[str, dict[str, Sequence[str]]] = {}
    for tree, node, *rest in table:
        found.setdefault(tree, {})[node] = rest
    return Trees(observations, tuple(_node(found[tree], "0", numbers) for tree in sorted(found, key=int)))


def _node(tree: Mapping[str, Sequence[str]], at: str, numbers: Mapping[str, int]) -> Node | int:
    asked, most, yes, no, weight = tree[at]
    if not asked:
        return int(weight)
    return Node(numbers[asked], int(most), _node(tree, yes, numbers), _node(tree, no, numbers), int(weight))
