"""Steps of tickets that an event brings about: joining it, and its answer."""

from __future__ import annotations

from operator_desk.domain import life_cycle
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import EventRuling, TicketEvent
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import TicketState
from operator_desk.domain.views import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import Writer


def take(tx: Writer, actor: Actor, row: TicketRow, event: TicketEvent) -> None:
    """Stores a step and its ruling. UserError: not possible in the ticket's state."""
    del actor
    ways = life_cycle.ways(Action(event.action), row.state)
    if not ways:
        raise UserError("The ticket {number} is not open any more.", number=row.number)
    to = ways[0].to
    state = row.state if to is None else TicketState(to)
    ruling = EventRuling(
        id=derived_id("ruling", event.id),
        at=event.at,
        actor=event.actor,
        ticket_id=row.id,
        event_id=event.id,
        n=row.n + 1,
        effective=True,
        state=state,
        caller_due_at=row.caller_due_at,
        holder_due_at=row.holder_due_at if state is row.state else None,
        step_due_at=row.step_due_at if state is row.state else None,
        unknown=row.unknown,
    )
    tx.add(event, ruling)
