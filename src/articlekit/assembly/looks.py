"""What a block looks like, before any form is asked: prose, a title, navigation."""

from articlekit.grammar import Finder

__all__ = ["is_navigation", "is_prose", "is_sentence", "is_short_sentence", "is_title", "weight"]

_SENTENCE_END = Finder(r"[.!?…:。！？।॥؟۔։።။។][\"'”’“»«」』)\]]{0,3}$")
_LONGEST_END = 4  # code points
_CLOCK_ENDS = ("a.m.", "p.m.", "A.M.", "P.M.")
_WORD = Finder(r"[^\W\d_][\w'’.-]*")
_WIDE = Finder(r"[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")
_PROSE = 80  # code points from which on a sentence is a paragraph
_LONG_PROSE = 140  # code points from which on any run of small words is
_MOST_STRANGE = 0.05  # of a text in an alphabet are no Latin letters
_LOOKED_AT = 240  # code points at the start of a text, by which it is known as prose
_FEWEST_SMALL = 0.35  # of the words of prose are in small letters
_FEWEST_SENTENCE = 3  # words
_MOST_TITLE = 40  # words in the longest headline or deck
_FEWEST_NAVIGATION = 8  # words of a navigation line
_MOST_SMALL_NAVIGATION = 0.1


def is_prose(text: str) -> bool:
    """
    Whether *text* reads as a paragraph of a story.

    >>> is_prose("The council voted on Monday to reopen the bridge, eleven months after the flood that closed it.")
    True
    >>> is_prose("Sports News Weather Obituaries")
    False
    """
    length = weight(text)
    if length < _PROSE or not (length >= _LONG_PROSE or _ends(text)):
        return False
    words = _words(text[:_LOOKED_AT])
    small = sum(not word[0].isupper() for word in words)
    return small >= _FEWEST_SMALL * len(words)


def weight(text: str) -> float:
    """
    How much *text* says, in code points of an alphabet: one of Chinese or Japanese writing counts for three.

    >>> weight("bridge"), weight("橋が")
    (6, 6)
    """
    strange = len(text) - len(text.encode("latin-1", "ignore"))
    if strange <= _MOST_STRANGE * len(text):  # quotation marks and dashes
        return len(text)
    return len(text) + 2 * len(_WIDE.pattern.findall(text))


def is_sentence(text: str) -> bool:
    """
    Whether *text* ends as a sentence does.

    >>> is_sentence("It took a year."), is_sentence("Bridge reopens"), is_sentence("June 3 at 6 p.m.")
    (True, False, False)
    """
    return _ends(text) and not text.endswith(_CLOCK_ENDS)


def is_short_sentence(text: str) -> bool:
    """
    Whether *text* is a sentence too short to be sure of: ``"It is open," she said.``.

    >>> is_short_sentence("“It is open,” she said."), is_short_sentence("Sports News")
    (True, False)
    """
    words = _words(text)
    small = any(word[0].islower() for word in words)
    return len(words) >= _FEWEST_SENTENCE and small and is_sentence(text)


def is_navigation(text: str) -> bool:
    """
    Whether *text* is a line of links: many words, next to none of them in small letters, no sentence.

    >>> is_navigation("Today's Paper Latest Elections Newsletters Sports Archive Obits Puzzles")
    True
    >>> is_navigation("Council votes to reopen bridge eleven months after flood")
    False
    """
    words = _words(text)
    small = sum(word[0].islower() for word in words)
    return (
        len(words) >= _FEWEST_NAVIGATION
        and small <= _MOST_SMALL_NAVIGATION * len(words)
        and not _ends(text)
        and not text.isupper()
    )


def is_title(text: str) -> bool:
    """
    Whether *text* could be a headline or deck: two words or more, letters mostly, not a line of links.

    >>> is_title("Bridge reopens"), is_title("Share"), is_title("20 of 30")
    (True, False, False)
    """
    words = _words(text)
    letters = sum(map(str.isalpha, text))
    return 1 < len(words) <= _MOST_TITLE and 2 * letters > len(text) and not is_navigation(text)


def _ends(text: str) -> bool:
    """Whether *text* ends in the mark that ends a sentence."""
    return _SENTENCE_END.first(text[-_LONGEST_END:]) is not None


def _words(text: str) -> list[str]:
    return _WORD.pattern.findall(text)
