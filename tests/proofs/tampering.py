"""Changes a store as another tool would: the standard library's SQLite, triggers put back after."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import StaticPool, create_engine

from operator_desk.storage import triggers
from operator_desk.storage.verify import verify_store
from operator_desk.storage.verify_rows import Broken
from operator_desk.storage.verify_ticket import verify_tickets
from operator_desk.storage.witness import Witness


class Tool:
    """One connection of another tool on a store; every change is rolled back after a look."""

    def __init__(self, database: Path) -> None:
        self.raw = sqlite3.connect(database, isolation_level=None)
        self.raw.create_function("SWAPPED", 1, lambda text: str(text).swapcase())
        self._engine = create_engine("sqlite://", creator=lambda: self.raw, poolclass=StaticPool)
        self._engine.connect().close()  # the first one ends transactions while it looks around

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Triggers are off in the block and back after it, as if nothing had been there."""
        self.raw.execute("BEGIN IMMEDIATE")
        for name in triggers.sqlite_triggers():
            self.raw.execute(f"DROP TRIGGER {name}")
        try:
            yield self.raw
        except BaseException:
            self.undo()
            raise
        for words in triggers.sqlite_triggers().values():
            self.raw.execute(words)

    def undo(self) -> None:
        """Takes the change back."""
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")

    def broken(self, witness: Witness | None = None) -> tuple[Broken, ...]:
        """What `store verify` says of the store as it is changed now; the change is undone."""
        try:
            with self._engine.connect() as connection:
                return verify_store(connection, witness).broken
        finally:
            self.undo()

    def broken_ticket(self) -> tuple[Broken, ...]:
        """What `ticket verify` says of it; the change stays."""
        connection = self._engine.connect()
        try:
            return verify_tickets(connection).broken
        finally:
            connection.detach()

    def rows(self, words: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.raw.execute(words, values).fetchall()

    def close(self) -> None:
        """Gives the store back."""
        self.undo()
        self.raw.close()
