"""`call`: calls in lists and one by one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import click

from operator_desk.app import Services, seeing
from operator_desk.commands import record_json
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskGroup
from operator_desk.commands.call_whole import WholeMatter, whole_call
from operator_desk.commands.days import DAY
from operator_desk.commands.printing import print_json, print_record, print_rows
from operator_desk.domain.errors import UserError
from operator_desk.domain.numbers import masked
from operator_desk.domain.times import deadline
from operator_desk.domain.views import CallRow, MatterRow, newest
from operator_desk.services import rights
from operator_desk.services.ports import CallQuery
from operator_desk.services.viewing import Looked, Purpose

_COLUMNS = (
    "id",
    "started_at",
    "number",
    "operator",
    "class",
    "outcome",
    "talk_s",
    "after_call_s",
    "told",
    "tickets",
)


@click.group(cls=DeskGroup)
def call() -> None:
    """Calls."""


@call.command("list")
@click.option("--from", "first", type=DAY, help="First local day.")
@click.option("--to", "last", type=DAY, help="Last local day.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many, the newest.")
@pass_asked
def list_(asked: Asked, first: date | None, last: date | None, limit: int | None) -> None:
    """List calls, the newest first."""
    if first and last and first > last:
        text = "The first day {first} is after the last {last}."
        raise UserError(text, first=first, last=last)
    query = CallQuery(
        first_day=first,
        last_day=last,
        limit=limit,
    )
    with asked.reading_as() as (desk, actor):
        rights.must_be_of_centre(actor)
        names = {row.staff_id: row.login for row in desk.people.all()}
        rows = [call_json(desk, names, row, matters) for row, matters in desk.calls.rows(query)]
    if not asked.json:
        for row in rows:
            row["told"] = [key for matter in row["matters"] for key in matter["told"]]
            row["tickets"] = [one["ticket"] for one in row["matters"] if one["ticket"]]
    print_rows(rows, as_json=asked.json, columns=_COLUMNS)


def call_json(
    desk: Services, names: dict[UUID, str], row: CallRow, matters: Iterable[MatterRow]
) -> dict[str, Any]:
    """A call as `call list` prints it; the number is masked, times are local."""
    return {
        "id": str(row.id),
        "number": masked(row.number),
        "started_at": local(desk, row.started_at),
        "operator": names.get(row.operator, str(row.operator)),
        "direction": row.direction.value,
        "class": row.call_class.value if row.call_class else None,
        "counted": row.counted,
        "outcome": row.outcome.value if row.outcome else None,
        "talk_s": row.talk_s,
        "after_call_s": row.after_call_s,
        "matters": [_matter(one) for one in matters],
    }


def _matter(row: MatterRow) -> dict[str, Any]:
    return {
        "kind": row.kind.value if row.kind else None,
        "category": row.category or row.category_text,
        "told": list(row.told),
        "ticket": row.ticket,
    }


def category_name(desk: Services, category: str | None) -> str | None:
    """The names on the way to a category, for people; a text that is no code as it is."""
    return desk.profile.categories.path_name(category or "") or category


def limit_words(desk: Services, at: datetime) -> str:
    """The first instant that is late, for people: midnight as 24:00 of the day that ends."""
    day, time = deadline(at, ZoneInfo(desk.profile.time_zone))
    return f"{day} {time}"


def local(desk: Services, at: datetime) -> str:
    """An instant in the hotline's time zone, ISO with offset, to the second."""
    return at.astimezone(ZoneInfo(desk.profile.time_zone)).isoformat(timespec="seconds")


@call.command()
@click.argument("call_id", metavar="ID")
@pass_asked
def show(asked: Asked, call_id: str) -> None:
    """Show one call: class and rule, statements, answers, told articles."""
    with asked.reading_as() as (desk, actor):
        rights.must_be_of_centre(actor)
        whole = whole_call(desk.store, _uuid(call_id))
        names = {row.staff_id: row.login for row in desk.people.all()}
        shown = call_json(desk, names, whole.row, [one.row for one in whole.matters])
        matters = [_whole_matter(desk, one) for one in whole.matters]
        shown |= {
            "name": whole.row.name,
            "entry": whole.row.entry.value,
            "ended_at": local(desk, whole.row.ended_at) if whole.row.ended_at else None,
            "local_day": whole.row.local_day.isoformat(),
            "guided_to": whole.row.guided_to,
            "rule": desk.counting.rule_text(whole.row, asked.language),
            "matters": matters,
        }
        named = [row | {"category": category_name(desk, row["category"])} for row in matters]
    seeing.saw(asked.folder, actor.staff_id, Looked.VIEW, whole.row.id, Purpose.CALL)
    if asked.json:
        print_json(shown)
    else:
        print_record(shown | {"matters": named})


def _whole_matter(desk: Services, one: WholeMatter) -> dict[str, Any]:
    def when(at: datetime) -> str:
        return local(desk, at)

    return _matter(one.row) | {
        "n": one.row.n,
        "summary": one.row.summary,
        "elements": record_json.elements(newest(one.forms)),
        "statements": record_json.statements(one.statements, when),
        "answers": record_json.answers(one, when),
        "seals": record_json.seals(one.seals, when),
    }


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError("There is no call {id}.", id=text) from None
