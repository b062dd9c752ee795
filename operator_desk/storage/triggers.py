"""Triggers that keep facts facts, generated from the list of tables for both engines."""

from __future__ import annotations

from sqlalchemy import Connection, text

from operator_desk.storage.tables import FACT, metadata

_SQLITE_REFUSE = (
    "CREATE TRIGGER {name} BEFORE {verb} ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table}: facts are never changed'); END"
)
_SQLITE_ERASE = (
    "CREATE TRIGGER {name} BEFORE DELETE ON personal "
    "WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE personal_id = OLD.id) "
    "BEGIN SELECT RAISE(ABORT, 'personal: deleted by erasure only'); END"
)
_PG_FUNCTION = (
    "CREATE OR REPLACE FUNCTION facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN RAISE EXCEPTION '%: facts are never changed', TG_TABLE_NAME; END $$"
)
_PG_ERASE_FUNCTION = (
    "CREATE OR REPLACE FUNCTION personal_stays() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN IF NOT EXISTS (SELECT 1 FROM erasure WHERE personal_id = OLD.id) THEN "
    "RAISE EXCEPTION 'personal: deleted by erasure only'; END IF; RETURN OLD; END $$"
)


def sqlite_triggers() -> dict[str, str]:
    """Name and text of every trigger of an SQLite store."""
    found = {}
    for table in [*FACT, "personal"]:
        verbs = ("UPDATE",) if table == "personal" else ("UPDATE", "DELETE")
        for verb in verbs:
            name = f"stay_{table}_{verb.lower()}"
            found[name] = _SQLITE_REFUSE.format(name=name, verb=verb, table=table)
    found["stay_personal_delete"] = _SQLITE_ERASE.format(name="stay_personal_delete")
    return found


def postgres_triggers() -> dict[str, str]:
    """Name and text of every trigger of a PostgreSQL store; TRUNCATE passes row triggers."""
    found = {}
    for table in [*FACT, "personal"]:
        verbs = "UPDATE" if table == "personal" else "UPDATE OR DELETE"
        found[f"stay_{table}"] = (
            f"CREATE TRIGGER stay_{table} BEFORE {verbs} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION facts_stay()"
        )
        found[f"stay_{table}_truncate"] = (
            f"CREATE TRIGGER stay_{table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION facts_stay()"
        )
    found["stay_personal_delete"] = (
        "CREATE TRIGGER stay_personal_delete BEFORE DELETE ON personal "
        "FOR EACH ROW EXECUTE FUNCTION personal_stays()"
    )
    return found


def install(connection: Connection) -> None:
    """Makes all triggers anew, dropping whatever carries their names."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_PG_FUNCTION))
        connection.execute(text(_PG_ERASE_FUNCTION))
        for name, words in postgres_triggers().items():
            table = words.split(" ON ")[1].split()[0]
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name} ON {table}"))
            connection.execute(text(words))
        return
    for name, words in sqlite_triggers().items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(words)


def missing(connection: Connection) -> list[str]:
    """Names of triggers that are missing or have another text (PostgreSQL: are missing or off)."""
    if connection.dialect.name == "postgresql":
        rows = connection.execute(
            text(
                "SELECT t.tgname, p.proname, p.prosrc FROM pg_trigger t "
                "JOIN pg_proc p ON p.oid = t.tgfoid "
                "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
            )
        )
        there = {row[0]: (row[1], row[2]) for row in rows}
        return sorted(
            name for name, words in postgres_triggers().items() if there.get(name) != _runs(words)
        )
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='trigger'")
    stored = {row[0]: row[1] for row in rows}
    return sorted(name for name, words in sqlite_triggers().items() if stored.get(name) != words)


def _runs(words: str) -> tuple[str, str]:
    """Name and body of the function that a PostgreSQL trigger runs."""
    function = _PG_ERASE_FUNCTION if "personal_stays()" in words else _PG_FUNCTION
    return function.split()[4].removesuffix("()"), function.split("$$")[1]


def strange(connection: Connection) -> list[str]:
    """Names of triggers on this program's tables that it did not make."""
    if connection.dialect.name == "postgresql":
        rows = connection.execute(
            text("SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                 "WHERE NOT t.tgisinternal AND c.relname = ANY(:tables)"),
            {"tables": list(metadata.tables)},
        )  # fmt: skip
        return sorted({row[0] for row in rows} - set(postgres_triggers()))
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'")
    return sorted({str(row[0]) for row in rows} - set(sqlite_triggers()))
