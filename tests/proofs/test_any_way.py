"""Random sequences of steps by all kinds of people: no state that the table does not name.

Each sequence takes what somebody might try, allowed or not; now and then somebody acts on what
was on the screen some steps ago. After all of them the lists equal what a rebuild computes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from operator_desk import app
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Ticket, UnitVersion
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import BACK, WAYS, Action, Way
from operator_desk.domain.profile import Profile
from operator_desk.domain.scripted import ScriptedCall
from operator_desk.domain.terms import MatterKind, Outcome, Reply, Role, TicketState
from operator_desk.services.handling import Done, Given
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery, Writer
from operator_desk.services.steps import steps_of, ticket_of
from operator_desk.storage.store import create, open_desk
from operator_desk.storage.verify_views import check_views
from tests.fakes.journal import FakeJournal
from tests.proofs.counts import Record, chance, count, full

pytestmark = pytest.mark.proof
BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
UNITS = ("lamps", "roads", "parks")
_COMMON = {TicketState.DISPATCHED, TicketState.SIGNED, TicketState.RETURNED, TicketState.WITHDRAWN}
STEPS = 16  # that a sequence tries
PEOPLE = (
    *(Actor(derived_id("p", role.value), role.value, role.value, (role.value,)) for role in
      (Role.OPERATOR, Role.DISPATCHER, Role.LEAD, Role.FOLLOW_UP)),
    *(Actor(derived_id("p", unit), unit, unit, (Role.UNIT.value,), unit) for unit in UNITS),
)  # fmt: skip


class Clock:
    """Stands still until it is put forward."""

    def __init__(self) -> None:
        self.at = BEGIN

    def __call__(self) -> datetime:
        """A microsecond later than the last time."""
        self.at += timedelta(microseconds=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[app.Services]:
    folder = tmp_path / "desk"
    create(folder, app.migrations(), "A07")
    with closing(open_desk(folder, app.migrations())) as store:
        made = app.services(store, app.load_profile("general-12345"), folder, FakeJournal(), clock)
        with store.write() as tx:
            for code in UNITS:
                tx.add(
                    UnitVersion(
                        id=derived_id("unit", code), at=BEGIN, actor=PEOPLE[2].staff_id,
                        code=code, name=code, short_name=code, kind="unit",
                    )
                )  # fmt: skip
        yield made


def _registered(desk: app.Services, n: int) -> list[str]:
    scripts = (
        ScriptedCall(
            id=f"s-{one}",
            started_at=BEGIN,
            caller_number="13800000001" if one % 3 else "",
            kind=list(MatterKind)[one % 6],
            statements=("路灯不亮。",),
            outcome=Outcome.TICKET,
            talk_s=1,
            after_call_s=0,
            title=f"{one}",
        )
        for one in range(n)
    )
    assert not [one.refused for one in desk.replay.play(PEOPLE[2], scripts) if one.refused]
    rows = desk.tickets.rows(TicketQuery(descending=False))
    return [row.number for row in rows]


def _given(profile: Profile, rng: Random, way: Way, now: datetime, refs: list[UUID]) -> Given:
    """What somebody gives with a step, at times too little or wrong."""
    reasons = profile.reasons[way.reasons] if way.reasons else ()
    replies = (
        [rng.choice(list(Reply)) for _ in range(4)] if "contacted" in way.needs else [None] * 4
    )
    until = now + timedelta(days=rng.randint(-1, 9))
    return Given(
        reason=rng.choice(reasons).code if reasons and rng.random() < 0.95 else None,
        unit=rng.choice((*UNITS, *UNITS, "moon")),
        co_units=(rng.choice(UNITS),) if rng.random() < 0.2 else None,
        note="说明" if rng.random() < 0.95 else None,
        told="已告知",
        until=until if "until" in way.needs or rng.random() < 0.1 else None,
        designated=rng.random() < 0.1 or None,
        ref=rng.choice(refs) if "ref" in way.needs else None,
        contacted=replies[0],
        solved=replies[1],
        unit_rating=replies[2],
        hotline_rating=replies[3],
        value=rng.choice(("secret", "anonymous", "open", "0101")),
    )


def _who(rng: Random, way: Way, unit: str | None) -> Actor:
    """Mostly somebody who may, and for a unit the one that has it."""
    able = [one for one in PEOPLE if one.all_roles & way.by and one.unit in (None, unit)]
    return rng.choice(able if able and rng.random() < 0.9 else PEOPLE)


def _sequence(
    desk: app.Services, clock: Clock, number: str, others: list[UUID], rng: Random
) -> list[tuple[TicketState, Done]]:
    """Tries steps; those that were taken, with the state before each."""
    taken = []
    with desk.store.write() as tx:
        ticket = ticket_of(tx, number)
        if rng.random() < 0.25:
            _answered(desk, tx, clock, ticket, tries=rng.choice((0, 3)))
        for _step in range(STEPS):
            clock.at += timedelta(minutes=rng.choice((0, 1, 30, 600, 3000)))
            steps = steps_of(tx, ticket)
            able = [way for way in WAYS if steps.stand.state in way.from_]
            way = rng.choice(able if rng.random() < 0.9 else WAYS)
            actor = _who(rng, way, steps.stand.unit)
            refs = [*steps.stand.relays] or others
            seen = rng.choice(steps.ruled).event.id if rng.random() < 0.15 else None
            try:
                if rng.random() < 0.05:
                    done = desk.handling.take_back_in(tx, actor, ticket)
                else:
                    given = _given(desk.profile, rng, way, clock.at, refs)
                    done = desk.handling.act_in(tx, actor, ticket, way.action, given, based_on=seen)
            except UserError:
                continue
            taken.append((steps.stand.state, done))
    return taken


def _answered(desk: app.Services, tx: Writer, clock: Clock, ticket: Ticket, *, tries: int) -> None:
    """Brings a ticket to its answer, and to some follow-up calls that reached nobody."""
    _operator, dispatcher, _lead, follow_up, unit = PEOPLE[:5]
    steps = [
        (dispatcher, Action.DISPATCH, Given(unit=unit.unit)),
        (unit, Action.SIGN, Given()),
        (unit, Action.ANSWER, Given(note="已修好")),
    ]
    steps += [(follow_up, Action.NOT_REACHED, Given(reason="no_answer"))] * tries
    for actor, action, given in steps:
        clock.at += timedelta(hours=30)
        assert desk.handling.act_in(tx, actor, ticket, action, given).effective


def _check(before: TicketState, done: Done) -> None:
    """The state after a step is one that the table names for it."""
    now, action = done.ruling.state, done.event.action
    if not done.effective:
        assert now is before
    elif action != Action.TAKE_BACK:
        named = {way.to for way in WAYS if way.action == action and before in way.from_}
        assert now in named or BACK in named or (None in named and now is before), (before, action)


def test_any_steps_leave_only_states_that_the_table_names(
    desk: app.Services, clock: Clock, record_property: Record
) -> None:
    sequences = count(10_000, 60)
    numbers = _registered(desk, sequences)
    others = [row.id for row in desk.tickets.rows(TicketQuery(limit=20))]
    taken: list[tuple[TicketState, Done]] = []
    for n, number in enumerate(numbers):
        steps = _sequence(desk, clock, number, others, chance("way", n))
        for before, done in steps:
            _check(before, done)
        taken += steps
    states = {row.state for row in desk.tickets.rows(TicketQuery())}
    with desk.store.read() as tx:
        assert list(check_views(tx.connection)) == []  # type: ignore[attr-defined]
    without = [done for _before, done in taken if not done.effective]
    assert without
    assert states >= (set(TicketState) if full() else _COMMON)
    if full():
        assert {done.event.action for _before, done in taken} >= {
            way.action for way in WAYS if way.action is not Action.ANSWER_JOINT
        }
    record_property("sequences", sequences)
    record_property("steps", len(taken))
    record_property("without_effect", len(without))
