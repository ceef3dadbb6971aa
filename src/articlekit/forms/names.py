"""
Names of people, in the case and the parts that every form shares.

    person = [honorific] NAME [","] [suffix] *([","] credential)

A name printed in capitals is given in display case: small letters that the source keeps
(``LaBELLE``) stay, inner capitals that the lexicon knows (``DeVeaux``) come back, particles are
small. *given* and *family* are filled only where the form makes them plain: never for a single
name, nor where the family name may come first.

>>> display_name("AMELIA THOMSON-DEVEAUX"), display_name("G.G. LaBELLE"), display_name("JOHN McNEIL JR.")
('Amelia Thomson-DeVeaux', 'G.G. LaBelle', 'John McNeil Jr.')
>>> parts_of_name("Rosa van der Berg Smith")
('Rosa', 'van der Berg Smith')
"""

from collections.abc import Sequence

from attrs import frozen

from articlekit.grammar import Finder, Token
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import folded
from articlekit.lexicon.words import longest_head, mapping, phrases, spellings
from articlekit.remembering import remembered
from articlekit.typography import APOSTROPHES, HYPHENS, UNSPACED, VOWEL_SIGNS, plain

__all__ = [
    "Person",
    "display_name",
    "folded_name",
    "has_given_name",
    "initials",
    "is_family_name",
    "is_given_name",
    "is_name",
    "nameable",
    "parts_of_name",
    "person",
]

_PART = Finder(rf"([{HYPHENS}{APOSTROPHES}])")
_INITIALS = Token(r"(?:[^\W\d_]\.){1,4}-?(?:[^\W\d_]\.)?|[^\W\d_]\.?")
_WORD = Token(rf"[^\W\d_](?:[^\W\d_]|[{VOWEL_SIGNS}]|[.·{HYPHENS}{APOSTROPHES}](?=[^\W_])|\.(?![^\W_]))*")
_SMALL_INSIDE = Finder(r"([A-Z][a-z]{1,3})([A-Z]{2,})")
_OWNING = tuple(f"{mark}s" for mark in APOSTROPHES)  # ``Ada Quill's Stories``
_MOST_WORDS = 6
_LONGEST_HAN = 4  # characters of a name in a script that parts no words
_LONGEST_ABBREVIATION = (
    4  # of an initial or suffix, its full stop included: "Jr.", "Esq."; a longer word ends a sentence
)


@frozen
class Person:
    """A person's name taken apart: display form, and what stands around it."""

    name: str
    honorific: str | None = None
    suffix: str | None = None
    credentials: str | None = None


def person(words: Sequence[str]) -> Person | None:
    """
    The person that *words* name, honorific, suffix and credentials included, or None.

    >>> person("Prof. Dr. Rosa Lind".split())
    Person(name='Rosa Lind', honorific='Prof. Dr.', suffix=None, credentials=None)
    >>> person("Joe Marsh, Sr., MD".split()).suffix
    'Sr.'
    """
    return _person(tuple(words))


@remembered(8192)
def _person(words: tuple[str, ...]) -> Person | None:
    """What `person` gives; the same people are in the news for weeks, so they are remembered."""
    left = list(words)
    honorific = _take_honorific(left)
    credentials: list[str] = []
    while len(left) > 1 and words_key(left[-1].strip(",")) in phrases("credentials"):
        credentials.insert(0, left.pop().strip(","))
    suffix = mapping("suffixes").get(words_key(left[-1].strip(","))) if len(left) > 1 else None
    if suffix:
        left.pop()
    bare = [word.rstrip(",") for word in left]
    if bare and len(bare[-1]) > _LONGEST_ABBREVIATION:
        bare[-1] = bare[-1].rstrip(".")
    if not is_name(bare):
        return None
    name = display_name(" ".join([*bare, *([suffix] if suffix else [])]))
    return Person(name, honorific, suffix, ", ".join(credentials) or None)


def _take_honorific(words: list[str]) -> str | None:
    """``Prof. Dr.``, ``Tech. Sgt.``: the longest run of titles at the head of *words*, which loses them."""
    count = longest_head(words[:-1], "honorifics")
    title = " ".join(words[:count])
    del words[:count]
    return title or None


def initials(word: str) -> bool:
    """
    Whether *word* is an initial or several: ``J.``, ``J.M.``, ``J``.

    >>> initials("J.M."), initials("Jo")
    (True, False)
    """
    return _INITIALS.covers(word)


def nameable(words: Sequence[str]) -> bool:
    """
    Whether *words* can be a person with honorific, suffix and credentials.

    >>> nameable("Dr. Rosa Lind MD".split()), nameable("the mayor".split())
    (True, False)
    """
    return person(words) is not None


def is_name(words: Sequence[str]) -> bool:
    """
    Whether *words* can be a person's name: one to six words of letters, capitalised but for particles.

    >>> is_name(["Iljitsch", "van", "Beijnum"]), is_name(["ABC", "17"]), is_name(["the", "mayor"])
    (True, False, False)
    """
    if not 1 <= len(words) <= _MOST_WORDS or _opens_no_name(words_key(words[0])):
        return False
    capitals = 0
    for word in words:
        if not _WORD.covers(word) or word.endswith(_OWNING):
            return False
        if any(map(str.isupper, word)):
            capitals += 1
        elif not any(map(str.islower, word)):
            if len(word) > _LONGEST_HAN and word[0] >= UNSPACED:
                return False
            capitals += 1
        elif word.casefold() not in phrases("particles"):
            return False
    return capitals > 0 and len(words[-1].rstrip(".")) > 0


def _opens_no_name(key: str) -> bool:
    return key == "the" or key in phrases("no_names")


