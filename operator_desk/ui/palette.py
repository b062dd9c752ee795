"""F1: every action by its words or initials, with the keys of this state first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from operator_desk.ui.actions import Action
from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.number_line import NumberLine
from operator_desk.ui.kit.table import Column, RowsView
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
        self._window = parent
        self.setProperty("role", "card")
        self.setProperty("overlay", True)  # lies over the page on purpose
        self._actions: tuple[Action, ...] = ()
        self._came_from: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(tr("All actions"), "title"))
        self._line = _Line()
        self._line.setPlaceholderText(tr("Words or initials"))
        self._line.setAccessibleName(tr("All actions"))
        self._line.textChanged.connect(self._filter)
        self._line.returnPressed.connect(self._run)
        self._line.moved.connect(self._move)
        self._line.given_up.connect(self.close_palette)
        columns = (
            Column(tr("Action"), lambda action: tr(action.text)),
            Column(tr("Keys"), lambda action: " / ".join(action.keys), 14),
        )
        self._list = RowsView(columns, tr("All actions"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.horizontalHeader().hide()
        self._list.opened.connect(lambda _action: self._run())
        layout.addWidget(self._line)
        layout.addWidget(self._list, 1)
        self.hide()

    def open_with(self, actions: Sequence[Action]) -> None:
        """Shows the actions that work now."""
        self._actions = tuple(action for action in actions if action.name != "all_actions")
        parent = self._window
        width = min(look.current().px(520), parent.width() - 40)
        height = min(look.current().px(560), parent.height() - 80)
        self.setGeometry((parent.width() - width) // 2, 56, width, height)
        self._came_from = QApplication.focusWidget()
        self._line.clear()
        self._filter("")
        self.show()
        self.raise_()
        self._line.setFocus()

    def close_palette(self) -> None:
        """Puts it away; the cursor goes back to where it was, else the window places it."""
        self.hide()
        field, fields = self._came_from, self._window.findChildren(QWidget)
        if field is not None and field in fields and field.isVisible():
            field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)  # what is selected stays so
        else:
            self.closed.emit()

    def _filter(self, typed: str) -> None:
        wanted = typed.strip().lower()
        self._list.fit()
        self._list.set_rows([action for action in self._actions if _fits(action, wanted)])

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        self._list.selectRow(min(max(row, 0), len(self._list.rows.rows) - 1))

    def _run(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._list.rows.rows):
            name = self._list.rows.rows[row].name
            self.close_palette()
            self.wanted.emit(name)


def _fits(action: Action, wanted: str) -> bool:
    return (
        not wanted
        or action.initials.startswith(wanted)
        or wanted in tr(action.text).lower()
        or wanted in action.text.lower()
        or any(wanted == key.lower() for key in action.keys)
    )
