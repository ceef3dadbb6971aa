"""Where values came from: parsed forms, evidence and explanations."""

from importlib import import_module
from math import exp
from types import ModuleType
from typing import Generic, TypeVar

from attrs import field, frozen

from articlekit.model.article import Article
from articlekit.span import Span

__all__ = ["BlockReading", "CandidateReading", "Evidence", "Explanation", "Parsed"]

T = TypeVar("T")


@frozen
class Evidence:
    """
    The text that a field came from.

    *path* names the field (``byline.authors[0].name``), *text* is what stood there, *span* counts
    code points (half-open) in the source that *origin* names: the empty string for plain text,
    the path of an element for a marked-up page, ``url`` for the address handed in. *rule* is the
    stable name of the rule that read it.

    >>> Evidence("places[0].city", "MOSCOW", Span(0, 6), "dateline.city").span.of("MOSCOW -- ")
    'MOSCOW'
    """

    path: str
    text: str
    span: Span
    rule: str
    origin: str = ""

    def within(self, path: str, offset: int, origin: str = "") -> "Evidence":
        """
        The same evidence seen from a larger value and a longer text.

        *path* is put in front of the path, *offset* code points in front of the span.
        """
        inner = self.path if not path or not self.path else f".{self.path}"
        return Evidence(path + inner, self.text, self.span.shifted(offset), self.rule, origin)


@frozen
class Parsed(Generic[T]):
    """
    A form found in a text: its value, where it stands, and how it was read.

    *span* counts code points of the text handed in, half-open; *rule* is stable and public, such
    as ``dateline.place``; `evidence` has one entry per part, with paths below the value. It is made,
    when it is asked for, of *source*, the text handed in, and *parts*: path, start, end and rule of
    each, the rule empty where it is that of the whole.

    >>> Parsed("Moscow", Span(0, 6), "dateline.place").value
    'Moscow'
    """

    value: T
    span: Span
    rule: str
    source: str = field(default="", repr=False, eq=False)
    parts: tuple[tuple[str, int, int, str], ...] = field(default=(), repr=False, eq=False)

    def _repr_html_(self) -> str:
        fragment: str = _view().parsed_fragment(self)
        return fragment

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where each part of the value stands, in the order in which the rule read them."""
        source, rule = self.source, self.rule
        return tuple(
            Evidence(path, source[start:end], Span(start, end), own or rule) for path, start, end, own in self.parts
        )


@frozen
class BlockReading:
    """
    How a block of the source was read: what it was taken for, and how likely it was to be of the story.

    *role* is the field that holds most of it, such as ``headline``, ``body`` or ``leftover``. *span* counts code points
    of the text that *origin* names, as in `Evidence`. *weight* is in thousandths of the logarithm of odds: above 0 a
    block is of the story. *reasons* are what was seen of it, each with what that added, the heaviest first; they add up
    to *weight*, ``always`` being what is so before anything is seen. What the reader has put aside (a wire's slug,
    another story) is ``leftover``, weighs 0 and has no reasons.

    >>> reading = BlockReading("It took a year.", Span(16, 31), "", "body", 2197, (("own", 2000), ("always", 197)))
    >>> round(reading.likelihood, 3)
    0.9
    """

    text: str
    span: Span
    origin: str
    role: str
    weight: int
    reasons: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @property
    def likelihood(self) -> float:
        """How likely the block is to be of the story by its weight, between 0 and 1."""
        return 1 / (1 + exp(-self.weight / 1000))


@frozen
class CandidateReading:
    """
    A line or claim that contended for a field (*contest*: ``headline`` or ``byline``), and whether it was *chosen*.

    *span* counts code points of the text that *origin* names, as in `Evidence`; of several lines it is that of the
    first. *weight* is in hundredths of the logarithm of odds against there being none; *reasons* add up to it, as those
    of `BlockReading` do.

    >>> CandidateReading("headline", "Bridge reopens", Span(0, 14), "", 120, True, (("next.by", 120),)).weight
    120
    """

    contest: str
    text: str
    span: Span
    origin: str
    weight: int
    chosen: bool
    reasons: tuple[tuple[str, int], ...] = field(default=(), repr=False)


def _view() -> ModuleType:
    """The room that makes values visible, loaded when one is looked at: nouns do not draw themselves."""
    return import_module("articlekit.view")


@frozen(repr=False)
class Explanation:
    """
    An article and, for each of its fields, the text it came from and the rule that took it.

    *evidence* stands in the order of the source. Entries whose path has one step (``headline``,
    ``body[3]``, ``leftover[0]``) do not overlap, but for the times inside a byline, and together
    cover every non-blank character. *blocks* are those of the source in its order, each with its role and the reasons
    for and against its being of the story. *candidates* are those for the headline, then those for the byline, the
    heaviest of each first: the chosen one and the losers. Lines that looked least like a byline were not read.

    >>> Explanation(Article(headline="Harbor bridge reopens"), ()).leftover
    ()
    """

    article: Article
    evidence: tuple[Evidence, ...]
    blocks: tuple[BlockReading, ...] = field(default=(), repr=False)
    candidates: tuple[CandidateReading, ...] = field(default=(), repr=False)

    @property
    def leftover(self) -> tuple[str, ...]:
        """The article's text that belongs to no field, in printed order."""
        return self.article.leftover

    @property
    def warnings(self) -> tuple[str, ...]:
        """What could not be read, in plain words."""
        return self.article.warnings

    def to_html(self) -> str:
        """
        The explanation as one page of HTML: the source with what each field took marked in it, the values beside it.

        It needs nothing else, runs no script, and can be handed on as a file; all text in it is escaped.
        """
        page: str = _view().explanation_page(self)
        return page

    def _repr_html_(self) -> str:
        frame: str = _view().framed(self.to_html())
        return frame

    def __repr__(self) -> str:
        pieces = f"{len(self.evidence)} pieces of evidence, {len(self.blocks)} blocks"
        return f"<Explanation of {self.article!r}: {pieces}>"

    def of(self, path: str) -> tuple[Evidence, ...]:
        """The evidence of the field *path* and of the parts below it."""
        below = (path + ".", path + "[")
        return tuple(e for e in self.evidence if e.path == path or e.path.startswith(below))
