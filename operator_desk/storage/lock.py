"""The writer's lock: one process at a time writes to a desk's store."""

from __future__ import annotations

import os
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


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
