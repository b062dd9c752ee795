"""A desk whose files are not what they should be: every command has one sentence for it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from operator_desk.storage import triggers
from operator_desk.storage.store import DATABASE, WITNESS
from tests.commands.desk import Desk
from tests.faults.commands import Files, run, told_well
from tests.proofs.counts import Record, chance, count

Damage = Callable[[Path], object]


def _changed(folder: Path, *words: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as raw:
        for name in triggers.sqlite_triggers():
            raw.execute(f"DROP TRIGGER {name}")
        for each in words:
            raw.execute(each)
        for each in triggers.sqlite_triggers().values():
            raw.execute(each)
        raw.commit()


def _replaced(path: Path, content: bytes | None) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)


def _torn(folder: Path) -> None:
    raw = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(raw[: len(raw) // 2])


def _scratched(folder: Path) -> None:
    """Noise in the middle of the file."""
    raw = bytearray((folder / DATABASE).read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 3 * 4096] = b"\x5a" * (3 * 4096)
    (folder / DATABASE).write_bytes(raw)


def _foreign(folder: Path) -> None:
    (folder / DATABASE).unlink()
    with closing(sqlite3.connect(folder / DATABASE)) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
        raw.commit()


def _foreign_alembic(folder: Path) -> None:
    (folder / DATABASE).unlink()
    with closing(sqlite3.connect(folder / DATABASE)) as raw:
        raw.execute("CREATE TABLE alembic_version (version_num TEXT)")
        raw.execute("INSERT INTO alembic_version VALUES ('0001')")
        raw.commit()


# What was done, and whether the store can still be read.
DAMAGES: dict[str, Damage] = {
    "newer": lambda folder: _changed(folder, "UPDATE alembic_version SET version_num = '9999'"),
    "no database": lambda folder: _replaced(folder / DATABASE, b"certainly none " * 3000),
    "an empty file": lambda folder: _replaced(folder / DATABASE, b""),
    "a folder": lambda folder: _replaced(folder / DATABASE, None),
    "half of it": _torn,
    "a scratch": _scratched,
    "a database of something else": _foreign,
    "a database of something else with migrations": _foreign_alembic,
    "noise for a log": lambda folder: _replaced(folder / f"{DATABASE}-wal", b"\x5a" * 9000),
    "no desk code": lambda folder: _changed(folder, "DELETE FROM setting WHERE key = 'desk'"),
    "an unknown profile": lambda folder: _changed(
        folder, "UPDATE setting SET value = 'mars' WHERE key = 'profile'"
    ),
    "a strange number": lambda folder: _changed(folder, "UPDATE chain SET n = 'x' WHERE n = 3"),
    "a strange time": lambda folder: _changed(folder, "UPDATE call SET started_at = 'noon'"),
    "no UTF-8": lambda folder: _changed(
        folder, "UPDATE ticket_state SET title = CAST(x'ff' AS TEXT)"
    ),
    "a word of no list": lambda folder: _changed(folder, "UPDATE ticket_state SET state = 'lost'"),
    "strange words of staff": lambda folder: _changed(
        folder, "UPDATE staff_version SET roles = 'lead'"
    ),
    "a folder for a witness": lambda folder: _replaced(folder / WITNESS, None),
    "noise for a witness": lambda folder: _replaced(folder / WITNESS, b"\x00\xff\n" * 50),
    "a folder for a lock": lambda folder: _replaced(folder / "desk.lock", None),
    "a file for the journal": lambda folder: _replaced(folder / "journal", b"x"),
    "a file for the index": lambda folder: _replaced(folder / "index", b"x"),
    "noise for settings": lambda folder: _replaced(folder / "settings.json", b"\xff{"),
}


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a bit of everything."""
    folder = tmp_path_factory.mktemp("lived") / "desk"
    files, desk = Files(folder.parent / "files"), Desk(folder)
    desk.ok("init", "--bare")
    for words in files.writing():
        assert run(desk, words).code == 0
    return folder


@pytest.mark.proof
@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("what", DAMAGES)
def test_every_command_is_done_or_refused_in_one_sentence(
    lived_in: Path, tmp_path: Path, what: str, record_property: Record
) -> None:
    """In `make test` some of the commands, others for each damage."""
    shutil.copytree(lived_in, tmp_path / "desk")
    desk, files = Desk(tmp_path / "desk"), Files(tmp_path / "files")
    DAMAGES[what](desk.folder)
    bad, every = [], [*files.reading(), *files.writing(), ["doctor"]]
    tried = chance(what).sample(every, count(len(every), 5))
    for words in tried:
        ran = run(desk, words)
        if not told_well(ran):
            bad.append((words[:2], ran.code, ran.err, ran.out[-300:]))
    record_property("commands", len(tried))
    assert bad == []
