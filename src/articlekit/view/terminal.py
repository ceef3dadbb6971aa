"""An explanation as lines for a terminal: field, span, rule, and the text it came from."""

import re
from collections.abc import Iterator

from articlekit.model import Explanation

__all__ = ["coloured_lines", "explanation_lines"]

_WIDEST = 72  # code points of source text shown on a line


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """
    One line per piece of evidence, in the order of the source, then the warnings.

    Parts of a field are indented below it; spans are half-open and count code points. Of a page each element that
    something came from has a line above, since spans count in its text.

    >>> from articlekit import explain_text
    >>> for line in explanation_lines(explain_text("MOSCOW (AP) — Officials met on Friday.")):
    ...     print(line)
    dateline                          0-14      dateline.place-agency      MOSCOW (AP) —
      dateline.places[0].city         0-6       dateline.place-agency      MOSCOW
      dateline.agencies[0]            8-10      dateline.place-agency      AP
    body[0]                           14-38     body.paragraph             Officials met on Friday.
    """
    origin = ""
    for item in explanation.evidence:
        if item.origin != origin:
            origin = item.origin
            yield _printable(origin)
        indent = "  " if "." in item.path else ""
        span = f"{item.span.start}-{item.span.end}"
        text = " ".join(item.text.split())
        shown = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
        yield f"{indent + item.path:<32}  {span:<8}  {item.rule:<25}  {_printable(shown)}".rstrip()
    for warning in explanation.warnings:
        yield f"warning: {warning}"


def coloured_lines(explanation: Explanation) -> Iterator[str]:
    r"""
    The lines of `explanation_lines`, each field in a colour of its own, for a terminal that shows them.

    >>> from articlekit import explain_text
    >>> next(coloured_lines(explain_text("MOSCOW (AP) — Officials met on Friday."))).startswith("\x1b[33mdateline")
    True
    """
    for line in explanation_lines(explanation):
        field = _FIELD.match(line)
        colour = _COLOURS.get(field[1], _PLAIN) if field else _PLAIN
        yield f"\x1b[{colour}m{line}\x1b[0m"


_FIELD = re.compile(r"\s*([a-z_]+)")
#: https://en.wikipedia.org/wiki/ANSI_escape_code#Colors
_COLOURS = {
    "headline": 94,
    "deck": 36,
    "byline": 32,
    "dateline": 33,
    "published": 93,
    "modified": 93,
    "photos": 35,
    "notes": 95,
    "leftover": 90,
    "warning": 31,
}
_PLAIN = 39


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)
