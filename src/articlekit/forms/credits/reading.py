"""A credit line taken apart: photographers, agencies, conditions."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from articlekit.forms.names import Person, has_given_name, initials, is_family_name, is_name, person
from articlekit.forms.organizations import known_at, known_organization, why_organization
from articlekit.grammar import Finder, KnownPhrase, Rule, Scanner, Token, any_of
from articlekit.grammar.tokens import BLANK, HANDLE, SPACES
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import longest_head, mapping, phrases
from articlekit.model import CreditFlag, PhotoCredit
from articlekit.remembering import remembered
from articlekit.span import Span
from articlekit.typography import DASHES, VOWEL_SIGNS, plain

__all__ = ["RULES", "glued_labels", "read_credit", "starts_with_label"]

_LONGEST_NAME = 60  # code points of a known name
_LONGEST = 300  # code points in the longest credit line
#: up to a mark, ``via``, ``for The Ledger``, ``from Pexels``: of other houses nobody knows (Letters from Iwo Jima)
PART = Token(
    lambda: (
        r"[^/|;,()\[\]\n]{1,160}?(?=\s{0,3}(?:/|\||;|,|[()\[\]]|\n|$|\svia\s|\s[-–—]\s|—|-(?:WPA )?[Pp]ool"
        r"|\s(?:and|og|och|und)\s|\s&\s"
        rf"|\sfrom\s(?:{any_of(phrases('photo_platforms'))})\b"
        r"|\sfor\s[A-Z]|\s{0,3}©|\s(?=(?:19|20)[0-9]{2}\s[A-Z])|\son\s[A-Z]|\.$"
        r"|\.?\s{1,3}(?:(?:Photo|Photograph)s? by|Courtesy|Copyright|All rights)\b))"
    ),
    re.IGNORECASE,
)
MARK = Token(
    rf"{BLANK}{{0,3}}(?:[/|;,&.]|[{DASHES}]{{1,2}}|(?:[Vv]ia|and|og|och|und|y|et|for|from|on)(?={BLANK})){BLANK}{{0,3}}"
    rf"(?:(?:via|and|&){BLANK})?"
)
LABEL_WORD = Token(rf"[^\W\d_](?:[^\W\d_]|[{VOWEL_SIGNS}]|[/-](?=[^\W\d_])){{0,20}}\.?|©")
LABEL = KnownPhrase(lambda: phrases("photo_labels"), LABEL_WORD)
GLUED_LABEL = Token(lambda: rf"(?:{glued_labels()})+(?=[A-ZÀ-Þ])")
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
    """A part of a credit line as written, where it stands, and the marks in front of it and behind."""

    text: str
    span: Span
    mark: str
    behind: str = ""


class _Named:
    """Whom a credit line has named so far, and where: who is named twice is named once."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.photographers: dict[str, Span] = {}
        self.agencies: dict[str, Span] = {}
        self.flags: set[CreditFlag] = set()

    def add_photographer(self, name: str, words: Sequence[str], part: _Part) -> None:
        """Add who is called *name*, in the *words* of a part."""
        self.photographers.setdefault(name, self._place(words, part))

    def add_agency(self, name: str, part: _Part) -> None:
        """Add whom a part calls *name*."""
        self.agencies.setdefault(name, self._place(name.split(), part))

    def add_company_form(self, text: str, part: _Part) -> None:
        """Add ``Inc.`` and the like to the agency named last."""
        last, span = self.agencies.popitem()
        self.agencies[f"{last}, {text}"] = Span(span.start, part.span.end)

    def notes(self) -> Iterator[tuple[str, int, int]]:
        """The path of each value, and where it stands."""
        for field in ("photographers", "agencies"):
            for number, span in enumerate(getattr(self, field).values()):
                yield f"{field}[{number}]", span.start, span.end

    def _place(self, words: Sequence[str], part: _Part) -> Span:
        """Where *words* stand in a part: the labels beside a name are none of it."""
        written = r"\s+".join(map(re.escape, words))
        found = re.compile(rf"(?<!\w){written}(?!\w)").search(self.line, part.span.start, part.span.end)
        return Span(*found.span()) if found else part.span


