"""What a look at files found, row by row: light enough to be held whole for very long files."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import dataclass

from operator_desk.domain.article import Article
from operator_desk.domain.errors import UserError
from operator_desk.services.incoming import Look, Planned, Turn
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.messages import sentence

_HELD_BYTES = 64_000_000  # of texts that can be opened before they are stored
TURNS = {
    Turn.ADDED: later("added"),
    Turn.CHANGED: later("altered"),
    Turn.UNCHANGED: later("unchanged"),
    Turn.REFUSED: later("not taken"),
}


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row of a file (none: the file as a whole) and what becomes of it.

    `held` are its article before and after, packed; None where there is none or was no room.
    """

    file: str
    row: int | None
    turn: Turn
    key: str = ""
    title: str = ""
    reason: UserError | None = None
    held: bytes | None = None

    def articles(self) -> tuple[Article | None, Article] | None:
        """What is stored and what would be; None when it is not held."""
        if self.held is None:
            return None
        before, after = pickle.loads(self.held)
        return before, after

    @property
    def words(self) -> str:
        """Title and key, or why it is refused."""
        if self.reason is not None:
            return sentence(self.reason)
        return f"{self.title}　{self.key}" if self.title else self.key


class Seen:
    """Gathers what is planned; bytes, because thousands of objects would slow the window down."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, SeenRow]] = []
        self._room = _HELD_BYTES

    def note(self, planned: Planned) -> None:
        """One row, as it is looked at; called in a lane."""
        before = planned.before if planned.turn is Turn.CHANGED else None
        held: bytes | None = pickle.dumps((before, planned.after), pickle.HIGHEST_PROTOCOL)
        self._room -= len(held or b"")
        if self._room < 0:
            held = None
        after = planned.after
        row = SeenRow(
            planned.file, planned.row, planned.turn, after.key, after.title, None, held
        )  # fmt: skip
        self._rows.append((planned.place, row))

    def rows(self, look: Look) -> list[SeenRow]:
        """All rows at the end of a look, what is refused first."""
        refused = [SeenRow(one.file, one.row, Turn.REFUSED, reason=one.reason)
                   for one in look.refused]  # fmt: skip
        out = look.left_out
        return refused + [row for place, row in self._rows if (place, row.row) not in out]


def report(rows: Iterable[SeenRow]) -> tuple[tuple[str, ...], list[tuple[str | int | None, ...]]]:
    """Names and rows of a table that says what becomes of each row."""
    names = (tr("File"), tr("Row"), tr("What"), tr("Key"), tr("Title"), tr("Reason"))
    return names, [
        (
            row.file,
            row.row,
            tr(TURNS[row.turn]),
            row.key,
            row.title,
            sentence(row.reason) if row.reason else "",
        )
        for row in rows
    ]
