"""The data at hand through the commands: taken once, played once, and every view agrees.

Each story is one test, so that its store is made once whatever the tests are spread over. All
scripted calls are played in `make proof`, of each file the first ones otherwise.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from operator_desk import app
from operator_desk.app import content
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from tests.commands.desk import Desk
from tests.support.data import needs_data

pytestmark = [pytest.mark.data, pytest.mark.proof]
ALL = ("--from", "1990-01-01", "--to", "2099-12-31")
FULL = os.environ.get("OPERATOR_DESK_PROOF") == "full"
KNOWLEDGE = ("laws.jsonl", "laws_superseded.jsonl", "hotlines.csv")
ARTICLES = 13_449
TICKETS, ANSWERS = (328, 513) if FULL else (60, 90)
PLAYED = TICKETS + ANSWERS


def test_a_bare_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, desk = needs_data(), Desk(tmp_path / "desk")
    calls = scripted(data, tmp_path)
    # What the index makes of these articles is shown by the tests of the search.
    monkeypatch.setattr(content, "update_index", lambda *_given: 0)
    desk.ok("init", "--bare")
    words = ("--json", "knowledge", "import", *(data / "knowledge" / name for name in KNOWLEDGE))
    nothing = {"added": 0, "changed": 0, "unchanged": 0, "refused": []}
    assert desk.ok(*words).object == nothing | {"added": ARTICLES}
    assert desk.ok(*words).object == nothing | {"unchanged": ARTICLES}
    play_twice(desk, calls)
    assert len(desk.ok("--json", "call", "list").rows) == PLAYED
    assert len(desk.ok("--json", "ticket", "list").rows) == TICKETS
    assert_all_agree(desk)


def test_a_practice_desk(tmp_path: Path) -> None:
    data, desk = needs_data(), Desk(tmp_path / "desk")
    files = scripted(data, tmp_path)
    desk.ok("init", "--practice")
    samples = desk.ok("--json", "call", "list").rows
    sample_tickets = desk.ok("--json", "ticket", "list").rows
    (tmp_path / "told.jsonl").write_text(told_articles(data, files[1]), encoding="utf-8")
    desk.ok("knowledge", "import", tmp_path / "told.jsonl")
    play_twice(desk, files)
    calls = desk.ok("--json", "call", "list").rows
    assert len(calls) == len(samples) + PLAYED
    assert [row for row in calls if row["operator"] != "imported"] == samples
    tickets = {row["number"]: row for row in desk.ok("--json", "ticket", "list").rows}
    assert len(tickets) == len(sample_tickets) + TICKETS
    assert all(tickets[row["number"]] == row for row in sample_tickets)
    assert_all_agree(desk)
    assert desk.ok("--json", "ticket", "verify").object["broken"] == []


def scripted(data: Path, folder: Path) -> tuple[Path, Path]:
    """The files of tickets and of inquiries, as much of them as is played."""
    made = []
    for name, most in (("calls.jsonl", TICKETS), ("inquiries.jsonl", ANSWERS)):
        lines = (data / "calls" / name).read_text(encoding="utf-8").splitlines(keepends=True)
        made.append(folder / name)
        made[-1].write_text("".join(lines[:most]), encoding="utf-8")
    return made[0], made[1]


def told_articles(data: Path, inquiries: Path) -> str:
    """The lines of the articles that the inquiries tell."""
    lines = inquiries.read_text(encoding="utf-8").splitlines()
    told = {key for line in lines for key in json.loads(line)["told"]}
    laws = (data / "knowledge" / "laws.jsonl").read_text(encoding="utf-8").split("\n")
    kept = [line for line in laws if line and json.loads(line)["key"] in told]
    assert len(kept) == len(told)
    return "".join(f"{line}\n" for line in kept)


def play_twice(desk: Desk, files: tuple[Path, Path]) -> None:
    words = ("--json", "call", "replay", *files)
    nothing = {"played": PLAYED, "tickets": 0, "direct_answers": 0, "refused": []}
    made = {"tickets": TICKETS, "direct_answers": ANSWERS}
    assert desk.ok(*words).object == nothing | {"new": PLAYED, "known": 0} | made
    assert desk.ok(*words).object == nothing | {"new": 0, "known": PLAYED}


def assert_all_agree(desk: Desk) -> None:
    """Lists, figures and counter of a desk show the same calls and tickets."""
    calls = desk.ok("--json", "call", "list").rows
    tickets = desk.ok("--json", "ticket", "list").rows
    matters = [matter for row in calls for matter in row["matters"]]
    numbers = [matter["ticket"] for matter in matters if matter["ticket"]]
    assert sorted(numbers) == sorted(row["number"] for row in tickets)
    assert_figures_agree(desk, calls, tickets)
    assert_counters_agree(desk, calls, tickets)


def assert_figures_agree(
    desk: Desk, calls: list[dict[str, Any]], tickets: list[dict[str, Any]]
) -> None:
    real = [row for row in calls if row["class"] != "fault"]
    days = {
        row["day"]: row for row in desk.ok("--json", "stats", "calls", *ALL, "--by", "day").rows
    }
    assert {day: row["calls"] for day, row in days.items() if row["calls"]} == Counter(
        row["started_at"][:10] for row in real
    )
    for name in ("talk_s", "after_call_s"):
        assert sum(row[name] for row in days.values()) == sum(row[name] for row in real)
    assert sum(row["counted"] for row in days.values()) == sum(row["counted"] for row in calls)
    assert sum(row["tickets"] for row in days.values()) == len(tickets)
    assert sum(row["faults"] for row in days.values()) == len(calls) - len(real)
    outcomes = desk.ok("--json", "stats", "calls", *ALL, "--by", "outcome").rows
    assert {row["outcome"]: row["calls"] for row in outcomes if row["calls"]} == Counter(
        row["outcome"] for row in real
    )


def assert_counters_agree(
    desk: Desk, calls: list[dict[str, Any]], tickets: list[dict[str, Any]]
) -> None:
    """What the window's counter, its rows and the tickets page take from the services."""
    with app.open_desk(desk.folder, writing=False) as opened:
        today = opened.counting.today()
        for member in opened.people.all():
            actor = Actor(member.staff_id, member.login, member.name, member.roles)
            own = [row for row in calls if row["operator"] == member.login]
            days = [_day(row) for row in own if row["counted"]]
            counter = opened.counting.counter(actor)
            assert counter.today == days.count(today)
            month = [day for day in days if (day.year, day.month) == (today.year, today.month)]
            assert counter.month == sum(day <= today for day in month)
            rows = opened.counting.rows(date.min, date.max, member.staff_id)
            assert [str(row.id) for row in rows] == [row["id"] for row in own]
            assert all(opened.counting.rule_text(row, "zh_CN") for row in rows)
        page = opened.tickets.rows(TicketQuery())
        assert [row.number for row in page] == [row["number"] for row in tickets]


def _day(row: dict[str, Any]) -> date:
    return datetime.fromisoformat(row["started_at"]).date()
