"""Where comments, scripts, last end tags and endless tags stand in the bytes of a page, as a tokenizer sees them."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

__all__ = ["Kind", "Token", "tokens"]

#: elements in which no tag begins (HTML Living Standard, 13.1.2 and 13.2.6.4.7, of noscript where scripts run)
_RAW = (b"script", b"style", b"textarea", b"title", b"noscript", b"iframe", b"noembed", b"noframes", b"xmp")
#: 2,000 attributes of a tag and the blanks between them; what an attribute costs a parser grows with their number
_MOST = 4_000
#: 13.2.5.6 to 13.2.5.40: an attribute goes on to the first ``>`` or blank that stands in no quoted value
_ATTRIBUTES = (
    rb"(?:[\s/]+|[^\s>/][^\s=>/]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?){0,%d}" % _MOST  # no endless one
)
_OPENS = re.compile(
    rb"<(?:!--|/(?:body|html)(?=[\s/>])[^>]*+|(?:(%b)(?=[\s/>])|[a-zA-Z][^\s/>]*+)%b(?:>|\Z)?)"
    % (b"|".join(_RAW), _ATTRIBUTES),
    re.IGNORECASE,
)
_MORE_ATTRIBUTES = re.compile(_ATTRIBUTES)
_CLOSES = {name: re.compile(rb"</%b(?=[\s/>])" % name, re.IGNORECASE) for name in _RAW}
_ENDS_COMMENT = re.compile(rb"--!?>")
_EMPTY_COMMENTS = (b">", b"->")  # behind the opening mark
_NAME = re.compile(rb"<[^\s/>]*")


class Kind(Enum):
    """What stands there."""

    COMMENT = "comment"
    RAW_TEXT = "raw text"  # an element whose text is no markup
    LAST_END = "last end"  # of body or html, behind which HTML goes on as before (13.2.6.4.19)
    ENDLESS = "endless"  # a tag of thousands of attributes


class Token(NamedTuple):
    """
    A comment, element or tag in bytes of its page, half-open, *name* in small letters.

    It stands from *start* to *end*, its text from *opened* to *closed*. *is_open* says that nothing ends it: it goes on
    to the end of the page.
    """

    kind: Kind
    name: bytes
    start: int
    opened: int
    closed: int
    end: int
    is_open: bool = False


def tokens(page: bytes) -> Iterator[Token]:
    """
    The comments, elements of raw text, last end tags and endless tags of *page*, in order.

    >>> page = b"<!-- <title> --><p title='<!--'><TITLE>A <b</TITLE></html>"
    >>> [(token.kind.value, page[token.opened : token.closed]) for token in tokens(page)]
    [('comment', b' <title> '), ('raw text', b'A <b'), ('last end', b'')]
    """
    at = 0
    unclosed: set[bytes] = set()
    while at < len(page):
        for opening in _OPENS.finditer(page, at):
            token = _token(page, opening, unclosed)
            if token is not None:
                yield token
                at = token.end
                break
        else:
            return


def _token(page: bytes, opening: re.Match[bytes], unclosed: set[bytes]) -> Token | None:
    """What *opening* begins, None for an ordinary tag; *unclosed* are the names that no end tag behind it has."""
    start, end = opening.span()
    mark = page[start + 1 : start + 2]
    if mark == b"!":
        return _comment(page, opening)
    if mark == b"/":
        return Token(Kind.LAST_END, b"/", start, end, end, min(end + 1, len(page)))
    if page[end - 1 : end] != b">" and end < len(page):
        return _endless(page, opening)
    is_empty = page[end - 2 : end] == b"/>"  # as ``title`` is in a drawing
    return _raw_text(page, opening, unclosed) if opening[1] and not is_empty else None


def _comment(page: bytes, opening: re.Match[bytes]) -> Token:
    start, opened = opening.span()
    for mark in _EMPTY_COMMENTS:
        if page.startswith(mark, opened):
            return Token(Kind.COMMENT, b"", start, opened, opened, opened + len(mark))
    closing = _ENDS_COMMENT.search(page, opened)
    if closing is None:
        return Token(Kind.COMMENT, b"", start, opened, len(page), len(page), is_open=True)
    return Token(Kind.COMMENT, b"", start, opened, *closing.span())


def _endless(page: bytes, opening: re.Match[bytes]) -> Token:
    start, end = opening.span()
    while end < len(page) and page[end : end + 1] != b">":
        more = _MORE_ATTRIBUTES.match(page, end)
        end = max(more.end() if more else end, end + 1)
    name = _NAME.match(page, start)
    end = min(end + 1, len(page))
    return Token(Kind.ENDLESS, name[0][1:].lower() if name else b"", start, end, end, end)


def _raw_text(page: bytes, opening: re.Match[bytes], unclosed: set[bytes]) -> Token:
    name, (start, opened) = opening[1].lower(), opening.span()
    closing = None if name in unclosed else _CLOSES[name].search(page, opened)
    if closing is None:
        unclosed.add(name)
        # what nothing ends begins nothing, where a parser is not shown it
        end = opened if name == b"noscript" else len(page)
        return Token(Kind.RAW_TEXT, name, start, opened, end, end, is_open=True)
    end = page.find(b">", closing.end()) + 1
    return Token(Kind.RAW_TEXT, name, start, opened, closing.start(), end or len(page))
