"""What is fuzzed at night holds for the inputs that fuzzing begins with, and for what it has found."""

import pytest

from fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_to_begin_with_are_read(name: str) -> None:
    seeds = list(TARGETS[name].seeds())
    for seed in seeds:
        TARGETS[name].run(seed)

    assert len(seeds) >= 5
