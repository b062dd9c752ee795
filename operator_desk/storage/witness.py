"""The witness: every head of the chain, in a file outside the database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from operator_desk.domain.errors import UserError
from operator_desk.services.ports import Head

_LONGEST = 1_000  # bytes of a line


@dataclass(frozen=True, slots=True)
class Sighting:
    """One line of the witness: a head that was seen after a commit, and the last ticket number."""

    at: str
    desk: str
    head: Head
    ticket: str


class Witness:
    """Appends heads to `witness.log`; whoever keeps a copy can prove a cut tail."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, seen: Sighting) -> None:
        """Adds one line; the file is made with mode 0600. UserError: it cannot be written."""
        line = json.dumps(
            {
                "at": seen.at,
                "desk": seen.desk,
                "n": seen.head.n,
                "hash": seen.head.hash,
                "ticket": seen.ticket,
            },
            separators=(",", ":"),
        )
        try:
            if not self.path.exists():
                self.path.touch(mode=0o600)
            with self.path.open("a+b") as file:
                _mend_end(file)
                file.write(line.encode("ascii") + b"\n")
        except OSError as error:
            raise UserError(
                "This step is stored, but the witness {path} cannot be written: {reason}.",
                path=self.path,
                reason=error.strerror or error,
            ) from error

    def sightings(self) -> tuple[list[Sighting], list[int]]:
        """All lines that can be read, and the numbers (from 1) of those that cannot.

        A last line that a power cut or a full disk left torn is passed over.
        """
        if not self.path.exists():
            return [], []
        seen, damaged = [], []
        *lines, last = self.path.read_bytes().split(b"\n")
        for number, line in enumerate(lines, 1):
            one = _sighting(line)
            if one is None:
                damaged.append(number)
            else:
                seen.append(one)
        torn = _sighting(last)
        return seen if torn is None else [*seen, torn], damaged


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
        return Sighting(row["at"], row["desk"], Head(int(row["n"]), row["hash"]), row["ticket"])
    except (ValueError, KeyError, TypeError):
        return None
