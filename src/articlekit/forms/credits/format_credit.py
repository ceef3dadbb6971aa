"""Photo credits in AP style."""

from collections.abc import Sequence

from articlekit.errors import WriteError
from articlekit.forms.credits.reading import RULES
from articlekit.grammar import Scanner, first_match
from articlekit.model import PhotoCredit

__all__ = ["format_photo_credit"]


def format_photo_credit(credit: PhotoCredit) -> str:
    """
    *credit* in AP style: ``AP Photo/Ada Quill, Pool, File``, ``Ada Quill/Sputnik via AP``.

    ``parse_photo_credit`` reads it back to an equal value.

    Raises:
        WriteError: no credit line says this.

    >>> from articlekit.model import CreditFlag
    >>> format_photo_credit(PhotoCredit(("Ada Quill",), ("AP",), (CreditFlag.FILE,)))
    'AP Photo/Ada Quill, File'
    """
    flags = "".join(f", {flag.value.capitalize()}" for flag in reversed(credit.flags))
    names = " and ".join(credit.photographers)
    for line in _lines(names, credit.agencies):
        text = (line + flags).removeprefix(", ")
        found = first_match(RULES, Scanner(text))
        if found is not None and found.value == credit and found.span.end == len(text):
            return text
    raise WriteError(f"no credit line says {credit!r:.200}")


def _lines(names: str, agencies: Sequence[str]) -> list[str]:
    """The ways to write names and agencies, the most usual first."""
    if not agencies:
        return [names, f"Photo by {names}"]
    first, rest = agencies[0], agencies[1:]
    via = "/".join(agencies[:-1]) + (" via " if rest else "") + agencies[-1]
    staff = "/".join([f"{first} Photo", *([names] if names else []), *rest])
    joined = "/".join([*([names] if names else []), *agencies])
    lines = [
        staff,
        f"{names}/{via}" if names else via,
        joined,
        "/".join([first, *([names] if names else []), *rest]),
    ]
    return lines if first in ("AP", "AFP") else [*lines[1:], f"Photo by {joined}", f"Photo: {joined}"]
