"""What a page shows only where scripts do not run: left out, or shown where it holds the story."""

import re
from typing import NamedTuple

from articlekit.readers.tokens import tokens

__all__ = ["Unscripted", "unscripted"]

_MENTION = re.compile(rb"<noscript", re.IGNORECASE)
_ANY_TAG = re.compile(rb"<[^<>]{1,2000}>")
_LEAST_TEXT = 250  # bytes: a notice that asks for scripts is shorter, and so is a picture that loads late


class Unscripted(NamedTuple):
    """
    A page without its ``noscript`` elements (*plain*), and with what stands in them shown (*shown*).

    *hidden* is about how much text stands in them, in bytes, 0 where it is too little to be a story.
    """

    plain: bytes
    shown: bytes
    hidden: int = 0


def unscripted(page: bytes) -> Unscripted:
    """
    *page* as browsers show it, and as those do that run no scripts.

    An element ends at the first end tag, whatever stands open in it, as in the HTML Living Standard (13.2.6.4.4, the
    raw text algorithm), of which a parser that knows nothing of scripts takes the rest of the page.

    >>> unscripted(b"<p>One</p><noscript><div></noscript><p>Two").plain
    b'<p>One</p><p>Two'
    """
    plain, shown, hidden, done = [], [], 0, 0
    for token in tokens(page) if _MENTION.search(page) else ():
        if token.name == b"noscript":
            between, inner = page[done : token.start], page[token.opened : token.closed]
            plain.append(between)
            shown.append(between)
            shown.append(inner)
            hidden += len(b" ".join(_ANY_TAG.sub(b" ", inner).split()))
            done = token.end
    if not done:
        return Unscripted(page, page)
    rest = page[done:]
    return Unscripted(b"".join((*plain, rest)), b"".join((*shown, rest)), hidden if hidden >= _LEAST_TEXT else 0)
