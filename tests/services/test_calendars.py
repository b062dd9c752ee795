"""Imported working days stand over those of the library, and the newest of a year holds."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from operator_desk.domain.calendar_years import GivenYear, given_years
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import CalendarYear
from operator_desk.domain.limits import fixed_limits, limit
from operator_desk.domain.profile import LimitOf
from operator_desk.domain.terms import MatterKind, Urgency
from operator_desk.domain.working_days import SpecialDay
from tests.services.desk import Desk

CHINA = ZoneInfo("Asia/Shanghai")


def year(*off: int, worked: int | None = None) -> list[GivenYear]:
    """2027 with days of January off, and one day of February worked."""
    days = [SpecialDay(date(2027, 1, day), "元旦", True) for day in (1, 11, 12, 13, 14, *off)]
    if worked is not None:
        days.append(SpecialDay(date(2027, 2, worked), "春节", False))
    return given_years(days)


def test_a_limit_over_the_turn_of_the_year_is_computed_once_the_year_is_there(desk: Desk) -> None:
    calendars = desk.services.calendars
    (fixed,) = fixed_limits(
        desk.profile, MatterKind.REQUEST, "01", Urgency.NORMAL, "", date(2026, 12, 28),
        what=(LimitOf.CALLER,),
    )  # fmt: skip
    begin = datetime(2026, 12, 28, 9, tzinfo=CHINA)
    before = limit(fixed, begin, calendars.calendar(), CHINA)
    assert (before.due, before.unknown) == (None, "year 2027")
    calendars.take(desk.anna, year(), "2027.csv", "ab")
    after = limit(fixed, begin, calendars.calendar(), CHINA)
    assert after.due == datetime(2027, 1, 6, tzinfo=CHINA)  # 29–31 | Mon 4, Tue 5 to its end


def test_the_newest_row_of_a_year_holds_and_names_the_one_it_corrects(desk: Desk) -> None:
    calendars = desk.services.calendars
    assert calendars.take(desk.anna, year(), "a.csv", "ab").added == (2027,)
    with pytest.raises(UserError, match="2027 is known with other days"):
        calendars.take(desk.anna, year(worked=6), "b.csv", "cd")
    taken = calendars.take(desk.anna, year(worked=6), "b.csv", "cd", replace=True)
    assert taken.changed == (2027,)
    with desk.store.read() as tx:
        first, second = tx.find(CalendarYear)
    assert (first.corrects, second.corrects) == (None, first.id)
    known = calendars.known(2027)
    assert known is not None
    assert known.year.origin == "b.csv"
    assert known.year.is_working(date(2027, 2, 6))


def test_looking_first_stores_nothing(desk: Desk) -> None:
    calendars = desk.services.calendars
    assert calendars.take(desk.anna, year(), "a.csv", "ab", dry_run=True).added == (2027,)
    assert calendars.known(2027) is None
    assert calendars.calendar().year(2026) is not None


def test_a_transaction_reads_the_years_once_and_the_next_one_sees_what_was_added(
    desk: Desk,
) -> None:
    calendars = desk.services.calendars
    with desk.store.read() as tx:
        assert calendars.within(tx).year(2027) is None
        assert calendars.within(tx) is calendars.within(tx)
    calendars.take(desk.anna, year(), "2027.csv", "ab")
    with desk.store.read() as tx:
        assert calendars.within(tx).year(2027) is not None
