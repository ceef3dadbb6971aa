"""
How fast the forms are read, as ratios to a yardstick measured in the same run.

    pip install -e '.[bench]'
    python tests/benchmarks/forms.py

The yardstick is ``nameparser.HumanName(name)``, a common cost in a pipeline of news texts. A
figure is the best of seven passes over texts that differ, so that nothing remembered between
calls is measured twice in a row; growth is the time per character from 1 KB to 1 MB.
"""

import time
from collections.abc import Callable, Iterable

from nameparser import HumanName

from articlekit import find_byline, find_caption, find_contributor_note, find_dateline

NAMES = [
    f"{title}{given} {middle}{family}{suffix}"
    for title in ("", "Dr. ", "Sen. ")
    for given in ("Ada", "Tobias", "Inès", "Mary Clare")
    for middle in ("", "J. ", "Odile ")
    for family in ("Quill", "van der Meer", "O'Dell", "Marsh")
    for suffix in ("", " Jr.")
]
STORY = "The committee met for the third time this week and put off a vote on the harbor budget until spring. " * 4
LEADS = [
    f"{head}{number} people said so. {STORY}"
    for number in range(8)
    for head in (
        "PORT ELLERY, Maine (AP) — ",
        "WASHINGTON (AP) -- ",
        "SALVADOR, Feb 26 (Reuters) - ",
        "WASHINGTON/KHOBAR, Saudi Arabia, July 31 (Reuters) - ",
        "Berlin (dpa) - ",
        "NEW YORK--(BUSINESS WIRE)--",
        "ST. LOUIS — ",
        "BOGOTA, 10 JAN 90 (AFP) -- ",
    )
]
PLAIN = [
    f"{head} {number}. {STORY}"
    for number in range(8)
    for head in (
        "The mayor of Port Ellery said on Tuesday that",
        "Ada Quill had been fishing off the pier since",
        "“We will not wait,” she said, and named",
        "When the levee broke, volunteers came from",
        "A court in Oslo has thrown out",
        "It was the summer of the long strike, and",
        "In the third quarter, profits at Marsh & Sons rose",
        "President Tobias Bello told reporters in Geneva",
    )
]
PARAGRAPHS = [
    sentence + " " + STORY[:length]
    for length in (0, 104, 207)
    for sentence in (
        "He said so on Tuesday.",
        "“We will not wait,” she said, and named the day.",
        "With the lake frozen, ferries stayed in port.",
        "The report was filed by two clerks on Monday.",
        "Fishermen from Port Ellery had asked for the study, and the town paid for it.",
        "In the end (it was late) nobody voted.",
    )
]
CAPTIONS = [
    f"{marker}{shown} in Port Ellery, Maine, {day}{credit}"
    for marker in ("FILE - ", "")
    for shown in (
        "Mayor Ines Calloway, left, and Gov. Martin Oduya, center right, walk past the harbor office",
        "Workers carry a dried ledger from the archive of the Marlow Museum",
        "Harbor Stars forward Tobias Marsh (12) shoots during the second half of a basketball game",
    )
    for day in ("Friday, Aug. 18, 2023.", "on June 5, 2019.")
    for credit in (
        " (AP Photo/Ada Quill)",
        " (Ada Quill/The Harbor Ledger via AP)",
        " REUTERS/Ada Quill/File Photo",
        "",
    )
]
BYLINES = [
    f"{label}{name}{rest}"
    for label in ("By ", "by ", "Von ", "")
    for name in NAMES[:40]
    for rest in (", The Associated Press", " and Tom Reed", ", Staff Writer", " | Feb. 4, 2022 at 4:20 a.m.", "")
]
HOSTILE = {"capitals": "AB ", "hyphens": "A-", "commas": "Ab, ", "slashes": "AB/", "brackets": "(AP) ", "blanks": " "}


def per_call(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Seconds per call: the best of seven passes over *texts*."""
    texts = list(texts)
    best = float("inf")
    for _ in range(7):
        start = time.perf_counter()
        for text in texts:
            read(text)
        best = min(best, time.perf_counter() - start)
    return best / len(texts)


def report(what: str, read: Callable[[str], object], texts: Iterable[str], yardstick: float) -> None:
    """Print what a call costs, and how much faster it is than the yardstick."""
    cost = per_call(read, texts)
    print(f"{what:<44} {cost * 1e6:8.2f} µs  {yardstick / cost:6.1f} times as fast")  # noqa: T201  (its job)


def main() -> None:
    """Print every ratio, then the growth."""
    yardstick = per_call(HumanName, NAMES)
    print(f"{'nameparser.HumanName(name)':<44} {yardstick * 1e6:8.2f} µs")  # noqa: T201
    report("find_dateline, a lead with a dateline", find_dateline, LEADS, yardstick)
    report("find_dateline, a lead without one", find_dateline, PLAIN, yardstick)
    report("find_byline", find_byline, BYLINES, per_call(HumanName, BYLINES))
    report("find_contributor_note, a paragraph of the body", find_contributor_note, PARAGRAPHS, yardstick)
    report("find_caption, against HumanName(caption)", find_caption, CAPTIONS, per_call(HumanName, CAPTIONS))
    print("\ntime of find_dateline on hostile text, in µs, at 1 KB, 32 KB and 1 MB")  # noqa: T201
    for name, unit in HOSTILE.items():
        times = [per_call(find_dateline, [(unit * size)[:size]]) * 1e6 for size in (1_000, 32_000, 1_000_000)]
        print(f"  {name:<10} {times[0]:10.1f} {times[1]:10.1f} {times[2]:10.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
