"""A PostgreSQL server for one test session: a given one, else one started in a private folder."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from operator_desk import app
from operator_desk.storage import migrate
from operator_desk.storage.engine import postgres_engine

ENV = "OPERATOR_DESK_TEST_PG"
_BINARIES = Path("/usr/lib/postgresql")
_START_S = 30


class Server:
    """A running server; makes databases that hold the newest schema."""

    def __init__(self, dsn: str) -> None:
        self._dsn, self._numbers = make_url(dsn), count()
        self._base = f"operator_desk_test_{os.getpid()}"
        self._run(f"CREATE DATABASE {self._base}")
        engine = self._engine(self._base)
        migrate.upgrade(engine, app.migrations())
        engine.dispose()

    @contextlib.contextmanager
    def database(self) -> Iterator[Engine]:
        """An engine on a fresh database, dropped at the end."""
        name = f"{self._base}_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {self._base}")
        engine = self._engine(name)
        try:
            yield engine
        finally:
            engine.dispose()
            self._run(f"DROP DATABASE {name}")

    def close(self) -> None:
        """Drops what is left on the server."""
        self._run(f"DROP DATABASE {self._base}")

    def _engine(self, database: str) -> Engine:
        url = self._dsn.set(drivername="postgresql+psycopg", database=database)
        return postgres_engine(url.render_as_string(hide_password=False))

    def _run(self, words: str) -> None:
        url = self._dsn.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(words.encode("ascii"))


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """The server of OPERATOR_DESK_TEST_PG, else one of the system's programs, else a skip."""
    with contextlib.ExitStack() as stack:
        dsn = os.environ.get(ENV) or stack.enter_context(_own_server())
        made = Server(dsn)
        stack.callback(made.close)
        yield made


@contextlib.contextmanager
def _own_server() -> Iterator[str]:
    programs = _programs()
    if programs is None:
        pytest.skip(f"no PostgreSQL: neither {ENV} nor initdb in {_BINARIES} or the path")
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="operator-desk-pg-"))
    if user is not None:
        shutil.chown(folder, user)
    try:
        with _running(programs, folder, user):
            yield f"postgresql://tester@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """The folder with initdb and postgres, the newest version first."""
    versions = sorted(_BINARIES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = versions[-1] if versions else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _unprivileged() -> str | None:
    """Whom the server runs as: it refuses root. None: whoever runs the tests."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextlib.contextmanager
def _running(programs: Path, folder: Path, user: str | None) -> Iterator[None]:
    data, log = folder / "data", folder / "log"
    words = ["-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(
        [programs / "initdb", *words], user=user, cwd=folder, check=True, capture_output=True
    )
    options = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off"}
    words = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, *words],
            user=user,
            cwd=folder,
            stdout=out,
            stderr=out,
        )
    try:
        _wait(programs / "pg_isready", folder, process, log)
        yield
    finally:
        process.send_signal(signal.SIGINT)  # ends open sessions, then stops
        process.wait(_START_S)


def _wait(ready: Path, folder: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _START_S
    while subprocess.run([ready, "-q", "-h", folder], check=False).returncode:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
