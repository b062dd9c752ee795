"""Limits as they are fixed for a ticket, and their dates."""

from __future__ import annotations

from datetime import date

import pytest

from operator_desk import app
from operator_desk.domain.limits import FixedLimit, fixed_limits
from operator_desk.domain.profile import LimitOf
from operator_desk.domain.terms import MatterKind, Urgency

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
