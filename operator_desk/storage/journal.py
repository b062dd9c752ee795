"""The draft journal: the running call on disk, in a file of its own beside the store.

One file a call, one line a change: checksum, blank, JSON. The first line holds the whole
state, the others what changed. Each line is on the disk (fsync) before `save` returns, so a
kill or a power cut loses at most what was typed since. It works while the store is locked,
full or broken.
"""

from __future__ import annotations

import copy
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.storage.patch import difference, patched

COMPACT_BYTES = 256 * 1024


class FileJournal:
    """Keeps calls in a folder (mode 0700, files 0600); used by one lane at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[UUID, _File] = {}

    def save(self, call_id: UUID, state: dict[str, Any]) -> None:
        """Puts the state on the disk. UserError: disk full, read-only; a later save retries."""
        try:
            file = self._files.get(call_id)
            if file is None:
                _make_folder(self._folder)
                file = _File(self._path(call_id), state)
                self._files[call_id] = file
            else:
                file.append(state)
        except OSError as error:
            raise UserError(
                "The call in hand cannot be saved on the disk: {reason}. "
                "The window keeps it; free some space.",
                reason=error.strerror or error,
            ) from error

    def drop(self, call_id: UUID) -> None:
        """Forgets a call that the store has taken over; the file is gone for good."""
        file = self._files.pop(call_id, None)
        if file is not None:
            file.close()
        try:
            self._path(call_id).unlink(missing_ok=True)
            if self._folder.is_dir():
                _sync_folder(self._folder)
        except OSError as error:
            raise UserError(
                "A finished call cannot be taken out of the journal: {reason}.",
                reason=error.strerror or error,
            ) from error

    def unfinished(self) -> list[dict[str, Any]]:
        """The newest whole state of every call kept, the oldest call first.

        A line that a power cut left torn is passed over. A file damaged further up is copied
        to `*.damaged`, and its state as far as it can be read is given.
        """
        found = []
        for path in sorted(self._folder.glob("*.jsonl")) if self._folder.is_dir() else []:
            state, damaged = read_file(path)
            if damaged:
                aside = path.with_suffix(".damaged")
                if not aside.exists():
                    aside.write_bytes(path.read_bytes())
                    aside.chmod(0o600)
            if state is not None:
                found.append(state)
        return found

    def damaged(self) -> list[Path]:
        """Copies of files that were found damaged."""
        return sorted(self._folder.glob("*.damaged")) if self._folder.is_dir() else []

    def _path(self, call_id: UUID) -> Path:
        return self._folder / f"{call_id}.jsonl"


class _File:
    """One call's open file; remembers the state that is on the disk for sure."""

    def __init__(self, path: Path, state: dict[str, Any]) -> None:
        self._path = path
        self._fd = -1
        self._write_anew(state)

    def _write_anew(self, state: dict[str, Any]) -> None:
        fresh = self._path.with_suffix(".new")
        line = _line({"full": state})
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
        try:
            _write_all(fd, line)
            os.fsync(fd)
            os.replace(fresh, self._path)
            _sync_folder(self._path.parent)
        except OSError:
            os.close(fd)
            fresh.unlink(missing_ok=True)
            raise
        self.close()
        self._fd, self._length = fd, len(line)
        self._state: dict[str, Any] = copy.deepcopy(state)

    def append(self, state: dict[str, Any]) -> None:
        """Adds what changed since the last line that reached the disk."""
        steps = difference(self._state, state)
        if not steps:
            return
        line = _line({"steps": steps})
        if self._length + len(line) > COMPACT_BYTES:
            self._write_anew(state)
            return
        try:
            _write_all(self._fd, line)
            os.fsync(self._fd)
        except OSError:
            # Half a line may be there: cut it off, so that the next one does not hang on it.
            os.ftruncate(self._fd, self._length)
            raise
        self._length += len(line)
        self._state = patched(self._state, copy.deepcopy(steps))

    def close(self) -> None:
        """Gives the file back."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def read_file(path: Path) -> tuple[dict[str, Any] | None, bool]:
    """The newest state that can be read, and whether something before the end is damaged."""
    raw = path.read_bytes()
    lines = raw.split(b"\n")
    state: dict[str, Any] | None = None
    for place, content in enumerate(_contents(lines)):
        if content is None:
            # The last line (or what follows the last newline) is torn, not damaged.
            return state, place < len(lines) - 2
        try:
            state = content["full"] if "full" in content else patched(state, content["steps"])
        except (LookupError, TypeError):
            return state, True
    return state, False


def _contents(lines: list[bytes]) -> Iterator[dict[str, Any] | None]:
    for place, line in enumerate(lines):
        if place == len(lines) - 1 and not line:
            return
        yield _content(line) if place < len(lines) - 1 else None


def _line(content: dict[str, Any]) -> bytes:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%08x " % zlib.crc32(body) + body + b"\n"


def _content(line: bytes) -> dict[str, Any] | None:
    try:
        checksum, body = int(line[:8], 16), line[9:]
        content = json.loads(body) if zlib.crc32(body) == checksum else None
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _write_all(fd: int, data: bytes) -> None:
    while data:
        data = data[os.write(fd, data) :]


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be synced there
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
