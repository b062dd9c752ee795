"""The strip that says what could not be stored, until it is: every failure, none buried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from operator_desk.domain.errors import UserError
from operator_desk.domain.profile import Profile
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.writes import Trouble, What
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence

_MOST = 4


def _what(what: What, time: str) -> str:
    return {
        What.RECORD: tr("Not stored: the record of the call of {time}", time=time),
        What.SEAL: tr("Not stored: the seal of the call of {time}", time=time),
        What.TICKET: tr("Not stored: the ticket of the call of {time}", time=time),
        What.END: tr("Not stored: the end of the call of {time}", time=time),
        What.CLOSE: tr("Not stored: the closed call of {time}; it is kept on this disk", time=time),
        What.SEAT: tr("Not stored: the state of the seat of {time}", time=time),
        What.STEP: tr("Not stored: a step on a ticket, in the call of {time}", time=time),
        What.FLAG: tr("Not stored: the flag on an article of {time}", time=time),
    }[what]


class TroubleBar(QFrame):
    """Stays as long as something is not stored or not on the disk; takes no focus."""

    def __init__(self, desk: CallDesk, profile: Profile) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("level", "danger")
        self.setAccessibleName(tr("Not stored"))
        self._desk, self._profile = desk, profile
        self._since: datetime | None = None
        self._error: Exception | None = None
        self._lines: list[str] = []
        self._texts = QVBoxLayout()
        self._texts.setSpacing(2)
        self._again = button(tr("Try again"))
        self._again.clicked.connect(self.retry)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addLayout(self._texts, 1)
        layout.addWidget(self._again)
        desk.writes.changed.connect(self._refresh)
        desk.keeper.lacking.connect(self._lacking)
        desk.keeper.saved.connect(self._saved)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What the strip says now."""
        return tuple(self._lines)

    def retry(self) -> None:
        """Stores again what could not be stored."""
        self._desk.keeper.retry()
        self._desk.writes.retry()

    def _lacking(self, since: datetime, error: Exception) -> None:
        self._since, self._error = since, error
        self._refresh()

    def _saved(self, _at: datetime) -> None:
        if self._since is not None:
            self._since = self._error = None
            self._refresh()

    def _refresh(self) -> None:
        self._lines = self._words(self._desk.writes.troubles)
        clear(self._texts)
        for line in self._lines:
            self._texts.addWidget(plain_label(line, wrap=True))
        self.setVisible(bool(self._lines))

    def _words(self, troubles: Sequence[Trouble]) -> list[str]:
        lines = []
        if self._since is not None and self._error is not None:
            time = names.local(self._profile, self._since, "%H:%M:%S")
            lines.append(
                tr("Not on disk since {time}: {reason}", time=time, reason=_reason(self._error))
            )
        seats = [trouble for trouble in troubles if trouble.write.what is What.SEAT]
        calls = [trouble for trouble in troubles if trouble.write.what is not What.SEAT]
        for trouble in (*calls, *seats[:1]):
            began = trouble.write.began or trouble.since
            what = _what(trouble.write.what, names.local(self._profile, began, "%H:%M:%S"))
            if trouble in seats[:1] and len(seats) > 1:
                what = tr("Not stored: {n} states of the seat", n=len(seats))
            lines.append(tr("{what}. {reason}", what=what, reason=_reason(trouble.error)))
        if len(lines) > _MOST:
            lines[_MOST - 1 :] = [tr("and {n} more", n=len(lines) - _MOST + 1)]
        return lines


def _reason(error: Exception) -> str:
    if isinstance(error, UserError):
        return sentence(error)
    return tr("This is a fault of the program; your text is kept. Please report it.")
