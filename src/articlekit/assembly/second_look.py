"""
A second look at a block that the trees take for the story: what the forms read in it.

    form.F.text form.F.page   what it is to a form: caption, byline, note, end matter of a kind, words of a page
    beside called.H           markup: beside the article; what it calls a block that is none of the story

What each is worth stands in the table ``story_form_weights``, in thousandths of the logarithm of odds. A form costs
more than all else that is seen of a block, and is asked only of blocks that are not sure without it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from articlekit.assembly.contest import Weights
from articlekit.assembly.desk import Sheet
from articlekit.assembly.marks import is_caption, is_of_the_page, is_whole_note
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import openers
from articlekit.model import EndMatterKind
from articlekit.readers.draft import Hint

__all__ = ["Turning", "second_look"]

#: weight up to which the forms are asked: a shortcut and no bound, since two kinds of form weigh a little more
_MAY_CHANGE = 2500
_LONGEST_SIGNED = 300  # code points of a line that is asked for a byline
_LONGEST_FORM = 600  # of a block that is asked whether it is end matter
_NO_STORY = frozenset((Hint.TIME, Hint.BYLINE, Hint.CAPTION, Hint.CREDIT, Hint.KICKER))


def second_look(sheet: Sheet, weight: int) -> Iterator[str]:
    """The names of what can be seen at a second look at a block that weighs *weight* at the first."""
    yield from _of_markup(sheet)
    if weight <= _MAY_CHANGE:
        for form in _FORMS:
            yield from _of_form(form, sheet)


class Turning:
    """Whether what is seen at a second look turns a block, by *weights*: the forms that can turn it most come first."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._forms = {of: _by_turn(weights, of) for of in ("page", "text")}

    def keeps(self, sheet: Sheet, weight: int) -> bool:
        """
        Whether a block that weighs *weight* at the first look still weighs more than nothing.

        No form is asked that cannot turn it, with all those that come behind.
        """
        total = weight + self._sum(_of_markup(sheet))
        if weight > _MAY_CHANGE:
            return total > 0
        for form, least, most in self._forms[_of(sheet)]:
            if total + least > 0 or total + most <= 0:
                break
            total += self._sum(_of_form(form, sheet))
        return total > 0

    def _sum(self, names: Iterable[str]) -> int:
        return sum(self._weights.get(name, 0) for name in names)


def _by_turn(weights: Weights, of: str) -> list[tuple[str, int, int]]:
    """The forms that weigh something, with the least and the most that each adds with those behind it."""
    ranges = {form: [0, *(weights.get(f"form.{name}.{of}", 0) for name in names)] for form, names in _NAMES.items()}
    order = sorted(ranges, key=lambda form: min(ranges[form]) - max(ranges[form]))
    least = [sum(min(ranges[form]) for form in order[i:]) for i in range(len(order))]
    most = [sum(max(ranges[form]) for form in order[i:]) for i in range(len(order))]
    return list(zip(order, least, most, strict=True))


def _of_markup(sheet: Sheet) -> Iterator[str]:
    if sheet.outside:
        yield "beside"
    if sheet.hint in _NO_STORY:
        yield f"called.{sheet.hint.value}"


def _of_form(form: str, sheet: Sheet) -> Iterator[str]:
    """What a form makes of a block, in markup or plain text."""
    if name := _FORMS[form](sheet):
        yield f"form.{name}.{_of(sheet)}"


def _of(sheet: Sheet) -> str:
    return "page" if sheet.tag else "text"


def _is_signed(sheet: Sheet) -> bool:
    """Whether a line that is no sentence holds a label of bylines and names somebody behind it."""
    if len(sheet.text) > _LONGEST_SIGNED or sheet.is_sentence:
        return False
    if openers("byline_labels").isdisjoint(words_key(sheet.text).replace(":", "").split(" ")):
        return False
    return sheet.byline is not None and bool(sheet.byline.value.authors)


def _end_matter(sheet: Sheet) -> str:
    matter = sheet.end_matter if len(sheet.text) <= _LONGEST_FORM else None
    return matter.kind.value if matter is not None else ""


#: what each form makes of a block, nothing where it makes nothing of it
_FORMS: Mapping[str, Callable[[Sheet], str]] = {
    "caption": lambda sheet: "caption" if is_caption(sheet) else "",
    "byline": lambda sheet: "byline" if _is_signed(sheet) else "",
    "note": lambda sheet: "note" if is_whole_note(sheet) else "",
    "page": lambda sheet: "page" if is_of_the_page(sheet) else "",
    "end-matter": _end_matter,
}
#: what each may make of it
_NAMES = {form: (form,) for form in _FORMS} | {"end-matter": tuple(kind.value for kind in EndMatterKind)}
