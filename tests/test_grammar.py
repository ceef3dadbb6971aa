"""The grammar that all forms are written in: tokens, the scanner, phrases and rules."""

import re

import pytest

from articlekit import ParseError, Span
from articlekit.grammar import Finder, KnownPhrase, Rule, Scanner, Token, any_of, first_match, parse_whole

DIGITS = Token(r"[0-9]++")
LETTERS = Token(r"[a-z]++")


# --------------------------------------------------------------------------- tokens


def test_a_token_matches_where_it_is_asked_and_nowhere_else() -> None:
    assert DIGITS.match("12a34") is not None
    assert DIGITS.match("a12") is None
    assert DIGITS.match("a12", 1).span() == (1, 3)  # type: ignore[union-attr]  # it matches
    assert DIGITS.match("a123", 1, 3).span() == (1, 3)  # type: ignore[union-attr]  # it matches
    assert DIGITS.match("12", 0, 0) is None
    assert (DIGITS.covers("12"), DIGITS.covers("12a"), DIGITS.covers("a12")) == (True, False, False)


def test_patterns_are_made_when_they_are_first_used() -> None:
    asked: list[str] = []

    def source() -> str:
        asked.append("asked")
        return "[0-9]"

    for made in (Token(source), Finder(source)):
        assert asked == []
        assert repr(made) == f"{type(made).__name__}('[0-9]')"
        assert made.pattern is made.pattern
        assert asked.pop() == "asked"


def test_flags_are_those_of_the_pattern() -> None:

    assert Token("a", re.IGNORECASE).covers("A")
    assert not Token("a").covers("A")
    assert Finder("a", re.IGNORECASE).first("bA") is not None
    assert Finder("a").first("bA") is None


def test_a_finder_looks_between_two_places() -> None:
    digits = Finder("[0-9]")

    assert [found.start() for found in digits.all("1a2b3")] == [0, 2, 4]
    assert [found.start() for found in digits.all("1a2b3", 1, 4)] == [2]
    assert digits.first("1a2b3", 1).start() == 2  # type: ignore[union-attr]  # it matches
    assert digits.first("1a2b3", 1, 2) is None
    assert digits.first("ab") is None


# --------------------------------------------------------------------------- the scanner


def test_a_scanner_reads_between_its_ends() -> None:
    scanner = Scanner("ab12cd", 2, 4)

    assert (scanner.start, scanner.pos, scanner.end, scanner.furthest) == (2, 2, 4, 2)
    assert scanner.take(LETTERS) is None
    assert scanner.pos == 2
    assert scanner.sees(DIGITS)
    assert scanner.pos == 2
    assert scanner.take(DIGITS)[0] == "12"  # type: ignore[index]  # it matches
    assert scanner.at_end
    assert scanner.take(LETTERS) is None  # the text goes on, the scanner does not
    assert not scanner.sees(LETTERS)
    assert not Scanner("ab").at_end
    assert Scanner("ab").end == 2


def test_what_was_noted_reaches_as_far_as_the_furthest_part_of_any_rule() -> None:
    scanner = Scanner("one two")
    scanner.note("a", 0, 3)
    scanner.note("b", 4, 7, "rule")
    scanner.note("c", 0, 1)

    assert scanner.notes == [("a", 0, 3, ""), ("b", 4, 7, "rule"), ("c", 0, 1, "")]
    assert scanner.furthest == 7
    scanner.rewind(4, 1)
    assert (scanner.pos, scanner.notes, scanner.furthest) == (4, [("a", 0, 3, "")], 7)


