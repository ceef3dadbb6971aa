"""
What is seen in the examples of the forms that learned weights choose in: bylines, people in captions, end matter.

A misnamed observation weighs nothing and changes few readings; written down by name, it shows.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articlekit.forms.bylines.observations import PartKind
from articlekit.forms.bylines.parts import (
    INSIDE,
    MOST_WORDS,
    fixed_parts,
    heaviest_parts,
    kinds_at,
    marks_between,
    part_observations,
    weights,
)
from articlekit.forms.bylines.pieces import Kind, Piece, pieces
from articlekit.forms.captions.caption_rules import shown_sentences
from articlekit.forms.captions.frame import take_frame
from articlekit.forms.captions.people import runs_of
from articlekit.forms.captions.people_observations import candidates, observations
from articlekit.forms.captions.words import Word
from articlekit.forms.endmatter.observations import observations as observations_of_line
from articlekit.grammar import Scanner

__all__ = ["seen"]

CASES = Path(__file__).parent / "cases"


def seen() -> Iterator[str]:
    """What is seen of each example, below its heading."""
    for form, look in (("bylines", _bylines), ("captions", _captions), ("end-matter", _end_matter)):
        cases: list[dict[str, Any]] = json.loads((CASES / f"{form}.json").read_text("utf-8"))
        for case in cases:
            yield f"# {form}: {case['label']}"
            yield from look(case["text"])


def _bylines(text: str) -> Iterator[str]:
    """The pieces of a byline, the kinds that each stretch of words may be, and what is seen of the parts chosen."""
    found = pieces(Scanner(text))
    yield " ".join(map(_piece, found))
    at = [i for i, piece in enumerate(found) if piece.kind is Kind.WORD]
    if not at:
        return
    words, marks = tuple(found[i].text for i in at), marks_between(found, at)
    yield " ".join(_possible(words, marks))
    for kind, first, end in heaviest_parts(words, marks, weights()):
        yield f"    {' '.join(words[first:end])}: {kind} {' '.join(part_observations(words, marks, first, end))}"


def _piece(piece: Piece) -> str:
    told = piece.text if piece.kind is Kind.LABEL else piece.moment or ""
    return f"{piece.kind.name.lower()}{piece.start}-{piece.end}{told}"


def _possible(words: tuple[str, ...], marks: tuple[str, ...]) -> Iterator[str]:
    fixed = fixed_parts(words, marks)
    for first in range(len(words)):
        for end in range(first + 1, min(len(words), first + MOST_WORDS) + 1):
            if end > first + 1 and marks[end - 1] not in INSIDE:
                break
            kinds = kinds_at(words, marks, first, end, fixed)
            if kinds not in ((), (PartKind.OTHER,)):
                yield f"{first}-{end}{''.join(kind[:2] for kind in kinds)}"


def _captions(text: str) -> Iterator[str]:
    """What each word of the sentences that show people may be, and what is seen of each name that may be shown."""
    for sentence in shown_sentences(text, take_frame(text).prose):
        yield " ".join(map(_word, sentence.words))
        last, families = -1, frozenset[str]()
        for run in runs_of(sentence):
            for one in candidates(run):
                yield f"    {' '.join(one.name)}: {' '.join(observations(one, last, families))}"
            last, families = run.end - 1, families | {run.words[run.end - 1].text}


def _word(word: Word) -> str:
    may_be = ("owner", "in_name", "may_date", "title", "in_title", "adjoins", "particle", "joins_title")
    return f"{word.start}-{word.end}.{''.join(str(n) for n, name in enumerate(may_be) if getattr(word, name))}"


def _end_matter(text: str) -> Iterator[str]:
    yield " ".join(observations_of_line(text))
