"""Any bytes are a page; nothing of a page is lost, nothing is held twice; evidence points at what it claims."""

import itertools
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from articlekit import Explanation, Span, explain_html, parse_html

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "documents" / "html").glob("*.html"))]
MARKUP = (
    b"<p>", b"</p>", b"<div class='related'>", b"</div>", b"<h1>", b"<aside>", b"<figure>", b"<figcaption>", b"<li>",
    b"<br>", b"<table><tr><td>", b"<script type='application/ld+json'>", b"</script>", b"<span class=author>",
    b"<time datetime='2024-05-04'>", b"<meta name=author content='Ada Quill'>", b"&nbsp;", b"&#x1f600;", b"\x00",
    b"\xff", b"<b", b"'", b"<!--", b"By Ada Quill",
    b"MOSCOW (AP) \xe2\x80\x94 ", b"A sentence of some length, for a story. ",
)  # fmt: skip


def texts(explanation: Explanation) -> list[str]:
    """The texts of the page that fields have claimed, claims of metadata and the times inside a byline left out."""
    bylines = {e.origin for e in explanation.evidence if e.path == "byline"}
    told = [e for e in explanation.evidence if not (e.path in ("published", "modified") and e.origin in bylines)]
    whole = [e for e in told if "." not in e.path and "/head/" not in e.origin]
    return [e.text for e in whole if "#" not in e.origin and "/@" not in e.origin]


def check(page: bytes) -> None:
    explanation = explain_html(page)
    assert explanation.article == parse_html(page)
    spans: dict[str, list[Span]] = {}
    for item in explanation.evidence:
        assert len(item.text) == len(item.span)
        if item.path.startswith(("body[", "photos[", "notes[", "leftover[")) and "." not in item.path:
            spans.setdefault(item.origin, []).append(item.span)
    for claimed in spans.values():
        for before, after in itertools.pairwise(sorted(claimed)):
            assert before.end <= after.start


def visible(page: bytes) -> Counter[str]:
    """The characters that stand in *page* outside of scripts and the like."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", remove_comments=True))
    unseen = "ancestor-or-self::*[self::script or self::style or self::title]"
    return Counter("".join("".join(root.xpath(f"//text()[not({unseen})]")).split()))


@pytest.mark.parametrize("page", PAGES)
def test_every_character_of_a_page_is_in_a_field_or_left_over(page: bytes) -> None:
    claimed = Counter("".join("".join(texts(explain_html(page))).split()))

    assert claimed == visible(page)


#: elements in more elements than a path tells one by one
DEEP = b"<h1>Pier reopens</h1>" + b"<div>" * 130 + b"<p>The pier over the harbor reopened on Friday.<p>It rained."


@pytest.mark.parametrize("page", [*PAGES, DEEP])
def test_evidence_stands_where_it_says(page: bytes) -> None:
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", remove_comments=True)).getroottree()
    for item in explain_html(page).evidence:
        path = item.origin.partition("#")[0]
        found = root.xpath(path)
        assert len(found) == 1, path
        if "#" not in item.origin:
            inside = found[0] if "/@" in path else "".join(found[0].itertext())
            assert "".join(item.text.split()) in "".join(inside.split())


@given(some.lists(some.sampled_from(MARKUP), max_size=40))
def test_any_soup_of_markup_is_a_page(parts: list[bytes]) -> None:
    check(b"".join(parts))


@given(some.binary(max_size=200))
def test_any_bytes_are_a_page(page: bytes) -> None:
    check(page)


@given(some.sampled_from(PAGES), some.integers(0, 5_000))
def test_a_page_may_be_cut_at_any_byte(page: bytes, end: int) -> None:
    check(page[:end])


@given(some.sampled_from(PAGES), some.integers(0, 5_000), some.sampled_from(MARKUP))
def test_a_page_may_be_damaged_anywhere(page: bytes, at: int, part: bytes) -> None:
    check(page[:at] + part + page[at:])


def test_pages_are_read_the_same_in_any_order() -> None:
    first = [parse_html(page) for page in PAGES]
    for before, after in itertools.permutations(range(len(PAGES)), 2):
        assert parse_html(PAGES[before]) == first[before]
        assert parse_html(PAGES[after]) == first[after]
