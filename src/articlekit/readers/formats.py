"""Documents that are no HTML and are handed in as such: wire formats, feeds and JSON, known by how they begin."""

import re

__all__ = ["other_format"]

_OPENING = 4_096  # code points that are looked at
_WIRE = "articlekit reads no wire formats yet"
_FEED = "feedparser reads it, and parse_html the HTML of its entries"
#: first element -> what the document is, and what reads it; https://iptc.org/standards, https://www.rssboard.org
_ROOTS = {
    "nitf": ("NITF", _WIRE),
    "newsml": ("NewsML 1", _WIRE),
    "newsitem": ("NewsML-G2", _WIRE),
    "newsmessage": ("NewsML-G2", _WIRE),
    "packageitem": ("NewsML-G2", _WIRE),
    "knowledgeitem": ("NewsML-G2", _WIRE),
    "conceptitem": ("NewsML-G2", _WIRE),
    "rss": ("RSS", _FEED),
    "rdf": ("RSS 1.0", _FEED),
    "feed": ("Atom", _FEED),
    "urlset": ("a sitemap", "its addresses lead to pages"),
    "sitemapindex": ("a sitemap", "its addresses lead to others"),
}
_BEFORE_ROOT = re.compile(
    r"\s+|<\?[^>]{0,1000}>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,2000}\]\s{0,9})?>",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s>/]")
_JSON = re.compile(r"\{\s{0,40}\"|\[\s{0,40}[{\[\"]")


def other_format(page: bytes | str) -> tuple[str, str] | None:
    """
    What *page* is where it is a known format and no HTML, and what reads it; None for anything else.

    >>> other_format('<?xml version="1.0"?><nitf><body/></nitf>')
    ('NITF', 'articlekit reads no wire formats yet')
    >>> other_format("<p>A page</p>") is None
    True
    """
    start = page[:_OPENING]
    text = start if isinstance(start, str) else bytes(start).decode("latin-1")
    text = text.replace("\0", "").lstrip("\ufeff\xef\xbb\xbf\xfe\xff")
    at = 0
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
    if _JSON.match(text, at):
        return "JSON", "json reads it, and parse_html the HTML in it"
    root = _ROOT.match(text, at)
    return _ROOTS.get(root[1].lower()) if root else None
