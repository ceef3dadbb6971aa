"""Stories as wires, collections and columns carry them: control marks, tags, narrow lines, several in one text."""

import pytest

from articlekit import Article, explain_text, parse_text, parse_texts

BODY = (
    "   LAKETOWN, Ohio (AP) _ More than 150 drivers crossed the harbor bridge",
    "on Friday, the first day that it was open to cars after a year of",
    "repairs that had closed it on both sides.",
    "   The mayor said the repairs had cost more than the town had hoped, and",
    "that the next ones would have to wait for another year at least.",
)
CROSSED = (
    "More than 150 drivers crossed the harbor bridge on Friday, the first day that it was open to cars after a year"
)
COST = "the repairs had cost more than the town had hoped"
PARAGRAPHS = (
    f"{CROSSED} of repairs that had closed it on both sides.",
    f"The mayor said {COST}, and that the next ones would have to wait for another year at least.",
)
WIRE = "\n".join(
    (
        "^AM-Harbor Bridge,0411<",
        "^Harbor Bridge Reopens After a Year<",
        "^By ADA QUILL=",
        "^Associated Press Writer=",
        *BODY,
    )
)
COLLECTION = """<DOC>
<DOCNO> XX880212-0001 </DOCNO>
<FILEID>XX-NR-02-12-88 2344EST</FILEID>
<FIRST>u i AM-Harbor-Bridge     02-12 0398</FIRST>
<HEAD>Harbor Bridge Reopens After a Year</HEAD>
<BYLINE>By ADA QUILL</BYLINE>
<BYLINE>Associated Press Writer</BYLINE>
<DATELINE>LAKETOWN, Ohio (AP) </DATELINE>
<TEXT>
   More than 150 drivers crossed the harbor bridge on Friday, the first
day that it was open to cars after a year of repairs that had closed it
on both sides.
   The mayor said the repairs had cost more than the town had hoped, and
that the next ones would have to wait for another year at least.
</TEXT>
</DOC>
"""
COLUMN = """Harbor Bridge Reopens

By Ada Quill

LAKETOWN, Ohio (AP) — More than 150
drivers crossed the harbor bridge on
Friday, the first day that it was op-
en to cars after a year of repairs
that had closed it on both sides.
  The mayor said the repairs had cost
more than the town had hoped, and
that the next ones would have to wait
for another year at least.
"""


def shown(article: Article) -> tuple[object, ...]:
    """The authors with their organisations, the town of the dateline, and the paragraphs."""
    authors = [(author.name, author.organization) for author in article.authors]
    return authors, article.dateline and article.dateline.places[0].city, article.paragraphs


@pytest.mark.parametrize("text", [WIRE, COLLECTION])
def test_what_carries_a_story_is_none_of_it(text: str) -> None:
    article = parse_text(text)

    assert article.headline == "Harbor Bridge Reopens After a Year"
    assert shown(article) == ([("Ada Quill", "Associated Press")], "Laketown", PARAGRAPHS)


def test_a_slug_is_kept_beside_the_story() -> None:
    assert parse_text(WIRE).leftover == ("AM-Harbor Bridge,0411",)


def test_a_column_has_whole_paragraphs_and_whole_words() -> None:
    article = parse_text(COLUMN)

    assert shown(article) == ([("Ada Quill", None)], "Laketown", PARAGRAPHS)
    assert article.leftover == ()


def test_evidence_shows_a_broken_word_as_it_is_printed() -> None:
    explanation = explain_text(COLUMN)

    assert all(item.span.of(COLUMN) == item.text for item in explanation.evidence)
    assert "op-\nen" in explanation.of("body[0]")[0].text


@pytest.mark.parametrize("lines", ["Share\nPrint\nSave\nComments on this\nMore of the news", "well-\nKnown", "A-\nB"])
def test_a_menu_is_no_column(lines: str) -> None:
    assert parse_text(lines).leftover == tuple(lines.split("\n"))


@pytest.mark.parametrize("end", ["</DOC>", "End of Document", "Document XXPA000020240410ek4a000b5"])
def test_several_stories_are_several_articles(end: str) -> None:
    start = "<DOC>\n" if end == "</DOC>" else ""
    one = f"{start}Pier closes for the winter\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — The pier closed today.\n{end}\n"
    other = one.replace("closes for", "reopens after").replace("closed", "reopened")
    articles = parse_texts(one + other)

    assert [article.headline for article in articles] == ["Pier closes for the winter", "Pier reopens after the winter"]
    single = parse_text(one + other)
    assert single.headline == "Pier closes for the winter"
    assert single.warnings == ("the text holds 2 stories, of which this is the first; parse_texts reads all",)
    assert any("reopened today" in line for line in single.leftover)


def test_a_text_of_blanks_holds_no_article() -> None:
    assert parse_texts(" \n\n") == ()


def test_a_soft_hyphen_is_in_no_value_and_its_span_is_true() -> None:
    text = "Har\u00adbor bridge reopens\n\nBy Ada Quill\n\nLAKETOWN, Ohio (AP) — The bri\u00addge reopened on Friday."
    explanation = explain_text(text)

    assert explanation.article.headline == "Harbor bridge reopens"
    assert explanation.article.paragraphs == ("The bridge reopened on Friday.",)
    assert explanation.of("headline")[0].text == "Har\u00adbor bridge reopens"
