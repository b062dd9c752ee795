"""The process that `start` begins: opens a window, uses it at once, says when what was painted.

    python -m benchmarks.start_child BEGAN_NS desk FOLDER
    python -m benchmarks.start_child BEGAN_NS bare -

Prints one JSON object: seconds since BEGAN_NS (time.monotonic_ns of the parent) by stage.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the time of every import counts
    from PySide6.QtWidgets import QPlainTextEdit

    Told = Callable[[QPlainTextEdit], None]

_began = int(sys.argv[1])
_stages: dict[str, float] = {}


def _mark(stage: str) -> None:
    _stages[stage] = (time.monotonic_ns() - _began) / 1e9


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    from benchmarks.painting import when_painted

    _mark("imported")
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    when_painted(QPlainTextEdit, _painted(lambda: QTest.keyClick(edit, "a"), application.quit))
    window, edit = QMainWindow(), QPlainTextEdit()
    window.setCentralWidget(edit)
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(20_000, lambda: application.exit(1))
    sys.exit(application.exec())


def _desk(folder: str) -> None:
    """Takes a call as soon as the call page stands, and types as soon as its record does."""
    gc.disable()  # as `operator_desk.__main__` does
    from operator_desk import cli  # noqa: F401, its imports are part of the start
    from operator_desk.app import window  # noqa: F401

    _mark("imported")
    from PySide6.QtTest import QTest

    from benchmarks.opened import open_signed_in

    pages: list[Any] = []

    def opened(_desk: Any, _parts: Any, main: Any) -> None:
        pages.append(main)

    def shown(stage: str) -> None:
        from benchmarks.painting import when_painted
        from operator_desk.ui.call.record_edit import RecordEdit

        _mark(stage)
        when_painted(RecordEdit, _painted(answer, lambda: pages[0].window().close()))

    def answer() -> None:
        pages[0].run("answer_call")
        QTest.keyClick(pages[0].call.form.record, "a")

    open_signed_in(folder, opened, shown)


def _painted(first: Callable[[], object], then: Callable[[], object]) -> Told:
    """What to do when the text box was painted empty, and when with the first letter."""

    def painted(box: QPlainTextEdit) -> None:
        if "painted" not in _stages:
            from PySide6.QtCore import QTimer

            _mark("painted")
            QTimer.singleShot(0, first)
        elif box.toPlainText() and "usable" not in _stages:
            _mark("usable")
            _report()
            then()

    return painted


def _report() -> None:
    from benchmarks.memory import resident_mb

    sys.stdout.write(json.dumps(_stages | {"memory_mb": resident_mb()}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _mark("python")
    _bare() if sys.argv[2] == "bare" else _desk(sys.argv[3])
