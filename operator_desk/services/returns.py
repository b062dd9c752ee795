"""The return that a lead decides on: what each unit said, who leads now, the row to mend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.stand import standing
from operator_desk.domain.terms import Role
from operator_desk.services.catalogue import Catalogue
from operator_desk.services.handling import Done, Given, Handling
from operator_desk.services.people import Actor
from operator_desk.services.ports import Store
from operator_desk.services.steps import Steps, ticket_of


@dataclass(frozen=True, slots=True)
class Returned:
    """A return as its unit gave it; `accepted`: whether the centre agreed, None: undecided."""

    unit: str
    at: datetime
    reason: str | None
    basis: str | None
    note: str | None
    proposed: str | None
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What a lead has decided; `row`: the row of the catalogue that was mended with it."""

    done: Done
    row: CatalogueVersion | None


def returned(steps: Steps) -> tuple[Returned, ...]:
    """Every return of a ticket, the first first, each with the unit that it lay with."""
    effective = standing(steps.ruled)
    decided = {
        one.event.ref: one.event.action == Action.ACCEPT_RETURN
        for one in effective
        if one.event.action in (Action.ACCEPT_RETURN, Action.REFUSE_RETURN)
    }
    found, unit = [], ""
    for one in effective:
        event = one.event
        if event.action in (Action.DISPATCH, Action.REDISPATCH):
            unit = event.unit or ""
        elif event.action == Action.RETURN:
            found.append(
                Returned(unit, event.when, event.reason, event.basis, event.note, event.unit,
                         decided.get(event.id))
            )  # fmt: skip
    return tuple(found)


class Returns:
    """Names who leads, and mends the catalogue in the same transaction."""

    def __init__(self, store: Store, handling: Handling, catalogue: Catalogue) -> None:
        self._store, self._handling, self._catalogue = store, handling, catalogue

    def settle(
        self,
        actor: Actor,
        number: str,
        given: Given,
        *,
        mend: bool,
        based_on: UUID | None = None,
    ) -> Settled:
        """Dispatches a returned ticket again; with `mend` its row names the unit from today on.

        A step that came too late mends nothing. UserError: not allowed, `mend` not by a lead,
        no category; then nothing is stored.
        """
        with self._store.write() as tx:
            ticket = ticket_of(tx, number)
            done = self._handling.act_in(
                tx, actor, ticket, Action.REDISPATCH, given, based_on=based_on
            )
            if not (mend and done.effective):
                return Settled(done, None)
            if not actor.may(Role.LEAD):
                raise UserError("Only a lead mends the catalogue.")
            row = tx.ticket_by_number(ticket.number)
            category = row.category if row else None
            if category is None:
                raise UserError("Without a category there is no row of the catalogue to mend.")
            mended = self._catalogue.mend(
                tx, actor, category, ticket.place_code, None, given.unit or "",
                given.co_units or (), why=given.note, ticket_id=ticket.id,
            )  # fmt: skip
            return Settled(done, mended)
