"""`init`: a bare desk, a desk with the starter content, a practice desk; or nothing at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from operator_desk.app import content
from tests.commands.desk import Desk, Member


def counts(desk: Desk) -> tuple[int, int, int, int]:
    """How many accounts, articles, calls and tickets a desk shows."""
    exported = desk.folder.parent / "all.jsonl"
    desk.ok("knowledge", "export", exported)
    calls = desk.ok("--json", "call", "list").rows
    return (
        len(desk.ok("--json", "staff", "list").rows),
        len(exported.read_text(encoding="utf-8").splitlines()),
        len(calls),
        len(desk.ok("--json", "ticket", "list").rows),
    )


def test_a_bare_desk_is_empty(desk: Desk) -> None:
    assert counts(desk) == (0, 0, 0, 0)
    assert (desk.folder / "desk.db").stat().st_mode & 0o777 == 0o600
    assert desk.ok("--json", "store", "verify").object["broken"] == []


def test_the_sample_staff_has_logins_roles_and_one_password(staff: dict[str, Member]) -> None:
    roles = {role for one in staff.values() for role in one.roles}
    assert {"operator", "lead", "editor", "dispatcher", "quality"} <= roles
    assert len({one.password for one in staff.values()}) == 1
    assert all(len(one.password) >= 8 for one in staff.values())


def test_a_practice_desk_is_full(own_practice: Desk) -> None:
    accounts, articles, calls, tickets = counts(own_practice)
    assert accounts >= 6
    assert articles >= 100
    assert calls > tickets > 10
    states = {row["state"] for row in own_practice.ok("--json", "doctor").object["checks"]}
    assert "failed" not in states


def test_a_desk_of_its_own_has_content_and_no_samples(nowhere: Desk) -> None:
    made = nowhere.ok("--json", "init").object
    assert made == {"folder": str(nowhere.folder), "profile": "general-12345", "staff": []}
    accounts, articles, calls, tickets = counts(nowhere)
    assert (accounts, calls, tickets) == (0, 0, 0)
    assert articles >= 100
    keys = {hit["key"] for hit in nowhere.ok("--json", "knowledge", "search", "退休").rows}
    assert keys
    assert all(key.startswith("own:") for key in keys)


def test_people_read_logins_roles_and_password(
    nowhere: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "update_index", lambda *_given: 0)
    ran = nowhere.run("init", "--practice", "--profile", "city-311", lang="zh_CN")
    assert (ran.code, ran.err) == (0, "")
    head, names, *rows = ran.out.splitlines()
    assert head == f"{nowhere.folder} 中的工作台已建好。"
    assert names.split() == ["账号", "名称", "角色", "密码"]
    assert len(rows) >= 5
    assert nowhere.ok("--json", "profile", "show").object["name"] == "city-311"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--practice", "--bare"), "exclude each other"),
        (("--user", "lin"), "nobody can sign in"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    nowhere: Desk, words: tuple[str, ...], reason: str
) -> None:
    assert reason in nowhere.wrong("init", *words)
    assert not nowhere.folder.exists()


def test_what_fails_leaves_nothing_behind(nowhere: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(content, "update_index", full)
    assert nowhere.run("init").code == 1
    assert not nowhere.folder.exists()
    monkeypatch.undo()
    nowhere.ok("init", "--bare")


def test_what_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "desk" / "profiles" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text("x", encoding="utf-8")
    monkeypatch.setattr(content, "update_index", lambda *_given: 1 // 0)
    assert "fault of the program" in Desk(tmp_path / "desk").refused("init", "--bare")
    left = {path.name for path in (tmp_path / "desk").iterdir()}
    assert left == {"profiles", "operator-desk.log"}
    assert own.read_text(encoding="utf-8") == "x"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "cannot be written" in Desk(tmp_path / "desk").refused("init", "--bare")
    finally:
        tmp_path.chmod(0o700)
