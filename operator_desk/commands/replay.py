"""`call replay`: plays scripted calls through the same services as the form."""

from __future__ import annotations

from pathlib import Path

import click

from operator_desk.app import content, learning
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.taking import Taking
from operator_desk.domain.terms import Role
from operator_desk.words import noted


@click.command(cls=DeskCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--learn", is_flag=True, help="Let the search learn from these calls.")
@pass_asked
def replay(asked: Asked, files: tuple[Path, ...], learn: bool) -> None:
    """Play scripted calls; the same file twice adds nothing the second time.

    With --learn the search learns at once, also from calls that were played before.
    """
    counts = dict.fromkeys(("played", "new", "known", "tickets", "direct_answers"), 0)
    taking = Taking(asked, files)
    with asked.writing(Role.LEAD, Role.EDITOR) as (desk, actor):
        for path, read, _digest in taking.read(content.read_calls):
            for one in read.refused:
                taking.refuse(one.file, one.row, one.reason)
            for played in desk.replay.play(actor, read.values, learn=learn):
                counts["played"] += 1
                if played.refused is not None:
                    taking.refuse(path.name, played.id, played.refused)
                    continue
                counts["new" if played.new else "known"] += 1
                counts["tickets"] += played.ticket
                counts["direct_answers"] += played.direct_answer
        if learn:
            learning.learn_now(desk, always=True)
    text = noted(
        "Played {played}: {new} new, {known} known; {tickets} tickets, "
        "{direct_answers} direct answers; {refused} refused."
    )
    taking.report(click.get_current_context(), text, counts)
