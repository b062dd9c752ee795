"""`ticket`: tickets in lists and one by one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from operator_desk.app import Services, keeping, seeing
from operator_desk.commands import record_json
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.call import category_name, local
from operator_desk.commands.printing import print_json, print_record, print_rows
from operator_desk.commands.store import report_broken
from operator_desk.commands.ticket_table import export
from operator_desk.domain.errors import UserError
from operator_desk.domain.numbers import masked
from operator_desk.domain.terms import TicketState
from operator_desk.domain.views import TicketRow
from operator_desk.services.ports import TicketQuery
from operator_desk.services.tickets import TicketWhole
from operator_desk.services.viewing import Looked, Purpose

_COLUMNS = ("ticket", "state", "kind", "category", "title", "unit", "registered_at", "secrecy")


@click.group(cls=DeskGroup)
def ticket() -> None:
    """Tickets."""


@ticket.command("list")
@click.option(
    "--state",
    type=click.Choice([state.value for state in TicketState]),
    help="Where the ticket stands.",
)
@click.option("--unit", metavar="CODE", help="Code of the responsible unit.")
@click.option("--late", is_flag=True, help="Only those whose limit has passed.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many, the newest.")
@click.option("--out", type=click.Path(path_type=Path), help="Into a file: .csv or .xlsx.")
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@pass_asked
def list_(
    asked: Asked,
    state: str | None,
    unit: str | None,
    late: bool,
    limit: int | None,
    out: Path | None,
    force: bool,
) -> None:
    """List tickets, the newest first."""
    if late:
        raise UserError("This program computes no limits yet, so it knows of no late ticket.")
    query = TicketQuery(state=TicketState(state) if state else None, unit=unit, limit=limit)
    with asked.reading_as() as (desk, actor):
        found = desk.tickets.rows(query)
        rows = [ticket_json(desk, row) for row in found]
        if not asked.json or out:
            rows = [_for_people(desk, row) for row in rows]
        seen = desk.viewing.of_list(actor.staff_id, found)
    if out:
        export(asked, seen, rows, out, force=force)
        return
    print_rows(rows, as_json=asked.json, columns=_COLUMNS)


def ticket_json(desk: Services, row: TicketRow) -> dict[str, Any]:
    """A ticket as `ticket list` prints it; limits are null: this program computes none yet."""
    return {
        "number": row.number,
        "state": row.state.value,
        "kind": row.kind.value,
        "category": row.category or row.category_text,
        "title": row.title,
        "unit": row.unit,
        "registered_at": local(desk, row.registered_at),
        "caller_due_at": None,
        "holder_due_at": None,
        "late": None,
        "secrecy": row.secrecy.value,
    }


def _for_people(desk: Services, row: dict[str, Any]) -> dict[str, Any]:
    """The row with the category by name, and the number under a name that says of what."""
    rest = {name: value for name, value in row.items() if name != "number"}
    return {"ticket": row["number"]} | rest | {"category": category_name(desk, row["category"])}


@ticket.command()
@click.argument("number")
@pass_asked
def show(asked: Asked, number: str) -> None:
    """Show one ticket with record, answers, seals and events."""
    with asked.reading_as() as (desk, actor):
        names = {row.staff_id: row.login for row in desk.people.all()}
        whole = desk.tickets.show(number)
        shown = _whole(desk, whole, names)
        named = _for_people(desk, shown)
    seeing.saw(asked.folder, actor.staff_id, Looked.VIEW, whole.ticket.id, Purpose.TICKET)
    if asked.json:
        print_json(shown)
    else:
        print_record(named)


@ticket.command()
@click.argument("numbers", nargs=-1, metavar="[NUMBER]…")
@click.pass_context
@pass_asked
def verify(asked: Asked, context: click.Context, numbers: tuple[str, ...]) -> None:
    """Verify seals, links and texts of these tickets, or of all."""
    with asked.reading() as desk:
        report = keeping.verify_tickets(desk, list(numbers))
    report_broken(asked, context, report)


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
        "answers": record_json.answers(whole.answers, whole.statements, whole.forms, when),
        "seals": record_json.seals(whole.seals, when),
        "events": record_json.events(whole.events, names, when),
        "attachments": record_json.attachments(whole.attachments),
    }
