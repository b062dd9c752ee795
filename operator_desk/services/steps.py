"""The steps of one ticket as a transaction sees them: what was done, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.stand import Ruled, Stand, ruled
from operator_desk.domain.stand import stand as stand_after
from operator_desk.domain.ticket_row import first_stand
from operator_desk.services.ports import Reader


@dataclass(frozen=True, slots=True)
class Steps:
    """A ticket, its steps in the centre's order, and where they have brought it."""

    ticket: facts.Ticket
    ruled: tuple[Ruled, ...]
    rulings: tuple[facts.EventRuling, ...]
    stand: Stand

    @property
    def n(self) -> int:
        """The place of the last ruling, also of one that only told new limits."""
        return max((row.n for row in self.rulings), default=0)

    def place(self, event_id: UUID | None) -> int:
        """The place of a step; that of the last one for None or an unknown one."""
        return next((one.n for one in self.ruled if one.event.id == event_id), self.n)

    def event(self, event_id: UUID | None) -> facts.TicketEvent | None:
        """The step of an id, or None."""
        return next((one.event for one in self.ruled if one.event.id == event_id), None)

    def with_step(self, event: facts.TicketEvent, ruling: facts.EventRuling) -> Steps:
        """The same with one more step."""
        return made(self.ticket, [*self._events(), event], [*self.rulings, ruling])

    def _events(self) -> list[facts.TicketEvent]:
        return [one.event for one in self.ruled]


def made(
    ticket: facts.Ticket,
    events: Sequence[facts.TicketEvent],
    rulings: Sequence[facts.EventRuling],
) -> Steps:
    """The steps of a ticket from its rows."""
    steps = ruled(events, rulings)
    first = next((row.id for row in events if row.action == Action.REGISTER), ticket.id)
    return Steps(ticket, steps, tuple(rulings), stand_after(first_stand(ticket, first), steps))


def steps_of(tx: Reader, ticket: facts.Ticket) -> Steps:
    """The steps of a stored ticket."""
    events = tx.find(facts.TicketEvent, ticket_id=ticket.id)
    rulings = tx.find(facts.EventRuling, ticket_id=ticket.id)
    return made(ticket, events, rulings)


def many_steps(tx: Reader, tickets: Sequence[facts.Ticket]) -> list[Steps]:
    """The steps of several tickets, read together."""
    ids = [ticket.id for ticket in tickets]
    events: dict[UUID, list[facts.TicketEvent]] = {}
    for event in tx.among(facts.TicketEvent, "ticket_id", ids):
        events.setdefault(event.ticket_id, []).append(event)
    rulings: dict[UUID, list[facts.EventRuling]] = {}
    for ruling in tx.among(facts.EventRuling, "ticket_id", ids):
        rulings.setdefault(ruling.ticket_id, []).append(ruling)
    return [made(one, events.get(one.id, ()), rulings.get(one.id, ())) for one in tickets]


def ticket_of(tx: Reader, number: str) -> facts.Ticket:
    """The ticket with a number. UserError: there is none."""
    row = tx.ticket_by_number(number.strip())
    ticket = tx.get(facts.Ticket, row.id) if row else None
    if ticket is None:
        raise UserError("There is no ticket {number}.", number=number)
    return ticket
