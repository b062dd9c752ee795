"""Every kind of step on a ticket's way, each by who takes it, by commands on a practice desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.commands.desk import Desk, Member
from tests.commands.test_knowledge import written

OPERATOR, LEAD, DISPATCHER, FOLLOW_UP = "wang", "zhao", "zhou", "qian"
CG, ZJ = "chen", "he"  # the members of two units
NOISE, STREET = "060102", "柳溪路"
REPLIES = ("--contacted", "yes", "--hotline-rating", "yes")
CONTENT = (*REPLIES, "--solved", "yes", "--unit-rating", "yes")
NOT_SOLVED = (*REPLIES, "--solved", "no", "--unit-rating", "no", "--reason", "not_solved")


class Hotline:
    """A practice desk on which three people complain about one thing today."""

    def __init__(self, desk: Desk, staff: dict[str, Member], folder: Path) -> None:
        self._desk, self._staff = desk, staff
        began = datetime.now(ZoneInfo("Asia/Shanghai")) - timedelta(minutes=30)
        calls = [
            {
                "id": f"way-{n}", "started_at": (began + timedelta(minutes=n)).isoformat(),
                "caller_number": f"1380000330{n}", "kind": "complaint", "title": "夜市音响扰民",
                "category": NOISE, "statements": ["夜市音响开到凌晨一点。"],
                "readback": ["confirmed"], "outcome": "ticket", "talk_s": 60,
            }
            for n in range(3)
        ]  # fmt: skip
        file = written(folder, *calls, name="calls.jsonl")
        assert self.run(LEAD, "call", "replay", file)["tickets"] == 3
        newest = desk.ok("--json", "ticket", "list", "--limit", 3).rows
        self.first, self.second, self.third = (row["number"] for row in reversed(newest))

    def run(self, login: str, *words: object) -> dict[str, Any]:
        """What a command that somebody gives prints last."""
        password = self._staff[login].password
        return self._desk.ok("--json", "--user", login, *words, password=password).rows[-1]

    def step(self, login: str, action: str, *words: object, number: str = "") -> dict[str, Any]:
        """A step of somebody; it must be effective."""
        done = self.run(login, "ticket", action, number or self.first, *words)
        assert done["effective"], done
        return done

    def refused(self, login: str, action: str, *words: object) -> str:
        """Why somebody may not take a step."""
        password = self._staff[login].password
        words = ("--user", login, "ticket", action, self.first, *words)
        return self._desk.refused(*words, password=password)

    def look(self, what: str, number: str = "") -> dict[str, Any]:
        """What `ticket show`, `due`, … print of a ticket."""
        return self._desk.ok("--json", "ticket", what, number or self.first).rows[-1]


def returned_three_times(at: Hotline) -> None:
    """Unit after unit returns it; with the third accepted return only a lead names units."""
    assert at.look("show")["unit"] is None
    assert at.run(DISPATCHER, "ticket", "propose", at.first)["unit"] is not None
    due = at.step(DISPATCHER, "dispatch", "--unit", "CG")["caller_due_at"]
    giving_back = ("--reason", "not_own_duty", "--basis", "own:night-work", "--note", "属住建职责")
    for n, unit, other in ((1, CG, "ZJ"), (2, ZJ, "CG"), (3, CG, "ZJ")):
        words = ("--unit", other, "--reason", "returned")
        back = at.step(unit, "return", *giving_back, "--unit", other)
        assert (back["state"], back["caller_due_at"]) == ("returned", due)
        at.step(DISPATCHER, "accept-return", "--note", "同意转派")
        if n < 3:
            assert at.step(DISPATCHER, "redispatch", *words)["caller_due_at"] == due
    assert "a lead names" in at.refused(DISPATCHER, "redispatch", *words)
    decided = ("--unit", "CG", "--co-unit", "ZJ", "--reason", "lead_decided")
    named = at.step(LEAD, "redispatch", *decided, "--note", "城管牵头")
    assert (named["state"], named["caller_due_at"]) == ("dispatched", due)


def handled_with_requests(at: Hotline) -> None:
    """Signed, chased, supplemented, extended, paused, resumed."""
    assert at.step(CG, "sign")["state"] == "signed"
    assert at.step(CG, "contact", "--contacted", "yes")["state"] == "in_hand"
    at.step(CG, "relay", "--note", "是哪几家店？")
    at.step(OPERATOR, "relay-answer", "--note", "路口第一家")
    at.step(OPERATOR, "chase")
    at.step(OPERATOR, "supplement", "--note", "周末更吵")
    at.step(OPERATOR, "progress", "--told", "承办单位正在办理")
    before = datetime.fromisoformat(at.look("show")["caller_due_at"])
    until = before + timedelta(days=2)
    why = ("--reason", "several_units", "--told", "已告知来电人", "--note", "需联合执法")
    at.step(CG, "extend", "--until", until.isoformat(), *why)
    assert at.look("show")["asked"] == ["extension"]
    granted = at.step(LEAD, "grant")
    assert datetime.fromisoformat(granted["caller_due_at"]) >= until
    at.step(CG, "pause", "--reason", "caller_missing", "--note", "来电人失联")
    assert at.step(DISPATCHER, "grant")["caller_due_at"] is None
    assert at.look("show")["not_computable"] == "paused"
    assert at.step(CG, "resume", "--note", "已联系上")["caller_due_at"] is not None


def answered_jointly(at: Hotline) -> None:
    """One answer serves both tickets; one caller says no, the other is content."""
    at.step(OPERATOR, "link", "--with", at.first, number=at.second)
    at.step(ZJ, "contribute", "--note", "已核查工地，与施工无关")
    answer = at.step(CG, "answer", "--note", "已约谈商户，限定时间")
    assert (answer["state"], answer["joint"]) == ("answered", 1)
    assert at.look("show", at.second)["state"] == "answered"
    assert at.step(FOLLOW_UP, "follow-up", *NOT_SOLVED)["state"] == "rated"
    assert at.step(FOLLOW_UP, "rework", "--reason", "not_solved")["state"] == "dispatched"
    at.step(FOLLOW_UP, "follow-up", *CONTENT, number=at.second)
    at.step(FOLLOW_UP, "close", number=at.second)
    at.step(CG, "sign")
    at.step(CG, "answer", "--note", "已查扣音响")
    at.step(FOLLOW_UP, "follow-up", *CONTENT)
    assert at.step(FOLLOW_UP, "close")["state"] == "closed"


def solved_with_one_answer(at: Hotline) -> None:
    """An event card that the third ticket reports."""
    words = ("--title", "柳溪路夜市整治", "--words", "今晚起十点停止外放。", "--place", STREET)
    card = at.run(LEAD, "event", "publish", *words, "--keyword", "夜市")["id"]
    assert at.run(OPERATOR, "event", "join", card, at.third) == {"joined": [at.third]}
    solved = at.run(LEAD, "event", "solve", card, "--answer", "夜市已搬迁。")
    assert (solved["answered"], solved["left"]) == (1, [])
    assert at.look("show", at.third)["state"] == "answered"


def test_a_whole_way(own_practice: Desk, staff: dict[str, Member], tmp_path: Path) -> None:
    at = Hotline(own_practice, staff, tmp_path)
    returned_three_times(at)
    handled_with_requests(at)
    answered_jointly(at)
    solved_with_one_answer(at)
    steps = own_practice.ok("--json", "ticket", "history", at.first).rows
    assert all(row["effective"] for row in steps)
    assert [row["action"] for row in steps].count("return") == 3
    authors = {row["action"]: row["by"] for row in steps}
    assert (authors["dispatch"], authors["grant_extension"], authors["rework"]) == (
        DISPATCHER, LEAD, FOLLOW_UP,
    )  # fmt: skip
    due = at.look("due")
    assert sum(row["used_s"] for row in due["by_holder"]) == due["used_s"]
    shown = at.look("show")
    assert (shown["returns"], shown["chases"], shown["reworks"]) == (3, 1, 1)
    assert at.look("show", at.second)["reworks"] == 0
    assert own_practice.ok("--json", "store", "verify").object["broken"] == []
