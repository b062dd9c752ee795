"""Two panels beside each other, or in turns where the window is narrow or the font large."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.columns import NARROW_BELOW
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row


class TwoCards(QWidget):
    """`front` is the panel that is to be seen where there is room for one only."""

    def __init__(
        self, first: QWidget, second: QWidget, words: tuple[str, str], shares: tuple[int, int]
    ) -> None:
        super().__init__()
        self._cards, self.front = (first, second), first
        self._chips, row = flow_row()
        self._buttons = []
        for text, shown in zip(words, self._cards, strict=True):
            chip = QPushButton(text)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, wanted=shown: self.bring(wanted))
            self._buttons.append(chip)
            row.addWidget(chip)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        for shown, share in zip(self._cards, shares, strict=True):
            beside.addWidget(shown, share)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._chips)
        outer.addLayout(beside, 1)
        self._fit()

    def bring(self, card: QWidget) -> None:
        """Makes sure that one of the two is to be seen."""
        flush_composition()
        self.front = card
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < look.current().px(NARROW_BELOW)
        self._chips.setVisible(narrow)
        for chip, card in zip(self._buttons, self._cards, strict=True):
            chip.setChecked(card is self.front)
            card.setVisible(not narrow or card is self.front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
