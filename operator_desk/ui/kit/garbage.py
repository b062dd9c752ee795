"""Collects reference cycles in the window's thread, a little between keys, all of it in a pause.

Left to itself Python does it wherever something is made: in a lane, where a full collection
holds every thread for longer than a key may wait, and where Qt objects must not be destroyed.
"""

from __future__ import annotations

import gc
import time
from functools import partial

from PySide6.QtCore import QMetaMethod, QObject, QTimer
from shiboken6 import isValid

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


def let_go_with(owner: QObject, *helpers: QObject) -> None:
    """Ends what is connected to helpers' signals when their owner (a widget) is destroyed.

    A helper that is no child of the owner is kept by it, and keeps it by a lambda on one of its
    signals, where no collector looks: each sign-off would leave a whole window behind.
    """
    owner.destroyed.connect(partial(_let_go, helpers))


def _let_go(helpers: tuple[QObject, ...], _owner: QObject | None = None) -> None:
    first = QObject().metaObject().methodCount()  # what comes before is every QObject's
    for helper in helpers:
        if not isValid(helper):
            continue
        kind = helper.metaObject()
        for n in range(first, kind.methodCount()):
            method = kind.method(n)
            if method.methodType() is QMetaMethod.MethodType.Signal:
                signature = bytes(method.methodSignature().data()).decode()
                # "2" is Qt's SIGNAL(); its None for "any slot" is missing in the type hints.
                QObject.disconnect(helper, f"2{signature}", None, None)  # type: ignore[call-overload]
