"""`call list` and `call show`: every call, its matters, what was said and told."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest

from operator_desk.domain.numbers import masked
from tests.commands.desk import Desk

LISTED = {
    "id", "number", "started_at", "operator", "direction", "class", "counted", "outcome",
    "talk_s", "after_call_s", "matters",
}  # fmt: skip
MATTER = {"kind", "category", "told", "ticket"}
NOBODY = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def calls(practice: Desk) -> list[dict[str, Any]]:
    """All calls of the practice desk."""
    return practice.ok("--json", "call", "list").rows


def test_a_listed_call_has_the_documented_fields(calls: list[dict[str, Any]]) -> None:
    assert calls
    for row in calls:
        assert row.keys() == LISTED
        assert [matter.keys() for matter in row["matters"]] == [MATTER] * len(row["matters"])


def test_calls_come_newest_first_in_local_time(calls: list[dict[str, Any]]) -> None:
    times = [datetime.fromisoformat(row["started_at"]) for row in calls]
    assert all(one >= after for one, after in pairwise(times))
    assert {at.utcoffset().total_seconds() for at in times} == {8 * 3600}  # type: ignore[union-attr]


def test_no_number_is_shown_whole(calls: list[dict[str, Any]], practice: Desk) -> None:
    numbers = [row["number"] for row in calls if row["number"]]
    assert numbers
    assert all(masked(number.replace("*", "0")) == number for number in numbers)
    said = practice.ok("call", "list").out + practice.ok("--json", "call", "list").out
    assert not re.search(r"(?<!\d)1\d{10}(?!\d)", said)


def test_days_and_limit_choose(calls: list[dict[str, Any]], practice: Desk) -> None:
    day = calls[len(calls) // 2]["started_at"][:10]
    of_day = [row for row in calls if row["started_at"].startswith(day)]
    assert practice.ok("--json", "call", "list", "--from", day, "--to", day).rows == of_day
    assert practice.ok("--json", "call", "list", "--limit", 3).rows == calls[:3]
    before = [row for row in calls if row["started_at"][:10] <= day]
    assert practice.ok("--json", "call", "list", "--to", day).rows == before
    future = date.fromisoformat(day).replace(year=2099)
    assert practice.ok("--json", "call", "list", "--from", future).out == ""


def test_people_read_one_line_a_call(calls: list[dict[str, Any]], practice: Desk) -> None:
    head, *rows = practice.ok("call", "list", "--limit", 5).out.splitlines()
    assert head.split()[:3] == ["id", "started_at", "number"]
    assert [row.split()[0] for row in rows] == [row["id"] for row in calls[:5]]


def test_a_shown_call_holds_the_listed_one_and_its_words(
    calls: list[dict[str, Any]], practice: Desk
) -> None:
    tickets = [row for row in calls if row["outcome"] == "ticket"]
    assert tickets
    for row in tickets[:5]:
        shown = practice.ok("--json", "call", "show", row["id"]).object
        rest = {name: shown[name] for name in LISTED - {"matters"}}
        assert rest == {name: row[name] for name in LISTED - {"matters"}}
        assert shown["rule"]
        (matter,) = shown["matters"]
        assert {name: matter[name] for name in MATTER} == row["matters"][0]
        assert all(statement["words"] for statement in matter["statements"])
        assert matter["seals"][0]["items"]


def test_a_correction_shows_both_wordings(calls: list[dict[str, Any]], practice: Desk) -> None:
    for row in reversed(calls):
        (matter, *_) = practice.ok("--json", "call", "show", row["id"]).object["matters"]
        given = [one for one in matter["answers"] if one["answer"] == "corrected"]
        if given:
            words = {one["words"]: one["version"] for one in matter["statements"]}
            assert words[given[0]["corrected_to"]] == words[given[0]["words"]] + 1
            return
    pytest.fail("no shipped call has a correction")


def test_people_read_a_call_by_words(calls: list[dict[str, Any]], practice: Desk) -> None:
    row = next(row for row in calls if row["outcome"] == "ticket")
    shown = practice.ok("--json", "call", "show", row["id"]).object["matters"][0]
    ran = practice.run("call", "show", row["id"], lang="zh_CN")
    assert (ran.code, ran.err) == (0, "")
    assert "结果: 工单" in ran.out
    assert shown["statements"][0]["words"] in ran.out
    assert shown["statements"][0]["id"] not in ran.out


@pytest.mark.parametrize("wrong", ["99", "x", NOBODY, "0001-01-01", ""])
def test_an_unknown_call_is_named(practice: Desk, wrong: str) -> None:
    assert practice.refused("call", "show", wrong) == f"There is no call {wrong}."


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "yesterday"),
        ("--from", "20261123"),
        ("--to", "2026-02-30"),
        ("--limit", "0"),
        ("--limit", "many"),
        ("extra",),
        ("--nonsense",),
    ],
)
def test_wrong_usage_of_the_list(practice: Desk, words: tuple[str, ...]) -> None:
    assert "Usage: operator-desk call list" in practice.wrong("call", "list", *words)


def test_days_the_wrong_way_round_hold_no_call(practice: Desk) -> None:
    line = practice.refused("call", "list", "--from", "2026-02-02", "--to", "2026-02-01")
    assert line == "The first day 2026-02-02 is after the last 2026-02-01."
