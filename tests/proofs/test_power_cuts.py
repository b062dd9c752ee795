"""After a power cut every acknowledged commit is there, and no other is half there."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from operator_desk import app
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.services.people import machine_actor
from operator_desk.storage import store as stores
from operator_desk.storage.engine import writer_engine
from operator_desk.storage.store import DATABASE
from operator_desk.storage.verify import verify_store
from tests.fakes.journal import FakeJournal
from tests.proofs.counts import Record, chance, count
from tests.proofs.power import Image, Op, Statement, cuts, traced
from tests.storage.filled import ANSWER, TICKET

CALLS = 12


class Noted:
    """The writing statements of a store, as they were compiled, by transaction."""

    def __init__(self, store: stores.SqlStore) -> None:
        self.transactions: list[list[Statement]] = []
        assert store.engine is not None
        event.listen(store.engine, "before_cursor_execute", self._note)

    def _note(self, _c: Any, _cursor: Any, words: str, values: Any, _x: Any, many: bool) -> None:
        if words.startswith("BEGIN"):
            self.transactions.append([])
        elif not words.lstrip().upper().startswith("SELECT"):
            each = values if many else [values]
            self.transactions[-1] += [(words, tuple(one)) for one in each]


@pytest.fixture(scope="module")
def transactions(tmp_path_factory: pytest.TempPathFactory) -> list[list[Statement]]:
    """The schema as one transaction, then the work of some calls."""
    folder = tmp_path_factory.mktemp("power") / "desk"
    stores.create(folder, app.migrations(), "A07")
    with closing(sqlite3.connect(folder / DATABASE)) as made:
        schema = [(line, ()) for line in _schema(made)]
    with closing(stores.open_desk(folder, app.migrations())) as store:
        noted = Noted(store)
        desk = app.services(store, app.load_profile("general-12345"), folder, FakeJournal())
        actor = machine_actor("tester")
        desk.knowledge.put(actor, [Article("own:a", ArticleKind.FAQ, "社保查询", "正文" * 900)])
        for n in range(CALLS):
            at = TICKET.started_at + timedelta(minutes=n)
            scripts = [replace(one, id=f"{one.id}-{n}", started_at=at) for one in (TICKET, ANSWER)]
            assert [one.refused for one in desk.replay.play(actor, scripts)] == [None, None]
    return [schema, *(one for one in noted.transactions if one)]


def _schema(made: sqlite3.Connection) -> Iterator[str]:
    """All of an empty store: tables, indexes, triggers, first values."""
    for line in made.iterdump():
        if not line.startswith(("BEGIN", "COMMIT")):
            yield line


@contextmanager
def recovered(image: Image, random_: random.Random, folder: Path) -> Iterator[Path]:
    """A folder with what a cut leaves."""
    folder.mkdir()
    try:
        image.cut(random_, folder)
        yield folder / DATABASE
    finally:
        shutil.rmtree(folder)


def _lengths(transactions: list[list[Statement]]) -> list[int]:
    """How many links the chain has after each transaction."""
    found = [0]
    for statements in transactions:
        links = sum(words.startswith("INSERT INTO chain") for words, _values in statements)
        found.append(found[-1] + links)
    return found


def _chain(database: Path) -> int:
    """The length of the chain after recovery by the program's own engine; -1 without a store."""
    engine = writer_engine(database)
    try:
        with engine.connect() as connection:
            if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
                return -1
            broken = verify_store(connection).broken
            assert not broken
            return int(connection.exec_driver_sql("SELECT count(*) FROM chain").scalar_one())
    finally:
        engine.dispose()


def _lost(
    trace: list[Op], lengths: list[int], rounds: int, random_: random.Random, folder: Path
) -> int:
    """How many cuts lost an acknowledged commit."""
    lost = 0

    def look(image: Image) -> None:
        nonlocal lost
        with recovered(image, random_, folder) as database:
            length = _chain(database)
        if image.acknowledged == 0:
            assert length in (-1, 0)
            return
        assert length == -1 or length in lengths
        lost += length < lengths[image.acknowledged]

    cuts(trace, rounds, random_, look)
    return lost


@pytest.mark.parametrize("checkpoint", [1000, 30])
def test_no_acknowledged_commit_is_lost(
    transactions: list[list[Statement]], tmp_path: Path, checkpoint: int, record_property: Record
) -> None:
    """With the program's checkpoints, and with so many that the log begins anew all the time."""
    trace = traced(
        tmp_path / DATABASE,
        transactions,
        "synchronous=FULL",
        f"wal_autocheckpoint={checkpoint}",
        "recursive_triggers=ON",
    )
    rounds, random_ = count(500, 12), chance("power", checkpoint)
    lost = _lost(trace, _lengths(transactions), rounds, random_, tmp_path / "cut")
    record_property("cuts", rounds)
    record_property("commits", len(transactions))
    record_property("lost", lost)
    assert lost == 0


def test_the_disk_would_show_a_loss(
    transactions: list[list[Statement]], tmp_path: Path, record_property: Record
) -> None:
    """The same with synchronous=NORMAL, which is known to lose: the proof above can fail."""
    trace = traced(tmp_path / DATABASE, transactions, "synchronous=NORMAL")
    rounds = count(100, 12)
    lost = _lost(trace, _lengths(transactions), rounds, chance("normal"), tmp_path / "cut")
    record_property("cuts", rounds)
    record_property("lost_with_normal", lost)
    assert lost > rounds // 5
