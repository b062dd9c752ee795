"""A line for telephone numbers, logins, initials: keys arrive as they are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from operator_desk.domain.numbers import masked
from operator_desk.ui.kit.composing import ComposingLine


class NumberLine(ComposingLine):
    """No input method, whatever the engine is set to."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *args: Any) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *args)


class CallerLine(NumberLine):
    """A caller's number: whole while the call lasts, then masked until the keys are in it."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._hidden = "", False
        self.textEdited.connect(self._keep)

    @property
    def number(self) -> str:
        """The whole number, whatever is shown."""
        return self._number

    def show_number(self, number: str, *, hidden: bool) -> None:
        """Shows a number, masked when it is to be hidden."""
        self._number, self._hidden = number, hidden
        self._show()

    def _keep(self, text: str) -> None:
        self._number = text

    def _show(self) -> None:
        shown = masked(self._number) if self._hidden and not self.hasFocus() else self._number
        if shown != self.text():
            self.setText(shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show()
