"""Who reads: the voice with its pace, or the operator; one line below the items."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from operator_desk.ui.call.read_aloud import ReadAloud
from operator_desk.ui.kit.flow import FlowLayout, flow_row
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import later, tr

_LOST = {
    "no_voice": later("No voice speaks this language: you read, with the same keys."),
    "no_sound": later("No sound comes out of this computer: you read, with the same keys."),
    "disk": later("The voice finds no room on the disk: you read, with the same keys."),
}


def lost_words(code: str) -> str:
    """Why the voice does not read, and that nothing else changes."""
    return tr(_LOST.get(code, later("The voice has stopped: you read, with the same keys.")))


class VoiceBar(QWidget):
    """Never takes the keys: whoever reads, they belong to the items."""

    hold_wanted = Signal()
    again_wanted = Signal()
    switch_wanted = Signal(bool)

    def __init__(self, aloud: ReadAloud) -> None:
        super().__init__()
        self._aloud = aloud
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        host, row = flow_row()
        outer.addWidget(host)
        self._state = plain_label(role="muted")
        self._state.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._state)
        self._hold = self._button(row, "", self.hold_wanted.emit)
        self._again = self._button(row, tr("Again"), self.again_wanted.emit)
        self._slower = self._button(row, "−", aloud.slower)
        self._slower.setAccessibleName(tr("Slower"))
        self._slower.setToolTip(tr("Slower: the key −"))
        self._faster = self._button(row, "+", aloud.faster)
        self._faster.setAccessibleName(tr("Faster"))
        self._faster.setToolTip(tr("Faster: the key +"))
        self._off = self._button(row, tr("I read"), lambda: self.switch_wanted.emit(False))
        self._off.setToolTip(tr("The voice is switched off; you read the items aloud."))
        aloud.moved.connect(self.refresh)
        self.refresh()

    def _button(self, row: FlowLayout, words: str, pressed: Callable[[], object]) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("role", "chip")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda _on: pressed())
        row.addWidget(made)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._state.setMinimumHeight(self._hold.sizeHint().height())  # its words level with those

    def refresh(self) -> None:
        """Shows who reads now, and what the keys do."""
        aloud = self._aloud
        for button in (self._again, self._slower, self._faster, self._off):
            button.setVisible(aloud.on)
        self._hold.setText(self._hold_words())
        self._state.setText(self._state_words())

    def _state_words(self) -> str:
        aloud = self._aloud
        if aloud.lost:
            return tr("You read: there is no voice.")
        if not aloud.on:
            return tr("You read the items aloud.")
        return tr("Voice {rate} %", rate=aloud.rate)

    def _hold_words(self) -> str:
        aloud = self._aloud
        if aloud.lost:
            return tr("Try again  F4")
        if not aloud.on:
            return tr("Let the voice read  F4")
        if aloud.speaking:
            return tr("Pause  F4")
        return tr("Go on  F4") if aloud.held else tr("Read again  F4")
