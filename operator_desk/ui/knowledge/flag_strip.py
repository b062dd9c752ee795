"""The strip that asks why an article is flagged: a digit, a note if any, Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from operator_desk.domain.knowledge_terms import FlagReason
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.picker import Choice
from operator_desk.ui.kit.words import tr
from operator_desk.ui.names import flag_word


class FlagStrip(QFrame):
    """Lies in the column and takes the keys only while it is shown."""

    given = Signal(object, str)  # FlagReason, note
    left = Signal()
    take_back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        self._title = plain_label(wrap=True)
        self.reasons = DigitField([Choice(one, flag_word(one)) for one in FlagReason])
        self.reasons.setAccessibleName(tr("Why it is flagged"))
        self.reasons.accepted.connect(self.give)
        self.note = ComposingLine()
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Note, if it helps (Tab)"))
        self.note.returnPressed.connect(self.give)
        self._hidden = plain_label(
            tr("Secret or anonymous: only the reason is stored."), "muted", wrap=True
        )
        self._trouble = plain_label(tr("Choose a reason: its digit."), "warn", wrap=True)
        self.reasons.chosen.connect(lambda _reason: self._trouble.hide())
        for widget in (self._title, self.reasons, self.note, self._hidden, self._trouble):
            layout.addWidget(widget)
        layout.addWidget(self._buttons())
        self.hide()

    def _buttons(self) -> QWidget:
        host, row = flow_row(8)
        store = button(tr("Flag it"), "primary", "", "Enter")
        store.clicked.connect(self.give)
        leave = button(tr("Cancel"), "", "", "Esc")
        leave.clicked.connect(self.left)
        self._back = button(tr("Take the flag back"), "", "", "0")
        self._back.clicked.connect(self.take_back_wanted)
        for widget in (store, leave, self._back):
            row.addWidget(widget)
        return host

    def ask(self, title: str, *, hidden: bool, flagged: bool) -> None:
        """Asks about an article; the words of a `hidden` call stay in it, so no note is asked.

        `flagged`: this person has flagged it just before, which can be taken back.
        """
        self._back.setVisible(flagged)
        words = tr("Flag: {title}", title=title)
        self._title.setText(words)
        self.setAccessibleName(words)
        self.reasons.set_value(None)
        self.note.clear()
        self.note.setVisible(not hidden)
        self._hidden.setVisible(hidden)
        self._trouble.hide()
        restyle(self.reasons, "missing", False)
        self.show()
        self.take_keys()

    def take_keys(self) -> None:
        """The keys to the reasons."""
        flush_composition()
        self.reasons.setFocus()

    def has_keys(self) -> bool:
        """Whether the keys are in the strip."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def give(self) -> None:
        """Gives the reason with the note; asks for a reason when there is none."""
        flush_composition()
        if self.reasons.value is None:
            restyle(self.reasons, "missing", True)
            self._trouble.show()
            self.reasons.setFocus()
        else:
            self.given.emit(self.reasons.value, self.note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            flush_composition()
            self.left.emit()
        elif event.text() == "0" and self._back.isVisible():
            self.take_back_wanted.emit()
        elif key == Qt.Key.Key_Down and self.note.isVisible():
            self.note.setFocus()
        elif key == Qt.Key.Key_Up:
            self.take_keys()
        else:
            super().keyPressEvent(event)
