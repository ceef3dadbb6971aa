"""Pictures of a page: their addresses and sizes, and which of them a caption is of."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from articlekit.readers.draft import Picture

__all__ = ["Address", "Images", "address_of", "picture_of"]

#: attributes that hold an address, where scripts load pictures late the first ones do
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-url", "src")
_SETS = ("srcset", "data-srcset")
_CANDIDATE = re.compile(r"\s*([^\s,]\S{0,2000}?)(?:\s+([0-9]{1,6})(?:\.[0-9]{1,4})?[wx])?\s*(?:,\s|,$|$)")
_SIZE = re.compile(r"\s*([0-9]{1,6})(?:\.[0-9]{1,6})?(?:px)?\s*$")
_MOST_CANDIDATES = 40
_FARTHEST_CAPTION = 2  # blocks from its picture


class Images:
    """
    The images that a walk has seen last, each waiting for a caption; *block* is the number of blocks in front.

    >>> images = Images()
    >>> images.see({"src": "/gull.jpg"}, 4)
    >>> images.of_caption(5), images.of_caption(9), images.pictures[0].url
    (0, None, '/gull.jpg')
    """

    def __init__(self) -> None:
        #: those that captions are of
        self.pictures: list[Picture] = []
        self._waiting: list[Mapping[str, str]] = []  # attributes of the last images
        self._seen_at = 0
        self._captioned_at = 0

    def see(self, attributes: Mapping[str, str], block: int) -> None:
        """Remember an image for the caption that may follow it."""
        if self._seen_at != block:
            self._waiting.clear()
            self._seen_at = block
        self._waiting.append(attributes)

    def of_caption(self, block: int) -> int | None:
        """The number in `pictures` of the one that a caption here is of."""
        if self._waiting and block - self._seen_at <= _FARTHEST_CAPTION:
            picture = next(filter(None, map(picture_of, reversed(self._waiting))), None)
            self._waiting.clear()
            if picture is not None:
                self.pictures.append(picture)
                self._captioned_at = block
        near = bool(self.pictures) and block - self._captioned_at <= _FARTHEST_CAPTION
        return len(self.pictures) - 1 if near else None


def picture_of(attributes: Mapping[str, str]) -> Picture | None:
    """
    The picture that an ``img`` with *attributes* shows; None where they hold no address.

    >>> picture_of({"srcset": "/gull-320.jpg 320w, /gull-640.jpg 640w", "src": "data:,", "width": "640"})
    Picture(url='/gull-640.jpg', width=640, height=None)
    """
    found = address_of(attributes)
    if found is None:
        return None
    return Picture(found.url, _size(attributes.get("width", "")), _size(attributes.get("height", "")))


class Address(NamedTuple):
    """An address as written, and where it begins in the attribute *name*."""

    url: str
    name: str
    start: int


def address_of(attributes: Mapping[str, str]) -> Address | None:
    """
    Where an ``img`` with *attributes* says what it shows: the largest of a set, else what scripts load late.

    >>> address_of({"srcset": "/gull-320.jpg 320w, /gull-640.jpg 640w", "src": "data:,"})
    Address(url='/gull-640.jpg', name='srcset', start=20)
    """
    return _largest(attributes) or next(filter(None, (_alone(attributes, name) for name in _ADDRESSES)), None)


def _alone(attributes: Mapping[str, str], name: str) -> Address | None:
    text = attributes.get(name, "")
    return Address(text.strip(), name, len(text) - len(text.lstrip())) if _is_address(text) else None


def _is_address(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith(("data:", "blob:", "javascript:"))


def _largest(attributes: Mapping[str, str]) -> Address | None:
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
                best, widest = Address(found[1], name, found.start(1)), width
    return best


def _size(text: str) -> int | None:
    found = _SIZE.match(text[:20])
    return int(found[1]) if found else None
