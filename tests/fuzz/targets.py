"""What is fuzzed: each public function that reads, what it may raise, and inputs to begin with."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from articlekit import (
    Article,
    ArticleKitError,
    explain_html,
    explain_text,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_end_matter,
    find_photo_credit,
    parse_byline,
    parse_caption,
    parse_contributor_note,
    parse_dateline,
    parse_end_matter,
    parse_photo_credit,
    parse_texts,
    sample_text,
    to_markdown,
    to_row,
    to_text,
)

__all__ = ["TARGETS", "Target"]

TESTS = Path(__file__).parents[1]


class Target(NamedTuple):
    """A function from bytes, and the inputs to begin with; what it raises beyond what is documented is a find."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]


def _cases() -> Iterator[bytes]:
    for path in sorted((TESTS / "cases").glob("*.json")):
        for case in json.loads(path.read_text("utf-8")):
            if "text" in case:
                yield case["text"].encode("utf-8", "surrogatepass")


def _texts() -> Iterator[bytes]:
    yield sample_text().encode()
    for path in sorted((TESTS / "documents").glob("*.txt")):
        yield path.read_bytes()


def _pages() -> Iterator[bytes]:
    for path in sorted((TESTS / "documents/html").glob("*.html")):
        yield path.read_bytes()


def _articles() -> Iterator[bytes]:
    for page in _pages():
        yield json.dumps(explain_html(page).article.to_dict()).encode()


def _text(data: bytes) -> str:
    """Any text: bytes that are no UTF-8 become lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def _form(*functions: Callable[[str], object]) -> Target:
    def run(data: bytes) -> None:
        text = _text(data)
        for function in functions:
            try:
                function(text)
            except ArticleKitError:
                if function.__name__.startswith("find"):  # it never raises on a str
                    raise AssertionError(f"{function.__name__} raised") from None

    return Target(run, _cases)


def _read_text(data: bytes) -> None:
    text = _text(data)
    article = explain_text(text).article
    parse_texts(text)
    _write(article)


def _read_page(data: bytes) -> None:
    try:
        article = explain_html(data).article
    except ArticleKitError:
        return
    _write(article)


def _write(article: Article) -> None:
    to_row(article)
    to_markdown(article)
    to_text(article)
    if Article.from_dict(article.to_dict()) != article:
        raise AssertionError("an article is not read back as it was written")


def _read_mapping(data: bytes) -> None:
    try:
        mapping = json.loads(data)
    except (ValueError, RecursionError):
        return
    try:
        Article.from_dict(mapping)
    except ArticleKitError:
        return


TARGETS: dict[str, Target] = {
    "datelines": _form(find_dateline, parse_dateline),
    "bylines": _form(find_byline, parse_byline),
    "notes": _form(find_contributor_note, parse_contributor_note),
    "captions": _form(find_caption, parse_caption),
    "credits": _form(find_photo_credit, parse_photo_credit),
    "end-matter": _form(find_end_matter, parse_end_matter),
    "texts": Target(_read_text, _texts),
    "pages": Target(_read_page, _pages),
    "mappings": Target(_read_mapping, _articles),
}
