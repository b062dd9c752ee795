"""A copy of the store while it is in use, and the way back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Restored
from operator_desk.storage import projections
from operator_desk.storage.engine import environment_faults
from operator_desk.storage.lock import WriterLock
from operator_desk.storage.migrate import NEWEST
from operator_desk.storage.store import DATABASE, LOCK, WITNESS, SqlStore, open_desk
from operator_desk.storage.verify import Report, verify_store
from operator_desk.storage.witness import Sighting, Witness


def backup(folder: Path, target: Path) -> Report:
    """Copies the store into a new file (mode 0600) and verifies the copy.

    Works beside an open window. UserError: the target exists or cannot be written, the copy
    does not verify (it is removed then).
    """
    source = folder / DATABASE
    if not source.is_file():
        raise UserError("There is no store in {folder}. Run: operator-desk init", folder=folder)
    if target.exists():
        raise UserError("{path} exists already; a backup never overwrites.", path=target)
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        with environment_faults():
            _copy(source, target)
            report = _verified(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    if report.broken:
        target.unlink()
        raise UserError(
            "The store does not verify: {kind} {id}, {reason}. No backup was made.",
            kind=report.broken[0].kind,
            id=report.broken[0].id,
            reason=report.broken[0].reason,
        )
    return report


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=10)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new, pages=256)
        # One file: the copy must not need a log beside it.
        new.execute("PRAGMA journal_mode=DELETE")
    descriptor = os.open(target, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _verified(path: Path) -> Report:
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///file:{path}?mode=ro&uri=true")
    try:
        with engine.connect() as connection:
            return verify_store(connection)
    finally:
        engine.dispose()


def check_backup(path: Path) -> None:
    """UserError when a file is no backup of this program, is damaged, or is newer."""
    if not path.is_file():
        raise UserError("{path} cannot be read: {reason}.", path=path, reason="no such file")
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise UserError("{path} is no backup of Operator Desk.", path=path) from error
    if not whole or found is None:
        raise UserError("The backup {path} is damaged; nothing was changed.", path=path)
    if found[0] > NEWEST:
        raise UserError(
            "This store was made by a newer Operator Desk (schema {found}, this program knows "
            "{known}). Install the newer program; nothing was changed.",
            found=found[0],
            known=NEWEST,
        )


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
    last ticket number the witness has seen. UserError: a window is open, a bad backup.
    """
    check_backup(source)
    report = _verified(source)
    if report.broken:
        raise UserError("The backup {path} is damaged; nothing was changed.", path=source)
    _make_room(folder)
    lock = WriterLock(folder / LOCK)
    lock.take()
    try:
        kept = _swap(folder, source)
    finally:
        lock.free()
    store = open_desk(folder, scripts)
    try:
        _note(store, folder, actor, clock, new_id)
    finally:
        store.close()
    return kept


def _make_room(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _swap(folder: Path, source: Path) -> Path | None:
    """The backup's bytes under the store's name, in one step; the old files beside it."""
    path, fresh = folder / DATABASE, folder / f"{DATABASE}.new"
    try:
        shutil.copyfile(source, fresh)
        fresh.chmod(0o600)
        kept = None
        if path.exists():
            # Everything in the log goes into the file before it is put aside.
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            kept = _free_name(folder)
            os.link(path, kept)
        os.replace(fresh, path)
        for ending in ("-wal", "-shm"):
            (folder / f"{DATABASE}{ending}").unlink(missing_ok=True)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise _unwritable(folder, error) from error
    return kept


def _free_name(folder: Path) -> Path:
    n = 1
    while (folder / f"{DATABASE}.before-restore-{n}").exists():
        n += 1
    return folder / f"{DATABASE}.before-restore-{n}"


def _note(
    store: SqlStore,
    folder: Path,
    actor: UUID,
    clock: Callable[[], datetime],
    new_id: Callable[[], UUID],
) -> None:
    seen = [one for one in Witness(folder / WITNESS).sightings()[0] if one.desk == store.desk]
    with store.write() as tx:
        head = tx.head()
        last = seen[-1].head if seen else head
        for day, number in _last_numbers(seen):
            tx.raise_counter(day, number)
        tx.add(
            Restored(
                id=new_id(),
                at=clock(),
                actor=actor,
                old_n=last.n,
                old_hash=last.hash,
                new_n=head.n,
                new_hash=head.hash,
            )
        )


def _last_numbers(seen: list[Sighting]) -> list[tuple[date, int]]:
    """The highest running number of each day that the witness knows."""
    highest: dict[date, int] = {}
    for one in seen:
        parts = one.ticket.split("-")
        if len(parts) == 3:
            day = datetime.strptime(parts[0], "%Y%m%d").date()
            highest[day] = max(highest.get(day, 0), int(parts[2]))
    return sorted(highest.items())


def rebuild(store: SqlStore) -> None:
    """Computes every view anew from the facts, in one transaction."""
    if store.engine is None:
        raise UserError("This store was opened for reading only.")
    with environment_faults(), store.engine.begin() as connection:
        projections.rebuild(connection)


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError("{path} cannot be written: {reason}.", path=path, reason=error.strerror)
