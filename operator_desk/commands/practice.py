"""`practice`: scripts of practice calls, the shipped ones and those of a centre."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from operator_desk.app import content, scripts
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.printing import print_rows
from operator_desk.commands.taking import Taking
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.settings import Settings
from operator_desk.words import noted, sentence

_FILE = click.Path(path_type=Path)
_SHOWN = ("id", "level", "title", "kind", "category", "outcome", "trains")


@click.group(cls=DeskGroup)
def practice() -> None:
    """Practice calls for newcomers."""


@practice.command("list")
@click.option("--scripts", "own", type=_FILE, metavar="PATH", help="Own scripts: file or folder.")
@pass_asked
def list_(asked: Asked, own: Path | None) -> None:
    """List the scripts by rising difficulty, this desk's own last."""
    kept = str(Settings(asked.folder).get("practice_scripts"))
    with asked.reading() as desk:
        found = scripts.practice(desk).scripts(own or (Path(kept) if kept else None))
    print_rows([_row(one) for one in found.scripts], as_json=asked.json, columns=_SHOWN)
    for reason in found.refused:
        click.echo(sentence(reason, asked.language), err=True)
    if found.refused:
        click.get_current_context().exit(1)


def _row(one: ScriptedCall) -> dict[str, Any]:
    return {
        "id": one.id,
        "level": one.practice.level,
        "title": one.title,
        "kind": one.kind.value,
        "category": one.category,
        "outcome": one.outcome.value,
        "trains": one.practice.trains,
        "statements": len(one.statements),
        "elements": [code for code, _words in one.practice.elements],
        "told": list(one.told),
    }


@practice.command("check")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE…")
@pass_asked
def check(asked: Asked, files: tuple[Path, ...]) -> None:
    """Check own scripts: what a practice call with them would lack on this desk."""
    taking, count = Taking(asked, files), 0
    with asked.reading() as desk:
        for path, read, _digest in taking.read(content.read_calls):
            for one in read.refused:
                taking.refuse(one.file, one.row, one.reason)
            for found in scripts.practice(desk).check(read.values):
                taking.refuse(path.name, found.script, found.reason)
            count += len(read.values)
    text = noted("{scripts} scripts can be read; {refused} remarks.")
    taking.report(click.get_current_context(), text, {"scripts": count})
