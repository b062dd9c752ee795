"""`init`: makes the data folder."""

from __future__ import annotations

import click

from operator_desk import app
from operator_desk.app import content, starting
from operator_desk.app.starting import Member
from operator_desk.commands.asked import Asked, account, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_json, print_table, progress
from operator_desk.services.people import machine_actor


@click.command(cls=DeskCommand)
@click.option("--practice", is_flag=True, help="Sample staff, starter content, a month of calls.")
@click.option("--bare", is_flag=True, help="No content at all.")
@click.option(
    "--profile",
    default=app.DEFAULT_PROFILE,
    show_default=True,
    metavar="NAME",
    help="The rules of the hotline.",
)
@pass_asked
def init(asked: Asked, practice: bool, bare: bool, profile: str) -> None:
    """Make the data folder: with the starter content, for practice, or bare."""
    if practice and bare:
        raise click.UsageError(asked.say("--practice and --bare exclude each other."))
    if asked.user is not None:
        raise click.UsageError(asked.say("Before there is a desk nobody can sign in: no --user."))
    with starting.all_or_nothing(asked.folder):
        staff = _made(asked, practice, bare, profile)
    if asked.json:
        rows = [
            {"login": one.login, "roles": list(one.roles), "password": one.password}
            for one in staff
        ]
        print_json({"folder": str(asked.folder), "profile": profile, "staff": rows})
        return
    click.echo(asked.say("There is a desk in {folder} now.", folder=asked.folder))
    if staff:
        cells = [[one.login, one.name, list(one.roles), one.password] for one in staff]
        print_table(("login", "name", "roles", "password"), cells)


def _made(asked: Asked, practice: bool, bare: bool, profile: str) -> tuple[Member, ...]:
    app.create_desk(asked.folder, profile)
    staff: tuple[Member, ...] = ()
    with app.open_desk(asked.folder, writing=True) as desk, progress(asked) as tell:
        actor = machine_actor(account())
        if practice:
            staff = starting.fill_practice(desk, actor).staff
        elif not bare:
            starting.starter_desk(desk, actor)
        content.update_index(desk, tell)
    return staff
