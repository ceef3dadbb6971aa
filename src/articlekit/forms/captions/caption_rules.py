"""The rules of captions, by what frames the prose."""

from articlekit.forms.captions.frame import Frame, take_frame
from articlekit.forms.captions.people import find_people
from articlekit.forms.captions.positions import list_phrases
from articlekit.forms.captions.scene import find_dates, find_place
from articlekit.forms.captions.venues import find_venue
from articlekit.forms.captions.words import Sentence, sentence_of, sentences
from articlekit.grammar import Finder, Rule, Scanner
from articlekit.model import Caption, PartialDate, Subject
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["RULES", "caption_frame", "shown_sentences"]

_LONGEST = 4000


def marked(scanner: Scanner) -> Caption | None:
    """``FILE - A gull on the pier, June 5, 2019.``."""
    frame = scanner.once(_frame)
    return _caption(scanner, frame) if frame and frame.file else None


def credited(scanner: Scanner) -> Caption | None:
    """``A gull on the pier. (AP Photo/Ada Quill)``."""
    frame = scanner.once(_frame)
    return _caption(scanner, frame) if frame and frame.credit else None


def plain(scanner: Scanner) -> Caption | None:
    """``A gull on the pier.``: a caption that only its place on the page shows to be one."""
    frame = scanner.once(_frame)
    return _caption(scanner, frame) if frame and len(frame.prose) else None


def _frame(scanner: Scanner) -> Frame | None:
    return caption_frame(scanner.text[: scanner.end]) if scanner.pos < scanner.end else None


def caption_frame(text: str) -> Frame | None:
    """The frame of the caption that *text* may be, whose prose is not read; None where it is longer than any."""
    return take_frame(text) if len(text) <= _LONGEST else None


def _caption(scanner: Scanner, frame: Frame) -> Caption | None:
    text = scanner.text
    start = scanner.pos
    if not squeeze(frame.prose.of(text)) and frame.credit is None:
        return None
    scanner.pos = len(text[: scanner.end].rstrip())
    shown = shown_sentences(text, frame.prose)
    lead = shown[0]
    people: list[Subject] = []
    for sentence in shown:
        for subject, span in find_people(sentence):
            scanner.note(f"people[{len(people)}].name", span.start, span.end)
            people.append(subject)
    place = find_place(lead)
    if place:
        scanner.note("place", place[1].start, place[1].end)
    venue = find_venue(lead)
    if venue:
        scanner.note("venue", venue[1].start, venue[1].end)
    if frame.credit_span:
        scanner.note("credit", max(start, frame.credit_span.start), frame.credit_span.end)
    return Caption(
        squeeze(frame.prose.of(text)),
        file=frame.file,
        people=tuple(people),
        dates=_dates(scanner, lead),
        place=place[0] if place else None,
        venue=venue[0] if venue else None,
        credit=frame.credit,
        text=text[start : scanner.pos].strip(),
    )


def shown_sentences(text: str, prose: Span) -> list[Sentence]:
    """The first sentence, and any later one that says who stands where: ``From left are ...``, ``... is at left``."""
    lead, *further = sentences(text, prose)
    return [sentence_of(text, one) for one in (lead, *(one for one in further if _says_where(text, one)))]


def _says_where(text: str, sentence: Span) -> bool:
    return any(list_phrases(text, sentence)) or _AT_SIDE.first(text, sentence.start, sentence.end) is not None


_AT_SIDE = Finder(
    r"\b(?:is|are) (?:seen |pictured )?(?:at|on the|in the) (?:far )?(?:left|right|cent(?:er|re))\b"
    r"|\b[Aa]t (?:left|right) (?:is|are)\b"
)


def _dates(scanner: Scanner, lead: Sentence) -> tuple[PartialDate, ...]:
    """The day of the picture; every day where the caption is of a combination of pictures."""
    found = list(find_dates(lead))
    whole = [item for item in found if item[0].day] or found
    if whole and "combination" not in lead.span.of(lead.text).casefold():
        whole = [next((other for other in whole if _says_year_of(lead.text, whole[0], other)), whole[0])]
    for i, (_, span) in enumerate(whole):
        scanner.note(f"dates[{i}]", span.start, span.end)
    return tuple(date for date, _ in whole)


_Dated = tuple[PartialDate, Span]


def _says_year_of(text: str, framed: _Dated, other: _Dated) -> bool:
    """Whether *other* is the day of the frame with its year: ``OSLO, NORWAY - JUNE 03: ... on June 03, 2024``."""
    (day, place), (again, behind) = framed, other
    same = day.year is None and again.year is not None and (day.month, day.day) == (again.month, again.day)
    return same and text.startswith(":", place.end) and text.endswith(" on ", 0, behind.start)


RULES: tuple[Rule[Caption], ...] = (
    Rule("caption.file", marked),
    Rule("caption.credited", credited),
    Rule("caption.plain", plain),
)
