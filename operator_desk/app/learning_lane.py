"""Learning beside an open window: begun in the network lane, looked after by a timer."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from operator_desk.app.learning import Learning
from operator_desk.lanes import Lanes

_LOOK_MS = 2_000
_log = logging.getLogger(__name__)


class LearningLane(QObject):
    """Learns when it is due; the lane is busy only while the child is told what to learn from."""

    def __init__(self, learning: Learning, lanes: Lanes) -> None:
        super().__init__()
        self._learning, self._lanes = learning, lanes
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Begins when it is due; does nothing while a child learns."""
        self._lanes.network.submit(self._learning.begin, self._later, _failed)

    def _look(self) -> None:
        self._lanes.network.submit(self._learning.look, self._later, _failed)

    def _later(self, working: bool) -> None:
        if working:
            self._timer.start()

    def stop(self) -> None:
        """Ends a child that is at work; after the lanes were closed."""
        self._timer.stop()
        self._learning.stop()


def _failed(error: Exception) -> None:
    _log.warning("learning: %s", type(error).__name__)
