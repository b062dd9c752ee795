"""The stores that the contract is tested on: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from operator_desk import app
from operator_desk.services.ports import Store
from operator_desk.storage import store as storage
from tests.fakes.store import FakeStore, RefusedError
from tests.support.postgres import Server

DESK = "A07"
REFUSED = (RefusedError, IntegrityError)
KINDS = ("fake", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


def opened(kind: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of a kind, closed at the end."""
    if kind == "fake":
        yield FakeStore(DESK)
    elif kind == "sqlite":
        storage.create(folder / "desk", app.migrations(), DESK)
        with closing(storage.open_desk(folder / "desk", app.migrations())) as store:
            yield store
    else:
        server: Server = request.getfixturevalue("postgres_server")
        with server.database() as engine, closing(storage.open_postgres(engine, DESK)) as store:
            with store.write() as tx:
                tx.set_setting("desk", DESK)
            yield store
