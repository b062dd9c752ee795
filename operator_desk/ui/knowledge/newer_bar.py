"""The bar inside an open article: another version has come; the text stays until Enter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from operator_desk.services.reading import Newer
from operator_desk.ui.kit.icons import Picture
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.words import tr


class NewerBar(QFrame):
    """Takes no focus by itself."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.newer: Newer | None = None
        self.setProperty("role", "notice")
        restyle(self, "level", "warn")
        self._words = plain_label(wrap=True)
        self._show = button(tr("Show it"), "", "", "Enter")
        self._show.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 4)
        layout.addWidget(Picture("history", "warn", 18))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._show)
        self.hide()

    def show_newer(self, newer: Newer | None, when: str) -> None:
        """What has come, and when by the hotline's clock; None: the newest is on the screen."""
        self.newer = newer
        if newer is not None:
            words = tr("A newer version was published at {time}.", time=when)
            if newer.withdrawn:
                words = tr("This article was withdrawn at {time}: do not tell it.", time=when)
            self._words.setText(words)
            self._show.setVisible(not newer.withdrawn)
            self.setAccessibleName(words)
        self.setVisible(newer is not None)
