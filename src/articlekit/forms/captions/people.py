"""
The people whom a caption shows, with their titles and where they stand.

    shown    = [title] name ["," position ","] / name "(" position ")"
    title    = *(capitalised word / title word / "of" / "the" / "and"), one of them a title word
    list     = list-phrase ["," / ":" / "are"] shown *("," shown) ["and" shown]

A run of capitalised words holds a name where a given name or a title shows it, a position follows
it, or the sentence begins with it. Owners (``Quill's office``), and those whom the picture is only about
(``a mural of Quill``), are not shown.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve, frozen

from articlekit.forms.captions.positions import list_phrases, position_behind
from articlekit.forms.captions.words import Word, words_of
from articlekit.forms.names import has_given_name, person
from articlekit.forms.organizations import known_organization
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.words import mapping, phrases
from articlekit.model import Subject
from articlekit.span import Span

__all__ = ["find_people"]

_PERSON = 2  # words in the shortest whole name
_LONGEST = 4  # words in a name, its suffix included


@frozen
class _Shown:
    """A person found: the name's words by number, and what is said of the person."""

    subject: Subject
    span: Span
    first: int
    last: int


class _Sentence(NamedTuple):
    """A sentence that shows people: the text it stands in, its words, and where it ends."""

    text: str
    words: Sequence[Word]
    end: int


def find_people(text: str, within: Span) -> Iterator[tuple[Subject, Span]]:
    """The named people whom *text* in *within* shows, in printed order."""
    words = words_of(text, within)
    sentence = _Sentence(text, words, within.end)
    found: list[_Shown] = []
    at = 0
    while at < len(words):
        stop = _run_end(words, at)
        shown = (_spouse(words, at, stop) or _shown(sentence, at, stop, found)) if stop > at else None
        if shown is not None:
            found.append(_with_shared_title(shown, found, words))
        at = max(stop, at + 1)
    for shown in _placed(text, words, found, within):
        yield shown.subject, shown.span


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


def _shown(sentence: _Sentence, start: int, end: int, found: Sequence[_Shown]) -> _Shown | None:
    """The person whose name ends the run from *start* to *end*, those *found* before it known."""
    words = sentence.words
    place = position_behind(sentence.text, words[end - 1].end, sentence.end)
    first = _name_start(words, start, end)
    if first is None and end - start <= _LONGEST and (place or _joins_list(words, start, end, found)):
        first = start
    if first is None or words[end - 1].owner or _heads_title(words, start, end):
        return None
    if words[end - 1].title and not has_given_name([words[first].text]):  # Larry King, but no Medical Officer
        return None
    if _is_mentioned(words, first) or _names_no_person(words, first, end):
        return None
    who = person([word.text for word in words[first:end]])
    if who is None:
        return None
    title = _title(words, first)
    subject = Subject(who.name, title=title, position=place[0] if place else None)
    return _Shown(subject, Span(words[first].start, words[end - 1].end), first, end - 1)


def _spouse(words: Sequence[Word], start: int, end: int) -> _Shown | None:
    """The first of ``Ada and Tom Quill``: a given name alone, whose family name stands behind the other."""
    other = end + 1
    alone = end - start == 1 and has_given_name([words[start].text]) and not words[start].owner
    if not alone or other >= len(words) or words[end].text != "and" or not words[other].adjoins:
        return None
    stop = _run_end(words, other)
    pair = stop - other >= _PERSON and has_given_name([words[other].text]) and not words[stop - 1].owner
    if not pair or _is_mentioned(words, start) or _names_no_person(words, other, stop):
        return None
    family = " ".join(word.text for word in words[other + 1 : stop])
    span = Span(words[start].start, words[start].end)
    return _Shown(Subject(f"{words[start].text} {family}"), span, start, start)


