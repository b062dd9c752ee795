"""Units, working time and time zones that no regulation at hand has; whose time it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from operator_desk import calendars
from operator_desk.domain.counting_steps import StepKind
from operator_desk.domain.counting_time import Extension, Pause
from operator_desk.domain.limits import FixedLimit, due, limit, unknown_said
from operator_desk.domain.profile import LimitFrom, LimitOf, LimitUnit
from operator_desk.domain.why_late import Held, Share, Stage, by_holder, duration, why_late
from operator_desk.domain.working_days import Years

CHINA, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
CALENDAR, FEDERAL = calendars.calendar("china"), calendars.calendar("us_federal")
OFFICE = "08:30-12:00,13:30-17:30"


def rule(amount: int, unit: LimitUnit, **given: object) -> FixedLimit:
    """A holder's limit."""
    values = {"hours": "", "next_working_day": 1} | given
    return FixedLimit(
        what=LimitOf.HOLDER, id="any", amount=amount, unit=unit, begins=LimitFrom.DISPATCH,
        label="", label_en="", source="", **values,  # type: ignore[arg-type]
    )  # fmt: skip


def at(text: str, zone: ZoneInfo = CHINA) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def of(fixed: FixedLimit, begin: str, zone: ZoneInfo = CHINA, *more: object) -> str | None:
    """The date as local text, counted both ways."""
    calendar = FEDERAL if zone is NEW_YORK else CALENDAR
    found = limit(fixed, at(begin, zone), calendar, zone, *more)  # type: ignore[arg-type]
    assert due(fixed, at(begin, zone), calendar, zone, *more) == found.due  # type: ignore[arg-type]
    return found.due and found.due.astimezone(zone).isoformat(" ", "minutes")[:16]


@pytest.mark.parametrize(
    ("fixed", "begin", "end"),
    [
        # Civil Code, article 203: a last day that is off moves on to the next working day
        (rule(3, LimitUnit.DAYS), "2026-03-04 10:00", "2026-03-10 00:00"),  # Sat 7 → Mon 9
        (rule(3, LimitUnit.DAYS), "2026-02-12 10:00", "2026-02-25 00:00"),  # 15 Feb → 24 Feb
        (rule(3, LimitUnit.DAYS, next_working_day=0), "2026-03-04 10:00", "2026-03-08 00:00"),
        (rule(7, LimitUnit.DAYS), "2024-02-22 10:00", "2024-03-01 00:00"),  # 29 Feb 2024
        # … and work that ends at a time ends the last day
        (rule(1, LimitUnit.WORKING_DAYS, hours=OFFICE), "2026-03-06 20:00", "2026-03-09 17:30"),
        (rule(3, LimitUnit.DAYS, hours=OFFICE), "2026-03-04 10:00", "2026-03-09 17:30"),
        # working hours: the lunch break, the night and the weekend stand still
        (rule(4, LimitUnit.WORKING_HOURS, hours=OFFICE), "2026-03-06 11:00", "2026-03-06 16:30"),
        (rule(4, LimitUnit.WORKING_HOURS, hours=OFFICE), "2026-03-06 16:30", "2026-03-09 11:30"),
        (rule(1, LimitUnit.WORKING_HOURS, hours=OFFICE), "2026-03-07 09:00", "2026-03-09 09:30"),
        (rule(4, LimitUnit.WORKING_HOURS, hours=OFFICE), "2026-03-06 13:30", "2026-03-06 17:30"),
        (rule(30, LimitUnit.MINUTES), "2026-12-31 23:45", "2027-01-01 00:15"),
        (rule(36, LimitUnit.WORKING_HOURS), "2026-03-06 12:00", "2026-03-10 00:00"),
    ],
)
def test_units_that_the_regulations_do_not_use(fixed: FixedLimit, begin: str, end: str) -> None:
    assert of(fixed, begin) == end


def test_clocks_that_are_put_forward_or_back_change_no_hour_and_no_day() -> None:
    hours, days = rule(24, LimitUnit.HOURS), rule(1, LimitUnit.WORKING_DAYS)
    assert of(hours, "2026-03-07 12:00", NEW_YORK) == "2026-03-08 13:00"  # 23 hours that day
    assert of(hours, "2026-10-31 12:00", NEW_YORK) == "2026-11-01 11:00"  # 25
    assert of(days, "2026-03-07 12:00", NEW_YORK) == "2026-03-10 00:00"
    assert of(days, "2026-11-10 12:00", NEW_YORK) == "2026-11-13 00:00"  # Veterans Day
    office = rule(2, LimitUnit.WORKING_HOURS, hours="09:00-17:00")
    assert of(office, "2026-03-06 16:00", NEW_YORK) == "2026-03-09 10:00"


def test_an_extension_begins_where_the_limit_ended_on_the_next_working_day() -> None:
    more = [Extension(at("2026-03-05 09:00"), 30, LimitUnit.MINUTES)]
    assert of(rule(3, LimitUnit.DAYS), "2026-03-04 10:00", CHINA, (), more) == "2026-03-10 00:30"
    days = [Extension(at("2026-03-05 09:00"), 2, LimitUnit.DAYS)]
    assert of(rule(3, LimitUnit.DAYS), "2026-03-04 10:00", CHINA, (), days) == "2026-03-10 00:00"


