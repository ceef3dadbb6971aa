"""Weights of one's own: a table of a folder stands for the package's, and what is none of its rows is told."""

from pathlib import Path

import pytest

from articlekit import ReadError, explain_html, explain_text, parse_html, parse_text, parse_texts, read_page_weights

TEXT = "Bridge reopens\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — The bridge reopened on Friday, after eleven months."
PAGE = "<h1>Bridge reopens</h1><p>By Ada Quill<p>LAKETOWN, Ohio (AP) — The bridge reopened on Friday, after a year."


def folder_of(path: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (path / f"{name}.tsv").write_text(text, "utf-8")
    return path


def test_a_table_of_the_folder_stands_for_the_packages(tmp_path: Path) -> None:
    nobody = read_page_weights(folder_of(tmp_path, byline_line_weights="# what: none\nalways\t-9000\n"))

    assert parse_text(TEXT).authors
    for article in (
        parse_text(TEXT, weights=nobody),
        parse_html(PAGE, weights=nobody),
        explain_text(TEXT, weights=nobody).article,
        explain_html(PAGE, weights=nobody).article,
        *parse_texts(TEXT, weights=nobody),
    ):
        assert article.authors == ()


def test_trees_of_the_folder_are_asked(tmp_path: Path) -> None:
    trees = "0\t0\twords\t3\t1\t2\t0\n0\t1\t\t\t\t\t-50\n0\t2\t\t\t\t\t7000\n"
    lead = explain_text(TEXT, weights=read_page_weights(folder_of(tmp_path, story_trees=trees))).blocks[-1]

    assert dict(lead.reasons) == {"always": 0, "words": 7000}


@pytest.mark.parametrize(
    ("table", "text", "told"),
    [
        (
            "headline_weights",
            "always\n",
            "line 1: expected an observation and its weight, parted by tabs, got 'al",
        ),
        ("headline_weights", "# what: x\nalways\tmuch\n", "line 2: expected an observation and its weight"),
        ("story_form_weights", "outside\t٣\n", "line 1: expected an observation and its weight"),
        ("story_trees", "0\t0\twords\t3\t0\t1\t0\n", "line 1: expected a tree, a node"),  # a node is below itself
        ("story_trees", "one\t0\twords\t3\t1\t2\t0\n", "line 1: expected a tree, a node"),
        ("story_trees", "0\t0\tluck\t3\t1\t2\t0\n", "line 1: expected a tree, a node"),
        ("story_trees", "0\t0\twords\t3\t1\t2\t0\n0\t1\t\t\t\t\t5\n", "node 2 of tree 0 is not so"),
        ("story_trees", "0\t0\twords\t3\t1\t1\t0\n0\t1\t\t\t\t\t5\n", "node 1 of tree 0 is not so"),
        (
            "story_trees",
            "".join(f"0\t{n}\twords\t3\t{n + 1}\t{n + 600}\t0\n" for n in range(599))
            + "".join(f"0\t{n}\t\t\t\t\t0\n" for n in range(599, 1199)),
            "expected trees of at most 500 nodes",
        ),
    ],
)
def test_what_is_no_row_of_a_table_is_told(tmp_path: Path, table: str, text: str, told: str) -> None:
    with pytest.raises(ReadError) as error:
        read_page_weights(folder_of(tmp_path, **{table: text}))

    assert table in str(error.value)
    assert told in str(error.value)


def test_a_table_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "headline_weights.tsv").write_bytes(b"always\t1\n\xff\t2\n")

    with pytest.raises(ReadError, match="expected UTF-8, byte 9 is none"):
        read_page_weights(tmp_path)


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="has none of the tables"):
        read_page_weights(tmp_path)
