"""The middle column without a call: what to do, and what is still to register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.numbers import masked
from operator_desk.domain.profile import Profile
from operator_desk.services.calls import Waiting
from operator_desk.ui import names
from operator_desk.ui.call.digit_rows import DigitRows, Row
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.news.reader import NewsReader

_ANY_HEIGHT = 16_777_215  # what Qt calls no limit


class ReadyPane(QWidget):
    """Says how a call begins and what changed since the last shift; a digit opens a call that waits
    for its registration."""

    chosen = Signal(object)  # id of a call
    practice_wanted = Signal()

    def __init__(self, profile: Profile, news: NewsReader) -> None:
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
        practice = button(f"F1 lxdh　{tr('Practice call')}", "flat")
        practice.setProperty("flush", True)  # in line with the words above it
        practice.clicked.connect(self.practice_wanted)
        layout.addWidget(practice, 0, Qt.AlignmentFlag.AlignLeft)
        self.news, self.list = news, DigitRows(tr("Calls still to register"))
        self.news.left.connect(lambda: self.list.setFocus())
        self.news.loaded.connect(lambda _items: self._share_room())
        layout.addWidget(self.news, 3)
        self._told = plain_label(wrap=True)
        self._told.hide()
        layout.addWidget(self._told)
        self._title = plain_label(role="field", wrap=True)
        layout.addWidget(self._title)
        self.list.chosen.connect(self.chosen)
        layout.addWidget(self.list, 2)
        self.show_waiting(())

    def show_waiting(self, calls: Sequence[Waiting]) -> None:
        """The calls that are still to be registered."""
        title = tr("Still to register: {n}. A digit or Enter opens one.", n=len(calls))
        self._title.setText(title if calls else "")
        self.list.set_rows([Row(one.call.id, self._words(one)) for one in calls])
        self._share_room()

    def show_to_call_back(self, n: int) -> None:
        """How many calls wait on told-to lists; none take no room."""
        words = tr("Told-to lists: {n} calls to make. F1, gzmd shows them.", n=n)
        self._told.setText(words if n else "")
        self._told.setVisible(bool(n))

    def _share_room(self) -> None:
        """The room of a list without rows goes to what is to be read."""
        small = self.news.items and not self.list.rows
        self.list.setMaximumHeight(1 if small else _ANY_HEIGHT)

    def take_keys(self) -> None:
        """The keys to what is not read; from there, or without it, to the calls that wait."""
        unread = self.news.items and not self.news.hasFocus()
        (self.news if unread else self.list).setFocus()

    def _words(self, one: Waiting) -> str:
        time = names.local(self._profile, one.call.started_at, "%m-%d %H:%M")
        number = masked(one.call.number) or tr("withheld")
        return f"{time}　{number}\n{one.words}".rstrip()
