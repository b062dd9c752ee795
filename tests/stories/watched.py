"""Starts the program and writes down what its window did and shows; for the key matrix.

    python -m tests.stories.watched STATE.json [words for operator-desk]

The program is the real one; only `MainWindow.run`, where every action passes, is listened at.
The file is replaced whenever something in it has changed.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from operator_desk import __main__ as program
from operator_desk.domain.state import to_state
from operator_desk.ui.main_window import MainWindow

_EVERY_MS = 5


class Watch:
    """What the newest signed-in window did and shows."""

    def __init__(self, path: Path) -> None:
        self._path, self._written = path, ""
        self._ran: list[str] = []
        self._window: MainWindow | None = None

    def install(self) -> None:
        """Listens at every window that is made from now on."""
        made, run = MainWindow.__init__, MainWindow.run
        watch = self

        def __init__(window: MainWindow, *given: Any) -> None:
            made(window, *given)
            watch._window = window
            watch.write()
            timer = QTimer(window)
            timer.timeout.connect(watch.write)
            timer.start(_EVERY_MS)

        def running(window: MainWindow, name: str) -> None:
            watch._ran.append(name)
            run(window, name)

        MainWindow.__init__ = __init__  # type: ignore[method-assign]
        MainWindow.run = running  # type: ignore[method-assign]

    def write(self) -> None:
        """Writes the state down when it is another one."""
        text = json.dumps(self._state(), ensure_ascii=False)
        if text != self._written:
            fresh = self._path.with_suffix(".new")
            fresh.write_text(text, "utf-8")
            os.replace(fresh, self._path)
            self._written = text

    def _state(self) -> dict[str, Any]:
        window = self._window
        if window is None:
            return {}
        focus = QApplication.focusWidget()
        desk = window.call.desk
        return {
            "ran": self._ran,
            "phase": desk.phase.value,
            "ended": desk.ended,
            "draft": to_state(desk.draft) if desk.draft else None,
            "focus": type(focus).__name__,
            "focus_id": id(focus),
            "preedit": getattr(focus, "_preedit", ""),
            "fields": _fields(window),
            "question": question.name if (question := window.questions.question) else "",
            "palette": window.action_list.isVisible(),
            "hits": len(window.call.knowledge.list.hits.hits),
        }


def _fields(window: MainWindow) -> list[str]:
    """The text of every field that is seen; of a hidden one nobody knows."""
    lines = [field.text() for field in window.findChildren(QLineEdit) if field.isVisible()]
    boxes = [box.toPlainText() for box in window.findChildren(QPlainTextEdit) if box.isVisible()]
    return [text for text in (*lines, *boxes) if text]


if __name__ == "__main__":
    watch = Watch(Path(sys.argv.pop(1)))
    watch.install()
    program.main()
