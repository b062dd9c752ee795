"""Surroundings that do not play along: disk, rights, other programs. One sentence, nothing half."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk import app
from operator_desk.storage import engine
from operator_desk.storage.journal import FileJournal
from operator_desk.storage.store import DATABASE, WITNESS
from tests.commands.desk import Desk
from tests.faults.commands import Files, run, told_well
from tests.storage.filled import opened
from tests.support.disk import SmallDisk, small_disk


def head(desk: Desk) -> int:
    """The length of the chain."""
    with closing(sqlite3.connect(desk.folder / DATABASE)) as raw:
        return int(raw.execute("SELECT count(*) FROM chain").fetchone()[0])


def whole(desk: Desk) -> bool:
    """Whether the store verifies."""
    return desk.ok("--json", "store", "verify").object["broken"] == []


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


# -- the disk ----------------------------------------------------------------------------


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def on_disk(disk: SmallDisk, desk: Desk) -> Desk:
    """A desk on a disk of its own."""
    shutil.copytree(desk.folder, disk.folder / "desk")
    return Desk(disk.folder / "desk")


def test_a_full_disk_refuses_every_command_that_writes(
    disk: SmallDisk, on_disk: Desk, files: Files
) -> None:
    before, refused = head(on_disk), 0
    disk.fill(0)
    for words in files.writing():
        ran = run(on_disk, words)
        assert told_well(ran), (words, ran)
        refused += ran.code
    assert refused >= len(files.writing()) - 1  # there is nothing to upgrade
    disk.free()
    assert whole(on_disk)
    assert head(on_disk) == before
    for words in files.writing():
        assert run(on_disk, words).code == 0, words


@pytest.mark.parametrize("leave", [0, 4096, 200_000])
def test_a_backup_onto_a_full_disk_leaves_no_file(disk: SmallDisk, desk: Desk, leave: int) -> None:
    (disk.folder / "something").write_bytes(b"x" * 100_000)
    disk.fill(leave)
    line = desk.refused("store", "backup", disk.folder / "copy.db")
    assert "disk" in line or "space" in line.lower() or "large" in line
    assert not list(disk.folder.glob("copy.db*"))
    disk.free()
    desk.ok("store", "backup", disk.folder / "copy.db")


def test_a_restore_onto_a_full_disk_leaves_the_store_as_it_was(
    disk: SmallDisk, on_disk: Desk, tmp_path: Path, files: Files
) -> None:
    on_disk.ok("store", "backup", tmp_path / "copy.db")
    assert run(on_disk, files.writing()[0]).code == 0
    before = (on_disk.folder / DATABASE).read_bytes()
    disk.fill(100_000)
    assert on_disk.refused("store", "restore", tmp_path / "copy.db")
    disk.free()
    assert (on_disk.folder / DATABASE).read_bytes() == before
    assert whole(on_disk)
    on_disk.ok("store", "restore", tmp_path / "copy.db")
    assert whole(on_disk)


def test_no_desk_is_made_on_a_full_disk(disk: SmallDisk) -> None:
    (disk.folder / "something").write_bytes(b"x" * 1000)
    disk.fill(50_000)
    fresh = Desk(disk.folder / "fresh")
    assert told_well(fresh.run("init", "--bare"))
    assert not fresh.folder.exists()
    disk.free()
    fresh.ok("init", "--bare")


@pytest.mark.usefixtures("application")
def test_a_read_only_disk_refuses_in_one_sentence(
    disk: SmallDisk, on_disk: Desk, files: Files
) -> None:
    disk.read_only()
    for words in files.writing():
        ran = run(on_disk, words)
        assert told_well(ran), (words, ran)
        assert ran.code == 1, words
    for words in [*files.reading(), ["doctor"], ["store", "restore", "x.db"]]:
        ran = run(on_disk, words)
        assert told_well(ran), (words, ran)


def test_a_network_share_is_refused(
    desk: Desk, files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/desks {desk.folder} nfs4 rw 0 0\n")
    real = engine.refuse_network_share
    monkeypatch.setattr(engine, "refuse_network_share", lambda folder: real(folder, mounts))
    for words in files.writing():
        assert "lies on a network share" in run(desk, words).err, words
    assert "lies on a network share" in desk.refused("init", "--data-dir", desk.folder / "new")


# -- rights ------------------------------------------------------------------------------


@contextmanager
def without_rights(*paths: Path) -> Iterator[None]:
    """Nothing of these can be read or written: root becomes somebody else meanwhile."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
        return
    before = [path.stat().st_mode for path in paths]
    for path in paths:
        path.chmod(0)
    try:
        yield
    finally:
        for path, mode in zip(paths, before, strict=True):
            path.chmod(mode)


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="operator-desk-rights-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_without_rights_refuses_in_one_sentence(
    desk: Desk, files: Files, open_place: Path
) -> None:
    shutil.copytree(desk.folder, open_place / "desk")
    closed, good = Desk(open_place / "desk"), [*files.reading(), *files.writing()]
    for words in good:
        run(closed, words)  # everything that a command imports is there now
    with without_rights(closed.folder):
        for words in [*good, ["store", "restore", files.folder / "b.db"]]:
            ran = run(closed, words)
            assert told_well(ran), (words, ran)
            assert ran.code == 1 or words[:2] == ["profile", "show"], words
        assert told_well(closed.run("init", "--bare"))
    assert whole(closed)


