"""What was learned from told articles: struck, pinned and forgotten by editors."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.knowledge_terms import LearnedAction
from operator_desk.domain.language import LearnedPair, LearnedTable, PairState
from operator_desk.services.people import Actor
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.names import local
from operator_desk.ui.parts import Parts

_MOST = 500
_ACTIONS = (
    (LearnedAction.STRUCK, later("Strike")),
    (LearnedAction.PINNED, later("Pin")),
    (LearnedAction.CLEARED, later("As learned")),
)
_STATE_OF = {
    LearnedAction.STRUCK: PairState.STRUCK,
    LearnedAction.PINNED: PairState.PINNED,
    LearnedAction.CLEARED: PairState.LEARNED,
}
_STATES = {
    PairState.STRUCK: later("struck"),
    PairState.PINNED: later("pinned"),
}
_Found = tuple[list[LearnedPair], LearnedTable | None]


class _List(RowsView):
    marked = Signal(object, object)  # the action, the pair

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(_ACTIONS):
            self.mark(_ACTIONS[place][0])
        elif event.key() == Qt.Key.Key_Delete:
            self.mark(LearnedAction.STRUCK)
        else:
            super().keyPressEvent(event)

    def mark(self, action: LearnedAction) -> None:
        """Wants an action for the pair that the keys stand on."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.rows.rows):
            self.marked.emit(action, self.rows.rows[row])


class LearnedCard(QWidget):
    """Digits in the list mark the pair in hand; forgetting asks in place."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._every: list[LearnedPair] = []
        frame, layout = card()
        title, self._remark = heading("history", tr("Learned from told articles"))
        layout.addWidget(title)
        self.line = ComposingLine()
        self.line.setAccessibleName(tr("Search learned pairs"))
        self.line.setPlaceholderText(tr("A word of either side"))
        self.line.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._filter)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        layout.addWidget(self.line)
        self.table = _List(_columns(), tr("Learned from told articles"))
        self.table.marked.connect(self._mark)
        self.line.returnPressed.connect(self.table.setFocus)
        layout.addWidget(self.table, 1)
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(self._empty)
        layout.addWidget(self._buttons())
        self._question = self._asked()
        layout.addWidget(self._question)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _buttons(self) -> QWidget:
        host, row = flow_row()
        for place, (action, words) in enumerate(_ACTIONS, 1):
            made = button(tr(words), key=str(place))
            made.clicked.connect(lambda _on=False, wanted=action: self.table.mark(wanted))
            row.addWidget(made)
        self._forget = button(tr("Forget all…"), "danger")
        self._forget.clicked.connect(self._ask)
        row.addWidget(self._forget)
        return host

    def _asked(self) -> QWidget:
        host = QWidget()
        layout = QVBoxLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        words = tr(
            "Forget what was learned from everything told so far? "
            "Synonyms, struck and pinned pairs stay."
        )
        layout.addWidget(plain_label(words, "warn", wrap=True))
        buttons, row = flow_row()
        yes, self._no = button(tr("Forget all"), "danger"), _Escaping(tr("Keep it"))
        yes.clicked.connect(self._reset)
        self._no.clicked.connect(self._unasked)
        row.addWidget(self._no)
        row.addWidget(yes)
        layout.addWidget(buttons)
        host.hide()
        return host

    # -- reading -------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the list anew."""
        words = self._parts.vocabulary
        self._parts.lanes.read.submit(
            lambda: (words.learned(), words.made()), self._take, self.failed.emit, newest="learned"
        )

    def _take(self, found: _Found) -> None:
        self._every, made = found
        self._remark.setText(self._about(made))
        self._filter()

    def _about(self, made: LearnedTable | None) -> str:
        if made is None:
            return ""
        day = local(self._parts.profile, made.made_at, "%m-%d %H:%M")
        return tr("{n} answers · {day}", n=made.lessons, day=day)

    def _filter(self) -> None:
        wanted, every = self.line.text().strip(), self._every
        self._parts.lanes.read.submit(
            lambda: [one for one in every if wanted in one.lay or wanted in one.official][:_MOST],
            self._show,
            self.failed.emit,
            newest="learned pairs",
        )

    def _show(self, rows: list[LearnedPair]) -> None:
        at = max(0, self.table.currentIndex().row())
        self.table.set_rows(rows)
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))
        said = ""
        if not self._every:
            said = tr(
                "Nothing learned yet. Every article marked told (F10) teaches; "
                "it is learned from once a day."
            )
        elif not rows:
            said = tr("No pair with this word.")
        elif len(rows) == _MOST:
            said = tr("The first {n} of {of}; search for others.", n=_MOST, of=len(self._every))
        self._empty.setText(said)
        self._empty.setVisible(bool(said))
        self._forget.setEnabled(bool(self._every))

    # -- changing ------------------------------------------------------------------------

    def _mark(self, action: LearnedAction, pair: LearnedPair) -> None:
        words, actor = self._parts.vocabulary, self._actor
        self._parts.lanes.write.submit(
            lambda: words.mark(actor, action, pair.lay, pair.official),
            lambda _none: self._marked(action, pair),
            self.failed.emit,
        )

    def _marked(self, action: LearnedAction, pair: LearnedPair) -> None:
        """Shows it where the pair stands: the next key is for the same row."""
        fresh = replace(pair, state=_STATE_OF[action])
        self._every = [fresh if one is pair else one for one in self._every]
        self._filter()

    def _ask(self) -> None:
        self._question.show()
        self._no.setFocus()

    def _unasked(self) -> None:
        self._question.hide()
        self.table.setFocus()

    def _reset(self) -> None:
        words, actor = self._parts.vocabulary, self._actor
        self._unasked()
        self._parts.lanes.write.submit(
            lambda: words.reset(actor), lambda _none: self.reload(), self.failed.emit
        )


class _Escaping(QPushButton):
    """A button that Enter and Esc press."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def _state(row: LearnedPair) -> str:
    known = _STATES.get(row.state)
    return tr(known) if known else ""


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Callers say"), lambda row: row.lay, 12),
        Column(tr("Official word"), lambda row: row.official),
        Column(tr("Probability"), lambda row: f"{row.probability:.0%}", 7),
        Column(tr("Times told"), lambda row: str(row.times), 9),
        Column(tr("State"), _state, 8),
    )
