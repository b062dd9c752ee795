"""A copy of the store while it is in use, and the way back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Restored, Ticket
from operator_desk.domain.times import format_instant
from operator_desk.services.ports import Head
from operator_desk.storage import attachments, files, migrate, projections
from operator_desk.storage.durable import sync_file, sync_folder
from operator_desk.storage.engine import (
    environment_faults,
    file_engine,
    read_only,
    reader_engine,
    writer_engine,
)
from operator_desk.storage.files import DATABASE, WITNESS
from operator_desk.storage.numbers import highest
from operator_desk.storage.reader import SqlReader
from operator_desk.storage.store import SqlStore
from operator_desk.storage.verify import verify_store
from operator_desk.storage.verify_rows import Broken, Report
from operator_desk.storage.witness import Sighting, Witness
from operator_desk.storage.writer import SqlWriter


def backup(folder: Path, target: Path) -> Report:
    """Copies the store into a new file (mode 0600) and verifies the copy.

    Works beside an open window; the file has its name only when it is whole. Attachments go into
    a folder beside it; one whose bytes are lost is no reason for no backup, the report names it.
    UserError: the target exists or cannot be written, the copy does not verify.
    """
    source = folder / DATABASE
    if not source.is_file():
        raise UserError("There is no store in {folder}. Run: operator-desk init", folder=folder)
    part = target.with_name(f"{target.name}.part")
    try:
        report = _copied(source, part, target)
        lost = _attachments_copied(part, folder / attachments.FOLDER)
        _must_be_free(target)
        if attachments.beside(part).is_dir():
            os.replace(attachments.beside(part), attachments.beside(target))
        os.replace(part, target)
        sync_folder(target.parent)
    except OSError as error:
        raise files.unwritable(target, error) from error
    finally:
        files.remove(part)
        attachments.remove(attachments.beside(part))
    return Report(report.checked, (*report.broken, *lost))


def _attachments_copied(part: Path, source: Path) -> tuple[Broken, ...]:
    """Copies the attachments that the copied store names; those whose bytes are lost."""
    target = attachments.beside(part)
    attachments.remove(target)
    with _opened(part) as connection:
        attachments.copy(attachments.named(connection), source, target)
        return tuple(attachments.check(connection, target))


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    engine = file_engine(path)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _must_be_free(target: Path) -> None:
    if target.exists() or attachments.beside(target).exists():
        raise UserError("{path} exists already; a backup never overwrites.", path=target)


def _copied(source: Path, part: Path, target: Path) -> Report:
    _must_be_free(target)
    files.remove(part)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with environment_faults():
        with closing(sqlite3.connect(source, timeout=10)) as old:
            old.execute("PRAGMA query_only=ON")
            _copy(old, part)
        report = _verified(part)
    if report.broken:
        raise UserError(
            "The store does not verify: {kind} {id}, {reason}. No backup was made.",
            kind=report.broken[0].kind,
            id=report.broken[0].id,
            reason=UserError(report.broken[0].text, **dict(report.broken[0].values)),
        )
    sync_file(part)
    return report


def _copy(old: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=256)
        # One file: the copy must not need a log beside it.
        new.execute("PRAGMA journal_mode=DELETE")


def _verified(path: Path) -> Report:
    with _opened(path) as connection:
        return verify_store(connection)


def check_backup(path: Path) -> str:
    """The desk whose store a backup holds; UserError: no backup, damaged, newer."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    try:
        with closing(read_only(path)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if found is not None:
                migrate.must_be_known(str(found[0]))
            desk = connection.execute("SELECT value FROM setting WHERE key = 'desk'").fetchone()
            connection.execute("SELECT count(*) FROM chain").fetchone()
    except sqlite3.Error as error:
        raise UserError("{path} is no backup of Operator Desk.", path=path) from error
    if not whole or found is None or desk is None:
        raise UserError("The backup {path} is damaged; nothing was changed.", path=path)
    return str(desk[0])


def restore(
    folder: Path,
    source: Path,
    scripts: Path,
    actor: UUID,
    clock: Callable[[], datetime],
    new_id: Callable[[], UUID],
) -> Path | None:
    """Puts a backup in the place of the store; where the store before was kept, None without one.

    The fact *restored* names the old and the new head, and the number counter starts above the
    last ticket number the witness has seen. All of it is ready before the store is replaced, in
    one step. UserError: a window is open, a bad backup, the backup of another desk.
    """
    desk = check_backup(source)
    if _verified(source).broken:
        raise UserError("The backup {path} is damaged; nothing was changed.", path=source)
    with files.locked(folder), environment_faults():
        witness = Witness(folder / WITNESS)
        witness.append()  # nothing yet: it must be possible before the store is replaced
        known = _known_desk(folder, witness, clock)
        if known not in (None, desk):
            raise UserError(
                "The backup {path} is of desk {found}, the store in {folder} of desk {known}. "
                "Restore it into a folder of its own.",
                path=source,
                found=desk,
                folder=folder,
                known=known,
            )
        _bring_attachments(source, folder)
        with files.prepared(folder) as fresh:
            fresh.touch(mode=0o600)
            with closing(read_only(source)) as old:
                _copy(old, fresh)
            new, head = _noted(fresh, scripts, desk, witness, (actor, clock, new_id))
            kept = files.set_aside(folder)
            files.put_in_place(folder, fresh)
        at = format_instant(clock())
        heads = [head] if witness.last() else [new, head]
        witness.append(*(Sighting(at, desk, one) for one in heads))
    return kept


def _bring_attachments(source: Path, folder: Path) -> None:
    """Copies what the backup has; bytes that nothing names any more stay and harm nobody."""
    kept = attachments.beside(source)
    if not kept.is_dir():
        return
    with _opened(source) as connection:
        wanted = attachments.named(connection)
    try:
        attachments.copy(wanted, kept, folder / attachments.FOLDER)
    except OSError as error:
        raise files.unwritable(folder / attachments.FOLDER, error) from error


def _known_desk(folder: Path, witness: Witness, clock: Callable[[], datetime]) -> str | None:
    """The desk of the store that is there; its witness gets what it has not seen yet."""
    last = witness.last()
    known = last.desk if last else None
    if (folder / DATABASE).exists():
        readers = reader_engine(folder / DATABASE)
        try:
            # A store that cannot be read is no reason not to restore one.
            with suppress(UserError), environment_faults():
                with readers.connect() as connection:
                    known = SqlReader(connection, "").setting("desk") or known
                SqlStore(None, readers, known or "", witness, clock).catch_up_witness()
        finally:
            readers.dispose()
    return known


def _noted(
    fresh: Path,
    scripts: Path,
    desk: str,
    witness: Witness,
    by: tuple[UUID, Callable[[], datetime], Callable[[], UUID]],
) -> tuple[Head, Head]:
    """Brings the copy up to date and adds the fact *restored*; the heads before and after."""
    actor, clock, new_id = by
    seen = witness.testimony().of(desk)
    engine = writer_engine(fresh)
    try:
        migrate.upgrade(engine, scripts)
        with engine.begin() as connection:
            tx = SqlWriter(connection, desk)
            new = tx.head()
            old = seen[-1].head if seen else new
            for day, number in highest(desk, (one.ticket for one in seen)).items():
                tx.raise_counter(date.fromisoformat(day), number)
            tx.add(
                Restored(
                    id=new_id(),
                    at=clock(),
                    actor=actor,
                    old_n=old.n,
                    old_hash=old.hash,
                    new_n=new.n,
                    new_hash=new.hash,
                )
            )
            tx.finish()
            return new, tx.head()
    finally:
        engine.dispose()


def rebuild(store: SqlStore) -> None:
    """Computes every view anew from the facts, and the counter of numbers, in one transaction."""
    if store.engine is None:
        raise UserError("This store was opened for reading only.")
    with environment_faults(), store.engine.begin() as connection:
        projections.rebuild(connection)
        tx = SqlWriter(connection, store.desk)
        for day, number in highest(store.desk, (one.number for one in tx.find(Ticket))).items():
            tx.raise_counter(date.fromisoformat(day), number)
