"""Reading many documents, one after the other or by several processes: one bad document stops no other."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

from articlekit.cli.answers import FORMATS, Answer
from articlekit.cli.documents import Document, opened
from articlekit.cli.interrupt import Interrupt
from articlekit.errors import ArticleKitError, ReadError
from articlekit.model import Article
from articlekit.parsing import parse_html, parse_text
from articlekit.typography import without_halves

__all__ = ["Task", "answer", "answers", "is_html", "text_of"]

_WAITING = 16  # documents for each process that are on their way
_LONGEST_OPENING = 4_096  # bytes


class Task(NamedTuple):
    """What is asked of every document."""

    format: str
    fields: frozenset[str]
    url: str | None = None
    encoding: str | None = None


def answers(documents: Iterable[Document], task: Task, jobs: int, interrupt: Interrupt) -> Iterator[Answer]:
    """The answer to each document, in their order, read by so many processes until *interrupt*."""
    if jobs <= 1:
        yield from (answer(document, task) for document in documents)
        return
    pool = _Pool(task, jobs, interrupt)
    waiting: deque[_Read] = deque()
    try:
        for document in documents:
            waiting.append(pool.submit(document))
            if len(waiting) >= _WAITING * jobs:
                yield pool.outcome(waiting.popleft())
        while waiting:
            yield pool.outcome(waiting.popleft())
    finally:
        pool.close()


class _Read(NamedTuple):
    """A document on its way, and the processes that read it."""

    document: Document
    future: "Future[Answer]"
    pool: ProcessPoolExecutor


class _Pool:
    """Processes that read documents; where one comes to an end, others read again what was lost."""

    def __init__(self, task: Task, jobs: int, interrupt: Interrupt) -> None:
        self._task, self._jobs, self._interrupt = task, jobs, interrupt
        self._pool = _processes(jobs)

    def submit(self, document: Document) -> _Read:
        """Have *document* read."""
        try:
            with self._interrupt.held_back(_end_processes):
                future = self._pool.submit(answer, document, self._task)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        return _Read(document, future, self._pool)

    def outcome(self, read: _Read) -> Answer:
        """What came of a document; one that was lost with the process of another is read again, alone."""
        try:
            with self._interrupt.held_back(_end_processes):
                return read.future.result()
        except BrokenProcessPool:
            if read.pool is self._pool:
                self.close()
                self._pool = _processes(self._jobs)
        return self._alone(read.document)

    def _alone(self, document: Document) -> Answer:
        with self._interrupt.held_back(_end_processes), _processes(1) as pool:
            try:
                return pool.submit(answer, document, self._task).result()
            except BrokenProcessPool:
                message = "the process that read it came to an end"
                return Answer(document.source, document.url, error=("BrokenProcess", message))

    def close(self) -> None:
        """Begin no document any more, and end the processes."""
        with self._interrupt.held_back(_end_processes):
            self._pool.shutdown(wait=False, cancel_futures=True)
            _end_processes()


def _processes(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, initializer=_live_for_parent)


def _end_processes() -> None:
    for process in multiprocessing.active_children():
        process.terminate()


def _live_for_parent() -> None:
    """Leave Ctrl-C to the process that asked, and end where it has come to an end, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def answer(document: Document, task: Task) -> Answer:
    """What comes of *document*; whatever goes wrong with it is told."""
    url = document.url or task.url
    try:
        value = FORMATS[task.format].value(_article(document, task, url), task.fields)
    except (ArticleKitError, MemoryError, RecursionError) as error:
        return Answer(document.source, url, error=(type(error).__name__, _sentence(error)))
    return Answer(document.source, url, value)


def _article(document: Document, task: Task, url: str | None) -> Article:
    content = opened(document)
    if document.kind == "html" or (not document.kind and is_html(content)):
        return parse_html(content, url=url, encoding=task.encoding if isinstance(content, bytes) else None)
    return parse_text(text_of(content, task.encoding), url=url)


def is_html(content: bytes | str) -> bool:
    """Whether the first character behind a byte-order mark and blanks is ``<``, in any encoding of pages."""
    if isinstance(content, str):
        return content[:_LONGEST_OPENING].lstrip("\ufeff \t\r\n\0")[:1] == "<"
    return content[:_LONGEST_OPENING].lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n\0")[:1] == b"<"


def text_of(content: bytes | str, encoding: str | None = None) -> str:
    """
    *content* as text: UTF-8, or of *encoding*.

    Raises:
        ReadError: it is not, and which byte cannot be read.
    """
    if isinstance(content, str):  # JSON can escape halves of surrogate pairs, which no text can hold
        return without_halves(content)
    try:
        return content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding is None else encoding
        raise ReadError(f"is not {name} text: byte {error.start} cannot be read") from error
    except UnicodeError as error:
        raise ReadError(f"cannot be read as {encoding}: {error}") from error
    except LookupError:
        raise ReadError(f"no encoding is called {encoding!r}") from None


def _sentence(error: BaseException) -> str:
    return " ".join(str(error).split()) or "there is not enough memory to read it"
