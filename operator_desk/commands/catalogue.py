"""`catalogue`: which unit leads for what, from files and by hand."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from operator_desk.app import Services, content
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.call import category_name
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_rows
from operator_desk.commands.taking import Taking
from operator_desk.domain.catalogue import FALLBACK
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CatalogueVersion, ListImport
from operator_desk.domain.terms import MatterKind, Role
from operator_desk.words import noted

_MAY = (Role.LEAD, Role.EDITOR, Role.DISPATCHER)
_COLUMNS = (
    "row",
    "category",
    "place",
    "kind",
    "lead_unit",
    "co_units",
    "valid_from",
    "valid_to",
)


@click.group(cls=DeskGroup)
def catalogue() -> None:
    """The dispatch catalogue: which unit leads for a category, a place and a kind."""


@catalogue.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would be taken and what refused.")
@pass_asked
def import_(asked: Asked, files: tuple[Path, ...], dry_run: bool) -> None:
    """Take rows in: CSV category,place,kind,lead_unit,co_units,valid_from,valid_to."""
    taking = Taking(asked, files)
    reports: list[ListImport] = []
    with asked.writing(*_MAY) as (desk, actor):
        for path, found, digest in taking.read(partial(content.read_catalogue, desk)):
            for one in found.refused:
                taking.refuse(one.file, one.row, one.reason)
            reports.append(
                desk.catalogue.put(
                    actor, found.values, path.name, digest, len(found.refused), dry_run=dry_run
                )
            )
    counts = {
        field: sum(getattr(report, field) for report in reports)
        for field in ("added", "changed", "unchanged")
    }
    text = noted("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.")
    if dry_run:
        text = noted(
            "Nothing was stored. Would add {added}, change {changed}, leave {unchanged}, "
            "refuse {refused}."
        )
    taking.report(click.get_current_context(), text, counts)


@catalogue.command("list")
@click.option("--on", type=DAY, help="The rows that hold on this day; default all.")
@click.option("--unit", metavar="CODE", help="Only rows in which this unit leads or takes part.")
@pass_asked
def list_(asked: Asked, on: date | None, unit: str | None) -> None:
    """List the rows, fall-backs first."""
    with asked.reading() as desk:
        rows = [
            _shown(row)
            for row in desk.catalogue.rows(on)
            if unit is None or unit in (row.lead_unit, *row.co_units)
        ]
        if not asked.json:
            rows = [row | {"category": _named(desk, row["category"])} for row in rows]
    print_rows(rows, as_json=asked.json, columns=_COLUMNS)


@catalogue.command("set")
@click.argument("category")
@click.argument("lead_unit")
@click.option("--co-unit", "co_units", multiple=True, metavar="CODE", help="Several times.")
@click.option("--place", metavar="CODE", help="Only for matters in this place.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in MatterKind]),
    help="Only for matters of this kind.",
)
@click.option("--from", "begin", type=DAY, help="The first day on which the row holds.")
@click.option("--to", "end", type=DAY, help="The first day on which it no longer holds.")
@click.option("--why", help="Why; kept with the row.")
@pass_asked
def set_(
    asked: Asked,
    category: str,
    lead_unit: str,
    co_units: tuple[str, ...],
    place: str | None,
    kind: str | None,
    begin: date | None,
    end: date | None,
    why: str | None,
) -> None:
    """Add a row, or change the one of the same category, place, kind and first day.

    `*` as category is the fall-back for everything that has no row of its own.
    """
    with asked.writing(*_MAY) as (desk, actor):
        row = desk.catalogue.set(
            actor,
            category,
            lead_unit,
            co_units,
            place=place,
            kind=MatterKind(kind) if kind else None,
            valid_from=begin,
            valid_to=end,
            why=why,
        )
        name = _named(desk, row.category)
    _say(asked, row, noted("{category} goes to {lead_unit}."), name)


@catalogue.command("remove")
@click.argument("row")
@click.option("--why", help="Why; kept with the row.")
@pass_asked
def remove(asked: Asked, row: str, why: str | None) -> None:
    """Take a row back; `catalogue list` names the rows."""
    with asked.writing(*_MAY) as (desk, actor):
        held = desk.catalogue.remove(actor, _uuid(row), why)
        name = _named(desk, held.category)
    _say(asked, held, noted("{category} does not go to {lead_unit} any more."), name)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError("There is no row {row} in the catalogue.", row=text) from None


def _say(asked: Asked, row: CatalogueVersion, text: str, category: str) -> None:
    if asked.json:
        print_json(_shown(row))
    else:
        click.echo(asked.say(text, category=category, lead_unit=row.lead_unit))


def _named(desk: Services, category: str) -> str:
    return category if category == FALLBACK else str(category_name(desk, category))


def _shown(row: CatalogueVersion) -> dict[str, Any]:
    return {
        "row": str(row.row_id),
        "category": row.category,
        "place": row.place,
        "kind": row.kind.value if row.kind else None,
        "lead_unit": row.lead_unit,
        "co_units": list(row.co_units),
        "valid_from": row.valid_from.isoformat() if row.valid_from else None,
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
        "why": row.why,
    }
