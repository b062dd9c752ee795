"""Checks what no hash covers: the file itself, its triggers, this desk's own values."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, text

from operator_desk.storage import triggers
from operator_desk.storage.numbers import highest
from operator_desk.storage.verify_rows import Broken, fault
from operator_desk.storage.witness import Testimony


def check_database(connection: Connection) -> Iterator[Broken]:
    """Pages and indexes of an SQLite file; the triggers of either engine."""
    if connection.dialect.name == "sqlite":
        for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield fault("database", "", "{error}", error=row[0])
    for name in triggers.missing(connection):
        yield Broken("trigger", name, "missing or changed")
    for name in triggers.strange(connection):
        yield Broken("trigger", name, "is none of this program")


def check_own_values(
    connection: Connection, desks: Collection[str], seen: Testimony | None
) -> Iterator[Broken]:
    """Desk code and number counter against the chain, the tickets and the witness's numbers."""
    desk = connection.execute(text("SELECT value FROM setting WHERE key = 'desk'")).scalar()
    if desk is None or (desks and desk not in desks):
        yield fault("setting", "desk", "the code of this desk is not {desk}", desk=desk)
        return
    numbers = connection.execute(text("SELECT number FROM ticket")).scalars()
    given = highest(desk, map(str, numbers))
    own = seen.of(desk) if seen is not None else []
    known = highest(desk, (one.ticket for one in own))
    # A witness from the first moment on knows every number, also those a restore has left behind.
    complete = bool(own) and own[0].head.n == 0
    counters = connection.execute(text("SELECT day, last FROM number_counter")).all()
    counted = {str(row[0]): row[1] for row in counters}
    for day in sorted({*given, *known, *counted}):
        least = max(given.get(day, 0), known.get(day, 0))
        last = counted.get(day, 0)
        if not isinstance(last, int) or last < least:
            words = "is below {least}, the last number of the day"
            yield fault("number_counter", day, words, least=least)
        elif complete and last > least:
            words = "is above {least}, the last number of the day"
            yield fault("number_counter", day, words, least=least)
