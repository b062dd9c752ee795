"""Tickets that may be about the same matter: a line above the strip, and side by side with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.draft import Draft
from operator_desk.domain.profile import Profile
from operator_desk.domain.proposals import Duplicate
from operator_desk.ui import names
from operator_desk.ui.call.digit_rows import DigitRows, Row
from operator_desk.ui.call.reasons import Reasons
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr

_FIELDS = 7


class _Rows(DigitRows):
    """A digit or an arrow shows a ticket, Enter joins it, Backspace says: not the same."""

    joined = Signal()
    refused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.joined.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.refused.emit()
        else:
            super().keyPressEvent(event)


class DuplicatesPane(QWidget):
    """The matter in hand beside one of the tickets; `decided` gives the ticket's id or None."""

    decided = Signal(object)  # the ticket to be handled jointly with; None: the choice is undone
    left = Signal()
    changed = Signal()  # which tickets are still offered

    def __init__(self, profile: Profile, reasons: Reasons) -> None:
        super().__init__()
        self._profile, self._reasons = profile, reasons
        self._found: tuple[Duplicate, ...] = ()
        self._refused: set[tuple[UUID, UUID]] = set()
        self._draft: Draft | None = None
        self.chosen: UUID | None = None
        self.rows = _Rows(tr("Possible duplicates"))
        self.rows.setSizeAdjustPolicy(QListView.SizeAdjustPolicy.AdjustToContents)
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.rows.chosen.connect(lambda _value: self._show())
        self.rows.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.rows.left.connect(self.left)
        self.rows.joined.connect(self._join)
        self.rows.refused.connect(self._refuse)
        self.join = button(tr("Handle jointly"), "primary", "check", key="Enter")
        self.join.clicked.connect(self._join)
        self.refuse = button(tr("Not the same"), "", "close", key="Del")
        self.refuse.clicked.connect(self._refuse)
        self.back = button(tr("Back"), "flat", key="Esc")
        self.back.clicked.connect(self.left)
        keys, row = flow_row()
        for one in (self.join, self.refuse, self.back):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows)
        layout.addWidget(self._table(), 1)
        layout.addWidget(keys)

    def _table(self) -> QScrollArea:
        host = QWidget()
        host.setObjectName("inner")
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 4, 6, 0)
        self._heads = (plain_label(role="field"), plain_label(role="field"))
        for column, head in enumerate(self._heads, 1):
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        self._names, self._cells = [], []
        for line in range(1, _FIELDS + 1):
            name = plain_label(role="field")
            pair = (plain_label(wrap=True), plain_label(wrap=True))
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            for column, cell in enumerate(pair, 1):
                grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
            self._names.append(name)
            self._cells.append(pair)
        grid.setRowStretch(_FIELDS + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(host)
        return area

    # -- what is offered -----------------------------------------------------------------

    def offer(self, draft: Draft, found: Sequence[Duplicate]) -> None:
        """Tickets for the matter in hand; those it was said of that they are not the same stay out.

        The row that the keys stand on stays the same while it is offered.
        """
        matter = draft.matter
        self._draft, self.chosen = draft, matter.joins
        self._found = tuple(one for one in found if (matter.id, one.ticket.id) not in self._refused)
        self.rows.set_rows([Row(one.ticket.id, self._words(one)) for one in self._found])
        self._show()
        self.changed.emit()

    @property
    def offered(self) -> tuple[Duplicate, ...]:
        """What is still offered, the likeliest first."""
        return self._found

    def line(self) -> str:
        """One line about what is offered or chosen; "" when there is nothing."""
        chosen = next((one for one in self._found if one.ticket.id == self.chosen), None)
        if chosen is not None:
            return tr("Handled jointly with {number}", number=chosen.ticket.number)
        if not self._found:
            return ""
        first = self._found[0]
        why = self._reasons.text(first.reasons)
        return tr(
            "{n} possibly the same: {number} ({why})",
            n=len(self._found),
            number=first.ticket.number,
            why=why,
        )

    def _words(self, one: Duplicate) -> str:
        parts = [one.ticket.number, names.state_word(one.ticket.state)]
        if one.ticket.id == self.chosen:
            parts.append(tr("handled jointly"))
        return "　".join(parts)

    def take_keys(self) -> None:
        """The keys into the list."""
        self.rows.setFocus()

    # -- side by side --------------------------------------------------------------------

    def _current(self) -> Duplicate | None:
        at = self.rows.currentIndex().row()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _show(self) -> None:
        one, draft = self._current(), self._draft
        if one is None or draft is None:
            return
        self._heads[0].setText(tr("This matter"))
        self._heads[1].setText(one.ticket.number)
        pairs = self._pairs(draft, one)
        for name, cells, (word, own, other) in zip(self._names, self._cells, pairs, strict=True):
            name.setText(word)
            cells[0].setText(own or "–")
            cells[1].setText(other or "–")
        self.join.setEnabled(one.ticket.open)
        again = one.ticket.id == self.chosen
        words = tr("Not jointly after all") if again else tr("Handle jointly")
        self.join.setText(f"{words}  Enter")
        self.join.setAccessibleName(words)

    def _pairs(self, draft: Draft, one: Duplicate) -> list[tuple[str, str, str]]:
        tree, matter, ticket = self._profile.categories, draft.matter, one.ticket
        secret = tr("secret") if ticket.hidden else ""
        joined = tr("{n} joined", n=one.joined) if one.joined else ""
        state = tr(", ").join(filter(None, (names.state_word(ticket.state), joined)))
        return [
            (tr("Why"), " ", self._reasons.text(one.reasons, 4)),
            (names.field_word("title"), matter.strip.title, secret or one.title),
            (names.field_word("place"), matter.strip.place, secret or one.place),
            (
                names.field_word("category"),
                tree.path_name(matter.category or "", " › "),
                tree.path_name(ticket.category or "", " › ") or ticket.category_text or "",
            ),
            (names.field_word("summary"), matter.summary, secret or one.summary),
            (tr("Time"), self._when(draft.started_at), self._when(ticket.registered_at)),
            (tr("State"), tr("not registered yet"), state),
        ]

    def _when(self, at: datetime) -> str:
        return names.local(self._profile, at, "%m-%d %H:%M")

    # -- deciding ------------------------------------------------------------------------

    def _join(self) -> None:
        one = self._current()
        if one is not None and one.ticket.open:
            self.chosen = None if one.ticket.id == self.chosen else one.ticket.id
            self.decided.emit(self.chosen)

    def _refuse(self) -> None:
        one, draft = self._current(), self._draft
        if one is None or draft is None:
            return
        self._refused.add((draft.matter.id, one.ticket.id))
        if one.ticket.id == self.chosen:
            self.decided.emit(None)
        self.offer(draft, [other for other in self._found if other is not one])
        if not self._found:
            self.left.emit()
