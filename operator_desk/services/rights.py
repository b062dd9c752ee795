"""Who may see which ticket; one place for window and commands. What of it: `services.cleared`."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery

_CENTRE = frozenset(Role) - {Role.UNIT, Role.EDITOR}


def own_only(actor: Actor) -> bool:
    """Whether somebody sees the tickets of the own unit only; who works for the centre sees all."""
    roles = actor.all_roles
    return Role.UNIT in roles and not roles & _CENTRE


def seen_by(actor: Actor, query: TicketQuery) -> TicketQuery:
    """A query as far as somebody may see what it finds."""
    return replace(query, with_unit=actor.unit or "") if own_only(actor) else query


def must_see(actor: Actor, row: TicketRow) -> None:
    """UserError: the ticket is none of the actor's unit."""
    if not own_only(actor):
        return
    left = row.state in (TicketState.REGISTERED, TicketState.WITHDRAWN)
    if left or actor.unit not in (row.unit, *row.co_units):
        raise UserError("This ticket is not with your unit.")


def must_be_of_centre(actor: Actor) -> None:
    """UserError: calls and what the centre makes of them are not for a unit's account."""
    if own_only(actor):
        raise UserError("This is for who works at the hotline, not for a unit.")
