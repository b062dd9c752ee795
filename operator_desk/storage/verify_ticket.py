"""Verifies tickets: all rows of each one's matter and call, their links, texts and seals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, text

from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import FACTS, personal_fields
from operator_desk.storage.tables import fact_tables
from operator_desk.storage.types import Id
from operator_desk.storage.verify_rows import (
    Broken,
    Link,
    Report,
    check_link,
    check_seals,
    check_texts,
    facts_of,
    link_of,
    raw_text,
    report,
    rows_of,
    sealed_table,
)
from operator_desk.storage.verify_witness import Seen
from operator_desk.storage.witness import Testimony, Witness

_OF_MATTER = ("matter_form", "statement", "readback", "readback_answer", "seal", "told", "ticket")
_OF_CALL = ("caller", "call_end", "call_close")


def verify_tickets(
    connection: Connection, numbers: Sequence[str] = (), witness: Witness | None = None
) -> Report:
    """Verifies the tickets with these numbers, or all. UserError: unknown number.

    The connection has not read anything yet (see `verify_store`).
    """
    said = witness.testimony() if witness is not None else Testimony("")
    checked, broken = 0, list[Broken]()
    with raw_text(connection):
        known, seen = _tickets(connection), Seen(connection, said)
        gone = seen.numbers - {"", *known}
        for number in numbers or sorted({*known, *gone}):
            if number in gone:
                broken.append(Broken("ticket", number, "the witness saw it, and it is gone"))
            elif number not in known:
                raise UserError("There is no ticket {number}.", number=number)
            for ticket_id, matter_id, call_id in known.get(number, ()):
                one = _verify_ticket(connection, seen, ticket_id, matter_id, call_id)
                checked += one.checked
                broken.extend(one.broken)
    return report(checked, broken)


def _tickets(connection: Connection) -> dict[str, list[tuple[UUID, UUID, UUID]]]:
    """Ticket, matter and call by number, as facts and list say: a removed fact is still named."""
    columns = "SELECT number, id, matter_id, call_id FROM"
    rows = connection.execute(text(f"{columns} ticket UNION {columns} ticket_state"))
    found: dict[str, list[tuple[UUID, UUID, UUID]]] = {}
    for row in rows:
        keys = [key for value in row[1:] if (key := _uuid(str(value)))]
        if len(keys) == 3:
            found.setdefault(str(row[0]), []).append((keys[0], keys[1], keys[2]))
    return found


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def _verify_ticket(
    connection: Connection, seen: Seen, ticket_id: UUID, matter_id: UUID, call_id: UUID
) -> Report:
    """Verifies all rows of one ticket's matter and call, their texts and seals."""
    wanted = [
        ("ticket", str(ticket_id)),
        *_ids(connection, "matter", "id", matter_id),
        *_ids(connection, "call", "id", call_id),
    ]
    for name in _OF_MATTER:
        wanted += _ids(connection, name, "matter_id", matter_id)
    for name in _OF_CALL:
        wanted += _ids(connection, name, "call_id", call_id)
    tickets = {row_id for name, row_id in wanted if name == "ticket"}
    for ticket in filter(None, map(_uuid, sorted(tickets))):
        for name in ("ticket_event", "event_ruling", "attachment"):
            wanted += _ids(connection, name, "ticket_id", ticket)
    wanted = list(dict.fromkeys(wanted))
    broken: list[Broken] = []
    kept = []
    for name, row_id in wanted:
        link = _link(connection, name, row_id)
        if link is None:
            broken.append(Broken(name, row_id, "the row has no link in the chain"))
        else:
            kept.append(link)
            broken.extend(_neighbours(connection, link))
            broken.extend(seen.check(link))
    rows = rows_of(connection, kept)
    for link in kept:
        broken.extend(check_link(link, rows.get((link.table, link.row_id))))
    named = _texts_of(rows)
    broken.extend(check_texts(connection, named))
    broken.extend(check_seals(connection, facts_of(rows, "seal")))
    broken.extend(_removed(rows))
    return report(len(wanted) + len(named), broken)


def _removed(rows: dict[tuple[str, str], Any]) -> Iterator[Broken]:
    """Rows that a seal or an answer names and that are no longer there."""
    there = {key for _table, key in rows}
    for seal in facts_of(rows, "seal"):
        for item in seal["items"]:
            if isinstance(item, dict) and str(item.get("row")) not in there:
                yield Broken(sealed_table(item), str(item.get("row")), "the sealed row was removed")
    for answer in facts_of(rows, "readback_answer"):
        table = sealed_table({"kind": answer["item"]})
        for name in ("target", "corrected_to"):
            target = answer.get(name)
            if target is not None and str(target) not in there:
                yield Broken(table, str(target), "the row that was read was removed")


def _ids(connection: Connection, name: str, column: str, value: UUID) -> list[tuple[str, str]]:
    if column not in fact_tables[name].c:
        return []
    query = text(f"SELECT id FROM {name} WHERE {column} = :value")  # noqa: S608 (own names)
    rows = connection.execute(query.bindparams(bindparam("value", value, Id())))
    return [(name, str(row[0])) for row in rows]


def _link(connection: Connection, name: str, row_id: str) -> Link | None:
    key = _uuid(row_id)
    query = text(
        "SELECT desk, n, table_name, row_id, hash, prev FROM chain "
        "WHERE table_name = :name AND row_id = :key"
    )
    if key is None:
        return None
    found = query.bindparams(bindparam("name", name), bindparam("key", key, Id()))
    row = connection.execute(found).first()
    return link_of(row) if row else None


def _neighbours(connection: Connection, link: Link) -> Iterator[Broken]:
    wanted: object = GENESIS
    if link.n != 1 and link.desk.isascii():
        query = text("SELECT hash FROM chain WHERE desk = :desk AND n = :n")
        before = link.n - 1 if isinstance(link.n, int) else None
        wanted = connection.execute(query, {"desk": link.desk, "n": before}).scalar()
    if wanted != link.prev:
        yield Broken(link.table, link.row_id, "its link does not follow the link before")


def _texts_of(rows: dict[tuple[str, str], Any]) -> dict[str, str]:
    found = {}
    for (name, _key), row in rows.items():
        cls: Any = FACTS[name]
        for column, kind in personal_fields(cls).items():
            if isinstance(row, dict) and row[column] is not None:
                found[str(row[column])] = kind
    return found
