"""The desk on which a draft becomes an article: what is claimed, by which rule, and what is left."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import evolve

from articlekit.forms.bylines import find_byline
from articlekit.forms.captions import find_caption
from articlekit.forms.datelines import find_dateline
from articlekit.forms.endmatter import classify_end_matter
from articlekit.forms.notes import find_contributor_note
from articlekit.model import Byline, Caption, ContributorNote, Dateline, EndMatter, Evidence, Parsed
from articlekit.readers.draft import Draft, DraftBlock
from articlekit.span import Span

__all__ = ["Desk", "Sheet"]

_LONGEST_BYLINE = 600


class Sheet:
    """
    A block of the draft on the desk, with what each form makes of it, asked at most once.

    *taken* holds the spans, counted in the block's own text, that fields have claimed.
    """

    def __init__(self, number: int, block: DraftBlock) -> None:
        self.number = number
        self.block = block
        self.text = block.text
        self.taken: list[Span] = []

    @property
    def free(self) -> bool:
        """Whether nothing of the block is claimed."""
        return not self.taken

    @cached_property
    def byline(self) -> Parsed[Byline] | None:
        """The byline in the block."""
        return find_byline(self.text) if len(self.text) <= _LONGEST_BYLINE else None

    @cached_property
    def dateline(self) -> Parsed[Dateline] | None:
        """The dateline at the start of the block."""
        return find_dateline(self.text)

    @cached_property
    def caption(self) -> Parsed[Caption] | None:
        """The block as a caption."""
        return find_caption(self.text)

    @cached_property
    def note(self) -> Parsed[ContributorNote] | None:
        """The contributor note in the block."""
        return find_contributor_note(self.text)

    @cached_property
    def end_matter(self) -> EndMatter | None:
        """The block as end matter."""
        return classify_end_matter(self.text)

    def rest(self) -> Iterator[Span]:
        """The unclaimed stretches of the block that hold more than blanks, blanks at their ends left out."""
        at = 0
        for span in [*sorted(self.taken), Span(len(self.text), len(self.text))]:
            between = self.text[at : span.start]
            if between.strip():
                start = at + len(between) - len(between.lstrip())
                yield Span(start, start + len(between.strip()))
            at = max(at, span.end)


class Desk:
    """A draft being made an article: its sheets, the fields found so far, and their evidence."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sheets = [Sheet(number, block) for number, block in enumerate(draft.blocks)]
        self.fields: dict[str, Any] = {}
        self.evidence: list[Evidence] = []
        #: the sheets that hold the body, from its lead to behind its last paragraph
        self.body = range(0)

    def claim(self, path: str, sheet: Sheet, span: Span, rule: str, parts: tuple[Evidence, ...] = ()) -> None:
        """Give *span* of *sheet* to the field *path*; *parts* are the evidence of the form that stands there."""
        sheet.taken.append(span)
        self.witness(path, sheet, span, rule)
        self.evidence += [part.within(path, sheet.block.span.start, sheet.block.origin) for part in parts]

    def witness(self, path: str, sheet: Sheet, span: Span, rule: str) -> None:
        """Say that *path* came from *span* of *sheet*, without claiming it."""
        block = sheet.block
        where = span.shifted(block.span.start)
        self.evidence.append(Evidence(path, span.of(sheet.text), where, rule, block.origin))

    def append(self, field: str, value: object) -> str:
        """Add *value* to the list *field*; the path of the new item."""
        held = self.fields.setdefault(field, [])
        held.append(value)
        return f"{field}[{len(held) - 1}]"

    def before_body(self) -> list[Sheet]:
        """The sheets in front of the body, nothing of which is claimed, the nearest to the body first."""
        return [sheet for sheet in reversed(self.sheets[: self.body.start]) if sheet.free]

    def replaced(self, path: str, new: str) -> None:
        """Rename the path of evidence, where a later step gave the value another place."""
        self.evidence = [evolve(e, path=new) if e.path == path else e for e in self.evidence]
