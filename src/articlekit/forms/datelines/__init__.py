r"""
Datelines: where, by whom and when a story was filed.

    dateline = [opening] places ["," day] [credit] ["," day] dash
             / [day] credit dash [places ["," day] dash]
    places   = place *(("/" / "and" / "&") place)
    place    = NAME *("," qualifier) / NAME "(" country ")"
    credit   = "(" agency *("/" agency) [" - " day] ")" / "/" agency "/" [day "/"] / "," agency
    dash     = "--" / "—" / "–" / "-" / "_" / ":" / "." / newline / nothing

What makes it a dateline is evidence inside it: a known agency, a day, a known region or country,
or a known city. What follows has no say, so that ``IBM -- the company`` is refused for what it is.

Source: AP Stylebook, entry "datelines", as public style guides report it; wire copy of 1961-2026.
"""

from articlekit.forms.datelines.dateline_rules import RULES
from articlekit.forms.datelines.find_dateline import find_dateline, parse_dateline
from articlekit.forms.datelines.format_dateline import (
    format_dateline,
    format_dateline_newspaper,
    format_dateline_reuters,
)

__all__ = [
    "RULES",
    "find_dateline",
    "format_dateline",
    "format_dateline_newspaper",
    "format_dateline_reuters",
    "parse_dateline",
]
