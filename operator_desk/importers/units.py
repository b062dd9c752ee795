"""Responsible units: CSV `code,name,short_name,kind,parent,areas`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import UnitVersion
from operator_desk.importers.rows import Read, collect
from operator_desk.importers.table import Row, check_header, table

COLUMNS = ("code", "name", "short_name", "kind", "parent", "areas")
# The service gives identity, time and actor when it stores a row.
_NOBODY, _NEVER = UUID(int=0), datetime(1970, 1, 1, tzinfo=UTC)


def units(path: Path, stored: Collection[str] = ()) -> Read[UnitVersion]:
    """The units of a file; a parent stands in it too, or its code is among those stored."""
    header, lines = table(path)
    check_header(path, header, needed=COLUMNS[:2], known=COLUMNS)
    rows = list(lines)
    parents = {row["code"] for _number, row in rows if not isinstance(row, UserError)}
    parents |= set(stored)
    seen: set[str] = set()

    def make(row: Row) -> UnitVersion:
        for name in COLUMNS[:2]:
            if not row[name]:
                raise UserError("Field {field} is missing or empty.", field=name)
        if row["code"] in seen:
            raise UserError("{key} stands in the list already.", key=row["code"])
        seen.add(row["code"])
        parent = row.get("parent") or None
        if parent is not None and parent not in parents:
            raise UserError("There is no unit {unit}.", unit=parent)
        areas = row.get("areas", "").replace("；", ";").split(";")
        return UnitVersion(
            id=_NOBODY,
            at=_NEVER,
            actor=_NOBODY,
            code=row["code"],
            name=row["name"],
            short_name=row.get("short_name") or row["name"],
            kind=row.get("kind") or "unit",
            parent=parent,
            areas=tuple(area.strip() for area in areas if area.strip()),
        )

    return collect(path.name, rows, make)
