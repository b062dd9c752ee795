"""The rules of a profile: which one is taken, and from when it holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from operator_desk import app
from operator_desk.domain.profile import CallFacts, LimitOf, LimitUnit, Profile
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Purpose,
    Urgency,
)
from tests.domain.profile_files import NAMES, loaded, shipped

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


@pytest.fixture(params=NAMES)
def profile(request: pytest.FixtureRequest) -> Profile:
    """Each shipped profile in turn."""
    return app.load_profile(request.param)


def call(outcome: Outcome = Outcome.DIRECT_ANSWER, **given: object) -> CallFacts:
    values = {"direction": Direction.IN, "talk_s": 60, "has_record": True} | given
    return CallFacts(outcome=outcome, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "call_class", "counted"),
    [
        (call(), CallClass.INBOUND, True),
        (call(Outcome.TICKET), CallClass.INBOUND, True),
        (call(Outcome.GUIDED), CallClass.INBOUND, True),
        (call(Outcome.SILENT, has_record=False), CallClass.INBOUND, False),
        (call(Outcome.WRONG_NUMBER), CallClass.INBOUND, False),
        (call(Outcome.NUISANCE), CallClass.INBOUND, False),
        (call(Outcome.DROPPED, talk_s=5, has_record=False), CallClass.FAULT, False),
        (call(Outcome.DROPPED, talk_s=6, has_record=False), CallClass.INBOUND, False),
        (call(Outcome.DROPPED, talk_s=5), CallClass.INBOUND, True),
        (call(purpose=Purpose.TEST), CallClass.TEST, False),
        (call(purpose=Purpose.SECOND_CALL), CallClass.SECOND_CALL, True),
        (call(entry=Entry.AFTER_CALL), CallClass.AFTER_CALL_ENTRY, True),
        (
            call(Outcome.SILENT, entry=Entry.AFTER_CALL, has_record=False),
            CallClass.AFTER_CALL_ENTRY,
            False,
        ),
        (call(direction=Direction.OUT, purpose=Purpose.CALLBACK), CallClass.CALLBACK, True),
        (
            call(
                Outcome.SILENT,
                direction=Direction.OUT,
                purpose=Purpose.CALLBACK,
                has_record=False,
            ),
            CallClass.CALLBACK,
            False,
        ),
        (call(direction=Direction.OUT, purpose=Purpose.FOLLOW_UP), CallClass.FOLLOW_UP, True),
        (call(direction=Direction.OUT, purpose=Purpose.CORRECTION), CallClass.CORRECTION, True),
        (call(direction=Direction.OUT), CallClass.CALLBACK, True),
    ],
)
def test_both_profiles_class_a_call_alike(
    profile: Profile, facts: CallFacts, call_class: CallClass, counted: bool
) -> None:
    rule = profile.classify(facts, NOW)
    assert rule is not None
    assert (rule.call_class, rule.counted) == (call_class, counted)


def test_every_call_there_can_be_has_a_rule(profile: Profile) -> None:
    for outcome in Outcome:
        for direction in Direction:
            for purpose in Purpose:
                for entry in Entry:
                    for words in (True, False):
                        facts = CallFacts(direction, outcome, 3, entry, purpose, words)
                        assert profile.classify(facts, NOW) is not None


def test_before_its_first_day_no_rule_is_in_force(profile: Profile) -> None:
    before = datetime(2003, 12, 30, 12, 0, tzinfo=UTC)
    assert profile.classify(call(), before) is None
    assert profile.target("month_calls", before.date()) is None
    assert (
        profile.limit(LimitOf.CALLER, MatterKind.REQUEST, "01", Urgency.NORMAL, before.date())
        is None
    )


@pytest.mark.parametrize(
    ("kind", "category", "urgency", "amount", "unit"),
    [
        (MatterKind.INQUIRY, "010101", Urgency.NORMAL, 2, LimitUnit.WORKING_DAYS),
        (MatterKind.COMPLAINT, "050101", Urgency.NORMAL, 5, LimitUnit.WORKING_DAYS),
        (MatterKind.REQUEST, "040101", Urgency.URGENT, 24, LimitUnit.HOURS),
        (MatterKind.REQUEST, "060101", Urgency.URGENT, 1, LimitUnit.WORKING_DAYS),
        (MatterKind.REQUEST, "040401", Urgency.EMERGENCY, 2, LimitUnit.HOURS),
    ],
)
def test_the_first_limit_that_applies_is_taken(
    kind: MatterKind, category: str, urgency: Urgency, amount: int, unit: LimitUnit
) -> None:
    rule = app.load_profile("general-12345").limit(LimitOf.CALLER, kind, category, urgency, DAY)
    assert rule is not None
    assert (rule.amount, rule.unit) == (amount, unit)


def test_a_rule_holds_from_its_first_day_to_the_day_before_its_last() -> None:
    values = shipped()
    old = next(row for row in values["targets"] if row["id"] == "month_calls")
    old["valid_to"] = date(2026, 1, 1)
    values["targets"].append(
        old | {"value": 2800, "valid_from": date(2026, 1, 1), "valid_to": date(2027, 1, 1)}
    )
    profile = loaded(values)
    found = [
        profile.target("month_calls", date.fromisoformat(day))
        for day in ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    ]
    assert found == [3000, 2800, 2800, None]


def test_the_day_of_the_hotline_is_not_that_of_universal_time() -> None:
    late = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert app.load_profile("general-12345").local_day(late) == date(2026, 11, 23)
    assert app.load_profile("city-311").local_day(late) == date(2026, 11, 22)


def test_a_day_can_start_later_than_midnight() -> None:
    profile = loaded(shipped() | {"day_start": "06:30"})
    assert profile.day_start == time(6, 30)
    assert profile.local_day(datetime(2026, 11, 22, 22, 29, tzinfo=UTC)) == date(2026, 11, 22)


def test_a_caller_is_guided_by_the_number_of_the_place() -> None:
    assert app.load_profile("general-12345").guide.dial("0571") == "057112345"
    assert app.load_profile("city-311").guide.dial("555-555-0160") == "555-555-0160"


def test_a_profile_written_back_is_the_same() -> None:
    for name in NAMES:
        profile = app.load_profile(name)
        again = loaded(shipped(name))
        for field in ("classing", "kinds", "limits", "targets", "reasons", "outcomes", "guide"):
            assert getattr(again, field) == getattr(profile, field)
