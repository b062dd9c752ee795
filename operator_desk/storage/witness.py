"""The witness: every head of the chain, in a file outside the database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from operator_desk.services.ports import Head


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
        """Adds one line; the file is made with mode 0600."""
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
        if not self.path.exists():
            self.path.touch(mode=0o600)
        with self.path.open("a", encoding="ascii") as file:
            file.write(line + "\n")

    def sightings(self) -> tuple[list[Sighting], list[int]]:
        """All lines that can be read, and the numbers (from 1) of those that cannot."""
        if not self.path.exists():
            return [], []
        seen, damaged = [], []
        text = self.path.read_text(encoding="ascii", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            try:
                row = json.loads(line)
                seen.append(
                    Sighting(
                        row["at"], row["desk"], Head(int(row["n"]), row["hash"]), row["ticket"]
                    )
                )
            except (ValueError, KeyError, TypeError):
                damaged.append(number)
        return seen, damaged
