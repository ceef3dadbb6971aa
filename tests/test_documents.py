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


def test_a_line_of_soft_hyphens_is_left_over_as_it_is() -> None:
    assert parse_text("Home\n\u00ad\nSports").leftover == ("Home", "\u00ad", "Sports")


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


STORY = "The bridge over the river reopened on Friday, eleven months after the flood that closed it."


def test_a_kicker_in_capitals_in_front_of_a_headline_is_none_of_it() -> None:
    article = parse_text(f"HARBOR NEWS Bridge over the river reopens\nBy Ada Quill\n{STORY}")

    assert (article.headline, article.leftover) == ("Bridge over the river reopens", ("HARBOR NEWS",))


def test_a_label_is_no_headline() -> None:
    article = parse_text(f"Quarry shuts its gates\nAuthor of the article:\nBy Ada Quill\n{STORY}")

    assert article.headline == "Quarry shuts its gates"


MENU = ["Pier", "Dock"] * 6


def test_what_stands_in_the_story_again_is_a_heading_of_it_and_no_headline() -> None:
    contents = ["The bridge over the river, mended", "The flood that closed the bridge"]
    lines = ["Bridge reopens at last after flood", STORY, *contents, *MENU, STORY, contents[0], STORY]

    assert parse_text("\n".join(lines)).headline == "Bridge reopens at last after flood"


def test_a_line_below_a_time_is_the_headline_rather_than_one_that_shares_more() -> None:
    lines = [
        "June 3, 2024",
        "Bridge over river reopens after a year",
        *MENU,
        "Bridge over the river closed",
        *MENU,
        STORY,
        STORY,
    ]

    assert parse_text("\n".join(lines)).headline == "Bridge over river reopens after a year"


def test_those_who_took_the_photos_do_not_open_the_story() -> None:
    second = STORY.replace("Friday", "Monday")
    text = f"Quarry shuts its gates\n{STORY}\n{second}\nPhotos by Tom Reed and Joe Marsh\n{STORY} {second}"

    assert parse_text(text).paragraphs == (STORY, second, f"{STORY} {second}")


def test_a_short_story_that_is_hard_wrapped_has_whole_paragraphs() -> None:
    first = "The bridge over the river reopened on Friday, eleven months\nafter the flood that closed it."
    article = parse_text(f"Bridge reopens\nBy Ada Quill\n\n{first}\n\nIt took a year. The toll is gone for good.")

    assert article.paragraphs == (first.replace("\n", " "), "It took a year. The toll is gone for good.")


def test_a_line_that_leads_elsewhere_ends_no_story() -> None:
    last = "The old ferry is gone for good. It was sold in May."
    article = parse_text(f"Quarry shuts its gates\n\nBy Ada Quill\n\n{STORY}\n\nREAD MORE: Ferry sinks\n\n{last}")

    assert article.paragraphs[-1] == last


def test_the_name_of_an_agency_alone_is_no_photo() -> None:
    assert parse_text(f"Quarry shuts its gates\n\nBy ADA QUILL\n\nAssociated Press\n\n{STORY}\n\n{STORY}").photos == ()


def test_offers_to_subscribe_end_no_story() -> None:
    offers = [
        "Create an account to go on.",
        "Sign in to read on.",
        "Subscribe for a dollar.",
        "Log in.",
        "Sign up for free.",
    ]
    days = [STORY.replace("Friday", day) for day in ("Monday", "Tuesday", "Thursday", "Sunday")]

    assert parse_text("\n".join(["Quarry shuts its gates", *days[:2], *offers, *days[2:]])).paragraphs == tuple(days)


@pytest.mark.parametrize("said", ["The bells rang.", "“I do not know,” he said.", "MAYOR REED:"])
def test_what_a_story_says_again_is_kept(said: str) -> None:
    text = "\n".join(["Bridge over the river reopens", *[STORY, said] * 3, STORY])

    assert [block.text for block in parse_text(text).body].count(said) == 3


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on 07/03/2024 - 09:20 GMT+1", "2024-03-07"),
        ("Published on 07/03/2024 - 8:20 AM EST", ""),
        ("Published on 05/06/2026 - 8:55 AM GMT+8", ""),
        ("On the river since 05/06/1999 - 13:55 GMT+1: a ferry goes again", ""),
        ("Updated: 05/06/2026 - 13:55 GMT+1", ""),
        ("SPORTMAY 9, 2022 7:30 AM", "2022-05-09"),
    ],
)
def test_the_time_above_a_story_is_read_where_it_is_plain(line: str, day: str) -> None:
    published = parse_text(f"Bridge over the river reopens\nBy Ada Quill\n{line}\n{STORY}").published

    assert (published.isoformat()[:10] if published else "") == day


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "June 3, 2024 08:05am PDT", "2024-06-03"),
        ("", "Published June 3, 2024", "2024-06-03"),
        ("", "June 3, 2024", "None"),  # a day alone is as often that of another story
        ("", "June 3, 2024 08:05am PDT\n\nMay 2, 2024 09:10am PDT", "None"),
        ("A deck in a line of its own\n\nJUNE 3, 2024\n\n", "", "2024-06-03"),
    ],
)
def test_the_one_time_right_below_a_story_is_its_time(above: str, below: str, day: str) -> None:
    days = [STORY.replace("Friday", name) for name in ("Monday", "Tuesday", "Thursday", "Sunday")]
    article = parse_text("\n\n".join([f"Bridge reopens after a year\n\n{above}{days[0]}", *days[1:], below]))

    assert str(article.published).partition(" ")[0] == day


def test_who_speaks_in_the_next_line_signs_no_story() -> None:
    lines = ["Bridge reopens after a year", "TOM REED:", STORY, "It took a year.", STORY.replace("Friday", "Monday")]

    assert parse_text("\n\n".join(lines)).authors == ()
    assert [author.name for author in parse_text("\n\n".join([lines[0], "Tom Reed", *lines[2:]])).authors] == [
        "Tom Reed"
    ]
