"""Whole documents: a reader joined to assembly."""

from articlekit.assembly import assemble
from articlekit.model import Article, Explanation
from articlekit.readers.text import read_text

__all__ = ["explain_text", "parse_text"]


def parse_text(text: str, *, url: str | None = None) -> Article:
    r"""
    The article that *text*, a news page copied as text, holds.

    Never raises on a ``str``: a text without an article gives an article whose text is all in
    ``leftover``, an empty one an empty article with a warning. *url* is kept on the article.

    >>> article = parse_text("Bridge reopens\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — The bridge reopened Friday.")
    >>> article.headline, article.authors[0].name, article.paragraphs
    ('Bridge reopens', 'Ada Quill', ('The bridge reopened Friday.',))
    """
    return explain_text(text, url=url).article


def explain_text(text: str, *, url: str | None = None) -> Explanation:
    r"""
    The article that *text* holds, and for each field the text it came from and the rule that took it.

    Spans count code points of *text*, half-open. Never raises on a ``str``.

    >>> explanation = explain_text("Bridge reopens\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — It reopened Friday.")
    >>> explanation.of("headline")[0].span
    Span(start=0, end=14)
    """
    return assemble(read_text(text, url=url))
