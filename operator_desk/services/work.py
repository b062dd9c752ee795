"""The work on tickets as one person may see it: lists with their counts, one ticket as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.facts import TicketEvent
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.proposals import UnitProposal
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services import rights
from operator_desk.services.abilities import Abilities, Able
from operator_desk.services.cleared import rows_for, whole_for
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.explaining import Explained, Explaining
from operator_desk.services.handling import Handling
from operator_desk.services.lists import current_units
from operator_desk.services.people import Actor
from operator_desk.services.ports import Clock, Reader, Store, TicketQuery
from operator_desk.services.proposals import Proposals
from operator_desk.services.steps import many_steps, ticket_of
from operator_desk.services.tickets import Tickets, TicketWhole
from operator_desk.services.viewing import Looked, Purpose, Viewing


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a list; `joined`: how many are handled jointly under a ticket of it."""

    rows: tuple[TicketRow, ...]
    joined: Mapping[UUID, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A ticket with all that its page shows.

    `until`: the latest instant an extension may ask for. `jointly`: numbers of the tickets that
    are handled with it, the main one first. `proposed`: units that could lead, the likeliest
    first. `people`, `units`: names by id and code.
    """

    whole: TicketWhole
    actions: tuple[Able, ...]
    explained: Explained
    until: datetime | None
    jointly: tuple[str, ...]
    attachments: tuple[facts.Attachment, ...]
    proposed: tuple[UnitProposal, ...]
    people: Mapping[UUID, str]
    units: Mapping[str, str]


class Work:
    """Reads for the tickets page; called in the lanes."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        tickets: Tickets,
        handling: Handling,
        deadlines: Deadlines,
        explaining: Explaining,
        viewing: Viewing,
        proposals: Proposals,
    ) -> None:
        self._proposals = proposals
        self._store, self._clock = store, clock
        self._tickets, self._viewing, self._deadlines = tickets, viewing, deadlines
        self._abilities = Abilities(handling)
        self._explaining = explaining

    def rows(self, actor: Actor, query: TicketQuery) -> Listed:
        """A part of a list."""
        with self._store.read() as tx:
            rows = rows_for(tx, actor, query)
            return Listed(tuple(rows), _joined(tx, rows))

    def counts(self, actor: Actor, queries: Mapping[str, TicketQuery]) -> dict[str, int]:
        """How many tickets each list has."""
        with self._store.read() as tx:
            return {
                name: tx.count_tickets(rights.seen_by(actor, query))
                for name, query in queries.items()
            }

    def export(self, actor: Actor, query: TicketQuery) -> list[TicketRow]:
        """Every row of a list, for a file; the log has it first."""
        self._viewing.saw(actor.staff_id, Looked.EXPORT, None, Purpose.LIST)
        with self._store.read() as tx:
            return rows_for(tx, actor, replace(query, limit=None, offset=0))

    def proposed(self, number: str) -> tuple[UnitProposal, ...]:
        """Units that could lead a ticket, the likeliest first; the operator's choice before all."""
        with self._store.read() as tx:
            ticket = ticket_of(tx, number)
            held = {code for code, unit in current_units(tx).items() if not unit.withdrawn}
        matter = self._proposals.matter_of(number)
        found = self._proposals.units_at_hand(matter, ticket.local_day)
        own = ticket.unit
        if own is None or own not in held:
            return found
        mine = [one for one in found if one.unit == own] or [UnitProposal(own, (), 0.0, ())]
        return (*mine, *(one for one in found if one.unit != own))

    def open(self, actor: Actor, number: str) -> Opened:
        """A ticket as a whole; that it was seen is stored first.

        UserError: unknown number, or a ticket of another unit.
        """
        whole = self._tickets.show(number)
        rights.must_see(actor, whole.row)
        self._viewing.saw(actor.staff_id, Looked.VIEW, whole.ticket.id, Purpose.TICKET)
        proposed = self.proposed(number)
        with self._store.read() as tx:
            whole = whole_for(tx, actor, whole)
            units = {code: one.short_name or one.name for code, one in current_units(tx).items()}
            ask = TicketEvent(
                id=UUID(int=0), at=self._clock(), actor=actor.staff_id,
                ticket_id=whole.ticket.id, action=Action.EXTEND.value,
            )  # fmt: skip
            return Opened(
                whole=whole,
                actions=self._abilities.of(tx, actor, whole.steps, self._clock()),
                explained=self._explaining.explain_in(tx, whole.steps),
                until=self._deadlines.bounds(tx, whole.steps, ask).extension_until,
                jointly=_jointly(tx, whole.row),
                attachments=tuple(tx.find(facts.Attachment, ticket_id=whole.ticket.id)),
                proposed=proposed,
                people={row.staff_id: row.name for row in tx.find(facts.StaffVersion)},
                units=units,
            )


def _joined(tx: Reader, rows: list[TicketRow]) -> dict[UUID, int]:
    links = tx.among(TicketEvent, "ref", [row.id for row in rows])
    linked = {one.ticket_id for one in links if one.action == Action.LINK}
    if not linked:
        return {}
    steps = many_steps(tx, tx.many(facts.Ticket, linked))
    return dict(Counter(one.stand.joined_to for one in steps if one.stand.joined_to))


def _jointly(tx: Reader, row: TicketRow) -> tuple[str, ...]:
    main = row.joined_to or row.id
    others = [one.number for one in tx.tickets(TicketQuery(joined_to=main))]
    first = tx.get(facts.Ticket, main)
    return (first.number, *sorted(others)) if first is not None and others else ()
