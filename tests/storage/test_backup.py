"""Backup and restore: nothing half-done, the restored store proves where it came from."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk import app
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Restored, TicketEvent
from operator_desk.domain.ids import new_id
from operator_desk.storage import backup as backups
from operator_desk.storage.backup import backup, rebuild, restore
from operator_desk.storage.store import DATABASE, WITNESS, create
from operator_desk.storage.verify import verify_store
from operator_desk.storage.witness import Witness
from tests.storage.filled import fill, opened

ACTOR = UUID(int=5)


def _clock() -> datetime:
    return datetime(2026, 3, 3, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "desk"
    fill(made)
    return made


def _restore(folder: Path, source: Path) -> Path | None:
    return restore(folder, source, app.migrations(), ACTOR, _clock, new_id)


def test_a_backup_is_made_while_the_store_is_open(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with opened(folder):
        report = backup(folder, target)
    assert report.broken == ()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(UserError, match="exists already"):
        backup(folder, target)


def test_a_broken_store_gives_no_backup(folder: Path, tmp_path: Path) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("DROP TRIGGER stay_ticket_update")
        connection.execute("UPDATE ticket SET unit = 'x'")
    with pytest.raises(UserError, match="does not verify"):
        backup(folder, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_restore_notes_both_heads_and_keeps_the_store_before(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "copy.db")
    with opened(folder) as store, store.write() as tx:
        tx.add(TicketEvent(id=new_id(), at=_clock(), actor=ACTOR, ticket_id=new_id(), action="x"))
        old = tx.head()
    kept = _restore(folder, tmp_path / "copy.db")
    assert kept is not None
    assert kept.exists()
    with opened(folder) as store:
        with store.read() as tx:
            row = tx.find(Restored)[-1]
            assert (row.old_n, row.old_hash) == (old.n, old.hash)
            assert row.new_n == old.n - 1
        with store.readers.connect() as connection:
            report = verify_store(connection, Witness(folder / WITNESS))
    assert report.broken == ()


def test_numbers_start_above_the_last_the_witness_has_seen(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "copy.db")
    witness = folder / WITNESS
    line = witness.read_text().splitlines()[-1]
    assert '"ticket":""' in line
    witness.write_text(
        witness.read_text() + line.replace('"ticket":""', '"ticket":"20260302-A07-0041"') + "\n"
    )
    _restore(folder, tmp_path / "copy.db")
    with opened(folder) as store, store.write() as tx:
        assert tx.next_running(date(2026, 3, 2)) == 42


def test_bad_backups_are_refused_and_nothing_changes(folder: Path, tmp_path: Path) -> None:
    before = (folder / DATABASE).read_bytes()
    text = tmp_path / "text.db"
    text.write_text("no database")
    newer = tmp_path / "newer.db"
    with sqlite3.connect(newer) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    for path, words in ((text, "no backup"), (newer, "newer"), (tmp_path / "gone", "No such")):
        with pytest.raises(UserError, match=words):
            _restore(folder, path)
    assert (folder / DATABASE).read_bytes() == before


def test_a_backup_has_its_name_only_when_it_is_whole(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(backups, "_verified", cut)
        with pytest.raises(KeyboardInterrupt):
            backup(folder, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]


def test_a_backup_of_another_desk_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    create(other, app.migrations(), "B02")
    backup(other, tmp_path / "other.db")
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(UserError, match="of desk B02"):
        _restore(folder, tmp_path / "other.db")
    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("when", ["_noted", "_copy"])
def test_an_interrupted_restore_leaves_the_store_as_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    backup(folder, tmp_path / "copy.db")
    before = sorted((path.name, path.read_bytes()) for path in folder.glob("*.*"))

    def cut(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(backups, when, cut)
        with pytest.raises(KeyboardInterrupt):
            _restore(folder, tmp_path / "copy.db")
    assert sorted((path.name, path.read_bytes()) for path in folder.glob("*.*")) == before


def test_a_store_that_is_no_database_any_more_can_be_restored(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "copy.db")
    (folder / DATABASE).write_bytes(b"nothing of a database" * 400)
    kept = _restore(folder, tmp_path / "copy.db")
    assert kept is not None
    assert kept.read_bytes().startswith(b"nothing")
    assert _whole(folder)


def _whole(folder: Path) -> bool:
    with opened(folder) as store, store.readers.connect() as connection:
        return verify_store(connection, Witness(folder / WITNESS)).broken == ()


def test_a_restore_into_an_empty_folder_begins_a_witness(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "copy.db")
    assert _restore(tmp_path / "new", tmp_path / "copy.db") is None
    assert _whole(tmp_path / "new")


def test_what_was_committed_last_is_in_the_store_that_is_kept(folder: Path, tmp_path: Path) -> None:
    """The process was killed: the last rows lie in the log only."""
    backup(folder, tmp_path / "copy.db")
    _add_and_die(folder)
    assert (folder / f"{DATABASE}-wal").stat().st_size
    kept = _restore(folder, tmp_path / "copy.db")
    assert kept is not None
    with closing(sqlite3.connect(kept)) as raw:
        (count,) = raw.execute("SELECT count(*) FROM ticket_event WHERE action = 'last'").fetchone()
    assert count == 1
    assert _whole(folder)


def last() -> TicketEvent:
    """The row that is added last."""
    return TicketEvent(id=new_id(), at=_clock(), actor=ACTOR, ticket_id=new_id(), action="last")


def _add_and_die(folder: Path) -> None:
    words = (
        "import os, sys; from pathlib import Path; from operator_desk import app\n"
        "from tests.storage.test_backup import last\n"
        "from operator_desk.storage.store import open_desk\n"
        "store = open_desk(Path(sys.argv[1]), app.migrations())\n"
        "with store.write() as tx:\n"
        "    tx.add(last())\n"
        "os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", words, str(folder)], cwd=root, check=False)
    assert done.returncode == -9


def test_a_store_restored_twice_is_whole(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "one.db")
    with opened(folder) as store, store.write() as tx:
        tx.add(TicketEvent(id=new_id(), at=_clock(), actor=ACTOR, ticket_id=new_id(), action="x"))
    backup(folder, tmp_path / "two.db")
    for name in ("one", "two", "one"):
        _restore(folder, tmp_path / f"{name}.db")
        assert _whole(folder)


def test_rebuild_puts_a_counter_right_that_was_set_back(folder: Path) -> None:
    with opened(folder) as store:
        assert store.engine is not None
        with store.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE number_counter SET last = 0")
            kinds = {one.kind for one in verify_store(connection).broken}
        assert kinds == {"number_counter"}
        rebuild(store)
    assert _whole(folder)


def test_restore_is_refused_while_a_window_is_open(folder: Path, tmp_path: Path) -> None:
    backup(folder, tmp_path / "copy.db")
    with opened(folder), pytest.raises(UserError, match="is open on this store"):
        _restore(folder, tmp_path / "copy.db")


def test_rebuild_puts_the_views_right(folder: Path) -> None:
    with opened(folder) as store:
        assert store.engine is not None
        with store.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM call_view")
            assert verify_store(connection).broken
        rebuild(store)
        with store.engine.connect() as connection:
            assert verify_store(connection).broken == ()
