"""The store's files: made in one step, opened, told to the witness, used by several threads."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from operator_desk import app
from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import Caller, SeatState
from operator_desk.domain.ids import new_id
from operator_desk.domain.terms import Seat
from operator_desk.services.ports import Head
from operator_desk.storage import migrate, triggers
from operator_desk.storage.engine import refuse_network_share
from operator_desk.storage.lock import WriterLock
from operator_desk.storage.store import DATABASE, WITNESS, SqlStore, create, open_desk
from operator_desk.storage.verify import verify_store
from operator_desk.storage.witness import Witness
from tests.storage.filled import fill, opened

AT = datetime(2026, 3, 3, 8, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def seat() -> SeatState:
    """Some fact."""
    return SeatState(id=new_id(), at=AT, actor=UUID(int=1), state=Seat.READY)


def add(store: SqlStore) -> Head:
    """Stores a fact; the head after it."""
    with store.write() as tx:
        tx.add(seat())
        return tx.head()


def broken(store: SqlStore, folder: Path) -> list[tuple[str, str]]:
    """What verification says."""
    with store.readers.connect() as connection:
        report = verify_store(connection, Witness(folder / WITNESS))
    return [(one.kind, one.id) for one in report.broken]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "desk"
    create(made, app.migrations(), "A07")
    return made


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    with opened(folder) as made:
        yield made


# -- made --------------------------------------------------------------------------------


def test_a_new_store_is_whole_private_and_alone(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [DATABASE, "desk.lock", WITNESS]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    with opened(folder) as store:
        assert store.desk == "A07"
        assert broken(store, folder) == []
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert {f"{DATABASE}-wal", f"{DATABASE}-shm"} <= modes.keys()
    assert set(modes.values()) == {0o600}


def test_values_of_the_desk_are_there_from_the_first_moment(tmp_path: Path) -> None:
    create(tmp_path / "desk", app.migrations(), "A07", profile="city-311")
    with opened(tmp_path / "desk") as store, store.read() as tx:
        assert tx.setting("profile") == "city-311"


def test_a_second_store_is_not_made(folder: Path) -> None:
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(UserError, match="already"):
        create(folder, app.migrations(), "B02")
    assert (folder / DATABASE).read_bytes() == before


def test_a_store_is_not_made_beside_the_witness_of_another(folder: Path) -> None:
    with opened(folder) as store:
        add(store)
    (folder / DATABASE).unlink()
    with pytest.raises(UserError, match="witness of an earlier store"):
        create(folder, app.migrations(), "A07")
    assert not (folder / DATABASE).exists()


def test_an_interrupted_creation_is_no_store_and_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"

    def fails(_connection: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(triggers, "install", fails)
        with pytest.raises(KeyboardInterrupt):
            create(folder, app.migrations(), "A07")
    assert [path.name for path in folder.iterdir()] == ["desk.lock"]
    (folder / f"{DATABASE}.new").write_bytes(b"left by a power cut")
    create(folder, app.migrations(), "A07")
    with opened(folder) as store:
        assert broken(store, folder) == []


def test_two_at_the_same_time_make_one_store(tmp_path: Path) -> None:
    """Real processes: one makes it, the other is told; the code is that of the winner."""
    words = (
        "import sys; from pathlib import Path; from operator_desk import app\n"
        "from operator_desk.domain.errors import UserError\n"
        "from operator_desk.storage.store import create\n"
        "try: create(Path(sys.argv[1]), app.migrations(), sys.argv[2])\n"
        "except UserError as error: sys.exit(str(error))\n"
    )
    codes = ["A07", "B02", "C03"]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", words, str(tmp_path / "desk"), code],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for code in codes
    ]
    said = [process.communicate(timeout=60)[1] for process in running]
    done = [process.returncode for process in running]
    assert sorted(done) == [0, 1, 1]
    for code, words in zip(done, said, strict=True):
        assert not code or "already" in words or "is open on this store" in words
    with opened(tmp_path / "desk") as store:
        assert store.desk == codes[done.index(0)]
        assert broken(store, tmp_path / "desk") == []


# -- opened ------------------------------------------------------------------------------


def test_the_lock_is_free_again_when_a_store_cannot_be_opened(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(UserError, match="newer"):
        open_desk(folder, app.migrations())
    lock = WriterLock(folder / "desk.lock")
    lock.take()
    lock.free()


def test_an_interrupted_upgrade_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    create(folder, app.migrations(), "A07")
    scripts = tmp_path / "db"
    shutil.copytree(app.migrations(), scripts)
    (scripts / "versions" / "0005_later.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        "revision, down_revision = '0005', '0004'\n"
        "def upgrade():\n"
        "    op.create_table('later', sa.Column('id', sa.Text(), primary_key=True))\n"
        "    op.add_column('call', sa.Column('later', sa.Text(), nullable=True))\n"
        "    raise MemoryError('the power went')\n"
    )
    before = _schema(folder)
    monkeypatch.setattr(migrate, "NEWEST", "0005")
    with pytest.raises(MemoryError):
        open_desk(folder, scripts)
    assert _schema(folder) == before
    monkeypatch.undo()
    with opened(folder) as store:
        add(store)
        assert broken(store, folder) == []


def _schema(folder: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(folder / DATABASE)) as raw:
        found = raw.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        return [*found, *raw.execute("SELECT * FROM alembic_version").fetchall()]


@pytest.mark.parametrize("name", ["100% # ? &", "台 席", "a'b\"c"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    create(folder, app.migrations(), "A07")
    with opened(folder) as store:
        add(store)
        assert broken(store, folder) == []
    with closing(open_desk(folder, app.migrations(), writing=False)) as store, store.read() as tx:
        assert tx.head().n == 1


def test_network_shares_are_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    lines = (
        f"server:/x {tmp_path}/share nfs4 rw 0 0",
        f"disk {tmp_path}/share/own ext4 rw 0 0",
        f"//w/y {tmp_path}/with\\040blank cifs rw 0 0",
        "short line",
    )
    mounts.write_text("\n".join(lines))
    for name in ("share", "share/desk", "with blank/desk"):
        with pytest.raises(UserError, match="network share"):
            refuse_network_share(tmp_path / name, mounts)
    for name in ("share/own", "sharework", "share/own/desk"):
        refuse_network_share(tmp_path / name, mounts)


# -- threads, witness --------------------------------------------------------------------


def test_threads_that_write_wait_for_each_other(store: SqlStore, folder: Path) -> None:
    """The write lane, a sign-in and the index's thread may come at once."""
    faults: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(20):
                add(store)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with store.read() as tx:
        assert tx.head().n == 80
    assert broken(store, folder) == []


