"""What it takes until bytes are on the disk for sure."""

from __future__ import annotations

import os
from pathlib import Path


def write_all(fd: int, data: bytes) -> None:
    """Writes all of the bytes; the system may take them in pieces."""
    while data:
        data = data[os.write(fd, data) :]


def sync_file(path: Path) -> None:
    """Returns when the contents of a file are on the disk."""
    fd = os.open(path, os.O_RDWR)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def sync_folder(folder: Path) -> None:
    """Returns when the names in a folder are on the disk: made, renamed, removed files."""
    if os.name == "nt":
        return  # a folder cannot be synced there
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
