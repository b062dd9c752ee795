"""Schema versions: Alembic does the steps, its import is paid only when there are some."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from operator_desk.domain.errors import UserError
from operator_desk.storage import projections, triggers

NEWEST = "0004"


def version(connection: Connection) -> str | None:
    """The schema version of a store, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(engine: Engine) -> bool:
    """Whether the schema is the newest; UserError when it is newer than this program."""
    with engine.connect() as connection:
        found = version(connection)
    if found is not None:
        must_be_known(found)
    return found == NEWEST


def must_be_known(found: str) -> None:
    """UserError when a schema is newer than this program."""
    if found > NEWEST:
        raise UserError(
            "This store was made by a newer Operator Desk (schema {found}, this program knows "
            "{known}). Install the newer program; nothing was changed.",
            found=found,
            known=NEWEST,
        )


def upgrade(engine: Engine, scripts: Path) -> bool:
    """Brings the schema to the newest version and makes the triggers anew; False if it was."""
    if is_current(engine):
        return False
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        triggers.install(connection)
        projections.refill_tickets(connection)
    return True
