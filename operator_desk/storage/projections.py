"""Keeps the view tables in step with the facts; the same code rebuilds them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert

from operator_desk.domain import facts, views
from operator_desk.domain.facts import Fact
from operator_desk.storage.mapper import plain
from operator_desk.storage.reading import find, find_in
from operator_desk.storage.tables import view_tables


class Touched:
    """Which calls and articles the facts of a transaction have changed."""

    def __init__(self) -> None:
        self.calls: set[UUID] = set()
        self.matters: set[UUID] = set()
        self.tickets: set[UUID] = set()
        self.keys: set[str] = set()

    def note(self, fact: Fact) -> None:
        """Remembers what the views must be computed anew for."""
        match fact:
            case facts.Call():
                self.calls.add(fact.id)
            case facts.Caller() | facts.CallEnd() | facts.CallClose() | facts.Matter():
                self.calls.add(fact.call_id)
            case facts.Told() | facts.Ticket():
                self.calls.add(fact.call_id)
            case facts.MatterForm() | facts.Seal():
                self.matters.add(fact.matter_id)
            case facts.TicketEvent() | facts.EventRuling():
                self.tickets.add(fact.ticket_id)
            case facts.ArticleVersion():
                self.keys.add(fact.key)

    def refresh(self, connection: Connection) -> None:
        """Computes the views of all that was noted."""
        if self.matters:
            rows = find_in(connection, facts.Matter, "id", self.matters)
            self.calls.update(row.call_id for row in rows)
        if self.tickets:
            tickets = find_in(connection, facts.Ticket, "id", self.tickets)
            left = [row for row in tickets if row.call_id not in self.calls]
            refresh_tickets(connection, left)
        refresh_calls(connection, self.calls)
        refresh_articles(connection, self.keys)


def refresh_calls(connection: Connection, calls: Iterable[UUID]) -> None:
    """Computes call, matter and ticket views of these calls anew."""
    for bundle in bundles(connection, list(calls)):
        call_id = bundle.call.id
        _replace(connection, view_tables["call_view"], "id", call_id, [views.call_row(bundle)])
        _replace(
            connection, view_tables["matter_view"], "call_id", call_id, views.matter_rows(bundle)
        )
        _replace(
            connection, view_tables["ticket_state"], "call_id", call_id, views.ticket_rows(bundle)
        )


def refresh_tickets(connection: Connection, tickets: list[facts.Ticket]) -> None:
    """Computes the rows of these tickets anew, and nothing else of their calls."""
    for bundle in _ticket_bundles(connection, tickets):
        for row in views.ticket_rows(bundle):
            _replace(connection, view_tables["ticket_state"], "id", row.id, [row])


def refresh_articles(connection: Connection, keys: Iterable[str]) -> None:
    """Computes the heads of these articles anew."""
    wanted = list(keys)
    versions: dict[str, list[facts.ArticleVersion]] = {}
    for row in find_in(connection, facts.ArticleVersion, "key", wanted):
        versions.setdefault(row.key, []).append(row)
    table = view_tables["article_view"]
    heads = [plain(views.article_head(rows)) for rows in versions.values()]
    for start in range(0, len(wanted), 500):
        connection.execute(delete(table).where(table.c.key.in_(wanted[start : start + 500])))
    if heads:
        connection.execute(insert(table), heads)


def bundles(connection: Connection, calls: list[UUID]) -> list[views.CallFacts]:
    """All rows of these calls, grouped by call."""
    found = []
    for start in range(0, len(calls), 200):
        found.extend(_bundles(connection, calls[start : start + 200]))
    return found


def _bundles(connection: Connection, calls: list[UUID]) -> list[views.CallFacts]:
    matters = find_in(connection, facts.Matter, "call_id", calls)
    matter_ids = [row.id for row in matters]
    call_of = {row.id: row.call_id for row in matters}

    def by_call(cls: type[Any]) -> dict[UUID, list[Any]]:
        return _grouped((row.call_id, row) for row in find_in(connection, cls, "call_id", calls))

    def by_matter(cls: type[Any]) -> dict[UUID, list[Any]]:
        rows = find_in(connection, cls, "matter_id", matter_ids)
        return _grouped((call_of[row.matter_id], row) for row in rows)

    callers, ends, closes = by_call(facts.Caller), by_call(facts.CallEnd), by_call(facts.CallClose)
    told, tickets = by_call(facts.Told), by_call(facts.Ticket)
    forms, seals = by_matter(facts.MatterForm), by_matter(facts.Seal)
    events, rulings = _steps(connection, [row for rows in tickets.values() for row in rows])
    grouped_matters = _grouped((row.call_id, row) for row in matters)
    return [
        views.CallFacts(
            call=call,
            callers=callers.get(call.id, ()),
            ends=ends.get(call.id, ()),
            closes=closes.get(call.id, ()),
            matters=grouped_matters.get(call.id, ()),
            forms=forms.get(call.id, ()),
            told=told.get(call.id, ()),
            tickets=tickets.get(call.id, ()),
            seals=seals.get(call.id, ()),
            events=events.get(call.id, ()),
            rulings=rulings.get(call.id, ()),
        )
        for call in find_in(connection, facts.Call, "id", calls)
    ]


def _ticket_bundles(connection: Connection, tickets: list[facts.Ticket]) -> list[views.CallFacts]:
    by_call = _grouped((row.call_id, row) for row in tickets)
    events, rulings = _steps(connection, tickets)
    callers = _grouped(
        (row.call_id, row) for row in find_in(connection, facts.Caller, "call_id", by_call)
    )
    return [
        views.CallFacts(
            call=call,
            callers=callers.get(call.id, ()),
            tickets=by_call[call.id],
            events=events.get(call.id, ()),
            rulings=rulings.get(call.id, ()),
        )
        for call in find_in(connection, facts.Call, "id", by_call)
    ]


def _steps(
    connection: Connection, tickets: Iterable[facts.Ticket]
) -> tuple[dict[UUID, list[facts.TicketEvent]], dict[UUID, list[facts.EventRuling]]]:
    """The steps of these tickets and the rulings on them, by call."""
    call_of = {row.id: row.call_id for row in tickets}
    events = find_in(connection, facts.TicketEvent, "ticket_id", call_of)
    rulings = find_in(connection, facts.EventRuling, "ticket_id", call_of)
    return (
        _grouped((call_of[row.ticket_id], row) for row in events),
        _grouped((call_of[row.ticket_id], row) for row in rulings),
    )


def _grouped(pairs: Iterable[tuple[UUID, Any]]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return found


def _replace(connection: Connection, table: Table, column: str, key: UUID, rows: list[Any]) -> None:
    connection.execute(delete(table).where(table.c[column] == key))
    if rows:
        connection.execute(insert(table), [plain(row) for row in rows])


def refill_tickets(connection: Connection) -> None:
    """Computes the rows of all tickets anew, after the schema has changed."""
    connection.execute(delete(view_tables["ticket_state"]))
    refresh_tickets(connection, find(connection, facts.Ticket))


def rebuild(connection: Connection) -> None:
    """Empties the view tables and computes all of them from the facts."""
    for table in view_tables.values():
        connection.execute(delete(table))
    refresh_calls(connection, [row.id for row in find(connection, facts.Call)])
    keys = {row.key for row in find(connection, facts.ArticleVersion)}
    refresh_articles(connection, sorted(keys))
