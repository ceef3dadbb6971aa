"""The photographs of a page: the captions that it marks as such, each with its credit and its picture."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.assembly.desk import Desk, Sheet
from articlekit.forms.credits import find_photo_credit
from articlekit.model import Caption, Photo, PhotoCredit
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["take_page_photos"]

_ABOVE = 4  # blocks above the headline
_BELOW = 6  # blocks below the story
_MOST = 200
_CAPTIONS = (Hint.CAPTION, Hint.CREDIT)


def take_page_photos(desk: Desk) -> None:
    """Captions between headline and end of the story, a credit in an element of its own joined to its caption."""
    if not desk.is_page:
        return
    for sheets in _groups(desk):
        main = max(sheets, key=lambda sheet: (sheet.hint is Hint.CAPTION, len(sheet.text)))
        found = main.caption
        if found is not None and _is_of_a_picture(main, found.value):
            others = [sheet for sheet in sheets if sheet is not main]
            _take(desk, main, others, found.value)


def _is_of_a_picture(sheet: Sheet, caption: Caption) -> bool:
    """Whether a block is a caption: what a page calls a credit has a picture or reads as one, or is somebody else's."""
    return sheet.hint is Hint.CAPTION or sheet.block.picture is not None or caption.credit is not None


def _groups(desk: Desk) -> Iterator[list[Sheet]]:
    """The blocks of each caption: those that follow each other and are of one picture."""
    first = desk.headline.number if desk.headline is not None else desk.lead
    group: list[Sheet] = []
    taken = 0
    stop = desk.body.stop + _BELOW if desk.body else len(desk.sheets)
    for sheet in desk.sheets[max(first - _ABOVE, 0) : stop]:
        if sheet.hint not in _CAPTIONS or sheet.outside or not sheet.free:
            continue
        if group and (sheet.number > group[-1].number + 1 or not _is_of_one_picture(group, sheet)):
            yield group
            taken, group = taken + 1, []
            if taken == _MOST:
                return
        group.append(sheet)
    if group:
        yield group


def _is_of_one_picture(group: Sequence[Sheet], sheet: Sheet) -> bool:
    return sheet.block.picture == group[-1].block.picture and (
        sheet.block.picture is not None or sheet.hint is Hint.CREDIT
    )


def _take(desk: Desk, main: Sheet, others: Sequence[Sheet], caption: Caption) -> None:
    credit, claimed = caption.credit, []
    for other in others:
        if other.text == main.text:
            claimed.append(other)
        elif credit is None and (found := _credit(other)) is not None:
            credit = found
            claimed.append(other)
    picture = desk.draft.pictures[main.block.picture] if main.block.picture is not None else None
    photo = Photo(
        evolve(caption, credit=credit),
        url=picture.url if picture else None,
        width=picture.width if picture else None,
        height=picture.height if picture else None,
    )
    desk.fields.photos.append(photo)
    path = f"photos[{len(desk.fields.photos) - 1}]"
    for sheet in (main, *claimed):
        desk.claim(path, sheet, Span(0, len(sheet.text)), "photos.caption" if sheet is main else "photos.credit")
    if main.caption is not None:
        desk.explain(f"{path}.caption", main, main.caption)


def _credit(sheet: Sheet) -> PhotoCredit | None:
    found = find_photo_credit(sheet.text)
    return found.value if found is not None else None
