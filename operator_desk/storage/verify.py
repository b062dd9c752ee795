"""Verifies a store, or one ticket of it: chain, texts, seals, views, triggers, witness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, text

from operator_desk.domain import views
from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import FACTS, ArticleVersion, Call, Restored, personal_fields
from operator_desk.storage import triggers
from operator_desk.storage.mapper import plain
from operator_desk.storage.projections import bundles
from operator_desk.storage.reading import find
from operator_desk.storage.tables import fact_tables, personal, view_tables
from operator_desk.storage.types import DamagedValueError, Id
from operator_desk.storage.verify_rows import (
    Broken,
    Link,
    check_link,
    check_links,
    check_seal,
    check_texts,
    facts_of,
    link_of,
    links,
    named_texts,
    raw_text,
    rows_of,
    unchained,
    unnamed_texts,
)
from operator_desk.storage.witness import Sighting, Witness

_OF_MATTER = ("matter_form", "statement", "readback", "readback_answer", "seal", "told", "ticket")
_OF_CALL = ("caller", "call_end", "call_close")


@dataclass(frozen=True, slots=True)
class Report:
    """What was verified: number of rows, and everything that is not as it was stored."""

    checked: int
    broken: tuple[Broken, ...]


def verify_store(connection: Connection, witness: Witness | None = None) -> Report:
    """Verifies every row of a store, and its chain against the witness when there is one."""
    with raw_text(connection):
        return _verify_store(connection, witness)


def _verify_store(connection: Connection, witness: Witness | None) -> Report:
    broken: list[Broken] = []
    desks = [row[0] for row in connection.execute(text("SELECT DISTINCT desk FROM chain"))]
    checked = 0
    for desk in sorted(desks, key=str):
        kept = list(links(connection, desk))
        checked += len(kept)
        broken.extend(check_links(connection, kept))
        if witness is not None:
            broken.extend(check_witness(connection, kept, desk, witness))
    if witness is not None:
        gone = {one.desk for one in witness.sightings()[0]} - set(desks)
        broken.extend(Broken("witness", desk, "the chain is gone") for desk in sorted(gone))
    broken.extend(unchained(connection))
    named = named_texts(connection)
    broken.extend(check_texts(connection, named))
    broken.extend(unnamed_texts(connection, named))
    checked += connection.execute(select(func.count()).select_from(personal)).scalar_one()
    broken.extend(_seals(connection, broken))
    broken.extend(
        Broken("trigger", name, "missing or changed") for name in triggers.missing(connection)
    )
    if not broken:
        # Views are made from the facts: with broken facts they cannot be judged.
        broken.extend(check_views(connection))
    return _report(checked, broken)


def _report(checked: int, broken: list[Broken]) -> Report:
    """Each broken row once, in words that can be printed."""
    return Report(checked, tuple(dict.fromkeys(map(_printable, broken))))


def _printable(one: Broken) -> Broken:
    words = (str(part) for part in (one.kind, one.id, one.reason))
    return Broken(*(part.encode("utf-8", "backslashreplace").decode() for part in words))


def _seals(connection: Connection, known: list[Broken]) -> Iterator[Broken]:
    bad = {one.id for one in known}
    table = fact_tables["seal"]
    before: dict[str, tuple[int, str]] = {}
    try:
        rows = connection.execute(select(table).order_by(table.c.desk, table.c.number)).mappings()
        kept = [dict(row) for row in rows]
    except DamagedValueError:
        return  # the chain names the row
    for row in kept:
        if str(row["id"]) in bad:
            continue
        number, previous = before.get(row["desk"], (0, GENESIS))
        if row["number"] != number + 1 or row["previous"] != previous:
            yield Broken("seal", str(row["id"]), "does not follow the seal before")
        before[row["desk"]] = (row["number"], row["seal_hash"])
        yield from check_seal(connection, row)


# -- witness -----------------------------------------------------------------------------


def check_witness(
    connection: Connection, kept: list[Link], desk: str, witness: Witness
) -> Iterator[Broken]:
    """Compares every head the witness saw with the chain; heads before a restore are excused."""
    seen, damaged = witness.sightings()
    for line in damaged:
        yield Broken("witness", f"{witness.path.name}:{line}", "the line cannot be read")
    hashes = {link.n: link.hash for link in kept}
    own = [one for one in seen if one.desk == desk]
    for place, one in enumerate(own):
        if hashes.get(one.head.n) == one.head.hash:
            continue
        if _restored_since(connection, own, place):
            continue
        if one.head.n > len(kept):
            reason = (
                f"the chain ends at {len(kept)}, the witness saw {one.head.n}: its tail was cut"
            )
        else:
            reason = "the chain is another one than the witness saw"
        yield Broken("witness", f"{desk}/{one.head.n}", reason)


def _restored_since(connection: Connection, own: list[Sighting], place: int) -> bool:
    try:
        restores = find(connection, Restored)
    except DamagedValueError:
        return False
    for restore in restores:
        for later in range(place, len(own)):
            head = own[later].head
            if (head.n, head.hash) == (restore.old_n, restore.old_hash):
                return own[place].head.n > restore.new_n
    return False


# -- views -------------------------------------------------------------------------------


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


# -- tickets -----------------------------------------------------------------------------


def verify_tickets(connection: Connection, numbers: Sequence[str] = ()) -> Report:
    """Verifies the tickets with these numbers, or all. UserError: unknown number."""
    checked, broken = 0, list[Broken]()
    with raw_text(connection):
        known = _tickets(connection)
        for number in numbers or sorted(known):
            if number not in known:
                raise UserError("There is no ticket {number}.", number=number)
            for ticket_id, matter_id, call_id in known[number]:
                report = _verify_ticket(connection, ticket_id, matter_id, call_id)
                checked += report.checked
                broken.extend(report.broken)
    return _report(checked, broken)


def _tickets(connection: Connection) -> dict[str, list[tuple[UUID, UUID, UUID]]]:
    """Ticket, matter and call by number, as facts and list say: a removed fact is still named."""
    columns = "SELECT number, id, matter_id, call_id FROM"
    rows = connection.execute(text(f"{columns} ticket UNION {columns} ticket_view"))
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
    connection: Connection, ticket_id: UUID, matter_id: UUID, call_id: UUID
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
        wanted += _ids(connection, "ticket_event", "ticket_id", ticket)
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
    rows = rows_of(connection, kept)
    for link in kept:
        broken.extend(check_link(link, rows.get((link.table, link.row_id))))
    named = _texts_of(rows)
    broken.extend(check_texts(connection, named))
    for row in facts_of(rows, "seal"):
        broken.extend(check_seal(connection, row))
    broken.extend(_removed(rows))
    return _report(len(wanted) + len(named), broken)


def _removed(rows: dict[tuple[str, str], Any]) -> Iterator[Broken]:
    """Rows that a seal or an answer names and that are no longer there."""
    there = {key for _table, key in rows}
    for seal in facts_of(rows, "seal"):
        for item in seal["items"]:
            if isinstance(item, dict) and str(item.get("row")) not in there:
                yield Broken("statement", str(item.get("row")), "the sealed row was removed")
    for answer in facts_of(rows, "readback_answer"):
        for name in ("target", "corrected_to"):
            target = answer.get(name)
            if target is not None and str(target) not in there:
                yield Broken("statement", str(target), "the row that was read was removed")


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
    if link.n != 1:
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
