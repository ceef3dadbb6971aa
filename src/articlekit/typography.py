"""Marks that are one mark however a house sets its type, and text without the difference."""

__all__ = ["APOSTROPHES", "DASHES", "HYPHENS", "INVISIBLE", "plain", "squeeze"]

#: as part of a character class: hyphen-minus, hyphen, non-breaking hyphen, figure, en and em dash, bar, minus
DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
#: as part of a character class: hyphen-minus, hyphen, non-breaking hyphen
HYPHENS = "\\-\u2010\u2011"
#: straight, left and right single quotation mark, prime, acute and grave accent
APOSTROPHES = "'\u2018\u2019\u2032\u00b4`"
#: soft hyphen, zero-width space, marks of direction, word joiner, byte-order mark
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"

#: looked for one by one: a table of translation takes ten times as long where there are none
_PLAIN = (
    *((mark, "'") for mark in APOSTROPHES if mark != "'"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    *((mark, "") for mark in INVISIBLE),
)


def squeeze(text: str) -> str:
    r"""
    *text* with every run of blanks as one space, and none at its ends.

    >>> squeeze("  New\u00a0York \n City ")
    'New York City'
    """
    return " ".join(text.split())


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
