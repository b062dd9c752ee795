"""A statement and a ticket stored for good, beside raw sqlite3 that writes the same rows."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from statistics import median
from typing import cast

from benchmarks.desks import Desks, actor
from benchmarks.raw import Raw, Recorded, raw
from benchmarks.report import Figure, Report, percentile
from operator_desk import app
from operator_desk.domain import call_flow, record
from operator_desk.domain.draft import Draft, Strip
from operator_desk.domain.state import to_state
from operator_desk.domain.terms import MatterKind
from operator_desk.storage.store import SqlStore

RATIO, P99_MS = 4.0, 10.0
_CALLS, _STATEMENTS = 100, 6
WORDS = "我家楼下的路灯已经三天不亮了，晚上老人出门很不安全。"


@dataclass(slots=True)
class _Pair:
    """Milliseconds of our commits and of the raw ones with the same rows."""

    ours: list[float] = field(default_factory=list)
    raw: list[float] = field(default_factory=list)
    rows: int = 0

    def figures(self, what: str, *, budget: bool) -> Iterator[Figure]:
        """Median, 99th percentile and the ratio of the medians."""
        middle = median(self.ours), median(self.raw)
        late = percentile(self.ours, 0.99), percentile(self.raw, 0.99)
        ratio = f"{what}, p50 ours ÷ raw"
        yield Figure(what=f"{what}, p50", unit="ms", ours=middle[0], peers=middle[1:])
        most = P99_MS if budget else None
        yield Figure(what=f"{what}, p99", unit="ms", ours=late[0], peers=late[1:], budget=most)
        most = RATIO if budget else None
        yield Figure(what=ratio, unit="", ours=middle[0] / middle[1], peers=(1.0,), budget=most)


def measure(desks: Desks) -> Report:
    """Statements one by one, the ticket at the end of each call; journal lines beside."""
    stocked = desks.stocked
    folder, twin = desks.copy(stocked.folder), desks.copy(stocked.folder)
    calls = 3 if desks.tiny else _CALLS
    statement, ticket = _Pair(), _Pair()
    with app.open_desk(folder, writing=True) as desk, raw(twin) as peer:
        both = _Both(desk, peer)
        for _ in range(calls):
            draft = _talk(both, statement)
            both.timed(ticket, lambda draft=draft: desk.tickets.register(draft, draft.matter.id))
        journal = _journal(desk, draft)
    rows = (f"a statement writes {statement.rows} rows, a ticket {ticket.rows}",)
    figures = [
        *statement.figures("statement", budget=True),
        *ticket.figures("ticket with record and seal", budget=False),
        *journal.figures("journal line of one more letter", budget=False),
    ]
    notes = (
        f"{calls * _STATEMENTS} statements and {calls} tickets in turn with the peer; "
        f"store of {stocked.articles:,} {stocked.what}; {rows[0]}",
        "raw: sqlite3 with WAL and synchronous=FULL, the same rows, no hash, no trigger, no look "
        "at what is there; for the journal: one write and fsync of as many bytes",
    )
    return Report("commits", "stored for good", ("raw",), tuple(figures), (*notes, *desks.missing))


class _Both:
    """Does a thing in the store, then writes the same rows raw."""

    def __init__(self, desk: app.Services, peer: Raw) -> None:
        self.desk, self._peer = desk, peer
        self._recorded = Recorded(cast("SqlStore", desk.store).engine)

    def untimed(self, work: Callable[[], object]) -> None:
        """Both sides, for what has to be there before."""
        work()
        self._peer.write(self._recorded.take())

    def timed(self, pair: _Pair, work: Callable[[], object]) -> None:
        """Both sides, each with its time."""
        began = time.perf_counter()
        work()
        pair.ours.append((time.perf_counter() - began) * 1000)
        before = self._peer.rows
        pair.raw.append(self._peer.write(self._recorded.take()) * 1000)
        pair.rows = self._peer.rows - before


def _talk(both: _Both, pair: _Pair) -> Draft:
    """A call whose record grows by a statement at a time; filled for its ticket at the end."""
    desk = both.desk
    draft = desk.calls.begin(actor(), number="13800002206")
    both.untimed(lambda: desk.calls.open(draft))
    said: list[str] = []
    for number in range(_STATEMENTS):
        said.append(f"{number} {WORDS}")
        matter = record.edited(draft.matter, said, desk.calls.stamp())
        draft = draft.with_matter(record.frozen(matter, desk.calls.stamp()))
        if number == 0:  # the row of the matter comes with its first statement
            both.untimed(lambda draft=draft: desk.records.save(draft))
        else:
            both.timed(pair, lambda draft=draft: desk.records.save(draft))
    strip = Strip(title="路灯不亮", place="湖滨路 5 号", unit="lamps", callback="0551-62881234")
    leaf = desk.profile.categories.leaves()[0].code
    matter = replace(draft.matter, kind=MatterKind.COMPLAINT, category=leaf, summary=WORDS)
    filled = draft.with_matter(replace(matter, strip=strip))
    return call_flow.ready_to_register(filled, desk.calls.stamp())


def _journal(desk: app.Services, draft: Draft) -> _Pair:
    """The draft with one more letter each time, as the journal lane keeps it; raw: the bytes."""
    pair = _Pair()
    path = desk.folder / app.JOURNAL / f"{draft.call_id}.jsonl"
    beside = os.open(desk.folder / "beside", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    desk.journal.save(draft.call_id, to_state(draft))
    for number in range(len(WORDS) * 4):
        said = [line.words for line in record.visible(draft.matter)]
        said[-1] += WORDS[number % len(WORDS)]
        draft = draft.with_matter(record.edited(draft.matter, said, desk.calls.stamp()))
        size = path.stat().st_size
        began = time.perf_counter()
        desk.journal.save(draft.call_id, to_state(draft))
        saved = time.perf_counter()
        os.write(beside, b"x" * max(1, path.stat().st_size - size))
        os.fsync(beside)
        pair.raw.append((time.perf_counter() - saved) * 1000)
        pair.ours.append((saved - began) * 1000)
    os.close(beside)
    return pair
