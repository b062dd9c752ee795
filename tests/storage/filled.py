"""A store with real calls and at least one row in every fact table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from operator_desk import app
from operator_desk.domain import facts
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.facts import FACTS, Fact
from operator_desk.domain.ids import derived_id
from operator_desk.domain.scripted import ScriptedAnswer, ScriptedCall
from operator_desk.domain.terms import Answer, MatterKind, Outcome
from operator_desk.services.people import machine_actor
from operator_desk.storage.attachments import FOLDER, FileAttachments
from operator_desk.storage.store import SqlStore, create, open_desk
from operator_desk.storage.tables import fact_tables, plain_hints
from tests.fakes.journal import FakeJournal

AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
_VALUES: dict[Any, Any] = {
    str: "甲",
    int: 3,
    bool: True,
    datetime: AT,
    date: date(2026, 3, 2),
    tuple: ("一", "二"),
}
TICKET = ScriptedCall(
    id="t-1",
    started_at=AT,
    caller_number="13800000001",
    kind=MatterKind.COMPLAINT,
    statements=("小区停水两天了。", "物业不接电话。"),
    outcome=Outcome.TICKET,
    talk_s=120,
    after_call_s=20,
    title="停水",
    readback=(
        ScriptedAnswer(Answer.CONFIRMED),
        ScriptedAnswer(Answer.CORRECTED, "物业一直不接电话。"),
    ),
)
ANSWER = ScriptedCall(
    id="a-1",
    started_at=AT,
    caller_number="13800000002",
    kind=MatterKind.INQUIRY,
    statements=("怎么查社保。",),
    outcome=Outcome.DIRECT_ANSWER,
    talk_s=60,
    after_call_s=5,
    told=("own:a",),
)


def sample(cls: type[Fact]) -> Fact:
    """A row with a value in every field."""
    values: dict[str, Any] = {}
    for name, (bare, _optional, _personal) in plain_hints(cls).items():
        if bare is UUID:
            values[name] = derived_id("sample", cls.__name__, name)
        elif isinstance(bare, type) and issubclass(bare, StrEnum):
            values[name] = next(iter(bare))
        else:
            values[name] = _VALUES[bare]
    return cls(**values)


def fill(folder: Path) -> str:
    """Makes the store; the number of its ticket."""
    create(folder, app.migrations(), "A07")
    with opened(folder) as store:
        desk = app.services(store, app.load_profile("general-12345"), folder, FakeJournal())
        actor = machine_actor("tester")
        desk.knowledge.put(actor, [Article("own:a", ArticleKind.FAQ, "社保查询", "正文")])
        played = list(desk.replay.play(actor, [TICKET, ANSWER]))
        assert [one.refused for one in played] == [None, None]
        with store.read() as tx:
            number = _number(tx)
            empty = [name for name, cls in FACTS.items() if not tx.find(cls)]
        with store.write() as tx:
            for name in empty:
                if name == "attachment":
                    tx.add(_attached(folder))
                elif name not in ("erasure", "restored"):
                    tx.add(sample(FACTS[name]))
    return number


def _attached(folder: Path) -> facts.Attachment:
    """An attachment whose bytes are there."""
    body = b"abc"
    sha256 = hashlib.sha256(body).hexdigest()
    FileAttachments(folder / FOLDER).keep(sha256, body)
    row = sample(facts.Attachment)
    assert isinstance(row, facts.Attachment)
    return replace(row, sha256=sha256, size=len(body))


def _number(tx: Any) -> str:
    return str(tx.find(facts.Ticket)[0].number)


@contextmanager
def opened(folder: Path) -> Iterator[SqlStore]:
    """The store of a folder, closed at the end."""
    store = open_desk(folder, app.migrations())
    try:
        yield store
    finally:
        store.close()


def columns() -> list[tuple[str, str]]:
    """Every column of every fact table that holds rows."""
    return [
        (name, column.name)
        for name, table in fact_tables.items()
        if name not in ("erasure", "restored")
        for column in table.c
    ]
