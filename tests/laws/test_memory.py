"""What is remembered stays small, whatever is read."""

import tracemalloc

from articlekit import find_byline, find_dateline, parse_html


def test_long_names_lines_and_words_are_not_kept() -> None:
    def read(number: int) -> None:
        long = f"x{number} " * 20_000
        parse_html(f"<div class='{long}'><h1>Pier reopens</h1><p>The pier over the harbor reopened on Friday.<p>{long}")
        find_byline(f"By Ada {long}")
        find_dateline(f"{long.upper()} (AP) — ")

    read(0)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(1, 40):
        read(number)
    kept = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    assert kept < 2_000_000
