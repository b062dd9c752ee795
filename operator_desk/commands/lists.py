"""`units import` and `places import`: lists of the centre from files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from operator_desk.app import content
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.taking import Taking
from operator_desk.domain.facts import ListImport
from operator_desk.domain.terms import Role
from operator_desk.words import noted

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
    taking = Taking(asked, files)
    reports: list[ListImport] = []
    with asked.writing(Role.LEAD, Role.EDITOR, Role.DISPATCHER) as (desk, actor):
        units_of = partial(content.read_units, desk)
        read: Any = units_of if name == "units" else content.read_places
        put: Any = desk.lists.put_units if name == "units" else desk.lists.put_places
        for path, found, digest in taking.read(read):
            for one in found.refused:
                taking.refuse(one.file, one.row, one.reason)
            reports.append(put(actor, found.values, path.name, digest, len(found.refused)))
    counts = {
        field: sum(getattr(report, field) for report in reports)
        for field in ("added", "changed", "unchanged")
    }
    text = noted("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.")
    taking.report(click.get_current_context(), text, counts)
