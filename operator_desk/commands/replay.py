"""`call replay`: plays scripted calls through the same services as the form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from operator_desk.app import content
from operator_desk.commands.asking import Asked, DeskCommand, pass_asked
from operator_desk.commands.printing import print_json
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.words import sentence


@click.command(cls=DeskCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--learn", is_flag=True, help="Let the search learn from these calls.")
@pass_asked
def replay(asked: Asked, files: tuple[Path, ...], learn: bool) -> None:
    """Play scripted calls; the same file twice adds nothing the second time."""
    if learn:
        raise UserError("This program cannot learn from calls yet; replay without --learn.")
    counts = dict.fromkeys(("played", "new", "known", "tickets", "direct_answers"), 0)
    refused: list[dict[str, Any]] = []
    with asked.writing(Role.LEAD, Role.EDITOR) as (desk, actor):
        for path in files:
            read = content.read_calls(path)
            refused += [
                {"file": one.file, "row": one.row, "reason": sentence(one.reason, asked.language)}
                for one in read.refused
            ]
            for played in desk.replay.play(actor, read.values):
                counts["played"] += 1
                if played.refused:
                    refused.append({"file": path.name, "row": played.id, "reason": played.refused})
                    continue
                counts["new" if played.new else "known"] += 1
                counts["tickets"] += played.ticket
                counts["direct_answers"] += played.direct_answer
    if asked.json:
        print_json({**counts, "refused": refused})
        return
    text = (
        "Played {played}: {new} new, {known} known; {tickets} tickets, "
        "{direct_answers} direct answers; {refused} refused."
    )
    click.echo(asked.say(text, **counts, refused=len(refused)))
    for row in refused:
        click.echo(asked.say("{file}, row {row}: {reason}", **row), err=True)
