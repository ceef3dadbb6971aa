"""No name in evidence is undocumented, and none that is documented is of a rule that there is not."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from articlekit import Explanation, explain_html, explain_text, find_photo_credit, sample_text
from articlekit.assembly.rules import CLAIMED, LINES

TESTS = Path(__file__).parents[1]
REFERENCE = TESTS.parent / "docs/reference/rules.md"

STORY = "<p>The pier over the harbor reopened on Friday, a year after the storm that closed it, its keeper said.</p>"
#: pages for the names that the tests' other pages do not give
PAGES: tuple[str, ...] = (
    f"<title>Pier reopens</title>{STORY}",
    f"<meta name='twitter:title' content='Pier reopens'><meta name='author' content='Ada Quill'>{STORY}",
    f"<meta property='article:author' content='Ada Quill'><meta name='keywords' content='piers'>{STORY}",
    f"<meta property='og:title' content='Pier reopens'><meta property='article:section' content='Harbor'>{STORY}",
    f"<meta name='title' content='Pier reopens'><time pubdate datetime='2024-06-03T09:00Z'>Monday</time>{STORY}",
    (
        "<article itemscope itemtype='https://schema.org/NewsArticle'><p itemprop='articleSection'>Harbor</p>"
        "<time itemprop='datePublished' datetime='2024-06-03'>Monday</time>"
        f"<meta itemprop='author' content='Ada Quill'><h1 itemprop='headline'>{'Pier! ' * 60}</h1>{STORY}</article>"
    ),
    f"<h1>Pier reopens</h1>{STORY}{STORY}<a rel='author' href='/ada'>ada.quill</a>",
    f"<link rel='canonical' href='https://ledger.example/2024/06/03/pier'><h1>Pier reopens</h1>{STORY}",
    f"""<script type='application/ld+json'>{{"@type": "WebPage", "author": "Ada Quill", "datePublished": "2024-06-03",
    "inLanguage": "en"}}</script>{STORY}""",
    f"""<script type='application/ld+json'>{{"@type": "NewsArticle", "headline": "Pier reopens", "image": "/a.jpg"}}
    </script><meta name='twitter:image' content='/b.jpg'><meta property='og:image' content='/c.jpg'>{STORY}""",
    f"""<script type='application/ld+json'>{{"@type": "WebPage", "image": {{"url": "/a.jpg"}}}}</script>{STORY}""",
    f"<h1>Gulls</h1>{STORY}{STORY}<table><tr><th>Year<th>Gulls<tr><td>2022<td>4<tr><td>2023<td>7</table>{STORY}",
    (
        f"<h1>Pier reopens</h1><div>{STORY}<p>It had been shut since the storm of 2023, and <figure><img src='a.jpg'>"
        f"<figcaption>The pier.</figcaption></figure> for a year its keeper rowed across, she said.</p>{STORY}</div>"
    ),
    (
        f"<h1>Pier reopens</h1>{STORY}<figure><img src='a.jpg'><figcaption>The pier.</figcaption>"
        f"<span class='credit'>AP Photo/Ada Quill</span></figure>{STORY}"
    ),
)


def explanations() -> Iterator[Explanation]:
    yield from map(explain_html, PAGES)
    yield explain_text(sample_text())
    yield from (explain_text(path.read_bytes().decode("utf-8")) for path in (TESTS / "documents").glob("*.txt"))
    yield from (explain_html(path.read_bytes()) for path in (TESTS / "documents/html").glob("*.html"))
    for case in json.loads((TESTS / "cases/pages.json").read_text("utf-8")):
        read = explain_text if case["kind"] == "text" else explain_html
        yield read(case["page"], url=case.get("url"))


@cache
def given_names() -> frozenset[str]:
    return frozenset(part.rule for explanation in explanations() for part in explanation.evidence)


def test_every_name_in_evidence_is_documented() -> None:
    documented = set(re.findall(r"^\| `([^`]+)` \|", REFERENCE.read_text("utf-8"), re.MULTILINE))

    assert given_names() - documented == set()


def test_every_documented_name_of_whole_documents_is_given() -> None:
    claimed = {f"{field}.{kind}" for field, kinds in CLAIMED.items() for kind in kinds}

    assert sorted((set(LINES) | claimed) - given_names()) == []


def test_a_form_asked_by_itself_gives_names_that_are_documented() -> None:
    found = find_photo_credit("(AP Photo/Ada Quill)")

    assert found is not None
    assert f"`{found.rule}`" in REFERENCE.read_text("utf-8")
