"""The trees of the story: what is shown adds up, and every row of their tables is used."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlekit.assembly.blocks import HOPELESS, of_blocks, weigh_blocks
from articlekit.assembly.contest import weight
from articlekit.assembly.desk import Desk
from articlekit.assembly.region import find_region
from articlekit.assembly.second_look import Turning, second_look
from articlekit.assembly.standing import where_they_stand
from articlekit.assembly.story import find_story, reasons
from articlekit.assembly.weights import OBSERVATIONS, page_weights
from articlekit.lexicon.loader import rows
from articlekit.readers.html import read_html
from articlekit.readers.text import read_text

TEXTS = sorted((Path(__file__).parents[1] / "documents").glob("*.txt"))
PAGES = sorted((Path(__file__).parents[1] / "documents" / "html").glob("*.html"))
TREES = page_weights().story_trees
WEIGHTS = page_weights().story_blocks
MARKUP = {"always", "markup", "called", "outside", "apart", "linked", "tag", "class", "inside", "within"}


def desk_of(path: Path) -> Desk:
    desk = Desk(read_html(path.read_bytes()) if path.suffix == ".html" else read_text(path.read_text("utf-8")))
    find_region(desk)
    return desk


@given(st.lists(st.integers(-2000, 2000), min_size=len(OBSERVATIONS), max_size=len(OBSERVATIONS)))
def test_what_observations_add_is_the_score(values: list[int]) -> None:
    assert sum(TREES.parts(values).values()) == TREES.score(values)


@pytest.mark.parametrize("path", [*TEXTS, *PAGES], ids=lambda path: path.name)
def test_what_a_block_weighs_by_itself_is_what_is_seen_of_it(path: Path) -> None:
    desk = desk_of(path)

    for weighs, seen in zip(weigh_blocks(desk, WEIGHTS), of_blocks(desk), strict=True):
        marked = [name for name in seen if name.split(".")[0] in MARKUP]
        assert weighs == weight(seen if weight(marked, WEIGHTS) > HOPELESS else marked, WEIGHTS)


@pytest.mark.parametrize("path", [*TEXTS, *PAGES], ids=lambda path: path.name)
def test_every_observation_has_a_value_for_every_block_that_is_not_hopeless(path: Path) -> None:
    desk = desk_of(path)
    weights = weigh_blocks(desk, WEIGHTS)
    values = where_they_stand(desk, weights)

    assert [len(row) for row in values] == [len(OBSERVATIONS) if one > HOPELESS else 0 for one in weights]


def test_no_observation_of_a_second_look_has_the_name_of_one_of_the_first() -> None:
    assert page_weights().story_forms.keys().isdisjoint((*OBSERVATIONS, "always"))


LOOKED_AT = sorted(page_weights().story_forms)


@given(
    st.sampled_from([*TEXTS, *PAGES]),
    st.integers(1, 3000),
    st.fixed_dictionaries({name: st.integers(-3000, 600) for name in LOOKED_AT}),
)
@settings(max_examples=20)
def test_asking_no_more_than_can_turn_a_block_decides_as_asking_all(
    path: Path, first: int, weights: dict[str, int]
) -> None:
    turning = Turning(weights)

    for sheet in desk_of(path).sheets:
        assert turning.keeps(sheet, first) == (first + weight(list(second_look(sheet, first)), weights) > 0)


def test_every_row_of_the_trees_is_reached_from_their_roots() -> None:
    below: dict[tuple[str, str], list[str]] = {}
    for tree, node, _, _, yes, no, _ in rows("story_trees"):
        below[tree, node] = [child for child in (yes, no) if child]
    reached = {(tree, "0") for tree, _ in below}
    for tree, node in sorted(below, key=lambda at: (int(at[0]), int(at[1]))):
        reached |= {(tree, child) for child in below[tree, node] if (tree, node) in reached}

    assert reached == set(below)


@pytest.mark.parametrize("path", [*TEXTS, *PAGES], ids=lambda path: path.name)
def test_what_is_shown_of_a_block_says_whether_it_is_of_the_story(path: Path) -> None:
    desk, told = desk_of(path), desk_of(path)
    find_story(told)
    shown = list(reasons(desk))
    weights = [sum(parts.values()) for parts in shown]

    for parts in shown:
        assert list(parts) == sorted(parts, key=lambda name: (-abs(parts[name]), name))
    notes = {sheet.number for sheet in told.sheets if sheet.note is not None or sheet.end_matter is not None}
    likely = {number for number, one in enumerate(weights) if one > 0}
    tables = {told.sheets[number].table for number in likely}
    with_others = {s.number for s in told.sheets if s.text.endswith(":") or (s.table is not None and s.table in tables)}
    assert likely - notes <= told.story <= likely | with_others


def test_every_observation_is_asked_for_and_every_weight_weighs_something() -> None:
    assert {row[2] for row in rows("story_trees") if row[2]} == set(OBSERVATIONS)
    assert all(WEIGHTS.values())
    assert all(page_weights().story_forms.values())
