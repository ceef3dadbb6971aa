"""What a page's markup keeps in the body: links, emphasis, line breaks, ranks, numbered and nested lists, tables."""

import pytest

from articlekit import (
    Article,
    Block,
    BlockKind,
    Emphasis,
    InvalidValue,
    LineBreak,
    Link,
    Span,
    Table,
    parse_html,
    parse_text,
    to_markdown,
)
from articlekit.readers.html import read_html

LONG = "<p>The pier over the harbor reopened on Friday, a year after the storm that closed it, its keeper said.</p>"
PAGE = "https://ledger.example/2024/pier"


def article(body: str, head: str = "", url: str | None = PAGE) -> Article:
    return parse_html(f"<html><head>{head}</head><body><h1>Pier reopens</h1>{LONG}{body}{LONG}</body></html>", url=url)


def links(body: str, head: str = "", url: str | None = PAGE) -> list[tuple[str, str]]:
    return [
        (mark.span.of(block.text), mark.url)
        for block in article(body, head, url).body
        if not isinstance(block, Table)
        for mark in block.marks
        if isinstance(mark, Link)
    ]


def test_a_link_in_the_rest_of_a_paragraph_is_counted_in_the_whole() -> None:
    beside = "<aside class=related>More of the harbor and its piers</aside>"
    cut = f"<p>It took a year, said the keeper, {beside}who thanked <a href='/yard'>the yard</a> and its workers.</p>"

    assert links(cut) == [("the yard", "https://ledger.example/yard")]


@pytest.mark.parametrize(
    ("href", "head", "url", "address"),
    [
        ("/flood", "", PAGE, "https://ledger.example/flood"),
        ("flood", "", PAGE, "https://ledger.example/2024/flood"),
        ("flood", "<base href='https://cdn.example/a/'>", PAGE, "https://cdn.example/a/flood"),
        ("flood", "<base href='/b/'>", PAGE, "https://ledger.example/b/flood"),
        ("https://other.example/", "", PAGE, "https://other.example/"),
        ("/flood", "", None, "/flood"),
        ("http://[flood", "", PAGE, "http://[flood"),
        (" /flood\n", "", PAGE, "https://ledger.example/flood"),
    ],
)
def test_a_link_leads_where_it_does_on_the_page(href: str, head: str, url: str | None, address: str) -> None:
    body = f"<p>It took a year to mend it after <a href='{href}'>the flood</a> that had closed it, she said.</p>"

    assert links(body, head, url) == [("the flood", address)]


@pytest.mark.parametrize("href", ["javascript:void(0)", "JavaScript:go()", "data:text/html,x", ""])
def test_what_leads_nowhere_is_no_link(href: str) -> None:
    assert links(f"<p>It took a year to mend it after <a href='{href}'>the flood</a> of 2023, she said.</p>") == []


def test_a_link_that_holds_the_end_of_one_paragraph_and_the_next_is_in_both() -> None:
    page = "<p>It took a year and <a href='/a'>two million dollars.<p>The town paid half</a> of it, she said.</p>"
    blocks = read_html(page).blocks

    assert [[block.text[mark.start : mark.end] for mark in block.marks] for block in blocks] == [
        ["two million dollars."],
        ["The town paid half"],
        [],
    ]


def test_an_emphasis_without_words_is_none() -> None:
    assert [block.text for block in article("<p><b><br></b></p><p><a href='/x'><br>\xa0<br></a></p>").body] == [
        block.text for block in article("").body
    ]


def test_emphasis_and_line_breaks_stand_where_the_page_has_them() -> None:
    block = article("<p>It  took <em>a <b>whole</b>\nyear</em>,<br> she said, to mend the old pier.</p>").body[1]

    assert not isinstance(block, Table)
    assert block.text == "It took a whole year, she said, to mend the old pier."
    marks = [(type(mark), mark.span.of(block.text)) for mark in block.marks]
    assert marks == [(Emphasis, "a whole year"), (Emphasis, "whole"), (LineBreak, " ")]
    assert [mark.kind.value for mark in block.marks if isinstance(mark, Emphasis)] == ["emphasis", "strong"]
    assert block.text[: block.marks[-1].span.start].endswith("year,")


