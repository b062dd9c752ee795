"""A line for telephone numbers, logins, initials: keys arrive as they are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from operator_desk.ui.kit.composing import ComposingLine


class NumberLine(ComposingLine):
    """No input method, whatever the engine is set to."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *args: Any) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *args)
