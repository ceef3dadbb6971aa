"""An explanation as lines for a terminal: field, span, rule, and the text it came from."""

from collections.abc import Iterator

from articlekit.model import Explanation

__all__ = ["explanation_lines"]

_WIDEST = 72  # code points of source text shown on a line


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """
    One line per piece of evidence, in the order of the source, then the warnings.

    Parts of a field are indented below it; spans are half-open and count code points.

    >>> from articlekit import explain_text
    >>> for line in explanation_lines(explain_text("MOSCOW (AP) — Officials met on Friday.")):
    ...     print(line)
    dateline                          0-14      dateline.place-agency      MOSCOW (AP) —
      dateline.places[0].city         0-6       dateline.place-agency      MOSCOW
      dateline.agencies[0]            8-10      dateline.place-agency      AP
    body[0]                           14-38     body.paragraph             Officials met on Friday.
    """
    for item in explanation.evidence:
        indent = "  " if "." in item.path else ""
        span = f"{item.span.start}-{item.span.end}"
        text = " ".join(item.text.split())
        shown = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
        yield f"{indent + item.path:<32}  {span:<8}  {item.rule:<25}  {_printable(shown)}".rstrip()
    for warning in explanation.warnings:
        yield f"warning: {warning}"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)
