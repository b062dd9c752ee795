"""What a key in the record must not set going."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from operator_desk.ui.kit.labels import steady_label
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


class LaidOut(QObject):
    """Counts how often a widget of the window is asked to lay out what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.LayoutRequest
        return False


def test_a_letter_lays_nothing_out_anew(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)  # what the first words set going
    QApplication.processEvents()
    seen = LaidOut()
    QApplication.instance().installEventFilter(seen)
    for letter in "三天了没有人来修":
        desk.type(letter)
        QApplication.sendPostedEvents()  # not what timers bring later: journal, proposals
    QApplication.instance().removeEventFilter(seen)
    assert desk.words == ["路灯不亮。三天了没有人来修"]
    assert seen.times == 0


def test_a_steady_label_keeps_its_size_and_grows_with_the_font(desk: Desk) -> None:
    label = steady_label("888 · 88888")
    before = label.size()
    label.setText("1 · 2")
    assert label.size() == label.minimumSize() == before
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    label.setFont(font)
    assert label.width() > before.width() * 1.5
    label.setText("888 · 88888")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    del desk
