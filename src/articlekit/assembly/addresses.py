"""Addresses that a page gives, made whole by its own."""

from urllib.parse import urljoin

from articlekit.assembly.desk import Desk
from articlekit.remembering import remembered

__all__ = ["resolved"]

_LONGEST = 10_000  # code points of an address


def resolved(desk: Desk, address: str) -> str:
    """*address* as a link on the page leads to it; as it is where the page's own address is not known, or no base."""
    base = next((_joined(desk.draft.url or "", claim.text) for claim in desk.claimed["base"]), desk.draft.url or "")
    return _joined(base, address)


@remembered(1024)
def _joined(base: str, address: str) -> str:
    """*address* by *base*, RFC 3986; as it is where either is none."""
    if max(len(base), len(address)) > _LONGEST:
        return address
    try:
        return urljoin(base, address)
    except ValueError:  # a host in brackets that is none
        return address