def glued_labels() -> str:
    """The labels that pages glue to what stands behind, as a pattern: ``CreditAda Quill``."""
    return any_of(row[0] for row in rows("photo_label_heads") if row[1] == "yes")


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


@remembered(4096)
def _read_line(line: str) -> tuple[PhotoCredit | None, tuple[tuple[str, int, int], ...]]:
    """The credit that *line* is, and where its parts stand in it; a line that holds a clock is a time."""
    if _CLOCK.first(line) is not None:
        return None, ()
    scanner = Scanner(line)
    scanner.take(_OPENING_DASH)
    named = _Named(line)
    label = _take_label(scanner)
    _add_flag(named.flags, label)
    if branch := scanner.take(BRANCH):
        house = plain(branch[1])
        named.add_agency(house, _Part(house, Span(*branch.span(1)), ""))
    parts = _houses_whole(_parts(scanner))
    for part, beside in zip(parts, _neighbours(parts), strict=True):
        if _is_handle(part.text, beside):
            named.add_photographer(part.text, (part.text,), part)
        else:
            _sort(part, named)
    if not (named.photographers or named.agencies or named.flags):
        return None, ()
    credit = PhotoCredit(tuple(named.photographers), tuple(named.agencies), tuple(named.flags), line.strip(" ."))
    return credit, tuple(named.notes())


_CLOCK = Finder(r"\b[0-2]?[0-9]:[0-5][0-9]\b")


def _parts(scanner: Scanner) -> list[_Part]:
    parts: list[_Part] = []
    mark = ""
    while not scanner.at_end:
        scanner.take(SPACES)
        found = scanner.take(PART)
        if found:
            parts.append(_Part(plain(found[0]), Span(*found.span()), mark))
        marked = scanner.take(MARK)
        if marked is None:
            if found is None:
                scanner.pos += not scanner.at_end
            continue
        mark = marked[0].strip().casefold()
    return [evolve(part, behind=following.mark) for part, following in pairwise(parts)] + parts[-1:]


def _houses_whole(parts: list[_Part]) -> list[_Part]:
    """*parts*, ``U.S. Customs`` *and* ``Border Protection`` joined where neither is a person's name."""
    found: list[_Part] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and part.mark == "and" and not any(map(_names_person, (last.text, part.text))):
            span = Span(last.span.start, part.span.end)
            found[-1] = _Part(f"{last.text} and {part.text}", span, last.mark, part.behind)
        else:
            found.append(part)
    return found


def _names_person(text: str) -> bool:
    words = text.split()
    return has_given_name(words) or any(map(is_family_name, words[-1:])) or known_organization(text) or len(words) == 1


def _neighbours(parts: Sequence[_Part]) -> Iterator[tuple[str, ...]]:
    """For each part, what stands in front of it and behind it."""
    for i in range(len(parts)):
        yield tuple(part.text for part in (*parts[max(0, i - 1) : i], *parts[i + 1 : i + 2]))


def _is_handle(text: str, beside: Sequence[str]) -> bool:
    """``joiseyharbor`` beside ``Flickr``: a name of one word, or a photography of somebody's, on a platform."""
    key = words_key(text)
    if key in phrases("photo_platforms") or known_organization(text) or not text.isprintable() or "." in text:
        return False
    single = " " not in text and key not in mapping("photo_flags") and key not in phrases("photo_nobody")
    return (single or key.endswith(" photography")) and any(
        words_key(one) in phrases("photo_platforms") for one in beside
    )


def _take_label(scanner: Scanner) -> str:
    """``Photo by``, ``Credit:``, ``Image copyright``: the label at the cursor, folded, or nothing."""
    scanner.take(GLUED_LABEL)
    start = scanner.pos
    label = LABEL.take(scanner)
    if label is None:
        return ""
    ended = scanner.take(LABEL_END) is not None or label == "©"
    if not ended or known_at(scanner.text[start : start + _LONGEST_NAME].replace("/", " ").split(), 0):
        scanner.pos = start  # picture alliance
        return ""
    scanner.take(SPACES)
    return label


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


