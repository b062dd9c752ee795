"""Real messages and the official answers to them, at their real times: which ones were late.

The dates are counted a second time here, day by day, with nothing of the program but the list
of working days of the library that it rests on as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest

from operator_desk import app
from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.limit_rules import LimitFrom, LimitOf, LimitRule, LimitUnit
from operator_desk.domain.profile import Profile
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.terms import MatterKind, Outcome
from operator_desk.services.handling import Given
from operator_desk.services.people import machine_actor
from operator_desk.services.ports import TicketQuery, Writer
from operator_desk.services.steps import ticket_of
from operator_desk.storage.store import create, open_desk
from tests.fakes.journal import FakeJournal
from tests.proofs.counts import Record, chance, count
from tests.support.data import needs_data

pytestmark = pytest.mark.proof
HERE = ZoneInfo("Asia/Shanghai")
ACTOR = machine_actor("test")
UNIT = "u"


def _rule(name: str, amount: int, *kinds: MatterKind) -> LimitRule:
    profile = app.load_profile("general-12345")
    model = next(rule for rule in profile.limits if rule.id == "caller_ticket")
    return replace(
        model,
        id=name,
        what=LimitOf.CALLER,
        amount=amount,
        unit=LimitUnit.WORKING_DAYS,
        begins=LimitFrom.REGISTRATION,
        kinds=kinds,
    )


def _profile() -> Profile:
    """Inquiries 2 working days, all others 5, from 2004 on."""
    rules = (_rule("inquiry", 2, MatterKind.INQUIRY), _rule("other", 5))
    return replace(app.load_profile("general-12345"), limits=rules)


def _messages() -> list[dict[str, Any]]:
    path = needs_data() / "complaints" / "messages_replies.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return chance("answers").sample(rows, count(len(rows), 100))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def _due(begin: datetime, days: int) -> datetime:
    """The midnight after the n-th working day behind the day of the beginning."""
    day = begin.date()
    while days:
        day += timedelta(days=1)
        days -= chinese_calendar.is_workday(day)
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=HERE)


def _used(begin: datetime, end: datetime) -> int:
    """Seconds of working days between two instants."""
    total, day = 0, begin.date()
    while day <= end.date():
        opened = datetime.combine(day, time(), tzinfo=HERE)
        closed = datetime.combine(day + timedelta(days=1), time(), tzinfo=HERE)
        if chinese_calendar.is_workday(day):
            total += int((min(end, closed) - max(begin, opened)).total_seconds())
        day += timedelta(days=1)
    return total


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[app.Services]:
    folder = tmp_path / "desk"
    create(folder, app.migrations(), "A07")
    with closing(open_desk(folder, app.migrations())) as store:
        yield app.services(store, _profile(), folder, FakeJournal())


def _unit() -> UnitVersion:
    return UnitVersion(
        id=derived_id("unit", UNIT), at=datetime(2004, 1, 1, tzinfo=UTC), actor=ACTOR.staff_id,
        code=UNIT, name="承办单位", short_name="单位", kind="unit",
    )  # fmt: skip


def _script(row: dict[str, Any]) -> ScriptedCall:
    """A call that ended, with a ticket, when the message was sent."""
    return ScriptedCall(
        id=row["id"],
        started_at=_at(row["time"]) - timedelta(seconds=60),
        caller_number="13800000001",
        kind=MatterKind.INQUIRY if row["is_consultation"] else MatterKind.REQUEST,
        statements=(row["detail"].strip() or row["subject"],),
        outcome=Outcome.TICKET,
        talk_s=60,
        after_call_s=0,
        title=row["subject"],
    )


def _answer(desk: app.Services, tx: Writer, number: str, row: dict[str, Any]) -> None:
    ticket = ticket_of(tx, number)
    begin, end = _at(row["time"]).astimezone(UTC), _at(row["reply_time"]).astimezone(UTC)
    for action, given, at in (
        (Action.DISPATCH, Given(unit=UNIT), begin),
        (Action.SIGN, Given(), begin),
        (Action.ANSWER, Given(note=row["reply"]), end),
    ):
        desk.handling.act_in(
            tx, ACTOR, ticket, action, given,
            happened_at=at, trusted=True, event_id=derived_id("step", number, action.value),
        )  # fmt: skip


def test_late_answers_are_those_of_an_independent_count(
    desk: app.Services, record_property: Record
) -> None:
    messages = _messages()
    with desk.store.write() as tx:
        tx.add(_unit())
    played = list(desk.replay.play(ACTOR, (_script(row) for row in messages)))
    assert [one.refused for one in played if one.refused] == []
    by_call = {row.call_id: row.number for row in desk.tickets.rows(TicketQuery())}
    numbers = [by_call[derived_id("replay", _script(row).id)] for row in messages]
    for start in range(0, len(messages), 50):
        with desk.store.write() as tx:
            for number, row in list(zip(numbers, messages, strict=True))[start : start + 50]:
                _answer(desk, tx, number, row)
    found = {row.number: row for row in desk.tickets.rows(TicketQuery())}
    late = 0
    for number, row in zip(numbers, messages, strict=True):
        begin, end = _at(row["time"]), _at(row["reply_time"])
        due = _due(begin, 2 if row["is_consultation"] else 5)
        assert found[number].caller_due_at == due, row["id"]
        assert found[number].late_at(desk.clock()) == (end >= due), row["id"]
        explained = desk.explaining.explain(number)
        assert explained.shares is not None
        assert sum(share.seconds for share in explained.shares) == _used(begin, end), row["id"]
        assert (explained.late is not None) == (end >= due), row["id"]
        late += end >= due
    assert len(desk.tickets.rows(TicketQuery(late_at=desk.clock()))) == late
    record_property("messages", len(messages))
    record_property("late", late)
