"""F1: every action by its words or initials, with the keys of this state first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from operator_desk.ui.actions import Action
from operator_desk.ui.call.form import NumberLine
from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr


class _Line(NumberLine):
    moved = Signal(int)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class Palette(QFrame):
    """Lies over the window; Enter runs the action, Esc closes."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._actions: tuple[Action, ...] = ()
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(tr("All actions"), "title"))
        self._line = _Line()
        self._line.setPlaceholderText(tr("Words or initials"))
        self._line.textChanged.connect(self._filter)
        self._line.returnPressed.connect(self._run)
        self._line.moved.connect(self._move)
        self._line.given_up.connect(self.close_palette)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(lambda _item: self._run())
        self._list.setAccessibleName(tr("All actions"))
        layout.addWidget(self._line)
        layout.addWidget(self._list, 1)
        self.hide()

    def open_with(self, actions: Sequence[Action]) -> None:
        """Shows the actions that work now."""
        self._actions = tuple(action for action in actions if action.name != "all_actions")
        parent = self.parentWidget()
        width = min(look.current().px(520), parent.width() - 40)
        height = min(look.current().px(560), parent.height() - 80)
        self.setGeometry((parent.width() - width) // 2, 56, width, height)
        self._line.clear()
        self._filter("")
        self.show()
        self.raise_()
        self._line.setFocus()

    def close_palette(self) -> None:
        """Puts it away; the window gives the focus back."""
        self.hide()
        self.closed.emit()

    def _filter(self, typed: str) -> None:
        wanted = typed.strip().lower()
        self._list.clear()
        for action in self._actions:
            words = tr(action.text)
            if wanted and not (
                action.initials.startswith(wanted)
                or wanted in words.lower()
                or wanted in action.text.lower()
                or any(wanted == key.lower() for key in action.keys)
            ):
                continue
            keys = " / ".join(action.keys)
            item = QListWidgetItem(f"{words}　　{keys}" if keys else words)
            item.setData(Qt.ItemDataRole.UserRole, action.name)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        row = min(max(self._list.currentRow() + step, 0), self._list.count() - 1)
        self._list.setCurrentRow(row)

    def _run(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.close_palette()
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
