"""An explanation as one HTML page: the source with what each field took marked in it, the values beside it."""

from bisect import bisect_left
from collections.abc import Sequence
from html import escape
from typing import Any

from articlekit.model import Article, BlockReading, CandidateReading, Evidence, Explanation, Parsed
from articlekit.model.mapping import to_mapping
from articlekit.span import Span

__all__ = ["article_fragment", "explanation_page", "framed", "parsed_fragment", "shown"]

_MOST_REASONS = 6
_LONGEST_TITLE, _LONGEST_CELL = 90, 200  # code points
#: marks that turn or hide text, by the names that Unicode gives them; others are shown by their number
_CONTROLS = {"\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u200b": "ZWSP", "\u200d": "ZWJ", "\ufeff": "BOM"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def explanation_page(explanation: Explanation) -> str:
    """
    *explanation* as one page of HTML that needs nothing else and runs no script.

    >>> from articlekit import explain_text
    >>> page = explanation_page(explain_text("MOSCOW (AP) — Officials met on <Friday>."))
    >>> "<mark" in page, "&lt;Friday&gt;" in page, "<script" in page
    (True, True, False)
    """
    title = explanation.article.headline or "An article explained"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_plain(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body>{_explained(explanation)}</body></html>\n"
    )


def _explained(explanation: Explanation) -> str:
    """The body of the page: source and values."""
    marks = _Marks(explanation.evidence)
    source = "\n".join(_block(block, marks) for block in explanation.blocks)
    parts = [
        f"<h2>Values</h2>{_values(explanation.article, marks)}",
        _listed("Warnings", [shown(warning) for warning in explanation.warnings]),
        _listed("From metadata", [_claim(item) for item in marks.elsewhere(explanation.blocks)]),
        _contests(explanation.candidates),
        _listed("Belongs to no field", [shown(text) for text in explanation.leftover]),
    ]
    return f'<main aria-label="source">{source}</main>\n<aside aria-label="values">{"".join(parts)}</aside>'


def framed(page: str) -> str:
    """*page* in a frame of its own, as notebooks show it: its style touches nothing around it."""
    look = "width:100%;height:36rem;border:1px solid #8886"
    return f'<iframe srcdoc="{escape(page)}" style="{look}" title="explanation"></iframe>'


def article_fragment(article: Article) -> str:
    """
    The fields of *article* that hold something, as a table for notebooks.

    >>> article_fragment(Article(headline="Pier <reopens>"))
    '<table><tr><th>headline</th><td>Pier &lt;reopens&gt;</td></tr></table>'
    """
    fields = to_mapping(article)
    if "body" in fields:
        fields["body"] = [
            text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}…" for text in article.paragraphs
        ]
    return f"<table>{''.join(_field_row(name, value) for name, value in fields.items())}</table>"


def _field_row(name: str, value: object) -> str:
    return f"<tr><th>{shown(name)}</th><td>{_cells(value)}</td></tr>"


def _cells(value: object) -> str:
    if isinstance(value, list):
        return "<br>".join(map(_cells, value))
    if isinstance(value, dict):
        return ", ".join(f"<i>{shown(key)}</i> {_cells(item)}" for key, item in value.items() if key != "text")
    return shown(str(value))


def parsed_fragment(parsed: Parsed[Any]) -> str:
    """What a form has found, its parts marked in the text that was handed in, and the rule, for notebooks."""
    block = BlockReading(parsed.source, Span(0, len(parsed.source)), "", "", 0)
    whole = Evidence("value", parsed.span.of(parsed.source), parsed.span, parsed.rule)
    text = _marked(block, _Marks((whole, *parsed.evidence)))
    rows = "".join(
        f"<tr><th>{shown(item.path)}</th><td>{shown(item.text)}</td><td><code>{shown(item.rule)}</code></td></tr>"
        for item in parsed.evidence
    )
    return f"<p>{text} <code>{shown(parsed.rule)}</code></p><table>{rows}</table>"


def shown(text: str) -> str:
    """
    *text* as HTML shows it letter by letter: escaped, and marks that would turn or hide it told by name.

    >>> shown("a<b" + chr(0x202E))
    'a&lt;b<i class="control">U+202E</i>'
    """
    return "".join(map(_letter, escape(text)))


