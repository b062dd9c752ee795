"""What the call page reads from the store: lists, phrases, calls that wait, a number's history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.draft import Draft
from operator_desk.domain.errors import UserError
from operator_desk.services.calls import History
from operator_desk.services.people import Actor
from operator_desk.services.second_calls import KnownTicket
from operator_desk.ui.call.phrases import Phrases
from operator_desk.ui.parts import Parts


class Loads(QObject):
    """Reads in the read lane; each answer comes as a signal."""

    lists = Signal(object, object)  # units, places
    phrases = Signal(object)
    waiting = Signal(object)
    to_call_back = Signal(int)
    history = Signal(str, object, object)  # number, History, its tickets
    found = Signal(object)  # the tickets with a number that was said
    to_ask = Signal(object, object)  # id of a follow-up call, ToAsk
    begun = Signal(object)  # the form of a follow-up call
    right = Signal(object, object)  # id of a call back, Right
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor

    def start(self) -> None:
        """What is read once for a window."""
        lists, knowledge, name = self._parts.lists, self._parts.knowledge, self._actor.name
        self._read(lambda: (lists.units(), lists.places()), lambda found: self.lists.emit(*found))

        def phrases() -> Phrases:
            keys = [head.key for head in knowledge.heads(ArticleKind.PHRASE)]
            return Phrases(knowledge.articles(keys), name)

        self._read(phrases, self.phrases.emit)

    def load_waiting(self) -> None:
        """The calls that are still to register, and how many are to be called back."""
        calls, actor = self._parts.calls, self._actor
        recalls = self._parts.recalls
        self._read(lambda: calls.waiting(actor), self.waiting.emit, "waiting")
        self._read(lambda: recalls.waiting(actor), self.to_call_back.emit, "to call back")

    def load_history(self, number: str, running: UUID | None) -> None:
        """Earlier calls and tickets of a number, without the call in hand."""
        calls, second, actor = self._parts.calls, self._parts.second_calls, self._actor

        def shown(both: tuple[History, tuple[KnownTicket, ...]]) -> None:
            found, tickets = both
            others = tuple(call for call in found.calls if call.id != running)
            self.history.emit(number, replace(found, calls=others), tickets)

        self._read(
            lambda: (calls.history(number), second.of_number(actor, number, running)),
            shown,
            "history",
        )

    def find_ticket(self, said: str, number: str) -> None:
        """The tickets with the number that a caller says."""
        second, actor = self._parts.second_calls, self._actor
        self._read(
            lambda: second.by_ticket(actor, said, number), self.found.emit, "ticket that is said"
        )

    def load_right(self, draft: Draft) -> None:
        """What a call back has to say."""
        recalls = self._parts.recalls
        self._read(
            lambda: recalls.right(draft),
            lambda found: self.right.emit(draft.call_id, found),
            "right",
        )

    # -- follow-up calls -----------------------------------------------------------------

    def load_to_ask(self, draft: Draft) -> None:
        """What a follow-up call is about."""
        follow_ups, actor = self._parts.follow_ups, self._actor
        self._read(
            lambda: follow_ups.to_ask(actor, draft),
            lambda found: self.to_ask.emit(draft.call_id, found),
            "to ask",
        )

    def begin_follow_up(self, number: str | None, refuse: Callable[[Exception], object]) -> None:
        """The form of a follow-up call about a ticket, or about the first that waits (None)."""
        follow_ups, actor = self._parts.follow_ups, self._actor

        def work() -> Draft:
            wanted = number or next((one.row.number for one in follow_ups.waiting(actor)), None)
            if wanted is None:
                raise UserError("No ticket waits for a follow-up call that you can make.")
            return follow_ups.begin(actor, wanted)

        self._parts.lanes.read.submit(work, self.begun.emit, refuse, newest="follow-up")

    def _read(self, work: Any, done: Any, newest: str = "") -> None:
        self._parts.lanes.read.submit(work, done, self.failed.emit, newest=newest)
