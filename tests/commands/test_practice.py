"""`practice`: the scripts of a desk, and what is wrong with a centre's own."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.desk import Desk
from tests.commands.test_knowledge import written

OWN = {
    "id": "own-1", "started_at": "2026-09-01T09:00:00+08:00", "kind": "inquiry",
    "outcome": "answered", "title": "自己的", "statements": ["在吗？"],
}  # fmt: skip


def test_scripts_are_listed_and_own_ones_come_last(desk: Desk, tmp_path: Path) -> None:
    shipped = desk.ok("--json", "practice", "list").rows
    assert [row["level"] for row in shipped] == sorted(row["level"] for row in shipped)
    assert {"merchant", "caller_name"} <= {code for row in shipped for code in row["elements"]}
    path = written(tmp_path, OWN)
    rows = desk.ok("--json", "practice", "list", "--scripts", path).rows
    assert rows[:-1] == shipped
    assert (rows[-1]["id"], rows[-1]["statements"]) == ("own-1", 1)
    settings = {"practice_scripts": str(tmp_path)}
    (desk.folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    assert desk.ok("--json", "practice", "list").rows == rows
    assert "自己的" in desk.ok("practice", "list").out
    gone = desk.run("practice", "list", "--scripts", tmp_path / "gone.jsonl")
    assert (gone.code, "gone.jsonl" in gone.err) == (1, True)


def test_what_is_wrong_with_a_script_is_named(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, OWN, {**OWN, "id": "own-2", "told": ["gone"]}, {"id": "own-3"})
    ran = desk.run("--json", "practice", "check", path)
    assert ran.code == 1
    assert ran.object["scripts"] == 2
    said = [(one["row"], one["reason"]) for one in ran.object["refused"]]
    assert ("own-1", "A direct answer without a right article.") in said
    assert ("own-2", "There is no article gone.") in said
    assert [row for row, _reason in said if row == 3] == [3]
    assert "2 scripts can be read; 3 remarks." in desk.run("practice", "check", path).out
