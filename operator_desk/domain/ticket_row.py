"""One ticket as lists show it: what was registered, and where its steps have brought it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from operator_desk.domain.facts import EventRuling, Ticket, TicketEvent
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.numbers import number_key
from operator_desk.domain.stand import Stand, ruled, stand
from operator_desk.domain.terms import MatterKind, Reply, Secrecy, TicketState, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRow:
    """One ticket as lists show it; `number_key` finds the caller's other tickets.

    `last_event` and `n`: the last step that was ruled on. `asked`: requests that are open.
    `relays`: questions to the caller that are open. `unknown`: why a limit is not computable.
    """

    id: UUID
    number: str
    state: TicketState
    since: datetime
    kind: MatterKind
    category: str | None
    category_text: str | None
    title: str | None
    place: str | None
    place_code: str | None
    unit: str | None
    co_units: tuple[str, ...]
    registered_at: datetime
    local_day: date
    urgency: Urgency
    secrecy: Secrecy
    wants_reply: bool
    operator: UUID
    call_id: UUID
    matter_id: UUID
    number_key: str | None
    reference: str | None
    missing: tuple[str, ...]
    last_event: UUID
    n: int
    caller_due_at: datetime | None
    holder_due_at: datetime | None
    step_due_at: datetime | None
    unknown: str | None
    asked: str
    relays: int
    paused: bool
    level: str | None
    returns: int
    return_accepted: bool
    reworks: int
    chases: int
    supervised: int
    tries: int
    unsolved: bool
    excluded: bool
    joined_to: UUID | None
    event_card: UUID | None
    dispatched_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    contacted: Reply | None
    solved: Reply | None
    unit_rating: Reply | None
    hotline_rating: Reply | None

    def late_at(self, now: datetime) -> bool:
        """Whether the caller's answer came, or at this instant still has not, after its limit.

        A limit is the first instant that is late.
        """
        due = self.caller_due_at
        if due is None or self.state is TicketState.WITHDRAWN:
            return False
        return (self.answered_at or self.closed_at or now) >= due


_NAMES = {field.name for field in fields(TicketRow)}
_OF_STAND = (_NAMES & ({field.name for field in fields(Stand)} | {"paused"})) - {
    "asked", "relays", "tries", "unit", "n"
}  # fmt: skip
_OF_TICKET = (_NAMES & {field.name for field in fields(Ticket)}) - _OF_STAND - {"unit"}


def first_stand(ticket: Ticket, registered: UUID) -> Stand:
    """Where a ticket stands when it is registered; `registered` is the step that says so."""
    return Stand(
        last=registered,
        since=ticket.registered_at,
        unit=None,
        secrecy=ticket.secrecy,
        category=ticket.category,
        category_text=ticket.category_text,
    )


def stand_of(
    ticket: Ticket, events: Sequence[TicketEvent], rulings: Sequence[EventRuling]
) -> Stand:
    """Where a ticket stands after its steps, as far as they were ruled on."""
    first = next((row.id for row in events if row.action == Action.REGISTER), ticket.id)
    return stand(first_stand(ticket, first), ruled(events, rulings))


def ticket_row(
    ticket: Ticket,
    caller_number: str | None,
    events: Sequence[TicketEvent],
    rulings: Sequence[EventRuling],
) -> TicketRow:
    """The row of a ticket; `caller_number` is the call's."""
    now = stand_of(ticket, events, rulings)
    last = max(rulings, key=lambda row: row.n, default=None)
    known = ticket.callback or caller_number
    # An anonymous ticket is not to be found by its caller's number.
    hidden = now.secrecy is Secrecy.ANONYMOUS
    return TicketRow(
        **{name: getattr(ticket, name) for name in _OF_TICKET},
        **{name: getattr(now, name) for name in _OF_STAND},
        unit=now.unit or ticket.unit,
        operator=ticket.actor,
        number_key=number_key(known) if known and not hidden else None,
        last_event=now.last,
        n=last.n if last else now.n,
        caller_due_at=last.caller_due_at if last else None,
        holder_due_at=last.holder_due_at if last else None,
        step_due_at=last.step_due_at if last else None,
        unknown=last.unknown if last else None,
        asked=" ".join(sorted(request.value for request, _event in now.asked)),
        relays=len(now.relays),
        tries=len(now.tries),
    )
