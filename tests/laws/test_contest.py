"""Contests: what is shown adds up, no order of observations or candidates decides, and no glance spares the winner."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import explain_text
from articlekit.assembly.body import find_lead
from articlekit.assembly.byline import bylines, likeliest_bylines
from articlekit.assembly.byline_candidates import Lines
from articlekit.assembly.byline_evidence import placed
from articlekit.assembly.contest import Contender, Weights, judge, weight
from articlekit.assembly.desk import Desk
from articlekit.assembly.headline import find_headline, headlines
from articlekit.assembly.story import find_story
from articlekit.assembly.weights import page_weights
from articlekit.readers.text import read_text

DOCUMENTS = sorted((Path(__file__).parents[1] / "documents").glob("*.txt"))
NAMES = st.sampled_from(["a", "b", "c", "d", "unknown"])
WEIGHTS = {"a": 7, "b": -5, "c": 3, "d": 1}
CONTENDERS = st.lists(st.lists(NAMES), max_size=6, unique_by=lambda seen: weight(seen, WEIGHTS))
TABLES = (page_weights().headlines, page_weights().bylines)


@given(CONTENDERS)
def test_neither_order_decides(seen: list[list[str]]) -> None:
    contenders = [Contender(weight(one, WEIGHTS), one) for one in seen]
    mixed = [Contender(one.value, one.seen[::-1]) for one in contenders[::-1]]

    assert judge(contenders, WEIGHTS) == judge(mixed, WEIGHTS)


@given(CONTENDERS)
def test_who_wins_weighs_more_than_nothing_and_the_heaviest_first(seen: list[list[str]]) -> None:
    totals = [weight(one, WEIGHTS) for one in seen]
    found = judge(map(Contender, totals, seen), WEIGHTS)

    assert found == sorted((total for total in totals if total > 0), reverse=True)


def desk_of(path: Path) -> Desk:
    desk = Desk(read_text(path.read_bytes().decode("utf-8")))
    find_story(desk)
    find_lead(desk)
    find_headline(desk)
    return desk


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_glance_spares_the_heaviest_byline(path: Path) -> None:
    desk, weights = desk_of(path), page_weights().bylines

    assert judge(likeliest_bylines(desk, weights), weights)[:1] == judge(bylines(desk, []), weights)[:1]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_seen_at_a_glance_is_a_part_of_what_is_seen(path: Path) -> None:
    desk = desk_of(path)

    for one in bylines(desk, []):
        if isinstance(one.value, Lines):
            assert set(placed(desk, one.value.first, one.value.last, [])) <= set(one.seen)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_observation_is_seen_once(path: Path) -> None:
    desk = desk_of(path)

    for seen in (*(one.seen for one in headlines(desk)), *(one.seen for one in bylines(desk, []))):
        assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_reasons_of_a_candidate_add_up_and_one_of_each_contest_is_chosen(path: Path) -> None:
    explanation = explain_text(path.read_bytes().decode("utf-8"))

    for one in explanation.candidates:
        assert sum(weight for _, weight in one.reasons) == one.weight
    for contest, value in (("headline", explanation.article.headline), ("byline", explanation.article.byline)):
        chosen = [one for one in explanation.candidates if one.contest == contest and one.chosen]
        assert len(chosen) == (value is not None)


@pytest.mark.parametrize("table", TABLES, ids=("headlines", "bylines"))
def test_every_row_weighs_something(table: Weights) -> None:
    assert all(table.values())
