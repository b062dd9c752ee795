"""Times that people type for calls entered from paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operator_desk.domain.times import parse_coming, parse_local

ZONE = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 23, 12, 30, 45, tzinfo=ZONE)


def local(text: str, at: datetime = NOON) -> str | None:
    found = parse_local(text, at, ZONE)
    return f"{found.astimezone(ZONE):%Y-%m-%d %H:%M:%S}" if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11:05", "2026-11-23 11:05:00"),
        (" 9:05 ", "2026-11-23 09:05:00"),
        ("11：05", "2026-11-23 11:05:00"),
        ("１１：０５", "2026-11-23 11:05:00"),
        ("11点05分", "2026-11-23 11:05:00"),
        ("11.05", "2026-11-23 11:05:00"),
        ("12:30", "2026-11-23 12:30:00"),
        ("13:00", "2026-11-22 13:00:00"),  # not yet today: yesterday
        ("11-20 14:05", "2026-11-20 14:05:00"),
        ("11月20日 14:05", "2026-11-20 14:05:00"),
        ("12/24 8:00", "2025-12-24 08:00:00"),  # not yet this year
        ("2026-11-23 11:05", "2026-11-23 11:05:00"),
    ],
)
def test_a_time_is_read_as_the_last_one_that_was(text: str, expected: str) -> None:
    assert local(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11",
        "24:00",
        "11:60",
        "13-01 11:05",
        "02-30 11:05",
        "2026-11-24 11:05",
        "gestern",
        "1105",
    ],
)
def test_what_is_no_time_or_has_not_been_yet_is_none(text: str) -> None:
    assert local(text) is None


def test_29_february_is_the_last_one_there_was() -> None:
    assert local("02-29 10:00") is None  # 2026 has none
    assert local("02-29 10:00", NOON.replace(year=2024, month=3)) == "2024-02-29 10:00:00"


@given(st.text("0123456789:-/ 月日点分", max_size=16), st.timedeltas(timedelta(0), timedelta(900)))
def test_whatever_is_typed_is_never_later_than_now(text: str, shift: timedelta) -> None:
    at = NOON + shift
    found = parse_local(text, at, ZONE)
    assert found is None or (found <= at and found.tzinfo is UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:00", "2026-11-23 20:00"),
        ("8点30分", "2026-11-24 08:30"),  # over today: tomorrow
        ("11-25 8:00", "2026-11-25 08:00"),
        ("1-2 8:00", "2027-01-02 08:00"),  # over this year
        ("2026-11-23 11:05", None),
        ("25:00", None),
        ("tonight", None),
    ],
)
def test_a_time_to_come_is_read_as_the_next_one(text: str, expected: str | None) -> None:
    found = parse_coming(text, NOON, ZONE)
    assert (f"{found.astimezone(ZONE):%Y-%m-%d %H:%M}" if found else None) == expected
