"""`knowledge questions`: kept, taken in, written out, run, and run with a change foreseen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from operator_desk import app
from operator_desk.app import content
from operator_desk.services.people import machine_actor
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


def test_publishing_gives_the_ranks_that_a_run_foretold(own_practice: Desk) -> None:
    desk = own_practice
    for text in (ASKED, "翻车鱼", "工地拖欠农民工工资找谁", "老板不给钱"):
        desk.ok(*WORDS, "add", text, WAGES)
    desk.ok(*WORDS, "add", "翻车鱼", "gone", "--set", "鱼")
    assert {"鱼", "main"} == {one["set"] for one in desk.ok(*WORDS, "list").rows}
    actor = machine_actor("tester")
    with app.open_desk(desk.folder, writing=True) as opened:
        drafts = opened.editing.drafts
        work = drafts.of_article(actor, WAGES).work
        article = replace(work.article, title="翻车鱼", body="工资", answer="", keywords=())
        drafts.save(actor, replace(work, article=article))
    rows = desk.ok(*WORDS, "run", "--set", "main", "--draft", WAGES).rows
    assert {one["question"]: one["before"] for one in rows}[ASKED] == 1
    assert {one["question"]: one["after"] for one in rows}["翻车鱼"] == 1
    with app.open_desk(desk.folder, writing=True) as opened:
        opened.knowledge.put(actor, [article])
        content.update_index(opened)
    assert ranks(desk, "--set", "main") == {one["question"]: (one["after"], None) for one in rows}
    text = desk.ok("knowledge", "questions", "run", "--set", "main", "--withdraw", WAGES).out
    assert "4 questions:" in text
    assert "fall out of the first ten" in text


def test_a_run_is_refused_what_it_cannot_try(desk: Desk) -> None:
    assert "no open draft" in desk.refused(*WORDS, "run", "--draft", WAGES)
    assert "One change" in desk.wrong(*WORDS, "run", "--draft", "a", "--repeal", "b")
    assert "--on" in desk.wrong(*WORDS, "run", "--draft", "a", "--on", "2030-01-01")


def ranks(desk: Desk, *options: object) -> dict[str, tuple[Any, Any]]:
    rows = desk.ok(*WORDS, "run", *options).rows
    assert all(one.keys() == {"set", "question", "rank", "last"} for one in rows)
    return {one["question"]: (one["rank"], one["last"]) for one in rows}
