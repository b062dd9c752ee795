"""Says when a text box has reached the screen: painted, and handed over by its window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit


class _After(QObject):
    """Calls back from an event of its own: when it comes, the window has flushed its paint."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run, self._waiting = run, False

    def wait(self) -> None:
        """Asks for the call, once however often it is asked before."""
        if not self._waiting:
            self._waiting = True
            first = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), first)

    def event(self, _event: QEvent) -> bool:
        self._waiting = False
        self._run()
        return True


def when_painted(kind: type[QPlainTextEdit], told: Callable[[QPlainTextEdit], None]) -> None:
    """Tells the box each time one of a class has been painted; call it before any is made."""
    before = kind.paintEvent
    shown: list[QPlainTextEdit] = []
    after = _After(lambda: told(shown[0]))

    def paint(self: QPlainTextEdit, event: QPaintEvent) -> None:
        before(self, event)
        shown[:] = [self]
        after.wait()

    kind.paintEvent = paint  # type: ignore[method-assign]
