"""The store verified, and its lists and counters when a desk has a hundred thousand calls."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, cast
from uuid import UUID

from sqlalchemy import insert

from benchmarks.desks import Desks, timed
from benchmarks.report import Figure, Report
from operator_desk import app
from operator_desk.app import keeping
from operator_desk.domain.facts import Ticket
from operator_desk.domain.ids import new_id
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Secrecy,
    Urgency,
)
from operator_desk.domain.ticket_row import TicketRow, ticket_row
from operator_desk.domain.views import CallRow, MatterRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from operator_desk.storage.mapper import plain
from operator_desk.storage.store import DATABASE, SqlStore
from operator_desk.storage.tables import view_tables

_SIZES = (1_000, 100_000)
_OPERATORS, _DAYS, _NUMBERS = 10, 365, 20_000
_REPEATS = 15
_PART = 5_000
NUMBER = "13800000007"


def measure(desks: Desks) -> Report:
    """Verifying the replayed store; each question to a small and to a large one."""
    sizes = (50, 200) if desks.tiny else _SIZES
    small, large = (_asked(desks, size) for size in sizes)
    figures = [*_verified(desks)]
    figures += [
        Figure(what=what, unit="ms", ours=large[what], peers=(None, small[what])) for what in large
    ]
    notes = (
        f"verify: {desks.replayed.calls} played calls and {desks.stocked.articles:,} "
        f"{desks.stocked.what}; raw: every row read by sqlite3 and hashed once",
        f"lists: views of {sizes[1]:,} calls of {_OPERATORS} operators in a year, two thirds "
        f"with a ticket; median of {_REPEATS}; no budget, they are read in a lane of their own",
    )
    peers = ("raw", f"{sizes[0]:,} calls")
    return Report("lists", "verify, lists, counter", peers, tuple(figures), notes + desks.missing)


def _verified(desks: Desks) -> Iterator[Figure]:
    folder = desks.replayed.folder
    took, report = timed(lambda: keeping.verify_store(folder))
    if report.broken:
        raise RuntimeError(f"the replayed store is broken: {report.broken[:3]}")
    raw_s, rows = timed(lambda: _raw_read(folder))
    yield Figure(
        what="store verify, rows",
        unit="a second",
        ours=report.checked / took,
        peers=(rows / raw_s,),
    )
    yield Figure(what="store verify, whole", unit="s", ours=took, peers=(raw_s,))


def _raw_read(folder: Path) -> int:
    connection = sqlite3.connect(folder / DATABASE)
    kept = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = 0
    for (name,) in kept:
        for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608, a name of ours
            hashlib.sha256(repr(row).encode()).digest()
            rows += 1
    connection.close()
    return rows


# -- lists -------------------------------------------------------------------------------


def _asked(desks: Desks, calls: int) -> dict[str, float]:
    """Milliseconds by question, on a store whose views hold so many calls."""
    folder = desks.fresh()
    app.create_desk(folder)
    with app.open_desk(folder, writing=True) as desk:
        who = [Actor(new_id(), f"op{n}", f"Op {n}", ()) for n in range(_OPERATORS)]
        _fill(cast("SqlStore", desk.store), who, desk.counting.today(), calls)
        return {what: _median(work) for what, work in _questions(desk, who[0])}


def _questions(desk: app.Services, who: Actor) -> Iterator[tuple[str, Callable[[], object]]]:
    today = desk.counting.today()
    first = today.replace(day=1)
    newest = TicketQuery(limit=200)
    yield "counter of an operator", lambda: desk.counting.counter(who)
    yield "rows behind it, this month", lambda: desk.counting.rows(first, today, who.staff_id)
    yield "still to register", lambda: desk.calls.to_register(who)
    yield "history of a number", lambda: desk.calls.history(NUMBER)
    yield "newest 200 tickets", lambda: desk.tickets.rows(newest)
    yield (
        "newest 200 tickets of an operator",
        lambda: desk.tickets.rows(TicketQuery(operator=who.staff_id, limit=200)),
    )
    yield "tickets by two words", lambda: desk.tickets.rows(TicketQuery(text="路灯 9", limit=200))
    yield (
        "calls of a month by day",
        lambda: desk.counting.figures(today - timedelta(days=30), today, "day"),
    )


def _median(work: Callable[[], object]) -> float:
    work()
    return median(timed(work)[0] for _ in range(_REPEATS)) * 1000


def _fill(store: SqlStore, who: list[Actor], today: date, calls: int) -> None:
    """View rows as their own dataclasses make them, spread over a year up to now."""
    chance = random.Random(7)
    for start in range(0, calls, _PART):
        rows: dict[str, list[dict[str, Any]]] = {"call_view": [], "matter_view": []}
        rows["ticket_state"] = []
        for number in range(start, min(calls, start + _PART)):
            call, matter, ticket = _call(chance, number, who, today, calls)
            rows["call_view"].append(plain(call))
            rows["matter_view"].append(plain(matter))
            if ticket is not None:
                rows["ticket_state"].append(plain(ticket))
        with store.write() as tx:
            for name, values in rows.items():
                tx.connection.execute(insert(view_tables[name]), values)


def _call(
    chance: random.Random, number: int, who: list[Actor], today: date, calls: int
) -> tuple[CallRow, MatterRow, TicketRow | None]:
    day = today - timedelta(days=_DAYS - 1 - number * _DAYS // calls)
    at = datetime.fromisoformat(f"{day}T02:00:00+00:00") + timedelta(seconds=number % 20_000)
    key = f"138{chance.randrange(_NUMBERS):08}"
    operator = chance.choice(who).staff_id
    registered = number % 3 != 0
    call_id, matter_id = new_id(), new_id()
    name = f"20260101-A01-{number:06}" if registered else None
    outcome = Outcome.TICKET if registered else Outcome.DIRECT_ANSWER
    call = CallRow(
        id=call_id,
        number=key,
        number_key=key,
        name=None,
        started_at=at,
        local_day=day,
        operator=operator,
        direction=Direction.IN,
        entry=Entry.LIVE,
        ended_at=at + timedelta(seconds=150),
        outcome=outcome if number % 500 else Outcome.TO_REGISTER,
        call_class=CallClass.INBOUND,
        counted=True,
        rule="inbound",
        guided_to=None,
        talk_s=150,
        after_call_s=30,
        matters=1,
        tickets=int(registered),
    )
    matter = MatterRow(
        id=matter_id,
        call_id=call_id,
        n=1,
        kind=MatterKind.COMPLAINT,
        category="01",
        category_text=None,
        summary=f"路灯不亮 {number}",
        told=(),
        ticket=name,
        seals=1,
    )
    ticket = _ticket(call, matter, name, at, operator) if name else None
    return call, matter, ticket


def _ticket(call: CallRow, matter: MatterRow, name: str, at: datetime, operator: UUID) -> TicketRow:
    ticket = Ticket(
        id=new_id(),
        at=at,
        actor=operator,
        number=name,
        call_id=call.id,
        matter_id=matter.id,
        registered_at=at,
        local_day=call.local_day,
        kind=MatterKind.COMPLAINT,
        category="01",
        unit="lamps",
        urgency=Urgency.NORMAL,
        secrecy=Secrecy.OPEN,
        title=matter.summary,
        place="湖滨路 5 号",
    )
    return ticket_row(ticket, call.number, (), ())
