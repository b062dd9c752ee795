"""A command killed at any moment leaves a desk that is whole, and can be run again."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.commands.desk import Desk
from tests.faults.commands import Files
from tests.proofs.counts import Record, chance, count

ROOT = Path(__file__).resolve().parents[2]
KILLED = -9


def _killed(folder: Path, words: list[object], after: float) -> bool:
    """Runs a command and kills it after a time; False when it was done before."""
    process = subprocess.Popen(
        [sys.executable, "-m", "operator_desk", "--data-dir", str(folder), *map(str, words)],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen", OPERATOR_DESK_PASSWORD="geheim-123"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with suppress(subprocess.TimeoutExpired):
        process.wait(after)
    process.kill()
    return process.wait(10) == KILLED


def _whole(desk: Desk) -> bool:
    return desk.ok("--json", "store", "verify").object["broken"] == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files]:
    """A desk with a backup of it, and files to import: many articles, some calls."""
    folder = tmp_path_factory.mktemp("killed")
    files = Files(folder / "files")
    articles = [
        {"key": f"k:{n}", "kind": "faq", "title": f"第{n}条", "body": "正文" * 40}
        for n in range(3000)
    ]
    (files.folder / "a.jsonl").write_text("\n".join(map(json.dumps, articles)) + "\n")
    call = json.loads((files.folder / "c.jsonl").read_text())
    calls = [{**call, "id": f"c-{n}"} for n in range(200)]
    (files.folder / "c.jsonl").write_text("\n".join(map(json.dumps, calls)) + "\n")
    desk = Desk(folder / "desk")
    desk.ok("init", "--bare")
    desk.ok("store", "backup", files.folder / "old.db")
    return folder / "desk", files


def _commands(files: Files, random_: random.Random) -> list[object]:
    return random_.choice(
        [
            ["knowledge", "import", files.folder / "a.jsonl"],
            ["call", "replay", files.folder / "c.jsonl"],
            ["store", "restore", files.folder / "old.db"],
            ["store", "backup", files.folder / "new.db"],
            ["store", "rebuild"],
        ]
    )


def test_killed_commands_leave_a_whole_desk(
    made: tuple[Path, Files], tmp_path: Path, record_property: Record
) -> None:
    folder, files = tmp_path / "desk", made[1]
    shutil.copytree(made[0], folder)
    desk, random_, rounds, killed = Desk(folder), chance("commands"), count(60, 3), 0
    for _ in range(rounds):
        words = _commands(files, random_)
        backup = files.out("new.db")
        killed += _killed(folder, words, random_.uniform(0.4, 3.0))
        assert _whole(desk), words
        if backup.exists():
            other = Desk(tmp_path / "other")
            other.ok("store", "restore", backup)
            assert _whole(other), words
            shutil.rmtree(other.folder)
    for words in (["call", "replay", files.folder / "c.jsonl"], ["store", "backup", backup]):
        assert desk.run(*words).code == 0
    files.out("new.db")
    assert _whole(desk)
    record_property("kills", killed)
    record_property("runs", rounds)


def test_an_init_that_was_killed_can_be_repeated(tmp_path: Path, record_property: Record) -> None:
    random_, rounds, killed = chance("init"), count(25, 2), 0
    for n in range(rounds):
        desk = Desk(tmp_path / str(n))
        killed += _killed(desk.folder, ["init", "--bare"], random_.uniform(0.3, 1.6))
        again = desk.run("init", "--bare")
        assert again.code == 0 or "There is a desk in" in again.err
        assert _whole(desk)
    record_property("kills", killed)
    record_property("runs", rounds)
