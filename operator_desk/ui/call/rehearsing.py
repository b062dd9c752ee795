"""The call in hand as practice: checked as ever, and nothing of it is sent or sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal

from operator_desk.domain import call_flow
from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Seat
from operator_desk.services.tickets import MissingFieldsError
from operator_desk.ui.call.filling import FillingDesk

TRAINING = "briefing"  # the reason of a seat that practises, where the profile's list has it


class RehearsingDesk(FillingDesk):
    """What a practice call does instead of storing."""

    rehearsed = Signal()  # the strip was walked to its end
    fields_missing = Signal(object)  # what a ticket still needs
    practised = Signal(object, object, object)  # Draft, Outcome, when its after-call work ended
    seat_now: tuple[Seat, str | None] = (Seat.READY, None)

    @property
    def practises(self) -> bool:
        """Whether the call in hand is practice."""
        return self.draft is not None and bool(self.draft.practice)

    def _rehearse(self, draft: Draft) -> None:
        """Checks the ticket of the matter in hand as `register` does, and sends nothing."""
        stamp = self._stamp()
        draft = call_flow.ready_to_register(draft, stamp)
        self._set(draft)
        try:
            self._services.tickets.check(draft, draft.matter)
        except MissingFieldsError as error:
            self.fields_missing.emit(error.fields)
            return
        done = draft.with_matter(replace(draft.matter, rehearsed_at=stamp.at))
        phase = Phase.AFTER_CALL if draft.ended_at else Phase.LISTENING
        self._set(replace(done, phase=phase))
        self.rehearsed.emit()

    def seal(self) -> None:
        """Seals the record now, whatever was answered; of practice there is nothing to seal."""
        if not self.practises:
            super().seal()
        elif self.draft is not None:
            self._set(call_flow.ready_to_register(self.draft, self._stamp()))
            self.sealed.emit(None)

    def seat(
        self,
        state: Seat,
        reason: str | None = None,
        call_id: UUID | None = None,
        done: Callable[[], object] | None = None,
    ) -> None:
        """Stores a change of the seat's state; who practises is not ready, and with no caller."""
        if self.practises and state in (Seat.TALKING, Seat.AFTER_CALL):
            state, reason, call_id = Seat.NOT_READY, TRAINING, None
            if self.seat_now == (state, reason):
                return
        self.seat_now = (state, reason)
        super().seat(state, reason, call_id, done)
