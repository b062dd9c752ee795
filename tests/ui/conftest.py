"""Windows for the tests of this folder: over a store in memory, or over a real SQLite desk.

desk          a window over a store in memory (fast; what most tests want)
sqlite_desk   the same over an SQLite file, with chain, seals and triggers
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk import app
from operator_desk.app import window as joiner
from operator_desk.lanes import Lanes
from operator_desk.settings import Settings
from operator_desk.storage import store as stores
from tests.services.desk import profile
from tests.ui.desk import Desk
from tests.ui.faulty import FaultyStore

DESK_CODE = "A07"
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def prepared(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application with look, pictures and Chinese words, as the program starts it."""
    qapp.setStyle("Fusion")
    joiner.prepare(Settings(tmp_path_factory.mktemp("settings")))
    return qapp


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty SQLite desk; tests work on copies."""
    folder = tmp_path_factory.mktemp("store") / "desk"
    stores.create(folder, app.migrations(), DESK_CODE)
    return folder


@pytest.fixture
def desk(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Desk:
    """A window over a store in memory."""
    del prepared
    return Desk(qtbot, FaultyStore(DESK_CODE), profile(), tmp_path)


@pytest.fixture
def sqlite_desk(
    prepared: QApplication, qtbot: QtBot, tmp_path: Path, empty_store: Path
) -> Iterator[Desk]:
    """A window over a real SQLite desk."""
    del prepared
    folder = tmp_path / "desk"
    shutil.copytree(empty_store, folder)
    with closing(stores.open_desk(folder, app.migrations())) as store:
        yield Desk(qtbot, store, profile(), folder)


@pytest.fixture
def threaded_desk(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window over a store in memory whose lanes are threads, as in the program."""
    del prepared
    lanes = Lanes()
    made = Desk(qtbot, FaultyStore(DESK_CODE), profile(), tmp_path, lanes=lanes)
    yield made
    made.window.close()
    lanes.close()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Takes the windows of a test away: all that are left would be styled with every new look."""
    del item
    result = yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return result
