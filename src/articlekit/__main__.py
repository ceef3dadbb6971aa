"""
The command line.

    articlekit FILE...          one JSON object per article, one per line; - reads standard input
    articlekit explain FILE     each field with the text it came from, its span and its rule
    articlekit demo             the built-in sample story, as readable JSON
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from articlekit import (
    Article,
    ArticleKitError,
    Explanation,
    ReadError,
    explain_html,
    explain_text,
    parse_html,
    parse_text,
    sample_text,
)
from articlekit.view import explanation_lines

__all__ = ["main"]

_LONGEST_OPENING = 4_096  # bytes
_FAILED = 2  # exit code of a call that could not be carried out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on *arguments* (default: those of the process); the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        code = _run(asked.words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="articlekit",
        usage="articlekit FILE... | articlekit explain FILE | articlekit demo",
        description="Turn news pages, HTML or copied as text, into typed articles.",
        epilog="FILE is an HTML page, or UTF-8 text if it does not begin with <; - is standard input. "
        "A file called demo or explain is read as ./demo or ./explain.",
    )
    parser.add_argument("--version", action="version", version=f"articlekit {version('articlekit')}")
    parser.add_argument("words", nargs="+", metavar="FILE", help="files to read; or explain FILE; or demo")
    return parser


def _run(words: Sequence[str]) -> int:
    """Do what *words* ask for; the exit code."""
    if words == ["demo"]:
        print(json.dumps(parse_text(sample_text()).to_dict(), ensure_ascii=False, indent=2))
        return 0
    if words[0] == "explain":
        return _show(words[1:] or ["-"], lambda name: "\n".join(explanation_lines(_explain(name))))
    return _show(words, lambda name: json.dumps(_parse(name).to_dict(), ensure_ascii=False))


def _show(names: Sequence[str], shown: Callable[[str], str]) -> int:
    """Print what each file is shown as; of one that cannot be read it is told, and the others are read all the same."""
    code = 0
    for name in names:
        try:
            text = shown(name)
        except (ArticleKitError, OSError) as error:
            print(f"articlekit: {_sentence(error)}", file=sys.stderr)
            code = _FAILED
        else:
            print(text)
    return code


def _parse(name: str) -> Article:
    data = _read(name)
    return parse_html(data) if _is_html(data) else parse_text(_text(name, data))


def _explain(name: str) -> Explanation:
    data = _read(name)
    return explain_html(data) if _is_html(data) else explain_text(_text(name, data))


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _is_html(data: bytes) -> bool:
    """Whether the first character behind a byte-order mark and blanks is ``<``, in any encoding of pages."""
    return data[:_LONGEST_OPENING].lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n\0")[:1] == b"<"


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is not UTF-8 text: byte {error.start} cannot be read") from error


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"cannot read {error.filename}: {(error.strerror or 'unknown reason').lower()}"
    return " ".join(str(error).split())


if __name__ == "__main__":
    sys.exit(main())
