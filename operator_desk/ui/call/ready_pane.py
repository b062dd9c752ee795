"""The middle column without a call: what to do, and what is still to register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.numbers import masked
from operator_desk.domain.profile import Profile
from operator_desk.services.calls import Waiting
from operator_desk.ui import names
from operator_desk.ui.call.digit_rows import DigitRows, Row
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr


class ReadyPane(QWidget):
    """Says how a call begins; a digit opens a call that waits for its registration."""

    chosen = Signal(object)  # id of a call

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for key, words in (
            ("F2", tr("takes a call")),
            ("F3", tr("searches the knowledge base, also without a call")),
            ("F1", tr("shows every action with its key")),
        ):
            layout.addWidget(plain_label(f"{key}　{words}", wrap=True))
        self._title = plain_label(role="field", wrap=True)
        layout.addWidget(self._title)
        self.list = DigitRows(tr("Calls still to register"))
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 1)
        self.show_waiting(())

    def show_waiting(self, calls: Sequence[Waiting]) -> None:
        """The calls that are still to be registered."""
        title = tr("Still to register: {n}. A digit or Enter opens one.", n=len(calls))
        self._title.setText(title if calls else "")
        self.list.set_rows([Row(one.call.id, self._words(one)) for one in calls])

    def _words(self, one: Waiting) -> str:
        time = names.local(self._profile, one.call.started_at, "%m-%d %H:%M")
        number = masked(one.call.number) or tr("withheld")
        return f"{time}　{number}\n{one.words}".rstrip()
