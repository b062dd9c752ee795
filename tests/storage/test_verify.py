"""Verification: whatever another tool changes, adds or removes is found and named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from operator_desk.domain.errors import UserError
from operator_desk.storage import triggers
from operator_desk.storage.store import WITNESS, SqlStore
from operator_desk.storage.verify import verify_store
from operator_desk.storage.verify_ticket import verify_tickets
from operator_desk.storage.witness import Witness
from tests.storage.filled import columns, fill, opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    fill(made)
    return made


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[SqlStore]:
    with opened(folder) as found:
        yield found


@contextmanager
def tampered(store: SqlStore) -> Iterator[Connection]:
    """A connection whose triggers are off as with another tool; everything is rolled back."""
    assert store.engine is not None
    with store.engine.connect() as connection, connection.begin() as change:
        for name in triggers.sqlite_triggers():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        try:
            yield connection
        finally:
            change.rollback()


def found(connection: Connection) -> set[str]:
    report = verify_store(connection)
    return {one.id for one in report.broken if one.kind != "trigger"}


def test_an_untouched_store_is_whole(store: SqlStore, folder: Path) -> None:
    with store.readers.connect() as connection:
        report = verify_store(connection, Witness(folder / WITNESS))
    assert report.broken == ()
    assert report.checked > 30


@pytest.mark.parametrize(("table", "column"), columns())
def test_any_changed_value_of_a_fact_is_found(store: SqlStore, table: str, column: str) -> None:
    with tampered(store) as connection:
        first = connection.exec_driver_sql(f"SELECT id, {column} FROM {table} LIMIT 1").one()
        changed = _other(first[1])
        connection.execute(
            text(f"UPDATE {table} SET {column} = :v WHERE id = :id"), {"v": changed, "id": first[0]}
        )
        assert first[0] in found(connection)


def _other(value: Any) -> Any:
    """Another value of the same look, so that only its content gives it away."""
    if isinstance(value, int):
        return 1 - value if value in (0, 1) else value + 1
    if not value:
        return "x"
    last = "1" if value[-1] != "1" else "2"
    return value[:-1] + last


@pytest.mark.parametrize("table", sorted({name for name, _column in columns()}))
def test_a_removed_and_an_added_row_are_found(store: SqlStore, table: str) -> None:
    with tampered(store) as connection:
        row = connection.exec_driver_sql(f"SELECT * FROM {table} LIMIT 1").mappings().one()
        connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": row["id"]})
        assert row["id"] in found(connection)
    with tampered(store) as connection:
        strange = "00000000-0000-7000-8000-000000000001"
        values = {**row, "id": strange}
        for name in ("number", "version", "n"):
            if name in values:
                values[name] = 99 if isinstance(values[name], int) else "99"
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)
        assert strange in found(connection)


@pytest.mark.parametrize("column", ["id", "class", "salt", "text"])
def test_a_changed_personal_row_is_found(store: SqlStore, column: str) -> None:
    with tampered(store) as connection:
        first = connection.exec_driver_sql("SELECT id FROM personal LIMIT 1").scalar_one()
        connection.execute(
            text(f"UPDATE personal SET {column} = 'x' WHERE id = :id"), {"id": first}
        )
        assert first in found(connection)


def test_removed_and_added_personal_rows_are_found(store: SqlStore) -> None:
    with tampered(store) as connection:
        first = connection.exec_driver_sql("SELECT id FROM personal LIMIT 1").scalar_one()
        connection.execute(text("DELETE FROM personal WHERE id = :id"), {"id": first})
        connection.exec_driver_sql("INSERT INTO personal VALUES ('y', 'name', x'00', 'z')")
        assert {first, "y"} <= found(connection)


@pytest.mark.parametrize("column", ["desk", "n", "table_name", "row_id", "hash", "prev"])
def test_a_changed_link_is_found(store: SqlStore, column: str) -> None:
    with tampered(store) as connection:
        value: Any = 99999 if column == "n" else "x"
        connection.execute(text(f"UPDATE chain SET {column} = :v WHERE n = 5"), {"v": value})
        assert found(connection)


def test_a_cut_tail_is_found_by_the_witness(store: SqlStore, folder: Path) -> None:
    with tampered(store) as connection:
        last = connection.exec_driver_sql("SELECT max(n) FROM chain").scalar_one()
        table, row = connection.exec_driver_sql(
            f"SELECT table_name, row_id FROM chain WHERE n = {last}"
        ).one()
        connection.exec_driver_sql(f"DELETE FROM chain WHERE n = {last}")
        connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": row})
        assert f"A07/{last}" not in found(connection)
        report = verify_store(connection, Witness(folder / WITNESS))
        assert f"A07/{last}" in {one.id for one in report.broken if one.kind == "witness"}


def test_a_changed_view_and_a_lost_trigger_are_found(store: SqlStore) -> None:
    assert store.engine is not None
    with store.engine.connect() as connection, connection.begin() as change:
        connection.exec_driver_sql("UPDATE call_view SET counted = 1 - counted")
        assert {one.kind for one in verify_store(connection).broken} == {"call_view"}
        connection.exec_driver_sql("DROP TRIGGER stay_ticket_update")
        assert "stay_ticket_update" in {one.id for one in verify_store(connection).broken}
        change.rollback()


def test_a_ticket_verifies_alone(store: SqlStore) -> None:
    with store.readers.connect() as connection:
        report = verify_tickets(connection)
    assert report.broken == ()
    assert report.checked > 8


@pytest.mark.parametrize(
    ("table", "column"),
    [("statement", "words"), ("readback_answer", "answer"), ("seal", "items"), ("ticket", "title")],
)
def test_a_ticket_names_the_row_that_was_changed(store: SqlStore, table: str, column: str) -> None:
    with tampered(store) as connection:
        key, value = connection.exec_driver_sql(
            f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1"
        ).one()
        connection.execute(
            text(f"UPDATE {table} SET {column} = :v WHERE id = :id"),
            {"v": _other(value), "id": key},
        )
        assert key in {one.id for one in verify_tickets(connection).broken}


def test_a_ticket_finds_a_removed_statement(store: SqlStore) -> None:
    with tampered(store) as connection:
        sealed = connection.exec_driver_sql(
            "SELECT target FROM readback_answer WHERE item = 'statement' LIMIT 1"
        ).scalar_one()
        connection.execute(text("DELETE FROM statement WHERE id = :id"), {"id": sealed})
        assert sealed in {one.id for one in verify_tickets(connection).broken}


STRANGE = {
    "a number beyond 2^53": "UPDATE call_end SET talk_s = 9007199254740993",
    "a fraction in a list": "UPDATE staff_version SET roles = '[1.5]'",
    "a null in a list": "UPDATE staff_version SET roles = '[null]'",
    "no number in a list": "UPDATE staff_version SET roles = '[NaN]'",
    "a null in an object": "UPDATE seal SET items = replace(items, '{', '{\"a\":null,')",
    "a strange key": "UPDATE article_version SET phones = '[{\"é\":1}]'",
    "a deep list": f"UPDATE staff_version SET roles = '{'[' * 5000}{']' * 5000}'",
    "no UTF-8": "UPDATE article_version SET title = CAST(x'ff' AS TEXT)",
    "no UTF-8 in a personal text": "UPDATE personal SET text = CAST(x'ff' AS TEXT)",
    "no UTF-8 in a link": "UPDATE chain SET hash = CAST(x'ff' AS TEXT) WHERE n = 5",
    "bytes for a text": "UPDATE personal SET text = x'e794b2'",
    "bytes for a desk": "UPDATE chain SET desk = x'00' WHERE n = 5",
    "a text for a number": "UPDATE chain SET n = 'x' WHERE n = 5",
    "another spelling of a day": "UPDATE call SET local_day = '2026-W10-1'",
    "a value of no list": "UPDATE seal SET scope = 'all of it'",
    "the chain of another desk": "UPDATE chain SET desk = 'B02'",
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_no_program_writes_is_found_and_named(store: SqlStore, what: str) -> None:
    with tampered(store) as connection:
        connection.exec_driver_sql(STRANGE[what])
        names = found(connection)
        assert names
        "".join(names).encode()  # can be printed


def test_a_chain_given_to_another_desk_is_missed_by_the_witness(
    store: SqlStore, folder: Path
) -> None:
    with tampered(store) as connection:
        connection.exec_driver_sql("UPDATE chain SET desk = 'B02'")
        report = verify_store(connection, Witness(folder / WITNESS))
    assert ("witness", "A07") in {(one.kind, one.id) for one in report.broken}


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM ticket",
        "UPDATE ticket SET matter_id = '00000000-0000-7000-8000-000000000001'",
        "UPDATE seal SET scope = 'all of it'",
        "UPDATE statement SET mark = 'none'",
        "UPDATE chain SET n = 'x' || n WHERE table_name = 'statement'",
        "UPDATE personal SET text = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_ticket_that_can_hardly_be_read_is_verified(store: SqlStore, change: str) -> None:
    with tampered(store) as connection:
        connection.exec_driver_sql(change)
        assert verify_tickets(connection).broken


def test_tickets_are_compared_with_the_witness(store: SqlStore, folder: Path) -> None:
    witness = Witness(folder / WITNESS)
    with store.readers.connect() as connection:
        assert verify_tickets(connection, (), witness).broken == ()
    (number,) = {one.ticket for one in witness.testimony().sightings if one.ticket}
    n = next(one.head.n for one in witness.testimony().sightings if one.ticket)
    with tampered(store) as connection:
        connection.exec_driver_sql(f"UPDATE chain SET hash = '{'0' * 64}' WHERE n = {n}")
        said = verify_tickets(connection, [number], witness).broken
        assert ("witness", f"A07/{n}") in {(one.kind, one.id) for one in said}
    with tampered(store) as connection:
        for table in ("ticket", "ticket_state"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        for numbers in ((), (number,)):
            (gone,) = verify_tickets(connection, numbers, witness).broken
            assert (gone.kind, gone.id) == ("ticket", number)


def test_an_unknown_ticket_is_refused(store: SqlStore) -> None:
    with store.readers.connect() as connection, pytest.raises(UserError, match="no ticket 77"):
        verify_tickets(connection, ["77"])
