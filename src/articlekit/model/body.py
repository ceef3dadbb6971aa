"""The body of an article: paragraphs, headings, list items, quotations and tables, and what is marked in their text."""

from enum import StrEnum

from attrs import field, frozen

from articlekit.errors import InvalidValue
from articlekit.model.checks import Between, Instance, OneOf, TupleOf
from articlekit.model.mapping import Mapped
from articlekit.span import Span

__all__ = ["Block", "BlockKind", "Emphasis", "EmphasisKind", "LineBreak", "Link", "Table"]


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    #: of a `Table` only
    TABLE = "table"


class EmphasisKind(StrEnum):
    """How words are set off from those around them."""

    EMPHASIS = "emphasis"
    STRONG = "strong"


@frozen
class Link(Mapped):
    """
    Words of a block that lead elsewhere; *span* counts code points of the block's text.

    *url* is absolute where the page's address is known, else as written.

    >>> Link(Span(0, 6), url="https://ledger.example/bridge").url
    'https://ledger.example/bridge'
    """

    span: Span = field(validator=Instance(Span))
    url: str = field(validator=Instance(str))


@frozen
class Emphasis(Mapped):
    """
    Words of a block that are set off; *span* counts code points of the block's text.

    >>> Emphasis(Span(0, 6), kind=EmphasisKind.STRONG).kind.value
    'strong'
    """

    span: Span = field(validator=Instance(Span))
    kind: EmphasisKind = field(validator=Instance(EmphasisKind))


@frozen
class LineBreak(Mapped):
    """
    The blank in the text of a block at which the page begins a new line.

    >>> LineBreak(Span(6, 7)).span.of("Reopen the bridge")
    ' '
    """

    span: Span = field(validator=Instance(Span))


def _check_marks(marks: tuple[Link | Emphasis | LineBreak, ...], text: str) -> None:
    for mark in marks:
        if not 0 <= mark.span.start < mark.span.end <= len(text):
            message = f"{mark} does not lie in the {len(text)} code points of its block"
            raise InvalidValue(message, field="marks")


@frozen
class Block(Mapped):
    """
    One block of the body: a paragraph, section heading, list item or block quotation.

    *text* is plain. *marks* are what is marked in it, in its order, those around others first. *level* is the rank of
    a heading, 1 to 6, or how deep the list of an item is nested, 1 for the outermost; *number* that of an item in a
    numbered list. Both are None where the source does not say.

    Raises:
        InvalidValue: *kind* is no `BlockKind` or that of a `Table`, *text* no string, or a mark does not lie in *text*.

    >>> Block("The bridge reopened on Friday.").kind.value
    'paragraph'
    >>> item = Block("Mend the pier", BlockKind.LIST_ITEM, level=1, number=2, marks=(Link(Span(9, 13), url="/pier"),))
    >>> item.marks[0].span.of(item.text)
    'pier'
    """

    text: str = field(validator=Instance(str))
    kind: BlockKind = field(
        default=BlockKind.PARAGRAPH, validator=OneOf(*(kind for kind in BlockKind if kind is not BlockKind.TABLE))
    )
    marks: tuple[Link | Emphasis | LineBreak, ...] = field(
        default=(), kw_only=True, validator=TupleOf(Link, Emphasis, LineBreak)
    )
    level: int | None = field(default=None, kw_only=True, validator=Between(1, 10**6))
    number: int | None = field(default=None, kw_only=True, validator=Between(-(10**9), 10**9))

    def __attrs_post_init__(self) -> None:
        _check_marks(self.marks, self.text)


@frozen
class Table(Mapped):
    """
    A table of the body: its rows, each a cell or more, and the cells that head its columns where the page marks them.

    *marks* are what is marked in its cells, in their order; their spans count code points of `text`.

    Raises:
        InvalidValue: a cell is no string, or a mark does not lie in `text`.

    >>> table = Table((("2022", "4"), ("2023", "7")), header=("Year", "Gulls"))
    >>> print(" / ".join(line.replace(chr(9), ", ") for line in table.lines))
    Year, Gulls / 2022, 4 / 2023, 7
    """

    rows: tuple[tuple[str, ...], ...] = field(validator=TupleOf(tuple))
    header: tuple[str, ...] = field(default=(), kw_only=True, validator=TupleOf(str))
    marks: tuple[Link | Emphasis, ...] = field(default=(), kw_only=True, validator=TupleOf(Link, Emphasis))

    def __attrs_post_init__(self) -> None:
        if not all(isinstance(cell, str) for row in self.rows for cell in row):
            raise InvalidValue("Table.rows is tuples of str", field="rows")
        _check_marks(self.marks, self.text if self.marks else "")

    @property
    def kind(self) -> BlockKind:
        """What it is among the blocks of a body, `BlockKind.TABLE`."""
        return BlockKind.TABLE

    @property
    def lines(self) -> tuple[str, ...]:
        """Its rows, the header first, each as one line whose cells stand between tabs."""
        return tuple("\t".join(row) for row in (self.header, *self.rows) if row)

    @property
    def text(self) -> str:
        """Its lines, one below the other."""
        return "\n".join(self.lines)
