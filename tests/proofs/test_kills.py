"""Killed at a random moment, a typed call loses at most its last second, and nothing else."""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from operator_desk import app
from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.state import from_state
from operator_desk.lanes import Lanes
from operator_desk.services.ports import CallQuery
from operator_desk.storage import store as stores
from operator_desk.storage.journal import FileJournal
from operator_desk.storage.store import WITNESS, SqlStore
from operator_desk.storage.verify import verify_store
from operator_desk.storage.witness import Witness
from tests.proofs.caller import Caller, Step, call, typed, written
from tests.proofs.counts import Record, chance, count

pytestmark = pytest.mark.window  # the call desk has timers
ROOT = Path(__file__).resolve().parents[2]
SECOND = 1.0


@dataclass
class Killed:
    """What was done to a process and what it said until it was killed."""

    at: float = 0.0
    sent: list[float] = field(default_factory=lambda: [0.0])  # the start is step 0
    wrote: list[tuple[int, str]] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    heads: list[tuple[int, str]] = field(default_factory=list)
    tickets: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def hear(self, kind: str, value: Any) -> None:
        """One line of the process."""
        if kind in ("head", "wrote"):
            (self.heads if kind == "head" else self.wrote).append((value[0], value[1]))
        elif kind in ("saved", "failed"):
            getattr(self, kind).append(value)
        elif kind == "ticket":
            self.tickets.append(value)


