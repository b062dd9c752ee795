"""Likely duplicates among a hundred thousand tickets: the index built, kept in step, asked."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import quantiles
from uuid import UUID

from benchmarks.desks import Desks, timed
from benchmarks.memory import resident_mb
from benchmarks.report import Figure, Report
from operator_desk.domain.duplicates import ranked
from operator_desk.domain.proposals import Matter, TicketMark
from operator_desk.domain.terms import MatterKind, Secrecy, TicketState
from operator_desk.search.near import NearTickets

_TICKETS, _ASKED, _NUMBERS, _STREETS = 100_000, 200, 40_000, 180
_NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
_WHAT = ("路灯", "电梯", "暖气", "自来水", "下水道", "井盖", "垃圾桶", "红绿灯", "工地", "烧烤店")
_HOW = ("不亮", "坏了", "没人修", "一直响", "漏了", "堵了", "停了", "太吵", "三天没人管", "又坏了")
_WHERE = ("湖滨", "明湖", "桥东", "和平", "向阳", "开元", "书院", "石塘", "柳溪", "凤岭")


def measure(desks: Desks) -> Report:
    """Building, one more ticket, and asking; the read of the store is not in it."""
    many = 2_000 if desks.tiny else _TICKETS
    chance = random.Random(11)
    marks = list(_marks(chance, many))
    before = resident_mb()
    built_s, index = timed(lambda: _built(marks))
    after = resident_mb()
    by_id = {one.id: one for one in marks}
    asked = [_matter(chance) for _ in range(_ASKED)]
    took, found = [], 0
    for matter in asked:
        seconds, duplicates = timed(lambda matter=matter: _ask(index, by_id, matter))
        took.append(seconds * 1000)
        found += bool(duplicates)
    one_s, _ = timed(lambda: index.put(marks[:100]))
    cuts = quantiles(took, n=20)
    figures = (
        Figure(what="built from nothing", unit="s", ours=built_s),
        Figure(what="memory it took", unit="MB", ours=after - before if before and after else None),
        Figure(what="a ticket that has changed", unit="ms", ours=one_s * 10),
        Figure(what="asked, p50", unit="ms", ours=cuts[9]),
        Figure(what="asked, p95", unit="ms", ours=cuts[-1], budget=20.0),
    )
    notes = (
        f"{many:,} tickets of a year, a tenth of them open, a twentieth secret; {_ASKED} matters "
        f"asked, {found} of them with a likely duplicate",
    )
    return Report("near", "likely duplicates", (), figures, notes)


def _built(marks: list[TicketMark]) -> NearTickets:
    index = NearTickets()
    index.put(marks)
    return index


def _ask(index: NearTickets, marks: dict[UUID, TicketMark], matter: Matter) -> object:
    near = index.find(matter, (_NOW - timedelta(days=30)).toordinal(), 60)
    return ranked(matter, near, {one.id: marks[one.id] for one in near})


def _marks(chance: random.Random, many: int) -> Iterator[TicketMark]:
    for n in range(many):
        matter = _matter(chance)
        at = _NOW - timedelta(seconds=n * 365 * 86_400 // many)
        open_ = chance.random() < 0.1
        yield TicketMark(
            id=UUID(int=chance.getrandbits(128)),
            number=f"{at:%Y%m%d}-A01-{n:06}",
            state=TicketState.IN_HAND if open_ else TicketState.CLOSED,
            since=at,
            kind=MatterKind.COMPLAINT,
            category=matter.category,
            category_text=None,
            title=matter.title,
            place=matter.place,
            place_code=matter.place_code,
            unit="CG",
            co_units=(),
            registered_at=at,
            local_day=at.date(),
            secrecy=Secrecy.SECRET if chance.random() < 0.05 else Secrecy.OPEN,
            number_key=matter.number_key,
            call_id=UUID(int=n),
            joined_to=None,
            caller_due_at=None,
            closed_at=None if open_ else at + timedelta(days=3),
        )


def _matter(chance: random.Random) -> Matter:
    where, house = chance.choice(_WHERE), chance.randrange(400)
    return Matter(
        category="".join(f"{chance.randrange(1, most):02}" for most in (11, 9, 6)),
        place_code=f"9901{chance.randrange(_STREETS):05}{chance.randrange(6):03}",
        kind=MatterKind.COMPLAINT,
        title=f"{where}{chance.choice(_WHAT)}{chance.choice(_HOW)}，{chance.choice(_HOW)}{house}",
        place=f"{where}路{house}号{chance.choice(_WHERE)}小区{chance.randrange(40)}栋",
        number_key=f"138{chance.randrange(_NUMBERS):08}",
    )
