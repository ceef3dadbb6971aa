"""How the lexicon compares what is written with what is known."""

import unicodedata
from functools import lru_cache

from articlekit.typography import plain

__all__ = ["key", "words_key"]

_STRIPPED = {ord(c): None for c in " .,"}


def key(text: str) -> str:
    """
    What *text* is looked up under where spacing, accents and full stops do not matter.

    >>> key("W. Va."), key("Québec")
    ('wva', 'quebec')
    """
    bare = plain(text).translate(_STRIPPED)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return bare.casefold()


@lru_cache(maxsize=16_384)
def words_key(text: str) -> str:
    """
    What *text* is looked up under where words matter: folded case, single spaces.

    >>> words_key("Staff  Writer")
    'staff writer'
    """
    return plain(text).casefold()
