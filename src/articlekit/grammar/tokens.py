"""Tokens that every form shares: blanks, dashes, brackets, words, numbers."""

from articlekit.grammar.scanner import Token
from articlekit.typography import APOSTROPHES, HYPHENS, INVISIBLE

__all__ = [
    "BLANK",
    "COMMA",
    "EMAIL",
    "HANDLE",
    "NUMBER",
    "PIPE",
    "SLASH",
    "SPACES",
    "URL",
    "WORD",
]

#: white space and the invisible marks that pages sprinkle between words
BLANK = rf"[\s{INVISIBLE}]"

SPACES = Token(BLANK + "*+")
COMMA = Token(f"{BLANK}{{0,9}},{BLANK}*+")
SLASH = Token(f"{BLANK}{{0,9}}/{BLANK}*+")
PIPE = Token(f"{BLANK}{{0,9}}[|•·]{BLANK}*+")
NUMBER = Token(r"[0-9]{1,9}+")
#: letters with inner hyphens, apostrophes and dots, and a closing dot: O'Dell, Thomson-DeVeaux, N.C., St.
WORD = Token(rf"[^\W\d_]++(?:[.{APOSTROPHES}{HYPHENS}]{{1,2}}[^\W\d_]++){{0,9}}\.?")
EMAIL = Token(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
HANDLE = Token(r"@[A-Za-z0-9_]{2,30}")
URL = Token(r"(?:https?://|www\.)[^\s<>()\"]{1,2000}+")
