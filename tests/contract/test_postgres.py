"""PostgreSQL has the schema and the triggers of the house's SQLite."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from operator_desk import app
from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.storage import migrate, triggers
from operator_desk.storage.store import open_postgres
from operator_desk.storage.tables import metadata
from tests.contract import rows
from tests.support.postgres import Server
from tests.support.stores import DESK

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine(postgres_server: Server) -> Iterator[Engine]:
    """A database with the newest schema."""
    with postgres_server.database() as made:
        yield made


def test_the_migration_makes_the_tables_of_the_program(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert migrate.upgrade(engine, app.migrations()) is False


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE call SET reference = 'x'",
        "DELETE FROM call",
        "TRUNCATE call",
        "UPDATE chain SET hash = prev",
        "DELETE FROM chain",
        "UPDATE personal SET text = 'x'",
        "DELETE FROM personal",
        "TRUNCATE personal",
    ],
)
def test_facts_cannot_be_changed(engine: Engine, words: str) -> None:
    call = rows.call()
    store = open_postgres(engine, DESK)
    with store.write() as tx:
        tx.add(call, rows.caller(call))
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"never|only"):
        connection.execute(text(words))
    with store.read() as tx:
        assert tx.find(facts.Call) == [call]


def test_missing_triggers_are_named(engine: Engine) -> None:
    with engine.begin() as connection:
        assert triggers.missing(connection) == []
        connection.execute(text("ALTER TABLE seal DISABLE TRIGGER stay_seal"))
        connection.execute(text("DROP TRIGGER stay_call ON call"))
        assert triggers.missing(connection) == ["stay_call", "stay_seal"]


def test_a_trigger_that_does_something_else_is_named(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text(
                "CREATE OR REPLACE FUNCTION personal_stays() RETURNS trigger LANGUAGE plpgsql "
                "AS $$ BEGIN RETURN OLD; END $$"
            )
        )
        connection.execute(text("ALTER TABLE seal ENABLE REPLICA TRIGGER stay_seal"))
        assert triggers.missing(connection) == ["stay_personal_delete", "stay_seal"]
        connection.execute(
            text(
                "CREATE TRIGGER thief AFTER INSERT ON ticket "
                "FOR EACH ROW EXECUTE FUNCTION personal_stays()"
            )
        )
        assert triggers.strange(connection) == ["thief"]


def test_a_reader_cannot_write(engine: Engine) -> None:
    store = open_postgres(engine, DESK)
    with store.read() as tx, pytest.raises(DBAPIError, match="read-only"):
        tx.connection.execute(text("DELETE FROM setting"))


def test_an_empty_database_is_no_store(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(UserError, match="older schema"):
        open_postgres(engine, DESK)
