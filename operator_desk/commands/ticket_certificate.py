"""`ticket certificate`, `ticket verify`: a sealed record as a paper, and what proves it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from operator_desk import app
from operator_desk.app import keeping, seeing
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_json, put_file
from operator_desk.commands.store import report_broken
from operator_desk.domain.certificate_data import check_code
from operator_desk.domain.errors import UserError
from operator_desk.services.certificates import purpose
from operator_desk.services.viewing import Looked

if TYPE_CHECKING:
    from operator_desk.app.certificates import Checked


@click.command(cls=DeskCommand)
@click.argument("number")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The PDF file.")
@click.option("--full", is_flag=True, help="With the texts and their salts, for who may.")
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@pass_asked
def certificate(asked: Asked, number: str, out: Path, full: bool, force: bool) -> None:
    """Write the certificate of a sealed record as a PDF file that can be verified anywhere."""
    if out.exists() and not force:
        raise UserError("{path} exists already; --force replaces it.", path=out)
    with asked.reading_as() as (desk, actor):
        made = desk.certificates.show(actor, number, full=full)
        subject, profile = desk.viewing.subject(number), desk.profile
    from operator_desk.app.papers import Papers

    body = Papers(profile).certificate_pdf(made)
    seeing.saw(asked.folder, actor.staff_id, Looked.EXPORT, subject, purpose(made.data))
    put_file(out, body, force=force)
    found = {
        "path": str(out),
        "sha256": hashlib.sha256(body).hexdigest(),
        "ticket": made.data.ticket,
        "full": made.data.full,
        "code": check_code(made.data.digest),
        "seals": [one.hash for matter in made.certificate.matters for one in matter.seals],
        "left_out": len(made.data.left_out),
    }
    if asked.json:
        print_json(found)
        return
    text = "{path}: masked certificate of ticket {ticket}, check code {code}."
    if full:
        text = "{path}: full certificate of ticket {ticket}, check code {code}."
    values = {"path": out, "ticket": made.data.ticket, "code": found["code"]}
    click.echo(asked.say(text, **values))


@click.command(cls=DeskCommand)
@click.argument("numbers", nargs=-1, metavar="[NUMBER|FILE.pdf]…")
@click.pass_context
@pass_asked
def verify(asked: Asked, context: click.Context, numbers: tuple[str, ...]) -> None:
    """Verify seals, links and texts of these tickets, of all, or of certificates in PDF files.

    A certificate needs no store; where there is one that has the ticket, it is asked too.
    """
    paths = [Path(one) for one in numbers if one.lower().endswith(".pdf")]
    tickets = [one for one in numbers if not one.lower().endswith(".pdf")]
    report = keeping.Report(0, ())
    if tickets or not paths:
        with asked.reading() as desk:
            report = keeping.verify_tickets(desk, tickets)
    elif app.has_desk(asked.folder):
        asked.who()
    files = [_checked(path, asked.folder) for path in paths]
    broken = (*report.broken, *(one for file in files for one in file.broken))
    checked = report.checked + sum(file.checked for file in files)
    report_broken(
        asked,
        context,
        keeping.Report(checked, broken),
        more={"files": [_file_json(file) for file in files]} if files else {},
        lines=[line for file in files for line in _lines(asked, file)],
    )


def _checked(path: Path, folder: Path) -> Checked:
    from operator_desk.app.certificates import check

    try:
        return check(path, folder)
    except UserError as error:
        raise UserError("{path}: {reason}", path=path, reason=error) from error


def _file_json(file: Checked) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "ticket": file.ticket,
        "full": file.full,
        "broken": len(file.broken),
        "pages": "drawn" if file.drawn else "words",
        "store": file.with_store,
    }


def _lines(asked: Asked, file: Checked) -> list[str]:
    """What was done with a file, in sentences."""
    text = "{path}: masked certificate of ticket {ticket}."
    if file.full:
        text = "{path}: full certificate of ticket {ticket}."
    lines = [asked.say(text, path=file.path, ticket=file.ticket)]
    if file.broken:
        lines.append(asked.say("It is not as it was made; do not rely on it."))
    elif not file.drawn:
        lines.append(asked.say("Whole in itself. Another version or machine made the pages: their "
                               "words were compared, not every stroke."))  # fmt: skip
    else:
        lines.append(asked.say("Whole in itself: data, texts, seals, and every stroke of the "
                               "pages."))  # fmt: skip
    if file.with_store:
        lines.append(asked.say("It was held against the store of this desk as well."))
    else:
        lines.append(asked.say("No store with this ticket was asked: hold its seals against a "
                               "copy that somebody else has kept."))  # fmt: skip
    return lines