def test_why_a_date_names_the_holiday_the_pause_and_the_extension() -> None:
    found = limit(
        rule(2, LimitUnit.WORKING_DAYS), at("2026-02-13 10:00"), CALENDAR, CHINA,
        [Pause(at("2026-02-24 10:00"), at("2026-02-24 11:00"), "不可抗力")],
        [Extension(at("2026-02-13 11:00"), 1, LimitUnit.WORKING_DAYS)],
    )  # fmt: skip
    assert [(str(step.why), step.extended) for step in found.steps] == [
        ("The day it began is not counted", False),
        ("Working day 1 of 3, moved for Spring Festival", False),
        ("Day off: Spring Festival", False),
        ("Paused: 不可抗力", False),
        ("Working day 2 of 3", False),
        ("Working day 3 of 3", True),
    ]
    assert found.steps[2].kind is StepKind.HOLIDAY
    assert found.steps[2].end - found.steps[2].start == timedelta(days=9)


def test_a_year_that_is_not_known_is_named_and_what_was_counted_stays() -> None:
    fixed = rule(5, LimitUnit.WORKING_DAYS)
    found = limit(fixed, at("2026-12-29 10:00"), CALENDAR, CHINA)
    assert (found.due, found.computable, found.unknown) == (None, False, "year 2027")
    assert str(found.reason) == "The working days of 2027 are not known."
    assert unknown_said("year 2027") == found.reason
    assert sum(step.kind is StepKind.COUNTED for step in found.steps) == 2  # 30 and 31
    assert limit(None, at("2026-12-29 10:00"), CALENDAR, CHINA).unknown == "no_rule"
    far = rule(100_000, LimitUnit.DAYS, next_working_day=0)
    assert limit(far, at("9980-01-01 00:00"), CALENDAR, CHINA).unknown == "too_far"


def test_time_by_holder_leaves_out_days_off_and_pauses() -> None:
    held = [
        Held("centre", at("2026-03-06 10:00"), at("2026-03-06 12:00")),
        Held("water", at("2026-03-06 12:00"), at("2026-03-09 12:00")),  # over a weekend
        Held("centre", at("2026-03-09 12:00"), at("2026-03-09 12:30")),
        Held("gas", at("2026-03-09 12:30"), at("2026-03-10 12:30")),
    ]
    pauses = [Pause(at("2026-03-10 10:30"), at("2026-03-10 11:30"))]
    shares = by_holder(held, rule(5, LimitUnit.WORKING_DAYS), CALENDAR, CHINA, pauses)
    assert shares == (
        Share("centre", 9000), Share("water", 24 * 3600), Share("gas", 23 * 3600),
    )  # fmt: skip
    assert by_holder(held, rule(5, LimitUnit.WORKING_DAYS), Years({}), CHINA) is None


def stage(holder: str, what: LimitOf, start: str, end: str, until: str | None) -> Stage:
    return Stage(holder, what, at(start), at(end), at(until) if until else None)


def test_why_late_names_who_took_most_beyond_the_limit() -> None:
    stages = [
        stage("centre", LimitOf.DISPATCH, "2026-03-02 09:00", "2026-03-02 14:00",
              "2026-03-02 11:00"),
        stage("water", LimitOf.HOLDER, "2026-03-02 14:00", "2026-03-05 09:00", None),
        stage("gas", LimitOf.HOLDER, "2026-03-05 09:00", "2026-03-12 18:30", "2026-03-12 00:00"),
    ]  # fmt: skip
    late = why_late(
        at("2026-03-10 00:00"), at("2026-03-12 18:30"), stages,
        [Pause(at("2026-03-06 09:00"), at("2026-03-06 12:00"), "x")], returned=1,
    )  # fmt: skip
    assert late is not None
    assert (late.holder, late.what, late.over_s) == ("gas", LimitOf.HOLDER, 66_600)
    assert str(late.sentence) == (
        "Late by 2 d 18 h: gas took 18 h 30 min more than its limit to handle it; "
        "paused for 3 h, returned once."
    )
    assert why_late(at("2026-03-13 00:00"), at("2026-03-12 18:30"), stages) is None
    kept = why_late(at("2026-03-03 00:00"), at("2026-03-05 09:00"), stages[1:2])
    assert kept is not None
    assert "every step kept its limit; water took longest to handle it" in str(kept.sentence)
    assert [str(duration(n)) for n in (0, 60, 3600, 86400)] == [
        "less than a minute", "1 min", "1 h", "1 d",
    ]  # fmt: skip


def test_a_hundred_thousand_dates_are_a_matter_of_seconds() -> None:
    fixed = rule(5, LimitUnit.WORKING_DAYS)
    begins = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(2000)]
    best = min(_taken(fixed, begins) for _ in range(3))
    assert best / len(begins) < 50e-6


def _taken(fixed: FixedLimit, begins: list[datetime]) -> float:
    start = perf_counter()
    for begin in begins:
        due(fixed, begin, CALENDAR, CHINA)
    return perf_counter() - start
