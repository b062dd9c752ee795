"""`stats`: the figures of calls in every breakdown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_table, write_text, writing_to
from operator_desk.documents import tables
from operator_desk.domain.facts import StaffVersion
from operator_desk.services.counting import BREAKDOWNS, Figures

_FIGURES = (
    "calls",
    "counted",
    "connected",
    "abandoned",
    "faults",
    "tests",
    "no_calls",
    "within_15_s",
    "within_20_s",
    "wait_mean_s",
    "talk_mean_s",
    "after_call_mean_s",
    "talk_s",
    "after_call_s",
    "direct_answers",
    "tickets",
)
Cells = list[list[tables.Cell]]


@click.group(cls=DeskGroup)
def stats() -> None:
    """Figures."""


@stats.command()
@click.option("--from", "first", type=DAY, required=True, help="First local day.")
@click.option("--to", "last", type=DAY, required=True, help="Last local day.")
@click.option("--by", type=click.Choice(BREAKDOWNS), required=True, help="What a row is for.")
@click.option(
    "--format",
    "as_",
    type=click.Choice(["table", "json", "csv", "xlsx"]),
    help="How the rows are written.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="F",
    help="The file to write, where it is not standard output.",
)
@pass_asked
def calls(
    asked: Asked, first: date, last: date, by: str, as_: str | None, out: Path | None
) -> None:
    """Show the calls of these local days, broken down.

    By kind matters are counted, by everything else calls.
    """
    as_ = as_ or ("json" if asked.json else "table")
    if as_ == "xlsx" and out is None:
        raise click.UsageError(asked.say("--format xlsx needs --out."))
    if as_ == "table" and out is not None:
        raise click.UsageError(asked.say("--out needs --format json, csv or xlsx."))
    with asked.reading() as desk:
        rows = figures(desk.counting.figures, first, last, by)
        if by == "operator":
            rows = _named(rows, desk.people.all())
    columns = [by, *(("name",) if by == "operator" else ()), *_FIGURES]
    _OUTPUTS[as_](columns, rows, out)


def _named(rows: list[dict[str, Any]], staff: list[StaffVersion]) -> list[dict[str, Any]]:
    """The rows with login and name of the operators in the place of their ids."""
    known = {str(row.staff_id): row for row in staff}
    found = []
    for row in rows:
        who = known.get(row["operator"])
        names = (who.login, who.name) if who else (row["operator"], None)
        found.append({"operator": names[0], "name": names[1]} | row | {"operator": names[0]})
    return sorted(found, key=lambda row: row["operator"])


def figures(
    of: Callable[[date, date, str, UUID | None], list[Figures]], first: date, last: date, by: str
) -> list[dict[str, Any]]:
    """The rows of a breakdown under the names of the documented fields.

    Waiting times and lost calls are null as long as no telephone history is in the store.
    """
    rows = []
    for row in of(first, last, by, None):
        values = asdict(row)
        rows.append({by: row.by} | {name: values.get(name) for name in _FIGURES})
    return rows


def _cells(columns: list[str], rows: list[dict[str, Any]]) -> Cells:
    return [[row[name] for name in columns] for row in rows]


def _table(columns: list[str], rows: list[dict[str, Any]], _out: Path | None) -> None:
    shown = [name for name in columns if any(row[name] is not None for row in rows)] or columns
    print_table(shown, _cells(shown, rows))


def _json(_columns: list[str], rows: list[dict[str, Any]], out: Path | None) -> None:
    if out is None:
        for row in rows:
            print_json(row)
        return
    write_text(out, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _csv(columns: list[str], rows: list[dict[str, Any]], out: Path | None) -> None:
    text = tables.csv_text(columns, _cells(columns, rows))
    if out is None:
        click.echo(text, nl=False)
    else:
        # The mark at the beginning makes spreadsheets read the file as UTF-8.
        write_text(out, "\ufeff" + text)


def _xlsx(columns: list[str], rows: list[dict[str, Any]], out: Path | None) -> None:
    assert out is not None
    with writing_to(out):
        tables.write_xlsx(out, columns, _cells(columns, rows))


_OUTPUTS = {"table": _table, "json": _json, "csv": _csv, "xlsx": _xlsx}
