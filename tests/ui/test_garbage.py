"""Reference cycles are collected in the window's thread only."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk.ui.kit import garbage
from operator_desk.ui.kit.garbage import Collector
from tests.fakes.store import FakeStore
from tests.services.desk import profile
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


class Knot:
    """Something that refers to itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """A collector, stopped at the end."""
    del qapp
    made = Collector()
    yield made
    made.stop()


def knot() -> weakref.ref[Knot]:
    """A cycle that nobody holds."""
    return weakref.ref(Knot())


def test_python_collects_nothing_by_itself(collector: Collector) -> None:
    left = knot()
    kept = [[] for _ in range(100_000)]  # a hundred times what makes Python collect
    assert left() is not None
    assert len(kept) == 100_000
    collector.stop()
    assert gc.isenabled()


def test_a_cycle_goes_between_keys(collector: Collector, qtbot: QtBot) -> None:
    left = knot()
    kept: list[list[int]] = []

    def gone() -> bool:
        kept.extend([] for _ in range(3_000))  # what goes meanwhile is counted off again
        return left() is None

    qtbot.waitUntil(gone)
    del collector


def test_little_is_left_alone(collector: Collector) -> None:
    gc.collect()
    left = knot()
    collector.look()
    assert left() is not None


def test_a_pause_collects_all_at_most_once_a_minute(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = knot()
    gc.collect(0)  # what is found there goes; what is made now grows old
    left = knot()
    collector.pause()
    assert old() is None
    assert left() is not None
    monkeypatch.setattr(garbage, "_REST_S", 0.0)
    collector.pause()
    assert left() is None


def test_a_window_that_is_destroyed_is_not_kept(
    prepared: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del prepared
    desk = Desk(qtbot, FakeStore("A07"), profile(), tmp_path)
    desk.window.run("show_tickets")
    desk.take_call("路灯不亮。")
    gone = weakref.ref(desk.window)
    desk.window.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del desk
    gc.collect()
    assert gone() is None
