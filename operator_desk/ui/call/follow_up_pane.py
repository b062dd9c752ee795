"""The middle column of a follow-up call: what the unit answered, and four questions by digit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.drafted_steps import FollowUpDraft
from operator_desk.domain.numbers import short_ticket_number
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Reply
from operator_desk.services.follow_ups import ToAsk
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.ticket_words import reply_word
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.picker import Choice
from operator_desk.ui.kit.words import later, tr

_REACHED = "reached"
_QUESTIONS = (
    ("contacted", later("Contacted")),
    ("solved", later("Solved")),
    ("unit_rating", later("Content with the unit")),
    ("hotline_rating", later("Content with us")),
)
# The phrase to say at each field.
_SECTIONS = {
    _REACHED: "follow_up",
    "contacted": "follow_up_contacted",
    "solved": "follow_up_solved",
    "unit_rating": "follow_up_unit",
    "hotline_rating": "follow_up_hotline",
    "rework": "follow_up_reason",
    "reason": "follow_up_reason",
}


class _Field(DigitField):
    """A question; it says when the keys come to it, Backspace and Esc leave it."""

    focused = Signal()
    back = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.back.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FollowUpPane(QWidget):
    """Each digit answers and goes on to the next question; the reason comes last."""

    left = Signal()
    asks = Signal()  # another question: another sentence to say

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile = desk, profile
        self.found: ToAsk | None = None  # what the call is about
        self._call: UUID | None = None
        self.section = _SECTIONS[_REACHED]
        self._fields: dict[str, _Field] = {}
        self._labels: dict[str, QLabel] = {}
        self.head, self.answer = plain_label("", wrap=True), plain_label(wrap=True)
        self.state = plain_label("", "muted", wrap=True)
        inner = QWidget()
        inner.setObjectName("inner")
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.head)
        self._layout.addWidget(plain_label(tr("The unit's answer"), "field"))
        self._layout.addWidget(self.answer)
        self._layout.addLayout(self._grid(language))
        self._layout.addWidget(self.state)
        self._layout.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        desk.changed.connect(self.refresh)

    # -- building ------------------------------------------------------------------------

    def _grid(self, language: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 4)
        unreached = [
            Choice(one.code, one.text(language))
            for one in self._profile.reasons.get("not_reached", ())
        ]
        replies = [Choice(reply, reply_word(reply)) for reply in Reply]
        reasons = [
            Choice(one.code, one.text(language))
            for one in self._profile.reasons.get("follow_up", ())
        ]
        again = [Choice(True, tr("once more to the unit")), Choice(False, tr("no"))]
        rows: list[tuple[str, str, list[Choice]]] = [
            (_REACHED, tr("Reached, or why not"), [Choice(_REACHED, tr("reached")), *unreached])
        ]
        rows += [(name, tr(words), replies) for name, words in _QUESTIONS]
        rows += [("rework", tr("Rework"), again), ("reason", tr("Reason"), reasons)]
        for place, (name, words, choices) in enumerate(rows):
            field, label = _Field(choices), plain_label(words, "field", wrap=True)
            field.setAccessibleName(words)
            field.chosen.connect(partial(self._answered, name))
            field.accepted.connect(partial(self._next, name))
            field.back.connect(partial(self._before, name))
            field.left.connect(self.left)
            field.focused.connect(partial(self._focused, name))
            self._fields[name], self._labels[name] = field, label
            if len(choices) > len(Reply):  # long lists get the whole width
                grid.addWidget(label, 2 * place, 0, 1, 2)
                grid.addWidget(field, 2 * place + 1, 0, 1, 2)
            else:
                grid.addWidget(label, 2 * place, 0)
                grid.addWidget(field, 2 * place, 1)
        return grid

    # -- showing -------------------------------------------------------------------------

    @property
    def _asked(self) -> FollowUpDraft | None:
        return self._desk.draft.follow_up if self._desk.draft else None

    def show_found(self, found: ToAsk | None) -> None:
        """What the call is about; None: not known yet."""
        self.found = found
        row = found.row if found else None
        asked = self._asked
        parts = [short_ticket_number(asked.number)] if asked else []
        if found and row:
            parts += [row.title or "", found.unit]
            if found.tries and found.of:
                parts.append(tr("tried {n} times of {of}", n=found.tries, of=found.of))
        self.head.setText("　".join(part for part in parts if part))
        self.answer.setText(found.answer if found and found.answer else tr("None in words."))
        self.refresh()

    def refresh(self) -> None:
        """Shows the answers so far."""
        draft, asked = self._desk.draft, self._asked
        if draft is None or asked is None:
            self._call = None
            return
        if draft.call_id != self._call:
            self._call = draft.call_id
            self._fields[_REACHED].set_value(None)
        for name, _words in _QUESTIONS:
            self._fields[name].set_value(getattr(asked, name))
        if asked.not_reached is not None:
            self._fields[_REACHED].set_value(asked.not_reached)
        elif asked.contacted is not None:
            self._fields[_REACHED].set_value(_REACHED)
        self._fields["reason"].set_value(asked.reason)
        self._fields["rework"].set_value(True if asked.rework else None)
        self._show_field("rework", asked.negative and bool(self.found and self.found.rework))
        self._show_field("reason", asked.negative)
        self.state.setText(self._state(asked))

    def _show_field(self, name: str, shown: bool) -> None:
        self._fields[name].setVisible(shown)
        self._labels[name].setVisible(shown)

    def _state(self, asked: FollowUpDraft) -> str:
        if asked.complete:
            return tr("All asked. F12 ends the call and stores the answers.")
        if self._desk.ended:
            return tr("The call is over; what is missing can still be given. F12 leaves it open.")
        return tr("Backspace: the question before. Not answered yet: {n}", n=len(self._open(asked)))

    def _open(self, asked: FollowUpDraft) -> list[str]:
        open_ = [name for name, _words in _QUESTIONS if getattr(asked, name) is None]
        return open_ + (["reason"] if asked.negative and asked.reason is None else [])

    # -- keys ----------------------------------------------------------------------------

    def take_keys(self) -> None:
        """The keys to the first question without an answer."""
        asked = self._asked
        if asked is None:
            return
        open_ = self._open(asked)
        begun = self._fields[_REACHED].value == _REACHED
        self._to(_REACHED if not begun or not open_ else open_[0])

    def _to(self, name: str) -> None:
        field = self._fields[name]
        field.setFocus()
        # When it has its place: it may have been shown just now.
        QTimer.singleShot(0, field, lambda: self._area.ensureWidgetVisible(field))

    def _focused(self, name: str) -> None:
        self.section = _SECTIONS[name]
        asked = self._asked
        if asked is not None and asked.answered:
            self.section = "follow_up_end"
        self.asks.emit()

    def _shown(self) -> list[str]:
        return [name for name, field in self._fields.items() if not field.isHidden()]

    def _next(self, name: str) -> None:
        shown = self._shown()
        place = shown.index(name) + 1
        self._to(shown[min(place, len(shown) - 1)])
        self._focused(shown[min(place, len(shown) - 1)])

    def _before(self, name: str) -> None:
        shown = self._shown()
        self._to(shown[max(0, shown.index(name) - 1)])

    def _answered(self, name: str, value: Any) -> None:
        give: Callable[..., object] = self._desk.follow_up
        if name == _REACHED and value != _REACHED:
            self._desk.not_reached(value)
            return
        if name == _REACHED:
            give(not_reached=None)
        else:
            give(**{name: value})
        if self._desk.draft is not None and self.isVisible():
            self._next(name)
