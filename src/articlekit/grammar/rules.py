"""Named ways to read a value, tried in the order in which they stand."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from attrs import field, frozen

from articlekit.errors import ParseError
from articlekit.grammar.scanner import Scanner
from articlekit.model import Parsed
from articlekit.span import Span

__all__ = ["Rule", "check_text", "first_match", "parse_whole"]

T = TypeVar("T")


@frozen
class Rule(Generic[T]):
    """
    A named way to read a T.

    *read* returns a value and leaves the cursor behind it, or returns None where it does not
    apply; it need not put the cursor back. *name* is stable and public, ``form.kind``.

    >>> from articlekit.grammar.scanner import Token
    >>> Rule("year", lambda scanner: scanner.take(Token("[0-9]{4}"))).name
    'year'
    """

    name: str
    read: Callable[[Scanner], T | None] = field(repr=False)


def first_match(rules: Sequence[Rule[T]], scanner: Scanner) -> Parsed[T] | None:
    """
    The value of the first of *rules* that applies at the cursor, stamped with its name.

    The cursor is put back before each rule, and after the last where none applies.

    >>> from articlekit.grammar.scanner import Token
    >>> year = Rule("year", lambda scanner: int(m[0]) if (m := scanner.take(Token("[0-9]{4}"))) else None)
    >>> found = first_match((year,), Scanner("2024 was"))
    >>> found.value, found.rule, found.span
    (2024, 'year', Span(start=0, end=4))
    """
    start, notes = scanner.pos, len(scanner.notes)
    for rule in rules:
        value = rule.read(scanner)
        if value is not None:
            return Parsed(value, Span(start, scanner.pos), rule.name, scanner.text, tuple(scanner.notes[notes:]))
        scanner.rewind(start, notes)
    return None


def check_text(text: object, expected: str) -> None:
    """
    Raise where *text* is no str, as a gap in a table of data is none.

    Raises:
        TypeError: *text* is no str; the message says what was *expected* ("a byline") and what was given.

    >>> check_text(float("nan"), "a byline")
    Traceback (most recent call last):
    ...
    TypeError: expected a byline as a str, not float nan
    """
    if not isinstance(text, str):
        raise TypeError(f"expected {expected} as a str, not {type(text).__name__} {text!r:.40}")


def parse_whole(text: str, rules: Sequence[Rule[T]], form: str, expected: str, made_of: str = "") -> T:
    """
    The value that the whole of *text* is, but for blanks at its ends.

    *form* is the name of the form, *expected* what it is called in a message ("a dateline"),
    *made_of* what it would need, for a message where it is not there (", with a dash").

    Raises:
        ParseError: no rule applies (the caret stands behind the last part that was understood), or text is left over.
        TypeError: *text* is no str.
    """
    check_text(text, expected)
    scanner = Scanner(text, len(text) - len(text.lstrip()))
    found = first_match(rules, scanner)
    if found is None:
        spot = Span(scanner.furthest, scanner.furthest)
        raise ParseError(f"expected {expected}{made_of}", text=text, span=spot, rule=form)
    rest = text[found.span.end :]
    if rest.strip():
        start = found.span.end + len(rest) - len(rest.lstrip())
        raise ParseError(
            f"expected nothing after {expected}",
            text=text,
            span=Span(start, len(text.rstrip())),
            rule=found.rule,
        )
    return found.value
