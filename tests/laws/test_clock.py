"""No value changes with the day on which it is read, nor with the zone of the machine."""

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
from articlekit import find_byline, find_dateline, parse_text

for text in json.load(sys.stdin):
    byline, dateline = find_byline(text), find_dateline(text)
    times = (byline.value.published, byline.value.updated) if byline else ()
    article = parse_text(text).to_dict()
    print([time and time.isoformat() for time in times], dateline and str(dateline.value.date), article)
"""
CLOCKS = [("0", "Pacific/Kiritimati"), ("4102444800", "America/Los_Angeles")]  # 1970 and 2100
TIMES = ["today 5:00 am", "2 hours ago", "Monday", "Feb. 26", "5/6/14", "13/6/14", "4 April 17", "noon ET Jan. 2, 2024"]


def readings(texts: list[str]) -> list[str]:
    """What a fresh interpreter prints for *texts* under each clock and zone."""
    root = Path(__file__).resolve().parents[2]
    return [
        subprocess.run(
            [sys.executable, "-c", READ, seconds],
            input=json.dumps(texts),
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(root / "src")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seconds, zone in CLOCKS
    ]


@settings(max_examples=3, phases=[Phase.generate])
@given(some.lists(st.bylines().map(format_byline) | st.datelines().map(format_dateline), min_size=20, max_size=60))
def test_the_clock_and_the_zone_of_the_machine_have_no_say(texts: list[str]) -> None:
    relative = [f"By Ada Quill | {time}" for time in TIMES]
    first, second = readings([*texts, *relative, sample_text()])

    assert first == second
    assert first
