"""The ways of the sample tickets: steps at their times, by the sample staff, up to now."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk import app
from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Reply
from operator_desk.importers.jsonl import objects
from operator_desk.services.handling import Given
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery

_REPLIES = ("contacted", "solved", "unit_rating", "hotline_rating")


def walk(desk: app.Services, path: Path) -> int:
    """Takes the steps of a file that lie in the past; how many. One that is refused is a fault."""
    actors = {
        row.login: Actor(row.staff_id, row.login, row.name, row.roles, row.unit)
        for row in desk.people.all()
    }
    tickets = {row.call_id: row.id for row in desk.tickets.rows(TicketQuery())}
    taken = 0
    for number, row in objects(path):
        if isinstance(row, UserError):
            raise RuntimeError(f"{path.name}, row {number}: {row}")
        ticket_id = tickets.get(derived_id("replay", row["call"]))
        if ticket_id is not None:
            taken += _walk(desk, actors, ticket_id, row)
    return taken


def _walk(desk: app.Services, actors: dict[str, Actor], key: UUID, row: dict[str, Any]) -> int:
    taken = 0
    with desk.store.write() as tx:
        ticket = tx.get(facts.Ticket, key)
        assert ticket is not None
        for n, step in enumerate(row["steps"]):
            at = ticket.registered_at + timedelta(hours=step.pop("after_h"))
            if at > desk.clock():
                break
            until = step.pop("until_h", None)
            if until is not None:
                step["until"] = ticket.registered_at + timedelta(hours=until)
            actor, action = actors[step.pop("by")], Action(step.pop("action"))
            try:
                desk.handling.act_in(
                    tx, actor, ticket, action, _given(step),
                    happened_at=at, event_id=derived_id("practice", row["call"], n), trusted=True,
                )  # fmt: skip
            except UserError as refused:
                raise RuntimeError(
                    f"a shipped step was refused: {row['call']}: {refused}"
                ) from None
            taken += 1
    return taken


def _given(step: dict[str, Any]) -> Given:
    replies: dict[str, Any] = {name: Reply(step.pop(name)) for name in _REPLIES if name in step}
    if "co_units" in step:
        step["co_units"] = tuple(step["co_units"])
    return Given(**step, **replies)