class Worker:
    """The process, and the pipe to it."""

    def __init__(self, folder: Path) -> None:
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.proofs.worker", str(folder)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.said, self._rest = Killed(), b""
        self._ready = False

    def wait_ready(self) -> None:
        """Returns when the process takes steps."""
        until = time.monotonic() + 60
        while not self._ready:
            assert time.monotonic() < until
            assert self._listen(1.0)

    def _listen(self, seconds: float) -> bool:
        """Hears what the process says within that time; False at its end."""
        assert self._process.stdout is not None
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self._process.stdout], [], [], left)[0]:
                break
            data = os.read(self._process.stdout.fileno(), 1 << 20)
            if not data:
                return False
            self._hear(data)
        return True

    def _hear(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            kind, value = json.loads(line)
            self._ready = self._ready or kind == "ready"
            self.said.hear(kind, value)

    def do(self, step: Step, pause: float) -> None:
        """Sends a step; then hears for a while what happens."""
        assert self._process.stdin is not None
        self.said.sent.append(time.monotonic())
        self._process.stdin.write(json.dumps(step, ensure_ascii=False).encode() + b"\n")
        self._process.stdin.flush()
        assert self._listen(pause)

    def kill(self) -> Killed:
        """kill -9; what the process had said before."""
        self.said.at = time.monotonic()
        self._process.kill()
        while self._listen(5.0):
            pass
        self._process.wait(10)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        return self.said


def _type_and_kill(folder: Path, random_: random.Random, *, going_on: bool) -> Killed:
    """Works at the desk for a random time and kills it in the midst."""
    worker = Worker(folder)
    try:
        worker.wait_ready()
        until = time.monotonic() + random_.uniform(0.05, 4.5)
        steps = [*typed(random_, 30), ["end"], ["close"]] if going_on else []
        while time.monotonic() < until:
            if not steps:
                steps = call(random_, 40)
            worker.do(steps.pop(0), random_.choice([0.0, 0.004, 0.01, 0.03]))
    finally:
        killed = worker.kill()
    return killed


# -- what must hold ----------------------------------------------------------------------


@contextmanager
def opened(folder: Path) -> Iterator[tuple[SqlStore, Caller]]:
    """The desk of the next start."""
    with closing(stores.open_desk(folder, app.migrations())) as store:
        yield store, Caller(store, folder, FileJournal(folder / app.JOURNAL), Lanes(inline=True))


def _unfinished(caller: Caller, folder: Path) -> list[Draft]:
    calls = caller.services.calls
    drafts = [from_state(Draft, state) for state in FileJournal(folder / app.JOURNAL).unfinished()]
    return [calls.reconciled(draft) for draft in drafts if not calls.is_closed(draft)]


def _letters_lost(killed: Killed, drafts: list[Draft]) -> int:
    """How many steps of more than a second before the kill are missing; -1: something strange."""
    old = max(n for n, at in enumerate(killed.sent) if at < killed.at - SECOND)
    found = {written(draft) for draft in drafts} or {""}
    steps = [step for step, state in killed.wrote if state in found]
    return max(0, old - max(steps)) if steps else -1


def _check(store: SqlStore, caller: Caller, folder: Path, killed: Killed) -> list[Draft]:
    assert killed.failed == []
    drafts = _unfinished(caller, folder)
    states = {written(draft) for draft in drafts}
    with store.readers.connect() as connection:
        assert verify_store(connection, Witness(folder / WITNESS)).broken == ()
    with store.read() as tx:
        links = dict(tx.connection.exec_driver_sql("SELECT n, hash FROM chain").all())
        numbers = [row.number for row in tx.find(facts.Ticket)]
        matters = [row.matter_id for row in tx.find(facts.Ticket)]
    assert [head for head in killed.heads if head[0] and links.get(head[0]) != head[1]] == []
    assert set(killed.tickets) <= set(numbers)
    assert len(set(numbers)) == len(numbers)
    assert len(set(matters)) == len(matters)
    # What was saved last is there, or what came after it, or the store has taken the call over.
    if killed.saved and states:
        said = [state for _step, state in killed.wrote]
        later = said[said.index(killed.saved[-1]) :] if killed.saved[-1] in said else said
        assert states & {killed.saved[-1], *later}
    return drafts


def _close(store: SqlStore, caller: Caller, draft: Draft, random_: random.Random) -> None:
    """Goes on with a recovered call and closes it: one call, a ticket for what was registered."""
    desk = caller.desk
    desk.resume(draft)
    for step in [*typed(random_, 12), ["register"], ["end"], ["close"]]:
        caller.do(step)
    assert desk.writes.troubles == ()
    listed = caller.services.calls.rows(CallQuery())
    rows = [(row, matters) for row, matters in listed if row.id == draft.call_id]
    assert len(rows) == 1
    row, matters = rows[0]
    assert row.started_at == draft.started_at
    assert row.outcome is not None
    with store.read() as tx:
        tickets = tx.find(facts.Ticket, call_id=draft.call_id)
    assert row.tickets == len(tickets) <= max(1, len(matters))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "desk"
    stores.create(made, app.migrations(), "A07")
    return made


def test_kills_at_random_moments_lose_at_most_the_last_second(
    application: object, folder: Path, record_property: Record
) -> None:
    """One desk is killed again and again; what it left is gone on with, or killed once more."""
    del application
    rounds, random_ = count(100, 4), chance("kills")
    going_on, lost, steps, tickets, recovered = False, 0, 0, 0, 0
    for n in range(rounds):
        killed = _type_and_kill(folder, random_, going_on=going_on)
        steps += len(killed.sent) - 1
        tickets += len(killed.tickets)
        with opened(folder) as (store, caller):
            drafts = _check(store, caller, folder, killed)
            missing = _letters_lost(killed, drafts)
            assert missing >= 0, n
            lost += missing
            going_on = bool(drafts) and random_.random() < 0.4
            recovered += len(drafts)
            for draft in [] if going_on else drafts:
                _close(store, caller, draft, random_)
            with store.readers.connect() as connection:
                assert verify_store(connection, Witness(folder / WITNESS)).broken == ()
    for name, value in (
        ("kills", rounds),
        ("steps", steps),
        ("calls_recovered", recovered),
        ("tickets_told", tickets),
        ("steps_lost_that_were_older_than_a_second", lost),
    ):
        record_property(name, value)
    assert lost == 0
