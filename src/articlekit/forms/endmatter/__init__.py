r"""
End matter: lines around a story that belong to it and not to its body.

    correction, editor's note, copyright line, appeal or disclosure, disclaimer, bio, call to follow, furniture

What a line is, is weighed by the kinds of words it holds: what it speaks of (this story, an earlier version, us), what
it does (corrects, updates, asks to give, credits, disclaims, licenses), how it opens, and whether it says who somebody
is. A line that holds none of these is a line of the story.

>>> classify_end_matter("Correction: The bridge has two lanes, not three.").kind.value
'correction'
>>> classify_end_matter("Ada Quill is a senior reporter at the Harbor Ledger.").kind.value
'bio'
>>> classify_end_matter("The bridge has two lanes.") is None
True

Source: news pages of 1989-2026, in the languages of the tables.
"""

from articlekit.forms.endmatter.end_matter_rules import RULES
from articlekit.forms.endmatter.find_end_matter import classify_end_matter, find_end_matter, parse_end_matter

__all__ = ["RULES", "classify_end_matter", "find_end_matter", "parse_end_matter"]