def _joins_list(words: Sequence[Word], start: int, end: int, found: Sequence[_Shown]) -> bool:
    """``Ada Quill and Priya Nair``, ``From left, Priya Nair``: a run that a list of people goes on with, or begins."""
    if not _PERSON <= end - start < _LONGEST or start < _PERSON:
        return False
    before, last = words[start - 1], found[-1].last if found else -1
    if before.key == "and" and words[start].adjoins:
        return last == start - 2
    listed = any(word.key == "from" for word in words[max(0, start - _LIST_REACH) : start])
    phrase = (
        before.key in ("left", "right") and words[start - 2].key in ("from", "to") and bool(words[start].gap.strip())
    )
    return phrase or (listed and last == start - 1 and words[start].gap.strip() == ",")


_LIST_REACH = 24  # words in which a list says that it is one


# --------------------------------------------------------------------------- names


def _name_start(words: Sequence[Word], start: int, end: int) -> int | None:
    """The number of the first word of the name in a run; None where the run itself does not show that one is in it."""
    for test in (_behind_small_title, _behind_title, _at_given_name, _behind_kin, _behind_country):
        first = test(words, start, end)
        if first is not None:
            return first
    opens = start == 0 and _PERSON <= end - start < _LONGEST and end < len(words)
    if not opens:
        return None
    return start if words[end].gap.startswith(",") or words[end].key in _GOES_ON or _is_verb(words[end]) else None


def _is_verb(word: Word) -> bool:
    """``waves``, ``reacts``: what one person does, behind a name that opens the caption."""
    return word.adjoins and word.text.islower() and word.text.endswith("s") and len(word.text) > _SHORTEST_VERB


_SHORTEST_VERB = 3


_GOES_ON = ("is", "was", "and", "speaks", "said", "attends", "arrives", "walks", "poses", "reacts", "holds", "og", "y")


def _at_given_name(words: Sequence[Word], start: int, end: int) -> int | None:
    """At a given name, or the whole of a short run that has one: ``Republican Alf Marsh``, ``Gerd Harry Marsh``."""
    for i in range(start, end - 1):
        if has_given_name([words[i].text]) and end - i <= _LONGEST:
            known = all(word.in_title for word in words[start:i])
            return i if known else start if end - start < _LONGEST else None
    short = _PERSON <= end - start < _LONGEST
    return start if short and words[start].key in phrases("family_first") else None


def _behind_title(words: Sequence[Word], start: int, end: int) -> int | None:
    """Behind the last title in the run; a monarch's title is part of the name: ``King Charles``."""
    titles = [i for i in range(start, end - 1) if words[i].title]
    if not titles or end - titles[-1] - 1 > _LONGEST:
        return None
    alone = end - titles[-1] == _PERSON
    return titles[-1] if alone and words[titles[-1]].key in phrases("titles_in_names") else titles[-1] + 1


def _behind_small_title(words: Sequence[Word], start: int, end: int) -> int | None:
    """``running back Bishop Marsh``: a title in small letters right before the run."""
    before = words[start - 1] if start and words[start].adjoins else None
    small = before is not None and before.text.islower() and before.title and not before.owner
    return start if small and end - start < _LONGEST else None


def _behind_country(words: Sequence[Word], start: int, end: int) -> int | None:
    """``France's Ada Quill``."""
    owner = words[start - 1] if start and words[start].adjoins and words[start - 1].owner else None
    of_country = owner is not None and qualifier(owner.text) is not None
    return start if of_country and end - start == _PERSON else None


def _behind_kin(words: Sequence[Word], start: int, end: int) -> int | None:
    """``his wife, Ada Quill``."""
    kin = start > 0 and words[start - 1].key in phrases("kin") and not words[start].gap.strip(" ,")
    return start if kin and end - start <= _LONGEST else None


def _heads_title(words: Sequence[Word], start: int, end: int) -> bool:
    """``San Diego Chargers`` before ``quarterback``, or behind ``the``: a name that is no person's."""
    behind = words[end] if end < len(words) else None
    if behind is not None and behind.adjoins and behind.text.islower():
        ground = behind.key in phrases("venue_words") and not _has_object(words, end)
        if behind.in_title or ground:
            return True
    article = start > 0 and words[start].adjoins and words[start - 1].text in ("the", "The")
    return article and not any(word.title for word in words[start:end])


