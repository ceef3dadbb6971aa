"""The steps of assembly, in their order, and the article that comes of them."""

from collections.abc import Callable, Sequence
from typing import Any

from articlekit.assembly.around import take_leftover, take_notes, take_photos, take_print_headline
from articlekit.assembly.body import find_body, take_body, take_dateline
from articlekit.assembly.desk import Desk
from articlekit.assembly.header import take_byline, take_headline, take_times
from articlekit.assembly.people import complete_names, spell_authors
from articlekit.assembly.times import decide_slashed_day
from articlekit.model import Article, Explanation
from articlekit.readers.draft import Draft

__all__ = ["STEPS", "Step", "assemble"]

Step = Callable[[Desk], None]

#: each step sees what the steps before it have claimed
STEPS: tuple[Step, ...] = (
    find_body,
    take_print_headline,
    take_dateline,
    take_byline,
    spell_authors,
    take_photos,
    take_times,
    decide_slashed_day,
    take_headline,
    take_notes,
    complete_names,
    take_body,
    take_leftover,
)


def assemble(draft: Draft, steps: Sequence[Step] = STEPS) -> Explanation:
    """
    The article that *draft* holds, with its evidence in the order of the source.

    >>> from articlekit.readers.text import read_text
    >>> assemble(read_text("")).article.warnings
    ('the text is empty',)
    """
    desk = Desk(draft)
    for step in steps:
        step(desk)
    lists = ("body", "photos", "notes", "leftover")
    fields: dict[str, Any] = {name: tuple(value) if name in lists else value for name, value in desk.fields.items()}
    article = Article(**fields, url=draft.url, warnings=draft.warnings)
    return Explanation(
        article, tuple(sorted(desk.evidence, key=lambda e: (e.origin, e.span.start, -e.span.end, e.path)))
    )
