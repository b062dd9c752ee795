"""A ticket's way by commands: dispatch to closing, three returns, refusals, after the fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.desk import Desk

PASSWORD = "long-enough-words"
CALL = {
    "id": "t-1",
    "started_at": "2026-11-02T10:00:00+08:00",
    "caller_number": "13800000001",
    "kind": "complaint",
    "title": "路灯不亮",
    "statements": ["路灯三天不亮，回电138 0000 0001。"],
    "readback": ["confirmed"],
    "told": [],
    "outcome": "ticket",
    "talk_s": 60,
    "after_call_s": 5,
}
STAFF = {
    "dora": ("dispatcher", None),
    "lea": ("lead", None),
    "lamps": ("unit", "lamps"),
    "roads": ("unit", "roads"),
    "fay": ("follow_up", None),
}


class Centre:
    """A desk with staff, two units, and two tickets."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        units = folder / "units.csv"
        units.write_text("code,name\nlamps,路灯所\nroads,市政处\n", "utf-8")
        desk.ok("units", "import", units)
        for login, (role, unit) in STAFF.items():
            words = ["staff", "add", login, "--name", login, "--role", role]
            desk.ok(*words, *(["--unit", unit] if unit else []), typed=f"{PASSWORD}\n")
        calls = folder / "calls.jsonl"
        second = CALL | {"id": "t-2", "started_at": "2026-11-02T11:00:00+08:00"}
        calls.write_text(f"{json.dumps(CALL)}\n{json.dumps(second)}\n", "utf-8")
        desk.ok("call", "replay", calls)
        rows = desk.ok("--json", "ticket", "list", "--ascending").rows
        self.number, self.other = (row["number"] for row in rows)

    def step(self, login: str, command: str, *words: object, number: str = "") -> str:
        """Takes a step as somebody; the state after it."""
        ran = self.desk.ok("--json", "--user", login, "ticket", command, number or self.number,
                           *words, password=PASSWORD)  # fmt: skip
        return str(ran.object["state"])

    def refused(self, login: str, command: str, *words: object) -> str:
        """The reason why a step is refused."""
        return self.desk.refused("--user", login, "ticket", command, self.number, *words,
                                 password=PASSWORD)  # fmt: skip


@pytest.fixture
def centre(desk: Desk, tmp_path: Path) -> Centre:
    return Centre(desk, tmp_path)


def test_from_dispatch_to_closing_by_commands(centre: Centre) -> None:
    assert centre.step("dora", "dispatch", "--unit", "lamps", "--co-unit", "roads") == "dispatched"
    assert centre.step("lamps", "sign") == "signed"
    centre.step("dora", "link", "--with", centre.number, number=centre.other)
    assert centre.step("dora", "chase", "--note", "又打来了") == "signed"
    assert centre.step("lamps", "relay", "--note", "几号灯杆？") == "signed"
    assert centre.step("fay", "relay-answer", "--note", "七号") == "signed"
    assert centre.step("lamps", "contact", "--contacted", "yes") == "in_hand"
    assert centre.step("lamps", "answer", "--note", "已换灯", "--basis", "own:lamp") == "answered"
    both = {row["number"]: row["state"] for row in centre.desk.ok("--json", "ticket", "list").rows}
    assert both == {centre.number: "answered", centre.other: "answered"}
    assert "This step" in centre.refused("lamps", "deem")
    replies = ("--contacted", "yes", "--solved", "no", "--unit-rating", "no")
    assert "hotline" in centre.refused("fay", "follow-up", *replies)
    replies = (*replies, "--hotline-rating", "yes")
    assert "A no needs its reason" in centre.refused("fay", "follow-up", *replies)
    assert centre.step("fay", "follow-up", *replies, "--reason", "not_solved") == "rated"
    assert centre.step("fay", "rework", "--reason", "not_solved") == "dispatched"
    due = centre.desk.ok("--json", "ticket", "due", centre.number).object
    assert due["why_late"] is None  # the rework has a limit of its own
    due = centre.desk.ok("--json", "ticket", "due", centre.other).object
    assert (due["caller"]["computable"], bool(due["caller"]["steps"])) == (True, True)
    assert sum(row["used_s"] for row in due["by_holder"]) == due["used_s"]
    assert due["why_late"]
    steps = centre.desk.ok("--json", "ticket", "history", centre.number).rows
    assert [row["action"] for row in steps][-4:] == ["contact", "answer", "follow_up", "rework"]
    assert all(row["effective"] for row in steps)
    said = centre.desk.run("ticket", "due", centre.other, lang="zh_CN").out
    assert "对诉求人的时限" in said
    assert due["why_late"] not in said  # it is said in Chinese


