"""The middle column without a call: what to do, and what is still to register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.numbers import masked
from operator_desk.domain.profile import Profile
from operator_desk.domain.views import CallRow
from operator_desk.ui import names
from operator_desk.ui.kit.labels import clear, plain_label
from operator_desk.ui.kit.words import tr

_MOST = 10


class ReadyPane(QWidget):
    """Says how a call begins; lists calls that wait for registration."""

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
        self._title = plain_label(role="field")
        layout.addWidget(self._title)
        self._rows = QVBoxLayout()
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def show_waiting(self, calls: Sequence[CallRow]) -> None:
        """The calls that are still to be registered."""
        clear(self._rows)
        self._title.setText(tr("Still to register: {n}", n=len(calls)) if calls else "")
        for call in calls[:_MOST]:
            time = names.local(self._profile, call.started_at, "%m-%d %H:%M")
            self._rows.addWidget(plain_label(f"{time}　{masked(call.number)}", "chip"))
