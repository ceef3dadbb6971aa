r"""
Contributor notes: who did the work beyond the byline.

    note    = [open] clause *((";" / "." / ",") clause) [close]
    clause  = lead list                       ; "Reporting by A in X and B; editing by C"
            / list verb ["from" place] *(mark name "from" place)    ; "A and B contributed to this report"
            / passive list *(";" ["and"] "by" list)                 ; "Information ... was contributed by A of B"
    list    = item *(("," / "and" / "&") item)
    item    = [organisation "'s" / [organisation] role] name ["of" organisation] [("in" / "from" / "at") place]
            / organisation

A place or organisation that closes a run of names belongs to every name of the run that has none.

Source: AP, Reuters, New York Times, CNN and Democrat-Gazette practice, 1987-2026.
"""

from articlekit.forms.notes.find_note import find_contributor_note, parse_contributor_note
from articlekit.forms.notes.format_note import format_contributor_note
from articlekit.forms.notes.note_rules import RULES

__all__ = ["RULES", "find_contributor_note", "format_contributor_note", "parse_contributor_note"]
