"""A table over dataclasses: columns say their title and how a row's cell reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from operator_desk.ui.kit import look

AnyIndex = QModelIndex | QPersistentModelIndex
_PICKING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Column:
    """One column: title, the cell's text, its width in digits (0: takes the rest)."""

    title: str
    cell: Callable[[Any], str]
    width: int = 0


class RowsModel(QAbstractTableModel):
    """Rows of one kind."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Any] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        text = self.columns[index.column()].cell(self.rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tooltip reads markup when it finds some: plain text only.
            return "" if "<" in text else text
        return text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None


class RowsView(QTableView):
    """Shows rows; Enter or a click opens one.

    With `many`, Shift, Ctrl and Ctrl+A pick several, and a click with Shift or Ctrl only picks.
    """

    opened = Signal(object)
    chosen = Signal(object)  # the row the keys stand on, None without rows
    picked = Signal(int)  # how many rows are picked

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        many: bool = False,
        model: RowsModel | None = None,
    ) -> None:
        super().__init__()
        self.rows = model or RowsModel(columns)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.clicked.connect(self._clicked)
        self.fit()

    def fit(self) -> None:
        """Widths for the font in use."""
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        padding = look.current().px(18)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(place, metrics.horizontalAdvance("0") * column.width + padding)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 14)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Other rows; the first is chosen."""
        self.rows.set_rows(rows)
        if rows:
            self.selectRow(0)
        else:
            self.chosen.emit(None)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() < len(self.rows.rows):
            self.chosen.emit(self.rows.rows[current.row()])

    def picks(self) -> list[Any]:
        """The rows that are picked, from the top."""
        found: set[int] = set()
        for part in self.selectionModel().selection():  # type: ignore[attr-defined]
            found.update(range(part.top(), part.bottom() + 1))
        return [self.rows.rows[row] for row in sorted(found)]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit(len(self.picks()))

    def _clicked(self, index: QModelIndex) -> None:
        held = QApplication.keyboardModifiers() & _PICKING
        if held and self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection:
            return
        self._open(index.row())

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.rows.rows):
            self.opened.emit(self.rows.rows[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
