"""`knowledge questions`: kept, taken in, written out, run, and run with a change foreseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.commands.desk import Desk
from tests.commands.test_knowledge import written

WORDS = ("--json", "knowledge", "questions")
WAGES, ASKED = "own:labour-wages", "单位拖欠工资怎么办"


def test_questions_go_in_and_out(desk: Desk, tmp_path: Path) -> None:
    made = desk.ok(*WORDS, "add", "路灯不亮", "gone").object
    assert made == {"set": "main", "question": "路灯不亮", "gold": ["gone"]}
    assert desk.ok(*WORDS, "list").rows == [made | {"unknown": ["gone"]}]
    rows = [{"question": "停水了", "gold": ["other"]}, {"question": "", "gold": ["other"]}]
    ran = desk.run(*WORDS, "import", written(tmp_path, *rows, name="供水.jsonl"))
    assert (ran.code, ran.object["added"], ran.object["unknown"]) == (1, 1, 1)
    assert [one["row"] for one in ran.object["refused"]] == [2]
    path = tmp_path / "all.jsonl"
    assert desk.ok("knowledge", "questions", "export", path).out == "2 questions written.\n"
    lines = path.read_text("utf-8").splitlines()
    assert [json.loads(line)["set"] for line in lines] == ["main", "供水"]
    again = desk.ok(*WORDS, "import", path).object
    assert (again["unchanged"], again["unknown"]) == (2, 2)
    assert desk.ok(*WORDS, "remove", "停水了", "--set", "供水").object["gold"] == ["other"]
    assert "Sets: main" in desk.refused(*WORDS, "list", "--set", "供水")


def test_a_run_says_where_the_right_articles_stand_and_would_stand(own_practice: Desk) -> None:
    desk = own_practice
    desk.ok(*WORDS, "add", ASKED, WAGES)
    desk.ok(*WORDS, "add", "翻车鱼", WAGES, "--set", "鱼")
    assert ranks(desk) == {ASKED: (1, None), "翻车鱼": (None, None)}
    assert ranks(desk, "--set", "main") == {ASKED: (1, 1)}
    text = desk.ok("knowledge", "questions", "run", "--withdraw", WAGES).out
    assert "2 questions: 1 come later, 1 of them fall out of the first ten" in text
    assert "no open draft" in desk.refused(*WORDS, "run", "--draft", WAGES)
    assert "One change" in desk.wrong(*WORDS, "run", "--draft", "a", "--repeal", "b")
    assert "--on" in desk.wrong(*WORDS, "run", "--draft", "a", "--on", "2030-01-01")


def ranks(desk: Desk, *options: object) -> dict[str, tuple[Any, Any]]:
    rows = desk.ok(*WORDS, "run", *options).rows
    assert all(one.keys() == {"set", "question", "rank", "last"} for one in rows)
    return {one["question"]: (one["rank"], one["last"]) for one in rows}
