"""Limits as they are fixed for a ticket, and their dates."""

from __future__ import annotations

from datetime import date

import pytest

from operator_desk import app
from operator_desk.domain.limits import FixedLimit, fixed_limits
from operator_desk.domain.profile import LimitOf, Profile
from operator_desk.domain.terms import MatterKind, Urgency
from tests.domain.profile_files import loaded, shipped

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("name", app.profile_names())
def test_every_shipped_limit_comes_back_from_json(name: str) -> None:
    profile = app.load_profile(name)
    for level in (None, *(one.value for one in profile.levels)):
        for kind in MatterKind:
            for fixed in fixed_limits(profile, kind, "0401", Urgency.NORMAL, "", DAY, level=level):
                kept = fixed.to_json()
                assert {type(value) for value in kept.values()} <= {str, int, type(None)}
                assert FixedLimit.from_json(kept) == fixed


def test_numbers_for_handling_are_those_of_the_city() -> None:
    weifang, tangshan = app.load_profile("weifang-12345"), app.load_profile("tangshan-12345")
    assert weifang.designated_may_not_return(DAY)
    assert not tangshan.designated_may_not_return(DAY)
    assert (tangshan.follow_up_tries(DAY), tangshan.returns_before_lead(DAY)) == (3, 3)
    assert (tangshan.reworks_allowed(DAY), tangshan.extensions_allowed(DAY)) == (1, 1)
    before = date(2025, 12, 31)  # no rule in force: nobody is deemed satisfied, nothing reworked
    assert (tangshan.follow_up_tries(before), tangshan.reworks_allowed(before)) == (None, 0)
    assert tangshan.limit(LimitOf.CALLER, MatterKind.REQUEST, "", Urgency.NORMAL, before) is None


def caller(profile: Profile, on: date, place: str = "") -> str | None:
    """The caller's rule of an ordinary complaint."""
    given = (profile, MatterKind.COMPLAINT, "05", Urgency.NORMAL, place, on)
    found = fixed_limits(*given, what=(LimitOf.CALLER,))
    return found[0].id if found else None


def test_a_rule_change_leaves_the_tickets_of_before_their_rule() -> None:
    values = shipped()
    old = next(row for row in values["limits"] if row["id"] == "caller_ticket")
    old["valid_to"] = date(2026, 7, 1)
    values["limits"].append(old | {"id": "new", "amount": 3, "valid_from": date(2026, 7, 1)})
    del values["limits"][-1]["valid_to"]
    profile = loaded(values)
    assert caller(profile, date(2026, 6, 30)) == "caller_ticket"
    assert caller(profile, date(2026, 7, 1)) == "new"
    assert caller(profile, date(2003, 12, 31)) is None


def test_a_rule_for_a_place_goes_by_the_beginning_of_its_code() -> None:
    values = shipped()
    rule = next(row for row in values["limits"] if row["id"] == "caller_ticket")
    values["limits"].insert(0, rule | {"id": "district", "places": ["130203", "1304"]})
    profile = loaded(values)
    assert caller(profile, DAY, "130203001") == "district"
    assert caller(profile, DAY, "130202001") == "caller_ticket"
    assert caller(profile, DAY) == "caller_ticket"


def test_working_time_is_fixed_with_the_limit() -> None:
    values = shipped()
    spans = ["08:30-12:00", "13:30-17:30"]
    rule = {"spans": spans, "source": "s", "valid_from": date(2026, 1, 1)}
    values["working_time"] = [rule | {"valid_to": date(2026, 6, 1)}]
    profile = loaded(values)
    for day, hours in ((DAY, ",".join(spans)), (date(2026, 6, 1), "")):
        found = fixed_limits(profile, MatterKind.REQUEST, "05", Urgency.NORMAL, "", day)
        assert {one.hours for one in found} == {hours}


@pytest.mark.parametrize("name", ["tangshan-12345", "baoding-12345", "jinan-12345"])
def test_every_limit_of_a_regulation_names_its_article(name: str) -> None:
    profile = app.load_profile(name)
    assert sum(rule.confirmed for rule in profile.limits) >= 2
    for rule in profile.limits:
        assert not rule.confirmed or ("《" in rule.source and "条" in rule.source)
    first = {rule.valid_from for rule in profile.limits}
    assert len(first) == 1
    day = first.pop()
    assert caller(profile, day)
    assert caller(profile, date.fromordinal(day.toordinal() - 1)) is None


def test_the_limits_of_beijing_wait_for_the_centre() -> None:
    assert not any(rule.confirmed for rule in app.load_profile("beijing-12345").limits)
