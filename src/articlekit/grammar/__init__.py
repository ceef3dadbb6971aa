"""How text is read: a cursor, rules in an order, tokens at the cursor. No word of any language lives here."""

from articlekit.grammar.phrases import KnownPhrase, any_of
from articlekit.grammar.rules import Rule, check_text, first_match, parse_whole
from articlekit.grammar.scanner import Finder, Scanner, Token

__all__ = ["Finder", "KnownPhrase", "Rule", "Scanner", "Token", "any_of", "check_text", "first_match", "parse_whole"]
