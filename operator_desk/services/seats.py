"""The state of the seat: every change is a row."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from operator_desk.domain.facts import SeatState
from operator_desk.domain.terms import Seat
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Store


class Seats:
    """Keeps what this seat is doing."""

    def __init__(self, store: Store, clock: Clock, new_id: Callable[[], UUID]) -> None:
        self._store, self._clock, self._new_id = store, clock, new_id

    def changed(
        self, actor: Actor, state: Seat, reason: str | None = None, call_id: UUID | None = None
    ) -> SeatState:
        """The row of a change that happens now, not stored yet; `reason` is a code of the
        profile's list."""
        return SeatState(
            id=self._new_id(),
            at=self._clock(),
            actor=actor.staff_id,
            state=state,
            reason=reason,
            call_id=call_id,
        )

    def keep(self, row: SeatState) -> None:
        """Stores such a row; doing it twice adds nothing."""
        with self._store.write() as tx:
            if not tx.known(SeatState, [row.id]):
                tx.add(row)

    def change(
        self, actor: Actor, state: Seat, reason: str | None = None, call_id: UUID | None = None
    ) -> SeatState:
        """Stores a change of the seat's state."""
        row = self.changed(actor, state, reason, call_id)
        self.keep(row)
        return row
