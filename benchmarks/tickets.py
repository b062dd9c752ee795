"""Lists of a hundred thousand tickets: every work list opened, filtered, sorted, counted."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, cast

from sqlalchemy import insert
from sqlalchemy.dialects import sqlite

from benchmarks.desks import Desks, timed
from benchmarks.report import Figure, Report
from operator_desk import app
from operator_desk.domain.ids import new_id
from operator_desk.domain.terms import MatterKind, Role, Secrecy, TicketState, Urgency
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import TICKET_SORTS, TicketQuery
from operator_desk.services.work import Work
from operator_desk.storage import ticket_lists
from operator_desk.storage.mapper import plain
from operator_desk.storage.store import DATABASE, SqlStore
from operator_desk.storage.tables import view_tables
from operator_desk.ui.tickets.work_lists import WORK_LISTS

_TICKETS, _PART, _REPEATS, _BUDGET, _SHOWN = 100_000, 5_000, 7, 200.0, 500
_UNITS = tuple(f"U{n:02}" for n in range(60))
_TITLES = (
    "路灯不亮",
    "电梯停运",
    "夜间施工",
    "拖欠工资",
    "室温不够",
    "井盖缺失",
    "占道经营",
    "健身房关门",
)
_OPEN_SHARE = 0.08  # of all tickets of two years


def measure(desks: Desks) -> Report:
    """Each list as the window asks for it: the first rows with their counts of joined tickets."""
    many = 2_000 if desks.tiny else _TICKETS
    folder = desks.fresh()
    app.create_desk(folder)
    with app.open_desk(folder, writing=True) as desk:
        _fill(cast("SqlStore", desk.store), many, desk.clock())
        figures = tuple(_figures(desk, folder))
    notes = (
        f"{many:,} tickets of two years with {len(_UNITS)} units, {_OPEN_SHARE:.0%} of them open; "
        f"the first {_SHOWN} rows of each list; median of {_REPEATS}, the worst of its kind shown",
        "bare: the same statement by sqlite3, its rows fetched as tuples",
    )
    return Report("tickets", "lists of tickets", ("bare",), figures, notes)


def _figures(desk: app.Services, folder: Path) -> Iterator[Figure]:
    lead = Actor(new_id(), "lea", "Lea", (Role.ADMIN.value,))
    unit = Actor(new_id(), "u", "U", (Role.UNIT.value,), _UNITS[3])
    now = desk.clock()
    work = Work(
        desk.store, desk.clock, desk.tickets, desk.handling, desk.deadlines, desk.explaining,
        desk.viewing, desk.proposals,
    )  # fmt: skip
    lists = {one.name: (one, unit if one.roles == {Role.UNIT} else lead) for one in WORK_LISTS}
    opened = {
        name: (who, replace(one.asked(who, now), limit=_SHOWN))
        for name, (one, who) in lists.items()
    }
    yield _worst("a work list opened", work, folder, opened)
    sorts = {
        f"{name} {down}": (lead, TicketQuery(sort=name, descending=down, limit=_SHOWN))
        for name in TICKET_SORTS
        for down in (True, False)
    }
    yield _worst("all tickets sorted by any column", work, folder, sorts)
    yield _worst("all tickets filtered", work, folder, {
        name: (lead, query) for name, query in _filters(now).items()
    })  # fmt: skip
    counts = {name: query for name, (_who, query) in opened.items()}
    took = _median(lambda: work.counts(lead, counts))
    yield Figure(what="counts of all work lists at once", unit="ms", ours=took, budget=_BUDGET)


def _filters(now: datetime) -> dict[str, TicketQuery]:
    base = TicketQuery(limit=_SHOWN)
    return {
        "one word": replace(base, text="室温"),
        "two words": replace(base, text="路灯 湖滨"),
        "a word that is nowhere": replace(base, text="不存在"),
        "a unit, late": replace(base, with_unit=_UNITS[7], late_at=now),
        "kinds and category": replace(base, kinds=(MatterKind.REPORT,), categories=("0304", "05")),
        "days": replace(base, first_day=(now - timedelta(days=30)).date()),
        "secret, urgent": replace(base, secrecy=Secrecy.SECRET, urgency=Urgency.URGENT),
    }


def _worst(
    what: str, work: Work, folder: Path, queries: dict[str, tuple[Actor, TicketQuery]]
) -> Figure:
    found = {
        name: _median(lambda who=who, query=query: work.rows(who, query))
        for name, (who, query) in queries.items()
    }
    name = max(found, key=lambda one: found[one])
    bare = _bare(folder, queries[name][1])
    return Figure(
        what=f"{what} ({name})", unit="ms", ours=found[name], peers=(bare,), budget=_BUDGET
    )


def _bare(folder: Path, query: TicketQuery) -> float:
    words = ticket_lists.listed(query).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    connection = sqlite3.connect(folder / DATABASE)
    took = _median(lambda: connection.execute(str(words)).fetchall())
    connection.close()
    return took


def _median(work: Callable[[], object]) -> float:
    work()
    return median(timed(work)[0] for _ in range(_REPEATS)) * 1000


# -- the tickets -------------------------------------------------------------------------


def _fill(store: SqlStore, many: int, now: datetime) -> None:
    chance = random.Random(5)
    table = view_tables["ticket_state"]
    for start in range(0, many, _PART):
        rows = [
            plain(_ticket(chance, n, many, now)) for n in range(start, min(many, start + _PART))
        ]
        with store.write() as tx:
            tx.connection.execute(insert(table), rows)


def _ticket(chance: random.Random, n: int, many: int, now: datetime) -> TicketRow:
    open_ = chance.random() < _OPEN_SHARE or n > many * 0.99
    at = now - timedelta(days=730 * (many - n) / many)
    state = chance.choice(_OPEN_STATES) if open_ else TicketState.CLOSED
    due = at + timedelta(days=7)
    answered = None if open_ else at + timedelta(days=chance.uniform(0.1, 9))
    unit = chance.choice(_UNITS)
    empty: dict[str, Any] = dict.fromkeys(
        ("category_text", "place_code", "reference", "unknown", "level", "joined_to", "event_card",
         "contacted", "solved", "unit_rating", "hotline_rating")
    )  # fmt: skip
    return TicketRow(
        **empty,
        id=new_id(),
        number=f"{at:%Y%m%d}-A{n % 40:02}-{n:06}",
        state=state,
        since=at + timedelta(hours=5),
        kind=chance.choice(list(MatterKind)),
        category=f"0{chance.randrange(1, 9)}0{chance.randrange(1, 9)}0{chance.randrange(1, 9)}",
        title=f"{chance.choice(_TITLES)} {n}",
        place=f"湖滨路 {n % 900} 号",
        unit=None if state is TicketState.REGISTERED else unit,
        co_units=(chance.choice(_UNITS),) if n % 9 == 0 else (),
        registered_at=at,
        local_day=at.date(),
        urgency=Urgency.URGENT if n % 20 == 0 else Urgency.NORMAL,
        secrecy=Secrecy.SECRET if n % 25 == 0 else Secrecy.OPEN,
        wants_reply=True,
        operator=_OPERATORS[n % len(_OPERATORS)],
        call_id=new_id(),
        matter_id=new_id(),
        number_key=f"138{n % 20_000:08}",
        missing=(),
        last_event=new_id(),
        n=3,
        caller_due_at=due,
        holder_due_at=due if open_ else None,
        step_due_at=at + timedelta(hours=26) if open_ else None,
        asked="extension" if open_ and n % 11 == 0 else "",
        relays=int(open_ and n % 17 == 0),
        paused=open_ and n % 40 == 0,
        returns=int(n % 15 == 0),
        return_accepted=False,
        reworks=int(n % 30 == 0),
        chases=int(n % 8 == 0),
        supervised=0,
        tries=0,
        unsolved=False,
        excluded=n % 50 == 0,
        dispatched_at=at + timedelta(hours=1),
        answered_at=answered,
        closed_at=None if open_ else answered,
    )


_OPERATORS = tuple(new_id() for _ in range(40))
_OPEN_STATES = (
    TicketState.REGISTERED, TicketState.DISPATCHED, TicketState.SIGNED, TicketState.IN_HAND,
    TicketState.RETURNED, TicketState.ANSWERED, TicketState.FOLLOW_UP, TicketState.RATED,
)  # fmt: skip
