"""`catalogue`: rows from files and by hand, each refusal with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.desk import Desk

HEAD = "category,place,kind,lead_unit,co_units,valid_from,valid_to\n"
UNITS = "code,name,short_name\nCG,市城管局,城管\nZJ,市住建局,住建\n"


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with two units."""
    path = tmp_path / "units.csv"
    path.write_text(UNITS, encoding="utf-8")
    desk.ok("units", "import", path)
    return desk


def test_a_file_is_taken_row_by_row_and_can_be_tried_before(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text(f"{HEAD}*,,,ZJ,,,\n0407,,,CG,ZJ,2026-01-01,\n06,,,XX,,,\n", encoding="utf-8")
    words = ("--json", "catalogue", "import", path)
    refused = [{"file": "k.csv", "row": 4, "reason": "There is no unit XX."}]
    counts = {"added": 2, "changed": 0, "unchanged": 0, "refused": refused}
    tried = desk.run(*words, "--dry-run")
    assert (tried.code, tried.object) == (1, counts)
    assert desk.ok("--json", "catalogue", "list").rows == []
    assert desk.run(*words).object == counts
    assert desk.run(*words).object == counts | {"added": 0, "unchanged": 2}
    said = desk.run("catalogue", "import", path, "--dry-run", lang="zh_CN")
    assert said.out == "未保存。将新增 0，更改 0，不变 2，不收 1。\n"
    rows = desk.ok("--json", "catalogue", "list").rows
    assert [(row["category"], row["lead_unit"], row["co_units"]) for row in rows] == [
        ("*", "ZJ", []),
        ("0407", "CG", ["ZJ"]),
    ]
    assert "公共照明" in desk.ok("catalogue", "list", "--unit", "CG").out
    assert desk.ok("--json", "catalogue", "list", "--on", "2025-12-31").object["category"] == "*"


def test_a_row_is_set_and_removed_by_hand(desk: Desk) -> None:
    words = ("0407", "CG", "--co-unit", "ZJ", "--kind", "complaint", "--why", "试行")
    row = desk.ok("--json", "catalogue", "set", *words).object
    assert (row["kind"], row["co_units"], row["why"]) == ("complaint", ["ZJ"], "试行")
    assert desk.ok("--json", "catalogue", "list").object == row
    assert "no category 99" in desk.refused("catalogue", "set", "99", "CG")
    assert "no unit XX" in desk.refused("catalogue", "set", "06", "XX")
    said = desk.ok("catalogue", "remove", row["row"]).out
    assert "does not go to CG any more" in said
    assert desk.ok("--json", "catalogue", "list").rows == []
    for lost in (row["row"], "x"):
        assert "There is no row" in desk.refused("catalogue", "remove", lost)
