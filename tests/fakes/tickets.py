"""Lists of tickets in memory: the promises of `TicketQuery` in plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime

from operator_desk.domain.proposals import TicketMark
from operator_desk.domain.terms import Reply, TicketState
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.ports import TicketQuery

_EQUAL = (
    "operator", "number_key", "state", "kind", "urgency", "secrecy", "unit", "paused", "excluded",
    "unsolved", "return_accepted", "joined_to", "event_card",
)  # fmt: skip


def mark(row: TicketRow) -> TicketMark:
    """What is compared of a ticket."""
    return TicketMark(**{field.name: getattr(row, field.name) for field in fields(TicketMark)})


def found(rows: Iterable[TicketRow], query: TicketQuery) -> list[TicketRow]:
    """The tickets that a query finds, in its order."""
    kept = [row for row in rows if _wanted(row, query) and _timely(row, query)]
    kept.sort(key=lambda row: row.id, reverse=query.descending)
    valued = [row for row in kept if getattr(row, query.sort) is not None]
    valued.sort(key=lambda row: getattr(row, query.sort), reverse=query.descending)
    return [*valued, *(row for row in kept if getattr(row, query.sort) is None)]


def part(rows: list[TicketRow], query: TicketQuery) -> list[TicketRow]:
    """The part of the list that is shown."""
    return rows[query.offset :][: query.limit]


def _wanted(row: TicketRow, query: TicketQuery) -> bool:
    wanted = ((name, getattr(query, name)) for name in _EQUAL)
    return (
        all(value is None or getattr(row, name) == value for name, value in wanted)
        and (not query.states or row.state in query.states)
        and (not query.kinds or row.kind in query.kinds)
        and (not query.categories or (row.category or "").startswith(query.categories))
        and (query.with_unit is None or _is_with(row, query.with_unit))
        and (query.asked is None or query.asked in row.asked.split())
        and (query.not_asked is None or query.not_asked not in row.asked.split())
        and query.dissatisfied in (None, _said_no(row))
        and query.relays in (None, row.relays > 0)
        and query.chased in (None, row.chases > 0)
        and query.joined in (None, row.joined_to is not None)
        and all(_holds(row, part) for part in query.text.split())
    )


def _said_no(row: TicketRow) -> bool:
    return bool({Reply.NO, Reply.PARTLY} & {row.solved, row.unit_rating, row.hotline_rating})


def _is_with(row: TicketRow, unit: str) -> bool:
    if row.state in (TicketState.REGISTERED, TicketState.WITHDRAWN):
        return False
    return unit == row.unit or unit in row.co_units


def _timely(row: TicketRow, query: TicketQuery) -> bool:
    first, last = query.first_day or date.min, query.last_day or date.max
    return (
        first <= row.local_day <= last
        and (query.late_at is None or row.late_at(query.late_at))
        and (query.due_before is None or _is_due(row, query.due_before))
        and not (query.not_due_before is not None and _is_due(row, query.not_due_before))
    )


def _is_due(row: TicketRow, at: datetime) -> bool:
    if row.closed_at is not None:
        return False
    step = row.step_due_at is not None and row.step_due_at < at
    limits = (row.caller_due_at, row.holder_due_at)
    return step or (row.answered_at is None and any(due and due < at for due in limits))


def _holds(row: TicketRow, part: str) -> bool:
    texts = (row.number, row.title, row.place, row.category_text, row.reference)
    return any(part.lower() in (text or "").lower() for text in texts)
