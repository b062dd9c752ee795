"""A draft that drops a number says which other articles still tell it, and opens each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from operator_desk.domain.article import Article, ArticleKind
from tests.services.desk import profile
from tests.ui.faulty import FaultyStore
from tests.ui.test_editor import LAMP, Editors, kept, opens, presses, section, tab_to

pytestmark = pytest.mark.window
CARD = Article("own:dark", ArticleKind.CARD, "楼道漆黑", "1. 请拨 0551-6288 1234 报修。")


@pytest.fixture
def editors(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Editors:
    """A window of the first of two editors."""
    del prepared
    return Editors(qtbot, FaultyStore("A07"), profile(), tmp_path)


def test_an_old_number_is_followed_to_the_articles_that_tell_it(editors: Editors) -> None:
    desk, knowledge = editors, editors.services.knowledge
    lamp = knowledge.get(LAMP).article
    knowledge.put(desk.actor, [CARD, replace(lamp, answer="请拨 0551-62881234。")])
    opens(desk, "路灯")
    pane = section(desk).pane
    assert (pane.elsewhere.bar.isHidden(), pane.tabs["elsewhere"].isHidden()) == (True, True)
    pane.form._answer.setFocus()
    desk.press("Ctrl+A")
    desk.type("请拨 12345。")
    desk.wait(pane.elsewhere.bar.isVisible)
    assert desk.focus() is pane.form._answer
    presses(desk, "submit")
    assert "0551-62881234" in pane.strip.accessibleName()
    desk.press("Escape")
    tab_to(desk, pane.elsewhere.bar.show_them)
    desk.press("Return")
    table = pane.elsewhere.table
    assert [column.cell(table.rows.rows[0]) for column in table.rows.columns] == [
        "0551-62881234", "楼道漆黑", "正文（Markdown）", "1. 请拨 0551-6288 1234 报修。",
    ]  # fmt: skip
    assert desk.focus() is table
    desk.press("Return")
    assert pane.form.sheet()["title"] == "楼道漆黑"
    assert (pane.elsewhere.bar.isHidden(), len(kept(desk))) == (True, 1)  # what was typed is there
    pane.form.body.text.setFocus()
    desk.press("Ctrl+A")
    desk.type("1. 请拨 12345 报修。")
    desk.wait(pane.elsewhere.bar.isVisible)  # the other one still tells it as it is published
    assert [one.article.key for one in pane.elsewhere.found] == [LAMP]
    pane.form.body.text.setFocus()
    desk.press("Ctrl+A")
    desk.type("1. 请拨 62881234。")
    desk.wait(lambda: not pane.elsewhere.found)
    assert pane.elsewhere.bar.isHidden()
