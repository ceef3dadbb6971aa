"""
A second look at a block that the trees take for the story: what the forms read in it.

    form.F.text form.F.page   what it is to a form: caption, byline, note, end matter of a kind, words of a page
    beside called.H           markup: beside the article; what it calls a block that is none of the story

What each is worth stands in the table ``story_form_weights``, in thousandths of the logarithm of odds. A form costs
more than all else that is seen of a block, and is asked only of blocks that are not sure without it.
"""

from collections.abc import Callable, Iterator

from articlekit.assembly.desk import Sheet
from articlekit.assembly.marks import is_caption, is_of_the_page, is_whole_note
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers
from articlekit.readers.draft import Hint

__all__ = ["second_look"]

#: weight up to which the forms are asked: a shortcut and no bound, since two kinds of form weigh a little more
_MAY_CHANGE = 2500
_LONGEST_SIGNED = 300  # code points of a line that is asked for a byline
_LONGEST_FORM = 600  # of a block that is asked whether it is end matter
_NO_STORY = frozenset((Hint.TIME, Hint.BYLINE, Hint.CAPTION, Hint.CREDIT, Hint.KICKER))


def second_look(sheet: Sheet, weight: int) -> Iterator[str]:
    """The names of what can be seen at a second look at a block that weighs *weight* at the first."""
    if sheet.outside:
        yield "beside"
    if sheet.hint in _NO_STORY:
        yield f"called.{sheet.hint.value}"
    if weight > _MAY_CHANGE:
        return
    of = "page" if sheet.tag else "text"
    for name, holds in _FORMS:
        if holds(sheet):
            yield f"form.{name}.{of}"
    if len(sheet.text) <= _LONGEST_FORM and sheet.end_matter is not None:
        yield f"form.{sheet.end_matter.kind.value}.{of}"


def _is_signed(sheet: Sheet) -> bool:
    """Whether a line that is no sentence holds a label of bylines and names somebody behind it."""
    if len(sheet.text) > _LONGEST_SIGNED or sheet.is_sentence:
        return False
    if openers("byline_labels").isdisjoint(words_key(sheet.text).replace(":", "").split(" ")):
        return False
    return sheet.byline is not None and bool(sheet.byline.value.authors)


_FORMS: tuple[tuple[str, Callable[[Sheet], bool]], ...] = (
    ("caption", is_caption),
    ("byline", _is_signed),
    ("note", is_whole_note),
    ("page", is_of_the_page),
)
