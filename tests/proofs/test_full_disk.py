"""A full disk gives a sentence; nothing acknowledged is lost, typing is safe, the call goes on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from operator_desk import app
from operator_desk.domain import facts
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.state import from_state
from operator_desk.lanes import Lanes
from operator_desk.services.ports import CallQuery
from operator_desk.storage import store as stores
from operator_desk.storage.journal import FileJournal
from operator_desk.storage.store import WITNESS, SqlStore
from operator_desk.storage.verify import verify_store
from operator_desk.storage.witness import Witness
from tests.proofs.caller import Caller, Step, call, written
from tests.proofs.counts import Record, chance, count
from tests.support.disk import SmallDisk, small_disk

pytestmark = pytest.mark.window  # the call desk has timers
SIZES = [0, 1, 4096, *range(8192, 400_000, 8_000)][:50]
FULL = ("disk", "space")


@dataclass
class Desk:
    """A desk on a small disk; what it acknowledged and what it complained of."""

    store: SqlStore
    caller: Caller
    folder: Path
    acknowledged: list[Any] = field(default_factory=list)
    sentences: list[Exception] = field(default_factory=list)
    unsaved: list[Exception] = field(default_factory=list)

    def do(self, step: Step) -> None:
        """A step with the journal written at once, as the timer would."""
        self.caller.do(step)
        self.caller.do(["now"])

    def journal(self) -> list[str]:
        """What a new start would find in the journal."""
        return [
            written(from_state(Draft, state))
            for state in FileJournal(self.folder / app.JOURNAL).unfinished()
        ]


class Acknowledging:
    """A store that notes every head after a commit that was acknowledged."""

    def __init__(self, store: SqlStore, heads: list[Any]) -> None:
        self._store, self._heads = store, heads
        self.desk, self.read = store.desk, store.read

    @contextmanager
    def write(self) -> Iterator[Any]:
        """As the store; the block has ended well when the head is noted."""
        with self._store.write() as tx:
            yield tx
            head = tx.head()
        self._heads.append(head)


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """A desk on a folder."""
    with closing(stores.open_desk(folder, app.migrations())) as store:
        journal = FileJournal(folder / app.JOURNAL)
        heads: list[Any] = []
        caller = Caller(Acknowledging(store, heads), folder, journal, Lanes(inline=True))
        desk = Desk(store, caller, folder, heads)
        caller.desk.keeper.lacking.connect(lambda _since, error: desk.unsaved.append(error))
        caller.desk.writes.changed.connect(
            lambda: desk.sentences.extend(one.error for one in caller.desk.writes.troubles)
        )
        caller.desk.failed.connect(desk.sentences.append)
        yield desk


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "desk"
    stores.create(folder, app.migrations(), "A07")
    return folder


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


def _check(desk: Desk) -> None:
    """Everything acknowledged is there and fits together, also while the disk is full."""
    with desk.store.readers.connect() as connection:
        report = verify_store(connection, Witness(desk.folder / WITNESS))
    assert report.broken == ()
    if desk.acknowledged:
        with desk.store.read() as tx:
            assert tx.head().n >= desk.acknowledged[-1].n


def _until_full(desk: Desk, disk: SmallDisk, leave: int, random_: random.Random) -> list[Step]:
    """Calls until the disk is full in the midst of one; the steps of it that are left."""
    filled = False
    for _ in range(200):
        steps = call(random_)
        filling_at = random_.randrange(1, len(steps) - 1)
        for place, step in enumerate(steps):
            if place == filling_at and not filled:
                disk.fill(leave)
                filled = True
            desk.do(step)
            if desk.sentences or desk.unsaved:
                return steps[place + 1 :]
    raise AssertionError("the disk was never full")


def _typing_is_safe(desk: Desk, random_: random.Random) -> None:
    """Every further letter is in the journal although the store can take nothing."""
    for _ in range(random_.randint(20, 60)):
        desk.do(["key", random_.choice("水电气")])
    draft = desk.caller.desk.draft
    if draft is not None:
        assert written(draft) in desk.journal()


def _one_call_one_ticket(desk: Desk, call_id: Any) -> None:
    rows = [
        row for row, _matters in desk.caller.services.calls.rows(CallQuery()) if row.id == call_id
    ]
    with desk.store.read() as tx:
        tickets = tx.find(facts.Ticket, call_id=call_id)
        numbers = [row.number for row in tx.find(facts.Ticket)]
    assert len(rows) == 1
    assert rows[0].outcome is not None
    assert len({one.matter_id for one in tickets}) == len(tickets)
    assert len(set(numbers)) == len(numbers)


def _full_once(template: Path, disk: SmallDisk, leave: int) -> tuple[int, int]:
    random_ = chance("full", leave)
    folder = disk.folder / "desk"
    shutil.copytree(template, folder)
    with opened(folder) as desk:
        rest = _until_full(desk, disk, leave, random_)
        _check(desk)
        held = desk.caller.desk.draft
        _typing_is_safe(desk, random_)
        told = [*desk.sentences, *desk.unsaved]
        disk.free()
        if held is not None:
            for step in rest:
                desk.do(step)
        desk.caller.do(["end"])
        desk.caller.do(["close"])
        desk.caller.desk.writes.retry()
        desk.caller.desk.keeper.retry()
        assert desk.caller.desk.writes.troubles == ()
        _check(desk)
        for head in desk.acknowledged:
            assert _in_chain(desk, head)
        if held is not None:
            _one_call_one_ticket(desk, held.call_id)
        assert desk.journal() == []
    shutil.rmtree(folder)
    for error in told:
        if not isinstance(error, UserError):
            raise error
        assert any(word in str(error).lower() for word in FULL), error
    return len(told), len(desk.unsaved)


def _in_chain(desk: Desk, head: Any) -> bool:
    with desk.store.read() as tx:
        found = tx.connection.exec_driver_sql(
            "SELECT hash FROM chain WHERE n = ?", (head.n,)
        ).scalar()
    return head.n == 0 or found == head.hash


def test_every_size_of_a_full_disk(
    application: object, template: Path, disk: SmallDisk, record_property: Record
) -> None:
    del application
    sizes = chance("sizes").sample(SIZES, count(50, 2))
    silent, unsafe = [], 0
    for leave in sizes:
        told, unsaved = _full_once(template, disk, leave)
        unsafe += bool(unsaved)
        if not told:
            silent.append(leave)
    record_property("sizes", len(sizes))
    record_property("sizes_without_a_sentence", len(silent))
    record_property("sizes_where_typing_was_not_safe", unsafe)
    record_property("disk", type(disk).__name__.strip("_").lower())
    assert silent == []
    assert unsafe == 0
