"""A page in UTF-8 as an lxml tree, whatever the page is made of."""

import re
from html import unescape
from itertools import islice

from lxml import etree

from articlekit.errors import ReadError
from articlekit.readers.tokens import Kind, tokens

__all__ = ["MOST_TAGS", "parse_tree", "split_behind_tags"]

#: the most that a page is read with, comments counted in: three and a half times those of the largest of 1,666 pages of
#: articles. Each costs the tree some hundred bytes, so that a megabyte of tags would take two hundred
MOST_TAGS = 80_000

_MOST_BYTES = 50_000_000
_TAG = re.compile(rb"</?([a-zA-Z][\w:-]{0,60})(?:[\s/][^<>]*)?>")
#: what flattening leaves in place
_KEPT = frozenset(
    b"html head body title meta link script style noscript template svg p br img time h1 h2 h3 h4 h5 h6".split()
)
#: what of the text behind the last tag that is read is none
_UNSEEN = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL)
_INLINE = frozenset(b"a b i u s q em strong span font small big sub sup ins del cite code tt label abbr mark".split())


def parse_tree(data: bytes) -> tuple[etree._Element | None, tuple[str, ...]]:
    """
    The root element of *data*, None where there is nothing, and warnings of what was not read as it is.

    Raises:
        ReadError: the page has more than 50 million bytes.
        UnicodeError: *data* is not UTF-8.

    >>> root, warnings = parse_tree(b"<p>It took a year.")
    >>> root.tag, warnings
    ('html', ())
    """
    if len(data) > _MOST_BYTES:
        raise ReadError(f"expected at most {_MOST_BYTES:,} bytes, not {len(data):,}")
    data, warnings = _mended(data)
    root, whole = _parse(data)
    if not whole:
        root, whole = _parse(_flat(data))
        warnings += ("the page is nested too deeply; it was read without its structure",)
    if not whole:
        warnings += ("the page could not be read to its end",)
    return root, warnings


def split_behind_tags(data: bytes) -> tuple[bytes, str]:
    """
    *data* up to the last of the tags that a page is read with, and the text behind them, empty where it has fewer.

    Raises:
        UnicodeError: what stands behind is not UTF-8.

    >>> split_behind_tags(b"<p>It took a year.")
    (b'<p>It took a year.', '')
    """
    if data.count(b"<") <= MOST_TAGS:
        return data, ""
    end = next(islice(re.finditer(rb"<", data), MOST_TAGS, None)).start()
    rest = _TAG.sub(_between, _UNSEEN.sub(b"", data[end:])).decode()
    return data[:end], " ".join(unescape(rest).split())


def _between(tag: re.Match[bytes]) -> bytes:
    """What stands for *tag* in a text without any: it parts words, but one of letters does not."""
    return b"" if tag[1].lower() in _INLINE else b" "


def _mended(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """
    *data* without the end tags of body and html, and without the attributes of tags that have thousands of them.

    Behind the end of html a parser begins a tree that nobody walks.
    """
    pieces, done = [], 0
    warnings: tuple[str, ...] = ()
    for token in tokens(data):
        if token.kind is Kind.LAST_END:
            pieces.append(data[done : token.start])
            done = token.end
        elif token.kind is Kind.ENDLESS:
            pieces += [data[done : token.start], b"<%b>" % token.name]
            done = token.end
            warnings = ("a tag has thousands of attributes; they were left out",)
    return b"".join((*pieces, data[done:])), warnings


def _parse(data: bytes) -> tuple[etree._Element | None, bool]:
    """The tree, and whether all of *data* is in it."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # a table of all ids, which nobody asks for
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:  # nothing there
        return None, True
    except etree.XMLSyntaxError:
        return None, not data.strip()
    log = parser.error_log
    if log.filter_types(etree.ErrorTypes.ERR_INVALID_ENCODING):
        raise UnicodeError("the page is not UTF-8")
    return root, not log.filter_from_fatals()


def _flat(data: bytes) -> bytes:
    """*data* with paragraphs in place of whatever nests."""
    return _TAG.sub(_flattened, data)


def _flattened(tag: re.Match[bytes]) -> bytes:
    name = tag[1].lower()
    if name in _KEPT:
        return tag[0]
    return b"" if name in _INLINE else b"<p>"
