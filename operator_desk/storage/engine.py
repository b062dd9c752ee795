"""Engines: SQLite with one writer and many readers, PostgreSQL for the same schema."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

from operator_desk.domain.errors import UserError
from operator_desk.storage.types import DamagedValueError

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "ncpfs", "afs", "9p.nfs"}


def writer_engine(path: Path) -> Engine:
    """The one engine that writes: WAL, synchronous=FULL, BEGIN IMMEDIATE, one connection."""
    refuse_network_share(path.parent)
    _private_file(path)
    engine = create_engine(
        _url(path),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": 2.0},
    )
    event.listen(engine, "connect", _writer_pragmas)
    event.listen(engine, "begin", lambda connection: _begin(connection, "BEGIN IMMEDIATE"))
    return engine


def reader_engine(path: Path) -> Engine:
    """An engine for reading beside the writer; it cannot change anything."""
    engine = create_engine(
        _url(path),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
        connect_args={"check_same_thread": False, "timeout": 2.0},
    )
    event.listen(engine, "connect", _reader_pragmas)
    event.listen(engine, "begin", lambda connection: _begin(connection, "BEGIN"))
    return engine


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that reads a file which nobody else has open, such as a backup.

    It makes none of the files that SQLite keeps beside a store, unless the file brought a
    log along.
    """
    log = path.with_name(f"{path.name}-wal")
    words = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{words}", uri=True, timeout=10)


def file_engine(path: Path) -> Engine:
    """An engine that reads a file which nobody else has open, such as a backup."""
    return create_engine("sqlite://", poolclass=NullPool, creator=lambda: read_only(path))


def _url(path: Path) -> URL:
    return URL.create("sqlite", database=str(path))


def postgres_engine(dsn: str) -> Engine:
    """The engine of a PostgreSQL store; serialisation faults are the caller's to retry."""
    return create_engine(dsn, pool_size=2, max_overflow=2, hide_parameters=True)


def _private_file(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        os.chmod(path, 0o600)
    except OSError as error:
        raise UserError(
            "The store {path} cannot be written: {reason}.", path=path, reason=error.strerror
        ) from error


def _writer_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "trusted_schema=OFF",
        "wal_autocheckpoint=1000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _reader_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA wal_autocheckpoint=0")


def _begin(connection: Connection, words: str) -> None:
    connection.exec_driver_sql(words)


def refuse_network_share(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """UserError when the folder lies on a network share, where SQLite's locks cannot be trusted."""
    if not mounts.exists():
        return
    best, kind = "", ""
    resolved = str(folder.resolve())
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].encode().decode("unicode_escape")
        inside = resolved == point or resolved.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    if kind in _NETWORK:
        raise UserError(
            "{folder} lies on a network share. The store needs a disk of this machine; "
            "a team shares through PostgreSQL.",
            folder=folder,
        )


@contextmanager
def environment_faults() -> Iterator[None]:
    """Known faults of the environment become a sentence; everything else stays a bug."""
    try:
        yield
    except DamagedValueError as error:
        raise _strange_value() from error
    except (exc.DBAPIError, sqlite3.Error) as error:
        told = _told(str(getattr(error, "orig", None) or error).lower())
        if told is None:
            raise
        raise told from error


def _strange_value() -> UserError:
    return UserError(
        "The store holds a value that Operator Desk never writes. Run: operator-desk store verify"
    )


def _told(text: str) -> UserError | None:
    if "disk is full" in text or "disk i/o error" in text or "no space left" in text:
        return UserError(
            "The disk is full or failing: nothing of this step was stored. "
            "Free some space and try again."
        )
    if "readonly" in text or "read-only" in text:
        return UserError(
            "The store cannot be written: disk or file is read-only. "
            "Nothing of this step was stored."
        )
    if "database is locked" in text or "database table is locked" in text:
        return UserError(
            "The store is locked by another program. Nothing of this step was stored; try again."
        )
    if "malformed" in text or "not a database" in text:
        return UserError(
            "The store is damaged. Keep the file as it is and restore the last backup."
        )
    if "unable to open database" in text:
        return UserError(
            "The store cannot be opened. Check that folder and file exist and belong to you."
        )
    if "no such table" in text or "no such column" in text:
        return UserError(
            "The store lacks a table that it must have. Keep the file and restore the last backup."
        )
    if "could not decode to utf-8" in text:
        return _strange_value()
    return _team_fault(text)


def _team_fault(text: str) -> UserError | None:
    gone = "connection" in text and ("refused" in text or "closed" in text or "terminat" in text)
    if not gone:
        return None
    return UserError("The team store does not answer. Nothing of this step was stored.")
