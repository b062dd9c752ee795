"""Calls back from a told-to list: begun on the call page, and then back to the list."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain.errors import UserError
from operator_desk.services.people import Actor
from operator_desk.services.recalls import CallBack
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.told.request import CallRequest
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts


class CallBacks(QObject):
    """Begins a call back only when no call is in hand; else the list says so."""

    begun = Signal()
    closed = Signal()  # the store has a call back and its step, and no call is in hand
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, desk: CallDesk) -> None:
        super().__init__()
        self._parts, self._actor, self._desk = parts, actor, desk
        self._out = False  # whether the call in hand (or the last one) is a call back
        desk.changed.connect(self._changed)
        desk.counted.connect(lambda: QTimer.singleShot(0, self, self._look))

    def call(self, request: CallRequest) -> None:
        """Begins a call back."""
        if self._desk.draft is not None:
            self._refuse(request)
            return
        recalls, actor = self._parts.recalls, self._actor

        def ready(found: CallBack) -> None:
            if self._desk.draft is not None:  # a call was taken meanwhile
                self._refuse(request)
                return
            self._desk.start_ready(found.draft)
            self.begun.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                request.refuse(sentence(error))
            else:
                self.failed.emit(error)

        self._parts.lanes.read.submit(
            lambda: recalls.call_back(actor, request.told_list, request.call_id),
            ready,
            failed,
            newest="call back",
        )

    @staticmethod
    def _refuse(request: CallRequest) -> None:
        request.refuse(tr("A call is in hand. End it and its after-call work (F12) first."))

    def _changed(self) -> None:
        if self._desk.draft is not None:
            self._out = self._desk.draft.recall is not None

    def _look(self) -> None:
        if self._out and self._desk.draft is None:
            self._out = False
            self.closed.emit()
