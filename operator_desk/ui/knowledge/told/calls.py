"""The calls of one told-to list: Enter calls back, letters say what became of a call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from operator_desk.domain.profile import Profile
from operator_desk.domain.recalls import ToldCall
from operator_desk.ui import names
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.told.words import STATES


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be done with the call in hand: its letter, its words, its picture."""

    name: str
    letter: str
    words: str
    picture: str = ""


CALL = Choice("call", "Enter", later("Call back"), "phone-out")
CHOICES = (
    CALL,
    Choice("not_reached", "R", later("Nobody reached")),
    Choice("called", "C", later("Told another way…")),
    Choice("not_needed", "N", later("Not needed…")),
    Choice("open", "O", later("Open the article")),
)
_ORDER = tuple(STATES)


class CallsTable(RowsView):
    """What is still to be done stands first; a click only chooses a row."""

    wanted = Signal(str, object)  # the name of a choice, the call
    left = Signal()

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._staff: Mapping[UUID, str] = {}
        super().__init__(self._columns(), tr("Calls of the list"))
        self.clicked.disconnect()
        self.opened.connect(lambda call: self.wanted.emit(CALL.name, call))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("Told at"), self._time, 12),
            Column(tr("Operator"), self._operator, 10),
            Column(tr("Number"), lambda call: call.number or tr("none"), 13),
            Column(tr("Ticket"), lambda call: "、".join(call.tickets)),
            Column(tr("State"), lambda call: tr(STATES[call.state]), 15),
            Column(tr("Tries"), lambda call: str(call.tries or ""), 5),
        )

    def _time(self, call: ToldCall) -> str:
        return names.local(self._profile, call.told_at, "%m-%d %H:%M") if call.told_at else ""

    def _operator(self, call: ToldCall) -> str:
        if call.secret:
            return tr("secret")
        return self._staff.get(call.operator, tr("this machine")) if call.operator else ""

    def show_calls(self, calls: tuple[ToldCall, ...], staff: Mapping[UUID, str]) -> None:
        """The calls of a list; the keys stay on the call they stood on, else on the next one."""
        at = self.currentIndex().row()
        before = self.call
        self._staff = staff
        rows = sorted(calls, key=lambda call: _ORDER.index(call.state))
        self.set_rows(rows)
        if before is None or not rows:
            return
        ids = [row.call_id for row in rows]
        same = ids.index(before.call_id) if before.call_id in ids else None
        moved = same is None or rows[same].state is not before.state
        self.selectRow(min(at, len(rows) - 1) if moved or same is None else same)

    @property
    def call(self) -> ToldCall | None:
        """The call that the keys stand on."""
        row, rows = self.currentIndex().row(), self.rows.rows
        return rows[row] if 0 <= row < len(rows) else None

    def want(self, name: str) -> None:
        """Wants something done with the call in hand."""
        if self.call is not None:
            self.wanted.emit(name, self.call)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        choice = next((one for one in CHOICES if typed and one.letter == typed), None)
        if choice is not None:
            self.want(choice.name)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
