"""The writer's lock: one process at a time writes to a desk's store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from operator_desk.domain.errors import UserError


class OpenElsewhereError(UserError):
    """Another process writes to this store: a window, or a command."""

    def __init__(self) -> None:
        super().__init__(
            "Another Operator Desk is open on this store. Close it first, "
            "or use the window that is open."
        )


class WriterLock:
    """Holds `desk.lock` as long as it is open; freed by the system when the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Takes the lock; OpenElsewhereError when another process has it."""
        file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise OpenElsewhereError from error
        self._file = file

    def free(self) -> None:
        """Gives the lock back; harmless when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Makes a folder (mode 0700) and holds it for this process; the lock leaves no file.

    UserError: another process holds it, or it cannot be made. Windows has no such lock.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        held = None if os.name == "nt" else os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise UserError(
            "{path} cannot be written: {reason}.", path=folder, reason=error.strerror or error
        ) from error
    try:
        if held is not None:
            _hold(held, folder)
        yield
    finally:
        if held is not None:
            os.close(held)


def _hold(held: int, folder: Path) -> None:
    import fcntl

    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        same = os.path.samestat(os.fstat(held), folder.stat())
    except OSError:
        same = False
    if not same:  # held by another process, or taken away by it meanwhile
        raise UserError("Another process is making a desk in {folder}.", folder=folder)


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
