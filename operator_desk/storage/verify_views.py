"""Verifies the view tables: computed anew from the facts, and compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from operator_desk.domain import views
from operator_desk.domain.facts import ArticleVersion, Call
from operator_desk.storage.mapper import plain
from operator_desk.storage.projections import bundles
from operator_desk.storage.reading import find
from operator_desk.storage.tables import view_tables
from operator_desk.storage.types import DamagedValueError
from operator_desk.storage.verify_rows import Broken


def check_views(connection: Connection) -> Iterator[Broken]:
    """Computes every view anew and compares it with the stored one."""
    wanted: dict[str, dict[str, Any]] = {name: {} for name in view_tables}
    calls = [row.id for row in find(connection, Call)]
    for bundle in bundles(connection, calls):
        for name, rows in (
            ("call_view", [views.call_row(bundle)]),
            ("matter_view", views.matter_rows(bundle)),
            ("ticket_view", views.ticket_rows(bundle)),
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


def _compare(
    connection: Connection, name: str, table: Any, wanted: dict[str, Any]
) -> Iterator[Broken]:
    key = table.primary_key.columns[0].name
    seen = set()
    try:
        rows = [dict(row) for row in connection.execute(select(table)).mappings()]
    except DamagedValueError as error:
        yield Broken(name, "", f"cannot be read: {error}; run: operator-desk store rebuild")
        return
    for row in rows:
        seen.add(str(row[key]))
        if wanted.get(str(row[key])) != row:
            yield Broken(name, str(row[key]), "differs from the facts; run: store rebuild")
    for missing in sorted(set(wanted) - seen):
        yield Broken(name, missing, "is missing; run: operator-desk store rebuild")
