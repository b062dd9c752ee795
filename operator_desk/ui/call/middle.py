"""The middle column: title by phase, the sentence to say next, and the pane of the phase."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.phase import Phase
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.words import tr


def _titles() -> dict[Phase, tuple[str, str]]:
    """Picture and title by phase."""
    return {
        Phase.NO_CALL: ("headset", tr("Ready for a call")),
        Phase.LISTENING: ("history", tr("This call")),
        Phase.READBACK: ("readback", tr("Readback")),
        Phase.REGISTERING: ("ticket", tr("Register a ticket")),
        Phase.AFTER_CALL: ("clock", tr("After-call work")),
    }


class Middle(QWidget):
    """One pane at a time; never empty. `first` stands above it: the event that fits the call."""

    def __init__(self, panes: Mapping[Phase, QWidget], first: QWidget) -> None:
        super().__init__()
        self._panes = dict(panes)
        frame, layout = card()
        self.title, self.remark = heading(*_titles()[Phase.NO_CALL])
        layout.addWidget(self.title)
        layout.addWidget(first)
        self.count_down = plain_label(role="warn", wrap=True)
        self.count_down.hide()
        layout.addWidget(self.count_down)
        self.say = plain_label(role="say", wrap=True)
        self.say.setAccessibleName("")
        layout.addWidget(self.say)
        self._stack = QStackedWidget()
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        layout.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_phase(self, phase: Phase) -> None:
        """The pane of a phase."""
        known = phase if phase in self._panes else Phase.NO_CALL
        self._stack.setCurrentWidget(self._panes[known])
        self.remark.setText("")
        self.title.show_title(*_titles()[known])

    def show_sentence(self, words: str) -> None:
        """What to say next; "" hides the line."""
        self.say.setText(words)
        self.say.setVisible(bool(words))

    def show_count_down(self, words: str) -> None:
        """What runs down at the moment; "" hides the line. It takes no focus."""
        self.count_down.setText(words)
        self.count_down.setVisible(bool(words))
