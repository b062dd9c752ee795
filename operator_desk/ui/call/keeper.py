"""Keeps the call in hand on the disk: soon after a key, at once after anything else.

What could not be written is tried again by itself; until then the window says since when the
disk lacks it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.state import to_state
from operator_desk.lanes import Lane
from operator_desk.services.ports import Clock, Journal

DELAY_MS = 250
AGAIN_MS = 2000
Held = Callable[[], Draft | None]


class Keeper(QObject):
    """The way of a draft into the journal, and out of it when the store has taken it over."""

    saved = Signal(object)  # the instant of the last write; everything is on the disk
    lacking = Signal(object, object)  # since when the disk lacks something, and the error
    fault = Signal(object)  # a failure that is no fault of the environment

    def __init__(self, journal: Journal, lane: Lane, clock: Clock, held: Held) -> None:
        super().__init__()
        self._journal, self._lane, self._clock, self._held = journal, lane, clock, held
        self._open: dict[UUID, Callable[[], None]] = {}  # what failed, by call
        self.since: datetime | None = None
        self._flying = 0  # writes without an answer yet
        self._soon = self._timer(DELAY_MS, self._due)
        self._again = self._timer(AGAIN_MS, self.retry)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def soon(self) -> None:
        """A key was pressed: the disk has it within a second."""
        if not self._soon.isActive():
            self._soon.start()

    def _due(self) -> None:
        if self._flying:
            self._soon.start()  # a slow disk is not given a queue
        else:
            self.now()

    def now(self) -> None:
        """The call in hand as it is now."""
        self._soon.stop()
        draft = self._held()
        if draft is not None:
            self.keep(draft)

    def keep(self, draft: Draft) -> None:
        """This state of a call."""
        self._soon.stop()
        journal = self._journal
        self._do(draft.call_id, lambda: journal.save(draft.call_id, to_state(draft)))

    def drop(self, call_id: UUID) -> None:
        """The store has this call: the journal needs it no longer."""
        journal = self._journal
        self._do(call_id, lambda: journal.drop(call_id))

    def retry(self) -> None:
        """What failed, again; the call in hand as it is now."""
        held = self._held()
        for call_id, again in list(self._open.items()):
            if held is not None and held.call_id == call_id:
                self.keep(held)
            else:
                again()

    def _do(self, call_id: UUID, work: Callable[[], None]) -> None:
        clock = self._clock

        def timed() -> datetime:
            work()
            return clock()

        def again() -> None:
            self._flying += 1
            self._lane.submit(timed, done, failed)

        def done(at: datetime) -> None:
            self._flying -= 1
            self._open.pop(call_id, None)  # answers come in order: what failed was older
            if not self._open:
                self.since = None
                self._again.stop()
                self.saved.emit(at)

        def failed(error: Exception) -> None:
            self._flying -= 1
            if not isinstance(error, UserError):
                self.fault.emit(error)
            self._open[call_id] = again
            self.since = self.since or clock()
            self._again.start()
            self.lacking.emit(self.since, error)

        again()
