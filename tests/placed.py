"""
Each example of a form where it stands on a page: what the page reads it as, in a text and in HTML.

Most are read as they are alone. A change of anything else that is seen of a page changes the sum behind it.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from articlekit import Article, Explanation, explain_html, explain_text

__all__ = ["placed"]

CASES = Path(__file__).parent / "cases"
TITLE = "Harbor bridge reopens after flood"
STORY = (
    "The bridge over the harbor reopened on Friday, two years after the flood that took it, its keeper said.",
    "“We waited for this,” said Ida Holm, who crosses it each day to sell fish at the market in the old town.",
    "The work took twice as long as planned and cost three times as much, a report of the council found last month.",
)
PICTURE = "The bridge over the harbor on Friday."


def _text(*above: str, below: str = "") -> str:
    return "\n\n".join((f"{TITLE}\n{above[0]}", *above[1:], *STORY, below))


def _html(above: str, *, lead: str = "", below: str = "") -> str:
    return f"<h1>{TITLE}</h1>{above}<p>{lead}{STORY[0]}<p>{STORY[1]}<p>{STORY[2]}{below}"


def _figure(caption: str, credit: str = "") -> str:
    return f"<figure><img src=a.jpg><figcaption>{caption}</figcaption>{credit}</figure>"


def _told(values: Iterable[object]) -> object:
    return next(iter(values), None)


Find = Callable[[str], object]
Put = Callable[[str], str]
#: for each form where it stands in a text and in HTML, and what an article says that it is
PLACES: dict[str, tuple[Put, Put, Callable[[Article], object]]] = {
    "bylines": (
        _text,
        lambda t: _html(f"<div class=byline>{escape(t)}</div>"),
        lambda a: a.byline,
    ),
    "datelines": (
        lambda t: _text("By Ada Quill").replace(STORY[0], t + STORY[0]),
        lambda t: _html("<p>By Ada Quill", lead=escape(t)),
        lambda a: a.dateline,
    ),
    "notes": (
        lambda t: _text("By Ada Quill", below=t),
        lambda t: _html("", below=f"<p><i>{escape(t)}</i>"),
        lambda a: _told(a.notes),
    ),
    "captions": (
        lambda t: _text("By Ada Quill", t),
        lambda t: _html(_figure(escape(t))),
        lambda a: _told(photo.caption for photo in a.photos),
    ),
    "credits": (
        lambda t: _text("By Ada Quill", f"{PICTURE} {t}"),
        lambda t: _html(_figure(PICTURE, f"<span class=credit>{escape(t)}</span>")),
        lambda a: _told(photo.caption.credit for photo in a.photos),
    ),
    "end-matter": (
        lambda t: _text("By Ada Quill", below=t),
        lambda t: _html("", below=f"<p>{escape(t)}"),
        lambda a: _told(a.notes),
    ),
}


def placed(finders: Mapping[str, Find], explained: Callable[[Explanation], Iterator[str]]) -> Iterator[str]:
    """What the examples of each form are read as on a page, and a sum of what is *explained* of the page."""
    for form, (in_text, in_html, told) in PLACES.items():
        for case in json.loads((CASES / f"{form}.json").read_text("utf-8")):
            text = case["text"].replace("\0", "")
            alone = getattr(finders[form](text), "value", None)
            yield f"# {form}: {case['label']}"
            for kind, page in (
                ("text", explain_text(in_text(text))),
                ("html", explain_html(in_html(text))),
            ):
                value = told(page.article)
                read = "as alone" if value == alone else "nothing" if value is None else _differently(value)
                yield f"    {kind} {zlib.crc32(chr(10).join(explained(page)).encode()):08x} {read}"


def _differently(value: object) -> str:
    return f"another: {getattr(value, 'text', value)!r}"
