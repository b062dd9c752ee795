"""Open tickets get the dates that a year's working days give once they are known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from operator_desk.domain.calendar_years import GivenYear, given_years
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.working_days import SpecialDay
from tests.services.test_handling import Centre


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return Centre(tmp_path)


def year(*off: int) -> list[GivenYear]:
    """2027 with days of January off."""
    days = (1, 21, 22, 25, 26, *off)
    return given_years(SpecialDay(date(2027, 1, day), "元旦", True) for day in days)


def test_an_import_gives_waiting_tickets_their_dates(centre: Centre) -> None:
    centre.clock.put(datetime(2026, 12, 29, 2, 0, tzinfo=UTC))
    waiting, closed = centre.new(), centre.new()
    centre.act(centre.anna, Action.WITHDRAW, closed, reason="mistake")
    before = centre.row(waiting)
    assert (before.caller_due_at, before.unknown) == (None, "year 2027")
    services = centre.services
    services.calendars.take(centre.lead, year(), "2027.csv", "ab")
    assert services.recounting.run(centre.lead) == 1
    after = centre.row(waiting)
    # 30, 31 | 4, 5, 6 January, to the end of the last in China
    assert (after.caller_due_at, after.unknown) == (datetime(2027, 1, 6, 16, tzinfo=UTC), None)
    assert (after.state, after.last_event) == (before.state, before.last_event)
    assert centre.row(closed).caller_due_at is None
    assert services.recounting.run(centre.lead) == 0
    # another day off moves the date on, and the ticket goes on from there
    services.calendars.take(centre.lead, year(5), "2027.csv", "cd", replace=True)
    assert services.recounting.run(centre.lead) == 1
    assert centre.row(waiting).caller_due_at == datetime(2027, 1, 7, 16, tzinfo=UTC)
    centre.in_hand(waiting)
    assert centre.row(waiting).caller_due_at == datetime(2027, 1, 7, 16, tzinfo=UTC)
