"""Instants as text, and the local day of a call."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain.times import deadline, format_instant, local_day, now, parse_instant

SHANGHAI = "Asia/Shanghai"
ZONES = st.sampled_from(
    [
        SHANGHAI,  # no summer time now, some from 1986 to 1991
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",  # clocks were put on at midnight
        "America/Havana",
        "Australia/Lord_Howe",  # half an hour
        "Pacific/Apia",  # skipped a whole day in 2011
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
    ]
)
INSTANTS = st.datetimes(datetime(1985, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))
STARTS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 1, 30, 59]))


@given(INSTANTS, ZONES)
def test_days_that_begin_at_midnight_are_those_of_the_calendar(at: datetime, zone: str) -> None:
    local = at.astimezone(ZoneInfo(zone))
    if not local.fold:
        assert local_day(at, zone) == local.date()


@given(INSTANTS, STARTS)
def test_a_day_begins_at_its_start_in_shanghai(at: datetime, start: time) -> None:
    local = at.astimezone(ZoneInfo(SHANGHAI))
    before = local.time() < start
    if local.utcoffset() == timedelta(hours=8) and local.year > 1992:
        assert local_day(at, SHANGHAI, start) == local.date() - timedelta(days=before)


@given(INSTANTS, ZONES, STARTS, st.timedeltas(timedelta(0), timedelta(hours=30)))
def test_a_later_call_never_belongs_to_an_earlier_day(
    at: datetime, zone: str, start: time, later: timedelta
) -> None:
    assert local_day(at, zone, start) <= local_day(at + later, zone, start)


@given(INSTANTS, ZONES, STARTS)
def test_a_day_is_the_same_whatever_the_offset_of_the_instant(
    at: datetime, zone: str, start: time
) -> None:
    elsewhere = at.astimezone(timezone(timedelta(hours=-11)))
    assert local_day(elsewhere, zone, start) == local_day(at, zone, start)


@given(INSTANTS, ZONES, STARTS)
def test_a_day_ends_within_a_day_and_two_hours(at: datetime, zone: str, start: time) -> None:
    days = {local_day(at + timedelta(hours=n), zone, start) for n in range(27)}
    assert len(days) >= 2


@pytest.mark.parametrize(
    ("at", "start", "day"),
    [
        ("2026-11-23T15:59:59", time(0), date(2026, 11, 23)),
        ("2026-11-23T16:00:00", time(0), date(2026, 11, 24)),
        ("2026-11-23T22:29:59", time(6, 30), date(2026, 11, 23)),
        ("2026-11-23T22:30:00", time(6, 30), date(2026, 11, 24)),
        ("2024-02-28T16:00:00", time(0), date(2024, 2, 29)),
        ("2024-02-29T16:00:00", time(0), date(2024, 3, 1)),
        ("2023-02-28T16:00:00", time(0), date(2023, 3, 1)),
        ("2024-02-29T22:00:00", time(8), date(2024, 2, 29)),
        ("2026-12-31T15:59:59", time(0), date(2026, 12, 31)),
        ("2026-12-31T16:00:00", time(0), date(2027, 1, 1)),
        ("2026-12-31T23:59:59", time(8), date(2026, 12, 31)),
        ("2027-01-01T00:00:00", time(8), date(2027, 1, 1)),
    ],
)
def test_midnight_start_of_day_and_leap_days(at: str, start: time, day: date) -> None:
    instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert local_day(instant, SHANGHAI, start) == day


def test_an_hour_that_comes_twice_does_not_bring_back_the_day_before() -> None:
    # On 1 November 2026 New York goes from 02:00 back to 01:00; days begin at 01:30.
    first = datetime(2026, 11, 1, 5, 45, tzinfo=UTC)  # 01:45, summer time
    second = datetime(2026, 11, 1, 6, 15, tzinfo=UTC)  # 01:15, winter time
    for at in (first, second):
        assert local_day(at, "America/New_York", time(1, 30)) == date(2026, 11, 1)


def test_a_start_that_the_clocks_skip_is_as_late_as_they_say() -> None:
    # On 8 March 2026 New York goes from 02:00 to 03:00; days begin at 02:30.
    before = datetime(2026, 3, 8, 6, 59, tzinfo=UTC)  # 01:59
    after = datetime(2026, 3, 8, 7, 30, tzinfo=UTC)  # 03:30
    assert local_day(before, "America/New_York", time(2, 30)) == date(2026, 3, 7)
    assert local_day(after, "America/New_York", time(2, 30)) == date(2026, 3, 8)


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_instant_comes_back_from_its_text(at: datetime) -> None:
    text = format_instant(at)
    assert len(text) == 27
    assert parse_instant(text) == at


@given(INSTANTS, INSTANTS)
def test_texts_are_in_the_order_of_time(one: datetime, other: datetime) -> None:
    assert (format_instant(one) < format_instant(other)) == (one < other)


@given(st.text(max_size=30))
def test_any_other_text_is_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_instant(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T16:00:00Z",
        "2026-11-23T16:00:00.5Z",
        "2026-11-23T16:00:00.000000",
        "2026-11-23 16:00:00.000000Z",
        "2026-11-23T16:00:00.000000+08:00",
        "2026-02-29T16:00:00.000000Z",
        "0026-1-1T16:00:00.000000Z",
    ],
)
def test_other_spellings_of_an_instant_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_instant(text)


def test_a_time_without_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_instant(datetime(2026, 11, 23, 16, 0))
    assert now().tzinfo is UTC


def test_a_deadline_at_midnight_is_told_as_the_end_of_a_day() -> None:
    zone = ZoneInfo(SHANGHAI)
    monday = date(2026, 3, 9)
    assert deadline(datetime(2026, 3, 9, 16, 0, tzinfo=UTC), zone) == (monday, "24:00")
    assert deadline(datetime(2026, 3, 9, 9, 30, tzinfo=UTC), zone) == (monday, "17:30")
    assert deadline(datetime(2026, 3, 9, 15, 59, 59, tzinfo=UTC), zone) == (monday, "23:59")
