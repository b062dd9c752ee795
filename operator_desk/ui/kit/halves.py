"""Two columns beside each other, or in turns where there is little room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.columns import NARROW_BELOW
from operator_desk.ui.kit.composing import flush_composition


class Halves(QWidget):
    """Left and right with their shares of the width; with little room the one that was brought."""

    def __init__(self, left: QWidget, right: QWidget, shares: tuple[int, int] = (50, 50)) -> None:
        super().__init__()
        self._sides, self._front = (left, right), left
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for side, share in zip(self._sides, shares, strict=True):
            # The shares alone decide: a long word must not push the other side about.
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(side, share)
        self._fit()

    @property
    def narrow(self) -> bool:
        """Whether the two take turns."""
        return self.width() < look.current().px(NARROW_BELOW)

    def bring(self, side: QWidget) -> None:
        """Makes sure that one of the two is to be seen."""
        self._front = side
        self._fit()

    def _fit(self) -> None:
        for side in self._sides:
            wanted = not self.narrow or side is self._front
            if side.isHidden() == wanted:
                flush_composition()  # hiding takes the focus, and the composition with it
                side.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
