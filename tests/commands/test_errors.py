"""The error road of the command line: one line, the right exit code, never a traceback."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from operator_desk.commands.asked import Asked
from operator_desk.storage.lock import WriterLock
from tests.commands.desk import Desk


def test_no_desk_is_one_sentence(nowhere: Desk) -> None:
    line = nowhere.refused("staff", "list")
    assert line == (f"There is no desk in {nowhere.folder}; make one with: operator-desk init")
    assert not nowhere.folder.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("staff", "add"),
        ("staff", "add", "lin", "--name", "L"),
        ("call", "list", "--from", "yesterday"),
        ("ticket", "list", "--state", "lost"),
        ("stats", "calls", "--from", "2026-11-01", "--to", "2026-11-02", "--by", "moon"),
        ("--lang", "fr", "staff", "list"),
    ],
)
def test_wrong_usage_exits_2(desk: Desk, words: tuple[str, ...]) -> None:
    ran = desk.run(*words)
    assert ran.code == 2
    assert ran.out == ""


def test_a_second_init_is_refused_and_changes_nothing(desk: Desk) -> None:
    before = (desk.folder / "desk.db").read_bytes()
    assert desk.refused("init", "--bare") == f"There is a desk in {desk.folder} already."
    assert (desk.folder / "desk.db").read_bytes() == before


def test_an_unknown_profile_leaves_no_folder(nowhere: Desk) -> None:
    assert "There is no profile mars" in nowhere.refused("init", "--profile", "mars")
    assert not nowhere.folder.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    line = Desk(tmp_path / "file" / "desk").refused("init", "--bare")
    assert "cannot be written" in line


def test_a_newer_store_is_left_alone(desk: Desk) -> None:
    base = sqlite3.connect(desk.folder / "desk.db")
    base.execute("UPDATE alembic_version SET version_num = '9999'")
    base.commit()
    base.close()
    for words in (("staff", "list"), ("staff", "disable", "x")):
        assert "newer Operator Desk (schema 9999" in desk.refused(*words)


def test_a_file_that_is_no_database(desk: Desk) -> None:
    (desk.folder / "desk.db").write_bytes(b"certainly not a database" * 200)
    assert desk.refused("staff", "list").startswith("The store is damaged")


def test_a_second_writer_is_refused(desk: Desk) -> None:
    lock = WriterLock(desk.folder / "desk.lock")
    lock.take()
    try:
        assert "open on this store" in desk.refused("staff", "disable", "x")
        desk.ok("staff", "list")
    finally:
        lock.free()


def test_a_fault_is_logged_and_not_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_asked: object) -> str:
        raise ZeroDivisionError("number 13800002206")

    monkeypatch.setattr(Asked, "new_password", broken)
    line = desk.refused("staff", "add", "lin", "--name", "L", "--role", "operator")
    log = desk.folder / "operator-desk.log"
    assert line == f"This is a fault of the program; details in {log}."
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "13800002206" not in text
    assert log.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("json", [(), ("--json",)])
def test_a_full_disk_under_the_output_is_one_sentence(desk: Desk, json: tuple[str, ...]) -> None:
    words = ["--data-dir", str(desk.folder), "--lang", "en", *json, "profile", "show"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "operator_desk", *words],
            cwd=Path(__file__).parents[2],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "Nothing more can be written: No space left on device.\n"
    assert not (desk.folder / "operator-desk.log").exists()


def test_a_reader_that_goes_away_is_no_fault(practice: Desk) -> None:
    words = ["--data-dir", str(practice.folder), "--json", "call", "list"]
    with subprocess.Popen(
        [sys.executable, "-m", "operator_desk", *words],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_program_runs_from_another_folder(desk: Desk, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "operator_desk", "--data-dir", str(desk.folder), "staff", "list"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_global_options_may_stand_after_the_command(desk: Desk) -> None:
    other = shutil.copytree(desk.folder, desk.folder.with_name("other"))
    desk.ok("staff", "add", "lin", "--name", "L", "--role", "lead", typed="secret-99\n")
    assert desk.ok("staff", "list", "--json").object["login"] == "lin"
    assert desk.ok("staff", "list", "--json", "--data-dir", other).out == ""
