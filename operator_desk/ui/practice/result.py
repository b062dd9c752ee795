"""What came of a practice call, for who practised alone; nothing of it is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.profile import Profile
from operator_desk.services.practice import Came
from operator_desk.ui.kit import look
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.practice.result_words import headline, result_lines, times_line

_SCROLLS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class ResultPane(QFrame):
    """Lines to read and three things to do, each by its digit; Esc leaves."""

    article_wanted = Signal(str)
    again_wanted = Signal(object)  # ScriptedCall
    other_wanted = Signal()
    left = Signal()

    def __init__(self, profile: Profile, language: str) -> None:
        super().__init__()
        self._profile, self._language = profile, language
        self._came: Came | None = None
        self.setProperty("role", "inset")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What came of the practice call"))
        self._title = plain_label(role="title", wrap=True)
        self._head = plain_label(role="field", wrap=True)
        host = QWidget()
        host.setObjectName("inner")
        self._lines = QVBoxLayout(host)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(6)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows of the pane scroll it
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(host)
        self._keys, row = flow_row()
        self._article = button(tr("1 Open the right answer"))
        self._again = button(tr("2 Try again"))
        self._other = button(tr("3 Another one"))
        for made, run in (
            (self._article, self._open),
            (self._again, self._try_again),
            (self._other, self.other_wanted.emit),
        ):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the digits are the keys
            made.clicked.connect(run)
            row.addWidget(made)
        alone = tr("Only you see this, and only now: nothing of it is kept. Esc leaves.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._head)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._keys)
        layout.addWidget(plain_label(alone, "muted", wrap=True))

    def show_result(self, came: Came) -> None:
        """What came of it."""
        self._came = came
        self._title.setText(came.script.title or came.script.id)
        self._head.setText(headline(came.judged))
        clear(self._lines)
        for line in result_lines(came, self._profile, self._language):
            self._lines.addWidget(plain_label(line.text, line.level, wrap=True))
        times = times_line(came.judged)
        if times:
            self._lines.addWidget(plain_label(times, "muted", wrap=True))
        self._lines.addStretch(1)
        self._article.setVisible(bool(came.script.told))
        self._area.verticalScrollBar().setValue(0)

    # -- keys ----------------------------------------------------------------------------

    def _open(self) -> None:
        if self._came is not None and self._came.script.told:
            keys = (*self._came.judged.not_told, *self._came.script.told)
            self.article_wanted.emit(keys[0])

    def _try_again(self) -> None:
        if self._came is not None:
            self.again_wanted.emit(self._came.script)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        runs = {"1": self._open, "2": self._try_again, "3": self.other_wanted.emit}
        if event.text() in runs:
            runs[event.text()]()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _SCROLLS:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + _SCROLLS[Qt.Key(event.key())] * look.current().px(30))
        else:
            super().keyPressEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyle(self, "keys", "true")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        restyle(self, "keys", "false")
