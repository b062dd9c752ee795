"""Rows with their links and texts with their salts, for papers that prove them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, select

from operator_desk.domain.facts import FACTS, TABLES, Fact
from operator_desk.services.ports import Evidence
from operator_desk.storage import reading
from operator_desk.storage.mapper import canonical_row
from operator_desk.storage.tables import chain, fact_tables, personal


def of(connection: Connection, keys: Iterable[tuple[type[Fact], UUID]]) -> list[Evidence]:
    """These rows as their links were made of them, in the order of the chain."""
    wanted: dict[str, list[UUID]] = {}
    for cls, key in keys:
        wanted.setdefault(TABLES[cls], []).append(key)
    found = [one for name, keys in wanted.items() for one in _table(connection, name, keys)]
    return sorted(found, key=lambda one: (one.desk, one.n))


def _table(connection: Connection, name: str, keys: list[UUID]) -> Iterable[Evidence]:
    table = fact_tables[name]
    for part in reading.chunks(keys):
        links = connection.execute(
            select(chain).where(chain.c.table_name == name, chain.c.row_id.in_(part))
        ).mappings()
        link_of = {link["row_id"]: link for link in links}
        for row in connection.execute(reading.among(table, "id"), {"values": part}).mappings():
            link = link_of[row["id"]]
            body = canonical_row(FACTS[name], row)
            yield Evidence(
                link["desk"], link["n"], link["prev"], link["hash"], name, row["id"], body
            )


def opened(connection: Connection, commitments: Iterable[str]) -> dict[str, tuple[bytes, str]]:
    """Salt and text of each commitment whose text was not erased."""
    found: dict[str, tuple[bytes, str]] = {}
    for part in reading.chunks(commitments):
        query = reading.among(personal, "id", "id", "salt", "text")
        for row in connection.execute(query, {"values": part}):
            found[row[0]] = (bytes(row[1]), row[2])
    return found
