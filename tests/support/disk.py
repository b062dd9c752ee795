"""A small disk that can be filled to the last byte and emptied again."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

MB = 1024 * 1024


class SmallDisk(Protocol):
    """A folder on a disk that can be filled."""

    folder: Path

    def fill(self, leave: int) -> None:
        """Leaves so many bytes free."""

    def free(self) -> None:
        """Gives back what `fill` took."""

    def read_only(self) -> None:
        """Lets nobody write any more; skips where that cannot be had."""


class _Mounted:
    """A file system in memory; a filler takes what shall not be free."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, leave: int) -> None:
        """Leaves so many bytes free, rounded up to whole pages."""
        free = shutil.disk_usage(self.folder).free
        with self._filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, free - leave))

    def free(self) -> None:
        """Gives back what `fill` took."""
        self._filler.unlink(missing_ok=True)

    def read_only(self) -> None:
        """Mounts the file system anew, for reading."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.folder)], check=True)


class _Limited:
    """No right to mount: this process may make no file longer than the longest there is now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self, leave: int) -> None:
        """No file grows by more than that beyond the longest one."""
        longest = max(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        resource.setrlimit(resource.RLIMIT_FSIZE, (longest + leave, self._before[1]))

    def free(self) -> None:
        """Files may grow again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)

    def read_only(self) -> None:
        """Takes the right to write away; it binds everybody but root."""
        if os.getuid() == 0:
            pytest.skip("root without the right to mount: nothing is read-only for it")
        for path in (*self.folder.rglob("*"), self.folder):
            path.chmod(path.stat().st_mode & 0o555)


@contextmanager
def small_disk(folder: Path, size: int = 16 * MB) -> Iterator[SmallDisk]:
    """A file system of its own where that is allowed, else a limit to the length of files."""
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
    if os.getuid() == 0 and subprocess.run(words, check=False, capture_output=True).returncode == 0:
        try:
            yield _Mounted(folder)
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    limited = _Limited(folder)
    try:
        yield limited
    finally:
        limited.free()
