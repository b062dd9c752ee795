"""A strip that asks with few answers: a digit or a click gives one, nothing is modal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label

_AROUND = 60  # margins and the room between words and replies


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: its digit, its words, what it does."""

    digit: str
    words: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, under a name that it is asked only once by; Esc drops one that `may_wait`."""

    name: str
    words: str
    replies: tuple[Reply, ...]
    may_wait: bool = True


class QuestionBar(QFrame):
    """Shows the question asked last; when it is answered, the one before."""

    answered = Signal()  # the keys go back to the page

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("level", "warn")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._questions: list[Question] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 6, 14, 6)
        self._layout.setSpacing(4)
        self.hide()

    @property
    def question(self) -> Question | None:
        """The question that is shown."""
        return self._questions[-1] if self._questions else None

    def ask(self, question: Question, *, take_keys: bool = True) -> None:
        """Shows a question, with the keys in it unless something else needs them."""
        self._questions = [one for one in self._questions if one.name != question.name]
        self._questions.append(question)
        self._show()
        if take_keys:
            self.setFocus()

    def ask_below(self, question: Question) -> None:
        """Puts a question behind those that are asked already; takes no keys."""
        others = [one for one in self._questions if one.name != question.name]
        self._questions = [question, *others]
        self._show()

    def withdraw(self, name: str) -> None:
        """Asks a question no longer."""
        self._questions = [one for one in self._questions if one.name != name]
        self._show()

    def _show(self) -> None:
        clear(self._layout)
        question = self.question
        if question is None:
            self.hide()
            return
        self.setAccessibleName(question.words)
        self._words, self._replies = plain_label(question.words, wrap=True), self._row(question)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._replies)
        self._arrange()
        self.show()

    def _arrange(self) -> None:
        """The replies beside the words where there is room, else below."""
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        beside = words + self._replies.sizeHint().width() + _AROUND <= self.width()
        ways = QVBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.question is not None:
            self._arrange()

    def _row(self, question: Question) -> QWidget:
        host, row = flow_row(8)
        for place, reply in enumerate(question.replies):
            made = button(f"{reply.digit}  {reply.words}", "" if place else "primary")
            made.clicked.connect(partial(self._clicked, reply))
            row.addWidget(made)
        return host

    def _clicked(self, reply: Reply, _checked: bool) -> None:
        self._give(reply)

    def _give(self, reply: Reply) -> None:
        question = self.question
        if question is None or reply not in question.replies:
            return
        self.withdraw(question.name)
        self.answered.emit()  # first: what the answer does may want the keys elsewhere
        reply.run()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        question = self.question
        if question is None:
            super().keyPressEvent(event)
            return
        for reply in question.replies:
            if event.text() and event.text() == reply.digit:
                self._give(reply)
                return
        if event.key() == Qt.Key.Key_Escape and question.may_wait:
            self.withdraw(question.name)
            self.answered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.answered.emit()  # it stays, the keys go back
        else:
            super().keyPressEvent(event)
