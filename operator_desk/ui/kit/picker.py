"""A field that chooses one of many by initials, digits or words; no input method is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingLine

_SHOWN = 9
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: its value, its words, what finds it (lower case), and a remark (the reason)."""

    value: Any
    text: str
    finds: str = ""
    remark: str = ""


Find = Callable[[str], Sequence[Choice]]


def found_in(choices: Sequence[Choice], typed: str, limit: int = _SHOWN) -> list[Choice]:
    """Choices by beginning of initials or words first, then by any part of their words."""
    wanted = typed.strip().lower()
    if not wanted:
        return list(choices[:limit])
    starts, holds = [], []
    for choice in choices:
        keys = choice.finds.split("\n")
        if any(key.startswith(wanted) for key in keys) or choice.text.lower().startswith(wanted):
            starts.append(choice)
        elif any(wanted in key for key in keys) or wanted in choice.text.lower():
            holds.append(choice)
        if len(starts) >= limit:
            break
    return (starts + holds)[:limit]


class _Choices(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Choice] = []

    def set_rows(self, rows: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        remark = f"　{row.remark}" if row.remark else ""
        return f"{index.row() + 1}  {row.text}{remark}"


class PickerField(ComposingLine):
    """A line that filters a list while typing; a digit or Enter takes a row.

    With `latin` the field takes keys as they are (initials, digits): the input method is off.
    `free` lets words stand that no entry has. What was proposed stands in the list while
    nothing is typed, and it opens with the focus as long as nothing was chosen.
    """

    chosen = Signal(object)
    accepted = Signal()  # Enter: on to the next field

    def __init__(self, find: Find, *, latin: bool = True, free: bool = False) -> None:
        super().__init__()
        self._find, self._latin, self._free = find, latin, free
        self.value: Any = None
        self._text = ""
        self._proposed: tuple[Choice, ...] = ()
        self._model = _Choices()
        self._list = QListView(self.window())
        self._list.setProperty("overlay", True)  # lies over the page on purpose
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self._take(index.row(), on=True))
        self._list.hide()
        self.textEdited.connect(self._edited)

    def set_choice(self, value: Any, text: str) -> None:
        """Shows a value without opening the list."""
        self.value, self._text = value, text
        self.setText(text)
        self.setCursorPosition(0)

    def propose(self, choices: Sequence[Choice]) -> None:
        """What is proposed, each with its reason as remark; a list that is open is left alone."""
        self._proposed = tuple(choices)
        if self._proposed and self.value is None and self.hasFocus() and not self.text():
            self.open_list()

    def set_find(self, find: Find) -> None:
        """Another list to choose from."""
        self._find = find

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *args: Any) -> Any:
        # Only this answer switches an engine off for a line edit (see docs/keys.md).
        if query == Qt.InputMethodQuery.ImEnabled and self._latin:
            return False
        return super().inputMethodQuery(query, *args)

    def open_list(self) -> None:
        """Shows the list for what stands in the field (all of it when nothing was typed)."""
        self._show("" if self.text() == self._text else self.text())

    def list_open(self) -> bool:
        """Whether the list is shown."""
        return self._list.isVisible()

    def _edited(self, typed: str) -> None:
        if self._free:
            self.value = None
            self._text = typed
            self.chosen.emit(None)
        self._show(typed)

    def _show(self, typed: str) -> None:
        rows = list(self._find(typed))
        if not typed.strip() and self._proposed:
            rows = list(self._proposed)
        self._model.set_rows(rows)
        if not rows:
            self._list.hide()
            return
        window: QWidget = self.window()
        if self._list.parent() is not window:
            self._list.setParent(window)
        self._place(window, len(rows))
        self._list.setCurrentIndex(self._model.index(0))
        self._list.show()
        self._list.raise_()

    def _place(self, window: QWidget, rows: int) -> None:
        line = self._list.sizeHintForRow(0) or look.current().px(24)
        words = self._list.sizeHintForColumn(0) + look.current().px(24)
        wanted = min(max(self.width(), words), window.width() - 8)
        height = line * rows + 6
        at = self.mapTo(window, QPoint(0, self.height() + 2))
        if at.y() + height > window.height():
            at = self.mapTo(window, QPoint(0, -height - 2))
        left = max(0, min(at.x(), window.width() - wanted - 4))
        self._list.setGeometry(left, max(0, at.y()), wanted, height)

    def _take(self, row: int, *, on: bool) -> None:
        if not 0 <= row < len(self._model.rows):
            return
        choice = self._model.rows[row]
        self.set_choice(choice.value, choice.text)
        self._list.hide()
        self.chosen.emit(choice.value)
        if on:
            self.accepted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._list_key(event):
            super().keyPressEvent(event)

    def _list_key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self._list.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shown:
                self._take(self._list.currentIndex().row(), on=True)
            else:
                self.accepted.emit()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not shown:
                self.open_list()
            else:
                step = 1 if key == Qt.Key.Key_Down else -1
                row = min(max(self._list.currentIndex().row() + step, 0), len(self._model.rows) - 1)
                self._list.setCurrentIndex(self._model.index(row))
            return True
        if key == Qt.Key.Key_Escape and shown:
            self._list.hide()
            return True
        digit = event.text()
        if shown and digit and digit in "123456789" and self._digits_choose():
            self._take(int(digit) - 1, on=True)
            return True
        return False

    def _digits_choose(self) -> bool:
        return self._latin

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.selectAll()
            if self._proposed and self.value is None and self.text() == self._text:
                self.open_list()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self._list.hide()
        if not self._free and self.text() != self._text:
            if not self.text().strip():
                self.set_choice(None, "")
                self.chosen.emit(None)
            else:
                self.setText(self._text)
