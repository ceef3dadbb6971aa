"""
Whole pages through articlekit and four other libraries: the figures of one run, as a page of the docs.

    python tests/benchmarks/comparison.py FIGURES.json

takes what an evaluation of labelled pages wrote (for each set and library its ``pages``, ``quality``,
``ratio`` and ``failures``), run in the environment this is called in, and writes
``docs/explanation/comparison.md`` with the versions that are installed there.
"""

import argparse
import datetime as dt
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs/explanation/comparison.md"
LIBRARIES = ("articlekit", "trafilatura", "newspaper4k", "goose3", "readability-lxml")
SETS: Mapping[str, str] = {
    "fundus": "news pages in many languages, with fields written by hand, from the tests of "
    "[fundus](https://github.com/flairNLP/fundus)",
    "scrapinghub": "news pages with hand-marked bodies, from the "
    "[article extraction benchmark](https://github.com/scrapinghub/article-extraction-benchmark)",
    "postlight": "news and magazine pages, from the tests of [Postlight's parser]"
    "(https://github.com/postlight/parser); their scripts, and so their structured data, are gone",
}
#: heading, key of the figure
QUALITY: tuple[tuple[str, str], ...] = (
    ("title", "title"),
    ("authors F1", "authors_f1"),
    ("authors equal", "authors_exact"),
    ("day", "date_day"),
    ("instant", "date_instant"),
    ("body F1", "body_f1"),
    ("paragraphs F1", "paragraph_f1"),
    ("captions in the body", "caption_leak"),
)
SMALLER_IS_BETTER = frozenset(("caption_leak",))
#: what a library does not mean to give: trafilatura gives days
NOT_GIVEN = frozenset((("trafilatura", "date_instant"),))
#: fewest pages of a set that have a figure at all
FEWEST = 10
PREFACE = """\
# Comparison

Whole pages through {count} libraries, written by `tests/benchmarks/comparison.py` from one run on {date}, on one
machine and page by page, so that all of them saw the same: {versions}.

What is measured:

- **title**: the share of pages whose headline agrees, case and punctuation aside.
- **authors**: F1 over the names of all pages, and the share of pages where all are right and no more.
- **day**, **instant**: the share of pages whose day of publication, and whose moment to the second, is right.
- **body**: precision and recall over runs of four words, averaged over pages, combined as F1.
- **paragraphs**: the same over whole paragraphs, which must agree in their words and boundaries.
- **captions in the body**: the share of captions that were taken for paragraphs; less is better.
- **time**: how many times as long as lxml takes to parse the page, in the middle and at the 95th of a hundred pages,
  the fastest of several readings of each.

A dash stands for what a library does not give. The best figure of a column is bold.
"""
FOOTER = """\

## What to make of it

The tables of articlekit were learned from these pages among others, and the people who wrote it looked at some of them,
as the tests of the other libraries do, so its figures on sites that it has not seen are lower: with tables learned
without the site of a page (see [How a page is read](how-a-page-is-read.md)) the body's F1 is 0.971 on fundus and 0.967
on scrapinghub, all authors are right on 0.85 of fundus and 0.67 of postlight. The differences of one hundredth are
within what two careful readers differ in.

## How to repeat it

Install the libraries named above in one environment, fetch the three data sets, and score every page as is said above,
the title and the names without case, accents as composed by NFKC. Timings count a call from bytes to values, the
fastest of at least two calls, over the fastest of as many parses of `lxml.html`. The script takes the figures as JSON:
`{"sets": {"fundus": {"articlekit": {"pages": 162, "quality": {"title": 0.85}, "ratio": {"median": 5.0, "p95": 9.0},
"failures": {}}}}}`.
"""


def table(reports: Mapping[str, Any]) -> list[str]:
    """The lines of a table, a library a row."""
    enough = [
        (head, key)
        for head, key in QUALITY
        if any(r["quality"].get(f"{key}_n", FEWEST) >= FEWEST for r in reports.values() if key in r["quality"])
    ]
    lines = [
        f"| library | {' | '.join(head for head, _ in enough)} | time | failures |",
        "|---|" + "---:|" * (len(enough) + 2),
    ]
    best = {key: _best(key, reports) for _, key in enough}
    for name in LIBRARIES:
        report = reports[name]
        given = {key: value for key, value in report["quality"].items() if (name, key) not in NOT_GIVEN}
        cells = [_cell(given.get(key), best[key]) for _, key in enough]
        time = f"{report['ratio']['median']:.1f} / {report['ratio']['p95']:.0f}"
        lines.append(f"| {' | '.join([name, *cells, time, str(sum(report['failures'].values()))])} |")
    return lines


def _best(key: str, reports: Mapping[str, Any]) -> float:
    values = [round(float(r["quality"][key]), 3) for r in reports.values() if key in r["quality"]]
    return min(values) if key in SMALLER_IS_BETTER else max(values)


def _cell(value: float | None, best: float) -> str:
    if value is None:
        return "–"
    return f"**{value:.3f}**" if round(value, 3) == best else f"{value:.3f}"


def main() -> None:
    """Read the figures and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    path = parser.parse_args().figures
    sets = json.loads(path.read_text("utf-8"))["sets"]
    date = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date().isoformat()
    versions = ", ".join(f"{name} {version(name)}" for name in (*LIBRARIES, "lxml"))
    lines = [PREFACE.format(count=len(LIBRARIES), date=date, versions=versions)]
    for name, what in SETS.items():
        reports = sets[name]
        count = reports[LIBRARIES[0]]["pages"]
        lines += [f"## {name}", "", f"{count} {what}.", "", *table(reports), ""]
        if english := sets.get(f"{name} (en)"):
            lines += [f"The {english[LIBRARIES[0]]['pages']} of them in English:", "", *table(english), ""]
    PAGE.write_text("\n".join(lines).rstrip() + "\n" + FOOTER, "utf-8")
    print(f"wrote {PAGE}")  # noqa: T201  (its job)


if __name__ == "__main__":
    main()
