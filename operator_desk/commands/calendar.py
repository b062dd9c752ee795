"""`calendar import` and `calendar show`: the working days of years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from operator_desk.app import content
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.call import local
from operator_desk.commands.printing import print_json, print_table
from operator_desk.commands.taking import Taking
from operator_desk.domain.calendar_years import GivenYear, differing, given_years, some_of
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Role
from operator_desk.domain.working_days import SpecialDay, WorkingYear
from operator_desk.words import noted

_COLUMNS = ("date", "name", "day_is")
_SATURDAY = 5


@click.group(cls=DeskGroup)
def calendar() -> None:
    """Working days of years."""


@calendar.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--replace", is_flag=True, help="Take years that are known with other days.")
@pass_asked
def import_(asked: Asked, files: tuple[Path, ...], dry_run: bool, replace: bool) -> None:
    """Take whole years in: CSV date,name,is_off_day; days not named are ordinary.

    A file with a refused row, or with a year that is known with other days, changes nothing. Open
    tickets get the dates that the new days give.
    """
    taking = Taking(asked, files)
    counts = {"added": 0, "changed": 0, "unchanged": 0, "tickets": 0}
    seen: dict[int, tuple[str, WorkingYear]] = {}
    with asked.writing(Role.LEAD) as (desk, actor):
        for path, found, digest in taking.read(content.read_special_days):
            for one in found.refused:
                taking.refuse(one.file, one.row, one.reason)
            if found.refused:
                continue
            try:
                years = _apart(given_years(found.values), path.name, seen)
                taken = desk.calendars.take(
                    actor, years, path.name, digest, replace=replace, dry_run=dry_run
                )
            except UserError as error:
                taking.refuse(path.name, None, error)
                continue
            for name in ("added", "changed", "unchanged"):
                counts[name] += len(getattr(taken, name))
        if not dry_run and (counts["added"] or counts["changed"]):
            counts["tickets"] = desk.recounting.run(actor)
    text = noted(
        "Years: added {added}, changed {changed}, unchanged {unchanged}; "
        "{tickets} open tickets have new dates."
    )
    taking.report(click.get_current_context(), text, counts)


def _apart(
    years: Sequence[GivenYear], file: str, seen: dict[int, tuple[str, WorkingYear]]
) -> Sequence[GivenYear]:
    """The years of a file. UserError: another file of the same run says otherwise of one."""
    made = [one.made(file) for one in years]
    for year in made:
        other, before = seen.get(year.year, ("", year))
        if days := differing(before, year):
            raise UserError(
                "{year} stands in {file} too, with other days ({days}).",
                year=year.year,
                file=other,
                days=some_of(days),
            )
    seen |= {year.year: (file, year) for year in made}
    return years


@calendar.command()
@click.argument("year", type=click.IntRange(1900, 2199))
@pass_asked
def show(asked: Asked, year: int) -> None:
    """Show days off and moved working days of a year, and where it is from."""
    with asked.reading() as desk:
        known = desk.calendars.known(year)
        if known is None:
            raise UserError(
                "The working days of {year} are not known. Take them in with: "
                "operator-desk calendar import FILE",
                year=year,
            )
        at = local(desk, known.imported_at) if known.imported_at else None
    rows = [_row(one) for one in known.year.special]
    if asked.json:
        print_json(
            {
                "year": year,
                "source": known.year.origin,
                "imported_at": at,
                "working_days": len(known.year.working),
                "days": rows,
            }
        )
        return
    click.echo(
        asked.say(
            "{year}: {n} working days, from {origin}.",
            year=year,
            n=len(known.year.working),
            origin=known.year.origin,
        )
    )
    print_table(_COLUMNS, [[row["date"], row["name"], _off(asked, row)] for row in rows])


def _row(one: SpecialDay) -> dict[str, Any]:
    moved = not one.off and one.day.weekday() >= _SATURDAY
    return {"date": one.day.isoformat(), "name": one.name, "off": one.off, "moved": moved}


def _off(asked: Asked, row: Mapping[str, Any]) -> str:
    if row["off"]:
        return asked.say("day off")
    return asked.say("moved working day") if row["moved"] else asked.say("working day")
