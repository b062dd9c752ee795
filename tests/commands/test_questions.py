"""`knowledge questions`: kept, taken in, written out, run, and run with a change foreseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.commands.desk import Desk
from tests.commands.test_knowledge import filled as filled

from tests.commands.test_knowledge import _filled as _filled  # isort: skip
from tests.commands.test_knowledge import row, written

WORDS = ("--json", "knowledge", "questions")


def test_questions_go_in_and_out(filled: Desk, tmp_path: Path) -> None:
    made = filled.ok(*WORDS, "add", "路灯不亮", "light", "gone").object
    assert made == {"set": "main", "question": "路灯不亮", "gold": ["light", "gone"]}
    assert filled.ok(*WORDS, "list").rows == [made | {"unknown": ["gone"]}]
    rows = [{"question": "停水了", "gold": ["other"]}, {"question": "", "gold": ["other"]}]
    ran = filled.run(*WORDS, "import", written(tmp_path, *rows, name="供水.jsonl"))
    assert (ran.code, ran.object["added"], ran.object["unknown"]) == (1, 1, 0)
    assert [one["row"] for one in ran.object["refused"]] == [2]
    path = tmp_path / "all.jsonl"
    assert filled.ok("knowledge", "questions", "export", path).out == "2 questions written.\n"
    assert [json.loads(line)["set"] for line in path.read_text("utf-8").splitlines()] == [
        "main",
        "供水",
    ]
    again = filled.ok(*WORDS, "import", path).object
    assert (again["unchanged"], again["unknown"]) == (2, 1)
    assert filled.ok(*WORDS, "remove", "停水了", "--set", "供水").object["gold"] == ["other"]
    assert "Sets: main" in filled.refused(*WORDS, "list", "--set", "供水")


def test_a_run_says_where_the_right_articles_stand_and_stood(filled: Desk, tmp_path: Path) -> None:
    filled.ok(*WORDS, "add", "路灯不亮找谁", "light")
    filled.ok(*WORDS, "add", "翻车鱼", "light", "--set", "鱼")
    assert ranks(filled, "last") == {"路灯不亮找谁": (1, None), "翻车鱼": (None, None)}
    filled.ok("knowledge", "import", written(tmp_path, row(title="翻车鱼", body="鱼")))
    assert ranks(filled, "last") == {"路灯不亮找谁": (None, 1), "翻车鱼": (1, None)}
    assert ranks(filled, "last", "--set", "鱼") == {"翻车鱼": (1, 1)}


def ranks(desk: Desk, beside: str, *options: object) -> dict[str, tuple[Any, Any]]:
    found = desk.ok(*WORDS, "run", *options).rows
    return {one["question"]: (one["rank"], one[beside]) for one in found}


def test_a_run_foretells_what_a_change_does(filled: Desk) -> None:
    filled.ok(*WORDS, "add", "路灯不亮找谁", "light")
    tried = filled.ok(*WORDS, "run", "--withdraw", "light").object
    assert (tried["before"], tried["after"], tried["falls_out"]) == (1, None, True)
    tried = filled.ok(*WORDS, "run", "--repeal", "light", "--on", "2030-01-01").object
    assert (tried["before"], tried["after"], tried["falls_out"]) == (1, 1, False)
    text = filled.ok("knowledge", "questions", "run", "--withdraw", "light").out
    assert "1 come later, 1 of them fall out of the first ten" in text
    assert "no open draft" in filled.refused(*WORDS, "run", "--draft", "light")
    assert "One change" in filled.wrong(*WORDS, "run", "--draft", "a", "--repeal", "b")
