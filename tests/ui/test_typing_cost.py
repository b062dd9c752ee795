"""What a key in the record must not set going."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from operator_desk.ui.kit.labels import steady_label
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_MANY = 40  # looks, 10 ms apart: longer than the timers of history and journal


class LaidOut(QObject):
    """Counts how often a part of a widget is asked to lay out what it holds."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__()
        self._whole = whole
        self.times = self.timers = self._quiet = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.timers += event.type() is QEvent.Type.Timer
        if event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            self.times += self._whole.isAncestorOf(watched)
        return False

    def settled(self) -> bool:
        """Whether nothing was asked for at the last many looks."""
        self._quiet = 0 if self.times else self._quiet + 1
        self.times = 0
        return self._quiet > _MANY


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


def test_a_letter_lays_nothing_out_anew(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    desk.wait(lambda: desk.page.knowledge.list.hits.hits)
    seen = LaidOut(desk.page.form)
    QApplication.instance().installEventFilter(seen)
    desk.wait(seen.settled)  # what the first words set going has come to its end
    undisturbed = []  # letters between which no timer fell: journal, proposals, the clock
    for letter in "三天了没有人来修":
        times, timers = seen.times, seen.timers
        desk.type(letter)
        QApplication.sendPostedEvents()
        if seen.timers == timers:
            undisturbed.append(seen.times - times)
    QApplication.instance().removeEventFilter(seen)
    assert desk.words == ["路灯不亮。三天了没有人来修"]
    assert undisturbed
    assert not any(undisturbed)


def painted_margins(desk: Desk, work: Callable[[], None]) -> int:
    """How often the record's margin was painted while something was done."""
    QApplication.processEvents()
    seen = Painted()
    margin = desk.page.form.record._margin
    margin.installEventFilter(seen)
    work()
    QApplication.processEvents()
    margin.removeEventFilter(seen)
    return seen.times


def test_the_margin_is_painted_for_a_statement_and_not_for_a_letter(desk: Desk) -> None:
    desk.take_call("路灯不亮。\n三天了。")
    assert painted_margins(desk, lambda: desk.type("老人晚上")) == 0
    assert painted_margins(desk, lambda: desk.compose("chu")) == 0
    assert painted_margins(desk, lambda: desk.type("出门。")) == 0
    assert painted_margins(desk, lambda: desk.type("\n")) > 0  # a line more
    assert painted_margins(desk, lambda: desk.type("没")) > 0  # its number
    assert painted_margins(desk, lambda: desk.type("人来修。")) == 0
    assert painted_margins(desk, lambda: desk.type("很长" * 40)) > 0  # goes on in the next line
    assert painted_margins(desk, lambda: desk.press("Alt+Q")) > 0


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


def test_a_clock_that_ticks_lays_nothing_out_anew(desk: Desk) -> None:
    desk.take_call("路灯不亮。")
    bar, form = desk.window.top, desk.page.form
    form._saved(desk.clock.now())
    for label, tick in (
        (bar._time, bar._tick),
        (form._saved_label, lambda: form._saved(desk.clock.now())),
    ):
        seen = LaidOut(desk.window)
        QApplication.instance().installEventFilter(seen)
        desk.wait(seen.settled)
        before = label.text()
        desk.pass_by(seconds=1)
        tick()
        QApplication.sendPostedEvents()
        QApplication.instance().removeEventFilter(seen)
        assert label.text() != before
        assert seen.times == 0


def test_an_answer_that_shows_nothing_new_moves_nothing(desk: Desk) -> None:
    desk.take_call("养老金什么时候发")
    rows = desk.page.knowledge.list
    desk.wait(lambda: rows.hits.hits)
    reset = []
    rows.hits.modelReset.connect(lambda: reset.append(True))
    rows.hits.set_hits([replace(hit, score=hit.score + 1) for hit in rows.hits.hits])
    assert not reset
    rows.hits.set_hits([replace(hit, snippet="另一句") for hit in rows.hits.hits])
    assert reset
