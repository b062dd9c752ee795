"""Who acts: `--user` with its password, the account of the system without; roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from operator_desk.app import content
from operator_desk.domain.facts import ListImport, StaffVersion
from operator_desk.services.people import machine_actor
from operator_desk.storage.lock import WriterLock
from tests.commands.desk import Desk, Member

OPERATOR, LEAD, EDITOR, DISPATCHER = "wang", "zhao", "sun", "zhou"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A file of each kind that commands take in."""
    texts = {
        "articles.jsonl": '{"key": "a", "kind": "faq", "title": "t", "body": "b"}\n',
        "units.csv": "code,name\nx,y\n",
        "calls.jsonl": '{"id": "1", "started_at": "2026-11-01T08:00:00+08:00", '
        '"kind": "inquiry", "outcome": "silent"}\n',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name.split(".")[0]: tmp_path / name for name in texts}


WRITING = {
    ("knowledge", "import", "{articles}"): {LEAD, EDITOR},
    ("knowledge", "reindex"): {LEAD, EDITOR},
    ("knowledge", "publish-due"): {LEAD, EDITOR},
    ("units", "import", "{units}"): {LEAD, EDITOR, DISPATCHER},
    ("call", "replay", "{calls}"): {LEAD, EDITOR},
    ("store", "rebuild"): {LEAD},
    ("store", "upgrade"): set(),
    ("staff", "disable", OPERATOR): set(),
    ("staff", "password", OPERATOR): set(),
    ("staff", "add", "new", "--name", "N", "--role", "admin"): set(),
}


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_roles_decide_who_may_write(
    own_practice: Desk,
    staff: dict[str, Member],
    files: dict[str, Path],
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("update_index", "rebuild_index"):  # who may, not what comes of it
        monkeypatch.setattr(content, name, lambda *_given: 0)
    filled = [word.format(**files) for word in words]
    for login in (OPERATOR, LEAD, EDITOR, DISPATCHER):
        ran = own_practice.run(
            "--user", login, *filled, typed="better-99\n", password=staff[login].password
        )
        if login in WRITING[words]:
            assert (ran.code, ran.err) == (0, "")
        else:
            assert ran.code == 1
            assert f"{login} may not do this; it needs the role " in ran.err


def test_restoring_needs_an_administrator(
    own_practice: Desk, staff: dict[str, Member], tmp_path: Path
) -> None:
    own_practice.ok("store", "backup", tmp_path / "copy.db")
    words = ("store", "restore", tmp_path / "copy.db")
    line = own_practice.refused("--user", LEAD, *words, password=staff[LEAD].password)
    assert line == f"{LEAD} may not do this; it needs the role admin."


READING = [
    ("staff", "list"),
    ("call", "list", "--limit", "1"),
    ("ticket", "list", "--limit", "1"),
    ("ticket", "verify"),
    ("stats", "calls", "--from", "2026-01-01", "--to", "2026-01-02", "--by", "day"),
    ("knowledge", "check"),
    ("knowledge", "search", "停水"),
    ("profile", "show"),
    ("store", "verify"),
]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_wrong_password_reads_nothing(
    own_practice: Desk, staff: dict[str, Member], words: tuple[str, ...]
) -> None:
    ran = own_practice.run("--user", OPERATOR, *words, password="wrong-99")
    assert (ran.code, ran.out, ran.err) == (1, "", "Login or password is wrong.\n")
    own_practice.ok("--user", OPERATOR, *words, password=staff[OPERATOR].password)


def test_the_password_may_come_from_standard_input(
    own_practice: Desk, staff: dict[str, Member]
) -> None:
    words = ("--user", OPERATOR, "staff", "list")
    own_practice.ok(*words, typed=f"{staff[OPERATOR].password}\n")
    assert "No password was given" in own_practice.refused(*words)
    assert "wrong" in own_practice.refused(*words, typed="\n".join(["no-99", "x"]))


def test_a_signed_in_user_reads_beside_a_window(
    own_practice: Desk, staff: dict[str, Member]
) -> None:
    words = ("--user", OPERATOR, "staff", "list")
    lock = WriterLock(own_practice.folder / "desk.lock")
    lock.take()
    try:
        own_practice.ok(*words, password=staff[OPERATOR].password)
        line = own_practice.refused(*words, password="wrong-99")
        assert line == "Login or password is wrong."
        writing = ("--user", LEAD, "store", "rebuild")
        line = own_practice.refused(*writing, password=staff[LEAD].password)
        assert "open on this store" in line
    finally:
        lock.free()


def test_wrong_passwords_are_counted_beside_a_window_too(
    own_practice: Desk, staff: dict[str, Member]
) -> None:
    words = ("--user", OPERATOR, "staff", "list")
    for _ in range(5):
        own_practice.refused(*words, password="wrong-99")
    lock = WriterLock(own_practice.folder / "desk.lock")
    lock.take()
    try:
        line = own_practice.refused(*words, password=staff[OPERATOR].password)
        assert line.startswith("Too many wrong passwords")
    finally:
        lock.free()


def test_without_a_user_the_system_account_acts(
    desk: Desk, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from operator_desk import app

    monkeypatch.setenv("LOGNAME", "anna")
    desk.ok("units", "import", files["units"])
    desk.ok("staff", "add", "lin", "--name", "L", "--role", "lead", typed="secret-99\n")
    desk.ok("--user", "lin", "units", "import", files["units"], password="secret-99")
    with app.open_desk(desk.folder, writing=False) as opened, opened.store.read() as tx:
        (lin,) = tx.find(StaffVersion)
        actors = [row.actor for row in tx.find(ListImport)]
    assert actors == [machine_actor("anna").staff_id, lin.staff_id]
    assert machine_actor("anna").login == "os:anna"
    assert lin.actor == machine_actor("anna").staff_id
