"""
All that is read from the examples and seen in them: whole articles, the evidence of every part, what every block
weighs, what was seen of candidates; and how values are written in each house's style.

    python tests/readings.py     writes it down in tests/readings/; a test says when it is out of date

The cases say what a careful reader takes from an example. This says how we came to it, so that a change that moves a
span, the name of a rule, an observation or a learned weight shows in the diff of its commit.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from articlekit import (
    CandidateReading,
    Explanation,
    Parsed,
    ParseError,
    WriteError,
    explain_html,
    explain_text,
    find_byline,
    find_caption,
    find_contributor_note,
    find_dateline,
    find_end_matter,
    find_photo_credit,
    format_byline,
    format_caption,
    format_contributor_note,
    format_dateline,
    format_dateline_newspaper,
    format_dateline_reuters,
    format_photo_credit,
    parse_byline,
    parse_caption,
    parse_contributor_note,
    parse_dateline,
    parse_end_matter,
    parse_photo_credit,
    sample_text,
)
from placed import placed
from seen import seen

__all__ = ["FILES", "READINGS"]

TESTS = Path(__file__).parent
READINGS = TESTS / "readings"

Find = Callable[[str], Parsed[Any] | None]
Parse = Callable[[str], object]
FORMS: dict[str, tuple[Find, Parse]] = {
    "datelines": (find_dateline, parse_dateline),
    "bylines": (find_byline, parse_byline),
    "notes": (find_contributor_note, parse_contributor_note),
    "captions": (find_caption, parse_caption),
    "credits": (find_photo_credit, parse_photo_credit),
    "end-matter": (find_end_matter, parse_end_matter),
}


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((TESTS / f"cases/{name}.json").read_text("utf-8"))
    return cases


def _forms() -> Iterator[str]:
    """How each form reads its examples, and what it says of texts that it must refuse."""
    for name, (find, parse) in FORMS.items():
        for case in _cases(name):
            yield f"# {name}: {case['label']}"
            yield from _found(find(case["text"]))
        for case in _cases("negative"):
            if case["form"] == name:
                yield f"# {name}: {case['label']}"
                yield from _refused(parse, case["text"])


def _found(found: Parsed[Any] | None) -> Iterator[str]:
    if found is not None:
        yield f"{found.rule} {found.span.start}-{found.span.end}"
        for part in found.evidence:
            yield f"    {part.path} {part.span.start}-{part.span.end} {part.rule}"


def _refused(parse: Parse, text: str) -> Iterator[str]:
    try:
        parse(text)
    except ParseError as error:
        yield f"{error.rule}: {error}"


FORMATS: dict[str, Sequence[Callable[[Any], str]]] = {
    "datelines": (format_dateline, format_dateline_reuters, format_dateline_newspaper),
    "bylines": (format_byline,),
    "notes": (format_contributor_note,),
    "captions": (format_caption,),
    "credits": (format_photo_credit,),
}


def _written() -> Iterator[str]:
    """How the value of each example is written in each style, or why not."""
    for name, styles in FORMATS.items():
        for case in _cases(name):
            found = FORMS[name][0](case["text"])
            if found is not None:
                yield f"# {name}: {case['label']}"
                yield from (_in_style(style, found.value) for style in styles)


def _in_style(style: Callable[[Any], str], value: object) -> str:
    try:
        return style(value)
    except WriteError as error:
        return f"    {error}"


def _pages() -> Iterator[str]:
    for case in _cases("pages"):
        yield f"# {case['label']}"
        if case["kind"] == "text":
            yield from _explained(explain_text(case["page"], url=case.get("url")))
        else:
            page = case["page"].encode(case.get("enc", "utf-8"), "xmlcharrefreplace")
            yield from _explained(explain_html(page, url=case.get("url")))


def _documents() -> Iterator[str]:
    yield "# sample"
    yield from _explained(explain_text(sample_text()))
    for path in sorted((TESTS / "documents").glob("*.txt")):
        yield f"# {path.stem}"
        yield from _explained(explain_text(path.read_bytes().decode("utf-8")))
    for path in sorted((TESTS / "documents/html").glob("*.html")):
        yield f"# {path.stem}"
        yield from _explained(explain_html(path.read_bytes(), url="https://example.org/news/bridge"))


def _explained(explanation: Explanation) -> Iterator[str]:
    yield json.dumps(explanation.article.to_dict(), ensure_ascii=False)
    for part in explanation.evidence:
        yield f"    {part.path} {part.span.start}-{part.span.end} {part.origin} {part.rule}"
    for block in explanation.blocks:
        yield f"  {block.role} {block.span.start}-{block.span.end} weighs {block.weight}"
    for line in explanation.candidates:
        fate = "chosen" if line.chosen else "not chosen"
        yield f"  {line.contest} {line.span.start}-{line.span.end} {fate}, weighs {line.weight}: {_names(line)}"


def _names(line: CandidateReading) -> str:
    return " ".join(sorted(name for name, _ in line.reasons))


FILES: dict[str, Callable[[], Iterator[str]]] = {
    "forms.txt": _forms,
    "written.txt": _written,
    "pages.txt": _pages,
    "documents.txt": _documents,
    "seen.txt": seen,
    "placed.txt": lambda: placed({name: find for name, (find, _) in FORMS.items()}, _explained),
}

if __name__ == "__main__":
    for name, lines in FILES.items():
        (READINGS / name).write_text("\n".join([*lines(), ""]), "utf-8")
