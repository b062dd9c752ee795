"""The draft journal: the running call on disk, in a file of its own beside the store.

One file a call, one line a change: checksum, blank, JSON. The first line holds the whole
state, so does every 64th; the others say what changed. Each line is on the disk (fsync) before
`save` returns, so a kill or a power cut loses at most what was typed since. It works while the
store is locked, full or broken: its room on the disk is taken before it is needed (zeros behind
the last line), and there is ballast for the next file.
"""

from __future__ import annotations

import copy
import errno
import json
import os
import shutil
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.state import DAMAGED
from operator_desk.storage.ballast import Ballast, reserve
from operator_desk.storage.durable import sync_folder, write_all
from operator_desk.storage.patch import difference, patched

COMPACT_BYTES = 256 * 1024
WHOLE_EVERY = 64  # lines: a damaged one costs at most what was typed up to the next whole state
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write a line feed as two bytes


class FileJournal:
    """Keeps calls in a folder (mode 0700, files 0600); used by one lane at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[UUID, _File] = {}
        self._ballast = Ballast(folder / "ballast")

    def save(self, call_id: UUID, state: dict[str, Any]) -> None:
        """Puts the state on the disk. UserError: disk full, read-only; a later save retries."""
        try:
            try:
                self._save(call_id, state)
            except OSError as error:
                if error.errno not in _FULL or not self._ballast.give():
                    raise
                self._save(call_id, state)
        except OSError as error:
            raise UserError(
                "The call in hand cannot be saved on the disk: {reason}. "
                "The window keeps it; free some space.",
                reason=error.strerror or error,
            ) from error

    def _save(self, call_id: UUID, state: dict[str, Any]) -> None:
        file = self._files.get(call_id)
        if file is None:
            _make_folder(self._folder)
            self._files[call_id] = _File(self._path(call_id), state)
            self._ballast.put()
        else:
            file.append(state)

    def drop(self, call_id: UUID) -> None:
        """Forgets a call that the store has taken over; the file is gone for good."""
        file = self._files.pop(call_id, None)
        if file is not None:
            file.close()
        try:
            path = self._path(call_id)
            path.with_suffix(".new").unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            if self._folder.is_dir():
                sync_folder(self._folder)
        except OSError as error:
            raise UserError(
                "A finished call cannot be taken out of the journal: {reason}.",
                reason=error.strerror or error,
            ) from error

    def unfinished(self) -> list[dict[str, Any]]:
        """The newest whole state of every call kept, the oldest call first.

        A line that a power cut left torn is passed over. A file damaged further up is kept
        as `*.damaged`, its state as far as it can be read is given and says so (`DAMAGED`);
        one of which nothing can be read gives an empty state.
        """
        return [_state_of(path) for path in self._kept()]

    def _kept(self) -> list[Path]:
        return sorted(self._folder.glob("*.jsonl")) if self._folder.is_dir() else []

    def damaged(self) -> list[Path]:
        """Files that were found damaged."""
        return sorted(self._folder.glob("*.damaged")) if self._folder.is_dir() else []

    def _path(self, call_id: UUID) -> Path:
        return self._folder / f"{call_id}.jsonl"


def _state_of(path: Path) -> dict[str, Any]:
    try:
        state, damaged = read_file(path)
    except OSError:
        return {}  # the disk may give it back later: the file stays
    if damaged or state is None:
        _keep_aside(path, whole=state is None)
    if state is None:
        return {}
    return {**state, DAMAGED: True} if damaged else state


def _keep_aside(path: Path, *, whole: bool) -> None:
    """Keeps a damaged file; when nothing of it can be read it is no call any more."""
    aside = path.with_suffix(".damaged")
    with suppress(OSError):
        if whole:
            path.replace(aside)
        elif not aside.exists():
            try:
                # The call goes on in a new file, so this name keeps the bytes as they are.
                os.link(path, aside)
            except OSError:
                shutil.copyfile(path, aside)
                aside.chmod(0o600)


class _File:
    """One call's open file; remembers the state that is on the disk for sure."""

    def __init__(self, path: Path, state: dict[str, Any]) -> None:
        self._path = path
        self._fd = -1
        self._write_anew(state)

    def _write_anew(self, state: dict[str, Any]) -> None:
        """The whole state in a fresh file, which takes the place of the one before."""
        fresh = self._path.with_suffix(".new")
        line = _line({"full": state})
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        try:
            write_all(fd, line)
            os.fsync(fd)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        finally:
            os.close(fd)
        self.close()  # Windows replaces no open file
        os.replace(fresh, self._path)
        sync_folder(self._path.parent)
        self._fd = os.open(self._path, os.O_WRONLY | _BINARY)
        self._length, self._since_whole = len(line), 0
        with suppress(OSError):  # no room: then the lines must find theirs one by one
            reserve(self._fd, COMPACT_BYTES)
        self._state: dict[str, Any] = copy.deepcopy(state)

    def append(self, state: dict[str, Any]) -> None:
        """Adds what changed since the last line that reached the disk."""
        if self._fd < 0:
            self._write_anew(state)
            return
        steps = difference(self._state, state)
        if not steps:
            return
        whole = self._since_whole + 1 >= WHOLE_EVERY
        line = _line({"full": state} if whole else {"steps": steps})
        if self._length + len(line) > COMPACT_BYTES:
            try:
                self._write_anew(state)
                return
            except OSError:
                if self._fd < 0:
                    raise  # else: no room for a second file, the line may still fit
        self._add(line)
        self._since_whole = 0 if whole else self._since_whole + 1
        self._state = patched(self._state, copy.deepcopy(steps))

    def _add(self, line: bytes) -> None:
        try:
            os.lseek(self._fd, self._length, os.SEEK_SET)
            write_all(self._fd, line)
            os.fsync(self._fd)
        except OSError:
            # Half a line may be there, and after a failed fsync nobody knows what is on the
            # disk: the half is cut off, the next save writes a file of its own.
            with suppress(OSError):
                os.ftruncate(self._fd, self._length)
            self.close()
            raise
        self._length += len(line)

    def close(self) -> None:
        """Gives the file back."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def read_file(path: Path) -> tuple[dict[str, Any] | None, bool]:
    """The newest state that can be read, and whether something before the end is damaged.

    What follows a damaged line counts from the next whole state on.
    """
    *lines, _torn = path.read_bytes().split(b"\n")
    state: dict[str, Any] | None = None
    run: list[Any] = []  # the whole state and the steps that make up `state`
    damaged = hole = False
    for place, line in enumerate(lines):
        content = _content(line)
        if content is not None and "full" in content:
            run, hole = [content], False
            state = _replayed(run)
        elif content is not None and not hole and run:
            run.append(content)
            try:
                state = patched(state, copy.deepcopy(content["steps"]))
            except (LookupError, TypeError, ValueError, AttributeError):
                state, damaged, hole = _replayed(run[:-1]), True, True
        elif place < len(lines) - 1:  # the last line is torn, not damaged
            damaged = hole = True
    return state, damaged


def _replayed(run: list[Any]) -> Any:
    state = copy.deepcopy(run[0]["full"])
    for content in run[1:]:
        state = patched(state, copy.deepcopy(content["steps"]))
    return state


def _line(content: dict[str, Any]) -> bytes:
    # An input method may hand over half a character; it must not stop the journal.
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    raw = body.encode("utf-8", "surrogatepass")
    return b"%08x " % zlib.crc32(raw) + raw + b"\n"


def _content(line: bytes) -> dict[str, Any] | None:
    try:
        checksum, body = int(line[:8], 16), line[9:]
        content = json.loads(body) if zlib.crc32(body) == checksum else None
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        sync_folder(folder.parent)
