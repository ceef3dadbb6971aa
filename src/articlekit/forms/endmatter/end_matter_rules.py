"""The rules of end matter: one for each kind, all of one weighing."""

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from articlekit.forms.endmatter.observations import observations
from articlekit.grammar import Rule, Scanner
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import phrases
from articlekit.model import EndMatter, EndMatterKind
from articlekit.remembering import remembered
from articlekit.typography import squeeze

__all__ = ["KINDS", "RULES", "Weights", "heaviest_kind", "rules_weighed_by"]

Weights = Mapping[str, tuple[int, ...]]
#: the kinds that are weighed, none of which is the last: a line of the story
KINDS: tuple[EndMatterKind, ...] = (
    EndMatterKind.CORRECTION,
    EndMatterKind.EDITORS_NOTE,
    EndMatterKind.DISCLAIMER,
    EndMatterKind.SUPPORT_DISCLOSURE,
    EndMatterKind.COPYRIGHT,
    EndMatterKind.BIO,
    EndMatterKind.FOLLOW,
    EndMatterKind.PRINT_HEADLINE,
    EndMatterKind.FURNITURE,
)
_LONGEST = 1500  # code points: a longer line is a paragraph of the story
_DOUBT = 40  # hundredths: a line of the story that is taken for end matter is worse than the reverse
_ALWAYS = "always"  # the observation that every line gives


@cache
def _weights() -> Weights:
    return {row[0]: tuple(map(int, row[1:])) for row in rows("end_matter_weights")}


def heaviest_kind(line: str, using: Weights) -> EndMatterKind | None:
    """The kind that the observations of *line* speak for most; None where they speak for none, or there are none."""
    if words_key(line) in phrases("end_codes"):
        return EndMatterKind.FURNITURE
    seen = observations(line)
    if not seen:
        return None
    known = [using[name] for name in (_ALWAYS, *seen) if name in using]
    sums = [sum(column) for column in zip(*known, strict=True)]
    if not sums:
        return None
    best = max(range(len(KINDS)), key=sums.__getitem__)
    return KINDS[best] if sums[best] >= sums[-1] + _DOUBT else None


@remembered(256)
def _kind(line: str) -> EndMatterKind | None:
    return heaviest_kind(line, _weights())


@frozen
class _OfKind:
    """A line whose words speak most for the kind that the rule is named by."""

    kind: EndMatterKind
    using: Weights | None = field(default=None, repr=False)

    def __call__(self, scanner: Scanner) -> EndMatter | None:
        text = scanner.text[scanner.pos : scanner.end].strip()
        if not text or len(text) > _LONGEST:
            return None
        found = _kind(text) if self.using is None else heaviest_kind(text, self.using)
        if found is not self.kind:
            return None
        scanner.pos = len(scanner.text[: scanner.end].rstrip())
        return EndMatter(self.kind, squeeze(text))


def _name(kind: EndMatterKind) -> str:
    return kind.value.replace("_", "-")


def rules_weighed_by(using: Weights | None) -> tuple[Rule[EndMatter], ...]:
    """The rules of end matter by other weights, as ``tests/recipes/end_matter_weights.py`` learns them."""
    return tuple(Rule(f"end-matter.{_name(kind)}", _OfKind(kind, using)) for kind in KINDS)


RULES: tuple[Rule[EndMatter], ...] = rules_weighed_by(None)
