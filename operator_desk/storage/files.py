"""The files of a store: their names, the writer's lock, a new database put in place in one step."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from operator_desk.domain.errors import UserError
from operator_desk.storage.durable import sync_file, sync_folder
from operator_desk.storage.lock import WriterLock

DATABASE, LOCK, WITNESS = "desk.db", "desk.lock", "witness.log"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def lock(folder: Path) -> WriterLock:
    """The writer's lock of a folder, taken; the folder is made. UserError: it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = WriterLock(folder / LOCK)
        made.take()
    except OSError as error:
        raise unwritable(folder, error) from error
    return made


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the writer's lock of a folder."""
    held = lock(folder)
    try:
        yield
    finally:
        held.free()


@contextmanager
def prepared(folder: Path) -> Iterator[Path]:
    """Where a new database is made; nothing of it stays when the block fails."""
    fresh = folder / f"{DATABASE}.new"
    remove(fresh)
    try:
        yield fresh
    except BaseException:
        remove(fresh)
        raise


def put_in_place(folder: Path, fresh: Path) -> None:
    """Makes the prepared database, which nobody has open, the store of the folder."""
    try:
        if any(fresh.with_name(f"{fresh.name}{ending}").exists() for ending in BESIDE):
            raise RuntimeError(f"{fresh} is still open")
        sync_file(fresh)
        os.replace(fresh, folder / DATABASE)
        sync_folder(folder)
    except OSError as error:
        raise unwritable(folder, error) from error


def set_aside(folder: Path) -> Path | None:
    """Gives the store's files a second name; that name, None when there is no store.

    UserError: another program is reading it, so its log cannot be emptied.
    """
    path = folder / DATABASE
    if not path.exists():
        return None
    kept = _free_name(folder)
    try:
        whole = _log_emptied(path)
        os.link(path, kept)
        for ending in BESIDE:
            beside = path.with_name(f"{path.name}{ending}")
            if not whole and beside.exists():
                os.link(beside, kept.with_name(f"{kept.name}{ending}"))
            # A log left here would be taken for the log of the store that comes.
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    return kept


def _log_emptied(path: Path) -> bool:
    """Whether all of the log went into the file; False for a damaged store."""
    try:
        with closing(sqlite3.connect(path, timeout=5)) as connection:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        return False
    if busy:
        raise UserError("The store is being read by another program; close it and try again.")
    return True


def _free_name(folder: Path) -> Path:
    n = 1
    while (folder / f"{DATABASE}.before-restore-{n}").exists():
        n += 1
    return folder / f"{DATABASE}.before-restore-{n}"


def remove(path: Path) -> None:
    """Removes a database and what SQLite keeps beside it."""
    for ending in ("", *BESIDE):
        with suppress(OSError):
            path.with_name(f"{path.name}{ending}").unlink()


def unwritable(path: Path, error: OSError) -> UserError:
    """The sentence for a file or folder that cannot be written."""
    return UserError(
        "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
    )
