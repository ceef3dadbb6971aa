"""
Photo credits: who took a photograph, and who provided it.

    credit = ["("] [label] part *(mark part) [")"]
    part   = photographer / agency / flag / nobody / branch "photo by" [rank] photographer
    mark   = "/" / "," / " via " / " - " / ";" / "|" / "and" / "for"

A part is a flag, nobody (``STR``, ``Uncredited``), a known organisation, or has the marks of one;
otherwise a name of two words and more is a photographer, unless one stands before it already
behind a slash: ``Ada Quill/Independent Record via AP``.

Source: AP caption practice, the Reuters, AFP and Getty credit lines of 2001-2026.

>>> credit = parse_photo_credit("(AP Photo/Ada Quill, Pool, File)")
>>> credit.photographers, credit.agencies, [flag.value for flag in credit.flags]
(('Ada Quill',), ('AP',), ['file', 'pool'])
>>> find_photo_credit("A gull. REUTERS/Ada Quill").value.photographers
('Ada Quill',)
"""

import re
from collections.abc import Sequence

from attrs import frozen

from articlekit.errors import WriteError
from articlekit.forms.names import has_given_name, is_name, person
from articlekit.forms.organizations import known_organization, why_organization
from articlekit.grammar import Finder, Rule, Scanner, Token, first_match, parse_whole
from articlekit.grammar.tokens import BLANK, HANDLE, SPACES
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases, widest
from articlekit.model import CreditFlag, Parsed, PhotoCredit
from articlekit.typography import DASHES, plain

__all__ = ["RULES", "find_photo_credit", "format_photo_credit", "parse_photo_credit", "read_credit"]

_LONGEST = 300  # code points in the longest credit line
PART = Token(
    r"[^/|;,()\[\]\n]{1,80}?(?=\s{0,3}(?:/|\||;|,|\)|\]|\n|$|\svia\s|\s[-–—]\s|-(?:WPA )?[Pp]ool|\sand\s|\s&\s"
    r"|\sfor\s[A-Z]|\.?\s{0,3}(?:©|(?:Photo|Courtesy|Copyright|All rights)\b)|\.$))",
    re.IGNORECASE,
)
MARK = Token(
    rf"{BLANK}{{0,3}}(?:[/|;,]|via(?={BLANK})|[{DASHES}]{{1,2}}|and(?={BLANK})|&|for(?={BLANK})|\.){BLANK}{{0,3}}(?:via{BLANK})?"
)
LABEL_WORD = Token(r"[^\W\d_]{1,14}+|©")
LABEL_END = Token(r"\s{0,3}[:.…]{1,3}\s{0,3}|\s{1,3}(?=[^a-z\s]|\S+[/@])|(?<=[a-z])(?=[A-Z])|\s{0,3}$")
BRANCH = Token(
    r"((?:U\.?S\.? )?(?:[A-Z][A-Za-z.]+ ){1,5}?)(?:[Cc]ourtesy )?[Pp]hotos?(?: illustration)? (?:by|courtesy of) "
)
BRACKETED = Token(r"[(\[]([^()\[\]]{1,300})[)\]]")


@frozen
class _Part:
    """A part of a credit line as written, where it stands, and the mark in front of it."""

    text: str
    start: int
    mark: str


# --------------------------------------------------------------------------- reading


def read_credit(scanner: Scanner) -> PhotoCredit | None:
    """The credit from the cursor to the end of *scanner*, without brackets around it; None where it names nobody."""
    start = scanner.pos
    flags: set[CreditFlag] = set()
    photographers: list[str] = []
    agencies: list[str] = []
    label = _take_label(scanner)
    _add_flag(flags, label)
    if branch := scanner.take(BRANCH):
        agencies.append(plain(branch[1]))
    for part in _parts(scanner):
        _sort(part, photographers, agencies, flags, scanner)
    if not (photographers or agencies or flags):
        return None
    text = scanner.text[start : scanner.end].strip(" .")
    return PhotoCredit(tuple(dict.fromkeys(photographers)), tuple(dict.fromkeys(agencies)), tuple(flags), text)


def _parts(scanner: Scanner) -> list[_Part]:
    parts: list[_Part] = []
    mark = ""
    while not scanner.at_end:
        scanner.take(SPACES)
        found = scanner.take(PART)
        if found:
            parts.append(_Part(plain(found[0]), found.start(), mark))
        marked = scanner.take(MARK)
        if marked is None:
            if found is None:
                scanner.pos += not scanner.at_end
            continue
        mark = marked[0].strip().casefold()
    return parts


