"""What is asked for on the command line, and doing it."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

from articlekit.cli.answers import FORMATS, chosen_fields, encoded
from articlekit.cli.batch import Task, answers, is_html, text_of
from articlekit.cli.documents import Document, documents, opened
from articlekit.cli.progress import progress
from articlekit.errors import ArticleKitError, ReadError
from articlekit.model import Explanation
from articlekit.parsing import explain_html, explain_text, parse_text
from articlekit.sample import sample_text
from articlekit.view import coloured_lines, explanation_lines

__all__ = ["main"]

ALL_READ, SOME_NOT, USAGE, INTERRUPTED = 0, 1, 2, 130
_SHELLS = ("bash", "zsh", "tcsh")
_EXAMPLES = """\
examples:
  articlekit page.html                          one article, as a line of JSON
  articlekit crawl/ --jobs 4 > articles.jsonl   every file below a folder
  articlekit pages.jsonl.gz --format csv        records with html or text, and url
  articlekit '2024-*/*.html' --fields headline,authors,published
  curl -s URL | articlekit - --url URL --format markdown
  articlekit crawl/ --format parquet --output articles.parquet
  articlekit explain page.html                  where each field came from, and by which rule

A file whose first character is < is read as HTML, any other as text. A file that cannot be read becomes a line with
its source and an error, and stops no other. Exit code 0: all were read, 1: some were not, 2: the call is wrong.
A file called demo, explain or completion is read as ./demo, ./explain or ./completion.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on *arguments* (default: those of the process); the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        return _run(parser, asked)
    except BrokenPipeError:  # whoever read has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ALL_READ
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses it twice means the same
        _complain("stopped; the lines that were written are whole")
        return INTERRUPTED
    except ReadError as error:
        _complain(str(error))
        return USAGE
    except OSError as error:
        _complain(f"cannot write: {(error.strerror or str(error)).lower()}")
        return SOME_NOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="articlekit",
        usage="articlekit [options] FILE... | articlekit explain FILE... | articlekit demo",
        description="Turn news pages, HTML or copied as text, into typed articles.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"articlekit {version('articlekit')}")
    parser.add_argument(
        "words",
        nargs="*",
        metavar="FILE",
        help="files, folders, patterns, - for standard input; packed with gzip or zstd; JSON lines and Parquet with "
        "columns html or text, and url; or explain FILE; demo; completion SHELL",
    )
    come = parser.add_argument_group("what comes in")
    come.add_argument("--files-from", action="append", default=[], metavar="LIST", help="a file with a name a line")
    come.add_argument("--url", help="the address of the page: its base, and evidence")
    come.add_argument("--encoding", help="of the bytes, where it is known; else it is found out")
    out = parser.add_argument_group("what goes out")
    out.add_argument("--format", choices=list(FORMATS), default="jsonl", help="default: jsonl")
    out.add_argument("--output", type=Path, metavar="FILE", help="where to; default: standard output")
    out.add_argument("--fields", metavar="NAMES", help="fields of an article or columns of a row, parted by commas")
    out.add_argument("--no-leftover", action="store_true", help="without the text that belongs to no field")
    out.add_argument("--html", type=Path, metavar="FILE", help="of explain: a page for a browser")
    work = parser.add_argument_group("how")
    work.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes; default: 1")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"expected a number of processes from 1 to {_MOST_JOBS}, not {number}")
    return number


_MOST_JOBS = 512


def _run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """Do what is *asked* for; the exit code."""
    words = asked.words
    if words == ["demo"]:
        _write_line(sys.stdout.buffer, json.dumps(parse_text(sample_text()).to_dict(), ensure_ascii=False, indent=2))
        return ALL_READ
    if words[:1] == ["completion"]:
        return _complete(parser, words[1:])
    if words[:1] == ["explain"]:
        return _explain(words[1:] or ["-"], asked)
    if not words and not asked.files_from:
        parser.error("expected a file, a folder, a pattern or - to read")
    return _read(asked)


def _read(asked: argparse.Namespace) -> int:
    """Read all documents and write what came of each; the exit code."""
    task = Task(asked.format, chosen_fields(asked.fields, leftover=not asked.no_leftover), asked.url, asked.encoding)
    found = documents(asked.words, asked.files_from)
    total: int | None = None
    if sys.stderr is not None and sys.stderr.isatty():  # to tell how much is left, names are looked up first
        found = iter(listed := list(found))
        total = len(listed)
    writer = FORMATS[asked.format].writer(task.fields, asked.output)
    done = failed = 0
    with _destination(asked) as out, progress(total) as advance:
        for data, answer in encoded(writer, answers(found, task, asked.jobs)):
            out.write(data)
            out.flush()
            if answer is None:
                continue
            done += 1
            if answer.error is not None:
                failed += 1
                _complain(f"cannot read {answer.source}: {answer.error[1]}")
            advance(done, failed)
    return SOME_NOT if failed else ALL_READ


@contextmanager
def _destination(asked: argparse.Namespace) -> Iterator[BinaryIO]:
    """Where answers are written; Parquet opens its file itself."""
    if asked.output is None or asked.format == "parquet":
        yield sys.stdout.buffer
        return
    with asked.output.open("wb") as file:
        yield file


def _explain(names: Sequence[str], asked: argparse.Namespace) -> int:
    """Show where each field of each document came from; the exit code."""
    code = ALL_READ
    for document in documents(names, asked.files_from):
        try:
            explanation = _explanation(document, asked)
        except ArticleKitError as error:
            _complain(f"cannot read {document.source}: {' '.join(str(error).split())}")
            code = SOME_NOT
        else:
            if asked.html is not None:
                asked.html.write_text(explanation.to_html(), "utf-8")
            else:
                lines = coloured_lines if _shows_colours() else explanation_lines
                _write_line(sys.stdout.buffer, "\n".join(lines(explanation)))
    return code


def _shows_colours() -> bool:
    """Whether standard output is a terminal that is not asked to be plain, https://no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _explanation(document: Document, asked: argparse.Namespace) -> Explanation:
    content, url = opened(document), document.url or asked.url
    if document.kind == "html" or (not document.kind and is_html(content)):
        encoding = asked.encoding if isinstance(content, bytes) else None
        return explain_html(content, url=url, encoding=encoding)
    return explain_text(text_of(content, asked.encoding), url=url)


def _complete(parser: argparse.ArgumentParser, shells: Sequence[str]) -> int:
    """Write what makes a shell complete the words of a call; the exit code."""
    if len(shells) != 1 or shells[0] not in _SHELLS:
        parser.error(f"expected completion and one of {', '.join(_SHELLS)}")
    try:
        shtab: Any = import_module("shtab")
    except ImportError:
        raise ReadError("completion needs shtab: pip install 'articlekit[cli]'") from None
    _write_line(sys.stdout.buffer, shtab.complete(parser, shells[0]))
    return ALL_READ


def _write_line(out: BinaryIO, text: str) -> None:
    out.write(f"{text}\n".encode("utf-8", "replace"))
    out.flush()


def _complain(sentence: str) -> None:
    """Tell what went wrong in a line of standard error, in whatever encoding that has."""
    if sys.stderr is not None:
        print(f"articlekit: {' '.join(sentence.split())}".encode("ascii", "backslashreplace").decode(), file=sys.stderr)
