"""`ticket import`: requests of another system become tickets."""

from __future__ import annotations

from pathlib import Path

import click

from operator_desk.app import content
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.printing import progress
from operator_desk.commands.taking import Taking
from operator_desk.domain.terms import Role
from operator_desk.services.requests import AT_A_COMMAND, Became, TakenIn
from operator_desk.words import noted


@click.command("import", cls=DeskCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.toml",
    help="Which column is what: a file, or the name of a shipped map.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@pass_asked
def import_(asked: Asked, file: Path, map_file: Path, dry_run: bool) -> None:
    """Take requests of another system in as tickets, with the steps they have behind them.

    The same file twice adds nothing the second time. Every refused row is named with its reason,
    and so is every row that contradicts itself.
    """
    taking = Taking(asked, (file,))
    taking.odd = []
    took: list[TakenIn] = []
    with asked.writing(Role.LEAD) as (desk, actor):
        map_ = content.request_map_of(desk, map_file)
        ((path, read, digest),) = taking.read(lambda path: content.read_requests(desk, path, map_))
        for bad in read.refused:
            taking.refuse(bad.file, bad.row, bad.reason)
        running = desk.requests.take_in(
            actor, read.values, unit_kind=map_.unit_kind, aimed_s=AT_A_COMMAND, dry_run=dry_run
        )
        with progress(asked, noted("Requests: {done} of {of}")) as tell:
            for one in running:
                took.append(one)
                tell(len(took), len(read.values))
        for one in took:
            row = read.rows[one.place]
            if one.refused is not None:
                taking.refuse(path.name, row, one.refused)
            elif one.request.odd is not None:
                taking.mark_odd(path.name, row, one.request.odd)
        if not dry_run:
            desk.requests.report(actor, path.name, digest, took, len(read.refused))
    taking.refused.sort(key=lambda row: row["row"])
    became = [one.became for one in took]
    counts = {one.value: became.count(one) for one in (Became.ADDED, Became.ADVANCED,
                                                      Became.UNCHANGED)}  # fmt: skip
    text = noted(
        "Added {added}, advanced {advanced}, unchanged {unchanged}, refused {refused}; {odd} odd."
    )
    taking.report(click.get_current_context(), text, counts)
