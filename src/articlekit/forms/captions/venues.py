"""
The building or ground where a picture was taken.

    venue  = [det] *word head [("of" / "at" / "in" / ",") venue] [acronym]
    head   = a noun of buildings and grounds / the last word of a landmark

What stands behind a preposition of place, as far as the last word that is a head; a capital or a figure is in it,
since a ground without a name (``the garden``) tells nobody where it is.
"""

from collections.abc import Sequence
from itertools import pairwise

from articlekit.forms.captions.words import Sentence, Word
from articlekit.forms.names import is_given_name
from articlekit.forms.places import kind_of
from articlekit.grammar import Token
from articlekit.lexicon.geography import known_city, qualifier
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import PlaceKind
from articlekit.span import Span

__all__ = ["find_venue", "is_venue"]

_ACRONYM = Token(r"\s\([A-Z]{2,6}\)")
_FIRST = ("fort", "camp")  # behind which the name of a base stands
_DETERMINERS = ("the", "his", "her", "their", "historic")
_INSIDE = ("of", "and", "&", "del", "de", "the")  # between capitalised words of a venue's name


def is_venue(name: str) -> bool:
    """
    Whether *name* is that of a building, base or ground and no town's: ``Fort Carson``, ``Cannon Air Force Base``.

    >>> is_venue("Fort Carson"), is_venue("Peleliu Elementary School"), is_venue("Fort Worth")
    (True, True, False)
    """
    words = words_key(name).split()
    if " ".join(words) in phrases("landmarks"):
        return True
    if known_city(name) or not any(map(str.isupper, name)):
        return False
    return kind_of(name) is not PlaceKind.PLACE or words[0] in _FIRST or words[-1] in phrases("venue_words")


def find_venue(sentence: Sentence) -> tuple[str, Span] | None:
    """
    ``the Kremlin`` in ``at the Kremlin in Moscow``: the first venue that stands behind a preposition, and its span.

    >>> from articlekit.forms.captions.words import sentence_of
    >>> find_venue(sentence_of("A gull at the old Roswell wind farm in Ohio", Span(0, 43)))
    ('the old Roswell wind farm', Span(start=10, end=35))
    """
    words, text = sentence.words, sentence.text
    for start in range(len(words)):
        if start and not _leads(words, start - 1):
            continue
        end = _venue_end(sentence, start)
        if end is not None:
            whole = _with_whole(sentence, end)
            stop = words[whole - 1].start + len(words[whole - 1].text.rstrip("."))
            acronym = _ACRONYM.match(text, stop, sentence.span.end)
            span = Span(words[_without_town(words, start, end)].start, acronym.end() if acronym else stop)
            return span.of(text), span
    return None


def _leads(words: Sequence[Word], i: int) -> bool:
    """Whether a venue may stand behind word *i*: ``at``, ``tour of``."""
    leads = phrases("venue_leads")
    return words[i].key in leads or (i > 0 and f"{words[i - 1].key} {words[i].key}" in leads)


def _venue_end(sentence: Sentence, start: int) -> int | None:
    """The number behind the last word of the venue that begins with word *start*, None where none begins there."""
    words = sentence.words
    first = start + (words[start].key in _DETERMINERS and start + 1 < len(words))
    if start == 0 and not _may_open(words[first]):
        return None
    first = _behind_modifiers(words, first) if start else first
    named = _behind_name(words, first)
    end = _behind_noun(words, max(named, first)) if start else named
    if end == first or words[first].key in phrases("caption_small_words"):
        return None
    if (end > named or not start) and end < len(words) and _is_content(words[end]):
        return None
    if not start and any(word.key == "of" for word in words[first:end]):
        return None  # Members of the House
    name = sentence.text[words[first].start : words[end - 1].end].rstrip(".")
    if words_key(name) in phrases("landmarks"):
        return end
    whole = end - start > 1 and words[first].text[0].isupper() if end - first == 1 else named > first
    return end if whole and _is_ground(name, words[first:end]) else None


def _may_open(word: Word) -> bool:
    """Whether a venue may begin the sentence with *word*, which is no person's."""
    return not word.title and not is_given_name(word.text)


def _is_content(word: Word) -> bool:
    """Whether *word* goes on with the thing that a venue's name says more of: ``Quill Stadium workers``."""
    return word.adjoins and word.text.islower() and word.key not in phrases("caption_small_words")


def _is_ground(name: str, words: Sequence[Word]) -> bool:
    """Whether a ground's noun ends *name*, or stands before its *of*: ``the Economic Club of New York``."""
    heads = [word for word, following in pairwise(words) if following.key == "of"]
    grounds = phrases("venue_words")
    return is_venue(name) or (any(w.key in grounds for w in (*heads, words[-1])) and not known_city(name))


def _behind_modifiers(words: Sequence[Word], at: int) -> int:
    """*at*, or the number behind the small words before a capital one there: ``historic 17th century``."""
    for i in range(at, min(at + _MOST_MODIFIERS + 1, len(words))):
        word = words[i]
        if i > at and not word.adjoins:
            return at
        if word.text[0].isupper():
            return i
        if word.key in phrases("caption_small_words"):
            return at
    return at


_MOST_MODIFIERS = 3


def _behind_name(words: Sequence[Word], at: int) -> int:
    """The number behind the capitalised words and figures from word *at* on, small words of names among them."""
    end = at
    while end < len(words) and (end == at or words[end].adjoins):
        inside = end
        while end > at and inside < len(words) and words[inside].key in _INSIDE and words[inside].adjoins:
            inside += 1
        if inside == len(words) or not _in_name(words[inside]) or not (inside == at or words[inside].adjoins):
            break
        end = inside + 1
    return end


def _in_name(word: Word) -> bool:
    return (word.text[0].isupper() and not (word.may_date and not word.in_name)) or word.text[0].isdigit()


def _behind_noun(words: Sequence[Word], at: int) -> int:
    """*at*, or the number behind the ground's noun with a small letter that stands there: ``wind farm``, ``square``."""
    for i in range(min(at + _MOST_NOUNS, len(words)) - 1, at - 1, -1):
        between = words[at : i + 1]
        if between[-1].key in phrases("venue_words") and all(
            w.adjoins and w.text.strip(".").islower() for w in between
        ):
            return i + 1 if not any(w.key in phrases("caption_small_words") for w in between) else at
    return at


_MOST_NOUNS = 2


_PARTS_OF = ("of", "at", "in")


def _with_whole(sentence: Sentence, end: int) -> int:
    """*end*, or that of the larger venue that the venue is part of: ``the Rose Garden of the White House``."""
    words = sentence.words
    if end + 1 < len(words) and words[end].key in _PARTS_OF and words[end + 1].key == "the":
        return _venue_end(sentence, end + 1) or end
    if end < len(words) and words[end].gap == ", " and words[end].key in _FIRST:
        return _venue_end(sentence, end) or end
    return end


def _without_town(words: Sequence[Word], start: int, end: int) -> int:
    """*start*, or the word behind the town that a venue is said to belong to: ``Springfield's Quill Arena``."""
    owner = next((i for i in range(start, end - 1) if words[i].owner), None)
    if owner is None or not words[owner + 1].text[0].isupper():
        return start
    town = " ".join(word.text for word in words[start : owner + 1])
    return owner + 1 if known_city(town) or qualifier(town) is not None else start
