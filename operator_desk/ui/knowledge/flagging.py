"""Flagging the article that is read: which one is meant, what is stored, and undoing it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from operator_desk.domain.draft import Draft
from operator_desk.domain.facts import ArticleFlag
from operator_desk.domain.knowledge_terms import FlagReason
from operator_desk.services.hidden import is_hidden
from operator_desk.services.knowledge import Shown
from operator_desk.services.people import Actor
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.flag_strip import FlagStrip
from operator_desk.ui.knowledge.in_hand import InHand
from operator_desk.ui.names import flag_word
from operator_desk.ui.parts import Parts

if TYPE_CHECKING:
    from operator_desk.ui.knowledge.pane import KnowledgePane


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the strip asks about: the article in the version that was seen, and the call then."""

    key: str
    version_id: UUID
    title: str
    draft: Draft | None


class Flagging(QObject):
    """Asks in a strip of the pane; the record and the search are left as they are."""

    asked = Signal()  # the strip is shown
    left = Signal(object)  # where the keys were outside the pane, or None
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor, pane: KnowledgePane) -> None:
        super().__init__(pane)
        self._parts, self._actor, self._pane = parts, actor, pane
        self._hand: InHand | None = None
        self._meant: _Meant | None = None
        self._came_from: QWidget | None = None
        self._own: dict[str, ArticleFlag] = {}  # the last flag from this window by article
        self.strip = FlagStrip()
        self.strip.given.connect(self._given)
        self.strip.left.connect(self._leave)
        self.strip.take_back_wanted.connect(self._take_back)
        pane.article.opened.connect(lambda _opened: self.look())

    def in_call(self, hand: InHand) -> None:
        """Whose call in hand a flag belongs to."""
        self._hand = hand

    # -- asking --------------------------------------------------------------------------

    def begin(self) -> bool:
        """Asks about the open article, or the first painted hit; again: stores what is chosen.

        False when there is neither.
        """
        flush_composition()
        if not self.strip.isHidden():
            if self.strip.has_keys():
                self.strip.give()
            else:
                self._remember()
                self._ask_on()
            return True
        shown = self._pane.view.shown
        hit = None if shown is not None else self._pane.first_hit()
        if shown is not None:
            self._ask(shown)
        elif hit is not None:
            knowledge = self._parts.knowledge
            self._parts.lanes.read.submit(
                lambda: knowledge.get(hit.key), self._ask, self.failed.emit, newest="flagged"
            )
        return shown is not None or hit is not None

    def _ask(self, shown: Shown) -> None:
        if not self.strip.isHidden():
            return
        draft = self._hand.draft if self._hand else None
        article = shown.article
        self._meant = _Meant(article.key, shown.version_id, article.title, draft)
        self._remember()
        self.asked.emit()
        self._pane.give_room(True)
        hidden, own = is_hidden(self._parts.profile, draft), article.key in self._own
        self.strip.ask(article.title, hidden=hidden, flagged=own)

    def _ask_on(self) -> None:
        self.asked.emit()
        self.strip.take_keys()

    def _remember(self) -> None:
        self._came_from = self._pane.window().focusWidget()

    def _leave(self) -> None:
        """The strip goes, the keys go back to where they were."""
        field, self._came_from = self._came_from, None
        had_keys, self._meant = self.strip.has_keys(), None
        self.strip.hide()
        self._pane.give_room(False)
        if not had_keys:
            return
        if field is not None and self._pane.isAncestorOf(field) and field.isVisible():
            field.setFocus()
        else:
            self.left.emit(field)

    def forget(self) -> None:
        """Another call or matter is in hand: a strip in which no note was begun goes."""
        if not self.strip.isHidden() and not self.strip.note.text().strip():
            self._leave()

    # -- storing -------------------------------------------------------------------------

    def _given(self, reason: FlagReason, note: str) -> None:
        meant = self._meant
        if meant is None:
            return
        queues, title = self._parts.queues, meant.title
        row = queues.flagged(
            self._actor, meant.key, meant.version_id, reason, note, self._case(meant.draft)
        )
        self._leave()
        if self._hand is not None:
            self._hand.keep_flag(row, queues.keep, lambda: self._stored(row, title))

    def _case(self, then: Draft | None) -> Draft | None:
        """The call that the strip was opened in as it stands now, with the matter of then."""
        now = self._hand.draft if self._hand else None
        if then is None or now is None or now.call_id != then.call_id:
            return then
        ids = [matter.id for matter in now.matters]
        return replace(now, current=ids.index(then.matter.id))

    def _stored(self, row: ArticleFlag, title: str) -> None:
        words = tr("Flagged ({reason}): {title}", reason=flag_word(row.reason), title=title)
        self._own[row.article_key] = row
        self._pane.toasts.say(words, "ok", tr("Undo"), lambda: self._undo(row, title))
        self.look()

    def _take_back(self) -> None:
        meant = self._meant
        self._leave()
        if meant is not None and meant.key in self._own:
            self._undo(self._own[meant.key], meant.title)

    def _undo(self, row: ArticleFlag, title: str) -> None:
        queues, actor = self._parts.queues, self._actor

        def done(_none: object) -> None:
            if self._own.get(row.article_key) is row:
                del self._own[row.article_key]
            self._pane.toasts.say(tr("Flag taken back: {title}", title=title), "info")
            self.look()

        self._parts.lanes.write.submit(lambda: queues.take_back(actor, row), done, self.failed.emit)

    # -- what was flagged today ----------------------------------------------------------

    def look(self) -> None:
        """Reads whether the open article was flagged today, and says so on it."""
        shown = self._pane.view.shown
        if shown is None:
            return
        queues, key, version = self._parts.queues, shown.article.key, shown.version_id

        def show(reasons: tuple[FlagReason, ...]) -> None:
            now = self._pane.view.shown
            if now is not None and now.version_id == version:
                self._pane.view.show_flags(reasons)

        self._parts.lanes.read.submit(
            lambda: queues.flagged_today(key, version), show, self.failed.emit, newest="flags"
        )