def is_given_name(word: str) -> bool:
    """
    Whether *word* is a given name that the lexicon knows, or begins with one before a hyphen.

    >>> is_given_name("Rosa"), is_given_name("Rosa-Lind"), is_given_name("Harbor")
    (True, True, False)
    """
    known, name = folded("given_names"), words_key(word)
    return name in known or name.partition("-")[0] in known


def is_family_name(word: str) -> bool:
    """
    Whether *word* is a family name that the lexicon knows, or ends in one behind a hyphen.

    >>> is_family_name("Holloway"), is_family_name("Lind-Holloway"), is_family_name("Tribune")
    (True, True, False)
    """
    known, name = folded("family_names"), words_key(word.strip(",."))
    return name in known or name.rpartition("-")[2] in known


def has_given_name(words: Sequence[str]) -> bool:
    """
    Whether the first of *words* is a given name that the lexicon knows: evidence for a person.

    >>> has_given_name(["Rosa", "Tribune"]), has_given_name(["Harbor", "Tribune"])
    (True, False)
    """
    return bool(words) and is_given_name(words[0])


# --------------------------------------------------------------------------- display case


def folded_name(name: str) -> str:
    """
    What two forms of one name have in common: neither case nor full stops matter.

    >>> folded_name("J.D. Quill") == folded_name("JD QUILL")
    True
    """
    return words_key(name).replace(".", "")


def display_name(name: str) -> str:
    """*name* in display case; words that are not in capitals come back as they are."""
    words = plain(name).split()
    shouting = sum(word.isupper() and len(word.strip(".")) > 1 for word in words)
    if not shouting and not any(map(_SMALL_INSIDE.first, words)):
        return " ".join(words)
    return " ".join(_display_word(words, i) for i in range(len(words)))


def _display_word(words: list[str], i: int) -> str:
    word, last = words[i], len(words) - 1
    if _INITIALS.covers(word) or (len(word) == _PAIR and not all(map(str.isupper, words))):  # AJ Marsh
        return word
    if words_key(word) in mapping("suffixes") and i == last:
        return mapping("suffixes")[words_key(word)] if word.upper() == word else word
    if 0 < i < last and word.isupper() and _is_small(word, words[i + 1]):
        return word.lower()
    return "".join(_display_part(part) for part in _join_apostrophes(_PART.pattern.split(word)))


def _is_small(word: str, following: str) -> bool:
    """``DE``, and ``VAN`` before ``DER``: alone it may be a name's own first word, as in Van Hollen."""
    small = phrases("small_particles")
    return words_key(word) in small or (words_key(word) in phrases("particles") and words_key(following) in small)


def _join_apostrophes(parts: list[str]) -> list[str]:
    """Parts of a word with ``O'`` and ``D'`` joined to what they stand before."""
    joined: list[str] = []
    for part in parts:
        if (joined and joined[-1][-1:] in tuple(APOSTROPHES) and len(joined[-1]) > 1) or (
            part in tuple(APOSTROPHES) and joined
        ):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _display_part(part: str) -> str:
    """One part of a name between hyphens: McNEIL, O'DELL, LaBELLE, DEVEAUX."""
    known = spellings("name_spellings").get(part.replace("\u2019", "'").casefold())
    if known is not None and (part.isupper() or _SMALL_INSIDE.first(part)):
        return known
    if kept := _SMALL_INSIDE.pattern.fullmatch(part):
        return kept[1] + kept[2].capitalize()
    if not part.isupper() or len(part) == 1:
        return part
    for mark in APOSTROPHES:
        head, found, tail = part.partition(mark)
        if found and tail:
            return head.capitalize() + mark + tail.capitalize() if len(head) == 1 else part.capitalize()
    if part.startswith("MC") and len(part) > _LONGEST_MC:
        return "Mc" + part[2:].capitalize()
    return part.capitalize()


_LONGEST_MC = 3


# --------------------------------------------------------------------------- parts


def parts_of_name(name: str) -> tuple[str | None, str | None]:
    """
    The given and the family name in the display form *name*, or two times None where that is not plain.

    Particles belong to the family name, middle names to the given.

    >>> parts_of_name("Kim Tong-hyung"), parts_of_name("Xi Jinping"), parts_of_name("Banksy")
    (('Tong-hyung', 'Kim'), (None, None), (None, None))
    """
    words = name.split()
    if len(words) > 1 and words_key(words[-1]) in mapping("suffixes"):
        words.pop()
    if len(words) == 1:
        return None, None
    if _family_may_lead(words):
        plain = len(words) == _PAIR and "-" in words[1]
        return (words[1], words[0]) if plain else (None, None)
    start = next((i for i, word in enumerate(words[1:-1], 1) if _leads_family(words, i)), len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])


_PAIR = 2


def _leads_family(words: list[str], i: int) -> bool:
    """
    Whether the family name begins at word *i*: a small particle, or a capital one before the last word.

    A double name's second half may have one: ``Etta Heijdens-De Boer``.
    """
    if words[i].rpartition("-")[0] and words[i].rpartition("-")[2].casefold() in phrases("particles"):
        return True
    if words[i].casefold() not in phrases("particles") or _INITIALS.covers(words[i]):
        return False
    return words[i].islower() or i == len(words) - _PAIR


def _family_may_lead(words: list[str]) -> bool:
    """``Kim Tong-hyung``, ``Xi Jinping``; not ``Kelvin Chan`` nor ``Hyung-jin Kim``."""
    family = phrases("family_first")
    if any(_INITIALS.covers(word) for word in words):
        return False
    return words[0].casefold() in family and words[-1].casefold() not in family and len(words) <= _PAIR + 1
