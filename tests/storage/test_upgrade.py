"""A store of an older schema is brought to the newest one, and nothing it says changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from operator_desk import app
from operator_desk.app import keeping
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.services.people import machine_actor
from operator_desk.storage.store import DATABASE, create

LAMP = Article(
    "own:lamp", ArticleKind.FAQ, "Street lamp", owner="Lighting", review_by=date(2026, 12, 1)
)


def _downgraded(folder: Path, revision: str) -> None:
    """Puts the rows of the store into a database of an older schema, which takes its place."""
    old = folder / "old.db"
    config = Config()
    config.set_main_option("script_location", str(app.migrations()))
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("ATTACH ? AS new", [str(folder / DATABASE)])
        found = raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
        tables = {row[0] for row in found}
        now = {row[0] for row in raw.execute("SELECT name FROM new.sqlite_master")}
        for table in (tables & now) - {"alembic_version"}:
            names = [f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info({table})")]
            columns = ", ".join(names)
            raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        raw.commit()
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (folder / name).unlink(missing_ok=True)
    old.rename(folder / DATABASE)


def test_a_store_of_the_first_schema_says_the_same_after_the_upgrade(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    create(folder, app.migrations(), "A07", profile=app.DEFAULT_PROFILE)
    actor = machine_actor("anna")
    with app.open_desk(folder, writing=True) as desk:
        desk.knowledge.put(actor, [LAMP])
        desk.knowledge.put(actor, [replace(LAMP, body="Call the lighting office.")])
        before = desk.knowledge.heads()
    _downgraded(folder, "0001")
    with app.open_desk(folder, writing=True) as desk:
        assert desk.knowledge.heads() == before
        assert [(head.owner, head.review_by) for head in before] == [("Lighting", LAMP.review_by)]
        assert desk.knowledge.put(actor, [replace(LAMP, body="Third.")]).changed == 1
    assert keeping.verify_store(folder).broken == ()
