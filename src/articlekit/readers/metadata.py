"""What elements claim of the page: metadata, links, microdata, times, structured data."""

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from articlekit.readers.draft import Claim
from articlekit.readers.jsonld import json_ld_claims
from articlekit.readers.selectors import ITEM_PROPERTIES, META

__all__ = ["attribute_claims", "element_claims", "is_claim"]

_NAMING = ("property", "name", "itemprop", "http-equiv")
_LONGEST = 10_000  # code points of an attribute that is a claim


def element_claims(
    tag: str, element: etree._Element, path_of: Callable[[etree._Element], str], groups: int
) -> Iterator[Claim]:
    """What a title or a script claims; *groups* is how many groups of claims there are already."""
    if tag == "title":
        yield from _claims("headline", element.text, path_of(element), "title")
    elif tag == "script" and "ld+json" in element.get("type", "").lower():
        yield from json_ld_claims("".join(element.itertext()), path_of(element), groups)


def is_claim(meta: etree._Element) -> bool:
    """Whether a ``meta`` element has a name that claims something."""
    return any((meta.get(key) or "").strip().lower() in META for key in _NAMING)


def attribute_claims(
    tag: str, attributes: Mapping[str, str], element: etree._Element, path_of: Callable[[etree._Element], str]
) -> Iterator[Claim]:
    """What the attributes of an element claim, of any element the item properties, times and relations."""
    path = path_of(element)
    if tag == "meta":
        yield from _meta_claims(attributes, path)
    elif tag == "html":
        key = "lang" if attributes.get("lang") else "xml:lang"
        yield from _claims("language", attributes.get(key), f"{path}/@{key}", "html")
    elif tag == "link":
        if "canonical" in attributes.get("rel", "").lower().split():
            yield from _claims("url", attributes.get("href"), f"{path}/@href", "link")
    elif "itemprop" in attributes or "datetime" in attributes or "rel" in attributes:
        yield from _visible_claims(attributes, element, path)


def _meta_claims(attributes: Mapping[str, str], path: str) -> Iterator[Claim]:
    content = attributes.get("content")
    for name in _NAMING:
        key = attributes.get(name)
        if key and content:
            field, kind = META.get(key.strip().lower(), ("", ""))
            if field:
                yield from _claims(field, content, f"{path}/@content", kind)
                return


def _visible_claims(attributes: Mapping[str, str], element: etree._Element, path: str) -> Iterator[Claim]:
    field = next((f for p in attributes.get("itemprop", "").split() if (f := ITEM_PROPERTIES.get(p.lower()))), "")
    machine = next((key for key in ("datetime", "content") if attributes.get(key)), "")
    if field and machine:
        yield from _claims(field, attributes[machine], f"{path}/@{machine}", "microdata")
    elif field:
        yield from _claims(field, "".join(element.itertext())[:_LONGEST], path, "microdata")
    elif machine == "datetime":
        kind = "pubdate" if "pubdate" in attributes else "time"
        yield from _claims("time", attributes["datetime"], f"{path}/@datetime", kind)
    if "author" in attributes.get("rel", "").lower().split():
        yield from _claims("author", "".join(element.itertext())[:_LONGEST], path, "rel")


def _claims(field: str, text: str | None, path: str, kind: str) -> Iterator[Claim]:
    squeezed = " ".join((text or "")[:_LONGEST].split())
    if squeezed:
        yield Claim(field, squeezed, path, kind)
