"""
Organisations: which names are agencies and outlets, and which look like organisations.

Person or organisation is decided by evidence, the surest first: a name in the lexicon, a web
address, a word that organisations carry (``Tribune``, ``University``), a leading ``The``, a mark
that people's names lack (``BuzzFeed``, ``7 News``).

>>> split_agencies("CBS/AP")
('CBS', 'AP')
>>> known_organization("THE ASSOCIATED PRESS"), known_organization("The Evening Courier")
(True, False)
>>> why_organization("Columbia-Greene Media".split()), why_organization("Rosa Lind".split())
('word', None)
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from articlekit.forms.names import has_given_name
from articlekit.grammar import Finder, Token, any_of
from articlekit.lexicon.agencies import agency
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import forms, phrases, spelled, widest
from articlekit.remembering import remembered
from articlekit.typography import plain

__all__ = [
    "display_organization",
    "is_domain",
    "known_at",
    "known_opener",
    "known_organization",
    "known_tail",
    "names_agency",
    "nearly_known",
    "split_agencies",
    "why_organization",
]

_DOMAIN = Token(lambda: rf"(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{any_of(phrases('domain_endings'))})", re.IGNORECASE)
_CAMEL = Token(r"(?=\w+\Z)[^\W\d_]*?[a-z][A-Z][a-z]\w*")
_ACRONYM = Token(r"[A-Z]{2,6}[0-9]?")
_LETTER_AND_DIGIT = Finder(r"[^\W\d_][0-9]|[0-9][^\W\d_]")
_INNER_CAPITAL = Token(lambda: rf"(?:{any_of(spelled('name_prefixes'))})[A-Z]")
_FEWEST_BEFORE_WORD = 2
_FEWEST_CAPITALS = 3  # of three words of an organisation at most one is small


def names_agency(text: str) -> bool:
    """Whether *text* is a form of an agency that the lexicon knows."""
    return agency(plain(text)) is not None


def is_domain(word: str) -> bool:
    """
    Whether *word* is the name of a site: ``NU.nl``.

    >>> is_domain("NU.nl"), is_domain("J.M.")
    (True, False)
    """
    return "." in word[1:-1] and _DOMAIN.covers(word)


@remembered(4096)
def known_organization(text: str) -> bool:
    """Whether *text*, with or without its article, is an agency or outlet that the lexicon knows."""
    bare = plain(text)
    if bare.startswith("the ") and bare.islower():  # "the time" is no magazine
        return False
    without = bare[4:] if bare[:4].casefold() == "the " else bare
    return any(names_agency(name) or words_key(name) in phrases("outlets") for name in (bare, without))


def display_organization(text: str) -> str:
    """
    *text* as written, but for a known name of several words in capitals, which is spelled as the lexicon has it.

    >>> display_organization("THE ASSOCIATED PRESS"), display_organization("REUTERS")
    ('The Associated Press', 'REUTERS')
    """
    name = plain(text)
    if not name.isupper() or " " not in name:
        return name
    article, bare = ("The ", name[4:]) if name.startswith("THE ") else ("", name)
    for table in ("agencies", "outlets"):
        for candidate, before in ((name, ""), (bare, article)):
            known = forms(table).get(words_key(candidate))
            if known is not None:
                return before + known
    return name


def known_at(words: Sequence[str], start: int) -> int | None:
    """
    The end of the longest known organisation that begins at word *start*, or None.

    >>> known_at("JANE ROE THE ASSOCIATED PRESS".split(), 2)
    5
    """
    if start >= len(words) or words_key(words[start]).strip(",") not in _openers():
        return None
    longest = min(len(words), start + max(widest("outlets"), widest("agencies")) + 1)
    for end in range(longest, start, -1):
        if known_organization(" ".join(words[start:end]).strip(",")):
            return end
    return None


def known_tail(words: Sequence[str]) -> bool:
    """
    Whether *words* end in a known organisation, other words before it.

    >>> known_tail("Rosa Lind AP".split()), known_tail(["AP"])
    (True, False)
    """
    return any(known_at(words, start) == len(words) for start in range(1, len(words)))


def known_opener(word: str) -> bool:
    """
    Whether a known organisation begins with *word*: ``BuzzFeed``.

    >>> known_opener("BuzzFeed"), known_opener("Quill")
    (True, False)
    """
    return words_key(word).strip(",") in _openers()


def nearly_known(words: Sequence[str]) -> bool:
    """
    Whether *words* are a known name of two words and more with a letter wrong, as teletypes sent it.

    >>> nearly_known(["Asociated", "Press"]), nearly_known(["Associated", "Farmers"])
    (True, False)
    """
    written = words_key(" ".join(words))
    kin = _names_by_last_word().get(written.rpartition(" ")[2], ())
    return bool(kin and get_close_matches(written, kin, 1, _NEARLY))


@cache
def _names_by_last_word() -> Mapping[str, tuple[str, ...]]:
    """Long names of agencies and outlets by the word they end in."""
    found: dict[str, tuple[str, ...]] = {}
    for name in (*forms("agencies"), *forms("outlets")):
        if len(name) >= _LONG and " " in name:
            last = name.rpartition(" ")[2]
            found[last] = (*found.get(last, ()), name)
    return MappingProxyType(found)


_LONG = 12  # letters: of a shorter name, one letter may make another
_NEARLY = 0.93  # of 1: a letter too many, too few, wrong or out of place in twelve and more


@cache
def _openers() -> frozenset[str]:
    """The first words of every known name, and the article that any of them may have."""
    return frozenset(("the", *(name.split()[0] for name in (*forms("agencies"), *forms("outlets")))))


def why_organization(words: Sequence[str]) -> str | None:
    """
    The evidence that *words* name an organisation, or None where there is none.

    ``known``, ``domain``, ``nearly`` (a known name misspelled), ``word`` (an organisation's word at either
    end), ``the``, ``mark`` (a capital or digit inside a word), ``acronym``.
    """
    return _why_organization(" ".join(words))


@remembered(4096)
def _why_organization(text: str) -> str | None:
    if known_organization(text):
        return "known"
    words = text.split()
    if words and _DOMAIN.covers(words[-1]):
        return "domain"
    if sum(word.islower() for word in words) > len(words) // _FEWEST_CAPITALS:
        return None
    for reason, test in _REASONS:
        if test(words):
            return reason
    return None


def _has_word(words: Sequence[str]) -> bool:
    """``Lesotho Times``, ``University Communications``; a pair such as ``Emily Post`` may be a person."""
    last, first = words_key(words[-1].rstrip(".,")), words_key(words[0])
    if last in phrases("organization_words"):
        return len(words) > _FEWEST_BEFORE_WORD or last not in phrases("surname_like") or not has_given_name(words)
    if len(words) > 1 and words[0].isdigit():  # 7 News
        return words_key(words[1]) in phrases("organization_words")
    return len(words) > 1 and first in phrases("organization_words") and first not in phrases("surname_like")


def _has_article(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0].casefold() == "the" and words[1][:1].isupper()


def _has_mark(words: Sequence[str]) -> bool:
    return any(_LETTER_AND_DIGIT.first(word) or _CAMEL.covers(word) for word in words) and not _is_name_case(words)


def _is_name_case(words: Sequence[str]) -> bool:
    """``Mara McDonald``, ``Lena deCasparis``: capitals inside a name as people have them."""
    inner = [word for word in words if _CAMEL.covers(word)]
    return bool(inner) and all(_INNER_CAPITAL.match(word) for word in inner)


def _is_acronym(words: Sequence[str]) -> bool:
    """``ACLU``, ``ACLU Racial Justice Program``; not ``ADA QUILL`` nor ``JD Quill``."""
    if len(words) == 1:
        return _ACRONYM.covers(words[0])
    quiet = all(word.islower() or word.istitle() for word in words[1:])
    return quiet and len(words[0]) >= _FEWEST_CAPITALS and _ACRONYM.covers(words[0])


_REASONS = (
    ("nearly", nearly_known),
    ("word", _has_word),
    ("the", _has_article),
    ("mark", _has_mark),
    ("acronym", _is_acronym),
)


def split_agencies(text: str) -> tuple[str, ...]:
    """
    The agencies of a credit such as ``CBS/AP``, as written and in printed order.

    A slash or comma parts them; a name that the lexicon knows whole stays whole.
    """
    whole = plain(text)
    if names_agency(whole):
        return (whole,)
    parts = (plain(part) for part in whole.replace(",", "/").split("/"))
    return tuple(dict.fromkeys(part for part in parts if part))
