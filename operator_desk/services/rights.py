"""Who may see which ticket, and what of it; one place for window and commands."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role, Secrecy, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery

_CENTRE = frozenset(Role) - {Role.UNIT, Role.EDITOR}
_NOBODY = ""  # a unit code that no unit has


def unit_of(actor: Actor) -> str | None:
    """The unit to whose tickets an actor is confined; None: who works for the centre sees all."""
    roles = actor.all_roles
    if Role.UNIT not in roles or roles & _CENTRE:
        return None
    return actor.unit or _NOBODY


def confined(actor: Actor, query: TicketQuery) -> TicketQuery:
    """The query, for a unit among its own tickets only."""
    unit = unit_of(actor)
    return query if unit is None else replace(query, with_unit=unit)


def must_see(actor: Actor, row: TicketRow) -> None:
    """UserError: the ticket is none of the actor's unit."""
    unit = unit_of(actor)
    if unit is None:
        return
    left = row.state in (TicketState.REGISTERED, TicketState.WITHDRAWN)
    if left or unit not in (row.unit, *row.co_units):
        raise UserError("There is no ticket {number}.", number=row.number)


def person_hidden(actor: Actor, secrecy: Secrecy) -> bool:
    """Whether name, number and address stay hidden from an actor: a unit sees them only open."""
    return unit_of(actor) is not None and secrecy is not Secrecy.OPEN
