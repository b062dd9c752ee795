"""How many items of the editors' queues wait for the person at the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from operator_desk.services.draft_steps import EDITORS
from operator_desk.services.people import Actor
from operator_desk.ui.parts import Parts


class Waiting(QObject):
    """Counts in the read lane; for people who work no queue off there is nothing to count."""

    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor

    def count(self) -> None:
        """Counts anew."""
        queues, actor = self._parts.queues, self._actor
        if actor.may(*EDITORS):
            self._parts.lanes.read.submit(
                lambda: queues.waiting(actor),
                self.counted.emit,
                self.failed.emit,
                newest="waiting",
            )