def _has_object(words: Sequence[Word], verb: int) -> bool:
    """``plant a tree``: a word that could be a ground's is a verb."""
    behind = words[verb + 1] if verb + 1 < len(words) else None
    return behind is not None and behind.adjoins and behind.key in _DETERMINERS


_DETERMINERS = ("a", "an", "the", "his", "her", "their", "its", "some", "more")


def _names_no_person(words: Sequence[Word], first: int, end: int) -> bool:
    """``Davis Cup``, ``Logan County``, ``New York``: names whose last word, or whole, is a place's or thing's."""
    name, last = " ".join(word.text for word in words[first:end]), words[end - 1].key
    if end - first == _PERSON and first > 0 and words[first].adjoins and words[first - 1].title:
        return False
    thing = last in phrases("place_nouns") or (
        last in phrases("organization_words") and last not in phrases("surname_like")
    )
    thing = thing or words[first].key in phrases("thing_openers")
    return thing or known_city(name) or qualifier(name) is not None or known_organization(name)


def _is_mentioned(words: Sequence[Word], first: int) -> bool:
    """``a mural of Ada Quill``, ``allies of President Ada Quill``: whom the picture is about and does not show."""
    at = first
    while at > 0 and words[at].adjoins and (words[at - 1].in_title or words[at - 1].in_name):
        at -= 1
    before = words[at - 1] if at > 0 and not words[at].gap.strip() else None
    if before is None or before.key not in phrases("mention_words"):
        return False
    return not (at > 1 and before.key == "of" and words[at - 2].title)  # Secretary of State


# --------------------------------------------------------------------------- titles


def _title(words: Sequence[Word], first: int) -> str | None:
    """``Miami Heat forward``, ``Speaker of the House``: the words before the name, back to where a title begins."""
    start = first
    while start > 0 and words[start].adjoins and not words[start - 1].owner and _continues(words, start - 1):
        start -= 1
    while start < first and (words[start].joins_title or words[start].key in phrases("mention_words")):
        start += 1
    if not any(word.title for word in words[start:first]):
        return None
    return " ".join(word.text for word in words[start:first])


def _continues(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.in_title or (word.in_name and not word.text.endswith("ing")):
        return True
    return word.joins_title and i > 0 and words[i].adjoins and (words[i - 1].in_title or words[i - 1].joins_title)


def _with_shared_title(shown: _Shown, before: Sequence[_Shown], words: Sequence[Word]) -> _Shown:
    """``Sens. Ada Quill and Tom Reed``: a title in the plural is said of every name of its list."""
    last = before[-1] if before else None
    if shown.subject.title or last is None or last.subject.title is None:
        return shown
    plural = last.subject.title.split()[-1].casefold().strip(".") in phrases("plural_titles")
    between = words[last.last + 1 : shown.first]
    listed = all(word.key == "and" or word.key in mapping("position_words") for word in between)
    return evolve(shown, subject=evolve(shown.subject, title=last.subject.title)) if plural and listed else shown


# --------------------------------------------------------------------------- lists


def _placed(text: str, words: Sequence[Word], found: Sequence[_Shown], within: Span) -> list[_Shown]:
    """*found*, each without a position given that of the list it stands in."""
    placed = list(found)
    for phrase in list_phrases(text, within):
        behind = [i for i, shown in enumerate(placed) if shown.span.start >= phrase.end]
        ahead = [i for i, shown in enumerate(placed) if shown.span.end <= phrase.start]
        members = _list(words, placed, behind, phrase.end) or _list(words, placed, ahead[::-1], phrase.start)
        for i in members:
            subject = placed[i].subject
            if subject.position is None:
                placed[i] = evolve(placed[i], subject=evolve(subject, position=phrase.of(text)))
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
    return word.in_name or word.in_title or word.joins_title or word.key in _LIST_WORDS or not word.text[:1].islower()


_LIST_WORDS = ("and", "are", "is", "his", "her", "their", "wife", "son", "daughter", "husband", "with")
