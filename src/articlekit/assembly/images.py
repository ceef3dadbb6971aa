"""The images of an article: what its page names as its images, then those in the story; the first is the lead."""

from collections.abc import Iterator
from itertools import islice

from articlekit.assembly.addresses import resolved
from articlekit.assembly.claims import claims_of
from articlekit.assembly.desk import Desk
from articlekit.assembly.rules import CLAIMED
from articlekit.model import Image
from articlekit.readers.draft import Claim, Picture, ShownImage
from articlekit.readers.pictures import Address, address_of, picture_of
from articlekit.span import Span

__all__ = ["take_images"]

_ABOVE = 4  # blocks above the headline
_SMALLEST = 100  # pixels of the longer side: icons and portraits are smaller
_MOST = 200


def take_images(desk: Desk) -> None:
    """The images, each address once, made whole by that of the page."""
    found: dict[str, Image] = {}
    for claim in islice(claims_of(desk, "image", CLAIMED["images"]), _MOST):
        url = resolved(desk, claim.text)
        if url not in found:
            desk.cite(f"images[{len(found)}]", claim, f"images.{claim.kind}")
            found[url] = Image(url)
    for shown, address, picture in _in_story(desk):
        url = resolved(desk, address.url)
        if url in found:
            found[url] = found[url] if found[url].width else Image(url, picture.width, picture.height)
        elif len(found) < _MOST:
            claim = Claim("image", shown.attributes[address.name], f"{shown.origin}/@{address.name}")
            span = Span(address.start, address.start + len(address.url))
            desk.cite(f"images[{len(found)}]", claim, "images.in-story", span)
            found[url] = Image(url, picture.width, picture.height)
    desk.fields.images += found.values()


def _in_story(desk: Desk) -> Iterator[tuple[ShownImage, Address, Picture]]:
    """The pictures between headline and end of the story, which are no icons."""
    first = desk.headline.number if desk.headline is not None else desk.lead
    near = range(first - _ABOVE, desk.body.stop + 1)
    for shown in desk.draft.images if desk.body else ():
        address = address_of(shown.attributes) if shown.at in near else None
        picture = picture_of(shown.attributes)
        if address is not None and picture is not None and not _is_icon(picture):
            yield shown, address, picture


def _is_icon(picture: Picture) -> bool:
    sides = [side for side in (picture.width, picture.height) if side is not None]
    return bool(sides) and max(sides) < _SMALLEST
