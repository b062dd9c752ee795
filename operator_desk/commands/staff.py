"""`staff`: accounts of the people who work at the desk."""

from __future__ import annotations

import click

from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.printing import print_json, print_rows
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role


@click.group(cls=DeskGroup)
def staff() -> None:
    """Accounts of the people at the desk."""


@staff.command()
@click.argument("login")
@click.option("--name", required=True, help="The person's name.")
@click.option("--role", "roles", multiple=True, required=True, help="May be given several times.")
@click.option("--unit", help="Code of the responsible unit, for the role unit.")
@pass_asked
def add(asked: Asked, login: str, name: str, roles: tuple[str, ...], unit: str | None) -> None:
    """Add an account; its password is read from standard input."""
    with asked.writing(Role.ADMIN) as (desk, actor):
        if unit is not None and unit not in {row.code for row in desk.lists.units()}:
            raise UserError("There is no unit {unit}.", unit=unit)
        row = desk.people.add(actor, login, name, roles, asked.new_password(), unit)
    if asked.json:
        print_json({"login": row.login, "name": row.name, "roles": list(row.roles)})
    else:
        click.echo(asked.say("Added {login}.", login=row.login))


@staff.command("list")
@pass_asked
def list_(asked: Asked) -> None:
    """List all accounts."""
    with asked.reading() as desk:
        rows = [
            {
                "login": row.login,
                "name": row.name,
                "roles": list(row.roles),
                "unit": row.unit,
                "disabled": row.disabled,
            }
            for row in desk.people.all()
        ]
    print_rows(rows, as_json=asked.json, columns=("login", "name", "roles", "unit", "disabled"))


@staff.command("password")
@click.argument("login")
@pass_asked
def password_(asked: Asked, login: str) -> None:
    """Give an account a new password, read from standard input."""
    with asked.writing(Role.ADMIN) as (desk, _actor):
        desk.people.set_password(login, asked.new_password())
    _done(asked, login, "{login} has a new password.")


@staff.command()
@click.argument("login")
@pass_asked
def disable(asked: Asked, login: str) -> None:
    """Close an account: nobody can sign in with it any more."""
    with asked.writing(Role.ADMIN) as (desk, actor):
        desk.people.disable(actor, login)
    _done(asked, login, "{login} can no longer sign in.")


def _done(asked: Asked, login: str, text: str) -> None:
    if asked.json:
        print_json({"login": login})
    else:
        click.echo(asked.say(text, login=login))
