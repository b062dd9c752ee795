"""The middle column: title by phase, the sentence to say next, and the pane of the phase."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.phase import Phase
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.words import tr


def _titles() -> dict[Phase | str, tuple[str, str]]:
    """Picture and title by phase."""
    return {
        Phase.NO_CALL: ("headset", tr("Ready for a call")),
        Phase.LISTENING: ("history", tr("This call")),
        Phase.READBACK: ("readback", tr("Readback")),
        Phase.REGISTERING: ("ticket", tr("Register a ticket")),
        Phase.AFTER_CALL: ("clock", tr("After-call work")),
    }


class _Panes(QStackedWidget):
    """As high as the pane in front wants; Qt would ask for the highest of all."""

    def hasHeightForWidth(self) -> bool:
        return False


class Middle(QWidget):
    """One pane at a time; never empty. `first` stands above it: the event that fits the call."""

    def __init__(self, panes: Mapping[Phase, QWidget], first: QWidget) -> None:
        super().__init__()
        self._panes: dict[Phase | str, QWidget] = {}
        for phase, pane in panes.items():
            self._panes[phase] = pane
        self._titles = _titles()
        frame, layout = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.title, self.remark = heading(*self._titles[Phase.NO_CALL])
        layout.addWidget(self.title)
        layout.addWidget(first)
        self.count_down = plain_label(role="warn", wrap=True)
        self.count_down.hide()
        layout.addWidget(self.count_down)
        self.say = plain_label(role="say", wrap=True)
        self.say.setAccessibleName("")
        layout.addWidget(self.say)
        self._stack = _Panes(frame)
        layout.addWidget(self._stack, 1)
        for pane in self._panes.values():
            self._stack.addWidget(pane)

    def add(self, name: str, pane: QWidget, picture: str, title: str) -> None:
        """A pane that stands in for that of a phase."""
        self._panes[name], self._titles[name] = pane, (picture, title)
        self._stack.addWidget(pane)

    def show_phase(self, phase: Phase | str) -> None:
        """The pane of a phase, or one with a name of its own."""
        known = phase if phase in self._panes else Phase.NO_CALL
        for pane in self._panes.values():
            # The room is for the pane in front, whatever the others would need.
            shown = pane is self._panes[known]
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            pane.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._stack.setCurrentWidget(self._panes[known])
        self.remark.setText("")
        self.title.show_title(*self._titles[known])

    def show_sentence(self, words: str) -> None:
        """What to say next; "" hides the line."""
        self.say.setText(words)
        self.say.setVisible(bool(words))

    def show_count_down(self, words: str) -> None:
        """What runs down at the moment; "" hides the line. It takes no focus."""
        self.count_down.setText(words)
        self.count_down.setVisible(bool(words))
