r"""
Bylines: who a story says it is by.

    byline    = [label] unit *(mark unit) *(mark time)
    unit      = person [qualifier] / organisation / collective
    qualifier = ["," / "|" / "-" / newline] ([organisation] role / role [organisation] / organisation / "in" place)
    label     = "By" / "Von" / "Por" / "Photography by" / ...
    mark      = "," / ";" / "and" / "&" / "|" / "/" / "·" / "-"

People are people, organisations organisations: ``The Associated Press``, ``Staff`` and ``Senior
Reporter`` are never authors. An affiliation behind a group of names is everybody's, a role in the
singular the last one's, in the plural everybody's.

Source: AP Stylebook, entry "bylines", as public style guides report it; bylines of 1987-2026.
"""

from articlekit.forms.bylines.byline_rules import RULES
from articlekit.forms.bylines.find_byline import find_byline, parse_byline
from articlekit.forms.bylines.format_byline import format_byline

__all__ = ["RULES", "find_byline", "format_byline", "parse_byline"]
