"""What is remembered stays small, whatever is read."""

import os
import random
import string
import subprocess
import sys
import tracemalloc

import pytest

from articlekit import explain_html, find_byline, find_dateline, parse_html

#: the pages that one process reads, after a first thousand, and the bytes that it may grow by: while caches fill it
#: does, by 16 MB in two thousand pages; if it kept the articles of a thousand, by 45
COUNT, MOST = (100_000, 64 * 2**20) if os.environ.get("NIGHTLY") else (1_000, 24 * 2**20)


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


def page(number: int) -> str:
    """A page of words, names, places, classes and addresses that no other page has."""
    draw = random.Random(number)

    def words(count: int) -> str:
        return " ".join("".join(draw.choices(string.ascii_lowercase, k=draw.randint(2, 9))) for _ in range(count))

    name, town = words(2).title(), words(1)
    caption = f"{name}, left, in {town.title()}. (AP/{name})"
    return (
        f"<title>{words(6)}</title><nav class={words(1)}><a href=/{words(1)}>{words(2)}</a></nav>"
        f"<article class='{words(3)}'><h1>{words(6).capitalize()}</h1><p class={words(1)}>By {name}, {words(2)}</p>"
        f"<figure><img src={words(1)}.jpg><figcaption>{caption}</figcaption></figure>"
        f"<p>{town.upper()}, {words(1).title()} (AP) — {words(30).capitalize()}.</p><p>{words(40).capitalize()}.</p>"
        f"<p>{name} of {words(2)} contributed to this report.</p></article>"
    )


def read_pages() -> None:
    """Read the first thousand pages and then ``COUNT``, and print by how many bytes the process has grown."""
    import resource  # noqa: PLC0415 - Windows has none

    unit = 1 if sys.platform == "darwin" else 1024
    for number in range(1_000):
        explain_html(page(number))
    first = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(1_000, 1_000 + COUNT):
        explain_html(page(number))
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - first) * unit)  # noqa: T201 - the answer of the process


def test_a_process_does_not_grow_with_the_pages_that_it_has_read() -> None:
    pytest.importorskip("resource")  # which Windows has not
    run = subprocess.run([sys.executable, __file__], capture_output=True, check=True, text=True)

    assert int(run.stdout) <= MOST


if __name__ == "__main__":
    read_pages()
