"""Working days that need no import: China's library against the published table, the US by rule."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import pytest

from operator_desk import calendars
from operator_desk.domain.working_days import nth_working_day
from tests.support.data import needs_data

CHINA, FEDERAL = calendars.calendar("china"), calendars.calendar("us_federal")


@pytest.mark.data
def test_every_day_of_the_published_table_is_as_the_library_has_it() -> None:
    path = needs_data() / "holidays_2020_2026.csv"
    with path.open(encoding="utf-8", newline="") as file:
        truth = {
            date.fromisoformat(row["date"]): row["is_off_day"] == "True"
            for row in csv.DictReader(file)
        }
    day, seen = date(2020, 1, 1), 0
    while day.year <= 2026:
        year = CHINA.year(day.year)
        assert year is not None
        off = truth.get(day, day.weekday() >= 5)
        assert year.is_working(day) is not off, day
        if truth.get(day):
            assert year.named(day) is not None, day
        seen += 1
        day += timedelta(days=1)
    assert seen == 2557
    assert len(truth) > 200


def test_the_library_ends_with_2026_and_says_so() -> None:
    assert CHINA.year(2026) is not None
    assert CHINA.year(2027) is None
    assert CHINA.year(2003) is None
    assert calendars.calendar("imported").year(2026) is None


def test_moved_working_days_are_told_from_days_off() -> None:
    year = CHINA.year(2026)
    assert year is not None
    assert [one.day.isoformat()[5:] for one in year.moved()] == [
        "01-04", "02-14", "02-28", "05-09", "09-20", "10-10",
    ]  # fmt: skip
    assert {one.name for one in year.moved()} == {"元旦", "春节", "劳动节", "国庆节"}
    assert len(year.working) == 248
    assert year.origin.startswith("chinesecalendar 1.")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-19", "Birthday of Martin Luther King, Jr."),
        ("2026-07-03", "Independence Day"),  # 4 July is a Saturday
        ("2027-07-05", "Independence Day"),  # and a Sunday
        ("2021-12-31", "New Year's Day"),  # of 2022
        ("2026-11-26", "Thanksgiving Day"),
        ("2024-06-19", "Juneteenth"),
    ],
)
def test_federal_holidays_are_where_the_code_puts_them(day: str, name: str) -> None:
    at = date.fromisoformat(day)
    year = FEDERAL.year(at.year)
    assert year is not None
    named = year.named(at)
    assert named is not None
    assert (named.name, named.off, year.is_working(at)) == (name, True, False)


def test_juneteenth_was_a_working_day_before_the_law() -> None:
    year = FEDERAL.year(2019)
    assert year is not None
    assert year.is_working(date(2019, 6, 19))


def test_working_days_are_counted_over_the_turn_of_a_year() -> None:
    assert nth_working_day(CHINA, date(2025, 12, 31), 1) == date(2025, 12, 31)
    assert nth_working_day(CHINA, date(2025, 12, 31), 2) == date(2026, 1, 4)
    assert nth_working_day(CHINA, date(2020, 1, 1), 1744) == date(2026, 12, 31)
