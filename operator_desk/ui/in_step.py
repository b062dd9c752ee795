"""Publishing reaches the search: the index brought in step, and drafts whose day has come."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.services.draft_steps import Due
from operator_desk.ui.kit.notices import NoticeBar
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts

_LOOK_MS = 60_000


def bring_in_step(
    parts: Parts,
    done: Callable[[int], object] = lambda _n: None,
    failed: Callable[[Exception], object] = lambda _error: None,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Makes what was published findable: in a lane and a child process of their own.

    Searches go on with the snapshot that is there. A run that still waits is left out when a
    newer one is asked for, because that brings in everything. `tell` hears in the lane how many
    articles of how many are done.
    """
    parts.lanes.network.submit(lambda: parts.index(tell), done, failed, newest="index")


class DueClock(QObject):
    """Publishes what is due: when it begins, and once a minute from then on."""

    failed = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._told: set[UUID] = set()  # steps that were refused and told
        self._notices: NoticeBar | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Looks now and from now on."""
        self._timer.start()
        self.look()

    def tell(self, notices: NoticeBar | None) -> None:
        """Where an editor is told what became of it; None: nobody is there to be told."""
        self._notices = notices

    def look(self) -> None:
        """Asks whether the day of a draft has come; only then the lane that writes is taken."""
        drafts = self._parts.editing.drafts
        self._parts.lanes.read.submit(
            drafts.due, lambda rows: self._publish() if rows else None, self.failed.emit,
            newest="due",
        )  # fmt: skip

    def _publish(self) -> None:
        drafts = self._parts.editing.drafts
        self._parts.lanes.write.submit(drafts.publish_due, self._done, self.failed.emit)

    def _done(self, due: Due) -> None:
        if due.published:
            bring_in_step(self._parts, failed=self.failed.emit)
        if self._notices is None:
            return
        if due.published:
            words = tr("{n} drafts were published: their day has come.", n=len(due.published))
            self._notices.show_notice(words, "ok")
        for head, error in due.refused:
            if head.step_id not in self._told:
                self._told.add(head.step_id)
                self._notices.show_notice(sentence(error), "warn")
