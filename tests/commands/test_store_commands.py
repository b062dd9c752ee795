"""`store`: upgraded, verified, backed up, restored, rebuilt; `doctor` looks at it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from operator_desk.storage.lock import WriterLock
from operator_desk.storage.migrate import NEWEST
from tests.commands.desk import Desk

ARTICLE = '{"key": "a", "kind": "faq", "title": "停水找谁", "body": "供水热线"}\n'


def with_article(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(ARTICLE, encoding="utf-8")
    desk.ok("knowledge", "import", path)


def changed(desk: Desk, table: str, words: str) -> None:
    """Changes rows with another tool, past the triggers."""
    with closing(sqlite3.connect(desk.folder / "desk.db")) as base, base:
        found = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        for (name,) in base.execute(found, [table]).fetchall():
            base.execute(f"DROP TRIGGER {name}")
        assert base.execute(words).rowcount > 0


def test_a_new_store_has_the_newest_schema(desk: Desk) -> None:
    assert desk.ok("--json", "store", "upgrade").object == {"schema": NEWEST}
    assert desk.ok("store", "upgrade").out == f"The schema is at version {NEWEST}.\n"


def test_a_whole_store_verifies(practice: Desk) -> None:
    checked = practice.ok("--json", "store", "verify").object
    assert checked.keys() == {"checked", "broken"}
    assert checked["checked"] > 500
    assert checked["broken"] == []


def test_a_changed_row_is_found_and_named(own_practice: Desk) -> None:
    changed(own_practice, "call_end", "UPDATE call_end SET talk_s = talk_s + 1")
    ran = own_practice.run("--json", "store", "verify")
    assert (ran.code, ran.err) == (1, "")
    broken = ran.object["broken"]
    assert {"call_end"} <= {row["kind"] for row in broken}
    assert all(row.keys() == {"kind", "id", "reason"} for row in broken)
    lines = own_practice.run("store", "verify").out.splitlines()
    assert lines[0] == f"{ran.object['checked']} rows checked, {len(broken)} broken."
    assert lines[1] == f"{broken[0]['kind']} {broken[0]['id']}: {broken[0]['reason']}"
    assert "该记录被改动" in own_practice.run("store", "verify", lang="zh_CN").out


def test_views_are_computed_anew(own_practice: Desk) -> None:
    before = own_practice.ok("--json", "call", "list").rows
    changed(own_practice, "call_view", "UPDATE call_view SET outcome = 'silent'")
    assert own_practice.run("store", "verify").code == 1
    assert own_practice.ok("--json", "store", "rebuild").object == {"rebuilt": True}
    assert own_practice.ok("--json", "call", "list").rows == before
    own_practice.ok("store", "verify")


def test_a_backup_brings_everything_back(own_practice: Desk, tmp_path: Path) -> None:
    calls = own_practice.ok("--json", "call", "list").rows
    copy = tmp_path / "copy.db"
    made = own_practice.ok("--json", "store", "backup", copy).object
    assert made["path"] == str(copy)
    assert made["checked"] == own_practice.ok("--json", "store", "verify").object["checked"]
    assert copy.stat().st_mode & 0o777 == 0o600
    changed(own_practice, "call_view", "DELETE FROM call_view")
    done = own_practice.ok("--json", "store", "restore", copy).object
    assert done["restored"] == str(copy)
    assert Path(done["kept"]).is_file()
    assert own_practice.ok("--json", "call", "list").rows == calls
    own_practice.ok("store", "verify")


def test_the_search_follows_what_was_restored(desk: Desk, tmp_path: Path) -> None:
    desk.ok("store", "backup", tmp_path / "empty.db")
    with_article(desk, tmp_path)
    assert desk.ok("--json", "knowledge", "search", "停水").object["key"] == "a"
    desk.ok("store", "restore", tmp_path / "empty.db")
    assert desk.ok("--json", "knowledge", "search", "停水").out == ""
    with_article(desk, tmp_path)
    assert desk.ok("--json", "knowledge", "search", "停水").object["key"] == "a"


def test_a_backup_never_overwrites(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    line = desk.refused("store", "backup", tmp_path / "there")
    assert line == f"{tmp_path / 'there'} exists already; a backup never overwrites."
    assert (tmp_path / "there").read_text(encoding="utf-8") == "mine"
    assert "cannot be written" in desk.refused("store", "backup", tmp_path / "no" / "there")


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\x00" + b"\x00" * 500])
def test_what_is_no_backup_changes_nothing(desk: Desk, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd").write_bytes(content)
    before = (desk.folder / "desk.db").read_bytes()
    assert desk.refused("store", "restore", tmp_path / "odd")
    assert desk.refused("store", "restore", tmp_path / "lost").startswith(str(tmp_path / "lost"))
    assert (desk.folder / "desk.db").read_bytes() == before


def test_reading_and_backing_up_go_on_beside_a_window(practice: Desk, tmp_path: Path) -> None:
    lock = WriterLock(practice.folder / "desk.lock")
    lock.take()
    try:
        for words in (("store", "verify"), ("ticket", "verify"), ("call", "list"), ("doctor",)):
            assert practice.ok("--json", *words).out
        practice.ok("store", "backup", tmp_path / "copy.db")
        for words in (
            ("store", "upgrade"),
            ("store", "rebuild"),
            ("store", "restore", tmp_path / "copy.db"),
            ("knowledge", "reindex"),
        ):
            assert "open on this store" in practice.refused(*words)
    finally:
        lock.free()


def test_doctor_looks_at_everything(practice: Desk) -> None:
    checks = practice.ok("--json", "doctor").object["checks"]
    assert all(row.keys() == {"name", "state", "detail"} for row in checks)
    assert {row["state"] for row in checks} <= {"ok", "warning", "failed"}
    names = [row["name"] for row in checks]
    assert {"Python", "Qt", "Fonts", "Input method", "SQLite", "Disk", "Desk"} <= set(names)
    assert {"Chinese voice", "English voice", "Sound"} <= set(names)
    assert {"Triggers", "Journal mode", "File mode", "Witness", "Index"} <= set(names)
    assert len(set(names)) == len(names)


def test_doctor_finds_nothing_wrong_with_a_new_desk(desk: Desk) -> None:
    own = ("Desk", "Triggers", "Journal mode", "File mode", "Witness", "Index")
    checks = desk.ok("--json", "doctor").object["checks"]
    states = {row["name"]: row["state"] for row in checks}
    assert {states[name] for name in own} == {"ok"}


def test_doctor_names_what_is_wrong(own_practice: Desk) -> None:
    changed(own_practice, "call", "UPDATE call SET direction = 'out'")
    (own_practice.folder / "witness.log").unlink()
    (own_practice.folder / "desk.db").chmod(0o644)
    ran = own_practice.run("--json", "doctor")
    assert ran.code == 1
    found = {row["name"]: (row["state"], row["detail"]) for row in ran.object["checks"]}
    assert found["Triggers"][0] == "failed"
    assert "operator-desk store verify" in found["Triggers"][1]
    assert found["Witness"][0] == "warning"
    assert found["File mode"][0] == "warning"


def test_doctor_speaks_chinese(desk: Desk, nowhere: Desk) -> None:
    ran = desk.run("doctor", lang="zh_CN")
    assert (ran.code, ran.err) == (0, "")
    lines = {line.split()[0]: line for line in ran.out.splitlines()}
    assert {"字体", "输入法", "磁盘", "工作台", "触发器", "见证", "索引"} <= lines.keys()
    assert lines["触发器"].split()[1:] == ["正常", "齐全"]
    ran = nowhere.run("doctor", lang="zh_CN")
    assert "请先运行：operator-desk init" in ran.out


def test_doctor_runs_without_a_desk_and_with_a_damaged_one(nowhere: Desk, desk: Desk) -> None:
    states = {row["name"]: row["state"] for row in nowhere.ok("--json", "doctor").object["checks"]}
    assert states["Desk"] == "warning"
    (desk.folder / "desk.db").write_bytes(b"no database" * 999)
    ran = desk.run("--json", "doctor")
    states = {row["name"]: row["state"] for row in ran.object["checks"]}
    assert (ran.code, states["Desk"]) == (1, "failed")