# -- other programs ----------------------------------------------------------------------


def test_beside_a_window_one_reads_and_does_not_write(desk: Desk, files: Files) -> None:
    with opened(desk.folder) as store, store.write() as tx:
        tx.set_setting("in", "the midst of a step")
        for words in files.writing():
            assert "is open on this store" in run(desk, words).err, words
        for words in files.reading():
            assert run(desk, words).code == 0, words
        assert "is open on this store" in desk.refused("store", "restore", _backup(desk, files))


def _backup(desk: Desk, files: Files) -> Path:
    path = files.out("beside.db")
    desk.ok("store", "backup", path)
    return path


def test_another_tool_that_holds_the_database_is_named(desk: Desk, files: Files) -> None:
    before = head(desk)
    with closing(sqlite3.connect(desk.folder / DATABASE, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        for words in (files.writing()[0], files.writing()[3]):
            assert "locked by another program" in run(desk, words).err
        raw.execute("ROLLBACK")
    assert head(desk) == before


@pytest.mark.usefixtures("application")
def test_doctor_says_that_the_witness_lags(desk: Desk, files: Files) -> None:
    """A witness that cannot be written stops no step, so somebody has to be told."""
    assert run(desk, files.writing()[0]).code == 0
    path = desk.folder / WITNESS
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    checks = {row["name"]: row for row in desk.run("--json", "doctor").object["checks"]}
    assert (checks["Witness"]["state"], "lacks the last 1 rows" in checks["Witness"]["detail"]) == (
        "warning",
        True,
    )


def test_a_desk_is_kept_under_any_name(tmp_path: Path, files: Files) -> None:
    desk = Desk(tmp_path / "台席 100% #1?&'x")
    desk.ok("init", "--bare")
    for words in [*files.writing(), *files.reading()]:
        assert run(desk, words).code == 0, words
    desk.ok("store", "restore", files.folder / "backup.db")
    assert whole(desk)


def test_all_that_a_desk_keeps_is_private(tmp_path: Path, files: Files) -> None:
    """Under a umask that gives everything away."""
    before = os.umask(0)
    try:
        desk = Desk(tmp_path / "desk")
        desk.ok("init", "--bare")
        for words in [*files.writing(), *files.reading()]:
            run(desk, words)
        with opened(desk.folder) as store, store.write() as tx:
            tx.set_setting("a", "b")
            FileJournal(desk.folder / app.JOURNAL).save(UUID(int=1), {"words": "停水"})
            modes = _modes(desk.folder)
    finally:
        os.umask(before)
    assert {f"{DATABASE}-wal", f"{DATABASE}-shm", "witness.log", "desk.lock"} <= modes.keys()
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}
    assert (files.folder / "backup.db").stat().st_mode & 0o077 == 0


def _modes(folder: Path) -> dict[str, int]:
    """The modes of the folder and of what lies in it; the index's folder keeps others out."""
    inside = [*folder.iterdir(), *(folder / app.JOURNAL).iterdir()]
    found = {path.name: path.stat().st_mode & 0o777 for path in inside}
    return {".": folder.stat().st_mode & 0o777, **found}
