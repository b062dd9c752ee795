"""The private folder of the files that a voice makes: emptied at start and end, also of others'."""

from __future__ import annotations

import getpass
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

_NAME = "operator-desk-voice"


def place(data: Path | None) -> Path:
    """Where such folders lie: the memory disk of the session, else the data folder.

    What callers said stays off the disk where the system has a place for that; without either
    (no session, no desk) it is a folder of the person's own among the temporary ones.
    OSError: it cannot be made.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.access(runtime, os.W_OK | os.X_OK):
        return Path(runtime) / _NAME
    if data is not None and data.is_dir():
        return data / "voice"
    return _temporary()


def _temporary() -> Path:
    who = os.getuid() if hasattr(os, "getuid") else getpass.getuser()
    path = Path(tempfile.gettempdir()) / f"{_NAME}-{who}"
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if os.name != "nt":  # the folder is everybody's: another may have made one of that name
        own = found.st_uid == os.getuid() and not found.st_mode & 0o077
        if not (own and stat.S_ISDIR(found.st_mode)):
            return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
    return path


class SoundFolder:
    """A folder of its own below `place`, 0700, locked as long as its program lives.

    Making one removes what killed programs left there. OSError: it cannot be made.
    """

    def __init__(self, place: Path) -> None:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.chmod(0o700)
        self._place = place
        for left in place.glob("*.lock"):
            _remove_unless_alive(left)
        self.path = Path(tempfile.mkdtemp(prefix="voice-", dir=place))
        self._lock = _lock(self.path.with_suffix(".lock"))
        self._lock.tryLock(0)

    def empty(self) -> None:
        """Removes every file; the folder stays, or is made again."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(mode=0o700, exist_ok=True)

    def close(self) -> None:
        """Removes the folder, and the place when nothing else is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.unlock()
        with suppress(OSError):
            self._place.rmdir()


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # however long it has been held: only a dead holder's is stale
    return lock


def _remove_unless_alive(path: Path) -> None:
    lock = _lock(path)
    if lock.tryLock(0):
        shutil.rmtree(path.with_suffix(""), ignore_errors=True)
        lock.unlock()
