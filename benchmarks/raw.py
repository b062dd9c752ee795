"""Raw sqlite3 at the store's durability: writes again what the store wrote, nothing around it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from operator_desk.storage.store import DATABASE

_WRITES = ("INSERT", "UPDATE", "DELETE")
Write = tuple[str, Any, bool]


class Recorded:
    """What an engine writes, transaction by transaction; `take` gives it and begins anew."""

    def __init__(self, engine: Engine) -> None:
        self._now: list[Write] = []
        self._done: list[list[Write]] = []
        event.listen(engine, "before_cursor_execute", self._seen)
        event.listen(engine, "commit", self._committed)

    def _seen(
        self, _connection: Any, _cursor: Any, words: str, values: Any, _context: Any, many: bool
    ) -> None:
        if words.startswith(_WRITES):
            self._now.append((words, values, many))

    def _committed(self, _connection: Any) -> None:
        if self._now:
            self._done.append(self._now)
            self._now = []

    def take(self) -> list[list[Write]]:
        """The transactions since the last time."""
        done, self._done = self._done, []
        return done


class Raw:
    """A copy of a desk's database without triggers, open in sqlite3: WAL, synchronous=FULL."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / DATABASE, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=1000"):
            self._connection.execute(f"PRAGMA {pragma}")
        kept = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in kept.fetchall():
            self._connection.execute(f'DROP TRIGGER "{name}"')
        self.rows = 0

    def write(self, transactions: list[list[Write]]) -> float:
        """Writes the same rows in as many transactions; the seconds it took."""
        began = time.perf_counter()
        for writes in transactions:
            self._connection.execute("BEGIN IMMEDIATE")
            for words, values, many in writes:
                if many:
                    self._connection.executemany(words, values)
                else:
                    self._connection.execute(words, values)
            self._connection.execute("COMMIT")
        took = time.perf_counter() - began
        self.rows += sum(len(v) if many else 1 for part in transactions for _, v, many in part)
        return took

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()


@contextmanager
def raw(folder: Path) -> Iterator[Raw]:
    """The raw copy, closed at the end."""
    opened = Raw(folder)
    try:
        yield opened
    finally:
        opened.close()
