"""Searches that found nothing: stored once they stood still, so that editors see the gap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain.draft import Draft
from operator_desk.domain.knowledge import Hit, QueryMode
from operator_desk.services.people import Actor
from operator_desk.ui.knowledge.in_hand import InHand
from operator_desk.ui.parts import Parts

_STILL_MS = 1500  # a query that stands so long was meant


@dataclass(frozen=True, slots=True)
class _Miss:
    """A query without a hit, in which call; `narrowed`: only one kind was searched."""

    query: str
    call_id: UUID | None
    narrowed: bool


class Misses(QObject):
    """Hears of every answer to a typed query; stores in a lane, never under a key."""

    failed = Signal(object)

    def __init__(
        self, parts: Parts, actor: Actor, composing: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._actor, self._composing = parts, actor, composing
        self._hand: InHand | None = None
        self._waiting: _Miss | None = None
        self._last: _Miss | None = None
        self._still = QTimer(self, interval=_STILL_MS, singleShot=True)
        self._still.timeout.connect(self._stood)

    def in_call(self, hand: InHand) -> None:
        """Whose call in hand a query belongs to."""
        self._hand = hand

    @property
    def _draft(self) -> Draft | None:
        return self._hand.draft if self._hand else None

    # -- what the search box tells -------------------------------------------------------

    def answered(self, query: str, hits: list[Hit], *, narrowed: bool) -> None:
        """A typed query has its answer."""
        self.forget()
        draft = self._draft
        miss = _Miss(query, draft.call_id if draft else None, narrowed)
        # What the stored texts answer without an index is no proof of a gap.
        if not hits and miss != self._last and not self._parts.search.scanning:
            self._waiting = miss
            self._still.start()

    def typed(self, words: str) -> None:
        """The query is another one; in the empty box the same one may come again."""
        if self._waiting is not None and words.strip() != self._waiting.query:
            self.forget()
        if not words.strip():
            self._last = None

    def forget(self) -> None:
        """Nothing waits to be stored."""
        self._waiting = None
        self._still.stop()

    def settle(self) -> None:
        """The query that found nothing is left as it is: it is stored now."""
        miss, draft = self._waiting, self._draft
        self.forget()
        # Words of a call that is gone must not be stored without it: it may be a secret one.
        if miss is None or miss.call_id != (draft.call_id if draft else None):
            return
        self._last = miss
        if miss.narrowed:
            self._look_everywhere(miss, draft)
        else:
            self._store(miss, draft)

    def _stood(self) -> None:
        if self._composing():
            self._still.start()  # a word is on its way
        else:
            self.settle()

    # -- storing -------------------------------------------------------------------------

    def _look_everywhere(self, miss: _Miss, draft: Draft | None) -> None:
        """What another kind of articles answers is no gap."""
        search, day = self._parts.search, self._parts.counting.today()
        self._parts.lanes.search.submit(
            lambda: search(miss.query, limit=1, on=day, mode=QueryMode.TYPED),
            lambda hits: None if hits else self._store(miss, draft),
            self.failed.emit,
        )

    def _store(self, miss: _Miss, draft: Draft | None) -> None:
        queues, actor = self._parts.queues, self._actor
        self._parts.lanes.write.submit(
            lambda: queues.missed(actor, miss.query, draft), on_error=self.failed.emit
        )
