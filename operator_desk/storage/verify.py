"""Verifies a store: chain, texts, seals, witness, triggers, this desk's values, views."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from operator_desk.domain.canonical import GENESIS
from operator_desk.storage.tables import fact_tables, personal
from operator_desk.storage.types import DamagedValueError
from operator_desk.storage.verify_local import check_database, check_own_values
from operator_desk.storage.verify_rows import (
    Broken,
    Link,
    Report,
    chains,
    check_links,
    check_seals,
    check_texts,
    named_texts,
    raw_text,
    report,
    unchained,
    unnamed_texts,
)
from operator_desk.storage.verify_views import check_views, unreadable
from operator_desk.storage.verify_witness import check_witness
from operator_desk.storage.witness import Witness


def verify_store(connection: Connection, witness: Witness | None = None) -> Report:
    """Verifies every row of a store, and its chain against the witness when there is one.

    The connection has not read anything yet: what the witness says is read before the moment
    at which the store is looked at, so that a commit meanwhile is no cut tail.
    """
    seen = witness.testimony() if witness is not None else None
    with raw_text(connection):
        kept = chains(connection)
        broken = list(_facts(connection, kept))
        whole = not broken
        if seen is not None:
            broken.extend(check_witness(connection, seen, kept))
        broken.extend(check_database(connection))
        broken.extend(check_own_values(connection, kept, seen))
        if whole:
            # Views are made from the facts: with broken facts they cannot be judged.
            try:
                broken.extend(list(check_views(connection)))
            except DamagedValueError:
                # Hashes were made anew over a value that is in none of the closed lists.
                broken.extend(unreadable(connection))
        texts = connection.execute(select(func.count()).select_from(personal)).scalar_one()
    return report(sum(map(len, kept.values())) + texts, broken)


def _facts(connection: Connection, kept: dict[str, list[Link]]) -> Iterator[Broken]:
    broken: list[Broken] = []
    for chain in kept.values():
        broken.extend(check_links(connection, chain))
    broken.extend(unchained(connection))
    named = named_texts(connection)
    broken.extend(check_texts(connection, named))
    broken.extend(unnamed_texts(connection, named))
    yield from broken
    yield from _seals(connection, {one.id for one in broken})


def _seals(connection: Connection, bad: set[str]) -> Iterator[Broken]:
    table = fact_tables["seal"]
    try:
        rows = connection.execute(select(table).order_by(table.c.desk, table.c.number)).mappings()
        kept = [dict(row) for row in rows]
    except DamagedValueError:
        return  # the chain names the row
    sound = [row for row in kept if str(row["id"]) not in bad]
    before: dict[str, tuple[int, str]] = {}
    for row in sound:
        number, previous = before.get(row["desk"], (0, GENESIS))
        if row["number"] != number + 1 or row["previous"] != previous:
            yield Broken("seal", str(row["id"]), "does not follow the seal before")
        before[row["desk"]] = (row["number"], row["seal_hash"])
    yield from check_seals(connection, sound)
