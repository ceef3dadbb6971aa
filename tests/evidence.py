"""What is wrong with the evidence of an answer, in words; nothing is."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

import attrs

from articlekit import Article, Dateline, EndMatter, Evidence, Explanation, Parsed, PartialDate, PhotoCredit

__all__ = ["faults_of_explanation", "faults_of_parsed"]

_STEP = re.compile(r"\.?(\w+)|\[(\d+)\]")
#: fields that no text of the source is in
_NOT_FROM_TEXT = ("url", "warnings")
_TIMES = ("published", "modified")
#: fields that are said of a person, or make up a name; and what a caption or credit says beside names
_SAID_OF_OTHERS = {
    *("credentials", "email", "family", "given", "handle", "honorific", "location", "organization", "position"),
    *("file", "flags", "kind", "role", "suffix", "text", "text_only", "title"),
}


def value_at(value: Any, path: str) -> Any:
    """The part of *value* that *path* names."""
    for step in _STEP.finditer(path):
        value = getattr(value, step[1]) if step[1] else value[int(step[2])]
    return value


def _faults_of_path(value: Any, path: str) -> Iterator[str]:
    try:
        part = value_at(value, path)
    except (AttributeError, IndexError, TypeError):
        yield f"{path} is not in the value"
        return
    if part in (None, (), ""):
        yield f"nothing is at {path}"


def faults_of_parsed(found: Parsed[Any], text: str) -> Iterator[str]:
    """What is wrong with a form that was found in *text*."""
    yield from _faults_of_span(found, text)
    for part in found.evidence:
        if part.span not in found.span or part.span.start == part.span.end:
            yield f"{part} is not in {found.span}"
        if part.span.of(text) != part.text:
            yield f"{part} is {part.span.of(text)!r}"
        yield from _faults_of_path(found.value, part.path)
    paths = {part.path for part in found.evidence}
    for path in _named(found.value):
        if not any(own == path or own.startswith(f"{path}.") or path.startswith(f"{own}.") for own in paths):
            yield f"no evidence of {path}"


def _faults_of_span(found: Parsed[Any], text: str) -> Iterator[str]:
    whole = found.span.of(text)
    if not 0 <= found.span.start < found.span.end <= len(text):
        yield f"{found.span} is not in the text"
    if whole != whole.strip() and not isinstance(found.value, Dateline):
        yield f"blanks at the ends of {whole!r}"
    if isinstance(found.value, EndMatter):
        whole = " ".join(whole.split())
    if not (found.value.text in whole if isinstance(found.value, PhotoCredit) else found.value.text == whole):
        yield f"{found.value.text!r} is not {whole!r}"


def _named(value: Any, path: str = "") -> Iterator[str]:
    """The paths of the people, organisations, places and times of *value*."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _named(item, f"{path}[{number}]")
    elif isinstance(value, PartialDate) or not attrs.has(type(value)):
        if value is not None:
            yield path
    else:
        for field in attrs.fields(type(value)):
            if field.name not in _SAID_OF_OTHERS:
                yield from _named(getattr(value, field.name), f"{path}.{field.name}".removeprefix("."))


def faults_of_explanation(explanation: Explanation, text: str | None = None) -> Iterator[str]:
    """What is wrong with an explanation; *text* is the source where it is plain text."""
    article, evidence = explanation.article, explanation.evidence
    tops = [item for item in evidence if "." not in item.path]
    for item in evidence:
        if len(item.text) != len(item.span) or (text is not None and item.span.of(text) != item.text):
            yield f"{item} is not what stands there"
        yield from _faults_of_path(article, item.path)
        if "." in item.path and not any(_holds(top, item) for top in tops):
            yield f"{item} lies in no whole"
    yield from _fields_without_evidence(article, {item.path for item in evidence})
    yield from _overlaps(tops)
    if text is not None:
        yield from _lost(tops, text)


def _holds(top: Evidence, part: Evidence) -> bool:
    return top.path == part.path.split(".")[0] and top.origin == part.origin and part.span in top.span


def _fields_without_evidence(article: Article, paths: set[str]) -> Iterator[str]:
    for field in attrs.fields(Article):
        value = getattr(article, field.name)
        if field.name in _NOT_FROM_TEXT or value in (None, ()):
            continue
        if isinstance(value, tuple) and field.name not in paths:
            yield from (
                f"no evidence of {name}" for i in range(len(value)) if (name := f"{field.name}[{i}]") not in paths
            )
        elif field.name not in paths and not any(path.startswith(f"{field.name}.") for path in paths):
            yield f"no evidence of {field.name}"


def _overlaps(tops: list[Evidence]) -> Iterator[str]:
    """Where two fields hold the same letters: both times may be told by one line, and be in a byline."""
    shown = sorted((t for t in tops if "@" not in t.origin and "#" not in t.origin), key=lambda t: (t.origin, t.span))
    bylines = [top for top in shown if top.path == "byline"]
    own = [
        t for t in shown if t.path not in _TIMES or not any(b.origin == t.origin and t.span in b.span for b in bylines)
    ]
    for before, after in itertools.pairwise(own):
        both_times = {before.path, after.path} <= set(_TIMES)
        if before.origin == after.origin and before.span.end > after.span.start and not both_times:
            yield f"{before} and {after} overlap"


def _lost(tops: list[Evidence], text: str) -> Iterator[str]:
    held = bytearray(len(text))
    for top in tops:
        held[top.span.start : top.span.end] = b"\1" * len(top.span)
    lost = "".join(c for c, is_held in zip(text, held, strict=True) if not is_held and not c.isspace())
    if lost:
        yield f"lost: {lost!r:.80}"
