"""Collects reference cycles in the window's thread, a little between keys, all of it in a pause.

Left to itself Python does it wherever something is made: in a lane, where a full collection
holds every thread for longer than a key may wait, and where Qt objects must not be destroyed.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 100
_YOUNG, _MIDDLE = 2_000, 10  # new objects, and small collections, that are worth a look
_REST_S = 60.0


class Collector(QObject):
    """Does what Python's own collector did before; one a program, as long as its windows live."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_whole = time.monotonic()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """A small collection, when enough is new since the last."""
        young, middle, _old = gc.get_count()
        if young >= _YOUNG:
            gc.collect(1 if middle >= _MIDDLE else 0)

    def pause(self) -> None:
        """Nobody is typing: the whole, unless it was done within the last minute."""
        if time.monotonic() - self._last_whole >= _REST_S:
            gc.collect()
            self._last_whole = time.monotonic()

    def stop(self) -> None:
        """Gives the work back to Python."""
        self._timer.stop()
        gc.enable()