def _letter(letter: str) -> str:
    if letter in _CONTROLS or letter in _TURNING or _is_no_text(letter):
        return f'<i class="control">{_CONTROLS.get(letter, f"U+{ord(letter):04X}")}</i>'
    return letter


def _is_no_text(letter: str) -> bool:
    """Whether a code point is a control other than blanks, or half of a surrogate pair."""
    return (letter < " " and letter not in "\n\t") or "\x7f" <= letter < "\xa0" or "\ud800" <= letter <= "\udfff"


def _plain(text: str) -> str:
    """*text* as the title of a page: one line, escaped, cut, without what would turn or hide it."""
    line = " ".join("".join(c for c in text if c.isprintable()).split())
    return escape(line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…")


# --------------------------------------------------------------------------- source


class _Marks:
    """The pieces of evidence, each with a number that links lead to."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._numbers = {id(item): number for number, item in enumerate(evidence)}
        self._by_origin: dict[str, list[Evidence]] = {}
        for item in evidence:
            self._by_origin.setdefault(item.origin, []).append(item)
        for items in self._by_origin.values():
            items.sort(key=lambda item: (item.span.start, -item.span.end, "." in item.path))
        self._starts = {origin: [item.span.start for item in items] for origin, items in self._by_origin.items()}
        self._first: dict[str, int] = {}
        for number, item in enumerate(evidence):
            self._first.setdefault(item.path, number)

    def number(self, item: Evidence) -> int:
        """The number of a piece of evidence."""
        return self._numbers[id(item)]

    def of_path(self, path: str) -> int | None:
        """The number of the first piece of evidence for *path*, None where there is none."""
        return self._first.get(path)

    def inside(self, block: BlockReading) -> list[Evidence]:
        """The evidence that stands in a block, that around other first."""
        starts = self._starts.get(block.origin, [])
        first, last = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        near = self._by_origin.get(block.origin, [])[first:last]
        return [item for item in near if item.span.end <= block.span.end and len(item.span)]

    def elsewhere(self, blocks: Sequence[BlockReading]) -> list[Evidence]:
        """The evidence that stands in no block: what metadata claim."""
        inside = {id(item) for block in blocks for item in self.inside(block)}
        return [item for items in self._by_origin.values() for item in items if id(item) not in inside]


def _block(block: BlockReading, marks: _Marks) -> str:
    """A block of the source: its role, its text with marks, and why it was taken for what it is."""
    likely = round(100 * block.likelihood)
    reasons = "".join(f"<li>{shown(name)} <b>{weight:+d}</b></li>" for name, weight in block.reasons[:_MOST_REASONS])
    origin = f"<code>{shown(block.origin)}</code> " if block.origin else ""
    return (
        f'<section class="{escape(_field(block.role))}"><details><summary><span class="role">{shown(block.role)}</span>'
        f' <span class="likely">story {likely}%</span></summary>'
        f"<p>{origin}{block.span.start}–{block.span.end}</p><ul>{reasons}</ul></details>"
        f'<p dir="auto">{_marked(block, marks)}</p></section>'
    )


def _marked(block: BlockReading, marks: _Marks) -> str:
    """The text of a block with its marks; of those that cross, the later ends with the other."""
    pieces: list[str] = []
    ends: list[int] = []  # of the marks that are open, the innermost last
    at = block.span.start

    def write(to: int) -> int:
        pieces.append(shown(block.text[at - block.span.start : to - block.span.start]))
        return to

    for item in marks.inside(block):
        while ends and ends[-1] <= item.span.start:
            at = write(ends.pop())
            pieces.append("</mark>")
        at = write(item.span.start)
        end = min(item.span.end, ends[-1]) if ends else item.span.end
        if end > item.span.start:
            pieces.append(_opening(item, marks))
            ends.append(end)
    while ends:
        at = write(ends.pop())
        pieces.append("</mark>")
    write(block.span.end)
    return "".join(pieces)


def _opening(item: Evidence, marks: _Marks) -> str:
    title = escape(f"{item.path} · {item.rule}", quote=True)
    return f'<mark id="e{marks.number(item)}" class="{escape(_field(item.path))}" title="{title}" tabindex="0">'


def _field(path: str) -> str:
    """The field of an article that a path begins with: ``photos`` of ``photos[0].caption``."""
    return path.partition(".")[0].partition("[")[0]


# --------------------------------------------------------------------------- values


def _values(article: Article, marks: _Marks) -> str:
    """The fields of the article that hold something, as a list of lists, each leading to its first mark."""
    fields = {name: value for name, value in to_mapping(article).items() if name not in ("leftover", "warnings")}
    return f"<dl>{''.join(_value(name, value, name, marks) for name, value in fields.items())}</dl>"


def _value(name: str, value: object, path: str, marks: _Marks) -> str:
    number = marks.of_path(path)
    label = shown(name) if number is None else f'<a href="#e{number}">{shown(name)}</a>'
    return f'<div class="{escape(_field(path))}"><dt>{label}</dt><dd>{_told(value, path, marks)}</dd></div>'


def _told(value: object, path: str, marks: _Marks) -> str:
    if isinstance(value, dict):
        return f"<dl>{''.join(_value(key, item, f'{path}.{key}', marks) for key, item in value.items())}</dl>"
    if isinstance(value, list):
        items = "".join(_value(str(i), item, f"{path}[{i}]", marks) for i, item in enumerate(value))
        return f"<dl>{items}</dl>"
    return f'<span dir="auto">{shown(str(value))}</span>'


def _claim(item: Evidence) -> str:
    return (
        f"<b>{shown(item.path)}</b> <span dir='auto'>{shown(item.text)}</span> "
        f"<small>{shown(item.rule)} <code>{shown(item.origin)}</code></small>"
    )


def _listed(title: str, items: Sequence[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<details><summary>{title} ({len(items)})</summary><ul>{rows}</ul></details>" if items else ""


def _contests(candidates: Sequence[CandidateReading]) -> str:
    """Who contended for headline and byline, and what weighed most for and against each."""
    return _listed("Contests", list(map(_candidate, candidates)))


def _candidate(one: CandidateReading) -> str:
    reasons = ", ".join(f"{shown(name)} {weight:+d}" for name, weight in one.reasons[:_MOST_REASONS])
    outcome = "chosen" if one.chosen else "lost"
    return (
        f"<b>{shown(one.contest)}, {outcome}, {one.weight:+d}</b> <span dir='auto'>{shown(one.text)}</span> "
        f"<small>{reasons}</small>"
    )


_HUES = {
    "headline": 210,
    "deck": 190,
    "byline": 130,
    "dateline": 30,
    "published": 55,
    "modified": 70,
    "photos": 285,
    "notes": 330,
    "print_headline": 225,
}
_STYLE = (
    ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}"
    "body{margin:0;display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr)}"
    "main,aside{padding:1rem;min-width:0;overflow-wrap:anywhere}"
    "aside{border-left:1px solid #8886;font-size:.9rem}"
    "@media(max-width:50rem){body{grid-template-columns:minmax(0,1fr)}aside{border-left:0;border-top:1px solid #8886}}"
    "section{--s:0%;border-left:.3rem solid hsl(var(--h,0) var(--s) 55%);padding:0 .6rem;margin:.4rem 0}"
    "section>p{margin:.2rem 0;white-space:pre-wrap}section>details{font-size:.75rem;opacity:.8}"
    "summary{cursor:pointer}.role{font-weight:600}.leftover{opacity:.75}"
    "mark{--s:70%;color:inherit;background:hsl(var(--h,0) var(--s) 50%/.22);border-radius:.2rem}"
    "mark mark{outline:1px solid hsl(var(--h,0) var(--s) 45%/.7)}mark.leftover,mark.body{background:none}"
    ":target,mark:focus{outline:.15rem solid #f80;outline-offset:.1rem}"
    "dl{margin:0}dl dl{padding-left:.8rem}dt{float:left;margin-right:.5rem;font-weight:600}"
    "dd{margin:0}dd dl{clear:left}"
    "dd::after{content:'';display:block;clear:left}code{font-size:.85em}ul{padding-left:1.2rem}"
    ".control{font:700 .7em monospace;border:1px solid;border-radius:.2rem;padding:0 .15rem;margin:0 .1rem}"
    + "".join(f".{name}{{--h:{hue};--s:70%}}" for name, hue in _HUES.items())
)
