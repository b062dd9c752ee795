"""The counter and the figures: they equal the rows, and their parts add up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operator_desk.domain import call_flow
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import CallClass, Direction, MatterKind, Outcome, Purpose
from operator_desk.services.counting import BREAKDOWNS, Figures
from tests.services.desk import Desk

DAY = date(2026, 11, 23)
MIDNIGHT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)  # 24 November begins in Shanghai
ADDED = (
    "calls",
    "counted",
    "connected",
    "faults",
    "talk_s",
    "after_call_s",
    "direct_answers",
    "tickets",
)


@dataclass(frozen=True)
class Taken:
    """One call to play: minutes from MIDNIGHT, seconds of talk, seconds of after-call work."""

    minutes: int
    outcome: Outcome
    talk_s: int = 60
    after_call_s: int | None = 20
    words: str = "说了。"
    kinds: tuple[MatterKind | None, ...] = (None,)
    ben: bool = False
    purpose: Purpose = Purpose.NONE
    direction: Direction = Direction.IN


def play(desk: Desk, taken: Taken) -> None:
    """Stores one call through the services."""
    at = MIDNIGHT + timedelta(minutes=taken.minutes)
    draft = desk.services.calls.begin(
        desk.ben if taken.ben else desk.anna,
        number="13800002206",
        started_at=at,
        purpose=taken.purpose,
        direction=taken.direction,
    )
    for number, kind in enumerate(taken.kinds):
        draft = call_flow.next_matter(draft, desk.stamp()) if number else draft
        draft = draft.with_matter(replace(draft.matter, kind=kind))
        draft = desk.edited(draft, taken.words) if taken.words else draft
    draft = desk.ended(draft, taken.outcome, taken.talk_s)
    if taken.after_call_s is not None and draft.ended_at is not None:
        desk.services.calls.close(draft, draft.ended_at + timedelta(seconds=taken.after_call_s))


def figures(desk: Desk, by: str, first: date = DAY, last: date = DAY, **more: Any) -> list[Figures]:
    return desk.services.counting.figures(first, last, by, **more)


def total(rows: list[Figures], name: str) -> int:
    return sum(getattr(row, name) for row in rows)


def test_an_empty_desk_counts_nothing(desk: Desk) -> None:
    counter = desk.services.counting.counter(desk.anna)
    assert (counter.today, counter.month, counter.target) == (0, 0, 3000)
    for by in BREAKDOWNS:
        assert figures(desk, by) == []


def test_the_counter_equals_the_counted_rows(desk: Desk) -> None:
    for minutes in (-60, -50, -24 * 60 - 1, -24 * 60 * 20, -24 * 60 * 40):
        play(desk, Taken(minutes, Outcome.DIRECT_ANSWER))
    play(desk, Taken(-40, Outcome.SILENT, words=""))
    play(desk, Taken(-30, Outcome.DIRECT_ANSWER, ben=True))
    desk.clock.put(MIDNIGHT - timedelta(minutes=5))
    counter = desk.services.counting.counter(desk.anna)
    assert (counter.today, counter.month) == (2, 4)
    month = desk.services.counting.rows(DAY.replace(day=1), DAY, desk.anna.staff_id)
    assert sum(bool(row.counted) for row in month) == counter.month
    assert len(month) == 5
    assert desk.services.counting.counter(desk.ben).today == 1


def test_a_running_call_counts_when_it_has_ended(desk: Desk) -> None:
    draft = desk.begun("说了。")
    desk.services.calls.open(draft)
    assert desk.services.counting.counter(desk.anna).today == 0
    desk.ended(draft)
    assert desk.services.counting.counter(desk.anna).today == 1


def test_a_corrected_outcome_moves_the_counter_back(desk: Desk) -> None:
    draft = desk.ended(desk.begun("说了。"))
    desk.ended(draft, Outcome.WRONG_NUMBER)
    assert desk.services.counting.counter(desk.anna).today == 0


@pytest.mark.parametrize(("minutes", "day"), [(-1, DAY), (0, date(2026, 11, 24))])
def test_a_call_belongs_to_the_local_day_it_began_on(desk: Desk, minutes: int, day: date) -> None:
    play(desk, Taken(minutes, Outcome.DIRECT_ANSWER, talk_s=300))
    (row,) = figures(desk, "day", date(2026, 11, 1), date(2026, 11, 30))
    assert row.by == day.isoformat()
    (hour,) = figures(desk, "hour", date(2026, 11, 1), date(2026, 11, 30))
    assert hour.by == ("23" if minutes < 0 else "00")


def test_the_counter_of_today_starts_anew_at_midnight(desk: Desk) -> None:
    play(desk, Taken(-1, Outcome.DIRECT_ANSWER))
    play(desk, Taken(0, Outcome.DIRECT_ANSWER))
    desk.clock.put(MIDNIGHT - timedelta(seconds=1))
    before = desk.services.counting.counter(desk.anna)
    after = desk.services.counting.counter(desk.anna)  # one second later
    # The call of the next day is not counted the day before, in the month neither.
    assert (before.today, before.month) == (1, 1)
    assert (after.today, after.month) == (1, 2)


def test_a_month_starts_anew_on_its_first_local_day(desk: Desk) -> None:
    play(desk, Taken(6 * 24 * 60, Outcome.DIRECT_ANSWER))  # 30 November 00:00
    play(desk, Taken(7 * 24 * 60, Outcome.DIRECT_ANSWER))  # 1 December 00:00
    desk.clock.put(MIDNIGHT + timedelta(days=7, minutes=1))
    counter = desk.services.counting.counter(desk.anna)
    assert (counter.today, counter.month) == (1, 1)


def test_figures_of_one_day(desk: Desk) -> None:
    play(desk, Taken(-60, Outcome.DIRECT_ANSWER, talk_s=60, after_call_s=10))
    play(desk, Taken(-50, Outcome.TO_REGISTER, talk_s=91, after_call_s=15))
    play(desk, Taken(-40, Outcome.SILENT, talk_s=20, after_call_s=None, words=""))
    play(desk, Taken(-30, Outcome.DROPPED, talk_s=3, after_call_s=7, words=""))
    (row,) = figures(desk, "day")
    assert (row.calls, row.counted, row.faults, row.direct_answers) == (3, 2, 1, 1)
    assert (row.talk_s, row.talk_mean_s) == (171, 57.0)
    assert (row.after_call_s, row.after_call_mean_s) == (25, 12.5)


def test_a_day_of_faults_has_no_means(desk: Desk) -> None:
    play(desk, Taken(-30, Outcome.DROPPED, talk_s=3, words=""))
    (row,) = figures(desk, "day")
    assert (row.calls, row.faults, row.talk_mean_s, row.after_call_mean_s) == (0, 1, None, None)


def test_kinds_count_matters_and_their_own_tickets(desk: Desk) -> None:
    draft = desk.ended(desk.registered(desk.filled(MatterKind.REQUEST)))
    play(desk, Taken(-30, Outcome.TO_REGISTER, kinds=(MatterKind.REQUEST, MatterKind.PRAISE)))
    play(desk, Taken(-20, Outcome.TO_REGISTER, kinds=(None,)))
    day = desk.profile.local_day(draft.started_at)
    rows = {row.by: (row.calls, row.tickets) for row in figures(desk, "kind", day, day)}
    assert rows == {"request": (2, 1), "praise": (1, 0), "": (1, 0)}


def test_breakdowns_name_their_rows(desk: Desk) -> None:
    play(desk, Taken(-60, Outcome.DIRECT_ANSWER))
    play(desk, Taken(-24 * 60 - 1, Outcome.SILENT, words="", ben=True))
    days = (date(2026, 11, 1), date(2026, 11, 30))

    def names(by: str) -> list[str]:
        return [row.by for row in figures(desk, by, *days)]

    assert names("day") == ["2026-11-22", "2026-11-23"]
    assert names("month") == ["2026-11"]
    assert names("weekday-hour") == ["1-23", "7-23"]
    assert names("outcome") == ["direct_answer", "silent"]
    assert names("operator") == sorted(str(one.staff_id) for one in (desk.anna, desk.ben))
    (own,) = figures(desk, "day", *days, operator=desk.ben.staff_id)
    assert (own.by, own.calls) == ("2026-11-22", 1)


def test_unknown_breakdowns_and_days_the_wrong_way_round_are_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="no breakdown by moon"):
        figures(desk, "moon")
    with pytest.raises(UserError, match="after the last"):
        figures(desk, "day", DAY, DAY - timedelta(days=1))


def test_the_rule_of_a_row_is_told_in_words(desk: Desk) -> None:
    play(desk, Taken(-60, Outcome.SILENT, words=""))
    (row,) = desk.services.counting.rows(DAY, DAY)
    assert desk.services.counting.rule_text(row, "en") == "Silent call: not counted"
    assert desk.services.counting.rule_text(row, "zh_CN") == "无声来电：不计"


outcomes = st.sampled_from([one for one in Outcome if one is not Outcome.TICKET])
calls = st.builds(
    Taken,
    minutes=st.one_of(
        st.sampled_from([-1, 0, 1, 7 * 1440 - 1, 7 * 1440]),
        st.integers(-30 * 1440, 30 * 1440),
    ),
    outcome=outcomes,
    talk_s=st.integers(0, 900),
    after_call_s=st.none() | st.integers(0, 300),
    words=st.sampled_from(["", "说了。"]),
    ben=st.booleans(),
    purpose=st.sampled_from(list(Purpose)),
    direction=st.sampled_from(list(Direction)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(calls, max_size=12))
def test_every_breakdown_adds_up_to_the_rows(taken: list[Taken]) -> None:
    desk = Desk(Path("no index here"))
    for one in taken:
        play(desk, one)
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    rows = desk.services.counting.rows(first, last)
    faults = sum(row.call_class is CallClass.FAULT for row in rows)
    no_calls = [row for row in rows if row.call_class is CallClass.NO_CALL]
    tests = [row for row in rows if row.call_class is CallClass.TEST]
    assert len(no_calls) == sum(one.purpose is Purpose.NO_CALL for one in taken)
    assert not any(row.counted for row in no_calls)
    assert len(rows) == len(taken)
    for by in ("hour", "day", "month", "weekday-hour", "operator", "outcome"):
        found = figures(desk, by, first, last)
        assert total(found, "calls") == len(rows) - faults - len(no_calls) - len(tests)
        assert total(found, "tests") == len(tests)
        assert total(found, "faults") == faults
        assert total(found, "no_calls") == len(no_calls)
        assert total(found, "counted") == sum(bool(row.counted) for row in rows)
        aside = (CallClass.FAULT, CallClass.TEST, CallClass.NO_CALL)
        real = [row for row in rows if row.call_class not in aside]
        assert total(found, "talk_s") == sum(row.talk_s or 0 for row in real)
        assert total(found, "after_call_s") == sum(row.after_call_s or 0 for row in real)


@settings(max_examples=40, deadline=None)
@given(st.lists(calls, max_size=12))
def test_the_days_of_a_month_add_up_to_the_month(taken: list[Taken]) -> None:
    desk = Desk(Path("no index here"))
    for one in taken:
        play(desk, one)
    for month in figures(desk, "month", date(2026, 10, 1), date(2026, 12, 31)):
        first = date.fromisoformat(f"{month.by}-01")
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        days = [figures(desk, "day", day, day) for day in _days(first, last)]
        parts = [row for rows in days for row in rows]
        for name in ADDED:
            assert total(parts, name) == getattr(month, name)
        desk.clock.put(datetime(last.year, last.month, last.day, 4, 0, tzinfo=UTC))
        counters = [desk.services.counting.counter(one) for one in (desk.anna, desk.ben)]
        assert sum(counter.month for counter in counters) == month.counted


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
