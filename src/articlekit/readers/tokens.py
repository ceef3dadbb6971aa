"""Where comments, scripts and very long tags stand in the bytes of a page, as a browser's tokenizer sees them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Token", "tokens"]

#: elements in which no tag begins (HTML Living Standard, 13.1.2 and, of noscript where scripts run, 13.2.6.4.4)
_RAW = (b"script", b"style", b"textarea", b"title", b"noscript")
#: 13.2.5.6 to 13.2.5.40: a start tag goes on to the first ``>`` that stands in no quoted value
_OPENS = re.compile(
    rb"<(?:!--|(?:(%b)(?=[\s/>])|[a-zA-Z][^\s/>]*+)"
    rb"(?:[\s/]+|[^\s>/][^\s=>/]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?)*(?:>|\Z))" % b"|".join(_RAW),
    re.IGNORECASE,
)
_CLOSES = {name: re.compile(rb"</%b(?=[\s/>])" % name, re.IGNORECASE) for name in _RAW}
_COMMENT = b"<!--"
_ENDS_COMMENT = re.compile(rb"--!?>")
_EMPTY_COMMENTS = (b">", b"->")  # behind the opening mark


class Token(NamedTuple):
    """
    A comment, an element whose text is no markup (its *name* in small letters), or a tag; in bytes, half-open.

    It stands from *start* to *end*, its text from *opened* to *closed*. *is_open* says that nothing ends it: it goes on
    to the end of the page.
    """

    name: bytes
    start: int
    opened: int
    closed: int
    end: int
    is_open: bool = False


def tokens(page: bytes, shortest: int | None = None) -> Iterator[Token]:
    """
    The comments, scripts, styles, titles, text areas and ``noscript`` elements of *page*, in order.

    With *shortest*, the start tags of at least so many bytes as well.

    >>> page = b"<!-- <title> --><p title='<!--'><TITLE>A <b</TITLE>"
    >>> [(token.name, page[token.opened : token.closed]) for token in tokens(page)]
    [(b'', b' <title> '), (b'title', b'A <b')]
    """
    at, most = 0, len(page) + 1 if shortest is None else shortest
    while at < len(page):
        for opening in _OPENS.finditer(page, at):
            start, end = opening.span()
            if opening[1] or opening[0] == _COMMENT:
                token = _element(page, opening) if opening[1] else _comment(page, opening)
                yield token
                at = token.end
                break
            if end - start >= most:
                yield Token(b"", start, end, end, end)
        else:
            return


def _comment(page: bytes, opening: re.Match[bytes]) -> Token:
    start, opened = opening.span()
    for mark in _EMPTY_COMMENTS:
        if page.startswith(mark, opened):
            return Token(b"", start, opened, opened, opened + len(mark))
    closing = _ENDS_COMMENT.search(page, opened)
    if closing is None:
        return Token(b"", start, opened, len(page), len(page), is_open=True)
    return Token(b"", start, opened, *closing.span())


def _element(page: bytes, opening: re.Match[bytes]) -> Token:
    name, (start, opened) = opening[1].lower(), opening.span()
    closing = _CLOSES[name].search(page, opened)
    if closing is None:
        return Token(name, start, opened, len(page), len(page), is_open=True)
    end = page.find(b">", closing.end()) + 1
    return Token(name, start, opened, closing.start(), end or len(page))
