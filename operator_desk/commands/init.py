"""`init`: makes the data folder."""

from __future__ import annotations

import click

from operator_desk import app, starting
from operator_desk.commands.asking import Asked, DeskCommand, account, pass_asked
from operator_desk.commands.printing import print_json
from operator_desk.services.people import machine_actor


@click.command(cls=DeskCommand)
@click.option("--bare", is_flag=True, help="No content at all.")
@click.option("--profile", default=app.DEFAULT_PROFILE, show_default=True, metavar="NAME")
@pass_asked
def init(asked: Asked, bare: bool, profile: str) -> None:
    """Make the data folder: with the starter content, or bare."""
    starting.must_be_free(asked.folder)
    app.create_desk(asked.folder, profile)
    if not bare:
        with app.open_desk(asked.folder, writing=True) as desk:
            starting.starter_articles(desk, machine_actor(account()))
    if asked.json:
        print_json({"folder": str(asked.folder), "profile": profile})
    else:
        click.echo(asked.say("There is a desk in {folder} now.", folder=asked.folder))
