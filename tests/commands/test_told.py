"""`knowledge told`: who was told an article, and the told-to lists."""

from __future__ import annotations

from pathlib import Path

from operator_desk import app
from operator_desk.services.people import machine_actor
from tests.commands.desk import Desk
from tests.commands.test_knowledge import call, row, written


def test_who_was_told_is_listed_as_the_account_may_see_it(desk: Desk, tmp_path: Path) -> None:
    words = ("--json", "knowledge", "told")
    desk.ok("knowledge", "import", written(tmp_path, row()))
    secret = call("c2", "有人卖假药。", "light") | {"kind": "report"}
    calls = (call("c1", "路灯不亮。", "light"), secret)
    desk.ok("call", "replay", written(tmp_path, *calls, name="c.jsonl"))
    assert [one["state"] for one in desk.ok(*words, "light").rows] == [None, None]
    assert desk.ok(*words, "--lists").rows == []
    with app.open_desk(desk.folder, writing=True) as opened:
        opened.recalls.mark(machine_actor("test"), "light", "号码已停用")
    (found,) = desk.ok(*words, "--lists").rows
    assert (found["key"], found["versions"], found["reason"]) == ("light", [1], "号码已停用")
    assert (found["done"], found["of"], found["right_version"]) == (0, 2, False)
    every = desk.ok(*words, "light").rows
    assert desk.ok(*words, "--list", found["id"]).rows == every
    plain, hidden = sorted(every, key=lambda one: one["secret"])
    assert (plain["number"], plain["versions"], plain["state"]) == ("138****2206", [1], "to_call")
    assert (hidden["told_at"], hidden["operator"], hidden["outcome"]) == (None, None, None)

    staff = ("staff", "add", "wang", "--name", "W", "--role", "operator")
    desk.ok(*staff, typed="secret-words\n")
    mine = ("--user", "wang", *words)
    (only,) = desk.ok(*mine, "light", password="secret-words").rows
    assert only["call"] == plain["call"]
    assert desk.ok(*mine, "--lists", password="secret-words").object["unseen"] == 1
    table = desk.run("knowledge", "told", "light", lang="zh_CN").out
    assert ("待回拨" in table, "13800002206" in table) == (True, False)

    assert "no article" in desk.refused("knowledge", "told", "nobody")
    assert "no such told-to list" in desk.refused("knowledge", "told", "--list", "x")
    for wrong in ((), ("light", "--lists"), ("light", "--all")):
        assert "Name an article" in desk.wrong("knowledge", "told", *wrong)