def test_a_commit_during_verification_is_no_cut_tail(store: SqlStore, folder: Path) -> None:
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            add(store)

    add(store)
    writer = threading.Thread(target=work)
    writer.start()
    try:
        said = [broken(store, folder) for _ in range(25)]
    finally:
        done.set()
        writer.join()
    assert said == [[]] * 25


def test_what_a_kill_kept_from_the_witness_is_made_up_for_at_the_next_start(
    folder: Path,
) -> None:
    with opened(folder) as store:
        add(store)
        lines = (folder / WITNESS).read_bytes()
        head = add(store)
    (folder / WITNESS).write_bytes(lines)  # killed between commit and append
    with opened(folder) as store:
        assert broken(store, folder) == []
        last = Witness(folder / WITNESS).last()
    assert last is not None
    assert last.head == head


def test_numbers_that_a_kill_kept_from_the_witness_are_told_too(tmp_path: Path) -> None:
    number = fill(tmp_path / "desk")
    path = tmp_path / "desk" / WITNESS
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    with opened(tmp_path / "desk"):
        said = Witness(path).testimony()
    assert number in {one.ticket for one in said.sightings}


def test_a_witness_that_cannot_be_written_stops_nothing(store: SqlStore, folder: Path) -> None:
    path = folder / WITNESS
    kept = path.read_bytes()
    path.unlink()
    path.mkdir()
    heads = [add(store), add(store)]
    with store.read() as tx:
        assert tx.head() == heads[1]
    path.rmdir()
    path.write_bytes(kept)
    heads.append(add(store))
    seen = [one.head for one in Witness(path).testimony().sightings]
    assert seen[-2:] == heads[1:]
    assert broken(store, folder) == []


# -- facts stay --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE seat_state SET reason = 'x'",
        "DELETE FROM seat_state",
        "INSERT OR REPLACE INTO seat_state SELECT * FROM seat_state",
        "REPLACE INTO chain SELECT * FROM chain",
        "UPDATE OR REPLACE chain SET n = 1",
        "INSERT INTO chain SELECT * FROM chain WHERE true "
        "ON CONFLICT(desk, n) DO UPDATE SET hash = 'x'",
        "UPDATE personal SET text = 'x'",
        "DELETE FROM personal",
        "INSERT OR REPLACE INTO personal SELECT id, class, salt, 'x' FROM personal",
    ],
)
def test_no_statement_of_the_program_changes_a_fact(
    store: SqlStore, folder: Path, words: str
) -> None:
    caller = Caller(id=new_id(), at=AT, actor=UUID(int=1), call_id=UUID(int=2), name="王女士")
    with store.write() as tx:
        tx.add(seat(), caller)
    with pytest.raises(sqlite3.IntegrityError), _unwrapped(), store.write() as tx:
        tx.connection.exec_driver_sql(words)
    assert broken(store, folder) == []


class _unwrapped:
    """Lets the database's own error out."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        origin = getattr(error, "orig", None)
        if isinstance(origin, BaseException):
            raise origin


def test_a_reader_cannot_write(store: SqlStore) -> None:
    add(store)
    with pytest.raises(UserError, match="read-only"), store.read() as tx:
        tx.connection.exec_driver_sql("DELETE FROM setting")


def test_numbers_of_a_day_go_on(store: SqlStore) -> None:
    day = date(2026, 3, 3)
    with store.write() as tx:
        assert [tx.next_running(day), tx.next_running(day)] == [1, 2]
    with store.write() as tx:
        assert tx.next_running(day) == 3
