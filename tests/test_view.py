"""An explanation as a page: marks cover the words that fields took, and no text of a source becomes markup."""

import os
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given

from articlekit import (
    Article,
    Explanation,
    explain_html,
    explain_text,
    find_byline,
    find_caption,
    find_dateline,
    parse_text,
    sample_text,
)
from articlekit.cli import main
from articlekit.strategies import texts
from articlekit.view import coloured_lines, explanation_lines
from articlekit.view.page import shown

DOCUMENTS = Path(__file__).parent / "documents"
HOSTILE = "<script>alert(1)</script> \u202ekcab & <img src=x onerror=alert(1)> \x1b[31m"
CHROMIUM = Path("/usr/bin/chromium")


class Page(HTMLParser):
    """The elements of a page, and the text of each mark by its number."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.marks: dict[int, str] = {}
        self.tags: set[str] = set()
        self.targets: list[str] = []
        self._open: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        if tag == "mark":
            self._open.append(int(str(found["id"])[1:]))
            self.marks[self._open[-1]] = ""
        if tag == "a":
            self.targets.append(str(found["href"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self.marks[number] += data


def explanations() -> list[Explanation]:
    pages = [explain_html(path.read_bytes()) for path in sorted((DOCUMENTS / "html").glob("*.html"))]
    return [
        explain_text(sample_text()),
        *(explain_text(path.read_bytes().decode("utf-8")) for path in sorted(DOCUMENTS.glob("*.txt"))),
        *pages,
    ]


@pytest.mark.parametrize("explanation", explanations(), ids=lambda explanation: str(explanation.article.headline))
def test_each_mark_covers_the_words_that_its_field_took(explanation: Explanation) -> None:
    page = Page(explanation.to_html())

    for number, text in page.marks.items():
        assert text == explanation.evidence[number].text
    placed = {e.origin for e in explanation.evidence if e.origin in {block.origin for block in explanation.blocks}}
    assert len(page.marks) == sum(e.origin in placed for e in explanation.evidence)
    assert {int(target[2:]) for target in page.targets} <= set(range(len(explanation.evidence)))


def test_the_text_of_a_source_stays_text() -> None:
    page = explain_html(
        f"<h1>Pier {HOSTILE.replace('<', '&lt;')}</h1><p>By Ada Quill</p><p>It took a year, she said.</p>"
    )
    found = Page(page.to_html())

    assert {"script", "img"}.isdisjoint(found.tags)
    assert "\u202e" not in page.to_html()
    assert "\x1b" not in page.to_html()
    assert "U+202E" in page.to_html()


@given(texts())
def test_any_text_can_be_shown(text: str) -> None:
    page = explain_text(text).to_html()

    page.encode("utf-8")
    assert "script" not in Page(page).tags


def test_controls_are_told_by_name() -> None:
    assert shown("\u200e\u2066a\u0007\ud800\n") == (
        '<i class="control">LRM</i><i class="control">U+2066</i>a<i class="control">U+0007</i>'
        '<i class="control">U+D800</i>\n'
    )


def test_what_is_beside_the_source_is_listed() -> None:
    head = "<title>Pier reopens | Ledger</title><meta name='author' content='Ada Quill'>"
    page = explain_html(
        f"{head}<nav><a href='/'>Home</a></nav><h1>Pier reopens</h1><p>It took a year, she said.</p>"
    ).to_html()

    assert "From metadata (1)" in page
    assert "Belongs to no field (1)" in page
    assert "headline, chosen" in page
    assert "Warnings" not in page


def test_notebooks_show_articles_explanations_and_forms() -> None:
    explanation = explain_text(sample_text())
    byline = find_byline("By Ada Quill, AP")

    assert byline is not None
    assert Page(byline._repr_html_()).marks == {0: "By Ada Quill, AP", 1: "Ada Quill", 2: "AP"}
    assert Page(explanation._repr_html_()).tags == {"iframe"}  # what notebooks call
    table = explanation.article._repr_html_()
    assert Page(table).tags <= {"table", "tr", "th", "td", "br", "i"}
    assert "Harbor bridge reopens after flood" in table
    assert len(table) < 5_000


@pytest.mark.parametrize(
    "found", [find_dateline("MOSCOW (AP) — It rained."), find_caption("A gull. (AP Photo/Ada Quill)")]
)
def test_other_forms_are_shown_too(found: object) -> None:
    assert "<mark" in found._repr_html_()  # type: ignore[attr-defined]


def test_a_terminal_shows_each_field_in_a_colour() -> None:
    explanation = explain_text(sample_text())
    coloured = list(coloured_lines(explanation))

    plain = [re.sub(r"\x1b\[[0-9]+m", "", line) for line in coloured]
    assert plain == list(explanation_lines(explanation))
    assert len({line[:5] for line in coloured}) > 5


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own")
@pytest.mark.parametrize(("env", "escapes"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_alone(env: dict[str, str], escapes: bool, tmp_path: Path) -> None:  # noqa: FBT001  # parametrized
    source = tmp_path / "a.txt"
    source.write_text(sample_text(), "utf-8")
    call = [sys.executable, "-m", "articlekit", "explain", str(source)]
    master, slave = os.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    run = subprocess.run(call, stdout=slave, check=True, env=plain | env)
    os.close(slave)

    assert run.returncode == 0
    assert (b"\x1b[" in os.read(master, 4_000)) is escapes
    os.close(master)
    assert b"\x1b[" not in subprocess.run(call, capture_output=True, check=True).stdout


def test_reprs_are_short() -> None:
    article = parse_text(sample_text())

    assert repr(article) == (
        "<Article 'Harbor bridge reopens after flood', by Rosalind McVey, Tobias van der Meer, 2024-03-08T17:15:00,"
        " 5 blocks, 1 photo, 1 note>"
    )
    assert repr(Article()) == "<Article empty>"
    assert len(repr(Article(headline="Pier " * 100))) < 100
    assert repr(explain_text(sample_text())).startswith("<Explanation of <Article 'Harbor bridge")
    assert "0x" not in str(find_byline.__defaults__)


def test_explain_writes_a_page(tmp_path: Path) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "a.html"
    source.write_text(sample_text(), "utf-8")

    assert main(["explain", str(source), "--html", str(out)]) == 0
    assert out.read_text("utf-8") == explain_text(sample_text()).to_html()


def test_a_page_takes_time_as_its_source_grows() -> None:
    def taken(count: int) -> float:
        explanation = explain_text("LAKETOWN, Ohio (AP) — The pier over the harbor reopened on Friday.\n\n" * count)
        start = time.perf_counter()
        explanation.to_html()
        return time.perf_counter() - start

    taken(50)
    assert taken(4_000) < 12 * taken(1_000) + 0.1


# --------------------------------------------------------------------------- in a browser


@pytest.mark.skipif(not CHROMIUM.exists(), reason="looks at pages in Chromium")
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1200, "dark")])
def test_a_browser_shows_it_whole(width: int, scheme: str, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    long_word = "n" * 400
    page_source = (
        f"<h1>Pier {HOSTILE.replace('<', '&lt;')}</h1><p>By Ada Quill</p>"
        f"<p>It took a year, {long_word} said, and the pier is open again.</p>"
    )
    explanation = explain_html(page_source)
    file = tmp_path / "page.html"
    file.write_text(explanation.to_html(), "utf-8")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        alerts: list[object] = []
        page.on("dialog", lambda alert: alerts.append(alert))  # noqa: PLW0108  # playwright marks what it is given
        page.goto(file.as_uri())
        for details in page.query_selector_all("details"):
            details.evaluate("it => it.open = true")

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert alerts == []
        for number, item in enumerate(explanation.evidence):
            mark = page.query_selector(f"#e{number}")
            if mark is not None and "\u202e" not in item.text and "\x1b" not in item.text:
                assert mark.text_content() == item.text
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") in ("SUMMARY", "MARK", "A")
        browser.close()
