"""The history of a number: its tickets, what the caller can do to one, and earlier calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.numbers import number_key
from operator_desk.domain.profile import Profile
from operator_desk.domain.views import CallRow, MatterRow
from operator_desk.services.calls import History
from operator_desk.services.ports import Clock
from operator_desk.services.second_calls import CHOICES, Asked, KnownTicket
from operator_desk.ui import names
from operator_desk.ui.call import ticket_words as words
from operator_desk.ui.call.digit_rows import DigitRows, Row
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.labels import plain_label
from operator_desk.ui.kit.words import tr

_MOST = 12
_REASONS = {Action.WITHDRAW: "withdraw", Action.NOT_SOLVED: "follow_up"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is done to a ticket: with its reason, or the answer to the unit's question `ref`."""

    ticket: KnownTicket
    action: Action
    reason: str | None = None
    ref: UUID | None = None
    note: str = ""


class SaidLine(ComposingLine):
    """A line for what the caller says; Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.keep_composition()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HistoryPane(QWidget):
    """One list that digits choose in: tickets and calls, then what can be done to a ticket."""

    chosen = Signal(object)  # Chosen
    shown = Signal()  # other tickets than before
    asking = Signal(object)  # Chosen, of which the reason or the answer is still to come
    refused = Signal(str)  # why what was chosen is not possible
    find_wanted = Signal(str)
    left = Signal()

    def __init__(self, profile: Profile, language: str, clock: Clock) -> None:
        super().__init__()
        self._profile, self._language, self._clock = profile, language, clock
        self._history, self._number = History((), (), ()), ""
        self._known: tuple[KnownTicket, ...] = ()
        self._found: tuple[KnownTicket, ...] = ()  # by the number that the caller said
        self._open: KnownTicket | None = None
        self._asks: Action | Asked | None = None
        self._call: object = None  # the call that is shown whole
        self._finds = False  # a number is being typed that the caller says
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.title = plain_label(tr("History of the number"), "field", wrap=True)
        self.detail = plain_label(wrap=True)
        self.detail.hide()
        self.rows = DigitRows(tr("History of the number"))
        self.rows.chosen.connect(self._choose)
        self.rows.left.connect(self._back)
        self.line = SaidLine()
        self.line.returnPressed.connect(self._said)
        self.line.left.connect(self._line_left)
        for widget in (self.title, self.detail):
            layout.addWidget(widget)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.line)
        self._show()

    @property
    def tickets(self) -> tuple[KnownTicket, ...]:
        """The tickets that the caller may mean."""
        found = {one.row.id for one in self._found}
        return (*self._found, *(one for one in self._known if one.row.id not in found))

    # -- what is shown -------------------------------------------------------------------

    def clear(self) -> None:
        """Another call: nothing is known of it yet."""
        self._history, self._number, self._known, self._found = History((), (), ()), "", (), ()
        self._open = self._asks = self._call = None
        self._finds = False
        self._show()

    def show_history(
        self, number: str, history: History, known: Sequence[KnownTicket] = ()
    ) -> None:
        """What is known of the number; never a person. The only open ticket is opened."""
        self._number, self._history, self._known = number, history, tuple(known)
        now = {one.row.id: one for one in self._known}
        self._found = tuple(now.get(one.row.id, one) for one in self._found)
        self._call = None
        if self._open is not None:
            here = {one.row.id: one for one in self.tickets}
            self._open = here.get(self._open.row.id)
        open_ = [one for one in self.tickets if one.open]
        if self._open is None and len(open_) == 1:
            self._open = open_[0]
        if self._open is None:
            self._asks = None
        self._show()

    def show_found(self, found: Sequence[KnownTicket]) -> None:
        """The tickets with the number that the caller said; a single one is opened."""
        self._found, self._finds = tuple(found), False
        self._open = self._found[0] if len(self._found) == 1 else None
        self._asks = None
        self.line.clear()
        self._show()
        self.rows.setFocus()

    def open_find(self) -> None:
        """The cursor to where a ticket's number is typed."""
        self._asks, self._finds = None, True
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        self.title.setText(self._title())
        opened = self._open
        self.detail.setVisible(opened is not None)
        if opened is not None:
            text = words.short_words(self._profile, opened, self._clock())
            if opened.hidden:
                text += "\n" + tr("Secret, and another number: say nothing but the state.")
            self.detail.setText(text)
        answers = isinstance(self._asks, Asked)
        name = (
            tr("What the caller answers") if answers else tr("Ticket number that the caller says")
        )
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name if answers else tr("Ticket number, such as A07-0012"))
        self.line.setVisible(opened is None or answers or self._finds)
        self.rows.set_rows(self._rows())
        self.shown.emit()

    def _title(self) -> str:
        if isinstance(self._asks, Asked):
            return tr("The unit asks: {question}", question=self._asks.words)
        if self._asks is not None:
            return tr("{action}: a digit gives the reason, Esc goes back",
                      action=words.choice_word(self._asks))  # fmt: skip
        if self._open is not None:
            return tr("A digit: what the caller wants of this ticket")
        if self.tickets:
            return tr("Tickets: {n}. A digit opens one.", n=len(self.tickets))
        count = len(self._history.calls)
        if not number_key(self._number):
            return tr("History of the number: it is withheld or empty.")
        if not count and not self._history.tickets:
            return tr("First call from this number.")
        if not count:  # the tickets of this very call
            return tr("First call from this number, {n} tickets.", n=len(self._history.tickets))
        return tr("Same number, {n} calls. A digit shows more.", n=count)

    # -- rows ----------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        if isinstance(self._asks, Action):
            reasons = self._profile.reasons.get(_REASONS[self._asks], ())
            return [
                Row(("reason", one.code), one.text(self._language), digit=one.digit)
                for one in reasons
            ]
        if self._open is None:
            tickets = [Row(("ticket", one.row.id), self._words_of(one)) for one in self.tickets]
            return [*tickets, *self._calls()]
        found = [
            Row(("asked", one), tr("The unit asks: {question}", question=one.words), digit=str(n))
            for n, one in enumerate(self._open.asked[:4], len(CHOICES) + 1)
        ]
        found += [self._choice(self._open, action, str(n)) for n, action in enumerate(CHOICES, 1)]
        found.append(Row(("more", None), words.more_words(self._profile, self._open), digit="·"))
        if len(self.tickets) > 1:
            found.append(Row(("list", None), tr("The other tickets")))
        return [*found, *self._calls()]

    def _words_of(self, ticket: KnownTicket) -> str:
        return words.whole_words(self._profile, ticket, self._clock())

    def _choice(self, ticket: KnownTicket, action: Action, digit: str) -> Row:
        text, refused = words.choice_word(action), ticket.refused.get(action)
        if refused is not None:
            text = tr("{action} ({why})", action=text, why=words.refusal(refused))
        return Row(("action", action), text, digit, off=refused is not None)

    def _calls(self) -> list[Row]:
        rows, shown = [], {one.row.number for one in self.tickets}
        matters: dict[UUID, list[MatterRow]] = {}
        for matter in self._history.matters:
            matters.setdefault(matter.call_id, []).append(matter)
        for call in self._history.calls[:_MOST]:
            own = matters.get(call.id, [])
            shown |= {matter.ticket for matter in own if matter.ticket}
            rows.append(Row(("call", call.id), self._call_words(call, own)))
        return rows + [
            Row(("call", ticket.id), self._ticket_words(ticket.number))
            for ticket in self._history.tickets
            if ticket.number not in shown
        ]

    def _call_words(self, call: CallRow, matters: Sequence[MatterRow]) -> str:
        day = names.local(self._profile, call.started_at, "%m-%d %H:%M")
        outcome = tr("running")
        if call.outcome:
            outcome = names.outcome_word(self._profile, call.outcome, self._language)
        whole = self._call == call.id
        lines = [f"{day}　{outcome}"]
        lines += [self._matter_words(matter, whole) for matter in matters[: None if whole else 1]]
        if len(matters) > 1 and not whole:
            lines.append(tr("and {n} more", n=len(matters) - 1))
        return "\n".join(line for line in lines if line)

    def _matter_words(self, matter: MatterRow, whole: bool) -> str:
        parts = [names.kind_word(self._profile, matter.kind, self._language)] if matter.kind else []
        if whole and matter.category:
            parts.append(self._profile.categories.path_name(matter.category, " › "))
        if matter.summary:
            parts.append(matter.summary)
        lines = ["　".join(parts)]
        if matter.ticket:
            lines.append(self._ticket_words(matter.ticket, whole))
        if whole and matter.told:
            lines.append(tr("Told: {n} articles", n=len(matter.told)))
        return "\n".join(line for line in lines if line)

    def _ticket_words(self, number: str, whole: bool = False) -> str:
        ticket = next((one for one in self._history.tickets if one.number == number), None)
        if ticket is None:
            return number
        parts = [number, names.state_word(ticket.state)]
        if whole or self._call == ticket.id:
            parts += [ticket.title or "", ticket.place or ""]
        return "　".join(part for part in parts if part)

    # -- choosing ------------------------------------------------------------------------

    def _choose(self, value: tuple[str, Any]) -> None:
        what, it = value
        if what == "ticket":
            self._open = next(one for one in self.tickets if one.row.id == it)
        elif what == "list":
            self._open = None
        elif what == "call":
            self._call = None if self._call == it else it
        elif self._open is not None and what != "more":
            self._choose_action(self._open, what, it)
            return
        self._show()

    def _choose_action(self, ticket: KnownTicket, what: str, it: Any) -> None:
        if what == "reason" and isinstance(self._asks, Action):
            action, self._asks = self._asks, None
            self._show()
            self.chosen.emit(Chosen(ticket, action, reason=it))
        elif what == "asked":
            self._asks = it
            self._show()
            self.asking.emit(Chosen(ticket, Action.RELAY_ANSWER, ref=it.event_id, note=it.words))
            self.line.setFocus()
        elif it in ticket.refused:
            self.refused.emit(words.refusal(ticket.refused[it]))
        elif it in _REASONS:
            self._asks = it
            self._show()
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
            self.asking.emit(Chosen(ticket, it))
        else:
            self.chosen.emit(Chosen(ticket, it))

    def _said(self) -> None:
        self.line.keep_composition()
        typed = self.line.text().strip()
        if not typed:
            return
        if not isinstance(self._asks, Asked):
            self.find_wanted.emit(typed)
        elif self._open is not None:
            asked, self._asks = self._asks, None
            self.line.clear()
            self._show()
            self.rows.setFocus()
            chosen = Chosen(self._open, Action.RELAY_ANSWER, ref=asked.event_id, note=typed)
            self.chosen.emit(chosen)

    def _line_left(self) -> None:
        if isinstance(self._asks, Asked):
            self._asks = None
            self._show()
            self.rows.setFocus()
        else:
            self._finds = False
            self.left.emit()
            self._show()

    def _back(self) -> None:
        if self._asks is not None:
            self._asks = None
        elif self._open is not None and len(self.tickets) > 1:
            self._open = None
        else:
            self.left.emit()
            return
        self._show()
