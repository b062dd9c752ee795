"""Event cards in a call: matched while the caller speaks, told, and reported once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain import event_told
from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.event_cards import EventCard, Match, matches, said_of
from operator_desk.domain.phase import Phase
from operator_desk.services.event_cards import Shown
from operator_desk.services.people import Actor
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.event_strip import EventStrip
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts

_AGAIN_MS = 30_000  # another desk may have published one
_MATCH_MS = 120
_PHASES = (Phase.LISTENING, Phase.AFTER_CALL)


class CallEvents(QObject):
    """Keeps the cards in memory and shows the one that fits the matter in hand."""

    failed = Signal(object)
    shown = Signal()  # another card is painted, or none

    def __init__(
        self, parts: Parts, actor: Actor, desk: CallDesk, toasts: Toasts, parent: QObject
    ) -> None:
        super().__init__(parent)  # its timers end with the page
        self._parts, self._actor, self._desk, self._toasts = parts, actor, desk, toasts
        self._known = Shown()
        self.strip = EventStrip(parts.profile)
        self.strip.tell_wanted.connect(self.tell)
        self.strip.turned.connect(lambda: self.strip.take_later(self._matter()))
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.load)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MATCH_MS)
        self._soon.timeout.connect(self._match)
        desk.changed.connect(self._changed)

    def load(self) -> None:
        """Reads the cards anew."""
        self._again.start()
        self._parts.lanes.read.submit(
            self._parts.events.shown, self._loaded, self.failed.emit, newest="events"
        )

    def _loaded(self, shown: Shown) -> None:
        self._known = shown
        self._match()

    # -- matching ------------------------------------------------------------------------

    def typed(self) -> None:
        """Something was typed: what fits is looked for in a moment."""
        if self._known.cards:
            self._soon.start()

    def _changed(self) -> None:
        self.strip.refresh(self._matter())
        self.typed()

    def _matter(self) -> MatterDraft | None:
        """The matter in hand, in the phases that show the card."""
        return self._desk.matter if self._desk.phase in _PHASES else None

    def forget(self) -> None:
        """Another matter is in hand: what fitted the one before is gone."""
        self.strip.show_matches((), None)
        self._match()

    def _match(self) -> None:
        draft, cards = self._desk.draft, self._known.cards
        if draft is None or not cards:
            self.strip.show_matches((), None)
            return
        matter, areas = draft.matter, self._known.areas_of(draft.number)
        now = self._parts.clock()
        self._parts.lanes.search.submit(
            lambda: matches(cards, said_of(matter, areas), now),
            lambda found: self._show(matter.id, found),
            self.failed.emit,
            newest="event cards",
        )

    def _show(self, of: UUID, found: Sequence[Match]) -> None:
        matter = self._desk.matter
        if matter is not None and matter.id == of:
            self.strip.show_matches(found, self._matter())
            self.shown.emit()

    # -- what is done with it ------------------------------------------------------------

    def tell(self, card: EventCard) -> None:
        """Marks a card told in the matter in hand; again takes it back."""
        draft = self._desk.draft
        if draft is None:
            return
        matter = event_told.told(draft, card, self._parts.calls.stamp()).matter
        self._desk.set_told(matter)
        if event_told.standing(matter, card.id) is not None:
            words = tr("Told: {title}", title=card.title)
            self._toasts.say(words, "ok", tr("Undo"), lambda: self.tell(card))
        else:
            self._toasts.say(tr("Taken back: {title}", title=card.title), "info")

    def me_too(self, card: EventCard) -> None:
        """The matter in hand is one more report of the event: told, and a ticket at once."""
        draft, stamp = self._desk.draft, self._parts.calls.stamp()
        if draft is None or not card.open:
            return
        if draft.matter.ticket is None:
            reported = event_told.me_too(self._parts.profile, draft, card, stamp)
            self._desk.set_matter(reported.matter)
            self._desk.register()
            return
        number, events, actor = draft.matter.ticket.number, self._parts.events, self._actor
        if event_told.standing(draft.matter, card.id) is None:
            self._desk.set_told(event_told.told(draft, card, stamp).matter)
        self._parts.lanes.write.submit(
            lambda: events.join(actor, card.id, [number]),
            lambda _joined: self._joined(card, number),
            self.failed.emit,
        )

    def _joined(self, card: EventCard, number: str) -> None:
        matter = self._desk.matter
        if matter is not None and matter.ticket is not None and matter.ticket.number == number:
            self._desk.set_matter(replace(matter, event_card=card.id))
        self._toasts.say(tr("Ticket {number} joined: {title}", number=number, title=card.title))

    def doing(self, run: Callable[[EventCard], None]) -> bool:
        """Does something with the painted card; False when none is painted."""
        card = self.strip.card
        if card is None or self.strip.isHidden():
            return False
        run(card)
        return True
