"""
Roles: what a contributor is.

    role = *modifier noun [("of" / "to") words]

>>> role_at("Senior Supreme Court Analyst".split(), 0), role_at("Rosa Lind".split(), 0)
(4, None)
>>> role_tail("Seattle Times business reporter".split())
2
"""

from collections.abc import Sequence

from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases

__all__ = ["in_role", "is_modifier", "is_plural_role", "is_role", "is_role_word", "role_at", "role_tail"]


def is_role_word(word: str) -> bool:
    """
    Whether *word* is a noun that says what a contributor is.

    >>> is_role_word("Writer,"), is_role_word("co-editor"), is_role_word("harbor")
    (True, True, False)
    """
    folded = words_key(word.strip(",."))
    return folded in phrases("role_heads") or folded.rpartition("-")[2] in phrases("role_heads")


def is_modifier(word: str) -> bool:
    """
    Whether *word* qualifies the noun of a role.

    >>> is_modifier("Senior"), is_modifier("Editor")
    (True, False)
    """
    return words_key(word.strip(",")) in phrases("role_modifiers")


def in_role(word: str) -> bool:
    """
    Whether *word* is the noun of a role or one that qualifies it.

    >>> in_role("Senior"), in_role("Editor"), in_role("Quill")
    (True, True, False)
    """
    return is_role_word(word) or is_modifier(word)


def role_at(words: Sequence[str], start: int) -> int | None:
    """The end of the role that begins at word *start*, what it is of or to included; None where none does."""
    end = None
    for i in range(start, len(words)):
        if is_role_word(words[i]):
            end = i + 1
        elif not is_modifier(words[i]):
            break
    if end is not None and " ".join(words[end : end + 2]).casefold() in _BEHIND_HEAD:
        return end + 2
    if end is not None and end < len(words) and words[end].casefold() in ("of", "to"):
        return len(words)
    return end


_BEHIND_HEAD = ("at large", "in chief", "in residence")


def role_tail(words: Sequence[str]) -> int:
    """
    The start of the role that ends with the last word, or the number of words where none does.

    >>> role_tail("Rosa Lind".split())
    2
    """
    if not words or not is_role_word(words[-1]):
        return len(words)
    start = len(words) - 1
    while start > 0 and (is_modifier(words[start - 1]) or is_role_word(words[start - 1])):
        start -= 1
    return start


def is_role(words: Sequence[str]) -> bool:
    """
    Whether *words* are a role from the first to the last.

    >>> is_role("Assistant Sports Editor".split()), is_role("Ada Quill".split())
    (True, False)
    """
    return bool(words) and role_at(words, 0) == len(words)


def is_plural_role(role: str) -> bool:
    """
    Whether *role* is said of several people: ``Technology Writers``.

    >>> is_plural_role("Technology Writers"), is_plural_role("Auto Writer")
    (True, False)
    """
    for word in role.split():
        folded = words_key(word)
        if folded.endswith("s") and folded[:-1] in phrases("role_heads"):
            return True
    return False
