"""How articles are written: one JSON object a line, CSV, Parquet, Markdown, plain text."""

import csv
import io
import json
import os
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from articlekit.errors import ReadError
from articlekit.model import Article
from articlekit.writers import ROW_SCHEMA, ColumnType, to_markdown, to_row, to_text

__all__ = ["FORMATS", "Answer", "Writer", "chosen_fields"]

_LEAST_BATCH = 256  # rows of a group of Parquet


class Answer(NamedTuple):
    """What came of a document: *value* is ready to be written; *error* is the kind of what went wrong, and why."""

    source: str
    url: str | None
    value: Any = None
    error: tuple[str, str] | None = None


class Writer(Protocol):
    """What writes answers: each as the bytes that go out at once, then those at the end."""

    def each(self, answer: Answer) -> bytes:
        """The bytes of an answer."""

    def end(self) -> bytes:
        """The bytes behind the last."""


def chosen_fields(asked: str | None, form: str, *, leftover: bool) -> frozenset[str]:
    """
    The fields that are *asked* for, parted by commas, or all that the format *form* writes, with *leftover* or without.

    A field that is several columns of a table is all of them; ``source`` is always written.

    Raises:
        ReadError: one of them is no field of an article and no column of a row, or a table has no such column.
    """
    own = ROW_SCHEMA if FORMATS[form].value is as_row else Article().to_full_dict()
    known = {*own, *ROW_SCHEMA}
    if asked is None:
        return frozenset(own) - (frozenset() if leftover else {"leftover"})
    names = [name.strip() for name in asked.split(",") if name.strip()]
    if not names:
        raise ReadError("expected the names of fields, got none")
    found = {field for name in names for field in _fields_called(name, known)}
    return frozenset(found) - (frozenset() if leftover else {"leftover"})


def _fields_called(name: str, known: Collection[str]) -> Collection[str]:
    """The fields that *name* is of those that are *known*."""
    if name == "source":
        return ()
    if name in known:
        return (name,)
    if columns := [field for field in known if field.startswith(f"{name}_")]:
        return columns
    near = get_close_matches(name, known, 1)
    hint = f" (is it {near[0]!r}?)" if near else ""
    raise ReadError(f"no field is called {name!r}{hint}; there are {', '.join(sorted(known))}")


# --------------------------------------------------------------------------- values, made where documents are read


def as_mapping(article: Article, fields: frozenset[str]) -> dict[str, Any]:
    """An article as JSON; of columns that no field has, those that are asked for by name."""
    found = article.to_dict()
    extra = fields - Article().to_full_dict().keys()
    row = {name: _plain(cell) for name, cell in to_row(article).items() if name in extra} if extra else {}
    return {name: value for name, value in found.items() if name in fields} | row


def as_row(article: Article, fields: frozenset[str]) -> dict[str, Any]:
    """An article as a row of `to_row`, of the columns that are asked for."""
    return {name: cell for name, cell in to_row(article).items() if name in fields}


def _plain(cell: object) -> object:
    """A cell as JSON holds it."""
    return cell if cell is None or isinstance(cell, str | int | list) else str(cell)


# --------------------------------------------------------------------------- writers


class _Lines:
    """One JSON object a line."""

    def __init__(self, *_: object) -> None:
        pass

    def each(self, answer: Answer) -> bytes:
        head: dict[str, Any] = {"source": _shown_name(answer.source)}
        if answer.error is not None:
            kind, message = answer.error
            return _json_line(head | {"error": {"kind": kind, "message": message}})
        head |= {"url": answer.url} if answer.url is not None else {}
        return _json_line(head | answer.value)

    def end(self) -> bytes:
        return b""


def _shown_name(name: str) -> str:
    """A file's name as text: bytes that are none shown as such."""
    return os.fsencode(name).decode("utf-8", "replace")


def _json_line(value: Mapping[str, Any]) -> bytes:
    """A line of JSON in UTF-8; what no UTF-8 can hold as escapes."""
    try:
        return f"{json.dumps(value, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(value)}\n".encode("ascii")


