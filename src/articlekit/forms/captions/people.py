"""
The people whom a caption shows, with their titles and where they stand.

    shown    = [title] name ["," position ","] / name "(" position ")"
    title    = everything before the name that says what the person is, as written
    list     = list-phrase ["," / ":" / "are"] shown *("," shown) ["and" shown]

Every run of capitalised words is asked which of its ends is the name of a person whom the caption shows, or none: the
observations of `people_observations` weigh each, by ``caption_people_weights``.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import evolve, frozen

from articlekit.forms.captions.people_observations import (
    Candidate,
    Run,
    candidates,
    of_name,
    of_run,
    shares_family,
)
from articlekit.forms.captions.positions import position_behind
from articlekit.forms.captions.words import Sentence, Word
from articlekit.forms.names import person
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import mapping, phrases
from articlekit.model import Subject
from articlekit.span import Span
from articlekit.typography import squeeze

__all__ = ["PeopleWeights", "find_people", "runs_of"]

PeopleWeights = Mapping[str, int]


@frozen
class _Shown:
    """A person found: the name's words by number, and what is said of the person."""

    subject: Subject
    span: Span
    first: int
    last: int


@cache
def _weights() -> PeopleWeights:
    return {row[0]: int(row[1]) for row in rows("caption_people_weights")}


def find_people(sentence: Sentence, *, using: PeopleWeights | None = None) -> Iterator[tuple[Subject, Span]]:
    """The named people whom *sentence* shows, in printed order."""
    found: list[_Shown] = []
    partner: Candidate | None = None  # a given name whose family name stands behind the next
    for run in runs_of(sentence):
        best = _heaviest(run, found, using or _weights())
        shown = _shown(best) if best is not None else None
        if shown is not None and partner is not None and shown.first - partner.run.end == 1:
            first = _shown(partner)
            found += [first] if first is not None else []
        if shown is not None:
            found.append(_with_shared_title(shown, found, sentence.words))
        partner = (
            Candidate(run, run.start, (sentence.words[run.start].text,)) if not shown and shares_family(run) else None
        )
    for shown in _placed(sentence, found):
        yield shown.subject, shown.span


def runs_of(sentence: Sentence) -> Iterator[Run]:
    """The runs of capitalised words of a sentence, each of which may end in a name."""
    words, at = sentence.words, 0
    while at < len(words):
        stop = _run_end(words, at)
        if stop > at:
            place = position_behind(sentence.text, words[stop - 1].end, sentence.span.end)
            yield Run(sentence, at, stop, place[0] if place else None)
        at = max(stop, at + 1)


def _run_end(words: Sequence[Word], start: int) -> int:
    """The end of the run of words of a name at *start*."""
    if not words[start].in_name:
        return start
    end = start + 1
    while end < len(words) and words[end].adjoins and not words[end - 1].owner:
        if words[end].in_name:
            end += 1
        elif words[end].particle and end + 1 < len(words) and words[end + 1].adjoins and words[end + 1].in_name:
            end += 2
        else:
            break
    return end


def _heaviest(run: Run, found: Sequence[_Shown], using: PeopleWeights) -> Candidate | None:
    """The candidate of *run* whose observations weigh most; None where they speak against them all."""
    last = found[-1].last if found else -1
    families = frozenset(shown.subject.name.split()[-1] for shown in found)
    weighed = [(_weight(of_name(one, families), using), one) for one in candidates(run)]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] + _weight(of_run(run, last), using) > 0 else None


def _weight(seen: Sequence[str], using: PeopleWeights) -> int:
    return sum([using[one] for one in seen if one in using])


def _shown(one: Candidate) -> _Shown | None:
    who = person(one.name)
    if who is None:
        return None
    words, first, end = one.run.words, one.first, one.run.end
    subject = Subject(who.name, title=_title(one.run.sentence.text, words, first), position=one.run.position)
    return _Shown(subject, Span(words[first].start, words[end - 1].end), first, end - 1)


# --------------------------------------------------------------------------- titles

