"""A card as numbered steps that are read one after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from operator_desk.domain.basis import Steps
from operator_desk.ui.kit.labels import clear, plain_label
from operator_desk.ui.kit.words import tr


class StepsList(QWidget):
    """Every step with its number; what stands around them above and below."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps of the card"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_steps(self, steps: Steps | None) -> None:
        """Other steps; None hides the list."""
        clear(self._grid)
        self.setVisible(steps is not None)
        if steps is None:
            return
        if steps.before:
            self._grid.addWidget(plain_label(steps.before, "warn", wrap=True), 0, 0, 1, 2)
        for n, words in enumerate(steps.steps, 1):
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            self._grid.addWidget(plain_label(str(n), "key"), n, 0, top)
            self._grid.addWidget(plain_label(words, "step", wrap=True), n, 1)
        if steps.after:
            last = len(steps.steps) + 1
            self._grid.addWidget(plain_label(steps.after, "muted", wrap=True), last, 0, 1, 2)
