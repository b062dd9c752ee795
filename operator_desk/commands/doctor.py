"""`doctor`: what this machine lacks, and what to do."""

from __future__ import annotations

import click

from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import print_json, print_rows
from operator_desk.words import sentence


@click.command(cls=DeskCommand)
@click.pass_context
@pass_asked
def doctor(asked: Asked, context: click.Context) -> None:
    """Check Python, Qt, fonts, input method, SQLite, disk, desk, triggers, index."""
    from operator_desk.app.doctor import FAILED, checks

    rows = [
        {"name": one.name, "state": one.state, "detail": sentence(one.detail, asked.language)}
        for one in checks(asked.folder)
    ]
    if asked.json:
        print_json({"checks": rows})
    else:
        named = [row | {"name": asked.say(row["name"])} for row in rows]
        print_rows(named, as_json=False, columns=("name", "state", "detail"))
    if any(row["state"] == FAILED for row in rows):
        context.exit(1)
