"""`call replay`: whole calls or none, each refused one named, nothing twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.desk import Desk

COUNTS = {"played": 0, "new": 0, "known": 0, "tickets": 0, "direct_answers": 0, "refused": []}


def script(name: str = "c1", **given: Any) -> dict[str, Any]:
    """A complaint of a minute that became a ticket."""
    plain = {
        "id": name,
        "started_at": "2026-11-02T08:00:00+08:00",
        "caller_number": "13800002206",
        "kind": "complaint",
        "statements": ["路灯不亮。", "三天了。"],
        "readback": ["confirmed", {"corrected": "五天了。"}],
        "talk_s": 60,
        "after_call_s": 20,
        "outcome": "ticket",
    }
    return plain | given


def written(tmp_path: Path, *scripts: object, name: str = "calls.jsonl") -> Path:
    path = tmp_path / name
    lines = [one if isinstance(one, str) else json.dumps(one) for one in scripts]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_new_calls_are_played_once(desk: Desk, tmp_path: Path) -> None:
    answer = script("c2", outcome="answered", readback=[])
    path = written(tmp_path, script(), answer, script("c3", outcome="silent", statements=[],
                                                     readback=[]))  # fmt: skip
    played = desk.ok("--json", "call", "replay", path).object
    assert played == COUNTS | {"played": 3, "new": 3, "tickets": 1, "direct_answers": 1}
    assert desk.ok("--json", "call", "replay", path, path).object == COUNTS | {
        "played": 6,
        "known": 6,
    }
    assert [row["outcome"] for row in desk.ok("--json", "call", "list").rows].count("ticket") == 1
    (ticket,) = desk.ok("--json", "ticket", "list").rows
    assert ticket["number"] == "20261102-A01-0001"
    shown = desk.ok("--json", "ticket", "show", ticket["number"]).object
    assert [one["answer"] for one in shown["answers"]] == ["confirmed", "corrected"]
    assert shown["answers"][1]["corrected_to"] == "五天了。"
    assert shown["missing"]
    assert desk.ok("--json", "ticket", "verify").object["broken"] == []


def test_what_was_played_is_said_in_both_languages(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, script())
    assert desk.ok("call", "replay", path).out == (
        "Played 1: 1 new, 0 known; 1 tickets, 0 direct answers; 0 refused.\n"
    )
    ran = desk.run("call", "replay", path, lang="zh_CN")
    assert ran.out == "回放 1：新 0，已有 1；工单 0，即时答复 0；未收 0。\n"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"told": ["no-such"]}, "Call c1: there is no article no-such."),
        ({"operator": "nobody"}, "Call c1: there is no account nobody."),
        ({"readback": ["confirmed"] * 3}, "Call c1: more readback answers than statements."),
        ({"colour": "red"}, "Unknown field colour."),
        ({"id": " "}, "Field id is missing or empty."),
        ({"outcome": "lost"}, "Field outcome: lost is none of direct_answer, ticket"),
        ({"kind": None}, "Field kind is missing or empty."),
        ({"started_at": "2026-11-02T08:00:00"}, "is not a time with its offset."),
        ({"started_at": "yesterday"}, "is not a time with its offset."),
        ({"talk_s": -1}, "Field talk_s: -1 is not a number of seconds."),
        ({"talk_s": "long"}, "is not a number of seconds."),
        ({"statements": "words"}, "Field statements is not a list of texts."),
        ({"statements": ["\x00"]}, "character that no text has"),
        ({"statements": ["\ud800"]}, "character that no text has"),
        ({"readback": [{"odd": "x"}]}, "Field readback: odd is none of"),
        ({"readback": [7]}, "A readback answer cannot be read."),
    ],
)
def test_a_wrong_call_is_named_and_leaves_nothing(
    desk: Desk, tmp_path: Path, given: dict[str, Any], reason: str
) -> None:
    path = written(tmp_path, script(**given), script("c2", outcome="silent"))
    ran = desk.run("call", "replay", path)
    assert ran.code == 1
    assert "1 new" in ran.out
    (line,) = ran.err.splitlines()
    assert line.startswith("calls.jsonl, row ")
    assert reason in line
    (call,) = desk.ok("--json", "call", "list").rows
    assert call["outcome"] == "silent"
    assert desk.ok("--json", "ticket", "list").out == ""


def test_a_refused_call_is_named_in_chinese_too(desk: Desk, tmp_path: Path) -> None:
    ran = desk.run("call", "replay", written(tmp_path, script(told=["no-such"])), lang="zh_CN")
    assert ran.err == "calls.jsonl 第 c1 行：来电 c1：没有条目 no-such。\n"


@pytest.mark.parametrize("line", ["{", "[]", '"x"', '{"id": NaN}', "[" * 9999])
def test_a_line_that_is_no_call(desk: Desk, tmp_path: Path, line: str) -> None:
    ran = desk.run("--json", "call", "replay", written(tmp_path, line, script()))
    assert (ran.code, ran.err) == (1, "")
    assert (ran.object["played"], ran.object["tickets"]) == (1, 1)
    (refused,) = ran.object["refused"]
    assert (refused["file"], refused["row"]) == ("calls.jsonl", 1)


def test_the_same_id_twice_in_a_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    ran = desk.run("--json", "call", "replay", written(tmp_path, script(), script()))
    assert ran.code == 1
    assert ran.object["refused"][0]["reason"] == "c1 stands in row 1 already."


def test_wrong_files_are_one_sentence(desk: Desk, tmp_path: Path) -> None:
    assert "cannot be read" in desk.refused("call", "replay", tmp_path / "lost.jsonl")
    assert "cannot be read" in desk.refused("call", "replay", tmp_path)
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    assert "is empty" in desk.refused("call", "replay", tmp_path / "empty")
    (tmp_path / "binary").write_bytes(b"\x00\x01\x02\xff")
    assert "is no text in UTF-8" in desk.refused("call", "replay", tmp_path / "binary")


def test_one_of_several_files_cannot_be_read(desk: Desk, tmp_path: Path) -> None:
    ran = desk.run("--json", "call", "replay", tmp_path / "lost", written(tmp_path, script()))
    assert (ran.code, ran.object["new"]) == (1, 1)
    assert ran.object["refused"][0]["row"] is None


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_beyond_the_calendar_is_refused(desk: Desk, tmp_path: Path, year: str) -> None:
    ran = desk.run("call", "replay", written(tmp_path, script(started_at=year)))
    assert ran.code == 1
    assert "is not a time" in ran.err
