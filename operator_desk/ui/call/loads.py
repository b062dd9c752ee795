"""What the call page reads from the store: lists, phrases, calls that wait, a number's history."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.article import ArticleKind
from operator_desk.domain.draft import Draft
from operator_desk.services.calls import History
from operator_desk.services.people import Actor
from operator_desk.ui.call.phrases import Phrases
from operator_desk.ui.parts import Parts


class Loads(QObject):
    """Reads in the read lane; each answer comes as a signal."""

    lists = Signal(object, object)  # units, places
    phrases = Signal(object)
    waiting = Signal(object)
    to_call_back = Signal(int)
    history = Signal(str, object)  # number, History
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
        calls = self._parts.calls

        def shown(found: History) -> None:
            others = tuple(call for call in found.calls if call.id != running)
            self.history.emit(number, replace(found, calls=others))

        self._read(lambda: calls.history(number), shown, "history")

    def load_right(self, draft: Draft) -> None:
        """What a call back has to say."""
        recalls = self._parts.recalls
        self._read(
            lambda: recalls.right(draft),
            lambda found: self.right.emit(draft.call_id, found),
            "right",
        )

    def _read(self, work: Any, done: Any, newest: str = "") -> None:
        self._parts.lanes.read.submit(work, done, self.failed.emit, newest=newest)
