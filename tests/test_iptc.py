"""A caption in the words of the IPTC standard."""

import attrs
import pytest

from articlekit import PartialDate, caption_to_iptc, parse_caption


def test_what_a_caption_says_is_named_as_the_standard_names_it() -> None:
    caption = parse_caption(
        "Mayor Ines Calloway, left, and Tom Reed open the pier at Quill Hall in Port Ellery, Maine, Friday, "
        "June 7, 2024. (AP Photo/Ada Quill)"
    )

    assert caption_to_iptc(caption) == {
        "Description": caption.text_only,
        "Creator": ["Ada Quill"],
        "Credit Line": "AP Photo/Ada Quill",
        "Source": "AP",
        "Person Shown": ["Ines Calloway", "Tom Reed"],
        "Date Created": "2024-06-07",
        "City": "Port Ellery",
        "Province/State": "Maine",
        "Country": "United States",
        "Sublocation": "Quill Hall",
    }


def test_what_a_caption_does_not_say_is_left_out() -> None:
    assert caption_to_iptc(parse_caption("A gull rests on the pier.")) == {"Description": "A gull rests on the pier."}


@pytest.mark.parametrize(
    ("day", "created"),
    [
        ("in 1987", "1987"),
        ("in June 2014", "2014-06"),
        ("on June 7, 2024", "2024-06-07"),
        ("on June 7", None),
    ],
)
def test_a_day_is_told_as_far_as_it_goes(day: str, created: str | None) -> None:
    assert caption_to_iptc(parse_caption(f"The pier in Oslo {day}.")).get("Date Created") == created


def test_a_year_of_two_digits_is_none() -> None:
    caption = attrs.evolve(parse_caption("The pier in Oslo."), dates=(PartialDate(year=87, month=6),))

    assert "Date Created" not in caption_to_iptc(caption)
