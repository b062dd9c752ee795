"""`units import` and `places import`: lists of the centre from files, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk import resources
from tests.commands.desk import Desk

UNITS = "code,name,short_name,kind,parent,areas\nwater,市水务局,水务局,bureau,,\n"
PLACES = "code,name,level,parent\n990000,甲省,province,\n990100,乙市,city,990000\n"
NOTHING = {"added": 0, "changed": 0, "unchanged": 0, "refused": []}


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """One unit."""
    return written(tmp_path / "units.csv", UNITS)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "text", "n"), [("units", UNITS, 1), ("places", PLACES, 2)])
def test_a_list_is_added_once(desk: Desk, tmp_path: Path, name: str, text: str, n: int) -> None:
    path = written(tmp_path / "list.csv", text)
    words = ("--json", name, "import", path)
    assert desk.ok(*words).object == NOTHING | {"added": n}
    assert desk.ok(*words).object == NOTHING | {"unchanged": n}
    written(path, text.replace("市", "城"))
    assert desk.ok(*words).object == NOTHING | {"changed": 1, "unchanged": n - 1}
    said = desk.ok(name, "import", path).out
    assert said == f"Added 0, changed 0, unchanged {n}, refused 0.\n"


def test_the_shipped_lists_are_taken_whole(desk: Desk) -> None:
    folder = resources.path("resources", "practice", "zh_CN")
    for name in ("units", "places"):
        taken = desk.ok("--json", name, "import", folder / f"{name}.csv").object
        assert taken["refused"] == []
        assert taken["added"] > 5


def test_an_imported_unit_may_have_an_account(desk: Desk, units: Path) -> None:
    add = ("staff", "add", "wu", "--name", "W", "--role", "unit", "--unit", "water")
    assert "no unit water" in desk.refused(*add, typed="secret-99\n")
    desk.ok("units", "import", units)
    desk.ok(*add, typed="secret-99\n")
    assert desk.ok("--json", "staff", "list").object["unit"] == "water"


def test_a_unit_may_stand_under_one_that_is_stored(desk: Desk, units: Path, tmp_path: Path) -> None:
    child = written(tmp_path / "child.csv", "code,name,parent\npipes,管网所,water\n")
    assert "There is no unit water." in desk.run("units", "import", child).err
    desk.ok("units", "import", units)
    assert desk.ok("--json", "units", "import", child).object["added"] == 1


def test_broken_rows_are_named_and_the_others_taken(desk: Desk, tmp_path: Path) -> None:
    rows = "fire,,,,,\nwater,again,,,,\nheat,市供热办,,,,\n"
    path = written(tmp_path / "units.csv", UNITS + rows)
    ran = desk.run("--json", "units", "import", path)
    assert (ran.code, ran.err) == (1, "")
    assert (ran.object["added"], ran.object["unchanged"]) == (2, 0)
    assert ran.object["refused"] == [
        {"file": "units.csv", "row": 3, "reason": "Field name is missing or empty."},
        {"file": "units.csv", "row": 4, "reason": "water stands in the list already."},
    ]
    ran = desk.run("units", "import", path, lang="zh_CN")
    assert ran.code == 1
    assert ran.out == "新增 0，更改 0，未变 2，未收 2。\n"
    assert ran.err.splitlines()[0] == "units.csv 第 3 行：字段 name 缺失或为空。"


def test_one_of_several_files_that_cannot_be_read(desk: Desk, units: Path, tmp_path: Path) -> None:
    lost = tmp_path / "lost.csv"
    ran = desk.run("--json", "units", "import", lost, units)
    assert (ran.code, ran.object["added"]) == (1, 1)
    (refused,) = ran.object["refused"]
    assert (refused["file"], refused["row"]) == ("lost.csv", None)
    ran = desk.run("units", "import", lost, units)
    assert ran.err == f"{lost} cannot be read: No such file or directory.\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("code,name,colour\nx,y,red\n", "unknown column colour"),
        ("code\nx\n", "has no column name"),
        ("code,name,name\nx,y,z\n", "column name twice"),
        ('code,name\n"x,y\n', "this is not CSV"),
        ("\n\n", "is empty"),
    ],
)
def test_a_wrong_file_is_one_sentence(desk: Desk, tmp_path: Path, text: str, reason: str) -> None:
    path = written(tmp_path / "wrong.csv", text)
    assert reason in desk.refused("units", "import", path)
    assert reason in desk.refused("--json", "places", "import", path)


def test_a_list_needs_a_file(desk: Desk) -> None:
    assert "Missing argument 'FILE…'" in desk.wrong("units", "import")
    assert "Missing argument 'FILE…'" in desk.wrong("places", "import")
