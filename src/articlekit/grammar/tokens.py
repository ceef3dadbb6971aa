"""Tokens that every form shares: blanks, dashes, brackets, words, numbers."""

from articlekit.grammar.scanner import Token

__all__ = [
    "APOSTROPHES",
    "BLANK",
    "COMMA",
    "DASHES",
    "EMAIL",
    "HANDLE",
    "NUMBER",
    "PIPE",
    "SLASH",
    "SPACES",
    "URL",
    "WORD",
    "squeeze",
]

#: as part of a character class: hyphen-minus, hyphen, non-breaking hyphen, figure, en and em dash, bar, minus
DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
#: straight, left and right single quotation mark, prime, acute and grave accent
APOSTROPHES = "'\u2018\u2019\u2032\u00b4`"

#: white space and the invisible marks that pages sprinkle between words
BLANK = r"[\s\u00ad\u200b\u200e\u200f\u2060\ufeff]"

SPACES = Token(BLANK + "*+")
COMMA = Token(f"{BLANK}{{0,9}},{BLANK}*+")
SLASH = Token(f"{BLANK}{{0,9}}/{BLANK}*+")
PIPE = Token(f"{BLANK}{{0,9}}[|•·]{BLANK}*+")
NUMBER = Token(r"[0-9]{1,9}+")
#: letters with inner hyphens, apostrophes and dots, and a closing dot: O'Dell, Thomson-DeVeaux, N.C., St.
WORD = Token(rf"[^\W\d_]++(?:[.{APOSTROPHES}\-\u2010\u2011]{{1,2}}[^\W\d_]++){{0,9}}\.?")
EMAIL = Token(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
HANDLE = Token(r"@[A-Za-z0-9_]{2,30}")
URL = Token(r"(?:https?://|www\.)[^\s<>()\"]{1,2000}+")


def squeeze(text: str) -> str:
    r"""
    *text* with every run of blanks as one space, and none at its ends.

    >>> squeeze("  New\u00a0York \n City ")
    'New York City'
    """
    return " ".join(text.split())
