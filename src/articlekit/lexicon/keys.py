"""How the lexicon compares what is written with what is known."""

import unicodedata

from articlekit.remembering import remembered
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
        bare = _without_marks(unicodedata.normalize("NFKD", _without_marks(bare)))
    return bare.casefold()


def _without_marks(text: str) -> str:
    """*text* without combining marks, which `unicodedata.normalize` would put in order in quadratic time."""
    return "".join(c for c in text if not unicodedata.combining(c))


@remembered(16_384)
def words_key(text: str) -> str:
    """
    What *text* is looked up under where words matter: folded case, single spaces.

    >>> words_key("Staff  Writer")
    'staff writer'
    """
    return plain(text).casefold()
