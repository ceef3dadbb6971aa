"""Marks that are one mark however a house sets its type, and text without the difference."""

__all__ = [
    "APOSTROPHES",
    "DASHES",
    "HYPHENS",
    "INVISIBLE",
    "UNSPACED",
    "VOWEL_SIGNS",
    "plain",
    "squeeze",
    "without_halves",
]

#: as part of a character class: hyphen-minus, hyphen, non-breaking hyphen, figure, en and em dash, bar, minus
DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
#: as part of a character class: hyphen-minus, hyphen, non-breaking hyphen
HYPHENS = "\\-\u2010\u2011"
#: straight, left and right single quotation mark, prime, acute and grave accent
APOSTROPHES = "'\u2018\u2019\u2032\u00b4`"
#: soft hyphen, zero-width space, marks of direction, word joiner, byte-order mark
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"

#: from here on, in the order of Unicode, scripts that part no words by blanks
UNSPACED = "\u2e80"
#: as part of a character class: the marks that are part of a letter in Hebrew, Arabic, Indic and Thai words, and
#: accents set apart from theirs, none of which is a letter to ``re``
VOWEL_SIGNS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u093c\u093e-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc"
    "\u0abe-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0ccd\u0d00-\u0d03"
    "\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)

#: looked for one by one: a table of translation takes ten times as long where there are none
_PLAIN = (
    *((mark, "'") for mark in APOSTROPHES if mark != "'"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    *((mark, "") for mark in INVISIBLE),
)


def squeeze(text: str) -> str:
    r"""
    *text* with every run of blanks as one space, none at its ends, and no soft hyphens.

    >>> squeeze("  New\u00a0York \n City ")
    'New York City'
    """
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return " ".join(text.split())


_SOFT_HYPHEN = "\u00ad"


def plain(text: str) -> str:
    r"""
    *text* squeezed, as names are kept: straight apostrophes, plain hyphens, no invisible marks.

    How a house sets its type changes no name; prose is kept as printed (see `squeeze`).

    >>> plain("Coeur\u00a0d\u2019Alene"), plain("Port\u2011au\u2010Prince")
    ("Coeur d'Alene", 'Port-au-Prince')
    """
    if not text.isascii() or "`" in text:
        for mark, kept in _PLAIN:
            if mark in text:
                text = text.replace(mark, kept)
    return squeeze(text)


def without_halves(text: str) -> str:
    r"""
    *text* with halves of surrogate pairs, which JSON can escape and no encoding can hold, joined or shown as U+FFFD.

    >>> without_halves("\ud83d\ude00"), without_halves("a\ud83d")
    ('\U0001f600', 'a\ufffd')
    """
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
