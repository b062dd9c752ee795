"""Every deadline that was worked out by hand, by both ways of counting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from operator_desk import app, calendars
from operator_desk.domain import times
from operator_desk.domain.counting_time import Extension, Pause
from operator_desk.domain.limits import FixedLimit, Limit, due, fixed_limits, limit
from operator_desk.domain.profile import LimitOf, LimitUnit, Profile
from operator_desk.domain.terms import MatterKind, Urgency
from tests.domain.limit_cases import CASES, NO_2027, NO_RULE, PAUSED, Case

CHINA = ZoneInfo("Asia/Shanghai")
CALENDAR = calendars.calendar("china")
REASONS: Mapping[str, str] = {
    NO_RULE: "No rule in force.",
    NO_2027: "The working days of 2027 are not known.",
    PAUSED: "The limit stands still: not possible now.",
}


@cache
def profile(name: str) -> Profile:
    """A shipped profile, read once."""
    return app.load_profile(name)


def local(text: str) -> datetime:
    """The instant of a local time; 24:00 is the end of the day."""
    if text.endswith(" 24:00"):
        return local(text.replace("24:00", "00:00")) + timedelta(days=1)
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def fixed_of(case: Case) -> FixedLimit | None:
    """The rule of a case, as it would be fixed on its day."""
    found = fixed_limits(
        profile(case.profile),
        MatterKind(case.kind),
        "050101",
        Urgency(case.urgency),
        "",
        local(case.begin).date(),
        level=case.level,
        what=(LimitOf(case.what),),
    )
    if not found:
        return None
    return replace(found[0], until=times.format_instant(local(case.given)) if case.given else "")


def computed(case: Case) -> tuple[Limit, datetime | None]:
    """What the program makes of a case, with steps and without."""
    pauses = [
        Pause(local(start), local(end) if end else None, "not possible now")
        for start, end in case.pauses
    ]
    more = [
        Extension(local(at), until=local(by))
        if isinstance(by, str)
        else Extension(local(at), by, LimitUnit.WORKING_DAYS)
        for at, by in case.more
    ]
    given = (fixed_of(case), local(case.begin), CALENDAR, CHINA, pauses, more)
    return limit(*given), due(*given)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.profile}-{case.what}-{case.begin}")
def test_a_deadline_is_the_one_worked_out_by_hand(case: Case) -> None:
    found, quick = computed(case)
    assert quick == found.due
    if case.due in REASONS:
        assert found.due is None
        assert (str(found.reason), found.paused) == (REASONS[case.due], case.due == PAUSED)
        assert found.computable is (case.due == PAUSED)
        return
    assert found.due == local(case.due)
    assert found.steps[0].start == local(case.begin)
    assert found.steps[-1].end == found.due
    for before, after in zip(found.steps, found.steps[1:], strict=False):
        assert before.end == after.start


def test_there_are_enough_cases_of_every_city_and_year() -> None:
    assert len(CASES) >= 60
    assert len(set(CASES)) == len(CASES)
    for name in {case.profile for case in CASES}:
        assert sum(case.profile == name for case in CASES) >= 8
    for year in ("2024", "2025", "2026"):
        assert sum(case.begin.startswith(year) for case in CASES) >= 10
