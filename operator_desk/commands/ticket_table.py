"""Lists of tickets, and of who saw them, as files for spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from operator_desk.app import seeing
from operator_desk.commands.asked import Asked
from operator_desk.commands.naming import CLOSED
from operator_desk.commands.printing import print_json, put_file
from operator_desk.documents.tables import Cell, table_bytes
from operator_desk.domain.errors import UserError
from operator_desk.services.viewing import Seen


def export(
    asked: Asked, seen: Seen, rows: Sequence[Mapping[str, Any]], out: Path, *, force: bool
) -> None:
    """Writes rows as CSV or XLSX by the file's ending, with names for people.

    That they leave the desk is noted first. UserError: another ending, a file of that name.
    """
    if out.exists() and not force:
        raise UserError("{path} exists already; --force replaces it.", path=out)
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[_cell(asked, name, row.get(name)) for name in columns] for row in rows]
    try:
        body = table_bytes(out.suffix.lower(), [asked.say(name) for name in columns], cells)
    except ValueError:
        raise UserError("{path} must end in .csv or .xlsx.", path=out) from None
    seeing.saw_all(asked.folder, seen)
    put_file(out, body, force=force)
    if asked.json:
        print_json({"path": str(out), "rows": len(rows)})
    else:
        click.echo(asked.say("{path}: {n} rows.", path=out, n=len(rows)))


def _cell(asked: Asked, name: str, value: object) -> Cell:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, bool):
        return asked.say("yes" if value else "no")
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(asked, name, one) or "") for one in value)
    return asked.say(str(value)) if name in CLOSED else str(value)
