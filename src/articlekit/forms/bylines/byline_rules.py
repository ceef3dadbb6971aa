"""The rules of bylines, by the evidence that makes each one."""

import itertools
from collections.abc import Callable

from articlekit.forms.bylines.composing import Composition, compose
from articlekit.forms.bylines.parts import Weights, parts
from articlekit.forms.bylines.pieces import Kind, Piece, pieces
from articlekit.forms.names import initials, is_family_name, is_given_name
from articlekit.forms.organizations import known_organization, why_organization
from articlekit.forms.roles import in_role
from articlekit.grammar import Finder, Rule, Scanner
from articlekit.lexicon.keys import words_key
from articlekit.lexicon.words import phrases
from articlekit.model import Byline, Contributor
from articlekit.span import Span

__all__ = ["RULES", "WHOLE_RULES", "rules_weighed_by"]

_LONGEST = 600  # code points: no byline is longer, and no paragraph is read as one
_MOST_WORDS = 120  # of a byline: eighteen names and their houses
_MOST_PROSE = 9  # small words that are neither of a role nor of a name: more are a sentence
_MOST_UNREAD = 4  # words that a byline may hold without our knowing what they are


class BylineRules:
    """The rules, reading a byline's words by the weights *using*, or by those of the package; a few may stay unread."""

    def __init__(self, using: Weights | None = None, most_unread: int = _MOST_UNREAD) -> None:
        self._using, self._most_unread = using, most_unread

    def labelled(self, scanner: Scanner) -> Byline | None:
        """``By Ada Quill``, ``Von Ada Quill``; not ``By the time the mayor spoke``."""
        return self._byline(scanner, lambda read: read.labelled and not _is_phrase(read))

    def timed(self, scanner: Scanner) -> Byline | None:
        """``Ada Quill | Feb. 4, 2022``."""
        return self._byline(scanner, lambda read: read.timed and _names_somebody(read))

    def names_and_organizations(self, scanner: Scanner) -> Byline | None:
        """``ADA QUILL Associated Press``, ``Ada Quill and Tom Reed``, ``Reuters``; not ``The mayor resigned``."""
        return self._byline(scanner, lambda read: not read.labelled and _names_somebody(read))

    def inside(self, scanner: Scanner) -> Byline | None:
        """``Deck in one line by ADA QUILL THE ASSOCIATED PRESS | March 9, 2023``; not ``a book by Ada Quill``."""
        text = scanner.text
        for found in itertools.islice(_INSIDE.all(text, scanner.pos, scanner.end), _MOST_INSIDE):
            if scanner.end - found.start() > _LONGEST:
                continue
            scanner.pos = found.start()
            read = scanner.once(self._read)
            shouted = text[found.end() : found.end() + 2].isupper()
            sure = read.timed or (shouted and read.organizations)
            if read.labelled and read.authors and not read.unread and sure:
                return _value(scanner, read, found.start())
        return None

    def _byline(self, scanner: Scanner, holds: Callable[[Composition], bool]) -> Byline | None:
        if scanner.at_end or scanner.end - scanner.pos > _LONGEST:
            return None
        start = scanner.pos
        read = scanner.once(self._read)
        if not holds(read):
            return None
        if len(read.unread) > self._most_unread:
            _note_parts(scanner, read)  # a caret stands behind the last that was understood
            return None
        return _value(scanner, read, start)

    def _read(self, scanner: Scanner) -> Composition:
        found = pieces(scanner)
        words = [piece.text for piece in found if piece.kind is Kind.WORD]
        if len(words) > _MOST_WORDS or sum(map(_is_prose, words)) > _MOST_PROSE:
            return Composition(unread=tuple(words))
        return compose(parts(_turned_round(found), self._using))


