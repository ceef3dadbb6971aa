"""
Where in a caption its credit stands.

    end   = prose [mark] credit *([mark] credit)
    head  = credit prose
    mark  = end of a sentence / " - " / " / " / " | " / "(" / nothing

A stretch is a credit if none of its small words is a word of prose and it has a label, a slash or
a name that is known. Where nothing parts it from the prose, it begins at a given name, or at the
known name.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from articlekit.forms.credits.reading import RULES, glued_labels, starts_with_label
from articlekit.forms.names import has_given_name, is_name
from articlekit.forms.organizations import known_at, known_organization, why_organization
from articlekit.grammar import Finder, Scanner, Token, any_of, first_match
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases, spelled
from articlekit.model import Parsed, PhotoCredit
from articlekit.span import Span
from articlekit.typography import APOSTROPHES, HYPHENS

__all__ = ["credit_at_end", "credit_at_head"]

_WINDOW = 300  # code points in the longest credit
_MOST_CREDITS = 4  # in a row
_MOST_STARTS = 60
_MOST_WORDS = 14  # of a credit that nothing but a slash shows to be one
_PERSON = 2  # words in the shortest whole name
_LONGEST_PERSON = 4


def _no_titles() -> str:
    """No title with its full stop, one look behind for each length."""
    return "".join(rf"(?<!\b{title}\.)" for title in sorted(spelled("sentence_titles")))


#: behind the end of a sentence, but not behind an initial or a shortened title
SENTENCE = Finder(
    lambda: (
        rf"(?<=[.!?…\"”»“)\]’])(?<![\s.(][A-Z]\.)(?<!^[A-Z]\.){_no_titles()}"
        rf"\s{{0,4}}(?=[^\s.,;)\]{APOSTROPHES}\"”»])"
    )
)
LABEL = Finder(
    lambda: (
        rf"(?<![\w/-])(?=(?:©|\(c\)\s|(?:{any_of(spelled('photo_label_heads'))})s?\b))"
        rf"|(?<=[a-z)])(?=(?:{glued_labels()})(?::|[A-Z]))"
    )
)
MARK = Finder(r"\s(?:[-–—|/•])\s{1,3}(?=\S)|\s\|\s?(?=\S)|\s--(?=[A-Z])")
WORD = Finder(r"(?<=\s)(?=[@A-ZÀ-Þ])")
_NAME_WORD = rf"[^\W\d_][\w.{APOSTROPHES}{HYPHENS}]*+"
NAME_AND_SLASH = Token(rf"\(?({_NAME_WORD}(?: {_NAME_WORD}){{0,3}} ?)\s?[/|]\s?")
#: what a site leaves where a label was, or a mark, behind the prose
REMAINS = Finder(lambda: rf"(?:\s|[-–—|/•(,]|(?<=\w)©|\b(?:{glued_labels()})+[:.…]+)+$")


def credit_at_end(text: str, start: int, end: int) -> Parsed[PhotoCredit] | None:
    """The credit that *text* between *start* and *end* ends in, several in a row as one; None where there is none."""
    found: list[Parsed[PhotoCredit]] = []
    start = end - len(text[start:end].lstrip())
    stop = _trimmed(text, start, end)
    for _ in range(_MOST_CREDITS):
        one = _last_credit(text, start, stop, found)
        if one is None:
            break
        found.insert(0, one)
        stop = _trimmed(text, start, one.span.start)
        if not _may_repeat(text, stop, one):
            break
    return _with_label(_as_one(found, text), text, start) if found else None


def _with_label(found: Parsed[PhotoCredit], text: str, start: int) -> Parsed[PhotoCredit]:
    """*found* reaching over a label that a site put in front without a blank: ``Credit...Ada Quill``."""
    label = _GLUED_LABEL.first(text, max(start, found.span.start - _REMAINS), found.span.start)
    return evolve(found, span=Span(label.start(), found.span.end)) if label else found


_GLUED_LABEL = Finder(lambda: rf"(?:{glued_labels()})+(?::|\.\.\.|…)\s?$")


def _may_repeat(text: str, stop: int, one: Parsed[PhotoCredit]) -> bool:
    """Whether a further credit may stand in front of *one*: in brackets, or where *one* is only half of a credit."""
    whole = bool(one.value.photographers and one.value.agencies)
    return stop > 0 and (text[stop - 1] in ")]" or not whole)


def _as_one(found: Sequence[Parsed[PhotoCredit]], text: str) -> Parsed[PhotoCredit]:
    """Several credits in a row: photographers and agencies of the first that names any, and all conditions."""
    if len(found) == 1:
        return found[0]
    span = Span(found[0].span.start, found[-1].span.end)
    named = next((one for one in found if one.value.photographers), found[0])
    owned = max(found, key=lambda one: len(one.value.agencies))
    flags = tuple({flag for one in found for flag in one.value.flags})
    value = PhotoCredit(named.value.photographers, owned.value.agencies, flags, span.of(text))
    parts = [part for part in named.parts if part[0].startswith("photographers")]
    parts += [part for part in owned.parts if part[0].startswith("agencies")]
    return Parsed(value, span, found[0].rule, text, tuple(parts))


def _trimmed(text: str, start: int, end: int) -> int:
    """*end* without the blanks and the remains of labels in front of it."""
    if end <= start or not (text[end - 1].isspace() or text[end - 1] in _REMAINS_END):
        return end
    found = REMAINS.first(text, max(start, end - _REMAINS), end)
    return found.start() if found and found.end() == end else end


_REMAINS = 60  # code points
_REMAINS_END = "-–—|/•(,©:.…"


def _last_credit(text: str, start: int, end: int, behind: Sequence[Parsed[PhotoCredit]]) -> Parsed[PhotoCredit] | None:
    """The credit that ends at *end*, at the surest of the places where one may begin."""
    for test, starts in (
        (_is_bracket, _brackets(text, start, end)),
        (_is_credit, _places(SENTENCE, text, start, end)),
        (_is_credit, _labels(text, start, end)),
        (_is_credit, _names_before_slash(text, start, end)),
        (_is_behind_mark, _places(MARK, text, start, end)),
        (_stands_alone, () if behind else _places(SENTENCE, text, start, end)),
        (_is_credit, _whole(start, end)),
        (_ends_in_known, _words(text, start, end)),
    ):
        for at in starts:
            if not _is_quiet(text[at:end].strip(" .()[]")):
                continue
            found = first_match(RULES, Scanner(text, at, end))
            if found is not None and found.span.end >= end - 1 and test(text[at:end], found.value):
                return found
    return _name_beside(text, start, end, behind)


def _brackets(text: str, start: int, end: int) -> Iterator[int]:
    """The bracket that closes at *end*, or one that never closes."""
    stop = end - 1 if text[end - 1 : end] == "." else end
    if text[stop - 1 : stop] in (")", "]"):
        depth = 0
        for at in range(stop - 1, max(start, stop - _WINDOW) - 1, -1):
            depth += (text[at] in ")]") - (text[at] in "([")
            if depth == 0:
                yield at
                return
    opening = text.rfind("(", max(start, end - _WINDOW), end)
    if opening >= 0 and ")" not in text[opening:end]:
        yield opening


def _places(finder: Finder, text: str, start: int, end: int) -> Iterator[int]:
    """Where *finder* sees a beginning, the nearest to the end first; at most so many."""
    found = [match.end() for match in finder.all(text, max(start, end - _WINDOW), end)]
    yield from reversed(found[-_MOST_STARTS:])


def _labels(text: str, start: int, end: int) -> Iterator[int]:
    """The first of the labels in a row (``© Bild:``), the nearest to the end first."""
    found = [match.end() for match in LABEL.all(text, max(start, end - _WINDOW), end)]
    firsts = [at for i, at in enumerate(found) if i == 0 or len(text[found[i - 1] : at].split()) > 1]
    yield from reversed(firsts[-_MOST_STARTS:])


def _words(text: str, start: int, end: int) -> Iterator[int]:
    """Capitalised words in the last few, the farthest from the end first."""
    starts = [match.start() for match in WORD.all(text, max(start, end - _WINDOW), end)][-_MOST_TAIL_WORDS:]
    small = phrases("caption_small_words")  # "by Reuters/Ipsos", "in Raleigh/Durham"
    starts = [at for at in starts if not small.intersection(text[max(start, at - _LONGEST_JOINT) : at].split()[-1:])]
    slash = text.find("/", starts[0], end) if starts else -1
    if slash >= 0:  # a name in front of a slash begins at a given name, else with the second word before it
        before = [at for at in starts if at < slash][-_LONGEST_PERSON:]
        yield from (at for at in before if known_organization(text[at:slash].strip()))
        given = [at for at in before if has_given_name(text[at:end].split()[:1])]
        yield from (given[:1] or before[-_PERSON:][:1])
    yield from starts


_MOST_TAIL_WORDS = 8
_LONGEST_JOINT = 6


def _names_before_slash(text: str, start: int, end: int) -> Iterator[int]:
    """The first word of a name in front of a slash, behind the end of a sentence: ``in Oslo, D.C. Ada Quill / AP``."""
    mark = _SLASH_OR_BAR.first(text, max(start, end - _WINDOW), end)
    if mark is None:
        return
    slash = mark.start()
    if slash - start <= _WINDOW and has_given_name(
        text[start:slash].split()[:1]
    ):  # nothing stands in front of the name
        yield from (at for at in (start,) if is_name(text[at:slash].split()))
    starts = [match.start() for match in WORD.all(text, max(start, slash - _WINDOW), slash)][-_LONGEST_PERSON:]
    ended = [at for at in starts if _ENDED.first(text, max(start, at - _LONGEST_JOINT), at)]
    yield from (at for at in ended if is_name(text[at:slash].split()) and len(text[at:slash].split()) >= _PERSON)


_SLASH_OR_BAR = Finder(r"/|\s\|\s")
_ENDED = Finder(r"[.!?…\"”’»)\]]\s{1,3}$")


def _whole(start: int, end: int) -> Iterator[int]:
    if end - start <= _WINDOW:
        yield start


# --------------------------------------------------------------------------- what is a credit


def _is_bracket(line: str, credit: PhotoCredit) -> bool:
    """``(AP Photo/Ada Quill)``, ``(dpa)``; not ``(left)``."""
    inner = line.strip(" .()[]")
    named = bool(credit.photographers or credit.agencies)
    if not named:
        return inner.upper() == "FILE"
    titled = inner.istitle() and " " in inner and not any(map(str.isdigit, inner))
    return _is_credit(inner, credit) or (_is_quiet(inner) and ("/" in inner or titled))


def _is_credit(line: str, credit: PhotoCredit) -> bool:
    """Whether a stretch is a credit and no prose: no small words but those of credits, and a mark of one."""
    if not _is_quiet(line):
        return False
    if starts_with_label(line) or any(map(known_organization, credit.agencies)):
        return True
    marked = (
        "/" in line
        or " via " in line
        or "—" in line
        or (" | " in line and bool(credit.photographers and credit.agencies))
        or bool(credit.flags and (credit.agencies or credit.photographers))
    )
    return marked and len(line.split()) <= _MOST_WORDS and bool(credit.photographers or credit.agencies)


def _is_quiet(line: str) -> bool:
    """Whether the small words of *line* are words that credits have: asked before anything is read."""
    prose = 0
    words = line.replace("/", " ").split()
    for word in words:
        if word.islower() and "." not in word[1:-1] and word.strip("():,;") not in phrases("credit_small_words"):
            prose += 1
            if prose > _MOST_LABELLED:
                return False
    if prose == 1 and words[0].islower() and words_key(line.partition("/")[2]) in phrases("photo_platforms"):
        return True  # quillphotos/Flickr
    return not prose or (len(words) <= _MOST_WORDS and bool(starts_with_label(line)))


_MOST_LABELLED = 2  # words in small letters that a label lets pass: ``Foto: picture alliance / prisma``


def _is_behind_mark(line: str, credit: PhotoCredit) -> bool:
    """A credit, or behind a mark a name alone: ``/ Ada Quill``."""
    words = line.split()
    return _is_credit(line, credit) or (
        _PERSON <= len(words) < _LONGEST_PERSON and has_given_name(words) and is_name(words)
    )


def _stands_alone(line: str, credit: PhotoCredit) -> bool:
    """``Ada Quill`` or ``Harbor Museum Collection`` behind a sentence: a person's name, or a house's, and no verb."""
    words = line.rstrip(".").split()
    if len(words) < _PERSON or len(words) > _MOST_TAIL_WORDS or any(map(str.isdigit, line)):
        return False
    if len(words) < _LONGEST_PERSON and has_given_name(words) and is_name(words):
        return bool(credit.photographers) and not line.endswith(".")
    return why_organization(words) in ("word", "known") and not any(word.islower() for word in words)


def _ends_in_known(line: str, credit: PhotoCredit) -> bool:
    """``Spain Getty Images`` is no credit, ``Getty Images`` is one, and ``Ada Quill/AP``."""
    if "/" in line:
        return any(map(known_organization, credit.agencies)) and _is_credit(line, credit)
    return known_organization(line.split(" via ", maxsplit=1)[0].strip()) and _is_quiet(line)


def _name_beside(text: str, start: int, end: int, behind: Sequence[Parsed[PhotoCredit]]) -> Parsed[PhotoCredit] | None:
    """``Ada Quill (REUTERS)``: the name of a photographer in front of a credit that names none."""
    if not behind or behind[0].value.photographers:
        return None
    for at in _places(SENTENCE, text, start, end):
        words = text[at:end].split()
        if _PERSON <= len(words) < _LONGEST_PERSON and is_name(words):
            return first_match(RULES, Scanner(text, at, end))
    return None


# --------------------------------------------------------------------------- at the head


def credit_at_head(text: str, start: int, end: int) -> Parsed[PhotoCredit] | None:
    """
    The credit that *text* between *start* and *end* begins with, prose behind it; None where there is none.

    >>> credit_at_head("Ada Quill/REUTERS A gull stands on the pier.", 0, 44).value.photographers
    ('Ada Quill',)
    """
    stop = _label_and_name(text, start, end) or _name_and_agency(text, start, end)
    if stop is None or not text[stop:end].strip():
        return None
    found = first_match(RULES, Scanner(text, start, stop))
    return found if found is not None and (found.value.photographers or found.value.agencies) else None


def _label_and_name(text: str, start: int, end: int) -> int | None:
    """The end of ``Photo by Ada Quill`` or ``STAFF PHOTO ADA QUILL``, with ``/Bloomberg`` behind it."""
    label = starts_with_label(text[start : min(end, start + _WINDOW)])
    if not label:
        return None
    at = start + label
    words = list(_WORD_SPAN.all(text, at, min(end, at + _WINDOW)))[:_MOST_TAIL_WORDS]
    plain = [match[0] for match in words]
    count = _name_length(plain) or (known_at(plain, 0) or 0 if plain else 0)
    if not count:
        return None
    stop = words[count - 1].end()
    return _agency_end(text, stop, end) or stop


_WORD_SPAN = Finder(r"[^\s/]+")


def _name_length(words: Sequence[str]) -> int:
    """The words of the name at the head of *words*: those in capitals, or two and the initials between them."""
    if shouted := _shouted_length(words):
        return shouted
    count = _PERSON + (len(words) > _PERSON and len(words[1].rstrip(".")) == 1)
    return count if len(words) > count and is_name(words[:count]) else 0


def _name_and_agency(text: str, start: int, end: int) -> int | None:
    """The end of ``Ada Quill/REUTERS``, ``Harbor Ledger/ADA QUILL`` or ``ASSOCIATED PRESS``."""
    words = text[start : min(end, start + _WINDOW)].lstrip("(").split()
    known = known_at(words, 0) if words else None
    if known is not None and all(word.isupper() for word in words[:known]) and known < len(words):
        return text.index(words[known - 1], start) + len(words[known - 1])
    found = NAME_AND_SLASH.match(text, start, end)
    return _agency_end(text, found.end(1), end) if found and is_name(found[1].split()) else None


def _agency_end(text: str, at: int, end: int) -> int | None:
    """The end of ``/Bloomberg`` or ``/ADA QUILL`` at *at*; None where neither stands there."""
    slash = _SLASH.match(text, at, end)
    if slash is None:
        return None
    words = list(_WORD_SPAN.all(text, slash.end(), min(end, slash.end() + _WINDOW)))
    plain = [match[0] for match in words[:_MOST_TAIL_WORDS]]
    known = (known_at(plain, 0) if plain else None) or _shouted_length(plain)
    return words[known - 1].end() if known else None


_SLASH = Token(r"\s?[/|]\s?")


def _shouted_length(words: Sequence[str]) -> int:
    """The words in capitals at the head of *words*, 0 where they are too few for a name."""
    count = 0
    while count < len(words) and sum(map(str.isupper, words[count])) > 1:
        count += 1
    return count if count >= _PERSON else 0
