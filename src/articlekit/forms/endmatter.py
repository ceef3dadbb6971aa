"""
End matter: lines around a story that belong to it and not to its body.

A line is what it opens as, and else what it holds: each kind has phrases for both, asked in the
order of `RULES`, so that a correction that ends in a copyright line is a correction. A bio opens
with the name of a person and says what the person is.

>>> classify_end_matter("Correction: The bridge has two lanes, not three.").kind.value
'correction'
>>> classify_end_matter("Ada Quill is a senior reporter at the Harbor Ledger.").kind.value
'bio'
>>> classify_end_matter("The bridge has two lanes.") is None
True
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from articlekit.forms.names import has_given_name, is_name
from articlekit.forms.roles import is_role_word
from articlekit.grammar import Finder, Rule, Scanner, Token
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.loader import rows
from articlekit.lexicon.words import openers, phrases, widest
from articlekit.model import EndMatter, EndMatterKind
from articlekit.typography import squeeze

__all__ = ["RULES", "classify_end_matter"]

_LONGEST = 1500  # code points: a longer line is a paragraph of the story
_PERSON = 2  # words in the shortest whole name
_LONGEST_NAME = 5  # words
_LONGEST_BIO_ROLE = 14  # words between the name and what the person is

_MARKS = "([{*—–-•^/ "  # in front of a line

_Test = Callable[[str], bool]


@cache
def _openings(kind: EndMatterKind, place: str = "start") -> Mapping[str, tuple[str, ...]]:
    """The phrases that a line of *kind* opens with, by their first word or mark; ``title``: one that is no sentence."""
    phrases = [phrase for known, where, phrase in rows("end_matter") if (known, where) == (kind.value, place)]
    firsts = {phrase: _FIRST.match(phrase) for phrase in phrases}
    return _grouped({phrase: first[0] for phrase, first in firsts.items() if first})


@cache
def _insides(kind: EndMatterKind) -> Mapping[str, tuple[str, ...]]:
    """The phrases that a line of *kind* holds, by their longest word or mark."""
    phrases = [phrase for known, place, phrase in rows("end_matter") if (known, place) == (kind.value, "in")]
    return _grouped({phrase: max(_WORD_OR_MARK.pattern.findall(phrase), key=len) for phrase in phrases})


def _grouped(keys: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(phrase for phrase, own in keys.items() if own == key) for key in set(keys.values())}


@lru_cache(maxsize=64)
def _is_quiet(line: str) -> bool:
    """Whether a line has no word that any phrase opens with or turns on: most paragraphs of a story."""
    first = _FIRST.match(words_key(line.lstrip(_MARKS)))
    opens, holds = _telling()
    return (first is None or first[0] not in opens) and holds.isdisjoint(_words(words_key(line)))


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """The words that phrases open with, and those that phrases inside a line turn on."""
    return (
        frozenset(word for kind in EndMatterKind for place in ("start", "title") for word in _openings(kind, place)),
        frozenset(word for kind in EndMatterKind for word in _insides(kind)),
    )


@lru_cache(maxsize=64)
def _words(folded: str) -> frozenset[str]:
    return frozenset(_WORD_OR_MARK.pattern.findall(folded))


_WORD_OR_MARK = Finder(r"\w+|[^\w\s]")
_FIRST = Token(r"\w+|[^\w\s]")


def _opens(kind: EndMatterKind) -> _Test:
    """
    The test that a line opens with a phrase of *kind*, and is no sentence of the story.

    Behind a single word, one in small letters makes it a sentence (``Corrections officers said``).
    """

    def test(line: str) -> bool:
        if _is_quiet(line):
            return False
        bare = line.lstrip(_MARKS)
        folded = words_key(bare)
        first = _FIRST.match(folded)
        opening = _opening(_openings(kind), first, folded)
        if any(phrase.endswith(":") for phrase in opening):
            return True
        if _opening(_openings(kind, "title"), first, folded) and not _SENTENCE_END.first(bare):
            return True
        sure = any(not phrase.isalpha() or not _SMALL_FOLLOWS.match(bare, len(phrase)) for phrase in opening)
        return sure and not _SAYS.first(line)

    return test


def _opening(known: Mapping[str, tuple[str, ...]], first: re.Match[str] | None, folded: str) -> list[str]:
    """The phrases of *known* that *folded* opens with, whole words of it."""
    phrases = known.get(first[0], ()) if first else ()
    return [phrase for phrase in phrases if folded.startswith(phrase) and not _goes_on(folded, len(phrase))]


def _goes_on(text: str, at: int) -> bool:
    """Whether a word of *text* goes on at *at*: ``mercredi`` behind ``mer``."""
    return text[at - 1 : at].isalpha() and text[at : at + 1].isalpha()


_SENTENCE_END = Finder(r"(?<!\.\.)[.!][\"'”’»)]{0,2}$")
_SAYS = Finder(r",[”\"']? (?:the )?[\w.’' ]{1,40} (?:said|says)\.?$|,[”\"']? (?:he|she|they) said\.?$")
_SMALL_FOLLOWS = Token(r"\w*\s[a-z]")


def _holds(kind: EndMatterKind) -> _Test:
    """The test that a line holds a phrase of *kind*, whole words of it."""

    def test(line: str) -> bool:
        if _is_quiet(line):
            return False
        folded = words_key(line)
        known = _insides(kind)
        return any(
            phrase in folded and _stands_free(folded, phrase)
            for word in known.keys() & _words(folded)
            for phrase in known[word]
        )

    return test


def _stands_free(folded: str, phrase: str) -> bool:
    """Whether *phrase* stands in *folded* with no letter on either side: not ``into correction``."""
    at = folded.find(phrase)
    before, behind = folded[at - 1 : at], folded[at + len(phrase) :][:1]
    return not (before.isalnum() and phrase[0].isalnum()) and not (behind.isalnum() and phrase[-1].isalnum())


def _corrects(line: str) -> bool:
    """Whether a line is an editor's note that says what it corrects: ``Eds: SUBS 2nd graf to CORRECT the date``."""
    return _opens(EndMatterKind.EDITORS_NOTE)(line) and _holds(EndMatterKind.CORRECTION)(line)


