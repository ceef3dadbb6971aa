"""
End matter: lines around a story that belong to it and not to its body.

Each kind is known by phrases at the start of the line or anywhere in it; the kinds are asked in
the order of `RULES`, the most telling first, so that a correction that ends in a copyright line
is a correction.

>>> classify_end_matter("Correction: The bridge has two lanes, not three.").kind.value
'correction'
>>> classify_end_matter("The bridge has two lanes.") is None
True
"""

from collections.abc import Callable, Sequence
from functools import cache

from articlekit.grammar import Rule, Scanner
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import phrases
from articlekit.model import EndMatter, EndMatterKind
from articlekit.typography import squeeze

__all__ = ["RULES", "classify_end_matter"]

_LONGEST = 1500  # code points: a longer line is a paragraph of the story
_HEAD = 60


@cache
def _phrases(kind: EndMatterKind, where: str) -> tuple[str, ...]:
    return tuple(phrase for known, place, phrase in rows("end_matter") if (known, place) == (kind.value, where))


def _reader(kind: EndMatterKind) -> Callable[[Scanner], EndMatter | None]:
    """The rule that a line is of *kind*: it opens with one of the kind's phrases, or holds one."""

    def read(scanner: Scanner) -> EndMatter | None:
        text = scanner.text[scanner.pos : scanner.end]
        folded = words_key(text)
        if not folded.startswith(_phrases(kind, "start")) and not any(p in folded for p in _phrases(kind, "in")):
            return None
        scanner.pos = scanner.end
        return EndMatter(kind, squeeze(text))

    return read


def _rule(scanner: Scanner) -> EndMatter | None:
    """``___``, ``-30-``."""
    text = scanner.text[scanner.pos : scanner.end]
    if words_key(text) not in phrases("end_codes"):
        return None
    scanner.pos = scanner.end
    return EndMatter(EndMatterKind.FURNITURE, squeeze(text))


RULES: tuple[Rule[EndMatter], ...] = (
    Rule("end-matter.rule", _rule),
    *(
        Rule(f"end-matter.{kind.value.replace('_', '-')}", _reader(kind))
        for kind in (
            EndMatterKind.PRINT_HEADLINE,
            EndMatterKind.CORRECTION,
            EndMatterKind.DISCLAIMER,
            EndMatterKind.SUPPORT_DISCLOSURE,
            EndMatterKind.EDITORS_NOTE,
            EndMatterKind.FOLLOW,
            EndMatterKind.COPYRIGHT,
            EndMatterKind.FURNITURE,
            EndMatterKind.BIO,
        )
    ),
)


def classify_end_matter(text: str, rules: Sequence[Rule[EndMatter]] = RULES) -> EndMatter | None:
    """The end matter that *text* is, or None where it may be a line of the story. Never raises on a ``str``."""
    bare = text.strip()
    if not bare or len(bare) > _LONGEST:
        return None
    for rule in rules:
        found = rule.read(Scanner(bare))
        if found is not None:
            return found
    return None
