"""The ways of the sample tickets: every step is possible on any day of the year."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from operator_desk import app
from operator_desk.app import starting
from operator_desk.domain.terms import TicketState
from operator_desk.services.people import machine_actor
from operator_desk.services.ports import TicketQuery
from tests.fakes.journal import FakeJournal
from tests.fakes.store import FakeStore


@pytest.mark.parametrize("profile", ["general-12345", "city-311"])
@pytest.mark.parametrize("month", [2, 6])
def test_the_sample_tickets_stand_where_tickets_stand(
    tmp_path: Path, profile: str, month: int
) -> None:
    now = datetime(2026, month, 27, 9, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal now
        now += timedelta(microseconds=1)
        return now

    desk = app.services(FakeStore(), app.load_profile(profile), tmp_path, FakeJournal(), clock)
    starting.fill_practice(desk, machine_actor("practice"))
    states = {row.state for row in desk.tickets.rows(TicketQuery())}
    assert states >= {TicketState.REGISTERED, TicketState.CLOSED, TicketState.RETURNED}