def _take_label(scanner: Scanner) -> str:
    """``Photo by``, ``Credit:``, ``Image copyright``: the label at the cursor, folded, or nothing."""
    start, best = scanner.pos, (0, "")
    for _ in range(widest("photo_labels")):
        if scanner.take(LABEL_WORD) is None:
            break
        phrase = words_key(scanner.text[start : scanner.pos])
        end = scanner.pos
        if phrase in phrases("photo_labels") and scanner.take(LABEL_END) is not None:
            best = (scanner.pos, phrase)
        scanner.pos = end
        scanner.take(SPACES)
    scanner.pos = best[0] or start
    return best[1]


def _add_flag(flags: set[CreditFlag], text: str) -> bool:
    flag = mapping("photo_flags").get(words_key(text))
    if flag is not None:
        flags.add(CreditFlag(flag))
    return flag is not None


def _sort(part: _Part, photographers: list[str], agencies: list[str], flags: set[CreditFlag], scanner: Scanner) -> None:
    """Put one part of the line where it belongs."""
    text = _without_suffix(part.text, flags)
    if not text or _add_flag(flags, text) or words_key(text) in phrases("photo_nobody"):
        return
    end = part.start + len(part.text)
    words = text.split()
    if HANDLE.match(text) and len(words) == 1:
        photographers.append(text)
    elif _is_photographer(words, part.mark, photographers):
        who = person(words)
        scanner.note(f"photographers[{len(photographers)}]", part.start, end)
        photographers.append(who.name if who else text)
    else:
        scanner.note(f"agencies[{len(agencies)}]", part.start, end)
        agencies.append(text)


def _without_suffix(text: str, flags: set[CreditFlag]) -> str:
    """``AP Photo`` is AP, ``Pool Photo`` a flag, ``Photo by Ada Quill`` Ada Quill."""
    scanner = Scanner(text)
    label = _take_label(scanner)
    rest = text[scanner.pos :]
    if label and rest:
        _add_flag(flags, label)
        text = rest
    words = text.split()
    while (
        len(words) > 1
        and words_key(words[-1]) in phrases("photo_suffixes")
        and words_key(text) not in mapping("photo_flags")
    ):
        words.pop()
        text = " ".join(words)
    for count in range(min(len(words) - 1, widest("photo_flags")), 0, -1):
        if words_key(" ".join(words[:count])) in mapping("photo_flags") and words_key(text) not in mapping(
            "photo_flags"
        ):
            _add_flag(flags, " ".join(words[:count]))
            return " ".join(words[count:])
    return text


def _is_photographer(words: Sequence[str], mark: str, photographers: list[str]) -> bool:
    """Whether a part is a person: by its own marks, then by where it stands."""
    why = why_organization(words)
    if why is not None and not (why == "word" and has_given_name(words) and not photographers):
        return False
    if not is_name([word.rstrip(",") for word in words]):
        return False
    if len(words) == 1:
        return False
    if photographers and mark in ("/", "via", "|", "-", "for"):
        return False
    return mark != "via" or has_given_name(words)


# --------------------------------------------------------------------------- rules


def bracketed(scanner: Scanner) -> PhotoCredit | None:
    """``(AP Photo/Ada Quill)``."""
    found = scanner.take(BRACKETED)
    if found is None:
        return None
    inner = Scanner(scanner.text, found.start(1), found.end(1))
    credit = read_credit(inner)
    scanner.notes += inner.notes
    return credit


def bare(scanner: Scanner) -> PhotoCredit | None:
    """``REUTERS/Ada Quill``, ``Photo by Ada Quill``: the whole line, without brackets."""
    if scanner.end - scanner.pos > _LONGEST:
        return None
    credit = read_credit(scanner)
    scanner.pos = len(scanner.text[: scanner.end].rstrip())
    return credit


RULES: tuple[Rule[PhotoCredit], ...] = (
    Rule("credit.bracketed", bracketed),
    Rule("credit.bare", bare),
)


# --------------------------------------------------------------------------- the three verbs


def parse_photo_credit(text: str) -> PhotoCredit:
    """
    The photo credit that the whole of *text* is, with or without brackets.

    Raises:
        ParseError: *text* names neither a photographer, an agency nor a condition.

    >>> parse_photo_credit("Photo by ADA QUILL / POOL / AFP").agencies
    ('AFP',)
    >>> parse_photo_credit("()")
    Traceback (most recent call last):
    articlekit.errors.ParseError: expected a photo credit
        ()
        ^
    """
    return parse_whole(text, RULES, "credit", "a photo credit")


