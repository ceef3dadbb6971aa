"""What pages do to those who read them: bounded time and memory, a clear answer, no file, no network."""

import builtins
import http.server
import itertools
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from articlekit import explain_html, explain_text, parse_html, parse_text
from articlekit.readers import gathering, tree
from articlekit.readers import text as text_reader
from articlekit.readers.draft import TOO_MANY_BLOCKS
from evidence import faults_of_explanation

STORY = "<h1>Pier reopens</h1><p>The pier over the harbor reopened on Friday, its keeper said.</p>"


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it was asked for."""
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_a_page_makes_nobody_read_a_file_or_ask_the_network(
    visits: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = visits
    secret = tmp_path / "secret.txt"
    secret.write_text("a word that nobody should see", "utf-8")
    parse_html(STORY)  # the tables are read once
    places = (secret.as_uri(), f"{address}/x")

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a file or a connection was opened")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    for place in places:
        for page in (
            f"<!DOCTYPE html SYSTEM '{place}'>{STORY}",
            f"<!DOCTYPE html [<!ENTITY a SYSTEM '{place}'>]>{STORY}<p>&a;</p>",
            f"<!DOCTYPE html [<!ENTITY % a SYSTEM '{place}'> %a;]>{STORY}",
            f"<?xml-stylesheet href='{place}'?>{STORY}",
            f"<html xmlns:xi='http://www.w3.org/2001/XInclude'>{STORY}<xi:include href='{place}' parse='text'/>",
            f"<base href='{place}'><link rel=stylesheet href='{place}'>{STORY}<iframe src='{place}'>",
            f'<script type=\'application/ld+json\'>{{"@context": "{place}", "@type": "Article"}}</script>{STORY}',
        ):
            article = parse_html(page, url=place)
            assert article.headline == "Pier reopens"
            assert "nobody should see" not in json.dumps(article.to_dict())
    monkeypatch.undo()

    assert asked == []


def test_entities_do_not_grow() -> None:
    names = "abcdefghijklmnop"
    entities = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in itertools.pairwise(names))
    article = parse_html(f"<!DOCTYPE html [<!ENTITY a 'lol'>{entities}]>{STORY}<p>&p;</p>")

    assert article.headline == "Pier reopens"
    assert len(json.dumps(article.to_dict())) < 10_000


MEGABYTE = 1_000_000
NESTED = '{"a":' * 10_000 + "1" + "}" * 10_000
REFERRING = [
    {"@type": "Article", "keywords": [{"@id": "a"}] * 1_990},
    {"@id": "a", "name": [f"k{number}" for number in range(1_990)]},
]
NAMELESS = [
    *({"@type": "Article", "author": [{"@id": "a"}] * 1_990} for _ in range(9)),
    {"@id": "a", "name": [""] * 1_990},
]
NAMED_BY_A_THOUSAND = [
    *({"@type": "Article", "headline": {"@id": "a"}} for _ in range(1_000)),
    {"@id": "a", "name": "word " * 13_000},
]
FLOODS = {
    "a number of ten megabytes": f"<script type='application/ld+json'>{{\"headline\": {'9' * 10 * MEGABYTE}}}</script>",
    "deep structured data": f"<script type='application/ld+json'>{'[' * MEGABYTE}</script>",
    "nested structured data": '<script type="application/ld+json">'
    + '{"a":' * 10_000
    + "1"
    + "}" * 10_000
    + "</script>",
    "a long attribute": f"<p class='{'a ' * MEGABYTE}'>",
    "many attributes": f"<p {' '.join(f'a{i}=1' for i in range(200_000))}>",
    "attributes of a letter": f"<p {'a ' * MEGABYTE}>",
    "attributes without blanks": "<p " + "".join(f"a{i}='1'" for i in range(50_000)) + ">",
    "empty names by reference": f"<script type='application/ld+json'>{json.dumps(NAMELESS)}</script>",
    "many attributes of a script": f"<script {' '.join(f'a{i}=1' for i in range(200_000))}>x</script>",
    "many attributes behind marks in quotes": f"<p a='>' b='<' {' '.join(f'a{i}=1' for i in range(200_000))}>",
    "names by reference": f"<script type='application/ld+json'>{json.dumps(REFERRING)}</script>",
    "long names by reference": f"<script type='application/ld+json'>{json.dumps(NAMED_BY_A_THOUSAND)}</script>",
    "items in items": "<span itemprop=author itemscope>" * 1_000 + "<meta>" * 20_000,
    "names in items in items": "<span itemprop=author>" * 1_000 + "<i>a</i>" * 13_000,
    "deep nesting": "<div>" * (MEGABYTE // 5),
    "NUL": "<p>" + "\0" * MEGABYTE,
    "halves of surrogate pairs": "<p>" + "\ud800" * MEGABYTE,
    "marks that turn the writing round": "<p>" + "\u202e" * MEGABYTE,
    "combining marks": "<p>a" + "\u0301\u0316" * (MEGABYTE // 2),
    "open comments": "<!--" * (MEGABYTE // 4),
    "entities": "&eacute;" * (MEGABYTE // 8),
}
MEASURED = """
import resource, sys
from articlekit import explain_html, explain_text, parse_html, parse_text
source = sys.stdin.buffer.read()
parse_html("<h1>Pier reopens</h1><p>By Ada Quill<p>It rained on Friday, the keeper said.")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read = {"html": parse_html, "text": parse_text, "explain-html": explain_html, "explain-text": explain_text}[sys.argv[1]]
article = read(source.decode() if "text" in sys.argv[1] else source)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


