"""Pictures of a page: their addresses and sizes."""

import re
from collections.abc import Mapping

from articlekit.readers.draft import Picture

__all__ = ["picture_of"]

#: attributes that hold an address, where scripts load pictures late the first ones do
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-url", "src")
_SETS = ("srcset", "data-srcset")
_CANDIDATE = re.compile(r"\s*([^\s,]\S{0,2000}?)(?:\s+([0-9]{1,6})(?:\.[0-9]{1,4})?[wx])?\s*(?:,\s|,$|$)")
_SIZE = re.compile(r"\s*([0-9]{1,6})(?:\.[0-9]{1,6})?(?:px)?\s*$")
_MOST_CANDIDATES = 40


def picture_of(attributes: Mapping[str, str]) -> Picture | None:
    """
    The picture that an ``img`` with *attributes* shows; None where they hold no address.

    >>> picture_of({"srcset": "/gull-320.jpg 320w, /gull-640.jpg 640w", "src": "data:,", "width": "640"})
    Picture(url='/gull-640.jpg', width=640, height=None)
    """
    url = _largest(attributes) or next(
        (attributes[name].strip() for name in _ADDRESSES if _is_address(attributes.get(name, ""))), None
    )
    if url is None:
        return None
    return Picture(url, _size(attributes.get("width", "")), _size(attributes.get("height", "")))


def _is_address(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith(("data:", "blob:", "javascript:"))


def _largest(attributes: Mapping[str, str]) -> str | None:
    """The address of the largest picture that a ``srcset`` lists."""
    best, widest = None, -1
    for name in _SETS:
        text, at = attributes.get(name, ""), 0
        for _ in range(_MOST_CANDIDATES):
            found = _CANDIDATE.match(text, at)
            if found is None or found.end() == at:
                break
            at = found.end()
            width = int(found[2] or 0)
            if width > widest and _is_address(found[1]):
                best, widest = found[1], width
    return best


def _size(text: str) -> int | None:
    found = _SIZE.match(text[:20])
    return int(found[1]) if found else None
