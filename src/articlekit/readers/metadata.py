"""What elements claim of the page: metadata, links, microdata, times, structured data."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from lxml import etree

from articlekit.readers.draft import Claim, claimed_text
from articlekit.readers.jsonld import Described, described_nodes, json_ld_claims
from articlekit.readers.selectors import IN_HEAD, ITEM_PROPERTIES, META, SKIPPED

__all__ = ["attribute_claims", "claiming", "described_in", "element_claims"]

_NAMING = ("property", "name", "itemprop", "http-equiv")
#: elements whose address is one of the page, and what it is
_ADDRESSING = {"link": "url", "base": "base"}
#: limits of a claim, so that items in items by the thousand cost no more than their number: its code points, elements
#: in it, metas in it that are looked at, and elements around each of these
_LONGEST = 10_000
_MOST_INSIDE = 500
_MOST_METAS = 50
_DEEPEST = 20


def element_claims(
    tag: str,
    element: etree._Element,
    path_of: Callable[[etree._Element], str],
    groups: int,
    elsewhere: Callable[[], Described],
) -> Iterator[Claim]:
    """
    What a title or a script claims; *groups* is how many groups of claims there are already.

    *elsewhere* gives what `described_in` does of the whole page, asked for where a block of JSON-LD needs another.
    """
    if tag == "title":
        yield from _claims("headline", element.text, path_of(element), "title")
    elif tag == "script" and _is_json_ld(element):
        yield from json_ld_claims("".join(element.itertext()), path_of(element), groups, elsewhere)


def _is_json_ld(element: etree._Element) -> bool:
    return "ld+json" in element.get("type", "").lower()


def described_in(root: etree._Element, path_of: Callable[[etree._Element], str]) -> Described:
    """The nodes that all JSON-LD of a page describes, those of the first blocks where several do."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for element in filter(_is_json_ld, root.iter("script")):
        for name, texts in described_nodes("".join(element.itertext()), path_of(element)).items():
            found.setdefault(name, texts)
    return found


def claiming(head: etree._Element) -> Iterator[etree._Element]:
    """The elements in *head* that may claim something: of its many links those to the page itself."""
    for element in head.iter(*IN_HEAD):
        if element.tag != "link" or "canonical" in element.get("rel", "").lower():
            yield element


def attribute_claims(
    tag: str, attributes: Mapping[str, str], element: etree._Element, path_of: Callable[[etree._Element], str]
) -> Iterator[Claim]:
    """What the attributes of an element claim, of any element the item properties, times and relations."""
    if tag == "meta":
        for name in _NAMING:
            known = META.get(attributes[name].strip().lower()) if name in attributes else None
            if known is not None:
                yield from _claims(known[0], attributes.get("content"), f"{path_of(element)}/@content", known[1])
                return
    elif tag == "html":
        key = "lang" if attributes.get("lang") else "xml:lang"
        yield from _claims("language", attributes.get(key), f"{path_of(element)}/@{key}", "html")
    elif tag in _ADDRESSING:
        if tag == "base" or "canonical" in attributes.get("rel", "").lower().split():
            yield from _claims(_ADDRESSING[tag], attributes.get("href"), f"{path_of(element)}/@href", tag)
    elif "itemprop" in attributes or "datetime" in attributes or "rel" in attributes:
        yield from _visible_claims(attributes, element, path_of)


def _visible_claims(
    attributes: Mapping[str, str], element: etree._Element, path_of: Callable[[etree._Element], str]
) -> Iterator[Claim]:
    path = path_of(element)
    field = next((f for p in attributes.get("itemprop", "").split() if (f := ITEM_PROPERTIES.get(p.lower()))), "")
    machine = next((key for key in ("datetime", "content") if attributes.get(key)), "")
    if field and machine:
        yield from _claims(field, attributes[machine], f"{path}/@{machine}", "microdata")
    elif field:
        yield from _shown_claims(field, element, path_of)
    elif machine == "datetime":
        kind = "pubdate" if "pubdate" in attributes else "time"
        yield from _claims("time", attributes["datetime"], f"{path}/@datetime", kind)
    if "author" in attributes.get("rel", "").lower().split():
        yield from _claims("author", _shown_text(element), path, "rel")


def _shown_claims(field: str, element: etree._Element, path_of: Callable[[etree._Element], str]) -> Iterator[Claim]:
    """The text of an item, or where it shows none the name in a ``meta`` of its own: ``itemprop="name"``."""
    text = _shown_text(element)
    if text.strip():
        yield from _claims(field, text, path_of(element), "microdata")
        return
    for inside in islice(element.iter("meta"), _MOST_METAS):
        above = islice(inside.iterancestors(), _DEEPEST)
        around = next((one for one in above if one.get("itemscope") is not None), None)
        if inside.get("itemprop") == "name" and around is element:
            yield from _claims(field, inside.get("content"), f"{path_of(inside)}/@content", "microdata")
            return


def _shown_text(element: etree._Element) -> str:
    """The text in an element that a page shows, as far as a claim may be long."""
    found: list[str | None] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inside in islice(walk, 2 * _MOST_INSIDE):  # each element begins and ends
        if event == "end":
            found.append(inside.tail if inside is not element else None)
        elif inside.tag in SKIPPED:
            walk.skip_subtree()
        else:
            found.append(inside.text)
    return "".join(filter(None, found))[:_LONGEST]


def _claims(field: str, text: str | None, path: str, kind: str) -> Iterator[Claim]:
    shown = claimed_text((text or "")[:_LONGEST])
    if shown:
        yield Claim(field, shown, path, kind)
