"""Facts read from a connection, their personal texts put back in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, select

from operator_desk.domain.facts import TABLES, Fact, personal_fields
from operator_desk.storage.mapper import loaded
from operator_desk.storage.tables import fact_tables, personal

F = TypeVar("F", bound=Fact)
_CHUNK = 500


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Lists of at most 500 different values: what one statement may have bound."""
    kept = list(dict.fromkeys(values))
    for start in range(0, len(kept), _CHUNK):
        yield kept[start : start + _CHUNK]


@cache
def among(table: Table, column: str, *wanted: str) -> Select[Any]:
    """The rows of a table whose column is among `values`; building it costs more than running it.

    `wanted` columns, or all.
    """
    columns: list[Any] = [table.c[name] for name in wanted] or [table]
    return select(*columns).where(table.c[column].in_(bindparam("values", expanding=True)))


def find(connection: Connection, cls: type[F], **equal: object) -> list[F]:
    """All facts of a class whose columns equal the given values, by time and id.

    TypeError for a personal text: the column holds its commitment, nothing would be found.
    """
    if hidden := equal.keys() & personal_fields(cls).keys():
        raise TypeError(f"personal texts cannot be looked for: {sorted(hidden)}")
    given = {name: value for name, value in equal.items() if value is not None}
    query = _equal(fact_tables[TABLES[cls]], tuple(given), tuple(equal.keys() - given))
    return facts_of(connection, cls, query, given)


@cache
def _equal(table: Table, given: tuple[str, ...], missing: tuple[str, ...]) -> Select[Any]:
    """The rows with values that are given when it is run, and without the missing ones."""
    query = select(table).order_by(table.c.at, table.c.id)
    for name in given:
        query = query.where(table.c[name] == bindparam(name))
    for name in missing:
        query = query.where(table.c[name].is_(None))
    return query


def since(connection: Connection, cls: type[F], at: datetime) -> list[F]:
    """All facts of a class that were recorded at an instant or later, by time and id."""
    table = fact_tables[TABLES[cls]]
    query = select(table).where(table.c.at >= at).order_by(table.c.at, table.c.id)
    return facts_of(connection, cls, query)


def find_in(connection: Connection, cls: type[F], column: str, values: Iterable[Any]) -> list[F]:
    """All facts of a class whose column has one of the values, by time and id.

    TypeError for a personal text, as in `find`.
    """
    if column in personal_fields(cls):
        raise TypeError(f"personal texts cannot be looked for: {column}")
    table = fact_tables[TABLES[cls]]
    rows: list[F] = []
    for part in chunks(values):
        rows.extend(facts_of(connection, cls, among(table, column), {"values": part}))
    return sorted(rows, key=attrgetter("at", "id"))


def facts_of(
    connection: Connection, cls: type[F], query: Select[Any], values: dict[str, Any] | None = None
) -> list[F]:
    """The facts that a query of a fact table's columns finds."""
    rows = connection.execute(query, values).mappings().all()
    names = list(personal_fields(cls))
    texts: Mapping[str, str] = {}
    if names:
        texts = personal_texts(
            connection, (row[name] for row in rows for name in names if row[name] is not None)
        )
    return [loaded(cls, row, texts) for row in rows]


def personal_texts(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """The texts of these commitments that were not erased."""
    found: dict[str, str] = {}
    for part in chunks(keys):
        rows = connection.execute(among(personal, "id", "id", "text"), {"values": part})
        found.update((row[0], row[1]) for row in rows)
    return found
