"""The desk on which a draft becomes an article: what is claimed, by which rule, and what is left."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import evolve

from articlekit.assembly.contest import Contest
from articlekit.assembly.fields import Fields
from articlekit.assembly.form_rules import OWN_RULES, FormRules
from articlekit.assembly.looks import is_prose, is_sentence, weight
from articlekit.assembly.weights import PageWeights, page_weights
from articlekit.forms.bylines import find_byline
from articlekit.forms.captions import Frame as CaptionFrame
from articlekit.forms.captions import caption_frame, find_caption
from articlekit.forms.datelines import find_dateline
from articlekit.forms.endmatter import classify_end_matter
from articlekit.forms.notes import find_contributor_note
from articlekit.model import Byline, Caption, ContributorNote, Dateline, EndMatter, Evidence, Parsed
from articlekit.readers.draft import Claim, Draft, DraftBlock, Hint
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["Desk", "Sheet"]

_LONGEST_BYLINE = 600


class Sheet:
    """
    A block of the draft on the desk, with what each form makes of it, asked at most once.

    *taken* holds the spans, counted in the block's own text, that fields have claimed.
    """

    #: the tag of the element that holds the block, empty in plain text
    tag = ""
    #: whether the block is beside the article: a related story, a share bar, a comment
    outside = False
    #: whether the block stands in another container than the story
    apart = False
    #: the number of the first row of the table of the story that the block is a row of
    table: int | None = None

    def __init__(self, number: int, block: DraftBlock, rules: FormRules = OWN_RULES) -> None:
        self.rules = rules
        self.number = number
        self.block = block
        self.text: str = block.text
        self.hint: Hint = block.hint
        self.frame: int = block.frame
        self.taken: list[Span] = []
        #: the fields that have claimed them
        self.paths: list[str] = []

    @property
    def free(self) -> bool:
        """Whether nothing of the block is claimed: neither by a field nor, as a row of a table, by the body."""
        return not self.taken and self.table is None

    @cached_property
    def is_prose(self) -> bool:
        """Whether the block reads as a paragraph."""
        return is_prose(self.text)

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the block ends as a sentence does."""
        return is_sentence(self.text)

    @cached_property
    def weight(self) -> float:
        """How much the block says, see `looks.weight`."""
        return weight(self.text)

    @cached_property
    def byline(self) -> Parsed[Byline] | None:
        """The byline in the block."""
        return find_byline(self.text, self.rules.bylines) if len(self.text) <= _LONGEST_BYLINE else None

    @cached_property
    def dateline(self) -> Parsed[Dateline] | None:
        """The dateline at the start of the block."""
        return find_dateline(self.text, self.rules.datelines)

    @cached_property
    def caption(self) -> Parsed[Caption] | None:
        """The block as a caption."""
        return find_caption(self.text, self.rules.captions)

    @cached_property
    def caption_frame(self) -> CaptionFrame | None:
        """The block as a caption whose prose is not read: its credit and file marker."""
        return caption_frame(self.text)

    @cached_property
    def note(self) -> Parsed[ContributorNote] | None:
        """The contributor note in the block."""
        return find_contributor_note(self.text, self.rules.notes)

    @cached_property
    def end_matter(self) -> EndMatter | None:
        """The block as end matter."""
        return classify_end_matter(self.text, self.rules.end_matter)

    def rest(self) -> Iterator[Span]:
        """The unclaimed stretches of the block that hold more than blanks, blanks at their ends left out."""
        if not self.taken:
            yield Span(0, len(self.text))
            return
        at = 0
        for span in [*sorted(self.taken), Span(len(self.text), len(self.text))]:
            between = self.text[at : span.start]
            if between.strip():
                start = at + len(between) - len(between.lstrip())
                yield Span(start, start + len(between.strip()))
            at = max(at, span.end)


