"""The window that `keys` types into: takes timed keys from standard input, answers with gaps.

    python -m benchmarks.keys_child desk FOLDER
    python -m benchmarks.keys_child bare -

A line of standard input is `NS KIND TEXT`: when the key was pressed (time.monotonic_ns of the
parent), and `key`, `compose` (letters of an input method) or `commit` (the word chosen). `begin
SITUATION` and `end` stand around the keys of a situation; each is answered with a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from benchmarks.painting import when_painted

PREFILLED = 40
_OPENING_MS = 2_000  # what the window does once, after the sign-in: it opens its search
_GIVEN_UP_MS = 20_000  # no screen, or a window that never comes
_WORDS = "我家楼下的路灯已经三天不亮了，晚上老人出门很不安全，请尽快派人修理。"


class Typist:
    """Presses what comes on standard input; a gap ends when the box has been painted."""

    def __init__(self, begin: Callable[[str], None], end: Callable[[], None]) -> None:
        self._begin, self._end = begin, end
        self._box: QPlainTextEdit | None = None
        self._rest = b""
        self._pressed: list[int] = []
        self._gaps: list[float] = []
        self._work: list[float] = []
        self._worked = 0.0
        self._after: Callable[[], None] | None = None  # what waits for the next paint

    def take(self, box: QPlainTextEdit) -> None:
        """Types into this box from now on; it holds a long record already."""
        self._box = box
        for number in range(PREFILLED):
            box.insertPlainText(f"{number} {_WORDS}\n")
        os.set_blocking(0, False)
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)
        self._after = lambda: _say({"ready": "typing"})
        QTimer.singleShot(_GIVEN_UP_MS, lambda: os._exit(1) if self._after else None)

    def painted(self, _box: QPlainTextEdit | None) -> None:
        """The box stands on the screen with every key pressed so far."""
        now = time.monotonic_ns()
        if self._pressed:
            self._gaps += [(now - at) / 1e6 for at in self._pressed]
            self._work.append((time.thread_time() - self._worked) * 1000)
            self._pressed = []
        if self._after is not None:
            run, self._after = self._after, None
            run()

    def _read(self) -> None:
        raw = os.read(0, 65536)
        if not raw:
            os._exit(0)  # the parent has gone
        *lines, self._rest = (self._rest + raw).split(b"\n")
        for line in lines:
            self._line(line.decode())

    def _line(self, line: str) -> None:
        first, _, rest = line.partition(" ")
        if first == "begin":
            self._gaps, self._work = [], []
            self._begin(rest)
            _say({"ready": rest})
        elif first == "end":
            self._end()
            self._after = lambda: _say({"gaps": self._gaps, "work": self._work})
            if not self._pressed:
                self.painted(self._box)
        else:
            if not self._pressed:
                self._worked = time.thread_time()
            self._pressed.append(int(first))
            self._press(*rest.split(" ", 1))

    def _press(self, kind: str, text: str) -> None:
        box = self._box
        if kind == "key":
            QTest.keyClick(box, Qt.Key.Key_Return if text == "return" else text)
            return
        event = QInputMethodEvent(text if kind == "compose" else "", [])
        if kind == "commit":
            event.setCommitString(text)
        QApplication.sendEvent(box, event)


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _bare() -> None:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    typist = Typist(lambda _situation: None, lambda: None)
    when_painted(QPlainTextEdit, typist.painted)
    window, edit = QMainWindow(), QPlainTextEdit()
    window.setCentralWidget(edit)
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, lambda: typist.take(edit))
    sys.exit(application.exec())


def _desk(folder: str) -> None:
    from benchmarks.keys_beside import Beside
    from benchmarks.opened import open_signed_in
    from operator_desk.ui.call.record_edit import RecordEdit

    def opened(desk: Any, parts: Any, main: Any) -> None:
        beside = Beside(desk, parts)
        typist._begin, typist._end = beside.begin, beside.end
        main.run("answer_call")
        QTimer.singleShot(_OPENING_MS, lambda: typist.take(main.call.form.record))

    typist = Typist(lambda _situation: None, lambda: None)
    when_painted(RecordEdit, typist.painted)
    open_signed_in(folder, opened)


if __name__ == "__main__":
    _bare() if sys.argv[1] == "bare" else _desk(sys.argv[2])
