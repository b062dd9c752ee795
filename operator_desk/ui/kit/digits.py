"""A short choice shown whole as numbered chips: a digit takes one, Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.picker import Choice


class DigitField(QWidget):
    """Chips that wrap; arrows and digits choose, no input method."""

    chosen = Signal(object)
    accepted = Signal()

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self.value: Any = None
        self._measured: dict[int, list[QRect]] = {}  # asked for again and again by layouts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_value(self, value: Any) -> None:
        """Shows a value."""
        if value != self.value:
            self.value = value
            words = next((one.text for one in self._choices if one.value == value), "")
            self.setAccessibleDescription(words)
            self.update()

    def text(self) -> str:
        """The words of the value; "" without one."""
        return next((one.text for one in self._choices if one.value == self.value), "")

    # -- size ----------------------------------------------------------------------------

    def _boxes(self, width: int) -> list[QRect]:
        if width not in self._measured:
            self._measured[width] = self._measure(width)
        return self._measured[width]

    def changeEvent(self, event: QEvent) -> None:
        self._measured.clear()  # perhaps another font
        super().changeEvent(event)

    def _measure(self, width: int) -> list[QRect]:
        metrics, gap = self.fontMetrics(), 5
        height = metrics.height() + 8
        x, y, boxes = 2, 2, []
        for place, choice in enumerate(self._choices, 1):
            wide = metrics.horizontalAdvance(f"{place} {choice.text}") + 16
            if x > 2 and x + wide > width - 2:
                x, y = 2, y + height + gap
            boxes.append(QRect(x, y, wide, height))
            x += wide + gap
        return boxes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return boxes[-1].bottom() + 4 if boxes else 0

    def sizeHint(self) -> QSize:
        width = max(self.width(), look.current().px(160))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(90), self.heightForWidth(max(self.width(), 90)))

    # -- paint and keys ------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        missing = bool(self.property("missing"))
        rows = zip(self._boxes(self.width()), self._choices, strict=True)
        for place, (box, choice) in enumerate(rows, 1):
            on = choice.value == self.value
            edge = "accent" if on or self.hasFocus() else "warn" if missing else "border"
            painter.setPen(QPen(look.color(edge), 2 if on and self.hasFocus() else 1))
            painter.setBrush(look.color("accent_soft" if on else "surface2"))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(look.color("accent_text" if on else "text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{place} {choice.text}")

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._choices):
            self.set_value(self._choices[place].value)
            self.chosen.emit(self.value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, box in enumerate(self._boxes(self.width())):
            if box.contains(event.position().toPoint()):
                self._take(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in "123456789":
            self._take(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            values = [choice.value for choice in self._choices]
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            at = values.index(self.value) if self.value in values else -1
            self._take((at + step) % len(values))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.update()
