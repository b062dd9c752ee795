"""`init`: makes the data folder."""

from __future__ import annotations

from typing import Any

import click

from operator_desk import app
from operator_desk.app import content, starting
from operator_desk.app.starting import Member
from operator_desk.commands.asking import Asked, DeskCommand, account, pass_asked
from operator_desk.commands.printing import print_json
from operator_desk.services.people import machine_actor


@click.command(cls=DeskCommand)
@click.option("--practice", is_flag=True, help="Sample staff, starter content, a month of calls.")
@click.option("--bare", is_flag=True, help="No content at all.")
@click.option("--profile", default=app.DEFAULT_PROFILE, show_default=True, metavar="NAME")
@pass_asked
def init(asked: Asked, practice: bool, bare: bool, profile: str) -> None:
    """Make the data folder: with the starter content, for practice, or bare."""
    if practice and bare:
        raise click.UsageError("--practice and --bare exclude each other.")
    starting.must_be_free(asked.folder)
    app.create_desk(asked.folder, profile)
    staff: tuple[Member, ...] = ()
    with app.open_desk(asked.folder, writing=True) as desk:
        actor = machine_actor(account())
        if practice:
            staff = starting.fill_practice(desk, actor).staff
        elif not bare:
            starting.starter_desk(desk, actor)
        content.update_index(desk)
    if asked.json:
        rows: list[dict[str, Any]] = [
            {"login": one.login, "roles": list(one.roles), "password": one.password}
            for one in staff
        ]
        print_json({"folder": str(asked.folder), "profile": profile, "staff": rows})
        return
    click.echo(asked.say("There is a desk in {folder} now.", folder=asked.folder))
    for one in staff:
        roles = ", ".join(one.roles)
        click.echo(f"{one.login}  {one.name}  {roles}  {one.password}")
