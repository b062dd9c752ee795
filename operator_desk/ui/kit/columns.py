"""The call page's columns: three beside each other, or two where the window is too narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition

NARROW_BELOW = 1000  # pixels at 100 %


class Columns(QWidget):
    """First, middle, last; with little room middle and last take turns at the right."""

    folded = Signal(bool)  # whether the last two take turns now

    def __init__(self, parent: QWidget, first: QWidget, middle: QWidget, last: QWidget) -> None:
        super().__init__(parent)
        self._middle, self._last = middle, last
        self._narrow = False
        self._wanted = middle
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for column, share in ((first, 38), (middle, 30), (last, 34)):
            # The shares alone decide: a long word must not push the other columns about.
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(column, share)

    @property
    def narrow(self) -> bool:
        """Whether middle and last take turns."""
        return self._narrow

    def bring(self, column: QWidget) -> None:
        """Makes sure that a column is to be seen."""
        self._wanted = column
        self._show()

    def fit(self) -> None:
        """Takes the room that there is for the font in use."""
        narrow = self.width() < look.current().px(NARROW_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()
            self.folded.emit(narrow)

    def _show(self) -> None:
        for column in (self._middle, self._last):
            wanted = not self._narrow or column is self._wanted
            if column.isHidden() == wanted:
                flush_composition()  # hiding takes the focus, and the composition with it
                column.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
