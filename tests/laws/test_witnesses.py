"""In which order a page says the same in several vocabularies changes nothing of what is read."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from articlekit import parse_html

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The pier over the harbor reopened on Friday, a year after the storm that closed it, its keeper said.",
        "It had cost the town two million dollars, half of which came from the state, and a summer of its visitors.",
    )
)
#: the witnesses, some of whom say something else
WITNESSES = (
    "<title>Pier reopens after a year | Harbor Ledger</title>",
    "<meta property='og:title' content='The pier is back'>",
    "<meta name='twitter:title' content='Pier reopens after a year'>",
    "<meta name='author' content='Ada Quill'>",
    "<meta property='article:author' content='Harbor Ledger'>",
    "<meta property='article:published_time' content='2024-06-03T09:00:00Z'>",
    "<meta property='og:site_name' content='Harbor Ledger'>",
    """<script type='application/ld+json'>{"@type": "NewsArticle", "headline": "Pier reopens after a year",
    "author": {"@type": "Person", "name": "Ada Quill"}, "datePublished": "2024-06-03T11:00:00+02:00"}</script>""",
)


@given(st.permutations(WITNESSES), st.booleans())
def test_the_order_of_witnesses_changes_nothing(witnesses: list[str], shown: bool) -> None:  # noqa: FBT001  # drawn
    heading = "<h1>Pier reopens after a year</h1>" if shown else ""
    expected = parse_html(f"<html><head>{''.join(WITNESSES)}</head><body>{heading}{STORY}</body></html>")
    article = parse_html(f"<html><head>{''.join(witnesses)}</head><body>{heading}{STORY}</body></html>")

    assert evolve(article, warnings=()) == evolve(expected, warnings=())
