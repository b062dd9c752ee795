"""A strip at the foot that asks what a decision needs (a reason, a day) and then does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import tr

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One text that is asked for: its name, its label, what stands there already.

    With `choices` it is one of theirs; what is given is its words.
    """

    name: str
    words: str
    text: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be decided: the sentence, the texts, the button, what it runs."""

    words: str
    wanted: tuple[Wanted, ...]
    label: str
    run: Callable[[Values], object]


class AskStrip(QFrame):
    """Enter goes to the next text and at the last does it; Esc gives it up."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 8, 10, 8)
        self._layout.setSpacing(6)
        self._ask: Ask | None = None
        self.lines: dict[str, ComposingLine] = {}
        self.hide()

    def ask(self, ask: Ask) -> None:
        """Asks, the cursor in the first text."""
        flush_composition()
        clear(self._layout)
        self._ask, self.lines = ask, {}
        self._words = plain_label(ask.words, wrap=True)
        self._layout.addWidget(self._words)
        for wanted in ask.wanted:
            self._layout.addWidget(self._row(wanted))
        self._trouble = plain_label(role="danger", wrap=True)
        self._trouble.hide()
        self._layout.addWidget(self._trouble)
        self._layout.addWidget(self._buttons(ask))
        self.setAccessibleName(ask.words)
        self.show()
        if self.lines:
            next(iter(self.lines.values())).setFocus()
        else:
            self._do.setFocus()

    def _row(self, wanted: Wanted) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        line = self.lines[wanted.name] = self._line(wanted)
        line.setAccessibleName(wanted.words)
        layout.addWidget(plain_label(wanted.words, "field"))
        layout.addWidget(line, 1)
        return row

    def _line(self, wanted: Wanted) -> ComposingLine:
        if wanted.choices:
            field = PickerField(lambda typed: found_in(wanted.choices, typed))
            field.set_choice(wanted.text or None, wanted.text)
            field.accepted.connect(lambda: self._on(field))
            return field
        line = ComposingLine()
        line.setText(wanted.text)
        line.returnPressed.connect(lambda: self._on(line))
        return line

    def _buttons(self, ask: Ask) -> QWidget:
        host, row = flow_row(8)
        self._do = button(ask.label, "primary")
        self._do.clicked.connect(self._run)
        leave = button(tr("Cancel"), "", "", "Esc")
        leave.clicked.connect(self.close_strip)
        row.addWidget(self._do)
        row.addWidget(leave)
        return host

    def _on(self, line: ComposingLine) -> None:
        lines = list(self.lines.values())
        following = lines[lines.index(line) + 1 :]
        if following:
            following[0].setFocus()
        else:
            self._run()

    def _run(self) -> None:
        if self._ask is not None:
            flush_composition()
            self._ask.run({name: line.text() for name, line in self.lines.items()})

    def show_trouble(self, words: str) -> None:
        """Why it was not done; the texts stay."""
        self._trouble.setText(words)
        self._trouble.show()

    def show_words(self, words: str) -> None:
        """What there is to know has changed meanwhile; the texts stay."""
        self._words.setText(words)
        self.setAccessibleName(words)

    def close_strip(self) -> None:
        """Asks no longer."""
        if self._ask is not None:
            self._ask = None
            self.hide()
            self.closed.emit()

    @property
    def asking(self) -> bool:
        """Whether something is asked."""
        return self._ask is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)