def test_marks_behind_a_dateline_count_from_the_words_that_are_left() -> None:
    lead = "<p>LAKETOWN, Ohio (AP) — The <b>old</b> p\u00adier <a href='/x'>reopened</a> on Friday.</p>"
    block = parse_html(f"<h1>Pier reopens</h1>{lead}{LONG}").body[0]

    assert not isinstance(block, Table)
    assert [mark.span.of(block.text) for mark in block.marks] == ["old", "reopened"]
    assert block.text == "The old pier reopened on Friday."


def test_headings_have_their_rank_and_items_their_depth_and_number() -> None:
    items = "<li>Mend the old pier for good.</li><li>Paint it all over.<ul><li>In a dark blue.</li></ul></li>"
    found = article(f"<h2>What is to do now</h2>{LONG}<ol start='3'>{items}<li value='9'>Open it again.</li></ol>").body
    blocks = [block for block in found if not isinstance(block, Table) and block.kind is not BlockKind.PARAGRAPH]

    assert [(block.kind.value, block.level, block.number) for block in blocks] == [
        ("heading", 2, None),
        ("list_item", 1, 3),
        ("list_item", 1, 4),
        ("list_item", 2, None),
        ("list_item", 1, 9),
    ]


def test_a_table_keeps_its_rows_its_header_and_its_empty_cells() -> None:
    rows = "<tr><th>Year</th><th>Gulls</th></tr><tr><td>2022</td><td></td></tr><tr><td>2023</td><td>7</td></tr>"
    found = article(f"<table><thead>{rows.replace('</tr>', '</tr></thead><tbody>', 1)}</tbody></table>")

    assert [block for block in found.body if isinstance(block, Table)] == [
        Table((("2022", ""), ("2023", "7")), header=("Year", "Gulls"))
    ]
    assert "Year\tGulls" in found.paragraphs
    assert "Year\tGulls\n2022\t\n2023\t7" in found.text


def test_a_table_that_lays_out_a_page_is_none() -> None:
    found = parse_html(f"<table><tr><td><h1>Pier reopens</h1></td></tr><tr><td>{LONG}{LONG}</td></tr></table>")

    assert [block.kind.value for block in found.body] == ["paragraph", "paragraph"]


def test_text_has_no_marks() -> None:
    assert not any(
        block.marks
        for block in parse_text("Pier reopens\n\nLAKETOWN, Ohio (AP) — The pier\nreopened on Friday.").body
        if not isinstance(block, Table)
    )


@pytest.mark.parametrize(
    ("head", "languages"),
    [
        ("<meta property='og:locale' content='en_us'>", ("en-US",)),
        ("<meta name='language' content='English'>", ()),
        (
            "<meta name='language' content='de, fr-ch'><meta property='og:locale' content='de_AT.UTF-8'>",
            ("de-AT", "fr-CH"),
        ),
        ("<meta name='dc.language' content='zh-hant-tw'>", ("zh-Hant-TW",)),
        ("<meta name='dc.language' content='es-419'>", ("es-419",)),
    ],
)
def test_languages_are_tags_of_bcp_47(head: str, languages: tuple[str, ...]) -> None:
    found = article("", head)

    assert found.languages == languages
    assert found.language == (languages[0] if languages else None)


def test_the_page_tells_its_address_and_what_it_is_about() -> None:
    head = "<link rel='canonical' href='/pier'><meta name='description' content='The pier is back.'>"
    found = article("", head)

    assert (found.canonical_url, found.description) == ("https://ledger.example/pier", "The pier is back.")
    assert article("", "<meta property='og:url' content='//m.example/p'>").canonical_url == "https://m.example/p"


def test_images_are_those_that_the_page_names_then_those_of_the_story() -> None:
    head = "<meta property='og:image' content='/lead.jpg'><meta name='twitter:image' content='/lead.jpg'>"
    body = "<img src='/gull.jpg' width='640'><img src='/icon.png' width='16'><aside><img src='/ad.jpg'></aside>"
    found = article(body, head)

    assert [(image.url, image.width) for image in found.images] == [
        ("https://ledger.example/lead.jpg", None),
        ("https://ledger.example/gull.jpg", 640),
    ]


