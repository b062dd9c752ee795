"""`ticket`: tickets in lists and one by one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from operator_desk.app import Services, seeing
from operator_desk.commands import record_json
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.call import category_name, limit_words, local
from operator_desk.commands.printing import print_json, print_record, print_rows
from operator_desk.commands.ticket_table import export
from operator_desk.domain.life_cycle import Request
from operator_desk.domain.numbers import masked
from operator_desk.domain.terms import TicketState
from operator_desk.domain.views import TicketRow
from operator_desk.services.cleared import rows_for, whole_for
from operator_desk.services.people import Actor
from operator_desk.services.ports import TICKET_SORTS, TicketQuery
from operator_desk.services.tickets import TicketWhole
from operator_desk.services.viewing import Looked, Purpose

_COLUMNS = (
    "ticket", "state", "kind", "category", "title", "unit", "registered_at", "caller_due_at",
    "late", "secrecy",
)  # fmt: skip
_STEPS = ("n", "at", "action", "by", "unit", "reason", "note", "state", "effective")
_REQUESTS = [request.value for request in Request]


@click.group(cls=DeskGroup)
def ticket() -> None:
    """Tickets."""


@ticket.command("list")
@click.option(
    "--state",
    type=click.Choice([state.value for state in TicketState]),
    help="Where the ticket stands.",
)
@click.option("--unit", metavar="CODE", help="Code of the responsible unit, lead or co-unit.")
@click.option("--late", is_flag=True, help="Only those whose limit has passed.")
@click.option(
    "--asked",
    "asked_for",
    type=click.Choice(_REQUESTS),
    help="Only those with such a request open.",
)
@click.option("--search", metavar="TEXT", help="Words of number, title, place or category.")
@click.option(
    "--sort", type=click.Choice(TICKET_SORTS), default="registered_at", help="What they go by."
)
@click.option("--ascending", is_flag=True, help="The least first.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many, the newest.")
@click.option("--out", type=click.Path(path_type=Path), help="Into a file: .csv or .xlsx.")
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@pass_asked
def list_(
    asked: Asked,
    state: str | None,
    unit: str | None,
    late: bool,
    asked_for: str | None,
    search: str | None,
    sort: str,
    ascending: bool,
    limit: int | None,
    out: Path | None,
    force: bool,
) -> None:
    """List tickets, the newest first."""
    with asked.reading_as() as (desk, actor):
        query = TicketQuery(
            state=TicketState(state) if state else None,
            with_unit=unit,
            late_at=desk.clock() if late else None,
            asked=asked_for,
            text=search or "",
            sort=sort,
            descending=not ascending,
            limit=limit,
        )
        with desk.store.read() as tx:
            found = rows_for(tx, actor, query)
        rows = [ticket_json(desk, row) for row in found]
        if not asked.json or out:
            rows = [_for_people(desk, row) for row in rows]
        seen = desk.viewing.of_list(actor.staff_id, found)
    if out:
        export(asked, seen, rows, out, force=force)
        return
    print_rows(rows, as_json=asked.json, columns=_COLUMNS)


def ticket_json(desk: Services, row: TicketRow) -> dict[str, Any]:
    """A ticket as `ticket list` prints it."""

    def when(at: datetime | None) -> str | None:
        return local(desk, at) if at else None

    return {
        "number": row.number,
        "state": row.state.value,
        "kind": row.kind.value,
        "category": row.category or row.category_text,
        "title": row.title,
        "unit": row.unit,
        "co_units": list(row.co_units),
        "registered_at": local(desk, row.registered_at),
        "caller_due_at": when(row.caller_due_at),
        "holder_due_at": when(row.holder_due_at),
        "step_due_at": when(row.step_due_at),
        "not_computable": row.unknown,
        "late": row.late_at(desk.clock()),
        "secrecy": row.secrecy.value,
        "asked": row.asked.split(),
        "returns": row.returns,
        "reworks": row.reworks,
        "chases": row.chases,
        "paused": row.paused,
        "excluded": row.excluded,
        "joined": row.joined_to is not None,
        "reference": row.reference,
    }


def _for_people(desk: Services, row: dict[str, Any]) -> dict[str, Any]:
    """The row with the category by name, and the number under a name that says of what."""
    rest = {name: value for name, value in row.items() if name != "number"}
    for name in ("caller_due_at", "holder_due_at", "step_due_at"):
        if row[name]:
            rest[name] = limit_words(desk, datetime.fromisoformat(row[name]))
    return {"ticket": row["number"]} | rest | {"category": category_name(desk, row["category"])}


@ticket.command()
@click.argument("number")
@pass_asked
def show(asked: Asked, number: str) -> None:
    """Show one ticket with record, answers, seals and events."""
    with asked.reading_as() as (desk, actor):
        names = {row.staff_id: row.login for row in desk.people.all()}
        whole = _as_seen(desk, actor, number)
        shown = _whole(desk, whole, names)
        named = _for_people(desk, shown)
    seeing.saw(asked.folder, actor.staff_id, Looked.VIEW, whole.ticket.id, Purpose.TICKET)
    if asked.json:
        print_json(shown)
    else:
        print_record(named)


@ticket.command()
@click.argument("number")
@pass_asked
def history(asked: Asked, number: str) -> None:
    """List the steps of a ticket, those without effect too."""
    with asked.reading_as() as (desk, actor):
        whole = _as_seen(desk, actor, number)
        names = {row.staff_id: row.login for row in desk.people.all()}
        rows = record_json.steps(whole.steps.ruled, names, lambda at: local(desk, at))
    print_rows(rows, as_json=asked.json, columns=_STEPS)


def _as_seen(desk: Services, actor: Actor, number: str) -> TicketWhole:
    """A ticket as somebody may read it. UserError: unknown, or not with the actor's unit."""
    whole = desk.tickets.show(number)
    with desk.store.read() as tx:
        return whole_for(tx, actor, whole)


def _whole(desk: Services, whole: TicketWhole, names: dict[Any, str]) -> dict[str, Any]:
    def when(at: datetime) -> str:
        return local(desk, at)

    one, form = whole.ticket, whole.form
    return ticket_json(desk, whole.row) | {
        "id": str(one.id),
        "call": str(one.call_id),
        "operator": names.get(one.actor, str(one.actor)),
        "urgency": one.urgency.value,
        "wants_reply": one.wants_reply,
        "place": one.place,
        "place_code": one.place_code,
        "caller_name": one.caller_name,
        "caller_address": one.caller_address,
        "callback": masked(one.callback),
        "missing": list(one.missing),
        "summary": form.summary if form else None,
        "elements": record_json.elements(form),
        "statements": record_json.statements(whole.statements, when),
        "answers": record_json.answers(whole, when),
        "seals": record_json.seals(whole.seals, when),
        "events": record_json.steps(whole.steps.ruled, names, when),
        "attachments": record_json.attachments(whole.attachments),
    }
