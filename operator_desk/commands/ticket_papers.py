"""`ticket slip`, `ticket views`: what leaves the desk on paper, and who has seen it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from operator_desk.app import Services, seeing
from operator_desk.commands import record_json
from operator_desk.commands.asked import Asked, account, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.call import local
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_rows, put_file
from operator_desk.domain import media
from operator_desk.domain.errors import UserError
from operator_desk.services.attachments import File
from operator_desk.services.people import machine_actor
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
@click.argument("number")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@pass_asked
def attach(asked: Asked, number: str, paths: tuple[Path, ...]) -> None:
    """Attach files to a ticket, all of them or none."""
    files = [File(path.name, _bytes(path)) for path in paths]
    with asked.writing() as (desk, actor):
        rows = desk.attachments.attach(actor, number, files)
        new = {row.sha256 for row in rows}
        made = [
            one
            for one in record_json.attachments(desk.attachments.of(number))
            if one["sha256"] in new
        ]
    if asked.json:
        print_json({"attached": made})
    else:
        click.echo(asked.say("{n} files attached.", n=len(made)))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(media.LARGEST + 1)
    except OSError as error:
        raise UserError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error


@click.command(cls=DeskCommand)
@click.argument("number")
@click.argument("n", type=click.IntRange(min=1))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@pass_asked
def attachment(asked: Asked, number: str, n: int, out: Path, force: bool) -> None:
    """Write the n-th file of a ticket; it is never opened."""
    if out.exists() and not force:
        raise UserError("{path} exists already; --force replaces it.", path=out)
    with asked.reading_as() as (desk, actor):
        row, body = desk.attachments.read(actor, number, n)
    seeing.saw(asked.folder, actor.staff_id, Looked.EXPORT, row.ticket_id, Purpose.ATTACHMENT)
    put_file(out, body, force=force)
    if asked.json:
        print_json({"path": str(out), **record_json.attachments([row])[0], "n": n})
    else:
        click.echo(asked.say("{path}: {name}, {size} bytes.", path=out, name=row.name,
                             size=row.size))  # fmt: skip


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
        names = _names(desk)
        query = ViewQuery(
            first_day=first,
            last_day=last,
            actor=_person(names, login) if login else None,
            subject=desk.viewing.subject(number) if number else None,
        )
        rows = [view_json(desk, names, row) for row in desk.viewing.rows(actor, query)]
    print_rows(rows, as_json=asked.json, columns=_VIEWS)


def view_json(desk: Services, names: dict[UUID, str], row: ViewRow) -> dict[str, Any]:
    """A view as `ticket views` prints it."""
    return {
        "at": local(desk, row.at),
        "by": names.get(row.actor, str(row.actor)),
        "what": row.what,
        "ticket": row.ticket,
        "subject": str(row.subject) if row.subject else None,
        "purpose": row.purpose,
    }


def _names(desk: Services) -> dict[UUID, str]:
    """Who may stand in the log: staff by login, and this account of the system."""
    own = machine_actor(account())
    return {own.staff_id: own.login} | {row.staff_id: row.login for row in desk.people.all()}


def _person(names: dict[UUID, str], login: str) -> UUID:
    for key, known in names.items():
        if known == login:
            return key
    if login.startswith("os:"):
        return machine_actor(login.removeprefix("os:")).staff_id
    raise UserError("There is no account {login}.", login=login)
