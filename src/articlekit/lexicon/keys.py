"""How the lexicon compares what is written with what is known."""

import unicodedata

__all__ = ["key", "words_key"]

_STRIPPED = {ord(c): None for c in " .,\t\n\r\u00a0\u202f\u00ad"}


def key(text: str) -> str:
    """
    What *text* is looked up under where spacing and full stops do not matter.

    >>> key("W. Va."), key("Québec")
    ('wva', 'quebec')
    """
    bare = text.translate(_STRIPPED)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return bare.replace("\u2019", "'").casefold()


def words_key(text: str) -> str:
    """
    What *text* is looked up under where words matter: folded case, single spaces.

    >>> words_key("Staff  Writer")
    'staff writer'
    """
    return " ".join(text.replace("\u2019", "'").casefold().split())
