"""Rows that a digit, Enter or a click chooses: calls that wait, the history of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from operator_desk.ui.kit import look
from operator_desk.ui.kit.wrapped import wrapped

AnyIndex = QModelIndex | QPersistentModelIndex
_NEW_LINE = "\u2028"  # as text that is laid out has it


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its value and its words; `digit` chooses it instead of its place.

    `off`: it cannot be chosen now, its words say why; it is shown paler.
    """

    value: Any
    text: str
    digit: str = ""
    off: bool = False


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.digit(index.row())} {self.rows[index.row()].text}"
        return None

    def digit(self, row: int) -> str:
        """What chooses a row; "·" when nothing but the arrows and Enter does."""
        return self.rows[row].digit or (str(row + 1) if row < 9 else "·")


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model) -> None:
        super().__init__()
        self._model = model

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(look.current().px(36), 8, -8, -8)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        words = self._laid_out(index.row(), option.font, QRect(0, 0, width, 0))
        return QSize(width, ceil(words.boundingRect().height()) + 18)

    def _laid_out(self, row: int, font: QFont, rect: QRect) -> QTextLayout:
        text = self._model.rows[row].text.replace("\n", _NEW_LINE)
        return wrapped(text, font, self._inner(rect).width())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view, rect = option.widget, option.rect
        on = isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index
        painter.setPen(QPen(look.color("accent" if on else "border"), 1.4 if on else 1))
        painter.setBrush(look.color("accent_soft" if on else "surface2"))
        painter.drawRoundedRect(QRectF(rect.adjusted(1, 2, -2, -2)), 8, 8)
        side = look.current().px(20)
        where = QRect(rect.left() + 9, rect.top() + 8, side, side)
        row = self._model.rows[index.row()]
        painter.setPen(look.color("muted" if row.off else "text"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._model.digit(index.row()))
        words = self._laid_out(index.row(), option.font, rect)
        words.draw(painter, QPointF(self._inner(rect).topLeft()))
        painter.restore()


class DigitRows(QListView):
    """The rows; what is chosen comes as the row's value."""

    chosen = Signal(object)
    left = Signal()  # Esc: back to where the cursor was

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Model()
        self.setProperty("role", "bare")
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self._model))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._choose(index.row()))

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the keys stay on the value they stood on."""
        at = self.currentIndex().row()
        value = self.rows[at].value if 0 <= at < len(self.rows) else None
        self._model.set_rows(rows)
        if rows:
            values = [row.value for row in rows]
            place = values.index(value) if value in values else 0
            self.setCurrentIndex(self._model.index(place))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.rows):
            self.setCurrentIndex(self._model.index(row))
            self.chosen.emit(self.rows[row].value)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() and event.text() in "123456789":
            digits = [self._model.digit(row) for row in range(len(self.rows))]
            if event.text() in digits:
                self._choose(digits.index(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