class _Table:
    """CSV with a head: lists as JSON, an error in columns of its own."""

    def __init__(self, fields: frozenset[str], _: Path | None = None) -> None:
        self._columns = ["source", *_columns(fields), "error_kind", "error_message"]
        self._begun = False

    def each(self, answer: Answer) -> bytes:
        row = {"source": answer.source, **{name: _cell(value) for name, value in (answer.value or {}).items()}}
        if answer.error is not None:
            row["error_kind"], row["error_message"] = answer.error
        text = io.StringIO()
        table = csv.DictWriter(text, self._columns, restval="", lineterminator="\n")
        if not self._begun:
            table.writeheader()
            self._begun = True
        table.writerow(row)
        return text.getvalue().encode("utf-8", "replace")

    def end(self) -> bytes:
        return b"" if self._begun else (",".join(self._columns) + "\n").encode()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else str(value)


def _columns(fields: frozenset[str]) -> list[str]:
    return [name for name in ROW_SCHEMA if name in fields]


class _Parquet:
    """Rows of one schema in a Parquet file, an error in columns of its own."""

    def __init__(self, fields: frozenset[str], path: Path | None) -> None:
        if path is None:
            raise ReadError("Parquet is written to a file: give --output FILE")
        try:
            arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        except ImportError:
            raise ReadError("Parquet needs pyarrow: pip install 'articlekit[frames]'") from None
        kinds = {name: ROW_SCHEMA[name] for name in _columns(fields)}
        names = ("source", *kinds, "error_kind", "error_message")
        self._arrow = arrow
        self._schema = arrow.schema([(n, _arrow_type(arrow, kinds.get(n, ColumnType.STRING))) for n in names])
        self._file = parquet.ParquetWriter(path, self._schema)
        self._rows: list[dict[str, Any]] = []

    def each(self, answer: Answer) -> bytes:
        kind, message = answer.error or (None, None)
        row = {"source": answer.source, **(answer.value or {}), "error_kind": kind, "error_message": message}
        self._rows.append({name: _whole(value) for name, value in row.items()})
        if len(self._rows) >= _LEAST_BATCH:
            self._write()
        return b""

    def end(self) -> bytes:
        self._write()
        self._file.close()
        return b""

    def _write(self) -> None:
        if self._rows:
            self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def _whole(value: object) -> object:
    """A cell without lone surrogates, which no UTF-8 can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_whole(item) for item in value] if isinstance(value, list) else value


def _arrow_type(arrow: Any, kind: ColumnType) -> Any:  # noqa: ANN401  (pyarrow is loaded when it is asked for)
    types = {
        ColumnType.STRING: arrow.string(),
        ColumnType.STRINGS: arrow.list_(arrow.string()),
        ColumnType.INTEGER: arrow.int32(),
        ColumnType.DATE: arrow.date32(),
        ColumnType.INSTANT: arrow.timestamp("us", tz="UTC"),
    }
    return types[kind]


class _Prose:
    """Texts for people, each below a line with its source; what could not be read is told on standard error alone."""

    def __init__(self, head: str) -> None:
        self._head = head
        self._begun = False

    def each(self, answer: Answer) -> bytes:
        if answer.error is not None:
            return b""
        parting = "\n" if self._begun else ""
        self._begun = True
        head = self._head.format(_shown_name(answer.source).replace("--", "- -"))
        return f"{parting}{head}\n\n{answer.value.rstrip()}\n".encode("utf-8", "replace")

    def end(self) -> bytes:
        return b""


class Format(NamedTuple):
    """What an article becomes where it is read, and what writes it."""

    value: Callable[[Article, frozenset[str]], Any]
    writer: Callable[[frozenset[str], Path | None], Writer]


FORMATS: Mapping[str, Format] = {
    "jsonl": Format(as_mapping, _Lines),
    "csv": Format(as_row, _Table),
    "parquet": Format(as_row, _Parquet),
    "markdown": Format(lambda article, _: to_markdown(article), lambda *_: _Prose("<!-- {} -->")),
    "text": Format(lambda article, _: to_text(article), lambda *_: _Prose("=== {}")),
}
