"""Articles as Markdown and plain text: a reader of Markdown finds the words, links, lists and tables again."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from articlekit import (
    Article,
    Block,
    BlockKind,
    Caption,
    Emphasis,
    EmphasisKind,
    EndMatter,
    EndMatterKind,
    LineBreak,
    Link,
    Photo,
    Span,
    Table,
    parse_text,
    sample_text,
    to_markdown,
    to_text,
)

MARKDOWN = MarkdownIt("commonmark").enable("table")
#: what authors write and what Markdown makes something of
MARKS = st.text("ab \\`*_[]()<>#+-=.!|&;~1:/\"'x\n", min_size=1, max_size=30)
PROSE = MARKS.map(lambda text: " ".join(text.split())).filter(bool)


class Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def rendered(article: Article) -> Words:
    return Words(MARKDOWN.render(to_markdown(article)))


def words(page: Words) -> str:
    return " ".join("".join(page.texts).split())


@given(PROSE, st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM]))
@example("1 #", BlockKind.HEADING)
def test_no_word_of_a_block_is_taken_for_a_mark(text: str, kind: BlockKind) -> None:
    page = rendered(Article(body=(Block(text, kind),)))

    assert words(page) == text
    assert {tag for tag, _ in page.tags} <= {"p", "h2", "blockquote", "ul", "li"}


@given(PROSE, PROSE)
@example("1 #", "1")
@example("1 ##", "#")
def test_no_word_of_headline_and_deck_is_taken_for_a_mark(headline: str, deck: str) -> None:
    page = rendered(Article(headline=headline, deck=deck))

    assert words(page) == f"{headline} {deck}"
    assert [tag for tag, _ in page.tags] == ["h1", "p", "strong"]


@given(st.lists(st.lists(PROSE, min_size=2, max_size=2), min_size=1, max_size=3))
def test_no_word_of_a_table_is_taken_for_a_mark(rows: list[list[str]]) -> None:
    page = rendered(Article(body=(Table(tuple(map(tuple, rows)), header=("A", "B")),)))

    assert words(page) == " ".join(["A B", *(cell for row in rows for cell in row)])
    assert [tag for tag, _ in page.tags].count("tr") == len(rows) + 1


def test_links_emphasis_and_line_breaks_are_marks_again() -> None:
    text = "The old pier (1911) is back, she said."
    block = Block(
        text,
        marks=(
            Link(Span(4, 12), url="https://ledger.example/a (b)"),
            Emphasis(Span(8, 12), kind=EmphasisKind.STRONG),
            LineBreak(Span(28, 29)),
            Emphasis(Span(29, 32), kind=EmphasisKind.EMPHASIS),
        ),
    )
    page = rendered(Article(body=(block,)))

    assert page.tags == [
        ("p", {}),
        ("a", {"href": "https://ledger.example/a%20%28b%29"}),
        ("strong", {}),
        ("br", {}),
        ("em", {}),
    ]
    assert words(page) == text


def test_marks_that_cross_leave_the_words_alone() -> None:
    marks = (Link(Span(0, 8), url="/a"), Emphasis(Span(4, 12), kind=EmphasisKind.STRONG))

    assert words(rendered(Article(body=(Block("The old pier is shut.", marks=marks),)))) == "The old pier is shut."


STRONG, LEANING = EmphasisKind.STRONG, EmphasisKind.EMPHASIS


@pytest.mark.parametrize(
    ("text", "marks", "html"),
    [
        (
            "Scores: - one # two",
            [LineBreak(Span(7, 8)), LineBreak(Span(13, 14))],
            "Scores:<br>- one<br># two",
        ),
        ("wow!here", [Link(Span(4, 8), url="/x")], 'wow!<a href="/x">here</a>'),
        ("a word", [Emphasis(Span(2, 4), kind=STRONG), Emphasis(Span(4, 6), kind=STRONG)], "a <strong>word</strong>"),
        ("a word", [Emphasis(Span(2, 4), kind=STRONG), Emphasis(Span(4, 6), kind=LEANING)], "a <strong>wo</strong>rd"),
        ("a word", [Emphasis(Span(2, 6), kind=LEANING), Emphasis(Span(2, 6), kind=LEANING)], "a <em>word</em>"),
        ("Question:What", [Emphasis(Span(0, 9), kind=STRONG)], "Question:What"),
        ("Question: What", [Emphasis(Span(0, 9), kind=STRONG)], "<strong>Question:</strong> What"),
        ("a pier", [Link(Span(2, 6), url="/?a=1&copy;=2")], 'a <a href="/?a=1&amp;copy;=2">pier</a>'),
        ("a pier", [Link(Span(0, 6), url="/x"), Link(Span(2, 6), url="/y")], '<a href="/x">a pier</a>'),
        ("one\n\n# two", [], "one  # two"),
    ],
)
def test_what_markdown_cannot_say_leaves_the_words_alone(
    text: str, marks: list[Link | Emphasis | LineBreak], html: str
) -> None:
    page = MARKDOWN.render(to_markdown(Article(body=(Block(text, marks=tuple(marks)),))))

    assert page.replace("<br />\n", "<br>") == f"<p>{html}</p>\n"


@pytest.mark.parametrize("levels", [(1, 3), (2,), (1, 2, 1, 2), (3, 1)])
def test_items_are_nested_however_deep_they_begin(levels: tuple[int, ...]) -> None:
    items = tuple(Block("Mend it.", BlockKind.LIST_ITEM, level=level, number=100) for level in levels)
    page = rendered(Article(body=items))

    assert {tag for tag, _ in page.tags} - {"p"} == {"ol", "li"}
    assert words(page) == " ".join(["Mend it."] * len(levels))


def test_lists_are_numbered_and_nested() -> None:
    items = (("Mend it.", 1, 3), ("Paint it.", 1, 4), ("In blue.", 2, None))
    body = tuple(Block(text, BlockKind.LIST_ITEM, level=level, number=number) for text, level, number in items)
    page = rendered(Article(body=(*body, Block("It took a year."))))

    assert page.tags == [("ol", {"start": "3"}), ("li", {}), ("li", {}), ("ul", {}), ("li", {}), ("p", {})]


def test_a_whole_article() -> None:
    article = Article(
        headline="Pier reopens",
        dateline=parse_text(sample_text()).dateline,
        body=(Block("The storm", BlockKind.HEADING, level=3), Block("It took a year."), Table((("2022", "4"),))),
        photos=(Photo(Caption("A gull."), url="/gull.jpg"), Photo(Caption("The *pier*."))),
        notes=(EndMatter(EndMatterKind.COPYRIGHT, text="© 2024 Harbor Ledger"),),
    )

    assert to_markdown(article) == (
        "# Pier reopens\n\n### The storm\n\nPORT ELLERY, Maine -- It took a year.\n\n"
        "|  |  |\n| --- | --- |\n| 2022 | 4 |\n\n![A gull.](/gull.jpg)\n\n*The \\*pier\\*.*\n\n---\n\n"
        "© 2024 Harbor Ledger\n"
    )
    assert to_text(article) == (
        "Pier reopens\n\nThe storm\n\nPORT ELLERY, Maine -- It took a year.\n\n2022\t4\n\nA gull.\n\nThe *pier*.\n\n"
        "© 2024 Harbor Ledger"
    )


@pytest.mark.parametrize("write", [to_markdown, to_text])
def test_an_empty_article_is_an_empty_text(write: "type[str]") -> None:
    assert write(Article()) == ""


def test_the_text_of_an_article_is_read_again_as_it() -> None:
    article = parse_text(sample_text())

    assert parse_text(to_text(article)).headline == article.headline
    assert parse_text(to_text(article)).paragraphs == article.paragraphs
