"""The tickets page: work lists and their rows, the ticket in hand, several tickets at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.viewing import AUDITORS
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.halves import Halves
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.bulk import BulkPanel, bulk_actions
from operator_desk.ui.tickets.list_panel import ListPanel
from operator_desk.ui.tickets.ticket_panel import TicketPanel
from operator_desk.ui.tickets.words import action_word


class TicketsPage(QWidget):
    """Digits choose a list, Enter opens a row, digits choose what to do; Esc goes back."""

    failed = Signal(object)
    notice = Signal(str, str, str, object)
    page_wanted = Signal(str)  # by the action that shows it
    follow_up_wanted = Signal(str, object)  # number, and who hears why it cannot begin

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor = parts, actor
        self._coming = False
        self._acted_on = ""
        self._wanted = self._to_rows
        self.lists = ListPanel(parts, actor)
        self.ticket, self.bulk = TicketPanel(parts, actor), BulkPanel(parts, actor)
        self._side = QStackedWidget()
        self._side.addWidget(self.ticket)
        self._side.addWidget(self.bulk)
        self._several, self._row = flow_row()
        self._several.hide()
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.lists, 1)
        inside.addWidget(self._several)
        self._halves = Halves(left, self._side, (62, 38))
        self._left = left
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        outer.addWidget(self._halves)
        self._listen()
        self._read_units()

    @property
    def table(self) -> QWidget:
        """The table, which the window fits to another font."""
        return self.lists.table

    def _listen(self) -> None:
        self.lists.chosen.connect(self._chosen)
        if self._actor.may(*AUDITORS):
            self.lists.title.add_button(tr("View log"), lambda: self.page_wanted.emit("show_views"))
        self.lists.opened.connect(self._open)
        self.lists.marked.connect(self._marked)
        self.lists.notice.connect(lambda words, level: self.notice.emit(words, level, "", None))
        self.ticket.notice.connect(self.notice)
        self.ticket.follow_up_wanted.connect(self.follow_up_wanted)
        self.ticket.left.connect(self._to_rows)
        self.ticket.acted.connect(self._acted)
        self.bulk.left.connect(self._bulk_left)
        self.bulk.acted.connect(self.refresh)
        for part in (self.lists, self.ticket, self.bulk):
            part.failed.connect(self.failed)

    def _read_units(self) -> None:
        lists = self._parts.lists
        self._parts.lanes.read.submit(lists.units, self._set_units, self.failed.emit)

    def _set_units(self, units: list[UnitVersion]) -> None:
        for part in (self.lists, self.ticket, self.bulk):
            part.set_units(units)

    # -- rows and ticket -----------------------------------------------------------------

    def reload(self) -> None:
        """The page comes to the front: the keys go to the rows, not into the search box."""
        self._coming = True
        self.refresh()

    def refresh(self) -> None:
        """Reads the list and the counts anew; the keys stay on their ticket."""
        self.lists.reload()
        self.lists.count()

    def _chosen(self, row: TicketRow | None) -> None:
        acted, self._acted_on = self._acted_on, ""
        if acted and (row is None or row.number == acted):
            self.ticket.load(acted)  # as it is now
        elif row is not None:
            self.ticket.follow(row.number)
            if self.ticket.detail.opened is None:
                self.ticket.show_nothing(tr("Choose a ticket: Enter opens it."))
        elif self.ticket.detail.opened is None:
            self.ticket.show_nothing("")

    def _open(self, row: TicketRow) -> None:
        self._side.setCurrentWidget(self.ticket)
        self._halves.bring(self._side)
        had_keys = QApplication.focusWidget()

        def take_keys() -> None:
            # Whoever opened something else meanwhile (the palette, another page) keeps the keys.
            now = QApplication.focusWidget()
            if now in (None, had_keys) or self.isAncestorOf(now):
                self.ticket.take_keys()

        self.ticket.load(row.number, take_keys)

    def _paper(self, show: Callable[[], None]) -> None:
        """A paper of the ticket in hand, on the half that it stands on."""
        if self.ticket.detail.opened is not None:
            self._halves.bring(self._side)
            show()

    def _to_rows(self) -> None:
        self._halves.bring(self._left)
        self.lists.take_keys()

    def _acted(self, number: str) -> None:
        """A step was stored: what is shown is read anew, the next ticket where this one left."""
        if number:
            self._acted_on = number
            self._to_rows()
        self.refresh()

    # -- several -------------------------------------------------------------------------

    def _marked(self, count: int) -> None:
        clear(self._row)
        rows = self.lists.marks() if count > 1 else []
        self._several.setVisible(bool(rows))
        if not rows:
            return
        self._row.addWidget(plain_label(tr("{n} marked", n=len(rows)), "chip"))
        for place, action in enumerate(bulk_actions(rows, self._actor)):
            made = button(action_word(action), "chip", key="B" if place == 0 else "")
            made.clicked.connect(lambda _on=False, one=action: self._ask_bulk(one))
            self._row.addWidget(made)

    def _ask_bulk(self, action: object = None) -> None:
        rows = self.lists.marks()
        able = bulk_actions(rows, self._actor)
        wanted = action if action in able else next(iter(able), None)
        if wanted is None:
            words = tr("Mark several tickets with Space or Shift first; all must be able to do it.")
            self.notice.emit(words, "info", "", None)
            return
        self._side.setCurrentWidget(self.bulk)
        self._halves.bring(self._side)
        self.bulk.ask(rows, next(one for one in able if one is wanted))

    def _bulk_left(self) -> None:
        self.bulk.form.close_form()
        self._side.setCurrentWidget(self.ticket)
        self._to_rows()

    # -- keys ----------------------------------------------------------------------------

    def search(self) -> None:
        """F3: the cursor into the search box; the rows, when the page has just come."""
        flush_composition()
        if self._coming:
            self._coming = False
            wanted, self._wanted = self._wanted, self._to_rows
            wanted()
        else:
            self._halves.bring(self._left)
            self.lists.search()

    def show_section(self, name: str) -> None:
        """What an action of the palette wants when the page comes to the front."""
        self._wanted = self.ticket_action if name == "ticket_action" else self._to_rows

    def ticket_action(self) -> None:
        """The keys to what can be done with the ticket in hand."""
        row = self.lists.table.current
        if row is not None:
            self._open(row)
        else:
            self._to_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        run: dict[str, Callable[[], object]] = {
            "F": self.lists.filters.unfold,
            "C": self.lists.filters.clear,
            "S": self.lists.table.next_order,
            "R": self.lists.table.turn_order,
            "X": self.lists.export,
            "B": self._ask_bulk,
            "W": self.ticket.detail.toggle_why,
            "P": partial(self._paper, self.ticket.show_slip),
            "N": self.ticket.detail.copy_number,
            "K": self.ticket.call_caller,
            "J": self.ticket.files.ask,
            "U": self.ticket.take_back,
        }
        if text == "P" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._paper(self.ticket.show_certificate)
        elif text in run:
            run[text]()
        elif text.isdecimal() and text.isascii():
            self.lists.step(int(text))
        elif event.key() == Qt.Key.Key_Left:
            self.lists.bar.setFocus()
        elif event.key() == Qt.Key.Key_Right:
            self.ticket_action()
        elif event.key() == Qt.Key.Key_Escape:
            self._to_rows()
        else:
            super().keyPressEvent(event)
