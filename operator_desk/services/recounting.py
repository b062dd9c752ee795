"""New dates for open tickets when the working days of a year have become known or others."""

from __future__ import annotations

from collections.abc import Sequence

from operator_desk.domain import facts
from operator_desk.domain.facts import EventRuling
from operator_desk.domain.ids import derived_id
from operator_desk.domain.terms import TicketState
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Store, TicketQuery, Writer
from operator_desk.services.steps import Steps, many_steps

_OVER = {TicketState.CLOSED, TicketState.WITHDRAWN}
_OPEN = tuple(state for state in TicketState if state not in _OVER)
_CHUNK = 200


class Recounting:
    """Counts the limits of open tickets anew, by the rules that were fixed for them."""

    def __init__(self, store: Store, deadlines: Deadlines, clock: Clock) -> None:
        self._store, self._deadlines, self._clock = store, deadlines, clock

    def run(self, actor: Actor) -> int:
        """Rules on every open ticket whose dates are others now; how many these were.

        The former ruling stays, as every fact does; the new one only tells the new dates.
        """
        with self._store.read() as tx:
            wanted = [row.id for row in tx.tickets(TicketQuery(states=_OPEN))]
        chunks = range(0, len(wanted), _CHUNK)
        return sum(self._chunk(actor, wanted[start : start + _CHUNK]) for start in chunks)

    def _chunk(self, actor: Actor, ids: Sequence[object]) -> int:
        with self._store.write() as tx:
            tickets = tx.among(facts.Ticket, "id", ids)
            found = (self._ruling(tx, actor, steps) for steps in many_steps(tx, tickets))
            new = [ruling for ruling in found if ruling is not None]
            tx.add(*new)
        return len(new)

    def _ruling(self, tx: Writer, actor: Actor, steps: Steps) -> EventRuling | None:
        last = max(steps.rulings, key=lambda row: row.n, default=None)
        if steps.stand.state in _OVER or not steps.ruled:
            return None
        if last is None:  # registered by a program that told no limits
            registered = steps.ruled[0].event
            return self._deadlines.ruling(tx, steps, registered, steps.stand.state)
        n = steps.n + 1
        ruling = EventRuling(
            id=derived_id("ruling", last.event_id, str(n)),
            at=self._clock(),
            actor=actor.staff_id,
            ticket_id=steps.ticket.id,
            event_id=last.event_id,
            n=n,
            effective=last.effective,
            why=last.why,
            state=steps.stand.state,
        )
        ruling = self._deadlines.with_dues(tx, steps, ruling)
        return ruling if _dates(ruling) != _dates(last) else None


def _dates(row: EventRuling) -> tuple[object, ...]:
    return row.caller_due_at, row.holder_due_at, row.step_due_at, row.unknown
