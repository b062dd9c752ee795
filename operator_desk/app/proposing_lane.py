"""Proposals beside an open window: the index of tickets is filled in parts, categories learned."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from operator_desk.lanes import Lanes
from operator_desk.services.proposals import Proposals

_AGAIN_MS = 30 * 60 * 1000
_log = logging.getLogger(__name__)


class ProposingLane(QObject):
    """Fills the index in the search lane, between what is searched; learns in the network lane."""

    def __init__(self, proposals: Proposals, lanes: Lanes) -> None:
        super().__init__()
        self._proposals, self._lanes = proposals, lanes
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self._learn)

    def begin(self) -> None:
        """Begins; a question that comes before all is read waits for the rest."""
        self._fill(True)
        self._learn()
        self._timer.start()

    def stop(self) -> None:
        """Begins nothing more."""
        self._timer.stop()

    def _fill(self, more: bool) -> None:
        if more:
            self._lanes.search.submit(self._proposals.warm, self._fill, _failed)

    def _learn(self) -> None:
        self._lanes.network.submit(self._proposals.learn, on_error=_failed)


def _failed(error: Exception) -> None:
    _log.warning("proposals: %s", type(error).__name__)
