"""What the call in hand stores: each write can be done again until the store has taken it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.errors import UserError
from operator_desk.lanes import Lane
from operator_desk.services.ports import Clock

Done = Callable[[Any], object]


class What(Enum):
    """What a write stores; `CLOSE` stores everything of a call."""

    RECORD = "record"
    SEAL = "seal"
    TICKET = "ticket"
    END = "end"
    CLOSE = "close"
    SEAT = "seat"
    FLAG = "flag"
    STEP = "step"


# What a later success makes needless: it has stored that too, or something newer.
_COVERS = {
    What.RECORD: {What.RECORD},
    What.SEAL: {What.RECORD, What.SEAL},
    What.TICKET: {What.RECORD, What.SEAL, What.TICKET},
    What.STEP: {What.RECORD, What.STEP},
    What.END: {What.RECORD, What.SEAL, What.STEP, What.END},
    What.CLOSE: set(What) - {What.SEAT, What.FLAG},
    What.SEAT: {What.SEAT},
    What.FLAG: {What.FLAG},
}


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to store: of which call (or row), what of it, and of which matter."""

    of: UUID
    what: What
    matter: UUID | None = None
    began: datetime | None = None  # of the call, for the words on the screen

    def covers(self, other: Write) -> bool:
        """Whether the other one needs not be stored any more when this one is."""
        same = self.of == other.of and other.what in _COVERS[self.what]
        return same and (other.matter is None or self.matter in (None, other.matter))


@dataclass(frozen=True, slots=True)
class Trouble:
    """A write that failed: why, since when, and how to do it again."""

    write: Write
    error: Exception
    since: datetime
    again: Callable[[], None]


class Writes(QObject):
    """Does writes in their lane; keeps each that failed until it, or a newer one, succeeds."""

    changed = Signal()  # other troubles than before
    fault = Signal(object)  # a failure that is no fault of the environment

    def __init__(self, lane: Lane, clock: Clock) -> None:
        super().__init__()
        self._lane, self._clock = lane, clock
        self._troubles: dict[Write, Trouble] = {}

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What could not be stored so far, the oldest first."""
        return tuple(self._troubles.values())

    def submit(
        self,
        write: Write,
        work: Callable[[], Any],
        done: Done | None = None,
        refused: tuple[type[UserError], Callable[[UserError], object]] | None = None,
    ) -> None:
        """Stores something; doing `work` twice must add nothing.

        `refused`: an error that the person has to mend, and whom to tell; it is no trouble.
        """

        def again() -> None:
            self._lane.submit(work, stored, failed)

        def stored(result: Any) -> None:
            self._forget(write)
            if done is not None:
                done(result)
            self.retry()  # the store works again

        def failed(error: Exception) -> None:
            if refused is not None and isinstance(error, refused[0]):
                self._forget(write)
                refused[1](error)
            else:
                self._keep(Trouble(write, error, self._clock(), again))

        again()

    def retry(self) -> None:
        """Does every failed write again, in the order they were given."""
        for trouble in self.troubles:
            trouble.again()

    def _keep(self, trouble: Trouble) -> None:
        before = self._troubles.get(trouble.write)
        if before is not None:
            trouble = replace(trouble, since=before.since)
        # What this write stores too needs no trying of its own; a ticket is a decision apart.
        kept = [
            other
            for other in self._troubles.values()
            if other.write.what is What.TICKET or not trouble.write.covers(other.write)
        ]
        self._troubles = {other.write: other for other in kept}
        self._troubles[trouble.write] = trouble
        if not isinstance(trouble.error, UserError):
            self.fault.emit(trouble.error)
        self.changed.emit()

    def _forget(self, write: Write) -> None:
        gone = [other for other in self._troubles if write.covers(other)]
        for other in gone:
            del self._troubles[other]
        if gone:
            self.changed.emit()
