"""Plain word lists: particles, suffixes, credentials, honorifics, and the words of place names."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows

__all__ = ["forms", "heads", "longest_head", "mapping", "openers", "phrases", "spelled", "spellings", "tails", "widest"]


@cache
def phrases(table: str) -> frozenset[str]:
    """
    The first column of *table*, folded.

    >>> "van" in phrases("particles")
    True
    """
    return frozenset(words_key(row[0]) for row in rows(table))


@cache
def mapping(table: str) -> Mapping[str, str]:
    """
    The second column of *table* by its folded first.

    >>> mapping("suffixes")["jr"]
    'Jr.'
    """
    return MappingProxyType({words_key(row[0]): row[1] for row in rows(table)})


@cache
def spelled(table: str) -> frozenset[str]:
    """
    The first column of *table* as spelled there, for words that are told apart by their case.

    >>> "Mc" in spelled("name_prefixes"), "MC" in spelled("name_prefixes")
    (True, False)
    """
    return frozenset(row[0] for row in rows(table))


@cache
def spellings(table: str) -> Mapping[str, str]:
    """
    The first column of *table* as spelled there, by its folded form.

    >>> spellings("place_words")["mcallen"]
    'McAllen'
    """
    return MappingProxyType({words_key(row[0]): row[0] for row in rows(table)})


@cache
def forms(table: str) -> Mapping[str, str]:
    """
    Each name of *table*, and each of the forms in its ``forms`` column if it has one, by its folded form.

    >>> forms("agencies")["associated press"]
    'Associated Press'
    """
    names = (name for row in rows(table) for name in (row[0], *(row[-1].split(";") if len(row) > 1 else ())))
    return MappingProxyType({words_key(name): name for name in names if name})


@cache
def openers(table: str) -> frozenset[str]:
    """
    The first words of the phrases of *table*, folded: a glance that spares a look-up.

    >>> "written" in openers("byline_labels"), "quill" in openers("byline_labels")
    (True, False)
    """
    return frozenset(phrase.split()[0] for phrase in phrases(table))


@cache
def widest(table: str) -> int:
    """
    The number of words in the longest phrase of *table*.

    >>> widest("suffixes")
    1
    """
    return max(len(row[0].split()) for row in rows(table))


def longest_head(words: Sequence[str], table: str) -> int:
    """
    How many words the longest phrase of *table* has that *words* begin with, 0 where there is none.

    >>> longest_head("Tech. Sgt. Rosa Lind".split(), "honorifics")
    2
    """
    known = phrases(table)
    counts = range(min(widest(table), len(words)), 0, -1)
    return next((count for count in counts if words_key(" ".join(words[:count]).rstrip(":")) in known), 0)


@cache
def heads(table: str) -> tuple[str, ...]:
    """
    Each folded phrase of *table* with a space behind, longest first: for ``str.startswith``.

    >>> "camp " in heads("base_openers")
    True
    """
    return tuple(sorted((f"{phrase} " for phrase in phrases(table)), key=lambda p: (-len(p), p)))


@cache
def tails(table: str) -> tuple[str, ...]:
    """
    Each folded phrase of *table* between two spaces: for ``str.endswith``.

    >>> " air base " in tails("base_words")
    True
    """
    return tuple(sorted(f" {phrase} " for phrase in phrases(table)))