class Desk:
    """A draft being made an article: its sheets, the fields found so far, and where they came from."""

    def __init__(self, draft: Draft, weights: PageWeights | None = None, rules: FormRules = OWN_RULES) -> None:
        self.draft = draft
        self.rules = rules
        self.weights: PageWeights = weights or page_weights()
        self.sheets: list[Sheet] = [Sheet(number, block, rules) for number, block in enumerate(draft.blocks)]
        #: what the page claims of each field
        self.claimed: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in draft.claims:
            self.claimed[claim.field].append(claim)
        self.fields: Fields = Fields()
        #: the sheets among which most of the story stands
        self.body: range = range(0)
        #: the numbers of the sheets that are the story; others may stand between them
        self.story: frozenset[int] = frozenset()
        #: the number of the first paragraph: that with the dateline, else the first that ends as a sentence does
        self.lead = 0
        #: the sheet that holds the headline, where the page says which
        self.headline: Sheet | None = None
        #: the groups of claims that are about other stories
        self.foreign: frozenset[int] = frozenset()
        #: who contended for a field, see `contest`
        self.contests: dict[str, Contest[Any]] = {}
        #: what could not be read, in plain words
        self.warnings: list[str] = list(draft.warnings)
        # evidence is made of these when it is asked for
        self._spans: list[tuple[str, Sheet, Span, str]] = []
        self._forms: list[tuple[str, Sheet, Parsed[Any]]] = []
        self._parts: list[Evidence] = []

    def claim(self, path: str, sheet: Sheet, span: Span, rule: str, found: Parsed[Any] | None = None) -> None:
        """Give *span* of *sheet* to the field *path*; *found* is the form that was read in the sheet."""
        self.take(path, sheet, span)
        self.witness(path, sheet, span, rule)
        if found is not None:
            self.explain(path, sheet, found)

    def take(self, path: str, sheet: Sheet, span: Span) -> None:
        """Give *span* of *sheet* to the field *path*, whose evidence is told otherwise."""
        sheet.taken.append(span)
        sheet.paths.append(path)

    def witness(self, path: str, sheet: Sheet, span: Span, rule: str) -> None:
        """Say that *path* came from *span* of *sheet*, without claiming it."""
        self._spans.append((path, sheet, span, rule))

    def witness_as(self, path: str, other: str) -> None:
        """Say that *path* came from where *other* did."""
        self._spans += [(path, sheet, span, rule) for told, sheet, span, rule in self._spans if told == other]
        self._parts += [evolve(part, path=path) for part in self._parts if part.path == other]

    def explain(self, path: str, sheet: Sheet, found: Parsed[Any]) -> None:
        """Say that the parts of *path* are those of *found*, which was read in *sheet*."""
        self._forms.append((path, sheet, found))

    def part(self, path: str, sheet: Sheet, part: Evidence) -> None:
        """Say that a part of *path* came from *sheet*; *part* counts in the sheet's own text."""
        self._parts.append(part.within(path, sheet.block.start, sheet.block.origin))

    def cite(self, path: str, claim: Claim, rule: str, span: Span | None = None) -> None:
        """
        Say that *path* came from a claim of the page, from *span* of it or the whole.

        Where the claim is a line of the page, the field holds that line, and it is in no other.
        """
        part = span or Span(0, len(claim.text))
        shown = self.sheets[claim.at] if claim.at < len(self.sheets) else None
        if shown is not None and shown.text == claim.text and shown.free and shown.number not in self.story:
            self.claim(path, shown, part, rule)
            if shown.block.origin == claim.origin:
                return
        self._parts.append(Evidence(path, part.of(claim.text), part, rule, claim.origin))

    def evidence(self) -> tuple[Evidence, ...]:
        """Where every field came from, in the order of the source."""
        spans = [
            Evidence(path, span.of(sheet.text), span.shifted(sheet.block.start), rule, sheet.block.origin)
            for path, sheet, span, rule in self._spans
        ]
        forms = [
            part.within(path, sheet.block.start, sheet.block.origin)
            for path, sheet, found in self._forms
            for part in found.evidence
        ]
        order = {block.origin: number for number, block in reversed(list(enumerate(self.draft.blocks)))}
        source = self.draft.source
        return tuple(
            sorted(
                (
                    evolve(e, text=e.span.of(source)) if source and not e.origin else e
                    for e in (*spans, *forms, *self._parts)
                ),
                key=lambda e: (order.get(e.origin, -1), e.origin, e.span.start, -e.span.end, e.path),
            )
        )

    def line(self, sheet: Sheet, span: Span) -> str:
        """What *span* of *sheet* says in one line; blocks of a page have single blanks as they are."""
        text = span.of(sheet.text)
        if sheet.tag and "\n" not in text and "\u00ad" not in text:
            return text
        return squeeze(text) or text.strip()  # soft hyphens alone are kept: nothing is lost
