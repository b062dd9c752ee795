"""Calls that were not finished when the program ended: go on with them, or close them.

The same strip asks for the reason of *not ready*: both are one question with few answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from operator_desk.domain import call_flow
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.domain.numbers import masked
from operator_desk.domain.state import DAMAGED, from_state
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Calls of the journal with what the store acknowledged; how many were damaged on the disk."""

    drafts: tuple[Draft, ...]
    damaged: int = 0
    unreadable: int = 0


def read_unfinished(parts: Parts) -> Unfinished:
    """What the journal kept; a call that is damaged is read as far as it can be."""
    drafts, damaged, unreadable = [], 0, 0
    for state in parts.journal.unfinished():
        try:
            drafts.append(parts.calls.reconciled(from_state(Draft, state)))
            damaged += DAMAGED in state
        except (ValueError, LookupError, TypeError):
            unreadable += 1
    return Unfinished(tuple(drafts), damaged, unreadable)


class RecoveryBar(QFrame):
    """Offers each unfinished call once; asks for a seat's reason."""

    resumed = Signal(object)  # Draft
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("level", "warn")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._parts, self._actor = parts, actor
        self._waiting: list[Draft] = []
        self._digits: dict[str, Callable[[], None]] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 6, 14, 6)
        self.hide()

    def look(self) -> None:
        """Reads the journal and offers what it finds."""
        parts = self._parts
        self._parts.lanes.read.submit(lambda: read_unfinished(parts), self._found, self.failed.emit)

    def _found(self, found: Unfinished) -> None:
        self._waiting = list(found.drafts)
        if found.damaged:
            text = "{n} saved calls were damaged: what can be read is here, the files are kept."
            self.failed.emit(UserError(text, n=found.damaged))
        if found.unreadable:
            text = "{n} saved calls cannot be read by this version; their files are kept."
            self.failed.emit(UserError(text, n=found.unreadable))
        self._offer()

    def _offer(self) -> None:
        clear(self._layout)
        self._digits = {}
        if not self._waiting:
            self.hide()
            return
        draft = self._waiting[0]
        began = names.local(self._parts.profile, draft.started_at, "%m-%d %H:%M:%S")
        count = sum(len(line.words) for matter in draft.matters for line in matter.lines)
        words = tr(
            "A call of {time}, number {number}, was not finished: {count} characters are kept.",
            time=began,
            number=masked(draft.number) or tr("withheld"),
            count=count,
        )
        self._layout.addWidget(plain_label(words, wrap=True), 1)
        self._answer("1", tr("Go on with it"), self._go_on, "primary")
        self._answer("2", tr("Close it as it is"), self._close)
        self.show()
        self.setFocus()

    def _answer(self, digit: str, words: str, run: Callable[[], None], role: str = "") -> None:
        made = button(f"{digit}  {words}", role)
        made.clicked.connect(run)
        self._layout.addWidget(made)
        self._digits[digit] = run

    def _go_on(self) -> None:
        draft = self._waiting.pop(0)
        self._offer()
        self.resumed.emit(draft)

    def _close(self) -> None:
        draft, parts = self._waiting.pop(0), self._parts
        stamp = parts.calls.stamp()

        def work() -> None:
            ended = call_flow.hung_up(draft, draft.ended_at or _last_sign(draft), stamp)
            parts.calls.end(ended, draft.ends[-1].outcome if draft.ends else None)
            parts.calls.close(ended, max(stamp.at, ended.ended_at or stamp.at))
            parts.journal.drop(draft.call_id)

        parts.lanes.write.submit(work, lambda _done: self._offer(), self.failed.emit)

    def ask_seat(self, chosen: Callable[[str | None, str], None]) -> None:
        """Asks for the seat's state: 0 ready, or the digit of a reason."""
        clear(self._layout)
        self._digits = {}

        def take(code: str | None, words: str) -> None:
            self._offer()
            chosen(code, words)

        self._answer("0", tr("Ready"), lambda: take(None, ""), "primary")
        for reason in self._parts.profile.reasons.get("not_ready", ()):
            if reason.digit:
                words = reason.text(self._parts.language)
                self._answer(reason.digit, words, lambda c=reason.code, w=words: take(c, w))
        self._layout.addStretch(1)
        self.show()
        self.setFocus()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self._digits.get(event.text())
        if run is not None:
            run()
        elif event.key() == Qt.Key.Key_Escape and not self._waiting:
            self.hide()
        else:
            super().keyPressEvent(event)


def _last_sign(draft: Draft) -> datetime:
    """When the call was last known to run: its last row of any kind, at least its start."""
    signs = [draft.started_at]
    for matter in draft.matters:
        signs += [line.typed_at for line in matter.lines]
        signs += [run.at for run in matter.readbacks]
        signs += [
            given.at for run in matter.readbacks for item in run.items for given in item.given
        ]
        signs += [told.at for told in matter.told]
    return max(signs)
