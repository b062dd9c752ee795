"""A disk whose power can be cut: every write of SQLite is noted, any moment can be looked at.

What was synced is on the disk. Of what was written since, each piece may be there, be missing,
or be torn between two sectors, in any mixture; a new length and a new name may be missing too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
Statement = tuple[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Op:
    """One thing SQLite asked of the disk; kind `ack`: a commit was acknowledged."""

    kind: str  # write, truncate, sync, delete, ack
    file: str = ""
    at: int = 0
    data: bytes = b""


class _Disk(apsw.VFS):
    """Passes everything on to the real disk and notes it."""

    def __init__(self, name: str, trace: list[Op]) -> None:
        super().__init__(name, base="")
        self.trace = trace

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        if name is None:
            return apsw.VFSFile("", None, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return _File(self.trace, path, name, flags)

    def xDelete(self, path: str, sync: bool) -> None:
        super().xDelete(path, sync)
        self.trace.append(Op("delete", Path(path).name))


class _File(apsw.VFSFile):
    def __init__(self, trace: list[Op], path: str, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._trace, self._file = trace, Path(path).name

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._trace.append(Op("write", self._file, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self._trace.append(Op("truncate", self._file, size))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._trace.append(Op("sync", self._file))


def traced(database: Path, transactions: list[list[Statement]], *pragmas: str) -> list[Op]:
    """Plays transactions on a new database; everything the disk was asked for, and the acks."""
    trace: list[Op] = []
    disk = _Disk(f"power-{id(trace)}", trace)
    connection = apsw.Connection(str(database), vfs=f"power-{id(trace)}")
    try:
        # The library has no shared memory for such a disk; alone, SQLite needs none.
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", *pragmas):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for statements in transactions:
            connection.execute("BEGIN IMMEDIATE")
            for words, values in statements:
                connection.execute(words, values).fetchall()
            connection.execute("COMMIT")
            trace.append(Op("ack"))
    finally:
        connection.close()
        disk.unregister()
    return trace


class Image:
    """What is on the disk for sure at a moment of a trace, and what may be."""

    def __init__(self) -> None:
        self.sure: dict[str, bytearray] = {}
        self.maybe: dict[str, list[Op]] = {}
        self.acknowledged = 0

    def go_on(self, op: Op) -> None:
        """One step further in the trace."""
        if op.kind == "ack":
            self.acknowledged += 1
        elif op.kind == "delete":
            self.sure.pop(op.file, None)
            self.maybe.pop(op.file, None)
        elif op.kind == "sync":
            made = self.sure.setdefault(op.file, bytearray())
            for done in self.maybe.pop(op.file, []):
                _apply(made, done)
        else:
            self.maybe.setdefault(op.file, []).append(op)

    def cut(self, chance: random.Random, folder: Path) -> None:
        """Writes what a power cut leaves now into a folder."""
        for name in {*self.sure, *self.maybe}:
            if name not in self.sure and chance.random() < 0.3:
                continue  # its name had not reached the disk
            made = bytearray(self.sure.get(name, b""))
            for op in self.maybe.get(name, []):
                _apply_some(made, op, chance)
            (folder / name).write_bytes(made)


def _apply(made: bytearray, op: Op) -> None:
    if op.kind == "truncate":
        del made[op.at :]
        made.extend(bytes(op.at - len(made)))
        return
    made.extend(bytes(max(0, op.at - len(made))))
    made[op.at : op.at + len(op.data)] = op.data


def _apply_some(made: bytearray, op: Op, chance: random.Random) -> None:
    kept = chance.choice(("all", "none", "torn"))
    if kept == "all" or (kept == "torn" and op.kind == "truncate"):
        _apply(made, op)
    elif kept == "torn":
        for start in range(0, len(op.data), SECTOR):
            if chance.random() < 0.5:
                _apply(made, Op("write", op.file, op.at + start, op.data[start : start + SECTOR]))


def cuts(
    trace: list[Op], rounds: int, chance: random.Random, look: Callable[[Image], None]
) -> None:
    """Cuts the power at so many random moments, in the order of time."""
    moments = sorted(chance.choices(range(len(trace)), k=rounds))
    image, place = Image(), 0
    for moment in moments:
        while place <= moment:
            image.go_on(trace[place])
            place += 1
        look(image)
