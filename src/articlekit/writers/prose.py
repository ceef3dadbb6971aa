"""An article for people to read: as Markdown with its links, lists and tables, or as plain text."""

import re
from collections.abc import Iterator, Sequence

from articlekit.model import Article, Block, BlockKind, Emphasis, EmphasisKind, LineBreak, Link, Photo, Table
from articlekit.writers.rows import check_article

__all__ = ["to_markdown", "to_text"]

_INDENT = 4  # blanks for each list that an item is nested in
_WIDEST_HEADING = 6
#: what Markdown would take for marks of its own, https://spec.commonmark.org/0.31.2/#backslash-escapes
_SPECIAL = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w{1,31};)")
#: and what it would at the head of a line
_AT_HEAD = re.compile(r"(?=[#+=~-]|[0-9]{1,9}[.)](?:\s|$))")
_CLOSING = re.compile(r"(?<![\\#])#{1,999}$")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])")
_IN_ADDRESS = re.compile(r"[\s<>()\\]")


def to_text(article: Article) -> str:
    """
    *article* as plain text: headline, deck, byline, body with dateline, captions and notes, parted by blank lines.

    >>> from articlekit.model import Block
    >>> print(to_text(Article(headline="Bridge reopens", body=(Block("It took a year."),))))
    Bridge reopens
    <BLANKLINE>
    It took a year.
    """
    check_article(article)
    byline = article.byline.text if article.byline else None
    captions = (_caption(photo) for photo in article.photos)
    notes = (note.text for note in article.notes)
    parts = (article.headline, article.deck, byline, article.text, *captions, *notes)
    return "\n\n".join(part for part in parts if part)


def to_markdown(article: Article) -> str:
    r"""
    *article* as CommonMark, with tables as GitHub writes them; the headline is its first heading.

    What an article says is escaped where Markdown would read marks into it.

    >>> from articlekit.model import Block
    >>> from articlekit.span import Span
    >>> block = Block("The pier is 2*3 feet long.", marks=(Link(Span(4, 8), url="/pier"),))
    >>> print(to_markdown(Article(headline="Pier reopens", body=(block,))))
    # Pier reopens
    <BLANKLINE>
    The [pier](/pier) is 2\*3 feet long.
    <BLANKLINE>
    """
    check_article(article)
    parts = [f"# {_titled(_line(article.headline))}"] if article.headline else []
    parts += [f"**{_line(article.deck)}**"] if article.deck else []
    parts += [_line(article.byline.text)] if article.byline and article.byline.text else []
    parts += _body(article)
    parts += [_photo(photo) for photo in article.photos]
    if article.notes:
        parts.append("---")
        parts += [_line(note.text) for note in article.notes if note.text]
    return "\n\n".join(parts) + "\n" if parts else ""


def _body(article: Article) -> Iterator[str]:
    """Each block, items that follow each other as one list; the dateline in front of the first paragraph."""
    dateline = _escaped(article.dateline.text) if article.dateline else ""
    items: list[str] = []
    for block in article.body:
        if items and block.kind is not BlockKind.LIST_ITEM:
            yield "\n".join(items)
            items = []
        if isinstance(block, Table):
            yield _table(block)
        elif block.kind is BlockKind.LIST_ITEM:
            items.append(_item(block))
        elif block.kind is BlockKind.PARAGRAPH:
            yield dateline + _marked(block) if dateline else _headed(_marked(block))
            dateline = ""
        else:
            yield _HEADS[block.kind](block)
    if items:
        yield "\n".join(items)
    if dateline:
        yield dateline.rstrip()


def _heading(block: Block) -> str:
    return f"{'#' * min(block.level or 2, _WIDEST_HEADING)} {_titled(_marked(block).replace(_BREAK, ' '))}"


def _titled(text: str) -> str:
    """*text* of a heading, whose last ``#`` would be left out."""
    return _CLOSING.sub(r"\\\g<0>", text)


def _quote(block: Block) -> str:
    return "> " + _headed(_marked(block)).replace("\n", "\n> ")


_HEADS = {BlockKind.HEADING: _heading, BlockKind.QUOTE: _quote}


def _item(block: Block) -> str:
    indent = " " * _INDENT * ((block.level or 1) - 1)
    mark = "-" if block.number is None or block.number < 0 else f"{block.number}."
    return f"{indent}{mark} {_headed(_marked(block)).replace(chr(10), f'{chr(10)}{indent}  ')}"


def _table(table: Table) -> str:
    """A table of GitHub's, which has a header: where there is none, an empty one."""
    width = max(map(len, (table.header, *table.rows)), default=0)
    rows = [_row(table.header, width), f"|{' --- |' * width}", *(_row(row, width) for row in table.rows)]
    return "\n".join(rows)


def _row(cells: Sequence[str], width: int) -> str:
    filled = map(_cell, [*cells, *[""] * (width - len(cells))])
    return f"| {' | '.join(filled)} |"


def _cell(text: str) -> str:
    return _escaped(" ".join(text.split())).replace("|", "\\|")


def _photo(photo: Photo) -> str:
    caption = _caption(photo)
    return f"![{_escaped(caption)}]({_address(photo.url)})" if photo.url else f"*{_escaped(caption).strip()}*"


def _caption(photo: Photo) -> str:
    return " ".join((photo.caption.text or photo.caption.text_only).split())


# --------------------------------------------------------------------------- text and its marks

_BREAK = "\\\n"


def _marked(block: Block) -> str:
    """The text of a block, escaped, with its links, emphasis and line breaks."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    breaks = {mark.span.start for mark in block.marks if isinstance(mark, LineBreak)}
    inner: list[int] = []  # the ends of marks that are open, the innermost last
    for mark in block.marks:
        while inner and inner[-1] <= mark.span.start:
            inner.pop()
        if isinstance(mark, LineBreak) or (inner and mark.span.end > inner[-1]) or _is_blank(block, mark):
            continue  # marks that cross are none that Markdown knows
        inner.append(mark.span.end)
        before, behind = _around(mark)
        opens.setdefault(mark.span.start, []).append(before)
        closes.setdefault(mark.span.end, []).insert(0, behind)
    at = sorted({0, len(block.text), *opens, *closes, *breaks, *(place + 1 for place in breaks)})
    pieces = []
    for start, end in zip(at, [*at[1:], len(block.text)], strict=True):
        pieces += closes.get(start, [])
        pieces += opens.get(start, [])
        pieces.append(_BREAK if start in breaks else _escaped(block.text[start:end]))
    return "".join(pieces)


def _is_blank(block: Block, mark: Link | Emphasis) -> bool:
    """Whether a mark begins or ends in a blank, which closes no emphasis."""
    text = mark.span.of(block.text)
    return text != text.strip()


def _around(mark: Link | Emphasis) -> tuple[str, str]:
    if isinstance(mark, Link):
        return "[", f"]({_address(mark.url)})"
    sign = "**" if mark.kind is EmphasisKind.STRONG else "*"
    return sign, sign


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def _headed(text: str) -> str:
    """*text* with its first mark escaped where it would begin a heading, a list or a rule."""
    if not _AT_HEAD.match(text):
        return text
    number = _NUMBERED.match(text)
    return f"{number[1]}\\{text[number.end(1) :]}" if number else f"\\{text}"


def _line(text: str) -> str:
    return _headed(_escaped(" ".join(text.split())))


def _address(url: str) -> str:
    """An address as a link holds it: what would end it, as URLs write it."""
    return _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url)
