"""
Every regular expression that the package compiles, as JSON for ``recheck``: ``python -m tests.patterns``.

What JavaScript has no words for is put more loosely, so that a pattern found safe is safe in Python, too: possessive
repeats as greedy ones, flags of a group as those of the whole. What is matched at one place only begins with ``^``;
what is asked whether it covers a text ends in ``$``: a match that must go on to the end may try every way to get there.
Patterns of `SHORT` are left out.
"""

import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import getsource
from types import ModuleType

import articlekit
from articlekit.grammar import Finder, Token

__all__ = ["SHORT", "as_javascript", "patterns"]

#: a name, a pattern, and what stands before and behind it where it is matched
Named = tuple[str, re.Pattern[str] | re.Pattern[bytes], tuple[str, str]]

#: patterns that are asked of short texts only, and of how long ones
SHORT = {
    "articlekit.assembly.region._CREDITED": "600 code points, the longest caption",
    "articlekit.forms.captions.frame._TAIL": "the last 60 code points of a caption",
    "articlekit.forms.credits.finding.REMAINS": "60 code points in front of a credit",
    "articlekit.forms.credits.finding._GLUED_LABEL": "60 code points in front of a credit",
}

_POSSESSIVE = re.compile(r"(?<!\\)([*+?}])\+")
_FLAGS = re.compile(r"\(\?([aimsux]+)(:|\))")
_SHORTHANDS = (("\\A", "^"), ("\\Z", "$"), ("(?P<", "(?<"), ("\\U0003ffff", "\\uffff"))


def patterns() -> Iterator[Named]:
    """Each pattern of the package with the name that it has, and how it is matched: at one place, to the end."""
    for found in pkgutil.walk_packages(articlekit.__path__, "articlekit."):
        if not found.name.endswith("__main__"):
            yield from _patterns_of(import_module(found.name))


def _patterns_of(module: ModuleType) -> Iterator[Named]:
    source = getsource(module)
    for name, value in vars(module).items():
        for number, one in enumerate(value if isinstance(value, tuple | list) else (value,)):
            where = f"{module.__name__}.{name}" + (f"[{number}]" if isinstance(value, tuple | list) else "")
            asked = set(re.findall(rf"\b{name}(?:\.pattern)?\.(\w+)\(", source))
            whole = ")$" if asked & _WHOLE else ")"
            if isinstance(one, Token | Finder):
                yield where, one.pattern, ("^(?:" if isinstance(one, Token) else "(?:", whole)
            elif isinstance(one, re.Pattern):
                yield where, one, ("^(?:" if asked and asked <= _AT_ONE_PLACE else "(?:", whole)


_WHOLE = {"covers", "fullmatch"}
_AT_ONE_PLACE = {"match", *_WHOLE}


def as_javascript(pattern: re.Pattern[str] | re.Pattern[bytes]) -> tuple[str, str]:
    """The source and the flags of a pattern as JavaScript writes them."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = "i" * bool(pattern.flags & re.IGNORECASE) + "m" * bool(pattern.flags & re.MULTILINE)
    flags += "s" * bool(pattern.flags & re.DOTALL)
    if _FLAGS.search(source) and "i" not in flags:
        flags += "i"
    source = _FLAGS.sub(lambda match: "(?:" if match[2] == ":" else "", _POSSESSIVE.sub(r"\1", source))
    for python, javascript in _SHORTHANDS:
        source = source.replace(python, javascript)
    return source, flags


def main() -> None:
    """Write all of them to standard output."""
    found: dict[tuple[str, str], str] = {}
    for where, pattern, (before, behind) in patterns():
        source, flags = as_javascript(pattern)
        source = f"{before}{source}{behind}"
        if where not in SHORT:
            found.setdefault((source, flags), where)
    json.dump([{"name": name, "source": source, "flags": flags} for (source, flags), name in found.items()], sys.stdout)


if __name__ == "__main__":
    main()
