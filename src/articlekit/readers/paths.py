"""Paths of elements, as XPath reads them, each found in time that does not grow with its siblings."""

from collections import Counter

from lxml import etree

__all__ = ["Paths", "unnamed"]


def unnamed(_: etree._Element) -> str:
    """No path, where nobody asks for one."""
    return ""


#: code points; a longer path begins anew, at an element by its number: boxes in boxes would have paths by the megabyte
_LONGEST = 250


class Paths:
    """
    The paths of elements of one tree, ``/html/body/p[2]``; what is asked twice is looked up.

    One that would be longer than 250 code points begins at an element by its number, ``(//div)[120]/p``.

    >>> root = etree.fromstring("<html><p/><p/></html>")
    >>> Paths().of(root[1])
    '/html/p[2]'
    """

    def __init__(self) -> None:
        self._known: dict[etree._Element, str] = {}
        self._numbers: dict[etree._Element, int] = {}

    def of(self, element: etree._Element) -> str:
        """The path of *element*."""
        unknown = []
        while element not in self._known:
            unknown.append(element)
            parent = element.getparent()
            if parent is None:
                self._known[element] = f"/{element.tag!s}"
                break
            element = parent
        for child in reversed(unknown):
            if child not in self._known:
                self._add_children(child.getparent())
        return self._known[unknown[0] if unknown else element]

    def _add_children(self, parent: etree._Element | None) -> None:
        if parent is None:
            return
        above = self._known[parent]
        if len(above) > _LONGEST:
            above = self._known[parent] = self._by_number(parent)
        counts: dict[str, int] = {}
        first: dict[str, etree._Element] = {}
        for child in parent:
            tag = str(child.tag)
            count = counts[tag] = counts.get(tag, 0) + 1
            first.setdefault(tag, child)
            self._known[child] = f"{above}/{tag}[{count}]"
        for tag, child in first.items():
            if counts[tag] == 1:
                self._known[child] = f"{above}/{tag}"

    def _by_number(self, element: etree._Element) -> str:
        """The path of *element* as the so-manieth of its name in the tree."""
        if not self._numbers:
            counts: Counter[str] = Counter()
            for one in element.getroottree().iter():
                counts[str(one.tag)] += 1
                self._numbers[one] = counts[str(one.tag)]
        return f"(//{element.tag!s})[{self._numbers[element]}]"
