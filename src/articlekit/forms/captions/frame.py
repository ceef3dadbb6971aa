"""What stands around the prose of a caption: file marker, counter, furniture and credit."""

import re
from functools import cache

from attrs import frozen

from articlekit.forms.credits import credit_at_end, credit_at_head
from articlekit.grammar import Finder, KnownPhrase, Scanner, Token, any_of
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import CreditFlag, Parsed, PhotoCredit
from articlekit.span import Span

__all__ = ["Frame", "take_frame"]

_COUNTER = Token(r"\s*[\[(]?[0-9]{1,3}\s?(?:of|/)\s?[0-9]{1,3}[\])]?\.?(?:\s?[|:–-])?(?:\s+(?=\D|$)|(?=[^\W\d]))")
_FILE_PHRASE = Finder(r"\b(?:file (?:photo|image|picture|photos)|archivbild|archivfoto)\b", re.IGNORECASE)
_WORD = Token(r"\S+")
_FURNITURE = KnownPhrase(lambda: phrases("caption_furniture"), Token(r"[^\s:]++"))
_COLON = Token(r":?\s*")
_FILE_WORD = Token(r"FILE ?[-–—:]|File photo of ")
#: what wires and sites leave behind a caption
_TAIL = Finder(
    lambda: rf"\s*(?:\*{{1,2}}\s?FILE\s?\*{{1,2}}|ORG XMIT: ?\w+|(?i:{_tails()})):?\s*$",
)
_CAPTION_LABEL = Finder(r"\b(?:Image|Media) caption\s", re.IGNORECASE)
_LABEL_END = " -–—|/•,:("
_MOST_MARKER_WORDS = 4
_LONGEST_TAIL = 60
_LONGEST_HEAD = 200


@frozen
class Frame:
    """The span of the prose, the credit and where it stands, and whether the picture is from the archive."""

    prose: Span
    credit: PhotoCredit | None
    credit_span: Span | None
    file: bool


def _tails() -> str:
    return any_of(phrases("caption_tails"))


def take_frame(text: str) -> Frame:
    """Take the frame off *text*; what is left is the prose, which may be empty."""
    start, end = _trim(text, 0, len(text))
    end, stamped = _without_tail(text, start, end)
    start = _skip_overlines(text, _skip_furniture(text, start, end), end)
    marker = _file_marker(text, start, end)
    start = _trim(text, marker or start, end)[0]
    found = credit_at_end(text, start, end)
    if found is not None:
        end = _without_mark(text, start, found.span.start)
        start = _behind_repeated(text, start, end, found.value)
    elif (found := _leading_credit(text, start, end)) is not None:
        start = _skip_furniture(text, _trim(text, found.span.end, end)[0], end)
    file = stamped or marker is not None or bool(found and CreditFlag.FILE in found.value.flags)
    file = file or _FILE_PHRASE.first(text, start, end) is not None
    prose = Span(start, max(start, end))
    return Frame(prose, found.value if found else None, found.span if found else None, file)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end].lstrip()
    return end - len(inside), end - len(inside) + len(inside.rstrip().rstrip("|").rstrip())


def _without_mark(text: str, start: int, end: int) -> int:
    """*end* without the blanks and marks that part the prose from its credit."""
    return start + len(text[start:end].rstrip().rstrip(_LABEL_END))


def _without_tail(text: str, start: int, end: int) -> tuple[int, bool]:
    """*end* without furniture, and whether some of it says that the picture is from the archive."""
    stamped = False
    while _may_have_tail(text[max(start, end - _LONGEST_TAIL) : end]):
        found = _TAIL.first(text, max(start, end - _LONGEST_TAIL), end)
        if found is None:
            break
        stamped = stamped or "FILE" in found[0]
        end = found.start()
    return end, stamped


def _may_have_tail(window: str) -> bool:
    """Whether *window* may end in furniture: a glance that spares most captions the search."""
    return window.rstrip(" \n:").casefold().endswith(_tail_ends()) or "**" in window or "XMIT" in window


@cache
def _tail_ends() -> tuple[str, ...]:
    return tuple(phrases("caption_tails"))


def _behind_repeated(text: str, start: int, end: int, credit: PhotoCredit) -> int:
    """*start*, or where prose begins behind a credit that its end repeats: ``Ada Quill/AP A gull. (Ada Quill/AP)``."""
    inner = credit.text.strip("()[] ")
    if inner and text.startswith(inner, start):
        return _trim(text, start + len(inner), end)[0]
    if (
        not credit.photographers
        or credit.photographers[0].split()[-1].casefold() not in text[start : start + _LONGEST_HEAD].casefold()
    ):
        return start
    found = credit_at_head(text, start, end)
    same = found is not None and found.value.photographers == credit.photographers
    return _trim(text, found.span.end, end)[0] if found is not None and same else start


def _leading_credit(text: str, start: int, end: int) -> Parsed[PhotoCredit] | None:
    """``Image copyright Getty Images Image caption A gull``, ``Ada Quill/REUTERS A gull``."""
    label = _CAPTION_LABEL.first(text, start, min(end, start + _LONGEST_HEAD))
    return credit_at_end(text, start, label.start()) if label else credit_at_head(text, start, end)


def _skip_overlines(text: str, start: int, end: int) -> int:
    """Step over the desk's instructions in capitals: ``ADVANCE FOR SUNDAY, JULY 9 -``."""
    for _ in range(_MOST_OVERLINES):
        found = _OVERLINE.match(text, start, end)
        if found is None or not words_key(found[1]).startswith(tuple(phrases("caption_overlines"))):
            break
        start = found.end()
    return start


_MOST_OVERLINES = 3
_OVERLINE = Token(r"[*\s]{0,4}([A-Z][A-Z0-9 ,.'’/&-]{3,160}?)\s?(?:--|[-–—:;]|\*\*)\s{1,3}(?=\S)")


def _skip_furniture(text: str, start: int, end: int) -> int:
    """Step over ``Image caption``, ``Image:`` and ``3 of 14`` at the head."""
    if counter := _COUNTER.match(text, start, end):
        start = counter.end()
    scanner = Scanner(text, start, end)
    phrase = _FURNITURE.take(scanner)
    colon = scanner.take(_COLON)
    return scanner.pos if phrase and (" " in phrase or (colon and ":" in colon[0])) else start


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