def _is_rule(line: str) -> bool:
    return words_key(line) in phrases("end_codes")


def _is_bio(line: str) -> bool:
    """Whether a line opens with a person's name and says what the person is or does."""
    words = line.split()[: _LONGEST_NAME + _LONGEST_BIO_ROLE]
    if openers("bio_verbs").isdisjoint(words):
        return False
    for end in range(1 if has_given_name(words) else _PERSON, min(_LONGEST_NAME, len(words))):
        name = [word.strip(",") for word in words[:end] if word[0] not in "(@"]
        if words[end].islower() and is_name(name):
            said = [words_key(" ".join(words[end : end + count])) for count in range(1, widest("bio_verbs") + 1)]
            verbs = phrases("bio_verbs").intersection(said)
            if words[end : end + 1] == ["covers"] and words[end + 1 : end + 2] in _OWN:
                return False
            return bool(verbs) and (said[0] != "is" or any(map(is_role_word, words[end + 1 :])))
    return False


_OWN = (["her"], ["his"], ["its"], ["their"], ["up"])  # "covers her face"


def _rule(name: str, kind: EndMatterKind, test: _Test, reads: str) -> Rule[EndMatter]:
    """The rule that a line that passes *test* is of *kind*; *reads* says so for the reference."""

    def read(scanner: Scanner) -> EndMatter | None:
        text = scanner.text[scanner.pos : scanner.end]
        if not test(text):
            return None
        scanner.pos = scanner.end
        return EndMatter(kind, squeeze(text))

    read.__doc__ = reads
    return Rule(f"end-matter.{name}", read)


#: the kinds that phrases show, behind corrections, which may hold any of the others
_KINDS = (
    EndMatterKind.PRINT_HEADLINE,
    EndMatterKind.DISCLAIMER,
    EndMatterKind.SUPPORT_DISCLOSURE,
    EndMatterKind.EDITORS_NOTE,
    EndMatterKind.COPYRIGHT,
    EndMatterKind.FOLLOW,
    EndMatterKind.FURNITURE,
)


_OPENS = "A line that opens with a phrase of the kind {}; no sentence of the story."
_HOLDS = "A line that holds a phrase of the kind {}, whole words of it."


def _name(kind: EndMatterKind) -> str:
    return kind.value.replace("_", "-")


RULES: tuple[Rule[EndMatter], ...] = (
    _rule("rule", EndMatterKind.FURNITURE, _is_rule, "``___``, ``-30-``."),
    _rule("correction-opens", EndMatterKind.CORRECTION, _opens(EndMatterKind.CORRECTION), _OPENS.format("correction")),
    _rule("correction-note", EndMatterKind.CORRECTION, _corrects, "An editor's note that says what it corrects."),
    *(_rule(f"{_name(kind)}-opens", kind, _opens(kind), _OPENS.format(_name(kind))) for kind in _KINDS),
    *(_rule(f"{_name(kind)}-inside", kind, _holds(kind), _HOLDS.format(_name(kind))) for kind in _KINDS),
    _rule("bio", EndMatterKind.BIO, _is_bio, "``Ada Quill is a senior reporter at the Harbor Ledger.``"),
)


#: the rules that ask for more than phrases
_UNPHRASED = (RULES[0], RULES[-1])


def classify_end_matter(text: str, rules: Sequence[Rule[EndMatter]] = RULES) -> EndMatter | None:
    """The end matter that *text* is, or None where it may be a line of the story. Never raises on a ``str``."""
    bare = text.strip()
    if not bare or len(bare) > _LONGEST:
        return None
    scanner = Scanner(bare)
    for rule in _UNPHRASED if rules is RULES and _is_quiet(bare) else rules:
        found = rule.read(scanner)
        if found is not None:
            return found
    return None
