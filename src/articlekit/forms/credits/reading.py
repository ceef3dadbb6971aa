"""A credit line taken apart: photographers, agencies, conditions."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from articlekit.forms.names import has_given_name, is_name, person
from articlekit.forms.organizations import known_at, known_organization, why_organization
from articlekit.grammar import Finder, Rule, Scanner, Token
from articlekit.grammar.tokens import BLANK, HANDLE, SPACES
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import mapping, phrases, widest
from articlekit.model import CreditFlag, PhotoCredit
from articlekit.typography import DASHES, plain

__all__ = ["RULES", "read_credit", "starts_with_label"]

_LONGEST_NAME = 60  # code points of a known name
_LONGEST = 300  # code points in the longest credit line
PART = Token(
    r"[^/|;,()\[\]\n]{1,160}?(?=\s{0,3}(?:/|\||;|,|\)|\]|\n|$|\svia\s|\s[-–—]\s|—|-(?:WPA )?[Pp]ool|\sand\s|\s&\s"
    r"|\sfor\s[A-Z]|\s{0,3}©|\.?\s{1,3}(?:(?:Photo|Photograph)s? by|Courtesy|Copyright|All rights)\b|\son\s[A-Z]|\.$))",
    re.IGNORECASE,
)
MARK = Token(
    rf"{BLANK}{{0,3}}(?:[/|;,]|via(?={BLANK})|[{DASHES}]{{1,2}}|and(?={BLANK})|&|(?:for|on)(?={BLANK})|\.){BLANK}{{0,3}}(?:(?:via|and|&){BLANK})?"
)
LABEL_WORD = Token(r"[^\W\d_]{1,14}+|©")
GLUED_LABEL = Token(r"(?:Credit|Photo|Foto|Bild|Quelle)+(?=[A-ZÀ-Þ])")
LABEL_END = Token(r"\s{0,3}[:.…]{1,3}\s{0,3}|\s{1,3}(?=[^a-z\s]|\S+[/@])|(?<=[a-z])(?=[A-Z])|\s{0,3}$")
BRANCH = Token(
    r"((?:U\.?S\.? )?(?:[A-Z][A-Za-z.]+ ){1,5}?)(?:[Cc]ourtesy )?[Pp]hotos?"
    r"(?:(?: illustration)? (?:by|courtesy of) |\s?/\s?)"
)
_PAIR = 2
_OPENING_DASH = Token(rf"{BLANK}{{0,3}}[{DASHES}]{{1,2}}{BLANK}{{1,3}}")
_YEAR = Finder(r"^[12][0-9]{3},?\s")  # behind "Copyright"
BRACKETED = Token(r"[(\[]{1,2}([^()\[\]]{1,300}(?:[)\]][^()\[\]]{1,60})?)(?:[)\]]\.?|$)")


@frozen
class _Part:
    """A part of a credit line as written, where it stands, and the mark in front of it."""

    text: str
    start: int
    mark: str


# --------------------------------------------------------------------------- reading


def read_credit(scanner: Scanner) -> PhotoCredit | None:
    """
    The credit from the cursor to the end of *scanner*, without brackets around it; None where it names nobody.

    The same photographers and agencies sign most pictures of any corpus, so lines are remembered.
    """
    start = scanner.pos
    credit, parts = _read_line(scanner.text[start : scanner.end])
    for path, first, last in parts:
        scanner.note(path, start + first, start + last)
    scanner.pos = scanner.end
    return credit


@lru_cache(maxsize=4096)
def _read_line(line: str) -> tuple[PhotoCredit | None, tuple[tuple[str, int, int], ...]]:
    """The credit that *line* is, and where its parts stand in it."""
    scanner = Scanner(line)
    scanner.take(_OPENING_DASH)
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
        return None, ()
    people, houses = tuple(dict.fromkeys(photographers)), tuple(dict.fromkeys(agencies))
    parts = tuple((path, first, last) for path, first, last, _ in scanner.notes)
    return PhotoCredit(people, houses, tuple(flags), line.strip(" .")), parts


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
    scanner.take(GLUED_LABEL)
    start, best = scanner.pos, (0, "")
    if known_at(scanner.text[start : start + _LONGEST_NAME].replace("/", " ").split(), 0):  # picture alliance
        return ""
    for _ in range(widest("photo_labels")):
        if scanner.take(LABEL_WORD) is None:
            break
        phrase = words_key(scanner.text[start : scanner.pos])
        end = scanner.pos
        if phrase in phrases("photo_labels") and (scanner.take(LABEL_END) is not None or phrase == "©"):
            scanner.take(SPACES)
            best = (scanner.pos, phrase)
        scanner.pos = end
        scanner.take(SPACES)
    scanner.pos = best[0] or start
    return best[1]


def starts_with_label(line: str) -> int:
    """
    The length of the label at the head of *line*, 0 where there is none: ``Photo by``, ``Photo:``; not ``Photo`` alone.

    >>> starts_with_label("Photo by Ada Quill"), starts_with_label("Photo Galleries")
    (9, 0)
    """
    scanner = Scanner(line)
    label = _take_label(scanner)
    if label and (" " in label or ":" in line[: scanner.pos] or "..." in line[: scanner.pos] or label in _LABELS_ALONE):
        return scanner.pos
    branch = BRANCH.match(line)
    return branch.end() if branch else 0


_LABELS_ALONE = ("courtesy", "©", "credit", "credits", "copyright", "picture", "foto", "bild")


def _add_flag(flags: set[CreditFlag], text: str) -> bool:
    flag = mapping("photo_flags").get(words_key(text))
    if flag is not None:
        flags.add(CreditFlag(flag))
    return flag is not None


def _sort(part: _Part, photographers: list[str], agencies: list[str], flags: set[CreditFlag], scanner: Scanner) -> None:
    """Put one part of the line where it belongs."""
    text = _without_suffix(part.text, flags)
    if not any(map(str.isalpha, text)) or _add_flag(flags, text) or words_key(text) in phrases("photo_nobody"):
        return
    end = part.start + len(part.text)
    words = text.split()
    if HANDLE.match(text) and len(words) == 1:
        photographers.append(text)
    elif (joined := _hyphenated(text)) is not None:  # Ada Quill-USA TODAY Sports
        _sort_person(joined[0].split(), part.start, photographers, scanner)
        scanner.note(f"agencies[{len(agencies)}]", part.start, end)
        agencies.append(joined[1])
    elif cut := _name_before_agency(words):
        _sort_person(words[:cut], part.start, photographers, scanner)
        scanner.note(f"agencies[{len(agencies)}]", part.start, end)
        agencies.append(" ".join(words[cut:]))
    elif _is_photographer(words, part.mark, photographers):
        _sort_person(words, part.start, photographers, scanner)
    else:
        scanner.note(f"agencies[{len(agencies)}]", part.start, end)
        agencies.append(text)


def _sort_person(words: Sequence[str], start: int, photographers: list[str], scanner: Scanner) -> None:
    who = person(words)
    scanner.note(f"photographers[{len(photographers)}]", start, start + len(" ".join(words)))
    photographers.append(who.name if who else " ".join(words))


def _hyphenated(text: str) -> tuple[str, str] | None:
    """The name and the agency of ``Ada Quill-Imagn Images``; None for ``Ada Quill-Marsh``."""
    for at in (i for i, c in enumerate(text) if c == "-"):
        if known_organization(text[at + 1 :]) and is_name(text[:at].split()):
            return text[:at], text[at + 1 :]
    return None


def _name_before_agency(words: Sequence[str]) -> int:
    """The words of the name in ``Ada Quill AP``, which nothing parts from the agency; 0 where there is none."""
    for cut in range(2, min(len(words), 4)):
        if known_organization(" ".join(words[cut:])) and is_name(words[:cut]) and not why_organization(words[:cut]):
            return cut
    return 0


def _without_suffix(text: str, flags: set[CreditFlag]) -> str:
    """``AP Photo`` is AP, ``Pool Photo`` a flag, ``Photo by Ada Quill`` Ada Quill."""
    scanner = Scanner(text)
    label = _take_label(scanner)
    rest = text[scanner.pos :]
    if label and rest:
        _add_flag(flags, label)
        text = rest
    words = _YEAR.pattern.sub("", text).split()
    while len(words) > 1 and words[-1].islower() and _add_flag(flags, words[-1]):
        words.pop()
    text = " ".join(words)
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
    if why is not None and not (why == "word" and len(words) == _PAIR and has_given_name(words) and not photographers):
        return False
    if not is_name([word.rstrip(",") for word in words]):
        return False
    if len(words) == 1:
        return False
    if photographers and (mark in ("/", "via", "|", "-", "for", "on") or (mark == "," and not has_given_name(words))):
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
