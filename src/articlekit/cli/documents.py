"""
Where documents come from: files, folders, patterns, lists of files, standard input, JSON lines, Parquet; packed or not.

A document is looked up first and opened where it is read, so that a process for each core can do so.
"""

import glob
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from articlekit.errors import ReadError

__all__ = ["Document", "documents", "opened"]

_PACKED = (".gz", ".zst")
_LINES = (".jsonl", ".ndjson")
_MOST_BYTES = 50_000_000  # of a document, once unpacked


class Document(NamedTuple):
    """
    A document to read: *source* names it in every answer, *url* its address where that is known.

    *content* is what it holds, as bytes or text; where it is None, *path* is the file to open. *kind* is ``html`` or
    ``text`` where the source says which; *problem* is why there is none.
    """

    source: str
    path: str = ""
    content: bytes | str | None = None
    url: str | None = None
    kind: str = ""
    problem: str = ""


def documents(names: Sequence[str], lists: Sequence[str] = ()) -> Iterator[Document]:
    """
    The documents of *names*, and of the names in the files *lists*, one a line, in their order.

    A name is a file, a folder (all files in it, hidden ones left out), a pattern, or ``-`` for standard input.
    """
    for name in names:
        yield from _of_name(name)
    for name in lists:
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            yield Document(name, problem=_reason(error))
            continue
        for line in filter(None, map(str.strip, text.splitlines())):
            yield from _of_name(line)


def _of_name(name: str) -> Iterator[Document]:
    path = Path(name)
    if not name:
        yield Document(name, problem="expected the name of a file, got an empty one")
    elif name == "-":
        yield _of_standard_input()
    elif path.is_dir():
        yield from _of_folder(path)
    elif not path.exists() and any(mark in name for mark in "*?["):
        yield from _of_pattern(name)
    else:
        yield from _of_file(name)


def _of_folder(path: Path) -> Iterator[Document]:
    """The files below a folder, but for hidden ones."""
    for found in sorted(path.rglob("*")):
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts):
            yield from _of_file(str(found))


def _of_pattern(pattern: str) -> Iterator[Document]:
    """What a pattern names that the shell has left alone."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  # a whole pattern, absolute or not
    if not found:
        yield Document(pattern, problem="no file is called so")
    for name in found:
        yield from _of_file(name) if Path(name).is_file() else _of_folder(Path(name))


def _of_standard_input() -> Document:
    if sys.stdin is None:
        return Document("-", problem="standard input is closed")
    return Document("-", content=sys.stdin.buffer.read())


def _of_file(name: str) -> Iterator[Document]:
    inner = name.removesuffix(".gz").removesuffix(".zst").lower()
    if inner.endswith(_LINES):
        yield from _of_lines(name)
    elif inner.endswith(".parquet"):
        yield from _of_parquet(name)
    else:
        yield Document(name, path=name)


def _of_lines(name: str) -> Iterator[Document]:
    """The documents of a file of JSON lines, ``html`` or ``text`` and ``url`` of each."""
    try:
        lines = _unpacked(name).splitlines()
    except (OSError, ReadError, EOFError) as error:
        yield Document(name, problem=_reason(error))
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _of_record(f"{name}:{number}", line)


def _of_record(source: str, line: bytes) -> Document:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Document(source, problem="expected a JSON object in the line, and it is none")
    return _of_mapping(source, record)


def _of_mapping(source: str, record: Any) -> Document:  # noqa: ANN401  (whatever JSON or Parquet holds)
    if not isinstance(record, dict):
        return Document(source, problem="expected a JSON object in the line, and it is something else")
    url = record.get("url") if isinstance(record.get("url"), str) else None
    for kind in ("html", "text"):
        if isinstance(record.get(kind), str | bytes) and record[kind]:
            return Document(source, content=record[kind], url=url, kind=kind)
    return Document(source, url=url, problem="expected a key `html` or `text` with the document")


def _of_parquet(name: str) -> Iterator[Document]:
    """The documents of the rows of a Parquet file, columns as the keys of JSON lines."""
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        yield Document(name, problem="Parquet needs pyarrow: pip install 'articlekit[frames]'")
        return
    number = 0
    try:
        file = parquet.ParquetFile(name)
        columns = [column for column in ("html", "text", "url") if column in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=64, columns=columns):
            for record in batch.to_pylist():
                number += 1
                yield _of_mapping(f"{name}:{number}", record)
    except (OSError, ValueError) as error:
        yield Document(name, problem=_reason(error))


# --------------------------------------------------------------------------- opening


def opened(document: Document) -> bytes | str:
    """
    What *document* holds.

    Raises:
        ReadError: it holds too much, or cannot be unpacked or found.
    """
    if document.problem:
        raise ReadError(document.problem)
    if document.content is not None:
        return document.content
    try:
        return _unpacked(document.path)
    except (OSError, EOFError) as error:
        raise ReadError(_reason(error)) from error


def _unpacked(name: str) -> bytes:
    path = Path(name)
    if path.suffix.lower() not in _PACKED:
        return path.read_bytes()
    if path.suffix.lower() == ".gz":
        with gzip.open(path) as file:
            data: bytes = file.read(_MOST_BYTES + 1)
    else:
        data = _of_zstandard(path)
    if len(data) > _MOST_BYTES:
        raise ReadError(f"more than {_MOST_BYTES // 10**6} million bytes once unpacked")
    return data


def _of_zstandard(path: Path) -> bytes:
    try:
        zstandard = import_module("zstandard")
    except ImportError:
        raise ReadError("files packed with zstd need zstandard: pip install 'articlekit[cli]'") from None
    try:
        with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as stream:
            data: bytes = stream.read(_MOST_BYTES + 1)
    except zstandard.ZstdError as error:
        raise ReadError(f"cannot be unpacked: {error}") from error
    return data


def _reason(error: Exception) -> str:
    """Why a file could not be read, in words."""
    if isinstance(error, gzip.BadGzipFile):
        return "is not packed with gzip, as its name says"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return " ".join(str(error).split()) or type(error).__name__
