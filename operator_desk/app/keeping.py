"""Joins the store's own tasks: upgrade, verify, backup, restore, views anew."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import UUID

from operator_desk import app
from operator_desk.app.content import INDEX
from operator_desk.domain.ids import new_id
from operator_desk.domain.times import now
from operator_desk.storage import attachments, migrate, verify, verify_ticket
from operator_desk.storage import backup as backups
from operator_desk.storage.engine import environment_faults
from operator_desk.storage.store import WITNESS, SqlStore, open_desk
from operator_desk.storage.verify_rows import Report as Report
from operator_desk.storage.witness import Witness


def upgrade(folder: Path) -> str:
    """Brings the schema to the newest version; the version."""
    app.must_have_desk(folder)
    open_desk(folder, app.migrations()).close()
    return migrate.NEWEST


def verify_store(folder: Path) -> Report:
    """Verifies everything, beside an open window too."""
    app.must_have_desk(folder)
    store = open_desk(folder, app.migrations(), writing=False)
    try:
        with environment_faults(), store.readers.connect() as connection, connection.begin():
            report = verify.verify_store(connection, Witness(folder / WITNESS))
            lost = tuple(attachments.check(connection, folder / attachments.FOLDER))
            return Report(report.checked, (*report.broken, *lost))
    finally:
        store.close()


def verify_tickets(desk: app.Services, numbers: list[str]) -> Report:
    """Verifies some tickets, or all of them when none is named. UserError: unknown number."""
    store = desk.store
    if not isinstance(store, SqlStore):
        raise TypeError("only a store in a database can be verified")
    with environment_faults(), store.readers.connect() as connection, connection.begin():
        wanted = [number.strip() for number in numbers]
        return verify_ticket.verify_tickets(connection, wanted, Witness(desk.folder / WITNESS))


def backup(folder: Path, target: Path) -> Report:
    """Copies the store into a new file, verified."""
    app.must_have_desk(folder)
    return backups.backup(folder, target)


def restore(folder: Path, source: Path, actor: UUID) -> Path | None:
    """Puts a backup in the place of the store; where the store before was kept.

    The search index is of the store before and is taken away.
    """
    kept = backups.restore(folder, source, app.migrations(), actor, now, new_id)
    shutil.rmtree(folder / INDEX, ignore_errors=True)
    return kept


def rebuild_views(desk: app.Services) -> None:
    """Computes every view anew from the facts."""
    if isinstance(desk.store, SqlStore):
        backups.rebuild(desk.store)
