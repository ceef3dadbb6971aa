"""Whole documents: a reader joined to assembly."""

from articlekit.assembly import OWN_RULES, FormRules, PageWeights, assemble, explain
from articlekit.model import Article, Explanation
from articlekit.readers.html import read_html, read_html_with_paths
from articlekit.readers.text import read_text, read_texts

__all__ = ["explain_html", "explain_text", "parse_html", "parse_text", "parse_texts"]


def parse_text(
    text: str, *, url: str | None = None, weights: PageWeights | None = None, rules: FormRules = OWN_RULES
) -> Article:
    r"""
    The article that *text*, a news page copied as text, holds.

    Never raises on a ``str`` (`TypeError` on anything else): a text without an article gives an article whose text is
    all in ``leftover``, an empty one an empty article with a warning. *url* is kept on the article,
    its day and the name of its site are evidence. *weights* are your own, see `read_page_weights`, and so are *rules*,
    see `FormRules`.

    >>> article = parse_text("Bridge reopens\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — The bridge reopened Friday.")
    >>> article.headline, article.authors[0].name, article.paragraphs
    ('Bridge reopens', 'Ada Quill', ('The bridge reopened Friday.',))
    """
    return assemble(read_text(text, url=url), weights, rules)


def parse_texts(text: str, *, weights: PageWeights | None = None, rules: FormRules = OWN_RULES) -> tuple[Article, ...]:
    r"""
    The articles that *text*, a file of stories, holds, in order; none for a text of blanks.

    Stories are told apart by the marks of their carriers: the tags of a text collection (``</DOC>``), the last line
    of a document saved from a database (``End of Document``). Text without such marks is one story. *weights* and
    *rules* are as for `parse_text`. Never raises on a ``str`` (`TypeError` on anything else).

    >>> story = "<DOC>\n<HEAD>Pier {}</HEAD>\n<TEXT>\nLAKETOWN, Ohio (AP) — The pier is old.\n</TEXT>\n</DOC>\n"
    >>> [article.headline for article in parse_texts(story.format("closes") + story.format("reopens"))]
    ['Pier closes', 'Pier reopens']
    """
    return tuple(assemble(draft, weights, rules) for draft in read_texts(text))


def explain_text(
    text: str, *, url: str | None = None, weights: PageWeights | None = None, rules: FormRules = OWN_RULES
) -> Explanation:
    r"""
    The article that *text* holds, and for each field the text it came from and the rule that took it.

    Spans count code points of *text*, half-open. Arguments are those of `parse_text`. Never raises on a ``str``.

    >>> explanation = explain_text("Bridge reopens\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — It reopened Friday.")
    >>> explanation.of("headline")[0].span
    Span(start=0, end=14)
    """
    return explain(read_text(text, url=url), weights, rules)


def parse_html(
    page: bytes | str,
    *,
    url: str | None = None,
    encoding: str | None = None,
    weights: PageWeights | None = None,
    rules: FormRules = OWN_RULES,
) -> Article:
    """
    The article that *page*, an HTML page whole or in part, holds.

    *page* is best given as bytes, as it was published: what encoding they are is found out.
    *encoding* is what the caller knows of it, from an HTTP header for example. *url* is the page's
    address, kept on the article; its day and the name of its site are evidence. *weights* are your
    own, see `read_page_weights`, and so are *rules*, see `FormRules`. A page without an article gives
    an article whose text is all in ``leftover`` and a warning that begins with ``no-story``; what could
    not be read is told in ``warnings``.

    Raises:
        ReadError: the page has more than 50 million bytes, or *encoding* is the name of no encoding.
        TypeError: *page* is neither bytes nor str.

    >>> article = parse_html("<h1>Bridge reopens</h1><p>By Ada Quill<p>LAKETOWN, Ohio (AP) — It took a year.")
    >>> article.headline, article.authors[0].name, article.paragraphs
    ('Bridge reopens', 'Ada Quill', ('It took a year.',))
    """
    return assemble(read_html(page, url, encoding), weights, rules)


def explain_html(
    page: bytes | str,
    *,
    url: str | None = None,
    encoding: str | None = None,
    weights: PageWeights | None = None,
    rules: FormRules = OWN_RULES,
) -> Explanation:
    """
    The article that *page* holds, and for each field where it came from and the rule that took it.

    The *origin* of evidence is the path of an element, its span counts code points of the text of
    that element, with blanks as a browser shows them. Arguments and errors are those of `parse_html`.

    >>> explanation = explain_html("<h1>Bridge reopens</h1><p>It took a year to mend.")
    >>> explanation.of("headline")[0].origin
    '/html/body/h1'
    """
    return explain(read_html_with_paths(page, url, encoding), weights, rules)
