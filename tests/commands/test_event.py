"""`event`: cards published, joined, solved for all, withdrawn."""

from __future__ import annotations

from pathlib import Path

from tests.commands.desk import Desk
from tests.commands.test_knowledge import written

PUBLISH = (
    *("--json", "event", "publish", "--title", "湖滨路水管爆裂", "--words", "今晚八点恢复供水。"),
    *("--place", "湖滨路", "--keyword", "停水", "--until", "2036-11-23T20:00"),
)


def registered(desk: Desk, tmp_path: Path) -> str:
    """The number of a ticket."""
    made = {"id": "c1", "statements": ["停水了。"], "title": "停水", "kind": "complaint"}
    made |= {"started_at": "2026-11-23T10:00:00+08:00", "outcome": "ticket"}
    desk.ok("call", "replay", written(tmp_path, made, name="c.jsonl"))
    return str(desk.ok("--json", "ticket", "list").rows[0]["number"])


def test_a_card_is_published_joined_and_solved(desk: Desk, tmp_path: Path) -> None:
    number = registered(desk, tmp_path)
    made = desk.ok(*PUBLISH).object
    assert (made["state"], made["until"]) == ("running", "2036-11-23T20:00:00+08:00")
    assert (made["place"], made["place_code"], made["keywords"]) == ("湖滨路", None, ["停水"])
    key = made["id"]
    changed = desk.ok("--json", "event", "change", key, "--words", "明早恢复。", "--until", "")
    assert (changed.object["words"], changed.object["until"]) == ("明早恢复。", None)
    assert changed.object["keywords"] == ["停水"]
    assert desk.ok("--json", "event", "join", key, number).object == {"joined": [number]}
    assert "0 tickets" in desk.ok("event", "join", key, number).out
    assert desk.ok("--json", "event", "list").object["waiting"] == 1
    done = desk.ok("--json", "event", "solve", key, "--answer", "供水已恢复。").object
    assert (done["answered"], done["left"]) == (1, [])
    shown = desk.ok("--json", "event", "show", key).object
    assert (shown["state"], shown["joined"], shown["waiting"]) == ("solved", 1, 0)
    assert [one["state"] for one in shown["versions"]] == ["published", "changed", "solved"]
    assert [one["state"] for one in shown["tickets"]] == ["answered"]
    assert "供水已恢复。" in desk.ok("event", "show", key).out
    assert desk.ok("--json", "event", "list").object["answer"] == "供水已恢复。"
    assert desk.ok("--json", "store", "verify").object["broken"] == []


def test_what_is_wrong_is_refused_in_one_line(desk: Desk) -> None:
    key = desk.ok(*PUBLISH).object["id"]
    assert "not a time" in desk.refused("event", "change", key, "--until", "tomorrow")
    assert "no such event card" in desk.refused("event", "show", "x")
    assert "no ticket" in desk.refused("event", "join", key, "x")
    assert desk.ok("--json", "event", "withdraw", key).object["state"] == "withdrawn"
    assert desk.ok("--json", "event", "list").rows == []
    assert desk.ok("--json", "event", "list", "--all").object["id"] == key
    assert "withdrawn" in desk.refused("event", "solve", key, "--answer", "x")
    desk.ok("staff", "add", "wang", "--name", "W", "--role", "operator", typed="secret-words\n")
    refused = desk.refused("--user", "wang", *PUBLISH, password="secret-words")
    assert "needs the role lead" in refused
