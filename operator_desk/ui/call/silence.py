"""A caller who says nothing: some prompts a few seconds apart, then the call ends as silent."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SECOND_MS = 1000


class Silence(QObject):
    """Counts down; whatever happens in the call stops it."""

    told = Signal(int, int)  # number of the prompt (from 1), seconds until the call ends
    stopped = Signal()  # by somebody, or because it is over
    over = Signal()

    def __init__(self, prompts: int, apart_s: int) -> None:
        super().__init__()
        self._prompts, self._apart = max(1, prompts), max(1, apart_s)
        self._gone = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.second)

    @property
    def running(self) -> bool:
        """Whether it counts down."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begins with the first prompt."""
        self._gone = 0
        self._timer.start()
        self._tell()

    def second(self) -> None:
        """One second later."""
        if not self.running:
            return
        self._gone += 1
        if self._gone >= self._prompts * self._apart:
            self.stop()
            self.over.emit()
        else:
            self._tell()

    def stop(self) -> None:
        """The caller speaks, or the operator does something else."""
        if self.running:
            self._timer.stop()
            self.stopped.emit()

    def _tell(self) -> None:
        left = self._prompts * self._apart - self._gone
        self.told.emit(self._gone // self._apart + 1, left)