def test_an_image_named_and_shown_is_one_with_its_size() -> None:
    found = article(
        "<img src='lead.jpg' width='640' height='480'>", "<meta property='og:image' content='/2024/lead.jpg'>"
    )

    assert [(image.url, image.width, image.height) for image in found.images] == [
        ("https://ledger.example/2024/lead.jpg", 640, 480)
    ]


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("<p>The keeper said \u00ad <b>so</b></p>", ["so"]),
        ("<p>\u00ad <a href='/x'>The keeper</a> said so.</p>", ["The keeper"]),
        ("<p>The keeper said \u00ad and <b>nothing</b> more.</p>", ["nothing"]),
        ("<p>The kee\u00adper <b>sa\u00adid</b> so.</p>", ["said"]),
        ("<p>The keeper<br>\u00ad<br>said so.</p>", [" "]),
    ],
)
def test_marks_cover_their_words_wherever_hyphens_are_soft(body: str, marked: list[str]) -> None:
    page = f"<h1>Pier reopens</h1>{LONG}{body.replace('said', 'said on Friday that it was')}{LONG}"
    blocks = [
        block for block in parse_html(page.replace("sa\u00adid", "sa\u00adid")).body if not isinstance(block, Table)
    ]

    assert [mark.span.of(block.text) for block in blocks for mark in block.marks] == marked


@pytest.mark.parametrize("href", ["java&#10;script:go()", "&#1;javascript:go()", "\tjavascript:go()"])
def test_an_address_that_a_browser_runs_is_no_link(href: str) -> None:
    assert links(f"<p>It took a year to mend it after <a href='{href}'>the flood</a> of 2023, she said.</p>") == []


def test_a_list_may_count_down() -> None:
    items = "<li>Mend the old pier for good.</li><li>Paint it all over.</li>"
    found = article(f"<ol reversed>{items}</ol><ol reversed start='9'>{items}</ol>").body

    assert [block.number for block in found if isinstance(block, Block) and block.number] == [2, 1, 9, 8]


def test_a_headline_may_be_a_word_of_the_address() -> None:
    page = f"<title>Zimbabwe</title><h1>Zimbabwe</h1>{LONG}{LONG}"

    assert parse_html(page, url="https://zimbabwe.example/x").headline == "Zimbabwe"


def test_a_table_is_of_the_story_as_a_whole() -> None:
    rows = [
        "<tr><th>Day<th>Gulls</tr>",
        "<tr><td>Jan. 5, 2024<td>5</tr>",
        "<tr><td>Jan. 6, 2024<td>Nine gulls sat on the old pier, the harbor master said.</tr>",
        "<tr><td>Jan. 7, 2024<td>12</tr>",
    ]
    found = article(f"<table>{''.join(rows)}</table>")

    assert [block for block in found.body if isinstance(block, Table)] == [
        Table(
            (
                ("Jan. 5, 2024", "5"),
                ("Jan. 6, 2024", "Nine gulls sat on the old pier, the harbor master said."),
                ("Jan. 7, 2024", "12"),
            ),
            header=("Day", "Gulls"),
        )
    ]
    assert found.published is None


def test_a_table_keeps_the_links_and_emphasis_of_its_cells() -> None:
    rows = "<tr><th>Pier<th>Gulls</tr><tr><td><a href='/north'>North</a> pier<td><b>4</b></tr><tr><td>South<td><i>7</i>"
    found = article(f"<table>{rows}</table>")
    table = next(block for block in found.body if isinstance(block, Table))

    assert [mark.span.of(table.text) for mark in table.marks] == ["Pier", "Gulls", "North", "4", "7"][
        -len(table.marks) :
    ]
    assert [mark.url for mark in table.marks if isinstance(mark, Link)] == ["https://ledger.example/north"]
    assert Article.from_dict(found.to_dict()) == found
    written = to_markdown(found)
    assert "| [North](https://ledger.example/north) pier | **4** |" in written
    assert "| South | *7* |" in written


def test_marks_that_reach_over_cells_are_cut() -> None:
    table = Table((("North", "4"), ("South", "7")), marks=(Link(Span(2, 9), url="/a"), Link(Span(11, 13), url="/b")))

    assert "No[rth](/a) | 4 |" in to_markdown(Article(body=(table,)))
    with pytest.raises(InvalidValue, match="does not lie in the 15 code points"):
        Table((("North", "4"), ("South", "7")), marks=(Link(Span(2, 16), url="/a"),))
