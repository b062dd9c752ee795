"""The call in hand and its way to the disk: what every method of the call desk builds on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain import call_flow
from operator_desk.domain.draft import Draft, MatterDraft, Stamp
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import ArticleFlag
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Outcome, Seat
from operator_desk.lanes import Lanes
from operator_desk.services.calls import Calls
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Journal, Parked
from operator_desk.services.records import Records
from operator_desk.services.seats import Seats
from operator_desk.services.second_calls import SecondCalls
from operator_desk.services.tickets import Tickets
from operator_desk.ui.call.keeper import Keeper
from operator_desk.ui.call.writes import What, Write, Writes


@dataclass(frozen=True, slots=True)
class CallServices:
    """What the call in hand needs."""

    calls: Calls
    records: Records
    tickets: Tickets
    second_calls: SecondCalls
    seats: Seats
    journal: Journal
    parked: Parked
    clock: Clock


class HeldCall(QObject):
    """Holds the draft; after each change the journal gets it and the page hears of it."""

    changed = Signal()  # anything of the draft but the text of the record
    matter_switched = Signal()
    ticket_made = Signal(object)
    sealed = Signal(object)
    call_ended = Signal()
    counted = Signal()  # the counter and lists have something new
    failed = Signal(object)
    seat_changed = Signal(object, object)  # Seat, code of the reason or None

    def __init__(self, services: CallServices, lanes: Lanes, actor: Actor) -> None:
        super().__init__()
        self._services, self._lanes, self._actor = services, lanes, actor
        self.draft: Draft | None = None
        self.writes = Writes(lanes.write, services.clock)
        self.keeper = Keeper(services.journal, lanes.journal, services.clock, lambda: self.draft)
        self.writes.fault.connect(self.failed)
        self.keeper.fault.connect(self.failed)

    # -- state ---------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """The phase of the call in hand; NO_CALL without one."""
        return self.draft.phase if self.draft else Phase.NO_CALL

    @property
    def ended(self) -> bool:
        """Whether the call in hand is over, and only its after-call work goes on."""
        return self.draft is not None and self.draft.ended_at is not None

    @property
    def running(self) -> bool:
        """Whether a caller is on the line."""
        return self.draft is not None and self.draft.ended_at is None

    @property
    def matter(self) -> MatterDraft | None:
        """The matter in hand."""
        return self.draft.matter if self.draft else None

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that stands: chosen, else the proposal."""
        if self.draft is None:
            return None
        return self.draft.chosen or call_flow.proposed_outcome(self.draft)

    # -- changing ------------------------------------------------------------------------

    def _stamp(self) -> Stamp:
        return self._services.calls.stamp()

    def _set(self, draft: Draft, *, soon: bool = False) -> None:
        self.draft = draft
        if soon:
            self.keeper.soon()
            return
        self.keeper.now()
        self.changed.emit()

    def _set_matter(self, matter: MatterDraft, *, soon: bool = False) -> None:
        if self.draft is not None:
            self._set(self.draft.with_matter(matter), soon=soon)

    def write_now(self) -> None:
        """Gives the journal what it lacks at once (the window closes)."""
        self.keeper.now()

    # -- storing -------------------------------------------------------------------------

    def _write(
        self,
        draft: Draft,
        what: What,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        *,
        matter: UUID | None = None,
        refused: tuple[type[UserError], Callable[[UserError], object]] | None = None,
    ) -> None:
        write = Write(draft.call_id, what, matter, draft.started_at)
        self.writes.submit(write, work, done, refused)

    def _save(self) -> None:
        draft = self.draft
        if draft is not None:
            self._write(draft, What.RECORD, lambda: self._services.records.save(draft))

    def seat(
        self,
        state: Seat,
        reason: str | None = None,
        call_id: UUID | None = None,
        done: Callable[[], object] | None = None,
    ) -> None:
        """Stores a change of the seat's state; `done` is called when the store has it."""
        seats = self._services.seats
        row = seats.changed(self._actor, state, reason, call_id)
        self.seat_changed.emit(state, reason)
        self.writes.submit(
            Write(row.id, What.SEAT, began=row.at),
            lambda: seats.keep(row),
            lambda _none: done() if done is not None else None,
        )

    def keep_flag(
        self,
        row: ArticleFlag,
        keep: Callable[[ArticleFlag], None],
        done: Callable[[], object],
    ) -> None:
        """Stores a flag on an article; `done` is called when the store has it."""
        write = Write(row.id, What.FLAG, began=row.at)
        self.writes.submit(write, lambda: keep(row), lambda _none: done())
