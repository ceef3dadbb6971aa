"""Time grows with the length of what is read and no faster, on what would hurt most."""

import os
from collections.abc import Callable
from functools import partial

import pytest

from articlekit import (
    Place,
    classify_end_matter,
    explain_html,
    explain_text,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_photo_credit,
)
from articlekit.gazetteer import locate
from timing import best

#: how often the smallest input is doubled: at night to a megabyte
DOUBLINGS = 8 if os.environ.get("NIGHTLY") else 2
SMALLEST = 4_096  # code points
NESTED_TOO_DEEPLY = 16_384  # code points; what nests less is read with its structure, at another pace
MOST = 2.6 if os.environ.get("NIGHTLY") else 3.2  # times as long for twice as much: 2 is linear, 4 quadratic

FORMS: list[Callable[[str], object]] = [
    find_dateline,
    find_byline,
    find_contributor_note,
    find_caption,
    find_photo_credit,
    classify_end_matter,
]
LINES = {
    "words": "Aa ",
    "capitals": "AB ",
    "hyphens": "A-",
    "commas": "Ab, ",
    "slashes": "AB/",
    "brackets": "(AP) ",
    "open brackets": "(",
    "dashes": "- ",
    "blanks": " ",
    "invisible marks": "\u200b",
    "combining marks": "\u0301\u0316",
    "accents": "e\u0301",
    "initials": "A.",
    "dotted letters": "s.",
    "dots": ".",
    "marks of letters": "\u0915\u093d",
    "bylines": "By Ada Quill and ",
    "notes": "Reported by Ada Quill in Oslo; ",
    "captions": "Ada Quill, left, ",
    "owners": "CNN's ",
    "owners of a letter": "O' ",
    "weekdays": "Monday ",
    "figures": "12 ",
    "a number": "9",
    "addresses": "a@b.",
    "labels": "Photo: ",
    "quotation marks": '"',
    "characters without case": "橋",
}
TEXTS = {
    "datelines": "MOSCOW (AP) — It rained.\n\n",
    "letters": "a\n",
    "letters apart": "a\n\n",
    "bylines": "By Ada Quill\n",
    "times": "Jan. 5, 2024 3:04 pm\n",
    "captions": "(AP Photo/Ada Quill)\n\n",
    "labels": "Photo: A\n",
    "notes": "CNN's Ada Quill contributed to this report.\n\n",
    "characters without case": "橋が再開。\n",
    "line ends": "\n",
    **LINES,
}
PAGES = {
    "paragraphs": "<p>a",
    "items": "<li>a",
    "nested asides": "<aside>a",
    "nested boxes": "<div>a",
    "nested letters": "<b>a",
    "links": "<a href=/a>a</a>",
    "breaks": "a<br>",
    "images": "<img src=a.jpg>",
    "figures": "<figure><img src=a><figcaption>a</figcaption></figure>",
    "times": "<time>Jan. 5, 2024</time>",
    "headings": "<h2>Pier reopens</h2>",
    "claims": "<meta name=author content='Ada Quill'>",
    "structured data": '<script type=\'application/ld+json\'>{"@type":"Article","headline":"A"}</script>',
    "rows": "<tr><td>a<td>b",
    "names": "<span class=author>Ada Quill</span>",
    "properties": "<span itemprop=author>Ada Quill</span>",
    "properties in properties": "<span itemprop=author><i>a</i>",
    "items in items": "<span itemprop=author itemscope><meta>",
    "bylines": "<p>By Ada Quill</p>",
    "entities": "&eacute;",
    "open tags": "<",
    "open comments": "<!--",
    "classes": "<p class='byline author credit'>x</p>",
    "noscript": "<noscript>a</noscript>",
    "open noscript": "<noscript>",
    "declarations": "<meta charset=a>",
    "sentences": "<p>A sentence of the story, which goes on and on.</p>",
    "menus": "<li><a href='/a'>Section front</a></li>",
    "teasers": "<div class='teaser'><h3><a href='/a'>Teaser</a></h3><p>A summary of it.</p></div>",
    "titles": "<meta property='og:title' content='A title'>",
    "captions": "<figure><img src='/a.jpg'><figcaption>Ada Quill, left, in Oslo. (AP/Joe Marsh)</figcaption></figure>",
    "tables": "<table><tr><td>1</td><td>2</td></tr></table>",
    "related stories": "<aside class='related'><p>Beside the story.</p></aside>",
    "headlines": "<h1>Pier reopens</h1>",
    "addresses and headlines": "<meta property='og:url' content='http://a.b/c'><h1>Pier reopens</h1>",
    "blanks": "&nbsp;",
    "crossed tags": "<b><i>word </i>",
    "machine times": "<time datetime='2024-05-03'>May 3</time>",
}


#: what stands in front of the units, and what behind: a word that does not end as it begins is tried in every way
AROUND = [("", "!2\t"), ("By D", "2!"), ("MOSCOW (", ""), ("Report by ", "2!")]


def growth(
    read: Callable[[str], object],
    unit: str,
    around: tuple[str, str] = ("", ""),
    smallest: int = SMALLEST,
    doublings: int = DOUBLINGS,
) -> float:
    """How many times as long reading takes for twice as much, on the average over all doublings."""
    head, tail = around
    small, large = ((head + unit * length)[:length] + tail for length in (smallest, smallest << doublings))
    return float((best(read, large) / best(read, small)) ** (1 / doublings))


@pytest.mark.parametrize("find", FORMS, ids=lambda find: find.__name__)
@pytest.mark.parametrize("unit", LINES.values(), ids=LINES)
@pytest.mark.parametrize("around", AROUND, ids=repr)
def test_forms(find: Callable[[str], object], unit: str, around: tuple[str, str]) -> None:
    assert growth(find, unit, around, SMALLEST // 4, DOUBLINGS + 2) <= MOST


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_texts(unit: str) -> None:
    assert growth(explain_text, unit, ("", "!2\t")) <= MOST


@pytest.mark.parametrize("family", PAGES)
def test_pages(family: str) -> None:
    unit, head = PAGES[family], "<h1>Pier reopens</h1>" + "<table>" * (family == "rows")
    smallest = NESTED_TOO_DEEPLY if family.startswith("nested") else SMALLEST

    assert growth(explain_html, unit, (head, ""), smallest) <= MOST


@pytest.mark.parametrize("unit", LINES.values(), ids=LINES)
def test_places(unit: str) -> None:
    assert growth(lambda name: locate(Place(name)), unit, ("", "2!")) <= MOST


def test_attributes_of_one_tag() -> None:
    assert growth(explain_html, "a='1' ", ("<p ", "")) <= MOST
    assert growth(partial(explain_html, url=None), "é", ("<p title='", "")) <= MOST
