"""Verifies the view tables: computed anew from the facts, and compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, bindparam, literal_column, select, text

from operator_desk.domain import views
from operator_desk.domain.facts import FACTS, ArticleVersion, Call
from operator_desk.storage.mapper import loaded, plain
from operator_desk.storage.projections import bundles
from operator_desk.storage.reading import find
from operator_desk.storage.tables import fact_tables, view_tables
from operator_desk.storage.types import DamagedValueError
from operator_desk.storage.verify_rows import CHANGED, Broken


def check_views(connection: Connection) -> Iterator[Broken]:
    """Computes every view anew and compares it with the stored one."""
    wanted: dict[str, dict[str, Any]] = {name: {} for name in view_tables}
    calls = [row.id for row in find(connection, Call)]
    for bundle in bundles(connection, calls):
        for name, rows in (
            ("call_view", [views.call_row(bundle)]),
            ("matter_view", views.matter_rows(bundle)),
            ("ticket_state", views.ticket_rows(bundle)),
        ):
            for row in rows:
                wanted[name][str(row.id)] = plain(row)
    versions: dict[str, list[Any]] = {}
    for version in find(connection, ArticleVersion):
        versions.setdefault(version.key, []).append(version)
    for key, of_key in versions.items():
        wanted["article_view"][key] = plain(views.article_head(of_key))
    for name, table in view_tables.items():
        yield from _compare(connection, name, table, wanted[name])


def unreadable(connection: Connection) -> Iterator[Broken]:
    """Facts whose hashes fit and which hold a value that this program never writes."""
    for name, cls in FACTS.items():
        for row in connection.execute(select(fact_tables[name])).mappings():
            try:
                loaded(cls, row)
            except DamagedValueError:
                yield Broken(name, str(row["id"]), CHANGED)


def _compare(
    connection: Connection, name: str, table: Table, wanted: dict[str, Any]
) -> Iterator[Broken]:
    seen = set()
    for key, row in _stored(connection, table):
        seen.add(key)
        if wanted.get(key) != row:
            yield Broken(name, key, "differs from the facts; run: operator-desk store rebuild")
    for missing in sorted(set(wanted) - seen):
        yield Broken(name, missing, "is missing; run: operator-desk store rebuild")


def _stored(connection: Connection, table: Table) -> list[tuple[str, dict[str, Any] | None]]:
    """The rows of a view table by their keys; None for one that cannot be read."""
    key = next(iter(table.primary_key.columns))
    try:
        rows = connection.execute(select(table)).mappings().all()
        return [(str(row[key.name]), dict(row)) for row in rows]
    except DamagedValueError:
        pass
    found: list[tuple[str, dict[str, Any] | None]] = []
    raw = text(f"SELECT rowid, {key.name} FROM {table.name}")  # noqa: S608 (own names)
    one = select(table).where(literal_column("rowid") == bindparam("row"))
    for rowid, name in connection.execute(raw).all():
        try:
            (row,) = connection.execute(one, {"row": rowid}).mappings()
            found.append((str(name), dict(row)))
        except DamagedValueError:
            found.append((str(name), None))
    return found
