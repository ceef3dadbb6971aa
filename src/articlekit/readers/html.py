"""An HTML page as a draft: its text decoded, its tree parsed, blocks and claims gathered in one pass."""

from collections.abc import Callable

from lxml import etree

from articlekit.errors import ReadError
from articlekit.readers.draft import TOO_MANY_BLOCKS, Draft
from articlekit.readers.encoding import as_utf8, seems_utf8
from articlekit.readers.formats import other_format
from articlekit.readers.noscript import unscripted
from articlekit.readers.paths import Paths, unnamed
from articlekit.readers.tree import MOST_TAGS, parse_tree, split_behind_tags
from articlekit.readers.walk import Walk

__all__ = ["read_html", "read_html_with_paths"]

_TOO_MANY_TAGS = f"the page has more than {MOST_TAGS:,} tags: the text behind them is left over as one"


def read_html(page: bytes | str, url: str | None = None, encoding: str | None = None) -> Draft:
    """
    The draft of the article that *page* holds, any HTML whole or in part.

    *url* is the address that it came from, handed on as it is; *encoding* what the caller knows of
    the bytes, from an HTTP header for example. The origins of blocks and claims are left out: for
    them ask `read_html_with_paths`, which takes a little longer.

    Raises:
        ReadError: the page has more than 50 million bytes, is a wire format, feed or JSON, or *encoding* is the name of
            no encoding.
        TypeError: *page* is neither bytes nor str, or *encoding* no str.

    >>> [block.text for block in read_html(b"<h1>Bridge reopens</h1><p>It took a year.").blocks]
    ['Bridge reopens', 'It took a year.']
    """
    return _read(page, url, encoding, unnamed)


def read_html_with_paths(page: bytes | str, url: str | None = None, encoding: str | None = None) -> Draft:
    """
    The draft of `read_html`, with the paths of the elements that its blocks and claims stand in.

    >>> read_html_with_paths("<h1>Bridge reopens</h1><p>It took a year.").blocks[1].origin
    '/html/body/p'
    """
    return _read(page, url, encoding, Paths().of)


def _refuse_others(page: bytes | str) -> None:
    """That *page* is no wire format, feed or JSON; `ReadError` where it is."""
    found = other_format(page)
    if found is not None:
        name, reader = found
        raise ReadError(f"expected an HTML page, got {name}: {reader}")


def _utf8(page: bytes | str, encoding: str | None) -> tuple[bytes, tuple[str, ...]]:
    """*page* in UTF-8, as far as a glance tells: most pages are, and the parser tells at no cost where one is not."""
    if isinstance(page, bytes) and encoding is None and seems_utf8(page):
        return page, ()
    return as_utf8(page, encoding)


def _read(page: bytes | str, url: str | None, encoding: str | None, path_of: Callable[[etree._Element], str]) -> Draft:
    data, warnings = _utf8(page, encoding)
    _refuse_others(page)
    try:
        walk, broken = _walked(data, path_of)
    except UnicodeError:
        data, warnings = as_utf8(page, encoding)
        walk, broken = _walked(data, path_of)
    warnings += broken
    if walk is None:
        return Draft((), url=url, warnings=(*warnings, "the page is empty"))
    if "<" not in page if isinstance(page, str) else b"<" not in page:
        warnings = (*warnings, "the page holds no markup")
    claims = [claim for claim in walk.claims if claim.field != "unreadable"]
    warnings += tuple(dict.fromkeys(claim.text for claim in walk.claims if claim.field == "unreadable"))
    if walk.text.is_full:
        warnings = (*warnings, TOO_MANY_BLOCKS)
    return Draft(
        tuple(walk.text.blocks),
        tuple(claims),
        url,
        warnings,
        tuple(walk.text.frames),
        tuple(walk.text.images.pictures),
        walk.text.beyond(),
        images=tuple(walk.images),
    )


def _walked(data: bytes, path_of: Callable[[etree._Element], str]) -> tuple[Walk | None, tuple[str, ...]]:
    """A walk through the tree of *data*, None where there is none, and warnings of what was not read as it is."""
    data, rest = split_behind_tags(data)
    versions = unscripted(data)
    root, warnings = parse_tree(versions.plain)
    walk = None if root is None else Walk(root, path_of)
    if versions.hidden and versions.hidden > _length(walk):
        root, warnings = parse_tree(versions.shown)
        walk = None if root is None else Walk(root, path_of)
        warnings += ("the page shows its text only where no scripts run",)
    if rest and walk is not None:
        walk.text.leave(rest)
        warnings += (_TOO_MANY_TAGS,)
    return walk, warnings


def _length(walk: Walk | None) -> int:
    """How much text a walk has found, in bytes."""
    return sum(len(block.text.encode()) for block in walk.text.blocks) if walk is not None else 0
