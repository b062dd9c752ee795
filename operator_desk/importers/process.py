"""Reading files of articles in a child process: the window stays quick whatever the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.incoming import FileHead, FileRows, Row
from operator_desk.importers.formats import Source, source
from operator_desk.importers.law_markdown import StoredLaw
from operator_desk.search.child import Child, serve


def _ended(code: int) -> UserError:
    return UserError("The reading of the file ended before it was done (code {code}).", code=code)


class ReadingProcess:
    """A child that holds the bytes of one file and hands over its rows.

    Each request has one answer; `ready` says whether `take` would wait for it. UserError from
    `take`: the file cannot be read as a whole, or the child was killed.
    """

    def __init__(self) -> None:
        self._child = Child(__name__, _ended)

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._child.pid

    def ask_open(self, path: Path, as_format: str | None, known: StoredLaw) -> None:
        """Asks for the file's `FileHead`; `known` is what the store has of its law."""
        self._child.send("open", path, as_format, known)

    def ask_rows(self, count: int) -> None:
        """Asks for the next `FileRows`, at most so many."""
        self._child.send("rows", count)

    def ready(self) -> bool:
        """Whether an answer is there."""
        return self._child.ready()

    def take(self) -> Any:
        """The answer to the oldest request that has none so far."""
        return self._child.receive()

    def close(self) -> None:
        """Ends the child, also in the middle of its work."""
        self._child.close(kill=True)


class _Reading:
    """The child's side."""

    _source: Source
    _rows: Iterator[Row]

    def open(self, path: Path, as_format: str | None, known: StoredLaw) -> FileHead:
        self._source = source(path, as_format, lambda _law, _day: known)
        self._rows = self._source.rows()
        of = self._source
        return FileHead(of.file, of.format, of.sha256, of.keeps, of.alike, of.about)

    def rows(self, count: int) -> FileRows:
        part = tuple(islice(self._rows, count))
        return FileRows(part, len(part) < count)


def serve_child() -> None:
    """Answers a `ReadingProcess`; runs in the child."""
    reading = _Reading()

    def handle(name: str, given: tuple[Any, ...]) -> Any:
        try:
            return getattr(reading, name)(*given)
        except MemoryError:
            raise UserError("There is not enough memory for this file.") from None

    serve(handle)
