"""The notice bar over pages that have none of their own: first start, sign-in."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from operator_desk.ui.kit.notices import NoticeBar


class ShellBar(NoticeBar):
    """Lies across the top of its parent; takes no focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)

    def place(self) -> None:
        """As wide as the parent, as high as the sentence needs."""
        parent = self.parentWidget()
        if parent is not None:
            width = parent.width()
            height = max(self.sizeHint().height(), self.heightForWidth(width))
            self.setGeometry(0, 0, width, height)
            self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()
