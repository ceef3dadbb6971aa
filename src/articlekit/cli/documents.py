"""
Where documents come from: files, folders, patterns, lists of files, standard input, JSON lines, Parquet; packed or not.

A document is looked up first and opened where it is read, so that a process for each core can do so.
"""

import glob
import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from articlekit.errors import ReadError

__all__ = ["Document", "documents", "opened"]

_LINES = (".jsonl", ".ndjson")
_MOST_BYTES = 50_000_000  # of a document, once unpacked


class Document(NamedTuple):
    """
    A document to read: *source* names it in every answer, *url* its address where that is known.

    *content* is what it holds, as bytes or text; where it is None, *path* is the file to open. *kind* is ``html`` or
    ``text`` where the source says which; *problem* is why there is none. What stands in a file of many has *path*, too.
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
            text = _standard_input().read().decode("utf-8-sig") if name == "-" else Path(name).read_text("utf-8-sig")
        except (OSError, ValueError) as error:
            yield Document(name, problem=_reason(error))
            continue
        for line in text.split("\n"):
            if line.strip():
                yield from _of_name(line.removesuffix("\r"))


def _of_name(name: str) -> Iterator[Document]:
    try:
        yield from _called(name)
    except OSError as error:  # too long a name, or one in a folder that may not be looked into
        yield Document(name, problem=_reason(error))


def _called(name: str) -> Iterator[Document]:
    path = Path(name)
    if not name or "\0" in name:
        yield Document(name, problem="expected the name of a file, got none that there can be")
    elif name == "-":
        yield _of_standard_input()
    elif path.is_dir():
        yield from _of_folder(path)
    elif not path.exists() and any(mark in name for mark in "*?["):
        yield from _of_pattern(name)
    else:
        yield from _of_file(name)


def _of_folder(path: Path) -> Iterator[Document]:
    """The files below a folder, but for hidden ones, and the folders that may not be looked into."""
    closed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = (name for name in folders if not name.startswith("."))
        found += (Path(folder, name) for name in names if not name.startswith("."))
    for file in filter(_is_file, sorted(found)):
        yield from _of_file(str(file))
    for error in closed:
        yield Document(str(error.filename), problem=_reason(error))


def _is_file(path: Path) -> bool:
    """Whether *path* is a file: no pipe, and no link to nothing; what one may not know, opening it will say."""
    try:
        return path.is_file()
    except OSError:
        return True


def _of_pattern(pattern: str) -> Iterator[Document]:
    """What a pattern names that the shell has left alone."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  # a whole pattern, absolute or not
    if not found:
        yield Document(pattern, problem="no file is called so")
    for name in found:
        yield from _of_file(name) if Path(name).is_file() else _of_folder(Path(name))


def _of_standard_input() -> Document:
    try:
        return Document("-", content=_standard_input().read())
    except (OSError, ValueError) as error:
        return Document("-", problem=_reason(error))


def _standard_input() -> IO[bytes]:
    """
    Standard input.

    Raises:
        ReadError: it is closed.
    """
    if sys.stdin is None:
        raise ReadError("standard input is closed")
    return sys.stdin.buffer


def _of_file(name: str) -> Iterator[Document]:
    inner = name.lower().removesuffix(".gz").removesuffix(".zst")
    if inner.endswith(_LINES):
        yield from _of_lines(name)
    elif inner.endswith(".parquet"):
        yield from _of_parquet(name)
    else:
        yield Document(name, path=name)


def _of_lines(name: str) -> Iterator[Document]:
    """The documents of a file of JSON lines, ``html`` or ``text`` and ``url`` of each, read line by line."""
    try:
        with _opened(name) as file:
            number = 0
            while line := file.readline(_MOST_BYTES + 1):
                number += 1
                if len(line) > _MOST_BYTES:
                    raise ReadError(f"line {number} has more than {_MOST_BYTES // 10**6} million bytes")
                if line.strip():
                    yield _of_record(f"{name}:{number}", line)._replace(path=name)
    except _FAILURES as error:
        yield Document(name, problem=_reason(error))


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
                yield _of_mapping(f"{name}:{number}", record)._replace(path=name)
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
        with _opened(document.path) as file:
            data = file.read(_MOST_BYTES + 1)
    except _FAILURES as error:
        raise ReadError(_reason(error)) from error
    if len(data) > _MOST_BYTES:
        raise ReadError(f"more than {_MOST_BYTES // 10**6} million bytes once unpacked")
    return data


#: what opening, unpacking and reading a file may end in; an `InvalidValue` or `ReadError` is a ``ValueError``
_FAILURES = (OSError, EOFError, ValueError, zlib.error)


def _opened(name: str) -> IO[bytes]:
    """A file, unpacked as it is read."""
    packed = Path(name).suffix.lower()
    if packed == ".gz":
        return cast("IO[bytes]", gzip.open(name))
    return io.BytesIO(_of_zstandard(Path(name))) if packed == ".zst" else Path(name).open("rb")


def _of_zstandard(path: Path) -> bytes:
    """
    What a file packed with zstd holds, all of its frames.

    Raises:
        ReadError: it is cut off or broken, or what it holds is too large to be a file of documents.
    """
    try:
        zstandard = import_module("zstandard")
    except ImportError:
        raise ReadError("files packed with zstd need zstandard: pip install 'articlekit[cli]'") from None
    pieces: list[bytes] = []
    size, frame = 0, zstandard.ZstdDecompressor().decompressobj()
    with path.open("rb") as file:
        while data := file.read(_PIECE):
            while data:
                if frame.eof:
                    frame = zstandard.ZstdDecompressor().decompressobj()
                try:
                    pieces.append(frame.decompress(data))
                except zstandard.ZstdError as error:
                    raise ReadError(f"cannot be unpacked: {error}") from error
                size += len(pieces[-1])
                if size > _MOST_UNPACKED:
                    raise ReadError(f"more than {_MOST_UNPACKED // 10**6} million bytes once unpacked")
                data = frame.unused_data if frame.eof else b""
    if not frame.eof:
        raise ReadError("is cut off: its last frame does not end")
    return b"".join(pieces)


_PIECE = 65_536  # bytes
_MOST_UNPACKED = 2_000_000_000  # bytes of a file of many documents


def _reason(error: Exception) -> str:
    """Why a file could not be read, in words."""
    if isinstance(error, gzip.BadGzipFile):
        return "is not packed with gzip, as its name says"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return " ".join(str(error).split()) or type(error).__name__
