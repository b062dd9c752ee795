"""`units import` and `places import`: lists of the centre from files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import click

from operator_desk.app import content
from operator_desk.commands.asking import Asked, DeskGroup, pass_asked
from operator_desk.commands.printing import print_json
from operator_desk.domain.facts import ListImport
from operator_desk.domain.terms import Role
from operator_desk.words import sentence

_FILES = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…"
)


@click.group(cls=DeskGroup)
def units() -> None:
    """Responsible units."""


@click.group(cls=DeskGroup)
def places() -> None:
    """Places."""


@units.command("import")
@_FILES
@pass_asked
def import_units(asked: Asked, files: tuple[Path, ...]) -> None:
    """Take units in: CSV code,name,short_name,kind,parent,areas."""
    _import(asked, files, "units")


@places.command("import")
@_FILES
@pass_asked
def import_places(asked: Asked, files: tuple[Path, ...]) -> None:
    """Take places in: the project's own table, or those of the published division codes."""
    _import(asked, files, "places")


def _import(asked: Asked, files: tuple[Path, ...], name: str) -> None:
    reports: list[ListImport] = []
    refused: list[dict[str, Any]] = []
    with asked.writing(Role.LEAD, Role.EDITOR, Role.DISPATCHER) as (desk, actor):
        for path in files:
            read = content.read_units(path) if name == "units" else content.read_places(path)
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            put: Any = desk.lists.put_units if name == "units" else desk.lists.put_places
            reports.append(put(actor, read.values, path.name, digest, len(read.refused)))
            refused += [
                {"file": one.file, "row": one.row, "reason": sentence(one.reason, asked.language)}
                for one in read.refused
            ]
    counts = {
        field: sum(getattr(report, field) for report in reports)
        for field in ("added", "changed", "unchanged")
    }
    if asked.json:
        print_json({**counts, "refused": refused})
        return
    text = "Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}."
    click.echo(asked.say(text, **counts, refused=len(refused)))
    for row in refused:
        click.echo(asked.say("{file}, row {row}: {reason}", **row), err=True)