def _names_somebody(read: Composition) -> bool:
    """
    Whether what no label shows to be a byline names somebody: a person whose names are known, or a house.

    ``Rosa Marsh``, ``Harbor Ledger``; not ``Hacking, Cryptography and the Countdown``.
    """
    if not (read.authors or read.organizations or read.collective):
        return read.timed
    if any(len(name.split()) > _LONGEST_HOUSE and not known_organization(name) for name in read.organizations):
        return False
    if any(_is_caseless_sentence(name) for name in (*read.organizations, *(author.name for author in read.authors))):
        return False
    others = (*read.unread, *" ".join(read.organizations).split())
    whole = all(len(author.name.split()) in _WHOLE_NAME for author in read.authors)
    if read.authors and whole and len(others) <= _MOST_BESIDE and not read.collective:
        return True
    known = (author for author in read.authors if len(author.name.split()) > 1 or read.timed or not others)
    return bool(read.collective) or any(map(_is_known, known)) or any(map(_looks_like_house, read.organizations))


_LONGEST_HOUSE = 7  # words
_WHOLE_NAME = (2, 3)  # words in a name of which nothing is known
_MOST_BESIDE = 2  # words beside names of which nothing is known: ``Ada Quill (aq)``


def _is_caseless_sentence(name: str) -> bool:
    """Whether *name* is longer than any in a script that has neither case nor blanks."""
    return len(name) > _LONGEST_CASELESS and name.upper() == name.lower() and not known_organization(name)


_LONGEST_CASELESS = 12  # code points


def _is_known(author: Contributor) -> bool:
    words = author.name.split()
    caseless = not any(c.isupper() or c.islower() for c in author.name)
    return is_given_name(words[0]) or is_family_name(words[-1]) or any(map(initials, words)) or caseless


def _looks_like_house(name: str) -> bool:
    return why_organization(name.split()) is not None


def _is_prose(word: str) -> bool:
    return word.islower() and not in_role(word) and words_key(word) not in phrases("particles")


_INSIDE = Finder(r"(?<=\s)[Bb]y:?\s(?=[A-Z])")
_MOST_INSIDE = 8


def _is_phrase(read: Composition) -> bool:
    """``By State``, ``By Land, Sea and Air``, ``By Popular Demand``: no author, though it may look like one."""
    if read.timed or read.collective or (read.authors and read.organizations):
        return False
    named = (*(author.name for author in read.authors), *read.organizations)
    return any(words_key(name) in phrases("by_phrases") for name in named)


def _note_parts(scanner: Scanner, read: Composition) -> None:
    for note in read.notes:
        scanner.note(*note)
    if read.collective_span:
        scanner.note("collective", read.collective_span.start, read.collective_span.end, "byline.organization")


def _value(scanner: Scanner, read: Composition, start: int) -> Byline | None:
    _note_parts(scanner, read)
    scanner.pos = len(scanner.text[: scanner.end].rstrip())
    return read.byline(Span(start, scanner.pos), scanner.text)


def _turned_round(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """``Marsh, Rosa`` and ``By MARSH, ROSA`` as ``Rosa Marsh``, where the byline names nobody else."""
    first = 1 if found and found[0].kind is Kind.LABEL else 0
    words = [piece for piece in found if piece.kind is Kind.WORD]
    kinds = [piece.kind for piece in found[first : first + _TURNED]]
    if len(words) != _PAIR or kinds != [Kind.WORD, Kind.COMMA, Kind.WORD]:
        return found
    family, given = words
    alike = (family.text.istitle() and given.text.istitle()) or (family.text.isupper() and given.text.isupper())
    if not alike or not is_given_name(given.text) or is_given_name(family.text) or in_role(given.text):
        return found
    turned = (given._replace(start=family.start), family._replace(start=given.start, end=given.end))
    return (*found[:first], *turned, *found[first + _TURNED :])


_PAIR, _TURNED = 2, 3


def rules_weighed_by(using: Weights | None) -> tuple[Rule[Byline], ...]:
    """The rules of bylines by other weights, as ``tests/recipes/byline_weights.py`` learns them."""
    return _rules(BylineRules(using))


def _rules(read: BylineRules) -> tuple[Rule[Byline], ...]:
    return (
        Rule("byline.labelled", read.labelled),
        Rule("byline.inside", read.inside),
        Rule("byline.timed", read.timed),
        Rule("byline.names", read.names_and_organizations),
    )


RULES: tuple[Rule[Byline], ...] = rules_weighed_by(None)
#: what is a byline and nothing more
WHOLE_RULES: tuple[Rule[Byline], ...] = _rules(BylineRules(most_unread=0))
