"""`ticket list`, `ticket show`, `ticket verify`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise
from typing import Any

import pytest

from operator_desk.domain.terms import MatterKind, Secrecy, TicketState
from tests.commands.desk import Desk

LISTED = {
    "number", "state", "kind", "category", "title", "unit", "registered_at", "caller_due_at",
    "holder_due_at", "late", "secrecy", "co_units", "step_due_at", "not_computable", "asked",
    "returns", "reworks", "chases", "paused", "excluded", "joined", "reference",
}  # fmt: skip
WHOLE = LISTED | {
    "id", "call", "operator", "urgency", "wants_reply", "place", "place_code", "caller_name",
    "caller_address", "callback", "missing", "summary", "elements", "statements", "answers",
    "seals", "events", "attachments",
}  # fmt: skip


@pytest.fixture
def tickets(practice: Desk) -> list[dict[str, Any]]:
    """All tickets of the practice desk."""
    return practice.ok("--json", "ticket", "list").rows


def test_a_listed_ticket_has_the_documented_fields(tickets: list[dict[str, Any]]) -> None:
    assert len(tickets) > 10
    for row in tickets:
        assert row.keys() == LISTED
        assert row["state"] in list(TicketState)
        assert row["kind"] in list(MatterKind)
        assert row["secrecy"] in list(Secrecy)
        paused = row["not_computable"] == "paused"
        assert paused or row["caller_due_at"] > row["registered_at"]
        assert isinstance(row["late"], bool)


def test_tickets_come_newest_first_and_once(tickets: list[dict[str, Any]]) -> None:
    assert all(one["registered_at"] >= after["registered_at"] for one, after in pairwise(tickets))
    assert len({row["number"] for row in tickets}) == len(tickets)


def test_state_unit_and_limit_choose(practice: Desk, tickets: list[dict[str, Any]]) -> None:
    listed = ("--json", "ticket", "list")
    for state in ("registered", "closed", "long_term"):
        own = [row for row in tickets if row["state"] == state]
        assert practice.ok(*listed, "--state", state).rows == own
    assert own == []
    assert practice.ok(*listed, "--limit", 2).rows == tickets[:2]
    for unit in {row["unit"] for row in tickets if row["unit"]} or {"X9"}:
        own = [row for row in tickets if unit in (row["unit"], *row["co_units"])]
        own = [row for row in own if row["state"] != "registered"]
        assert practice.ok(*listed, "--unit", unit).rows == own


def test_late_tickets_are_those_that_are_marked_so(
    practice: Desk, tickets: list[dict[str, Any]]
) -> None:
    late = [row for row in tickets if row["late"]]
    assert practice.ok("--json", "ticket", "list", "--late").rows == late


def test_a_state_that_is_none_is_wrong_usage(practice: Desk) -> None:
    assert "'lost' is not one of 'registered'" in practice.wrong(
        "ticket", "list", "--state", "lost"
    )


def test_a_shown_ticket_is_whole(practice: Desk, tickets: list[dict[str, Any]]) -> None:
    for row in tickets[:5]:
        shown = practice.ok("--json", "ticket", "show", row["number"]).object
        assert shown.keys() == WHOLE
        assert {name: shown[name] for name in LISTED} == row
        assert shown["events"][0]["action"] == "register"
        assert shown["events"][-1]["state"] == row["state"]
        assert shown["seals"]
        assert shown["statements"]
        call = practice.ok("--json", "call", "show", shown["call"]).object
        assert row["number"] in [matter["ticket"] for matter in call["matters"]]


def test_people_read_category_and_unit_by_name(
    practice: Desk, tickets: list[dict[str, Any]]
) -> None:
    ran = practice.run("ticket", "show", tickets[0]["number"], lang="zh_CN")
    assert (ran.code, ran.err) == (0, "")
    assert f"工单: {tickets[0]['number']}" in ran.out
    assert f"分类: {tickets[0]['category']}" not in ran.out
    assert " / " in ran.out
    assert "状态: 已登记" in ran.out


@pytest.mark.parametrize("wrong", ["20260101-A01-9999", "nonsense", "", "'; DROP TABLE ticket"])
def test_an_unknown_ticket_is_named(practice: Desk, wrong: str) -> None:
    assert practice.refused("ticket", "show", wrong) == f"There is no ticket {wrong}."


def test_all_or_some_tickets_are_verified(practice: Desk, tickets: list[dict[str, Any]]) -> None:
    every = practice.ok("--json", "ticket", "verify").object
    assert every["broken"] == []
    one, two = (row["number"] for row in tickets[:2])
    some = practice.ok("--json", "ticket", "verify", one, two).object
    assert 0 < some["checked"] < every["checked"]
    first = practice.ok("--json", "ticket", "verify", one).object["checked"]
    assert practice.ok("ticket", "verify", one).out == f"{first} rows checked, 0 broken.\n"


def test_no_ticket_no_row(desk: Desk) -> None:
    assert desk.ok("--json", "ticket", "verify").object == {"checked": 0, "broken": []}
    assert desk.ok("--json", "ticket", "list").out == ""


def test_an_unknown_ticket_cannot_be_verified(practice: Desk) -> None:
    assert practice.refused("ticket", "verify", "x") == "There is no ticket x."


def test_a_changed_word_is_found_and_named(own_practice: Desk) -> None:
    listed = own_practice.ok("--json", "ticket", "list", "--limit", 2).rows
    one, other = (row["number"] for row in listed)
    words = own_practice.ok("--json", "ticket", "show", one).object["statements"][0]["words"]
    with closing(sqlite3.connect(own_practice.folder / "desk.db")) as base, base:
        for (name,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'personal'"
        ).fetchall():
            base.execute(f"DROP TRIGGER {name}")
        done = base.execute("UPDATE personal SET text = text || '。' WHERE text = ?", [words])
        assert done.rowcount == 1
    ran = own_practice.run("--json", "ticket", "verify", one)
    assert ran.code == 1
    assert {row["kind"] for row in ran.object["broken"]} == {"personal"}
    assert all(row.keys() == {"kind", "id", "reason"} for row in ran.object["broken"])
    assert own_practice.ok("--json", "ticket", "verify", other).object["broken"] == []
    ran = own_practice.run("ticket", "verify", one)
    assert ran.code == 1
    assert (
        f"personal {own_practice.run('--json', 'ticket', 'verify').object['broken'][0]['id']}"
        in (ran.out)
    )
