"""What is fuzzed at night holds for the inputs that fuzzing begins with, and for what it has found."""

import pytest

from fuzz.damage import CHANGES, damaged
from fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_to_begin_with_are_read(name: str) -> None:
    seeds = list(TARGETS[name].seeds())
    for seed in seeds:
        TARGETS[name].run(seed)

    assert len(seeds) >= 5


def test_inputs_drawn_blindly_are_those_of_their_seed() -> None:
    corpus = [b"By Ada Quill", b"MOSCOW (AP) -- "]
    first, second, other = (list(damaged(corpus, 20, 200, seed)) for seed in ("1", "1", "2"))

    assert first == second != other
    assert max(map(len, first)) == 20
    assert len(set(first)) > len(CHANGES) * 10
