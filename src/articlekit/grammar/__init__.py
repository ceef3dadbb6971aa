"""How text is read: a cursor, rules in an order, tokens at the cursor. No word of any language lives here."""

from articlekit.grammar.rules import Rule, first_match, parse_whole
from articlekit.grammar.scanner import Scanner, Token

__all__ = ["Rule", "Scanner", "Token", "first_match", "parse_whole"]
