"""The event card that fits the call: first in the middle column, its keys beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from operator_desk.domain.draft import MatterDraft
from operator_desk.domain.event_cards import EventCard, Match, Why
from operator_desk.domain.event_told import standing
from operator_desk.domain.profile import Profile
from operator_desk.ui import names
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.icons import Picture
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.words import tr


class EventStrip(QFrame):
    """One card at a time; a digit acts on the one that is painted. Takes no focus by itself.

    While the keys are here nothing is exchanged under them: what came meanwhile is shown after.
    """

    tell_wanted = Signal(object)  # EventCard
    me_too_wanted = Signal()
    turned = Signal()  # to be shown anew: another card, other keys, another room
    left = Signal()  # Esc: back to where the cursor was

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile
        self._matches: tuple[Match, ...] = ()
        self._later: tuple[Match, ...] | None = None
        self._at = 0
        self._narrow = False
        self.setProperty("role", "inset")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = plain_label(role="title", wrap=True)
        self._why, self._say = (
            plain_label(role="muted", wrap=True),
            plain_label("", "say", wrap=True),
        )
        self._state = plain_label(role="ok", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Picture("warning", "warn", 20))
        top.addWidget(self._title, 1)
        self._chip = plain_label("F7", "key")
        top.addWidget(self._chip)
        self._keys, row = flow_row()
        self._tell = self._button(self.tell)
        self._me_too = self._button(self.me_too_wanted.emit)
        self._other = self._button(self._next)
        for made in (self._tell, self._me_too, self._other):
            row.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._why)
        layout.addWidget(self._say)
        layout.addWidget(self._state)
        layout.addWidget(self._keys)
        self.hide()

    def _button(self, run: Callable[[], object]) -> Any:
        made = button("")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the digits are the keys
        made.clicked.connect(run)
        return made

    # -- what is shown -------------------------------------------------------------------

    @property
    def speaks(self) -> bool:
        """Whether the sentence to say next is the card's."""
        return not self.isHidden() and not self._say.isHidden()

    @property
    def card(self) -> EventCard | None:
        """The card that is painted."""
        return self._matches[self._at].card if self._matches else None

    def show_matches(self, matches: Sequence[Match], matter: MatterDraft | None) -> None:
        """What fits now; the card that is shown stays in front as long as it fits."""
        if self.hasFocus():
            self._later = tuple(matches)
            return
        before = self.card
        self._matches, self._later = tuple(matches), None
        ids = [match.card.id for match in self._matches]
        self._at = ids.index(before.id) if before is not None and before.id in ids else 0
        self.refresh(matter)

    def refresh(self, matter: MatterDraft | None) -> None:
        """Whether the painted card was told, and whether the matter's ticket reports it."""
        card = self.card
        self.setVisible(card is not None and matter is not None)
        if card is None or matter is None:
            return
        told, joined = standing(matter, card.id), matter.event_card == card.id
        self._title.setText(card.title)
        words = (self._reason(self._matches[self._at]), self._times(card))
        self._why.setText(" · ".join(part for part in words if part))
        self._say.setText(card.to_say)
        said = told is not None
        self._say.setVisible(not said)  # said: what comes next has the room
        self._why.setVisible(not said and not self._narrow)
        self._keys.setVisible(not said or self.hasFocus())
        self._state.setText(self._done(matter, told=told is not None, joined=joined))
        self._state.setVisible(bool(self._state.text()))
        self._tell.setText(tr("1 Take back") if told else tr("1 Told"))
        self._me_too.setText(tr("2 Me too"))
        self._me_too.setVisible(card.open and not joined)
        many = len(self._matches)
        whole = tr("3 Next ({n} of {of})", n=self._at + 1, of=many)
        self._other.setText(whole)
        self._other.setAccessibleName(whole)
        self._other.setVisible(many > 1 and not self._narrow)
        # Where there is little room the key stands beside the title, not in a row of its own.
        beside = f"F7 · 3 {self._at + 1}/{many}" if many > 1 and self._narrow else "F7"
        self._chip.setText(beside)
        spoken = (card.title, self._why.text(), card.to_say, self._state.text())
        self.setAccessibleName(tr("Event card") + " " + " ".join(part for part in spoken if part))

    def _times(self, card: EventCard) -> str:
        if card.solved_at is not None:
            when = names.local(self._profile, card.solved_at, "%m-%d %H:%M")
            return tr("solved {time}", time=when)
        if card.text.ends_at is not None:
            when = names.local(self._profile, card.text.ends_at, "%m-%d %H:%M")
            return tr("until {time}", time=when)
        return ""

    def _reason(self, match: Match) -> str:
        parts = []
        for why, text in match.reasons:
            if why is Why.CATEGORY:
                text = self._profile.categories.path_name(text, " › ") or text
            elif why is Why.AREA:
                text = tr("number of this area")
            elif why is Why.PLACE and text == match.card.text.place_code:
                text = match.card.text.place or text
            parts.append(text)
        words = tr(", ").join(dict.fromkeys(parts))
        return tr("Event · fits: {reasons}", reasons=words)

    def _done(self, matter: MatterDraft, *, told: bool, joined: bool) -> str:
        if joined and matter.ticket is not None:
            return tr("Joined: ticket {number}", number=matter.ticket.number)
        if joined:
            return tr("The ticket of this matter joins the event.")
        return tr("Told.") if told else ""

    def fold(self, narrow: bool) -> None:
        """Leaves out by what it was found where there is little room."""
        self._narrow = narrow
        self.turned.emit()

    # -- keys ----------------------------------------------------------------------------

    def take_keys(self) -> bool:
        """The keys to the card; False when none is shown."""
        if self.card is None or self.isHidden():
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tell(self) -> None:
        """Marks the painted card told, or takes that back."""
        if self.card is not None:
            self.tell_wanted.emit(self.card)

    def _next(self) -> None:
        if len(self._matches) > 1:
            self._at = (self._at + 1) % len(self._matches)
            self.turned.emit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digits: dict[str, Callable[[], object]] = {
            "1": self.tell,
            "2": lambda: None if self._me_too.isHidden() else self._me_too.click(),
            "3": self._next,
        }
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in digits:
            digits[event.text()]()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyle(self, "keys", value=True)
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        restyle(self, "keys", value=False)
        self.turned.emit()

    def take_later(self, matter: MatterDraft | None) -> None:
        """Shows what came while the keys were here, or the card that was turned to."""
        if self._later is not None and not self.hasFocus():
            self.show_matches(self._later, matter)
        else:
            self.refresh(matter)
