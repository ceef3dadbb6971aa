"""Whole pages, as text, read as a careful reader would."""

import json
from pathlib import Path

import pytest

from articlekit import Article, parse_text, sample_text
from reading import reading

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_page_is_read_as_written_down(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))

    assert expected == reading(parse_text(path.read_bytes().decode("utf-8")))


def test_an_empty_page_is_an_empty_article_with_a_warning() -> None:
    for text in ("", " \r\n\u00a0\n"):
        assert Article(warnings=("the text is empty",)) == parse_text(text)


def test_a_page_without_a_story_is_left_over_whole() -> None:
    assert parse_text("Home\nSports").leftover == ("Home", "Sports")


def test_the_address_is_kept() -> None:
    assert parse_text("", url="https://example.org/a").url == "https://example.org/a"


def test_the_text_is_the_body_as_printed() -> None:
    article = parse_text(sample_text())

    assert article.text.startswith("PORT ELLERY, Maine -- The Harbor Bridge carried")
    assert article.text.split("\n\n")[1] == article.paragraphs[1]


def test_lines_that_a_page_says_again_and_again_end_no_story() -> None:
    first = "The bridge over the river reopened on Friday, eleven months after the flood that closed it."
    second = "Mayor Tom Reed called it a good day for the town, and for all who had to take the ferry."
    interrupted = "\n".join(["Article content"] * 6)

    assert parse_text(f"Bridge reopens\n{first}\n{interrupted}\n{second}").paragraphs == (first, second)


@pytest.mark.parametrize(
    "line", ["By Ada QuillTwitter", "By Ada Quill1", "Author of the article:\nAda Quill\nPublished June 3, 2024"]
)
def test_what_is_glued_to_a_name_is_no_part_of_it(line: str) -> None:
    story = "The bridge over the river reopened on Friday, eleven months after the flood that closed it."

    assert [a.name for a in parse_text(f"Bridge over the river reopens\n{line}\n{story}").authors] == ["Ada Quill"]
