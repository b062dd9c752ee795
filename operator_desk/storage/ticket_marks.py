"""What is compared of tickets: few columns of their list, by id, by age, by what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, or_, select

from operator_desk.domain.life_cycle import ANSWERED, OPEN
from operator_desk.domain.proposals import TicketMark
from operator_desk.storage import reading
from operator_desk.storage.mapper import loaded
from operator_desk.storage.tables import chain, fact_tables, view_tables

_C = view_tables["ticket_state"].c
_MARKS = select(*(_C[field.name] for field in fields(TicketMark)))
_OPEN = [state.value for state in sorted(OPEN | ANSWERED)]
_OF_TICKETS = ("ticket_event", "event_ruling")


def of(connection: Connection, ids: Iterable[UUID]) -> list[TicketMark]:
    """The tickets with these ids."""
    found: list[TicketMark] = []
    for part in reading.chunks(ids):
        found.extend(_loaded(connection, _MARKS.where(_C.id.in_(part))))
    return found


def newest(
    connection: Connection, since: date, before: TicketMark | None, limit: int
) -> list[TicketMark]:
    """Those registered on a day or later, or still open: the newest before one, newest first."""
    words = _MARKS.where(or_(_C.local_day >= since, _C.state.in_(_OPEN)))
    if before is not None:
        at = before.registered_at
        earlier = or_(_C.registered_at < at, _C.id < before.id)
        words = words.where(_C.registered_at <= at, earlier)
    words = words.order_by(_C.registered_at.desc(), _C.id.desc())
    return _loaded(connection, words.limit(limit))


def after(connection: Connection, desk: str, n: int) -> list[TicketMark]:
    """Those with a row after the n-th link of a desk's chain."""
    later = select(chain.c.row_id).where(chain.c.desk == desk, chain.c.n > n)
    ids = set(connection.execute(later.where(chain.c.table_name == "ticket")).scalars())
    for name in _OF_TICKETS:
        table = fact_tables[name]
        rows = later.where(chain.c.table_name == name)
        words = select(table.c.ticket_id).where(table.c.id.in_(rows)).distinct()
        ids.update(connection.execute(words).scalars())
    return of(connection, ids)


def _loaded(connection: Connection, words: Select[Any]) -> list[TicketMark]:
    return [loaded(TicketMark, row) for row in connection.execute(words).mappings()]
