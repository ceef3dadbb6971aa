"""What follows a form does not change how it is read."""

from hypothesis import given
from hypothesis import strategies as some

from articlekit import Dateline, find_dateline, format_dateline, format_dateline_reuters
from articlekit import strategies as st


def stories() -> some.SearchStrategy[str]:
    """What may follow: text that begins with a letter or an opening quotation mark."""
    return some.builds(
        "{}{}".format,
        some.sampled_from(["Officials ", "A", "the 12th", "“We ", "'Tis ", "É", "LONDON (AP) — "]),
        st.texts(),
    )


@given(st.datelines(), stories())
def test_the_story_does_not_change_a_dateline(dateline: Dateline, story: str) -> None:
    for head in (format_dateline(dateline), format_dateline_reuters(dateline)):
        found = find_dateline(head + story)

        assert found is not None
        assert found.value == dateline
        assert found.span.end == len(head)


@given(st.damaged(st.datelines().map(format_dateline)), stories(), stories())
def test_the_story_does_not_change_a_damaged_dateline(head: str, story: str, other: str) -> None:
    alone = find_dateline(head + " " + story)
    if alone is not None and alone.span.end <= len(head):
        again = find_dateline(head + " " + other)

        assert again is not None
        assert again.value == alone.value
