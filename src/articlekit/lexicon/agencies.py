"""News agencies, wires and photo agencies."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.remembering import remembered

__all__ = ["Agency", "agencies", "agency"]


@frozen
class Agency:
    """
    An organisation that sends out news or pictures; *kind* is wire, broadcaster, monitor, release, photo or military.

    >>> agency("AFP").name
    'Agence France-Presse'
    """

    name: str
    kind: str


@cache
def agencies() -> Mapping[str, Agency]:
    """Every agency by the folded words of each form it is written in."""
    found: dict[str, Agency] = {}
    for name, kind, forms in rows("agencies"):
        for form in (name, *filter(None, forms.split(";"))):
            found.setdefault(words_key(form), Agency(name, kind))
    return MappingProxyType(found)


@remembered(4096)
def agency(text: str) -> Agency | None:
    """
    The agency that *text* names, or None.

    >>> agency("REUTERS").name, agency("The Evening Courier")
    ('Reuters', None)
    """
    return agencies().get(words_key(text))
