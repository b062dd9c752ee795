"""Versions marked wrong in the window, the told-to list, and the calls back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.desk import profile
from tests.ui.faulty import FaultyStore
from tests.ui.test_editor import LAMP, Editors, opens, presses, section, sits, tab_to

pytestmark = pytest.mark.window


@pytest.fixture
def editors(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Editors:
    """A window of the first of two editors."""
    del prepared
    return Editors(qtbot, FaultyStore("A07"), profile(), tmp_path)


def tells(desk: Editors, number: str = "13800002206") -> None:
    """A whole call in which the article on lamps is told as it is now."""
    desk.window.show_page("show_call")
    desk.take_call("路灯不亮。", number)
    desk.page.knowledge.open_key(LAMP)
    desk.press("F10", "F12", "F12")
    desk.window.run("show_articles")


def corrects(desk: Editors, answer: str) -> None:
    """The first editor changes the sentence to say, the second one publishes it."""
    wang, li = desk.people
    drafts = desk.services.editing.drafts
    work = drafts.of_article(wang, LAMP).work
    work = replace(work, article=replace(work.article, answer=answer))
    drafts.submit(wang, work, "照明处来函")
    sits(desk, desk.people.index(li))
    opens(desk, "路灯")
    presses(desk, "publish")
    desk.press("Return")


def test_a_correction_offers_once_to_call_back_who_was_told(editors: Editors) -> None:
    desk = editors
    tells(desk)
    corrects(desk, "请拨 12345 转照明处。")
    offer, had = section(desk).offer, desk.focus()
    assert "1 通来电" in offer._words.text()
    assert not offer.isAncestorOf(had)  # it steals no key
    tab_to(desk, offer.mark)
    desk.press("Return")
    assert offer.strip.lines["reason"].text() == "照明处来函"
    desk.press("Return", "Return", "Return")
    assert not offer.isVisible()
    assert desk.focus() is section(desk).list.table
    (found,) = desk.services.recalls.lists(desk.actor)
    assert (found.versions, found.reason, found.of) == ((1,), "照明处来函", 1)
    assert "1 通来电" in section(desk).toasts.texts()[-1]

    opens(desk, "路灯")  # and in the versions it is taken back
    pane = section(desk).pane
    pane.tabs["history"].click()
    table = pane.history.table
    assert [table.rows.columns[4].cell(row) for row in table.rows.rows] == ["", "1，有误"]
    assert desk.services.recalls.corrected(LAMP) is None
    table.setFocus()
    desk.press("Down")
    assert "照明处来函" in pane.history._why.text()
    tab_to(desk, pane.history.back)
    desk.press("Return", "Return")
    assert pane.strip._trouble.isVisible()  # not without a reason
    desk.type("当时没错\n")
    assert desk.services.recalls.lists(desk.actor) == []
    assert desk.focus() is table
    assert table.currentIndex().row() == 1
    tab_to(desk, pane.history.mark)
    desk.press("Return")
    desk.type("还是错的\n\n")
    pane.strip.lines["last"].setText("二")
    desk.press("Return")
    assert "例如 3" in pane.strip._trouble.text()
    pane.strip.lines["last"].setText("1")
    desk.press("Return")
    assert [one.reason for one in desk.services.recalls.lists(desk.actor)] == ["还是错的"]
