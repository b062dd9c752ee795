"""The search box: what is typed, and the keys that lead out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.words import tr


class SearchLine(ComposingLine):
    """The query; ↓ goes to the hits, Esc gives it up, ← and → in the empty line choose a kind."""

    down = Signal()
    given_up = Signal()
    deserted = Signal()  # the keys went elsewhere
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Search the knowledge base"))
        self.setPlaceholderText(tr("F3: words, initials, or a number"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.down.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.text():
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deserted.emit()
