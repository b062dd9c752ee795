"""`ticket slip`, `ticket views`: what leaves the desk on paper, and who has seen it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import click

from operator_desk.app import Services, seeing
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.call import local
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_rows, put_file
from operator_desk.domain.errors import UserError
from operator_desk.services.viewing import Looked, Purpose, ViewQuery, ViewRow

_VIEWS = ("at", "by", "what", "ticket", "purpose")


@click.command(cls=DeskCommand)
@click.argument("number")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The PDF file.")
@click.option("--unit", metavar="CODE", help="For a unit that co-operates; else for the lead unit.")
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@pass_asked
def slip(asked: Asked, number: str, out: Path, unit: str | None, force: bool) -> None:
    """Write the dispatch slip of a ticket as a PDF file."""
    if out.exists() and not force:
        raise UserError("{path} exists already; --force replaces it.", path=out)
    with asked.reading_as() as (desk, actor):
        made = desk.slips.show(actor, number, unit)
        subject, profile = desk.slips.ticket_id(number), desk.profile
    from operator_desk.app.papers import Papers

    body = Papers(profile).slip_pdf(made)
    seeing.saw(asked.folder, actor.staff_id, Looked.EXPORT, subject, Purpose.SLIP)
    put_file(out, body, force=force)
    found = {
        "path": str(out),
        "sha256": hashlib.sha256(body).hexdigest(),
        "slip": made.slip_number,
        "code": made.code,
        "masked": len(made.masked),
    }
    if asked.json:
        print_json(found)
    else:
        text = "{path}: slip {slip}, check code {code}, {masked} places left out."
        click.echo(asked.say(text, **found))


@click.command(cls=DeskCommand)
@click.argument("number", required=False)
@click.option("--from", "first", type=DAY, help="First local day.")
@click.option("--to", "last", type=DAY, help="Last local day.")
@click.option("--by", "login", metavar="LOGIN", help="Only of this person.")
@pass_asked
def views(
    asked: Asked, number: str | None, first: date | None, last: date | None, login: str | None
) -> None:
    """List who saw, copied, printed or exported personal data, the newest first."""
    if first and last and first > last:
        text = "The first day {first} is after the last {last}."
        raise UserError(text, first=first, last=last)
    with asked.reading_as() as (desk, actor):
        names = {row.staff_id: row.login for row in desk.people.all()}
        query = ViewQuery(
            first_day=first,
            last_day=last,
            actor=_person(names, login) if login else None,
            subject=desk.viewing.subject(number) if number else None,
        )
        rows = [view_json(desk, names, row) for row in desk.viewing.rows(actor, query)]
    print_rows(rows, as_json=asked.json, columns=_VIEWS)


def view_json(desk: Services, names: dict[Any, str], row: ViewRow) -> dict[str, Any]:
    """A view as `ticket views` prints it."""
    return {
        "at": local(desk, row.at),
        "by": names.get(row.actor, str(row.actor)),
        "what": row.what,
        "ticket": row.ticket,
        "subject": str(row.subject) if row.subject else None,
        "purpose": row.purpose,
    }


def _person(names: dict[Any, str], login: str) -> Any:
    from operator_desk.services.people import machine_actor

    for key, known in names.items():
        if known == login:
            return key
    if login.startswith("os:"):
        return machine_actor(login.removeprefix("os:")).staff_id
    raise UserError("There is no account {login}.", login=login)
