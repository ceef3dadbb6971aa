"""The containers of a page as a tree: sums over what stands in them, and the one a paragraph is at home in."""

from collections.abc import Collection, Iterable, Sequence

from articlekit.readers.draft import Frame

__all__ = ["Containers"]

#: elements that are a paragraph, an item of a list or a part of a line, never the home of paragraphs
_TRIVIAL_TAGS = (
    "p li ul ol dl dd dt blockquote pre span h1 h2 h3 h4 h5 h6 figure figcaption a time table tbody thead tfoot tr"
)
_TRIVIAL = frozenset(_TRIVIAL_TAGS.split())
_SHORTEST_STEM = 6  # letters
_DIGITS = str.maketrans("", "", "0123456789")


class Containers:
    """
    The containers of a page, each behind the one around it; *blocks* are the numbers of those its blocks stand in.

    >>> page = Containers([Frame(-1, tag="body"), Frame(0, tag="div"), Frame(1, tag="p")], blocks=[2, 1])
    >>> page.home(2), page.sums([5.0, 1.0]), page.inside({1})
    (1, [6.0, 6.0, 5.0], [False, False, True])
    """

    def __init__(self, frames: Sequence[Frame], blocks: Sequence[int]) -> None:
        self.frames = frames
        self._blocks = blocks
        self._parents = [frame.parent for frame in frames]
        self._homes: dict[int, int] = {}
        self._kinds: dict[int, str] = {}

    def sums(self, values: Iterable[float]) -> list[float]:
        """For each container the sum of the *values* of the blocks in it or below; there is one for every block."""
        parents = self._parents
        sums = [0.0] * len(parents)
        for number, value in zip(self._blocks, values, strict=True):
            sums[number] += value
        for number in range(len(sums) - 1, 0, -1):
            if sums[number] and parents[number] >= 0:
                sums[parents[number]] += sums[number]
        return sums

    def inside(self, tops: Collection[int]) -> list[bool]:
        """Which containers stand in one of *tops*, themselves left out."""
        inside: list[bool] = []
        for parent in self._parents:
            inside.append(parent >= 0 and (parent in tops or inside[parent]))
        return inside

    def is_home(self, number: int) -> bool:
        """Whether a container can be the home of paragraphs."""
        return self.frames[number].tag not in _TRIVIAL

    def home(self, number: int) -> int:
        """The container among whose paragraphs a block in container *number* stands."""
        home = self._homes.get(number)
        if home is None:
            home = max(self._parents[number], 0)
            while self.frames[home].tag in _TRIVIAL and self._parents[home] >= 0:
                home = self._parents[home]
            self._homes[number] = home
        return home

    def own_kind(self, number: int) -> str:
        """What a paragraph is called by itself, the empty string where it has no name."""
        return self.kind(number) if self.frames[number].name else ""

    def stem(self, number: int) -> str:
        """The first of the classes of a container, what variants of it have in common; empty where it says little."""
        first = self.frames[number].name.split(None, 1)[:1]
        return first[0].translate(_DIGITS) if first and len(first[0]) >= _SHORTEST_STEM else ""

    def kind(self, number: int) -> str:
        """What a container is called: its tag and its classes, numbers left out."""
        kind = self._kinds.get(number)
        if kind is None:
            frame = self.frames[number]
            kind = self._kinds[number] = f"{frame.tag} {frame.name}".translate(_DIGITS)
        return kind