def test_a_reader_reads_once_at_a_place() -> None:
    asked: list[int] = []

    def reader(scanner: Scanner) -> str | None:
        asked.append(scanner.pos)
        found = scanner.take(LETTERS)
        scanner.note("word", asked[-1], scanner.pos)
        return found[0] if found else None

    scanner = Scanner("ab12")
    for _ in range(2):
        scanner.rewind(0, 0)
        scanner.note("before", 0, 0)
        assert scanner.once(reader) == "ab"
        assert (scanner.pos, scanner.notes) == (2, [("before", 0, 0, ""), ("word", 0, 2, "")])
    assert scanner.once(reader) is None
    assert asked == [0, 2]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("", ""),
        ("a", "a"),
        ("  ,", ","),
        ("\u00a0\u200b(", "("),
        ("\u200b\t", ""),
        ("~", "~"),
        (" é", "é"),
        ("!a", "!"),
    ],
)
def test_the_next_mark_is_what_is_no_blank(text: str, mark: str) -> None:
    scanner = Scanner(f"x{text}", 1)

    assert scanner.next_mark() == mark
    assert scanner.pos == 1
    assert Scanner(f"{text}y", 0, len(text)).next_mark() == mark


# --------------------------------------------------------------------------- phrases


def test_of_phrases_the_longest_is_meant() -> None:
    assert any_of(("a", "abcd", "ab.")) == r"abcd|ab\.|a"


PHRASES = KnownPhrase(lambda: ("staff", "staff writer", "staff writer at large", "u.s. staff", "writer."))


@pytest.mark.parametrize(
    ("text", "phrase", "left"),
    [
        ("staff writer", "staff writer", ""),
        ("Staff  WRITER of", "staff writer", " of"),
        ("staff writer at the", "staff writer", " at the"),
        ("staff\u00a0writer", "staff writer", ""),
        ("staffs", None, "staffs"),
        ("staff.", "staff", "."),
        ("staff writer.", "staff writer", "."),
        ("U.S. Staff", "u.s. staff", ""),
        ("writer.", "writer.", ""),
        ("writer", None, "writer"),
        ("senior staff", None, "senior staff"),
        ("", None, ""),
    ],
)
def test_the_longest_phrase_at_the_cursor_is_taken(text: str, phrase: str | None, left: str) -> None:
    scanner = Scanner(text)

    assert PHRASES.take(scanner) == phrase
    assert text[scanner.pos :] == left


# --------------------------------------------------------------------------- rules


def number(scanner: Scanner) -> int | None:
    found = scanner.take(DIGITS)
    if found is None:
        return None
    scanner.note("value", found.start(), found.end())
    return int(found[0])


def dozen(scanner: Scanner) -> int | None:
    scanner.note("dozen", scanner.pos, scanner.pos + 1)
    return 12 if number(scanner) == 12 and scanner.take(Token("!")) else None


RULES = (Rule("number.dozen", dozen), Rule("number.any", number))


def test_the_first_rule_that_applies_is_named_and_what_others_noted_is_forgotten() -> None:
    scanner = Scanner("in 12 or 12!", 3)
    scanner.note("before", 0, 2)

    any_number = first_match(RULES, scanner)
    assert any_number is not None
    assert (any_number.value, any_number.rule, any_number.span) == (12, "number.any", Span(3, 5))
    assert [(part.path, part.text, part.rule) for part in any_number.evidence] == [("value", "12", "number.any")]
    scanner.pos = 9
    found = first_match(RULES, scanner)
    assert found is not None
    assert (found.rule, found.span) == ("number.dozen", Span(9, 12))
    assert [part.path for part in found.evidence] == ["dozen", "value"]


def test_where_no_rule_applies_the_cursor_stays() -> None:
    scanner = Scanner("a1")

    assert first_match(RULES, scanner) is None
    assert (scanner.pos, scanner.notes) == (0, [])


def test_a_whole_text_may_stand_between_blanks() -> None:
    assert parse_whole("  12 \n", RULES, "number", "a number") == 12


def test_what_is_left_over_is_shown_without_the_blanks_around_it() -> None:
    with pytest.raises(ParseError, match=r"^expected nothing after a number\n") as caught:
        parse_whole(" 12  of them ", RULES, "number", "a number")

    assert (caught.value.rule, caught.value.span, caught.value.text) == ("number.any", Span(5, 12), " 12  of them ")


def test_what_is_missing_is_shown_behind_what_was_understood() -> None:
    with pytest.raises(ParseError, match=r"^expected a number, such as 12\n") as caught:
        parse_whole("  a12", RULES, "number", "a number", ", such as 12")

    assert (caught.value.rule, caught.value.span, caught.value.text) == ("number", Span(3, 3), "  a12")