def test_a_unit_sees_its_own_tickets_and_no_person_of_a_secret_one(centre: Centre) -> None:
    centre.step("dora", "dispatch", "--unit", "lamps")
    words = ("--json", "--user", "lamps", "ticket")
    (row,) = centre.desk.ok(*words, "list", password=PASSWORD).rows
    assert row["number"] == centre.number
    for command in ("due", "show", "history"):
        assert "not with your unit" in centre.desk.refused(
            "--user", "lamps", "ticket", command, centre.other, password=PASSWORD
        )
    assert "0000 0001" in centre.desk.ok(*words, "show", centre.number, password=PASSWORD).out
    note = ("--note", "来电人13800000001要求保密")
    centre.desk.ok("--user", "dora", "ticket", "secrecy", centre.number, "secret", *note,
                   password=PASSWORD)  # fmt: skip
    shown = centre.desk.ok(*words, "show", centre.number, password=PASSWORD)
    assert (shown.object["secrecy"], shown.object["caller_name"]) == ("secret", None)
    assert not shown.object["callback"]
    told = centre.desk.ok(*words, "history", centre.number, password=PASSWORD).out
    for out in (shown.out, told):
        assert "13800000001" not in out
        assert "0000 0001" not in out
        assert "■■" in out


def test_what_the_centre_knows_is_not_for_a_unit(centre: Centre) -> None:
    centre.step("dora", "dispatch", "--unit", "lamps")
    call = centre.desk.ok("--json", "ticket", "show", centre.number).object["call"]
    for words in (
        ("call", "list"),
        ("call", "show", call),
        ("ticket", "duplicates", centre.number),
        ("ticket", "propose", centre.number),
    ):
        assert "for who works at the hotline" in centre.desk.refused(
            "--user", "lamps", *words, password=PASSWORD
        )


def test_a_return_is_decided_and_requests_are_granted_or_refused(centre: Centre) -> None:
    centre.step("lea", "dispatch", "--unit", "lamps")
    assert "Nothing is to be decided" in centre.desk.refused("ticket", "grant", centre.number)
    centre.step("dora", "redispatch", "--unit", "roads", "--reason", "wrong_unit")
    assert centre.step("roads", "return", "--reason", "not_own_duty", "--note", "属路灯所",
                       "--unit", "lamps") == "returned"  # fmt: skip
    assert centre.step("dora", "refuse", "--note", "属你单位") == "dispatched"
    assert "needs" not in centre.step("roads", "exclude", "--reason", "other", "--note", "请审")
    rows = centre.desk.ok("--json", "ticket", "list", "--asked", "exclusion").rows
    assert [row["number"] for row in rows] == [centre.number]
    assert centre.step("lea", "grant") == "dispatched"
    assert centre.desk.ok("--json", "ticket", "list", "--unit", "roads").object["excluded"]


def test_of_several_tickets_one_is_refused_and_the_others_done(centre: Centre) -> None:
    centre.step("dora", "dispatch", "--unit", "lamps")
    ran = centre.desk.run("--json", "--user", "dora", "ticket", "dispatch", centre.number,
                          centre.other, "--unit", "lamps", password=PASSWORD)  # fmt: skip
    assert (ran.code, ran.object["number"]) == (1, centre.other)
    assert ran.err.startswith(f"{centre.number}: The ticket is dispatched")


def test_bad_input_is_said_in_a_sentence(centre: Centre) -> None:
    assert "There is no unit" in centre.refused("dora", "dispatch", "--unit", "moon")
    assert "is not a time" in centre.refused("lea", "dispatch", "--unit", "lamps", "--at", "noon")
    assert "in the future" in centre.refused(
        "lea", "dispatch", "--unit", "lamps", "--at", "2099-01-01T10:00"
    )
    assert "with itself" in centre.refused("dora", "link", "--with", centre.number)
    assert "There is no ticket" in centre.desk.refused("ticket", "sign", "20990101-A01-0001")
    centre.step("dora", "dispatch", "--unit", "lamps")
    assert "Only who took" in centre.refused("lea", "take-back")
    assert centre.step("dora", "take-back") == "registered"
