"""The steps of assembly, in their order, and the article that comes of them."""

from collections.abc import Callable

from articlekit.assembly.around import take_leftover, take_notes, take_print_headline
from articlekit.assembly.body import find_lead, take_body, take_dateline, warn_of_no_story
from articlekit.assembly.byline import take_byline
from articlekit.assembly.claims import take_claims
from articlekit.assembly.deck import take_deck
from articlekit.assembly.desk import Desk
from articlekit.assembly.form_rules import OWN_RULES, FormRules
from articlekit.assembly.headline import find_headline
from articlekit.assembly.images import take_images
from articlekit.assembly.photos import take_photos
from articlekit.assembly.readings import block_readings, candidate_readings
from articlekit.assembly.region import find_region
from articlekit.assembly.story import find_story
from articlekit.assembly.times import take_times
from articlekit.assembly.weights import PageWeights
from articlekit.model import Article, Explanation
from articlekit.readers.draft import Draft

__all__ = ["STEPS", "Step", "assemble", "explain"]

Step = Callable[[Desk], None]

#: each step sees what the steps before it have claimed
STEPS: tuple[Step, ...] = (
    find_region,
    find_story,
    find_lead,
    take_print_headline,
    take_dateline,
    find_headline,
    take_byline,
    take_times,
    take_photos,
    take_deck,
    take_notes,
    take_body,
    warn_of_no_story,
    take_claims,
    take_images,
    take_leftover,
)


def assemble(draft: Draft, weights: PageWeights | None = None, rules: FormRules = OWN_RULES) -> Article:
    """
    The article that *draft* holds.

    >>> from articlekit.readers.text import read_text
    >>> assemble(read_text("")).warnings
    ('the text is empty',)
    """
    return _article(_desk(draft, weights, rules))


def explain(draft: Draft, weights: PageWeights | None = None, rules: FormRules = OWN_RULES) -> Explanation:
    """The article that *draft* holds, with its evidence in the order of the source, and how each block was read."""
    desk = _desk(draft, weights, rules)
    return Explanation(_article(desk), desk.evidence(), block_readings(desk), candidate_readings(desk))


def _desk(draft: Draft, weights: PageWeights | None, rules: FormRules) -> Desk:
    desk = Desk(draft, weights, rules)
    for step in STEPS:
        step(desk)
    return desk


def _article(desk: Desk) -> Article:
    return desk.fields.article(url=desk.draft.url, warnings=tuple(desk.warnings))