_MOST_UNKNOWN = 2  # small words of a title that the lexicon does not know: ``strong safety``
_VERBAL = ("s", "ed", "ing", "ly")  # endings of words that begin or end a title's clause


def _title(text: str, words: Sequence[Word], first: int) -> str | None:
    """``Miami Heat forward``, ``Russia's Prime Minister``: the words before the name, back to where a title begins."""
    start, unknown = first, 0
    while start > 0 and words[start].adjoins and _continues(words, start - 1, first):
        start -= 1
        unknown += not (words[start].in_title or words[start].in_name or words[start].joins_title)
        if unknown > _MOST_UNKNOWN:
            start += 1
            break
    while start < first and not _opens_title(words[start]):
        start += 1
    if not any(word.title for word in words[start:first]):
        return None
    return squeeze(text[words[start].start : words[first].start]).rstrip(",")


def _opens_title(word: Word) -> bool:
    return not (word.joins_title or word.key in phrases("mention_words"))


def _continues(words: Sequence[Word], i: int, first: int) -> bool:
    """Whether a title goes on at word *i*, backwards from the name at *first*."""
    word = words[i]
    if word.owner:
        return i + 1 < first and any(w.title for w in words[i + 1 : first])
    if word.in_title or (word.in_name and not word.text.endswith("ing")):
        return True
    if word.joins_title:
        return i > 0 and words[i].adjoins and (words[i - 1].in_title or words[i - 1].joins_title)
    titled = any(w.title for w in words[i + 1 : first])
    return titled and word.text.isalpha() and word.text.islower() and not _ends_title(word)


def _ends_title(word: Word) -> bool:
    """Whether a small word is none of a title: a preposition, an article, a verb."""
    return word.key in phrases("caption_small_words") or word.key.endswith(_VERBAL)


def _with_shared_title(shown: _Shown, before: Sequence[_Shown], words: Sequence[Word]) -> _Shown:
    """``Sens. Ada Quill and Tom Reed``: a title in the plural is said of every name of its list."""
    last = before[-1] if before else None
    if shown.subject.title or last is None or last.subject.title is None:
        return shown
    head = last.subject.title.split()[-1].casefold().strip(".")
    plural = head in phrases("plural_titles") or (head.endswith("s") and head[:-1] in phrases("title_words"))
    between = words[last.last + 1 : shown.first]
    listed = all(word.key == "and" or word.key in mapping("position_words") for word in between)
    return evolve(shown, subject=evolve(shown.subject, title=last.subject.title)) if plural and listed else shown


# --------------------------------------------------------------------------- lists


def _placed(sentence: Sentence, found: Sequence[_Shown]) -> list[_Shown]:
    """*found*, each without a position given that of the list it stands in."""
    placed, words = list(found), sentence.words
    for phrase in sentence.lists:
        behind = [i for i, shown in enumerate(placed) if shown.span.start >= phrase.end]
        ahead = [i for i, shown in enumerate(placed) if shown.span.end <= phrase.start]
        members = _list(words, placed, behind, phrase.end) or _list(words, placed, ahead[::-1], phrase.start)
        for i in members:
            subject = placed[i].subject
            if subject.position is None:
                placed[i] = evolve(placed[i], subject=evolve(subject, position=phrase.of(sentence.text)))
    return placed


def _list(words: Sequence[Word], found: Sequence[_Shown], order: Sequence[int], edge: int) -> list[int]:
    """The people of *order* from the phrase's *edge* on, as long as nothing but a list stands between them."""
    members: list[int] = []
    for i in order:
        low, high = sorted((edge, found[i].span.start if found[i].span.start >= edge else found[i].span.end))
        if not all(_in_list(word) for word in words if low <= word.start < high):
            break
        members.append(i)
        edge = found[i].span.end if found[i].span.start >= edge else found[i].span.start
    return members


def _in_list(word: Word) -> bool:
    return (
        word.in_name
        or word.in_title
        or word.joins_title
        or word.key in _LIST_WORDS
        or word.key in mapping("and_words")
        or not word.text[:1].islower()
    )


_LIST_WORDS = ("are", "is", "his", "her", "their", "wife", "son", "daughter", "husband", "they")
