"""The store of one desk: SQLite in the house, PostgreSQL in tests and teams."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from operator_desk.domain.errors import UserError
from operator_desk.domain.times import format_instant, now
from operator_desk.storage import migrate
from operator_desk.storage.engine import environment_faults, reader_engine, writer_engine
from operator_desk.storage.lock import WriterLock
from operator_desk.storage.reader import SqlReader
from operator_desk.storage.witness import Sighting, Witness
from operator_desk.storage.writer import SqlWriter

DATABASE, LOCK, WITNESS = "desk.db", "desk.lock", "witness.log"


class SqlStore:
    """Facts in SQLite or PostgreSQL; see `ports.Store`."""

    def __init__(
        self,
        engine: Engine | None,
        readers: Engine,
        desk: str,
        witness: Witness | None = None,
        clock: Callable[[], datetime] = now,
        lock: WriterLock | None = None,
    ) -> None:
        self._engine, self._readers, self._desk = engine, readers, desk
        self._witness, self._clock, self._lock = witness, clock, lock
        self.engine, self.readers = engine, readers

    @property
    def desk(self) -> str:
        """This desk's code, such as A07."""
        return self._desk

    @contextmanager
    def read(self) -> Iterator[SqlReader]:
        """One consistent view of what was committed."""
        with environment_faults(), self._readers.begin() as connection:
            yield SqlReader(connection, self._desk)

    @contextmanager
    def write(self) -> Iterator[SqlWriter]:
        """One transaction; everything in it is durable when the block has ended, or nothing."""
        if self._engine is None:
            raise UserError("This store was opened for reading only.")
        with environment_faults():
            with self._engine.begin() as connection:
                writer = SqlWriter(connection, self._desk)
                yield writer
                writer.finish()
            if writer.wrote and self._witness is not None:
                self._witness.append(
                    Sighting(
                        format_instant(self._clock()), self._desk, writer.head(), writer.last_ticket
                    )
                )

    def close(self) -> None:
        """Gives back connections and the writer's lock."""
        if self._engine is not None:
            self._engine.dispose()
        self._readers.dispose()
        if self._lock is not None:
            self._lock.free()


def create(folder: Path, scripts: Path, desk: str) -> None:
    """Makes an empty store in a folder; UserError when there is one already."""
    if (folder / DATABASE).exists():
        raise UserError("There is a store in {folder} already.", folder=folder)
    lock = _locked(folder)
    try:
        engine = writer_engine(folder / DATABASE)
        with environment_faults():
            migrate.upgrade(engine, scripts)
            with engine.begin() as connection:
                SqlWriter(connection, desk).set_setting("desk", desk)
        engine.dispose()
    finally:
        lock.free()


def open_desk(folder: Path, scripts: Path, *, writing: bool = True) -> SqlStore:
    """Opens the store in a folder. UserError: none there, newer, locked, unreadable."""
    path = folder / DATABASE
    if not path.exists():
        raise UserError("There is no store in {folder}. Run: operator-desk init", folder=folder)
    if not writing:
        return _open_reading(path)
    lock = _locked(folder)
    try:
        engine = writer_engine(path)
        with environment_faults():
            migrate.upgrade(engine, scripts)
            with engine.connect() as connection:
                desk = SqlReader(connection, "").setting("desk")
    except BaseException:
        lock.free()
        raise
    if desk is None:
        raise UserError(
            "The store in {folder} has no desk code; it was not made by init.", folder=folder
        )
    return SqlStore(engine, reader_engine(path), desk, Witness(folder / WITNESS), lock=lock)


def open_postgres(engine: Engine, desk: str) -> SqlStore:
    """This desk's way to a store in PostgreSQL, whose schema must be the newest.

    The server keeps writers apart, so no lock is taken.
    """
    with environment_faults():
        if not migrate.is_current(engine):
            raise UserError("The store has an older schema. Run: operator-desk store upgrade")
    # Every statement of a reading must see the same rows.
    readers = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return SqlStore(engine, readers, desk)


def _open_reading(path: Path) -> SqlStore:
    readers = reader_engine(path)
    with environment_faults():
        if not migrate.is_current(readers):
            raise UserError("The store has an older schema. Run: operator-desk store upgrade")
        with readers.connect() as connection:
            desk = SqlReader(connection, "").setting("desk")
    return SqlStore(None, readers, desk or "")


def _locked(folder: Path) -> WriterLock:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = WriterLock(folder / LOCK)
        lock.take()
    except OSError as error:
        raise UserError(
            "The folder {folder} cannot be written: {reason}.", folder=folder, reason=error.strerror
        ) from error
    return lock
