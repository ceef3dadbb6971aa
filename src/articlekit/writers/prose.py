"""An article for people to read: as Markdown with its links, lists and tables, or as plain text."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.model import Article, Block, BlockKind, Emphasis, EmphasisKind, LineBreak, Link, Photo, Table
from articlekit.span import Span
from articlekit.writers.rows import check_article

__all__ = ["to_markdown", "to_text"]

_WIDEST_HEADING = 6
#: what Markdown would take for marks of its own, https://spec.commonmark.org/0.31.2/#backslash-escapes
_SPECIAL = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w{1,31};)")
#: and what it would at the head of a line
_AT_HEAD = re.compile(r"(?=[#+=~-]|[0-9]{1,9}[.)](?:\s|$))")
_CLOSING = re.compile(r"(?<![\\#])#{1,999}$")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])")
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
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
    items: list[Block] = []
    for block in article.body:
        if items and block.kind is not BlockKind.LIST_ITEM:
            yield _list(items)
            items = []
        if isinstance(block, Table):
            yield _table(block)
        elif block.kind is BlockKind.LIST_ITEM:
            items.append(block)
        elif block.kind is BlockKind.PARAGRAPH:
            yield dateline + _marked(block) if dateline else _headed(_marked(block))
            dateline = ""
        else:
            yield _HEADS[block.kind](block)
    if items:
        yield _list(items)
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


def _list(items: Sequence[Block]) -> str:
    """Items that follow each other as one list, those that are nested below the words of the item around them."""
    lines = []
    around: list[tuple[int, int]] = []  # how deep the items around one are nested, and how wide their marks are
    for block in items:
        level = block.level or 1
        while around and around[-1][0] >= level:
            around.pop()
        indent = " " * sum(width for _, width in around)
        mark = "-" if block.number is None or block.number < 0 else f"{block.number}."
        if around and mark not in ("-", "1."):
            lines.append("")  # only these two begin a list right below other words
        around.append((level, len(mark) + 1))
        text = _headed(_marked(block)).replace("\n", f"\n{indent}{' ' * (len(mark) + 1)}")
        lines.append(f"{indent}{mark} {text}")
    return "\n".join(lines)


def _table(table: Table) -> str:
    """A table of GitHub's, which has a header: where there is none, an empty one."""
    width = max(map(len, (table.header, *table.rows)), default=0)
    header, *rows = _cells(table) if table.header else [[], *_cells(table)]
    return "\n".join([_row(header, width), f"|{' --- |' * width}", *(_row(row, width) for row in rows)])


def _cells(table: Table) -> list[list[str]]:
    """The cells of each row that has any, the header first, with what is marked in them."""
    rows: list[list[str]] = []
    marks, at = deque(table.marks), 0
    for row in filter(None, (table.header, *table.rows)):
        rows.append([])
        for text in row:
            own: list[Link | Emphasis] = []
            while marks and marks[0].span.start < at + len(text):
                mark = marks.popleft()
                start, end = max(mark.span.start - at, 0), min(mark.span.end - at, len(text))
                own += [evolve(mark, span=Span(start, end))] if start < end else []
            rows[-1].append(_cell(Block(text, marks=tuple(own))))
            at += len(text) + 1
    return rows


def _row(cells: Sequence[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"


def _cell(block: Block) -> str:
    return " ".join(_marked(block).replace(_BREAK, " ").split()).replace("|", "\\|")


def _photo(photo: Photo) -> str:
    caption = _caption(photo)
    return f"![{_escaped(caption)}]({_address(photo.url)})" if photo.url else f"*{_escaped(caption).strip()}*"


def _caption(photo: Photo) -> str:
    return " ".join((photo.caption.text or photo.caption.text_only).split())


# --------------------------------------------------------------------------- text and its marks

_BREAK = "\\\n"


def _marked(block: Block) -> str:
    """The text of a block, escaped, with its links, emphasis and line breaks."""
    opens, closes = _signs(block)
    breaks = {mark.span.start for mark in block.marks if isinstance(mark, LineBreak)}
    at = sorted({0, len(block.text), *opens, *closes, *breaks, *(place + 1 for place in breaks)})
    pieces = []
    for start, end in zip(at, [*at[1:], len(block.text)], strict=True):
        pieces += closes.get(start, [])
        pieces += opens.get(start, [])
        piece = _BREAK if start in breaks else _escaped(block.text[start:end])
        image = piece.endswith("!") and "[" in opens.get(end, ())
        pieces.append(f"{piece[:-1]}\\!" if image else piece)
    first, *others = "".join(pieces).split(_BREAK)
    return _BREAK.join([first, *map(_headed, others)])


def _signs(block: Block) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """What opens and what closes the marks of a block, by place; those that Markdown could not read are left out."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    inner: list[tuple[int, str]] = []  # the ends of the marks that are open and what opens them, the innermost last
    for mark in block.marks:
        start, end = mark.span.start, mark.span.end
        while inner and inner[-1][0] <= start:
            inner.pop()
        if isinstance(mark, LineBreak) or (inner and end > inner[-1][0]) or not _can_stand(block.text, mark):
            continue  # marks that cross are none that Markdown knows
        before, behind = _around(mark)
        beside = [sign for sign in closes.get(start, ()) if sign[0] == "*"]
        if before in (sign for _, sign in inner) or (beside and before[0] == "*" and before != beside[-1]):
            continue  # in one of its kind, or right behind another
        if beside and before == beside[-1]:  # it goes on with the one in front
            closes[start].remove(before)
        else:
            opens.setdefault(start, []).append(before)
        inner.append((end, before))
        closes.setdefault(end, []).insert(0, behind)
    return opens, closes


def _can_stand(text: str, mark: Link | Emphasis) -> bool:
    """
    Whether Markdown reads a mark so: none begins or ends in a blank, and no emphasis in a sign beside a letter.

    https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
    """
    inside = mark.span.of(text)
    if inside != inside.strip():
        return False
    before, behind = text[: mark.span.start][-1:], text[mark.span.end :][:1]
    opens = inside[:1].isalnum() or not before.isalnum()
    closes = inside[-1:].isalnum() or not behind.isalnum()
    return isinstance(mark, Link) or (opens and closes)


def _around(mark: Link | Emphasis) -> tuple[str, str]:
    if isinstance(mark, Link):
        return "[", f"]({_address(mark.url)})"
    sign = "**" if mark.kind is EmphasisKind.STRONG else "*"
    return sign, sign


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text.replace("\n", " "))


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
    safe = _IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url)
    return _ENTITY.sub("&amp;", safe)
