r"""
Photo captions: what a picture shows, where and when, and whose it is.

    caption  = [marker] [counter] prose [credit] / credit [prose]
    marker   = "FILE - " / "FILE PHOTO: " / "(File)" / ...
    subject  = [title] name ["," age] ["," position ","] / name "(" position ")"
    list     = ("from left" / "L-R" / ...) ["," / ":" / "are"] subject *("," subject) ["and" subject]
    day      = ["," ] [weekday ","] month day "," year

Source: AP caption style as public style guides report it; captions of 1989-2026.
"""

from articlekit.forms.captions.caption_rules import RULES, caption_frame
from articlekit.forms.captions.find_caption import find_caption, parse_caption
from articlekit.forms.captions.format_caption import format_caption
from articlekit.forms.captions.frame import Frame
from articlekit.forms.captions.iptc import caption_to_iptc

__all__ = ["RULES", "Frame", "caption_frame", "caption_to_iptc", "find_caption", "format_caption", "parse_caption"]
