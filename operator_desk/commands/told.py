"""`knowledge told`: who was told an article, and the told-to lists of wrong versions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import click

from operator_desk.app import Services
from operator_desk.commands.asked import Asked, pass_asked
from operator_desk.commands.asking import DeskCommand
from operator_desk.commands.call import local
from operator_desk.commands.printing import print_rows
from operator_desk.domain.errors import UserError
from operator_desk.domain.recalls import ToldCall, ToldList

_CALLS = ("call", "told_at", "operator", "number", "tickets", "versions", "state", "tries")
_LISTS = ("id", "title", "versions", "reason", "done", "of", "unseen", "right_version")
_WRONG = "Name an article, or --list with the id of a list, or --lists."


@click.command(cls=DeskCommand)
@click.argument("key", required=False)
@click.option("--lists", is_flag=True, help="The told-to lists instead of calls.")
@click.option("--list", "list_id", metavar="ID", help="The calls of one told-to list.")
@click.option("--all", "closed", is_flag=True, help="With --lists also those that are done.")
@pass_asked
def told(asked: Asked, key: str | None, lists: bool, list_id: str | None, closed: bool) -> None:
    """List the calls that were told any version of an article, or the told-to lists."""
    if sum((key is not None, lists, list_id is not None)) != 1 or (closed and not lists):
        raise click.UsageError(asked.say(_WRONG))
    with asked.reading_as() as (desk, actor):
        names = {row.staff_id: row.login for row in desk.people.all()}
        if lists:
            found = desk.recalls.lists(actor, closed=closed)
            rows = [_list(desk, names, one) for one in found]
        elif list_id is not None:
            one = desk.recalls.told_list(actor, _uuid(list_id))
            rows = _calls(desk, names, one.article_key, one.calls)
        else:
            rows = _calls(desk, names, key or "", desk.recalls.told(actor, key or ""))
    print_rows(rows, as_json=asked.json, columns=_LISTS if lists else _CALLS)


def _list(desk: Services, names: dict[UUID, str], one: ToldList) -> dict[str, Any]:
    mark = one.marks[0]
    return {
        "id": str(one.id),
        "key": one.article_key,
        "title": one.title,
        "versions": list(one.versions),
        "reason": one.reason,
        "at": local(desk, mark.at),
        "by": names.get(mark.actor, str(mark.actor)),
        "done": one.done,
        "of": one.of,
        "unseen": one.unseen,
        "right_version": one.right is not None,
        "open": one.open,
    }


def _calls(
    desk: Services, names: dict[UUID, str], key: str, calls: tuple[ToldCall, ...]
) -> list[dict[str, Any]]:
    marked = {row.id: row for row in desk.recalls.versions(key)}
    return [
        {
            "call": str(call.call_id),
            "told_at": local(desk, call.told_at) if call.told_at else None,
            "operator": names.get(call.operator, str(call.operator)) if call.operator else None,
            "outcome": call.outcome.value if call.outcome else None,
            "number": call.number,
            "tickets": list(call.tickets),
            "secret": call.secret,
            "versions": sorted(marked[one].number for one in call.versions),
            # Only who was told something wrong is called back.
            "state": call.state.value if any(marked[one].wrong for one in call.versions) else None,
            "tries": call.tries,
        }
        for call in calls
    ]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError("There is no such told-to list, or its mark was taken back.") from None
