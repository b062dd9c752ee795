"""Ballast: room on the disk that is given up when the disk is full."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

BYTES = 1024 * 1024  # four times what the journal lets a call's file grow to


class Ballast:
    """A file that only takes up room; without it the disk's last bytes belong to others."""

    def __init__(self, path: Path, size: int = BYTES) -> None:
        self._path, self._size = path, size

    def put(self) -> None:
        """Takes the room when it is not taken yet; a disk without room is no fault here."""
        if self._path.exists():
            return
        try:
            fd = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            return
        try:
            reserve(fd, self._size)
        except OSError:
            with suppress(OSError):
                self._path.unlink()
        finally:
            os.close(fd)

    def give(self) -> bool:
        """Gives the room back; False when there is none to give."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def reserve(fd: int, size: int) -> None:
    """Takes room for a file of that size; what is in the file stays. OSError: there is none."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(fd, 0, size)