def _sort(part: _Part, named: _Named) -> None:
    """Put one part of the line where it belongs."""
    text = _without_suffix(part.text, named.flags)
    if _names_nobody(text) or _add_flag(named.flags, text):
        return
    text = text.removeprefix("the ")
    if text in _COMPANY_FORMS and named.agencies:
        named.add_company_form(text, part)
        return
    if known_organization(f"{text}.") and named.line.startswith(".", part.span.end):
        text += "."  # Warner Bros.
    words, agency = _split(text, (part.mark, part.behind), some_named=bool(named.photographers))
    if words:
        who = person(words)
        named.add_photographer(who.name if who else " ".join(words), words, part)
    if agency:
        named.add_agency(agency, part)


def _names_nobody(text: str) -> bool:
    """Whether a part is a mark, a licence, a label or a word such as *unknown*."""
    key = words_key(text)
    return (
        not any(map(str.isalpha, text))
        or key in phrases("photo_nobody")
        or key in phrases("photo_labels")
        or _LICENCE.match(text) is not None
    )


def _split(text: str, marks: tuple[str, str], *, some_named: bool) -> tuple[Sequence[str], str]:
    """The words of a part that name a photographer, and what names an agency; either may be empty."""
    words = text.split()
    if HANDLE.match(text) and len(words) == 1:
        return words, ""
    if not known_organization(text) and (joined := _hyphenated(text)) is not None:  # Ada Quill-USA TODAY Sports
        return joined[0].split(), joined[1]
    if cut := _name_before_agency(words):
        return words[:cut], " ".join(words[cut:])
    return (words, "") if _is_photographer(words, marks, some_named=some_named) else ((), text)


_COMPANY_FORMS = ("Inc", "Inc.", "LLC", "Ltd", "Ltd.", "Corp", "Corp.", "GmbH", "Pty")
_LICENCE = Token(r"https?\b|www\.|CC[ -]|Creative Commons|CC0|GFDL|Public Domain", re.IGNORECASE)


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
    while len(words) > 1 and _is_suffix(words, flags):
        words.pop()
    text = " ".join(words)
    count = longest_head(words[:-1], "photo_flags")
    if not count or words_key(text) in mapping("photo_flags"):
        return text
    _add_flag(flags, " ".join(words[:count]).rstrip(":"))
    return " ".join(words[count:])


def _is_suffix(words: Sequence[str], flags: set[CreditFlag]) -> bool:
    """Whether the last of *words* is none of a name: ``AP Photo``, ``AP file``, a flag that is added to *flags*."""
    if words_key(" ".join(words)) in mapping("photo_flags"):
        return False
    return words_key(words[-1]) in phrases("photo_suffixes") or (words[-1].islower() and _add_flag(flags, words[-1]))


def _has_known_name(words: Sequence[str]) -> bool:
    return has_given_name(words) or is_family_name(words[-1]) or any(map(initials, words))


_BEFORE_HOUSES = ("/", "via", "|", "-", "for", "from", "on")


def _looks_like_house(words: Sequence[str], *, some_named: bool) -> bool:
    """``Harbor Images``; of a known given and family name (``Ada Press``) only where somebody is named already."""
    why = why_organization(words)
    named = _is_known_name(words)
    return why is not None and not (why == "word" and named and not some_named)


def _is_known_name(words: Sequence[str]) -> bool:
    """Whether a name is a known given and family name."""
    return len(words) == _PAIR and has_given_name(words) and is_family_name(words[-1])


def _is_photographer(words: Sequence[str], marks: tuple[str, str], *, some_named: bool) -> bool:
    """Whether a part is a person: by its own words, then by the *marks* around it, behind photographers or not."""
    mark, _ = marks
    who = person([word.rstrip(",") for word in words])
    if who is None:
        return False
    if who.honorific is not None:
        words = who.name.split()
    if len(words) == 1:
        return who.honorific is not None and not some_named  # Lord Snowdon
    if _looks_like_house(words, some_named=some_named):
        return False
    among_others = marks == ("/", "/") and _is_known_name(who.name.split())  # Ada Quill/Tom Reed/AP
    if some_named and not among_others and (mark in _BEFORE_HOUSES or (mark == "," and not has_given_name(words))):
        return False
    if len(words) > _PAIR and person(words) == Person(" ".join(words)) and not _has_known_name(words):
        return False  # Just Stop Oil, whom no title makes a person
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
