"""The store of one desk: SQLite in the house, PostgreSQL in tests and teams."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, select

from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Fact
from operator_desk.domain.times import format_instant, now
from operator_desk.services.ports import Head
from operator_desk.storage import files, migrate
from operator_desk.storage.engine import environment_faults, reader_engine, writer_engine
from operator_desk.storage.files import DATABASE as DATABASE
from operator_desk.storage.files import WITNESS as WITNESS
from operator_desk.storage.lock import WriterLock
from operator_desk.storage.reader import SqlReader
from operator_desk.storage.tables import chain, fact_tables
from operator_desk.storage.witness import Sighting, Witness
from operator_desk.storage.writer import SqlWriter

_log = logging.getLogger("operator_desk")
_REMEMBERED = 500  # rows of a step that the next steps of a call ask for again; imports are not


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
        self._alone = threading.RLock()
        self._known: set[tuple[type[Fact], UUID]] = set()
        self._unwitnessed: list[Sighting] = []
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
        """One transaction; everything in it is durable when the block has ended, or nothing.

        Threads wait for each other: there is one connection that writes.
        """
        if self._engine is None:
            raise UserError("This store was opened for reading only.")
        with self._alone:
            with environment_faults(), self._engine.begin() as connection:
                writer = SqlWriter(connection, self._desk, self._known)
                yield writer
                writer.finish()
            if len(writer.added) <= _REMEMBERED:
                self._known.update(writer.added)
            if writer.wrote:
                self._tell_witness(writer.head(), writer.last_ticket)

    def _tell_witness(self, head: Head, ticket: str) -> None:
        """Appends the head of a commit; a failure is made up for later: the step is stored."""
        if self._witness is None:
            return
        at = format_instant(self._clock())
        self._unwitnessed.append(Sighting(at, self._desk, head, ticket))
        try:
            self._witness.append(*self._unwitnessed)
        except UserError as error:
            _log.warning("%s", error)
            *before, newest = self._unwitnessed
            self._unwitnessed = [*(one for one in before if one.ticket), newest]
        else:
            self._unwitnessed.clear()

    def catch_up_witness(self) -> None:
        """Tells the witness what a kill between commit and append kept from it."""
        if self._witness is None:
            return
        last = self._witness.last()
        seen = last.head.n if last is not None and last.desk == self._desk else 0
        with self.read() as tx:
            head = tx.head()
            tickets = _tickets_since(tx.connection, self._desk, seen) if seen < head.n else []
        at = format_instant(self._clock())
        self._unwitnessed += [Sighting(at, self._desk, link, number) for link, number in tickets]
        if seen < head.n:
            self._tell_witness(head, "")

    def close(self) -> None:
        """Gives back connections and the writer's lock."""
        self._readers.dispose()
        if self._engine is not None:
            self._engine.dispose()  # the last one out writes the log into the file
        if self._lock is not None:
            self._lock.free()


def _tickets_since(connection: Connection, desk: str, n: int) -> list[tuple[Head, str]]:
    """The links after the n-th that registered a ticket, each with its number."""
    ticket = fact_tables["ticket"]
    rows = connection.execute(
        select(chain.c.n, chain.c.hash, ticket.c.number)
        .join(ticket, ticket.c.id == chain.c.row_id)
        .where(chain.c.desk == desk, chain.c.n > n, chain.c.table_name == "ticket")
        .order_by(chain.c.n)
    )
    return [(Head(row[0], row[1]), row[2]) for row in rows]


def create(folder: Path, scripts: Path, desk: str, **settings: str) -> None:
    """Makes an empty store with values of this desk, in one step.

    UserError: there is one already, or the folder cannot be written.
    """
    with files.locked(folder):
        if (folder / DATABASE).exists():
            raise UserError("There is a store in {folder} already.", folder=folder)
        witness = Witness(folder / WITNESS)
        if (last := witness.last()) is not None and last.head.n:
            raise UserError(
                "In {folder} lies the witness of an earlier store. Restore a backup there, "
                "or take another folder.",
                folder=folder,
            )
        with files.prepared(folder) as fresh, environment_faults():
            _fill(fresh, scripts, {**settings, "desk": desk})
            if last is None:
                witness.append(Sighting(format_instant(now()), desk, Head(0, GENESIS)))
            files.put_in_place(folder, fresh)


def _fill(path: Path, scripts: Path, settings: dict[str, str]) -> None:
    engine = writer_engine(path)
    try:
        migrate.upgrade(engine, scripts)
        with engine.begin() as connection:
            for key, value in settings.items():
                SqlWriter(connection, settings["desk"]).set_setting(key, value)
    finally:
        engine.dispose()


def open_desk(folder: Path, scripts: Path, *, writing: bool = True) -> SqlStore:
    """Opens the store in a folder. UserError: none there, newer, locked, unreadable."""
    path = folder / DATABASE
    if not path.exists():
        raise UserError("There is no store in {folder}. Run: operator-desk init", folder=folder)
    if not writing:
        return _open_reading(path)
    lock = files.lock(folder)
    engine = readers = None
    try:
        engine, readers = writer_engine(path), reader_engine(path)
        with environment_faults():
            migrate.upgrade(engine, scripts)
            desk = _desk(readers, folder)
        store = SqlStore(engine, readers, desk, Witness(folder / WITNESS), lock=lock)
        # A store that another tool has damaged still opens, so that it can be verified.
        with suppress(UserError):
            store.catch_up_witness()
    except BaseException:
        for opened in (readers, engine):
            if opened is not None:
                opened.dispose()
        lock.free()
        raise
    return store


def _desk(readers: Engine, folder: Path) -> str:
    with readers.connect() as connection:
        desk = SqlReader(connection, "").setting("desk")
    if desk is None:
        raise UserError(
            "The store in {folder} has no desk code; it was not made by init.", folder=folder
        )
    return desk


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
    try:
        with environment_faults():
            if not migrate.is_current(readers):
                raise UserError("The store has an older schema. Run: operator-desk store upgrade")
            return SqlStore(None, readers, _desk(readers, path.parent))
    except BaseException:
        readers.dispose()
        raise
