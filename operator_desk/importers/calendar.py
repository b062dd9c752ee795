"""Days off and moved working days: CSV or XLSX as the published tables of China's holidays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from operator_desk.domain.errors import UserError
from operator_desk.domain.working_days import SpecialDay
from operator_desk.importers.rows import Read, collect, numbered, once
from operator_desk.importers.table import Row, check_header, table

COLUMNS = ("date", "name", "is_off_day", "source_paper")
_OFF = {"true": True, "1": True, "false": False, "0": False}


def special_days(path: Path) -> Read[SpecialDay]:
    """The days of a file. UserError: the file as a whole cannot be read."""
    header, rows = table(path)
    check_header(path, header, needed=COLUMNS[:3], known=COLUMNS)
    seen: dict[str, int] = {}

    def make(given: tuple[int, Row]) -> SpecialDay:
        number, row = given
        day = _day(row["date"])
        once(seen, day.isoformat(), number)
        if not row["name"]:
            raise UserError("Field {field} is missing or empty.", field="name")
        off = _OFF.get(row["is_off_day"].lower())
        if off is None:
            raise UserError(
                "Field {field} holds {value}; expected True or False.",
                field="is_off_day",
                value=row["is_off_day"] or "—",
            )
        return SpecialDay(day, row["name"], off)

    return collect(path.name, numbered(rows), make)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError("{value} is no day such as 2026-01-31.", value=text or "—") from None
