"""A list of tickets as a file: what the columns say, with every date in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from operator_desk.domain.ticket_row import TicketRow
from operator_desk.ui import names
from operator_desk.ui.kit.files import put_file
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.words import flags, time_left

Cell = str | int | None


def write(parts: Parts, path: Path, rows: Sequence[TicketRow], units: Mapping[str, str]) -> None:
    """Writes rows as XLSX where the name says so, else as CSV. UserError: it cannot be written."""
    suffix = ".xlsx" if path.suffix.lower() == ".xlsx" else ".csv"
    put_file(path, parts.table(suffix, titles(), list(cells(parts, rows, units))))


def titles() -> list[str]:
    """The names of the columns. None of them is a caller's name, number or address."""
    return [
        tr("Number"), tr("State"), tr("Kind"), tr("Category"), tr("Title"), tr("Place"),
        tr("Unit"), tr("Co-units"), tr("Urgency"), tr("Registered"), tr("Caller's limit"),
        tr("Unit's limit"), tr("Answered"), tr("Closed"), tr("Time left"), tr("Remarks"),
    ]  # fmt: skip


def cells(
    parts: Parts, rows: Sequence[TicketRow], units: Mapping[str, str]
) -> Iterator[tuple[Cell, ...]]:
    """The rows as they are written."""
    profile, language, now = parts.profile, parts.language, parts.clock()
    urgencies = {one.value: one.text(language) for one in profile.urgencies}

    def at(when: datetime | None) -> str:
        return names.local(profile, when, "%Y-%m-%d %H:%M") if when else ""

    def due(when: datetime | None) -> str:
        return names.limit_time(profile, when) if when else ""

    for row in rows:
        yield (
            row.number,
            names.state_word(row.state),
            names.kind_word(profile, row.kind, language),
            profile.categories.path_name(row.category or "") or row.category_text,
            row.title,
            row.place,
            units.get(row.unit or "", row.unit),
            tr(", ").join(units.get(code, code) for code in row.co_units),
            urgencies.get(row.urgency.value, row.urgency.value),
            at(row.registered_at),
            due(row.caller_due_at),
            due(row.holder_due_at),
            at(row.answered_at),
            at(row.closed_at),
            time_left(row, now).words,
            flags(row),
        )
