"""Input methods: keeps the composed text in sight and saves it before the focus goes.

Qt throws a composition away on a focus change, a page switch, read-only or a message box, and
`inputMethod().commit()` does too. So each field that takes Chinese keeps a copy of what is
being composed; `flush_composition()` writes it into the field and runs before all of these.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit


class _Composing:
    """Mixed into a text field: keeps the preedit text."""

    _preedit = ""
    typing: SignalInstance

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        if self._preedit or event.commitString():
            self.typing.emit()
        super().inputMethodEvent(event)  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() > " ":
            self.typing.emit()
        super().keyPressEvent(event)  # type: ignore[misc]

    def focusOutEvent(self, event: Any) -> None:
        # A focus change that nobody announced (a click): the text stays all the same.
        self.keep_composition()
        super().focusOutEvent(event)  # type: ignore[misc]

    @property
    def composing(self) -> bool:
        """Whether a word is being composed."""
        return bool(self._preedit)

    def keep_composition(self) -> None:
        """Writes what is being composed into the field, as it is seen."""
        text, self._preedit = self._preedit, ""
        if not text:
            return
        QGuiApplication.inputMethod().reset()
        self._preedit = ""
        event = QInputMethodEvent()
        event.setCommitString(text.replace("'", "") if text.isascii() else text)
        super().inputMethodEvent(event)  # type: ignore[misc]


class ComposingLine(_Composing, QLineEdit):
    """A line edit that loses no composed text; `typing`: a hand is at it, whatever comes of it."""

    typing = Signal()


class ComposingText(_Composing, QPlainTextEdit):
    """A text box that loses no composed text; `typing` as for a line."""

    typing = Signal()


def flush_composition() -> None:
    """Writes what is being composed in the focused field into it; else does nothing."""
    field = QApplication.focusWidget()
    if isinstance(field, ComposingLine | ComposingText):
        field.keep_composition()
