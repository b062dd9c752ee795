"""The work lists at the left, each with its digit and how many tickets it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from operator_desk.ui.kit import look
from operator_desk.ui.kit.table import AnyIndex, Column, RowsModel
from operator_desk.ui.kit.words import tr
from operator_desk.ui.tickets.work_lists import WorkList

_WARNING = {"late", "returns", "unsolved"}  # not empty: somebody should look there


class _Delegate(QStyledItemDelegate):
    def __init__(self, bar: ListBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(look.current().px(120), option.fontMetrics.height() + look.current().px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        one = self._bar.lists[index.row()]
        count, on = self._bar.counts.get(one.name), self._bar.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(2, 1, -2, -1)
        keys = on and self._bar.hasFocus()
        if on:
            painter.setPen(look.color("accent") if keys else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(rect, 6, 6)
        px = look.current().px
        align = Qt.AlignmentFlag.AlignVCenter
        digit = QRect(rect.left() + px(4), rect.top(), px(14), rect.height())
        painter.setPen(look.color("muted"))
        painter.drawText(digit, align | Qt.AlignmentFlag.AlignHCenter, key_of(index.row()))
        words = "" if count is None else str(count) if count < 10_000 else f"{count // 1000}k"
        wide = option.fontMetrics.horizontalAdvance(words)
        ink = "danger" if count and one.name in _WARNING else "text" if count else "muted"
        painter.setPen(look.color(ink))
        painter.drawText(rect.adjusted(0, 0, -px(6), 0), align | Qt.AlignmentFlag.AlignRight, words)
        painter.setPen(look.color("accent_text" if on else "text"))
        room = rect.adjusted(px(22), 0, -wide - px(12), 0)
        name = option.fontMetrics.elidedText(
            tr(one.text), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, align, name)
        painter.restore()


def key_of(place: int) -> str:
    """The digit that chooses a list: 1 to 9, then 0, then none."""
    return "1234567890"[place] if place < 10 else ""


class ListBar(QListView):
    """Chooses a work list; arrows go along, Enter or → goes to its rows."""

    wanted = Signal(object)  # WorkList
    left = Signal()

    def __init__(self, lists: Sequence[WorkList]) -> None:
        super().__init__()
        self.lists = tuple(lists)
        self.counts: dict[str, int] = {}
        self.setProperty("role", "bare")
        self.setAccessibleName(tr("Work lists"))
        self._model = RowsModel([Column("", self._said)])
        self._model.set_rows(self.lists)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choose(0)

    def _said(self, one: WorkList) -> str:
        return f"{tr(one.text)} {self.counts.get(one.name, '')}".strip()

    @property
    def chosen(self) -> WorkList:
        """The list that is chosen."""
        return self.lists[max(0, self.currentIndex().row())]

    def choose(self, place: int) -> None:
        """The list at a place."""
        if 0 <= place < len(self.lists):
            self.setCurrentIndex(self._model.index(place, 0))

    def choose_name(self, name: str) -> None:
        """The list of a name, if this person has it."""
        self.choose(next((n for n, one in enumerate(self.lists) if one.name == name), -1))

    def set_count(self, name: str, count: int) -> None:
        """How many tickets a list has."""
        self.counts[name] = count
        self.viewport().update()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and previous.isValid():
            self.wanted.emit(self.lists[current.row()])

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Right, keys.Key_Escape):
            self.left.emit()
        elif event.text().strip() and event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
