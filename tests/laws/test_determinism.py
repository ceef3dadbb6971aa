"""The same input gives the same bytes: on any day, in any zone, whatever the order in which sets are walked."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from articlekit import format_byline, format_dateline, sample_text
from articlekit import strategies as st

#: run with another clock: what `datetime` and `time` say is faked (who asks a date is caught by the architecture test)
READ = """
import datetime, json, sys, time

class Faked(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(float(sys.argv[1]), tz)
    @classmethod
    def today(cls):
        return cls.now()
    utcnow = today

datetime.datetime = Faked
time.time = lambda: float(sys.argv[1])
from articlekit import explain_html, explain_text, find_byline, find_dateline

for text in json.load(sys.stdin):
    byline, dateline = find_byline(text), find_dateline(text)
    times = (byline.value.published, byline.value.updated) if byline else ()
    explanation = (explain_html if text.startswith("<") else explain_text)(text)
    article = explanation.article.to_dict(), explanation.evidence, explanation.blocks, explanation.candidates
    print([time and time.isoformat() for time in times], dateline and str(dateline.value.date), article)
"""
#: a clock (1970 and 2100), a zone, and a seed of the order of sets
MACHINES = [("0", "Pacific/Kiritimati", "1"), ("4102444800", "America/Los_Angeles", "4711")]
PAGES = sorted((Path(__file__).parents[1] / "documents/html").glob("*.html"))
TIMES = ["today 5:00 am", "2 hours ago", "Monday", "Feb. 26", "5/6/14", "13/6/14", "4 April 17", "noon ET Jan. 2, 2024"]


def readings(texts: list[str]) -> list[str]:
    """What a fresh interpreter prints for *texts* on each machine."""
    root = Path(__file__).resolve().parents[2]
    return [
        subprocess.run(
            [sys.executable, "-c", READ, seconds],
            input=json.dumps(texts),
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": order, "PYTHONPATH": str(root / "src")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seconds, zone, order in MACHINES
    ]


@settings(max_examples=3, phases=[Phase.generate])
@given(some.lists(st.bylines().map(format_byline) | st.datelines().map(format_dateline), min_size=20, max_size=60))
def test_the_machine_has_no_say(texts: list[str]) -> None:
    relative = [f"By Ada Quill | {time}" for time in TIMES]
    pages = [page.read_text("utf-8") for page in PAGES]
    first, second = readings([*texts, *relative, sample_text(), *pages])

    assert first == second
    assert first
