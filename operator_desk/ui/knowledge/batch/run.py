"""Leads work in steps through a lane: it can be stopped between any two, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.lanes import Lane
from operator_desk.ui.knowledge.batch.steps import Steps

_POLL_MS = 8  # between two looks at whether a child has answered


class Run(QObject):
    """One piece of work. After `rested` it goes on, or is closed; `closed` comes at the end.

    Nothing is half done in between: a step is one transaction. `left` is called when the window
    goes in the middle of it.
    """

    moved = Signal()
    rested = Signal(object)  # None: it was stopped; an exception: why it could not go on
    closed = Signal(bool)  # whether all of it was done

    def __init__(
        self,
        lane: Lane,
        steps: Steps,
        parent: QObject,
        left: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self.steps = steps
        self._lane, self._over = lane, Event()
        self.destroyed.connect(partial(_unless, self._over, left))
        self._busy = self._stopping = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begins, or goes on."""
        self._stopping = False
        self._timer.start(0)

    def stop(self) -> None:
        """Rests after the step in hand."""
        self._stopping = True
        if not self._busy and self._timer.isActive():
            self._timer.stop()
            self.rested.emit(None)

    def close(self) -> None:
        """Goes no further: what was done stands, what was opened is closed."""
        self._timer.stop()
        self._close(whole=False)

    def _next(self) -> None:
        if not self.steps.ready():
            self._timer.start(_POLL_MS)
            return
        self._busy = True
        self._lane.submit(self.steps.step, self._stepped, self._troubled)

    def _stepped(self, more: bool) -> None:
        self._busy = False
        self.moved.emit()
        if not more:
            self._close(whole=True)
        elif self._stopping:
            self.rested.emit(None)
        else:
            self._timer.start(0)

    def _troubled(self, error: Exception) -> None:
        self._busy = False
        self.rested.emit(error)

    def _close(self, *, whole: bool) -> None:
        self._lane.submit(
            self.steps.finish, lambda _none: self._closed(whole=whole), self._troubled
        )

    def _closed(self, *, whole: bool) -> None:
        self._over.set()
        self.closed.emit(whole)


def _unless(over: Event, left: Callable[[], object]) -> None:
    if not over.is_set():
        left()
