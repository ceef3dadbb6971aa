"""What stands around the prose of a caption: file marker, counter, furniture and credit."""

import re

from attrs import frozen

from articlekit.forms.credits import find_photo_credit
from articlekit.grammar import Finder, Token
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases, widest
from articlekit.model import CreditFlag, PhotoCredit
from articlekit.span import Span

__all__ = ["Frame", "take_frame"]

_COUNTER = Token(r"\s*[\[(]?[0-9]{1,3}\s?(?:of|/)\s?[0-9]{1,3}[\])]?(?:\s?[|:–-])?\s*(?=\D|$)")
_FILE_PHRASE = Finder(r"\bfile (?:photo|image|picture|photos)\b", re.IGNORECASE)
_WORD = Token(r"\S+")
_WORD_AND_GAP = Token(r"\S+\s*")
_FILE_WORD = Token(r"FILE ?[-–—:]|File photo of ")
_MOST_MARKER_WORDS = 4


@frozen
class Frame:
    """The span of the prose, the credit and where it stands, and whether the picture is from the archive."""

    prose: Span
    credit: PhotoCredit | None
    credit_span: Span | None
    file: bool


def take_frame(text: str) -> Frame:
    """Take the frame off *text*; what is left is the prose, which may be empty."""
    start, end = _trim(text, 0, len(text))
    start = _skip_furniture(text, start, end)
    marker = _file_marker(text, start, end)
    start = _trim(text, marker or start, end)[0]
    found = find_photo_credit(text[:end])
    credit, span = None, None
    if found is not None and found.span.end >= end - 1 and found.span.start >= start:
        credit, span = found.value, found.span
        end = _trim(text, start, found.span.start)[1]
    file = marker is not None or bool(credit and CreditFlag.FILE in credit.flags)
    file = file or _FILE_PHRASE.first(text, start, end) is not None
    return Frame(Span(start, max(start, end)), credit, span, file)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return start, end


def _skip_furniture(text: str, start: int, end: int) -> int:
    """Step over ``Image caption`` and ``3 of 14`` at the head."""
    if counter := _COUNTER.match(text, start, end):
        start = counter.end()
    for count in range(widest("caption_furniture"), 1, -1):
        at = start
        for _ in range(count):
            found = _WORD_AND_GAP.match(text, at, end)
            if found is None:
                break
            at = found.end()
        if words_key(text[start:at]) in phrases("caption_furniture"):
            return at
    return start


def _file_marker(text: str, start: int, end: int) -> int | None:
    """The end of ``FILE - `` or ``FILE PHOTO: `` at *start*; None where the word is a word, as in ``File a claim``."""
    at, best = start, None
    for _ in range(_MOST_MARKER_WORDS):
        found = _WORD.match(text, at, end)
        if found is None:
            break
        phrase = words_key(text[start : found.end()])
        if phrase in phrases("file_markers") and (
            not phrase[-1].isalpha() or text[start : found.end()].isupper() or phrase.startswith("archiv")
        ):
            best = found.end()
        at = found.end()
        while at < end and text[at].isspace():
            at += 1
    if best is None and (found := _FILE_WORD.match(text, start, end)):
        best = found.end() if found[0].startswith("FILE") else start
    return best
