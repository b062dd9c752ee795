"""Backup and restore: nothing half-done, the restored store proves where it came from."""

from __future__ import annotations

import sqlite3
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk import app
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Restored, TicketEvent
from operator_desk.domain.ids import new_id
from operator_desk.storage.backup import backup, rebuild, restore
from operator_desk.storage.store import DATABASE, WITNESS
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
    for path, words in ((text, "no backup"), (newer, "newer"), (tmp_path / "gone", "no such")):
        with pytest.raises(UserError, match=words):
            _restore(folder, path)
    assert (folder / DATABASE).read_bytes() == before


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
