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


def put_file(path: Path, body: bytes) -> None:
    """Puts a file of 0600 in the place of one of that name, in a folder of 0700; all or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        write_all(fd, body)
        os.fsync(fd)
    finally:
        os.close(fd)
    os.replace(fresh, path)
    sync_folder(path.parent)
