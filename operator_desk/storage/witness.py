"""The witness: every head of the chain, in a file outside the database."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from operator_desk.domain.errors import UserError
from operator_desk.services.ports import Head
from operator_desk.storage.durable import sync_folder

_LONGEST = 1_000  # bytes of a line


@dataclass(frozen=True, slots=True)
class Sighting:
    """One line of the witness: a head that was seen after a commit, and the last ticket number."""

    at: str
    desk: str
    head: Head
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Testimony:
    """All that a witness says: its lines in order, the numbers (from 1) of unreadable ones.

    `trouble`: why the file cannot be read at all.
    """

    name: str
    sightings: tuple[Sighting, ...] = ()
    damaged: tuple[int, ...] = ()
    trouble: str = ""

    def of(self, desk: str) -> list[Sighting]:
        """The sightings of one desk."""
        return [one for one in self.sightings if one.desk == desk]


class Witness:
    """Appends heads to `witness.log`; whoever keeps a copy can prove a cut tail."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, *seen: Sighting) -> None:
        """Adds lines; the file is made with mode 0600. UserError: it cannot be written.

        A line with a ticket number is on the disk when this returns: a restored store must
        not give the number again. Other lines may be lost by a power cut, which later ones
        make up for.
        """
        lines = b"".join(_line(one) for one in seen)
        try:
            new = not self.path.exists()
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            with open(descriptor, "a+b") as file:
                _mend_end(file)
                file.write(lines)
                file.flush()
                if new or any(one.ticket for one in seen):
                    os.fsync(descriptor)
            if new:
                sync_folder(self.path.parent)
        except OSError as error:
            raise UserError(
                "The witness {path} cannot be written: {reason}.",
                path=self.path,
                reason=error.strerror or error,
            ) from error

    def testimony(self) -> Testimony:
        """What the file says; a last line that a power cut or a full disk has torn is left out."""
        seen, damaged = [], []
        try:
            raw = self.path.read_bytes() if self.path.exists() else b""
        except OSError as error:
            return Testimony(self.path.name, trouble=error.strerror or str(error))
        *lines, last = raw.split(b"\n")
        for number, line in enumerate(lines, 1):
            one = _sighting(line)
            if one is not None:
                seen.append(one)
            elif line.strip(b"\0"):  # bytes of zero: what a power cut leaves of a line
                damaged.append(number)
        torn = _sighting(last)
        return Testimony(
            self.path.name, tuple(seen if torn is None else [*seen, torn]), tuple(damaged)
        )

    def lines(self) -> int:
        """How many lines it has; 0 where there is none or it cannot be read."""
        try:
            with self.path.open("rb") as file:
                return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))
        except OSError:
            return 0

    def last(self) -> Sighting | None:
        """The newest line that can be read, without reading the whole file."""
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, file.seek(0, 2) - 4 * _LONGEST))
                lines = file.read().split(b"\n")
        except OSError:
            return None
        return next((one for line in lines[::-1] if (one := _sighting(line))), None)


def _line(seen: Sighting) -> bytes:
    values = {
        "at": seen.at,
        "desk": seen.desk,
        "n": seen.head.n,
        "hash": seen.head.hash,
        "ticket": seen.ticket,
    }
    return json.dumps(values, separators=(",", ":")).encode("ascii") + b"\n"


def _mend_end(file: IO[bytes]) -> None:
    """Cuts a torn last line off, so that the next one does not hang on it."""
    file.seek(max(0, file.seek(0, 2) - _LONGEST))
    *_lines, last = file.read().split(b"\n")
    if not last:
        return
    if _sighting(last) is None:
        file.truncate(file.seek(0, 2) - len(last))
    else:
        file.write(b"\n")


def _sighting(line: bytes) -> Sighting | None:
    try:
        row = json.loads(line)
        texts = [row[name] for name in ("at", "desk", "hash", "ticket")]
        n = row["n"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if type(n) is not int or not all(isinstance(text, str) for text in texts):
        return None
    at, desk, hashed, ticket = texts
    return Sighting(at, desk, Head(n, hashed), ticket)
