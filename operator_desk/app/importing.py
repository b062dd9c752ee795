"""Joins files of articles with the store: looked at, stored as a batch; read in a child process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from operator_desk.app import Services, content
from operator_desk.domain.article import Article
from operator_desk.domain.incoming import FileHead, Row
from operator_desk.importers import formats, law_markdown
from operator_desk.importers.law_markdown import StoredLaw
from operator_desk.importers.rows import Read
from operator_desk.services.incoming import Incoming
from operator_desk.services.people import Actor
from operator_desk.services.storing import Storing

if TYPE_CHECKING:
    from operator_desk.importers.process import ReadingProcess

_CHUNK = 500


def look(incoming: Incoming, path: Path, read: Read[Article]) -> None:
    """Has a look at all rows of a file that was read."""
    incoming.file(FileHead(path.name, "", read.sha256, read.keeps, read.alike))
    rows: list[Row] = list(zip(read.rows, read.values, strict=True))
    rows = sorted([*rows, *((one.row, one.reason) for one in read.refused)], key=_number)
    for start in range(0, len(rows), _CHUNK):
        incoming.look(rows[start : start + _CHUNK])


def _number(row: Row) -> int:
    return row[0]


def store(
    desk: Services, actor: Actor, path: Path, read: Read[Article], articles: Sequence[Article],
    refused: int = 0,
) -> Storing:  # fmt: skip
    """Stores articles of a file as one batch, for a caller that nobody waits for."""
    storing = desk.batches.begin_import(
        actor, FileHead(path.name, "", read.sha256, read.keeps, read.alike), refused
    )
    try:
        for start in range(0, max(1, len(articles)), _CHUNK):
            storing.take(articles[start : start + _CHUNK])
    finally:
        storing.finish(empty=not articles)
    return storing


class FileReader:
    """Reads files in a child process that lives from the first `begin` to `close`.

    A file that is begun again is read as it was the first time, whatever was stored since; a law
    of which a file before it had a newer version is taken as the older one that it is.
    """

    def __init__(self, desk: Services) -> None:
        self._desk = desk
        self._child: ReadingProcess | None = None
        self._known: dict[tuple[Path, str], StoredLaw] = {}
        self._laws: dict[str, date] = {}  # the newest day of each law that was begun

    def begin(self, path: Path, as_format: str) -> None:
        """Asks for the `FileHead` of a file; `as_format` "" goes by its ending and header."""
        from operator_desk.importers.process import ReadingProcess

        if (path, as_format) not in self._known:
            self._known[path, as_format] = self._stored_law(path, as_format)
        self._child = self._child or ReadingProcess()
        self._child.ask_open(path, as_format or None, self._known[path, as_format])

    def _stored_law(self, path: Path, as_format: str) -> StoredLaw:
        known = content.stored_law(self._desk, path, as_format or None)
        if (as_format or formats.format_of(path)) != "law":
            return known
        law, day = law_markdown.law_of(path)
        before = self._laws.get(law)
        if day is not None:
            self._laws[law] = max(day, before or day)
        if before is None or before <= (known.version_date or date.min):
            return known
        return replace(known, version_date=before)

    def more(self, count: int) -> None:
        """Asks for the next `FileRows`."""
        self._running.ask_rows(count)

    def again(self) -> None:
        """Asks to begin with the first row again; the answer is None."""
        self._running.ask_first()

    def ready(self) -> bool:
        """Whether the answer is there."""
        return self._running.ready()

    def take(self) -> Any:
        """The answer to what was asked. UserError: the file cannot be read."""
        return self._running.take()

    def close(self) -> None:
        """Ends the child, also in the middle of its work."""
        child, self._child = self._child, None
        if child is not None:
            child.close()

    @property
    def _running(self) -> ReadingProcess:
        if self._child is None:
            raise RuntimeError("no file was begun")
        return self._child
