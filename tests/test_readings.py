"""The examples are read in the way that is written down, evidence and all: ``python tests/readings.py`` writes it."""

import pytest

from readings import FILES, READINGS


def by_example(text: str) -> dict[str, list[str]]:
    """The lines below each heading of a file of readings."""
    return {example.partition("\n")[0]: example.splitlines() for example in text.split("# ")[1:]}


@pytest.mark.parametrize("name", FILES)
def test_examples_are_read_as_written_down(name: str) -> None:
    written = by_example((READINGS / name).read_text("utf-8"))
    read = by_example("\n".join(FILES[name]()))

    assert read.keys() == written.keys()
    for example, lines in read.items():
        assert lines == written[example], example
