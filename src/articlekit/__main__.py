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
from collections.abc import Sequence
from pathlib import Path

from articlekit import ArticleKitError, ReadError, explain_text, parse_text, sample_text
from articlekit.view import explanation_lines

__all__ = ["main"]

_FAILED = 2  # exit code of a call that could not be carried out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on *arguments* (default: those of the process); the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        _run(asked.words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (ArticleKitError, OSError) as error:
        print(f"articlekit: {_sentence(error)}", file=sys.stderr)
        return _FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="articlekit",
        usage="articlekit FILE... | articlekit explain FILE | articlekit demo",
        description="Turn news pages, copied as text, into typed articles.",
        epilog="FILE is a UTF-8 text file, or - for standard input. "
        "A file called demo or explain is read as ./demo or ./explain.",
    )
    parser.add_argument("words", nargs="+", metavar="FILE", help="files to read; or explain FILE; or demo")
    return parser


def _run(words: Sequence[str]) -> None:
    if words == ["demo"]:
        print(json.dumps(parse_text(sample_text()).to_dict(), ensure_ascii=False, indent=2))
    elif words[0] == "explain":
        for name in words[1:] or ["-"]:
            for line in explanation_lines(explain_text(_read(name))):
                print(line)
    else:
        for name in words:
            print(json.dumps(parse_text(_read(name)).to_dict(), ensure_ascii=False))


def _read(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
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
