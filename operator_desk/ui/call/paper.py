"""When a call that is entered from paper began, and how long it was."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Entry
from operator_desk.domain.times import parse_local
from operator_desk.services.ports import Clock
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.kit.labels import plain_label, restyle
from operator_desk.ui.kit.number_line import NumberLine
from operator_desk.ui.kit.words import tr

_MOST_MINUTES = 600


class PaperRow(QWidget):
    """Two fields, seen only in such a call; what cannot be read is marked and not taken."""

    done = Signal()  # Enter in the last field

    def __init__(self, desk: CallDesk, profile: Profile, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._zone = ZoneInfo(profile.time_zone)
        self.began, self.minutes = NumberLine(), NumberLine()
        self.began.setAccessibleName(tr("When the call began"))
        self.began.setPlaceholderText(tr("14:05 or 11-23 14:05"))
        self.minutes.setAccessibleName(tr("Minutes of talk"))
        self.minutes.setPlaceholderText("3")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(plain_label(tr("From paper: when the call began"), "field"), 0, 0)
        grid.addWidget(plain_label(tr("Minutes of talk"), "field"), 0, 1)
        grid.addWidget(self.began, 1, 0)
        grid.addWidget(self.minutes, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        self.began.textEdited.connect(self._edited)
        self.minutes.textEdited.connect(self._edited)
        self.began.returnPressed.connect(self.minutes.setFocus)
        self.minutes.returnPressed.connect(self.done)
        self.hide()

    def show_call(self) -> None:
        """Another call in hand, or none."""
        draft = self._desk.draft
        paper = draft is not None and draft.entry is Entry.AFTER_CALL
        self.setVisible(paper)
        known = draft is not None and paper and draft.paper_talk_s > 0
        self.began.setText("")
        self.minutes.setText("")
        if draft is not None and known:
            local = draft.started_at.astimezone(self._zone)
            self.began.setText(f"{local:%m-%d %H:%M}")
            self.minutes.setText(str(round(draft.paper_talk_s / 60)))
        self.refresh()

    def refresh(self) -> None:
        """The times can be changed until the first row of the call is stored."""
        for field in (self.began, self.minutes):
            field.setReadOnly(not self._desk.paper_open)

    def trouble(self) -> str:
        """Why the times cannot be taken, "" when they can or are not asked for."""
        if not self._desk.paper_open:
            return ""
        if parse_local(self.began.text(), self._clock(), self._zone) is None:
            return tr(
                "When did the call begin? Type it as 14:05 or 11-23 14:05; not in the future."
            )
        if self._minutes() is None:
            return tr("How many minutes was the call? Type a whole number.")
        return ""

    def _minutes(self) -> int | None:
        text = self.minutes.text().strip()
        return int(text) if text.isdecimal() and int(text) <= _MOST_MINUTES else None

    def _edited(self) -> None:
        began = parse_local(self.began.text(), self._clock(), self._zone)
        minutes = self._minutes()
        restyle(self.began, "missing", began is None)
        restyle(self.minutes, "missing", minutes is None)
        if began is not None:
            self._desk.set_paper(began, (minutes or 0) * 60)
