"""Strategies give what they promise: values that can be written and read, pages with a story, damage that is some."""

from hypothesis import find, given

from articlekit import Article, Contributor, parse_html, strategies


@given(strategies.pages())
def test_pages_hold_a_story(page: str) -> None:
    article = parse_html(page)

    assert article.headline == "Harbor bridge reopens"
    assert article.byline is not None
    assert article.dateline is not None
    assert len(article.body) >= 2


@given(strategies.contributors(), strategies.articles())
def test_values_are_read_back(contributor: Contributor, article: Article) -> None:
    assert Contributor.from_dict(contributor.to_dict()) == contributor
    assert Article.from_dict(article.to_dict()) == article


def test_damage_is_done_to_texts_and_to_bytes() -> None:
    whole = "Harbor bridge reopens"
    texts = strategies.damaged(strategies.texts().map(lambda _: whole))
    pages = strategies.damaged(strategies.texts().map(lambda _: whole.encode()))

    assert len(find(texts, lambda text: len(text) < len(whole))) < len(whole)
    assert "\ud800" in find(texts, lambda text: "\ud800" in text)
    assert len(find(pages, lambda page: len(page) > len(whole))) > len(whole)


def test_all_that_is_promised_is_there() -> None:
    promised = (
        "articles bylines captions contributor_notes contributors damaged datelines pages partial_dates photo_credits"
    )

    assert set(f"{promised} places".split()) <= set(strategies.__all__)
