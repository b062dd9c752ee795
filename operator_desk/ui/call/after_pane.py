"""The middle column after the call: the outcome in one line, tickets, seals, what was told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain import call_flow
from operator_desk.domain.draft import Draft
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Outcome
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.guide import GuideField
from operator_desk.ui.call.ticket_words import taken_words
from operator_desk.ui.kit import look
from operator_desk.ui.kit.labels import clear, plain_label, restyle
from operator_desk.ui.kit.words import tr


class OutcomeLine(QWidget):
    """The outcomes with their digits; a digit or a click takes another one.

    Enter lets it stand, Backspace goes back to what was proposed.
    """

    chosen = Signal(object)  # Outcome, None for the proposal
    confirmed = Signal()

    def __init__(self, profile: Profile, language: str) -> None:
        super().__init__()
        self._profile, self._language = profile, language
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Outcome of the call"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        self._labels = {}
        for choice in profile.outcomes:
            label = plain_label(f"{choice.digit}　{choice.text(language)}", "chip")
            self._labels[choice.value] = label
            layout.addWidget(label)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Marks the outcome that stands."""
        for choice in self._profile.outcomes:
            label, stands = self._labels[choice.value], choice.value == outcome
            words = f"{choice.digit}　{choice.text(self._language)}"
            label.setText(tr("{choice}　← stands", choice=words) if stands else words)
            restyle(label, "level", "accent" if stands else None)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digits = {choice.digit: choice.value for choice in self._profile.outcomes}
        if event.text() in digits:
            self.chosen.emit(Outcome(digits[event.text()]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for value, label in self._labels.items():
            if label.geometry().contains(event.position().toPoint()):
                self.chosen.emit(Outcome(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class AfterPane(QWidget):
    """After-call work."""

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self.line = OutcomeLine(profile, language)
        self.line.chosen.connect(self._choose)
        self.guide = GuideField()
        self.guide.chosen.connect(lambda number: desk.choose_outcome(Outcome.GUIDED, number or ""))
        self.guide.accepted.connect(self.line.setFocus)
        self.guide.hide()
        self._lines: list[tuple[str, str]] = []
        self._talk = plain_label(role="muted")
        self._done_host = QWidget()
        self._done = QVBoxLayout(self._done_host)
        self._done.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(tr("Outcome: taken unless a digit changes it"), "field"))
        layout.addWidget(self.line)
        layout.addWidget(self.guide)
        layout.addWidget(self._talk)
        layout.addWidget(self._done_host)
        layout.addStretch(1)
        hint = tr("F12: after-call work done · F2: next call · F11: still register a ticket")
        layout.addWidget(plain_label(hint, "muted", wrap=True))
        desk.changed.connect(self.refresh)

    def ask_guide(self) -> None:
        """Asks for the line the caller was guided to."""
        self._choose(Outcome.GUIDED)

    def _choose(self, outcome: Outcome | None) -> None:
        self._desk.choose_outcome(outcome)
        if outcome is Outcome.GUIDED:
            self.guide.show()
            self.guide.setFocus()

    def refresh(self) -> None:
        """Shows the ended call."""
        draft = self._desk.draft
        if draft is None or draft.ended_at is None or draft.phase is not Phase.AFTER_CALL:
            return
        self.line.show_outcome(self._desk.outcome)
        self.guide.setVisible(self._desk.outcome is Outcome.GUIDED)
        self.guide.show_number(draft.guided_to)
        time = names.clock_text(call_flow.talk_s(draft))
        self._talk.setText(tr("Talk time {time}", time=time))
        self._show_done(_done(draft))

    def _show_done(self, lines: list[tuple[str, str]]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._done)
        for words, role in lines:
            self._done.addWidget(plain_label(words, role, wrap=True))


def _done(draft: Draft) -> list[tuple[str, str]]:
    """What the call led to, line by line: words and look."""
    lines = []
    for matter in draft.matters:
        lines += [(tr("Told: {title}", title=told.title), "") for told in matter.standing_told]
        lines += [(taken_words(step.action, step.number), "") for step in matter.taken]
        if matter.ticket:
            lines.append((tr("Ticket {number}", number=matter.ticket.number), "number"))
        if matter.rehearsed_at is not None:
            lines.append((tr("Practice: the ticket is complete. Nothing was sent."), "ok"))
        lines += [(tr("Sealed, no. {number}", number=seal.number), "") for seal in matter.seals]
    return lines