def memory(source: bytes, kind: str = "html") -> int:
    """The bytes by which a process grows that reads *source*."""
    command = [sys.executable, "-c", MEASURED, kind]
    return int(subprocess.run(command, input=source, capture_output=True, check=True, timeout=60).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes, as Linux does")
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_costs_little_time_and_memory(flood: str) -> None:
    page = (STORY + flood).encode("utf-8", "surrogatepass")

    assert memory(page) <= 20 * len(page) + 50 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes, as Linux does")
@pytest.mark.parametrize("lines", ["a\n", "a\n\n", "a\n</DOC>\n"])
def test_a_flood_of_lines_costs_little_memory(lines: str) -> None:
    text = f"Pier reopens\n\n{lines * (MEGABYTE // len(lines))}".encode()

    assert memory(text, "text") <= 20 * len(text) + 50 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes, as Linux does")
@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("explain-html", "<p>a</p>" * 20_000),
        ("explain-html", f"{'<div>' * 1_800}{'<p>a</p>' * 10_000}"),
        ("explain-html", "<pre>" + "a\n" * MEGABYTE),
        ("explain-text", "a\n" * 80_000),
        ("explain-text", "MOSCOW (AP) — It rained.\n\n" * 38_000),
        ("explain-text", "- a point of it all\n" * 50_000),
    ],
)
def test_an_explanation_of_a_flood_costs_little_memory(kind: str, source: str) -> None:
    flood = (f"{STORY}{source}" if "html" in kind else f"Pier reopens\n\n{source}").encode()

    assert memory(flood, kind) <= 20 * len(flood) + 50 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes, as Linux does")
@pytest.mark.parametrize("element", ["<p>a", "<a>a", "<tr><td>a", "<aside>", "<img src=a>", "a<br>"])
def test_a_flood_of_elements_costs_little_memory(element: str) -> None:
    page = (STORY + element * (MEGABYTE // len(element))).encode()

    assert memory(page) <= 20 * len(page) + 50 * MEGABYTE


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_drowns_no_story(flood: str) -> None:
    assert parse_html(STORY + flood).headline == "Pier reopens"
    assert parse_text(
        f"Pier reopens\n\n{'The pier reopened on Friday, its keeper said. ' * 3}\n\n{flood[:20_000]}"
    ).body


@pytest.mark.parametrize(("more", "left"), [(0, ()), (1, ("The last word.",)), (2, ("a0 The last word.",))])
def test_blocks_behind_the_last_that_a_page_is_read_in_are_left_over_as_one(
    more: int, left: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST_BLOCKS", 3)
    explanation = explain_html(f"{STORY}{'<p>a0' * more}<p>The <b>last</b>\n word.")

    assert explanation.article.headline == "Pier reopens"
    assert explanation.article.leftover[-1:] == left
    assert (TOO_MANY_BLOCKS in explanation.article.warnings) is bool(left)
    assert not list(faults_of_explanation(explanation))


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        ("", ()),
        ("<p>One <b>m</b>ore", ("One more",)),
        ("<p>R&amp;D<!-- <p>unseen --><script>unseen()</script><p>is 1 < 2", ("R&D is 1 < 2",)),
        ("<p>Caf\u00e9", ("Caf\u00e9",)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_text_behind_the_last_tag_that_a_page_is_read_with_is_left_over_as_one(
    behind: str, left: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"<meta charset={encoding}>{STORY}"
    monkeypatch.setattr(tree, "MOST_TAGS", page.count("<"))
    explanation = explain_html(f"{page}{behind}".encode(encoding))

    assert explanation.article.headline == "Pier reopens"
    assert explanation.article.leftover == left
    assert any("tags" in warning for warning in explanation.article.warnings) is bool(left)
    assert not list(faults_of_explanation(explanation))


@pytest.mark.parametrize("stories", ["", "An older story.\nEnd of Document\n\n"])
@pytest.mark.parametrize(("count", "left"), [(4, ""), (5, "a4"), (6, "a4 a5")])
def test_lines_behind_the_last_that_a_text_is_read_in_are_left_over_as_one(
    stories: str, count: int, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_reader, "MOST_BLOCKS", 4)
    text = stories + "".join(f"a{number}\n\n" for number in range(count))
    explanation = explain_text(text)

    assert (explanation.article.leftover[-1] == left) is bool(left)
    assert (TOO_MANY_BLOCKS in explanation.article.warnings) is bool(left)
    assert not list(faults_of_explanation(explanation, text))


def test_what_is_left_over_of_a_column_has_its_words_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MOST_BLOCKS", 8)
    lines = [
        "The pier over the whole har-",
        "bor in Port Ellery was then re-",
        "opened on Friday, so the kee-",
        "per of it said to me there in",
    ]

    assert "harbor" in parse_text("\n".join(lines * 4)).leftover[-1].replace("\u00ad", "")
