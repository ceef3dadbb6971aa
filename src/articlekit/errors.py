"""
What can go wrong, each kind once.

    ArticleKitError          everything articlekit raises on purpose
    ├── InvalidValue         a model value that cannot exist          .field
    ├── ParseError           a text that breaks its form              .text .span .rule
    ├── ReadError            a document that is not what it claims
    └── WriteError           a value that a format cannot hold

All four are ``ValueError`` too, so code that does not know articlekit can still catch them.
"""

from collections.abc import Callable
from functools import partial

from articlekit.span import Span

__all__ = ["ArticleKitError", "InvalidValue", "ParseError", "ReadError", "WriteError"]

_WINDOW = 60  # code points shown on each side of a caret


class ArticleKitError(Exception):
    """The root of every error that articlekit raises on purpose."""


class InvalidValue(ArticleKitError, ValueError):  # noqa: N818  (it names the thing, as ValueError's kin do)
    """A model value that cannot exist, such as the 31st of June; *field* is the attribute at fault."""

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field

    def __reduce__(self) -> tuple[Callable[[], "InvalidValue"], tuple[()]]:
        """How to pickle and copy it: a process pool hands errors over."""
        return partial(type(self), str(self), field=self.field), ()


class ParseError(ArticleKitError, ValueError):
    """
    A text that is not the form it was said to be.

    *text* is what was handed in, *span* the place in it (code points, half-open) where
    something else was expected, *rule* the public name of the form or rule that expected it.

    >>> print(ParseError("expected a dash after the place", text="MOSCOW Officials", span=Span(7, 7), rule="dateline"))
    expected a dash after the place
        MOSCOW Officials
               ^
    """

    def __init__(self, message: str, *, text: str, span: Span, rule: str) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.span = span
        self.rule = rule

    def __reduce__(self) -> tuple[Callable[[], "ParseError"], tuple[()]]:
        """How to pickle and copy it: a process pool hands errors over."""
        return partial(type(self), self.message, text=self.text, span=self.span, rule=self.rule), ()

    def __str__(self) -> str:
        start = max(0, self.span.start - _WINDOW)
        end = min(len(self.text), self.span.end + _WINDOW)
        shown = "".join(c if c.isprintable() else " " for c in self.text[start:end])
        before, after = "…" if start else "", "…" if end < len(self.text) else ""
        indent = len(before) + self.span.start - start
        return f"{self.message}\n    {before}{shown}{after}\n    {' ' * indent}{'^' * max(1, len(self.span))}"


class ReadError(ArticleKitError, ValueError):
    """A document, or a mapping, that is not what it claims to be."""


class WriteError(ArticleKitError, ValueError):
    """A value that the asked-for form cannot hold, such as a contributor note without a person."""
