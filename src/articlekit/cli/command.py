"""What is asked for on the command line, and doing it."""

import argparse
import codecs
import errno
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

from articlekit.cli.answers import FORMATS, chosen_fields
from articlekit.cli.batch import Task, answers, is_html, text_of
from articlekit.cli.documents import Document, documents, opened
from articlekit.cli.interrupt import Interrupt
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
    asked = parser.parse_intermixed_args(arguments)
    _check(parser, asked)
    with Interrupt() as interrupt:
        try:
            return _run(parser, asked, interrupt)
        except BrokenPipeError:  # whoever read has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ALL_READ
        except KeyboardInterrupt:
            _complain("stopped; the lines that were written are whole")
            return INTERRUPTED
        except ReadError as error:
            _complain(str(error))
            return USAGE
        except OSError as error:
            name = f" {error.filename}" if error.filename else ""
            _complain(f"cannot write{name}: {(error.strerror or str(error)).lower()}")
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
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"expected a number of processes from 1 to {_MOST_JOBS}, not {text!r}")
    return int(text)


_MOST_JOBS = 512


def _check(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    """That every option has an effect on what is asked for; a usage error where one has none."""
    word = asked.words[0] if asked.words else ""
    out = {"--output": asked.output, "--fields": asked.fields, "--no-leftover": asked.no_leftover or None}
    given = [name for name, value in out.items() if value is not None]
    given += ["--format"] if asked.format != "jsonl" else []
    if given and (word in ("explain", "completion") or asked.words == ["demo"]):
        parser.error(f"{word} has no use for {given[0]}")
    if asked.html is not None and word != "explain":
        parser.error("--html is of explain: articlekit explain FILE --html OUT")
    if problem := _problem_of_fields(asked) or _problem_of_encoding(asked.encoding):
        parser.error(problem)


def _problem_of_fields(asked: argparse.Namespace) -> str:
    """Why the fields that are asked for cannot be written in the format that is, nothing where they can."""
    if asked.fields is not None and asked.format in ("markdown", "text"):
        return f"--fields chooses columns; {asked.format} is written whole"
    return ""


def _problem_of_encoding(name: str | None) -> str:
    try:
        codecs.lookup(name or "utf-8")
    except LookupError:
        return f"no encoding is called {name!r}"
    return ""


def _run(parser: argparse.ArgumentParser, asked: argparse.Namespace, interrupt: Interrupt) -> int:
    """Do what is *asked* for; the exit code."""
    words = asked.words
    if words == ["demo"]:
        _write_line(_standard_output(), json.dumps(parse_text(sample_text()).to_dict(), ensure_ascii=False, indent=2))
        return ALL_READ
    if words[:1] == ["completion"]:
        return _complete(parser, words[1:])
    if words[:1] == ["explain"]:
        if not words[1:] and not asked.files_from and sys.stdin is not None and sys.stdin.isatty():
            parser.error("expected a file, or - for what you type")
        return _explain(words[1:] or ([] if asked.files_from else ["-"]), asked)
    if not words and not asked.files_from:
        parser.error("expected a file, a folder, a pattern or - to read")
    return _read(asked, interrupt)


def _read(asked: argparse.Namespace, interrupt: Interrupt) -> int:
    """Read all documents and write what came of each; the exit code."""
    fields = chosen_fields(asked.fields, asked.format, leftover=not asked.no_leftover)
    task = Task(asked.format, fields, asked.url, asked.encoding)
    found = documents(asked.words, asked.files_from)
    total: int | None = None
    if sys.stderr is not None and sys.stderr.isatty():  # to tell how much is left, names are looked up first
        found = iter(listed := list(found))
        total = len(listed)
    done = failed = 0
    with _destination(asked) as (out, path), progress(total) as advance:
        writer = FORMATS[asked.format].writer(task.fields, path)
        try:
            for answer in answers(found, task, asked.jobs, interrupt):
                out.write(writer.each(answer))
                out.flush()
                done += 1
                if answer.error is not None:
                    failed += 1
                    _complain(f"cannot read {answer.source}: {answer.error[1]}")
                advance(done, failed)
        finally:  # what was read before an interrupt is kept
            out.write(writer.end())
            out.flush()
    return SOME_NOT if failed else ALL_READ


@contextmanager
def _destination(asked: argparse.Namespace) -> Iterator[tuple[BinaryIO, Path | None]]:
    """
    Where answers are written, and the path of a file for what opens it itself.

    A file is written beside the one that is asked for and takes its place at the end, so that it may be one of those
    that are read; where nothing was written, what is there is left.
    """
    target = asked.output
    if target is None:
        yield _standard_output(), None
    elif target.exists() and not target.is_file():  # a device or a pipe
        with target.open("wb") as file:
            yield file, target
    else:
        yield from _replacing(target.resolve())


def _replacing(target: Path) -> Iterator[tuple[BinaryIO, Path | None]]:
    begun = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with begun.open("wb") as file:
            if target.exists():
                begun.chmod(target.stat().st_mode & 0o777)
            try:
                yield file, begun
            except KeyboardInterrupt:
                _replace(begun, target)
                raise
        _replace(begun, target)
    finally:
        begun.unlink(missing_ok=True)


def _replace(begun: Path, target: Path) -> None:
    if begun.stat().st_size:
        begun.replace(target)


def _standard_output() -> BinaryIO:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return sys.stdout.buffer


def _explain(names: Sequence[str], asked: argparse.Namespace) -> int:
    """Show where each field of each document came from; the exit code."""
    code = ALL_READ
    found = list(documents(names, asked.files_from))
    if asked.html is not None and len(found) != 1:
        raise ReadError(f"--html writes one page, and {len(found)} documents were named")
    for document in found:
        try:
            explanation = _explanation(document, asked)
        except ArticleKitError as error:
            _complain(f"cannot read {document.source}: {' '.join(str(error).split())}")
            code = SOME_NOT
            continue
        if asked.html is not None:
            _write_page(asked.html, document, explanation)
            continue
        if len(found) > 1:
            _write_line(_standard_output(), f"== {document.source}")
        lines = coloured_lines if _shows_colours() else explanation_lines
        _write_line(_standard_output(), "\n".join(lines(explanation)))
    return code


def _write_page(path: Path, document: Document, explanation: Explanation) -> None:
    if document.path and path.exists() and path.samefile(document.path):
        raise ReadError(f"{path} is what is explained, and would be lost")
    path.write_text(explanation.to_html(), "utf-8")


def _shows_colours() -> bool:
    """Whether standard output is a terminal that is not asked to be plain, https://no-color.org."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


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
    _write_line(_standard_output(), shtab.complete(parser, shells[0]))
    return ALL_READ


def _write_line(out: BinaryIO, text: str) -> None:
    out.write(f"{text}\n".encode("utf-8", "replace"))
    out.flush()


def _complain(sentence: str) -> None:
    """Tell what went wrong in a line of standard error, in whatever encoding that has."""
    if sys.stderr is not None:
        print(f"articlekit: {' '.join(sentence.split())}".encode("ascii", "backslashreplace").decode(), file=sys.stderr)
