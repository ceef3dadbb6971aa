"""The photographs: what a page calls captions, each with its credit and picture, and lines that read as captions."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.assembly.addresses import resolved
from articlekit.assembly.desk import Desk, Sheet
from articlekit.assembly.marks import is_caption, is_whole_note
from articlekit.forms.bylines import find_byline
from articlekit.forms.credits import find_photo_credit
from articlekit.forms.names import has_given_name
from articlekit.model import Caption, Parsed, Photo, PhotoCredit
from articlekit.readers.draft import Hint
from articlekit.span import Span

__all__ = ["take_photos"]

_ABOVE = 4  # blocks above the headline
_ABOVE_LEAD, _BELOW = 12, 12  # blocks around a story of text
_BELOW_STORY = 6  # blocks below the story of a page
_MOST = 200
_CAPTIONS = (Hint.CAPTION, Hint.CREDIT)


def take_photos(desk: Desk) -> None:
    """Captions from the headline to the end of the story, a credit in an element of its own joined to its caption."""
    for sheets in _groups(desk):
        main = max(sheets, key=lambda sheet: (sheet.hint is Hint.CAPTION, len(sheet.text)))
        found = main.caption
        if found is not None and (not main.tag or _is_of_a_picture(main, found.value)):
            _take(desk, main, [sheet for sheet in sheets if sheet is not main], found)


def _groups(desk: Desk) -> Iterator[list[Sheet]]:
    """The blocks of each caption: those that follow each other and are of one picture."""
    group: list[Sheet] = []
    taken = 0
    for sheet in _captions(desk):
        if group and (sheet.number > group[-1].number + 1 or not _is_of_one_picture(group, sheet)):
            yield group
            taken, group = taken + 1, []
            if taken == _MOST:
                return
        group.append(sheet)
    if group:
        yield group


def _captions(desk: Desk) -> Iterator[Sheet]:
    """What a page calls a caption or credit, and lines of text that show themselves to be one, near the story."""
    first = desk.headline.number if desk.headline is not None else desk.lead
    marked = range(first - _ABOVE, desk.body.stop + _BELOW_STORY if desk.body else len(desk.sheets))
    plain = range(desk.body.start - _ABOVE_LEAD, desk.body.stop + _BELOW if desk.body else 0)
    for sheet in desk.sheets[max(0, min(marked.start, plain.start)) : max(marked.stop, plain.stop)]:
        if not sheet.free or sheet.outside:
            continue
        called = sheet.number in marked and sheet.hint in _CAPTIONS
        if called or (sheet.number in plain and not sheet.tag and _reads_as_one(sheet)):
            yield sheet


def _reads_as_one(sheet: Sheet) -> bool:
    """Whether a line is a caption, no note, and not an agency alone: ``Associated Press`` below a byline."""
    if not is_caption(sheet) or is_whole_note(sheet):
        return False
    alone = sheet.byline is not None and sheet.byline.rule == "byline.names" and not sheet.byline.value.authors
    return not (alone and sheet.text.replace(" ", "").isalpha())


def _is_of_a_picture(sheet: Sheet, caption: Caption) -> bool:
    """Whether a block is a caption: what a page calls a credit has a picture or reads as one, or is somebody else's."""
    if sheet.hint is Hint.CAPTION or sheet.block.picture is not None:
        return True
    return caption.credit is not None and not _names_writer(caption)


def _names_writer(caption: Caption) -> bool:
    """``Interview by Ada Quill``, above ``Photographs by Tom Reed``: who made the story, and no picture of it."""
    found = find_byline(caption.text_only) if caption.text_only else None
    return found is not None and found.rule == "byline.labelled"


def _is_of_one_picture(group: Sequence[Sheet], sheet: Sheet) -> bool:
    return sheet.block.picture == group[-1].block.picture and (
        sheet.block.picture is not None or sheet.hint is Hint.CREDIT
    )


def _take(desk: Desk, main: Sheet, others: Sequence[Sheet], found: Parsed[Caption]) -> None:
    credit, claimed = found.value.credit, []
    for other in others:
        if other.text == main.text:
            claimed.append(other)
        elif credit is None and (told := _credit(other)) is not None:
            credit = told
            claimed.append(other)
    picture = desk.draft.pictures[main.block.picture] if main.block.picture is not None else None
    photo = Photo(
        evolve(found.value, credit=credit),
        url=resolved(desk, picture.url) if picture else None,
        width=picture.width if picture else None,
        height=picture.height if picture else None,
    )
    desk.fields.photos.append(photo)
    path = f"photos[{len(desk.fields.photos) - 1}]"
    desk.claim(path, main, found.span, "photos.caption")
    desk.explain(f"{path}.caption", main, found)
    for sheet in claimed:
        desk.claim(path, sheet, _of_photo(sheet.text, main.text), "photos.credit")


def _of_photo(line: str, caption: str) -> Span:
    """What of a line beside *caption* is the photograph's: the credit in it, or all where it says nothing else."""
    whole, found = Span(0, len(line)), find_photo_credit(line)
    if found is None or line == caption:
        return whole
    rest = line[: found.span.start] + line[found.span.end :]
    return found.span if any(map(str.isalnum, rest)) else whole


def _credit(sheet: Sheet) -> PhotoCredit | None:
    """Whom a block beside a caption credits: as it says, or whose name is all it says, a known given name in front."""
    found = find_photo_credit(sheet.text)
    if found is not None or sheet.hint is not Hint.CREDIT:
        return found.value if found is not None else None
    named = find_photo_credit(f"Photo: {sheet.text}") if has_given_name(sheet.text.split()) else None
    if named is None or not named.value.photographers or named.value.agencies:
        return None
    return evolve(named.value, text=sheet.text)
