"""A change of many articles by keys: picked, looked at, stored as one, taken back as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.terms import Role
from operator_desk.services.batches import BatchKind
from operator_desk.services.people import Actor, machine_actor
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from operator_desk.ui.main_window import MainWindow
from tests.services.desk import profile
from tests.ui.desk import Desk
from tests.ui.faulty import FaultyStore

pytestmark = pytest.mark.window
KEYS = ("bulk:1", "bulk:2", "bulk:3")


class Many(Desk):
    """An editor at the list of articles, three of which are alike; no index is built."""

    def _fill(self) -> None:
        super()._fill()
        row = self.services.people.add(
            machine_actor("test"), "wang", "wang", [Role.EDITOR], None
        )  # fmt: skip
        self.actor = Actor(row.staff_id, row.login, row.name, row.roles)
        articles = [Article(key, ArticleKind.FAQ, f"批改 {key}", "正文") for key in KEYS]
        self.services.knowledge.put(self.actor, articles)

    def opened(self) -> MainWindow:
        """A window over the desk, the articles in front."""
        self.parts = replace(self.parts, index=lambda _progress: 0)
        window = super().opened()
        window.run("show_articles")
        return window

    @property
    def section(self) -> ArticlesSection:
        """What is in front."""
        front = self.window.pages["show_articles"].front  # type: ignore[attr-defined]
        assert isinstance(front, ArticlesSection)
        return front

    def owners(self) -> list[str]:
        """Who looks after the three."""
        return [self.services.knowledge.get(key).article.owner for key in KEYS]

    def begins(self, digit: str) -> None:
        """Picks all rows that the words of the list leave, and what is to be changed."""
        self.section.list.line.setFocus()
        self.type("批改")
        self.press("Down", "Ctrl+A")
        tab_to(self, self.section.list.change)
        self.press("Return", digit)

    def looks(self) -> None:
        """Waits for the look at what would change."""
        pane = self.section.bulk
        self.wait(lambda: pane.store.isVisible() or pane._words.property("role") == "warn")

    def rests(self) -> None:
        """Waits until nothing is being stored."""
        self.wait(lambda: not self.section.bulk_desk.busy)


@pytest.fixture
def desk(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Many:
    """A window of an editor."""
    del prepared
    return Many(qtbot, FaultyStore("A07"), profile(), tmp_path)


def tab_to(desk: Many, target: QPushButton, limit: int = 40) -> None:
    """Presses Tab until a button has the keys."""
    for _ in range(limit):
        if desk.focus() is target:
            return
        desk.press("Tab")
    raise AssertionError(f"Tab never reached {target.text()}")


def undo_of(toasts: Toasts) -> QPushButton:
    """The button of the newest toast."""
    return toasts.findChildren(QPushButton)[-1]


def test_many_are_changed_and_taken_back_at_once(desk: Many) -> None:
    desk.begins("1")
    pane = desk.section.bulk
    desk.press("Return")
    desk.type("城管局")
    desk.press("Return")
    desk.looks()
    assert [(row.now, row.then) for row in pane.table.rows.rows] == [("", "城管局")] * 3
    desk.press("Return", "Return")
    assert desk.focus() is pane.why, "a reason is asked for"
    assert pane._why.problem
    assert desk.owners() == [""] * 3
    desk.type("机构调整")
    desk.press("Return", "Return")
    desk.rests()
    assert desk.owners() == ["城管局"] * 3
    (batch, *_) = desk.services.batches.all()
    assert (batch.kind, batch.changed) == (BatchKind.CHANGE, 3)
    assert batch.name == "维护人：城管局（机构调整）"
    assert desk.services.editing.history("bulk:1")[0].why == batch.name
    assert desk.focus() is desk.section.list.table

    desk.click(undo_of(desk.section.toasts))
    desk.rests()
    assert desk.owners() == [""] * 3
    assert desk.services.batches.all()[0].kind is BatchKind.UNDO


def test_what_cannot_be_changed_is_named_and_left(desk: Many) -> None:
    desk.begins("7")
    pane = desk.section.bulk
    desk.press("Return")
    desk.type("2026-11-01")
    desk.press("Return")
    desk.type("bulk:1")
    desk.press("Return")
    desk.looks()
    assert pane.store.isHidden(), "it would lead back to itself"
    pane.values.lines["successor"].setText("")
    article = desk.services.knowledge.get("bulk:2").article
    late = replace(article, valid_from=profile().local_day(desk.clock.now()).replace(year=2030))
    desk.services.knowledge.put(desk.actor, [late])
    desk.looks()
    first = pane.table.rows.rows[0]
    assert first.title == "批改 bulk:2"
    assert first.reason is not None
    assert len(pane.table.rows.rows) == 3
    desk.press("Escape")
    assert desk.section.list.table.hasFocus()
    assert pane.isHidden()


def test_an_empty_field_takes_values_away_only_with_enter(desk: Many) -> None:
    desk.services.knowledge.put(
        desk.actor,
        [Article("bulk:1", ArticleKind.FAQ, "批改 bulk:1", "正文", region="市区")],
    )
    desk.begins("3")
    pane = desk.section.bulk
    pane.look()
    assert pane.store.isHidden()
    desk.press("Return", "Return")
    desk.looks()
    assert [(row.now, row.then) for row in pane.table.rows.rows] == [("市区", "")]
    assert pane.store.property("role") == "danger"


def test_a_click_with_ctrl_picks_and_opens_nothing(desk: Many) -> None:
    part = desk.section.list
    desk.type("批改")
    desk.press("Down")
    where = part.table.visualRect(part.table.model().index(2, 0)).center()
    QTest.mouseClick(
        part.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where
    )
    assert [entry.key for entry in part.table.picks()] == ["bulk:1", "bulk:3"]
    assert desk.section.desk.now is None
    assert part.change.isVisible()


def test_the_stop_of_a_change_can_be_gone_on_from(
    desk: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("operator_desk.services.storing._FIRST", 1)
    desk.begins("5")
    desk.press("Return")
    desk.type("批量；改")
    desk.press("Return")
    desk.looks()
    desk.type("试")
    desk.press("Return")
    stop: Callable[[], None] = desk.section.strip.stop
    desk.section.bulk.store.clicked.connect(
        lambda: desk.section.strip._run.moved.connect(stop)  # type: ignore[union-attr]
    )
    desk.press("Return")
    desk.wait(lambda: "on" in desk.section.strip.buttons)
    desk.section.strip._run.moved.disconnect(stop)  # type: ignore[union-attr]
    desk.press("Return")
    desk.rests()
    words = [desk.services.knowledge.get(key).article.keywords for key in KEYS]
    assert words == [("批量", "改")] * 3
    assert len([one for one in desk.services.batches.all() if one.kind is BatchKind.CHANGE]) == 1