def find_photo_credit(text: str) -> Parsed[PhotoCredit] | None:
    """
    The photo credit in *text*: in brackets at its end, else behind a label or agency at its end, else the whole.

    None where there is none. Never raises on a ``str``.

    >>> find_photo_credit("A gull on the pier. (AP Photo/Ada Quill)").span
    Span(start=20, end=40)
    >>> find_photo_credit("A gull stands on the pier and looks at the sea.") is None
    True
    """
    end = len(text.rstrip())
    for start in _starts(text, end):
        scanner = Scanner(text, start, end)
        found = first_match(RULES, scanner)
        if found is not None and found.span.end >= end - 1 and _convinces(text[start:end], found.value):
            return found
    return None


TAIL = Finder(
    r"(?:(?<=[.!?\"”)\d])|(?<=\s)|^)(?="
    r"(?:(?:Photo|Foto|Image|Picture|Photograph|Credit|Bild|Illustration|Handout|Courtesy|Special to)s?\b[ :.(]"
    r"|(?i:photo by|courtesy of|image credit)|(?:REUTERS|AP Photo|AFP|AP|Reuters|EPA|EFE|PA)[ /]"
    r"|[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,3}(?: ?/ ?| via )))"
)
_MOST_TAILS = 40
_WINDOW = 300


def _starts(text: str, end: int) -> list[int]:
    """Where a credit may begin, the surest place first: the last bracket, then labels and agencies, then the start."""
    starts = []
    if text[:end].rstrip(".").endswith((")", "]")):
        opening = max(text.rfind("(", 0, end), text.rfind("[", 0, end))
        if opening >= 0:
            starts.append(opening)
    window = max(0, end - _WINDOW)
    tails = [found.start() for found in TAIL.all(text, window, end)][:_MOST_TAILS]
    return [*starts, *tails, *([0] if end <= _WINDOW and 0 not in tails else [])]


def _convinces(line: str, credit: PhotoCredit) -> bool:
    """Whether a line is a credit and no prose: brackets with a name, a label, a known agency, or a slash."""
    known = any(map(known_organization, credit.agencies))
    labelled = _is_labelled(line.lstrip("(["))
    small = sum(word.islower() for word in line.split())
    if labelled or credit.flags or known:
        return small <= _MOST_SMALL_WORDS
    return bool(credit.photographers) and small <= 1 and ("/" in line or line.startswith(("(", "[")))


_MOST_SMALL_WORDS = 5


def _is_labelled(line: str) -> bool:
    """``Photo by Ada Quill``, ``Photo: Ada Quill``; not ``Photo Galleries``."""
    scanner = Scanner(line)
    label = _take_label(scanner)
    return bool(label) and (" " in label or ":" in line[: scanner.pos] or label in ("courtesy", "©", "credit"))


def format_photo_credit(credit: PhotoCredit) -> str:
    """
    *credit* in AP style: ``AP Photo/Ada Quill, Pool, File``, ``Ada Quill/Sputnik via AP``.

    ``parse_photo_credit`` reads it back to an equal value.

    Raises:
        WriteError: no credit line says this.

    >>> format_photo_credit(PhotoCredit(("Ada Quill",), ("AP",), (CreditFlag.FILE,)))
    'AP Photo/Ada Quill, File'
    """
    flags = "".join(f", {flag.value.capitalize()}" for flag in reversed(credit.flags))
    names = " and ".join(credit.photographers)
    for line in _lines(names, credit.agencies):
        text = (line + flags).removeprefix(", ")
        found = first_match(RULES, Scanner(text))
        if found is not None and found.value == credit and found.span.end == len(text):
            return text
    raise WriteError(f"no credit line says {credit!r:.200}")


def _lines(names: str, agencies: Sequence[str]) -> list[str]:
    """The ways to write names and agencies, the most usual first."""
    if not agencies:
        return [names, f"Photo by {names}"]
    first, rest = agencies[0], agencies[1:]
    via = "/".join(agencies[:-1]) + (" via " if rest else "") + agencies[-1]
    staff = "/".join([f"{first} Photo", *([names] if names else []), *rest])
    joined = "/".join([*([names] if names else []), *agencies])
    lines = [
        staff,
        f"{names}/{via}" if names else via,
        joined,
        "/".join([first, *([names] if names else []), *rest]),
    ]
    return lines if first in ("AP", "AFP") else [*lines[1:], f"Photo by {joined}", f"Photo: {joined}"]
