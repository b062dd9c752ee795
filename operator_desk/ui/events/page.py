"""The page of event cards: the list at the left, one card at the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.profile import Profile
from operator_desk.services.event_cards import PUBLISHES, CardRow
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.events.detail import CardDetail
from operator_desk.ui.events.words import state_word
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.halves import Halves
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts


class EventsPage(QWidget):
    """Enter on a card goes into it, Esc comes back; a lead's new card begins with a button."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor = parts, actor
        self._wanted: UUID | None = None  # the card to stand on when the list has come
        self._early = False  # the keys came before the list: they go to it when it comes
        self.detail = CardDetail(parts, actor)
        self.detail.failed.connect(self.failed)
        self.detail.changed.connect(self._changed)
        self.detail.left.connect(self._out)
        self._left = self._list()
        self._halves = Halves(self._left, self.detail, (46, 54))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.addWidget(self._halves)
        self._lists()

    def _list(self) -> QWidget:
        frame, layout = card()
        title, self._remark = heading("warning", tr("Event cards"))
        profile, clock = self._parts.profile, self._parts.clock
        until = tr("Shown until")
        self.table = RowsView(
            (
                Column(tr("State"), lambda row: state_word(row.card.state_at(clock())), 9),
                Column(tr("Title"), lambda row: row.card.title),
                Column(until, lambda row: _until(profile, row), 11),
                Column(tr("Told"), lambda row: str(row.told), 5),
                Column(tr("Tickets"), lambda row: str(row.joined), 6),
            ),
            tr("Event cards"),
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _row: self._into())
        chips, row = flow_row()
        self.new = button(tr("New event card"), "", "plus")
        self.new.clicked.connect(self._begin)
        self._closed = QPushButton(tr("Also earlier ones"))
        self._closed.setProperty("role", "chip")
        self._closed.setCheckable(True)
        self._closed.clicked.connect(lambda _on: self.reload())
        row.addWidget(self.new)
        self.new.setVisible(self._actor.may(*PUBLISHES))
        row.addWidget(self._closed)
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(title)
        layout.addWidget(chips)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        self._filler = QWidget()
        layout.addWidget(self._filler, 1)
        return frame

    # -- reading -------------------------------------------------------------------------

    def _lists(self) -> None:
        lists = self._parts.lists
        self._parts.lanes.read.submit(
            lambda: (lists.units(), lists.places()),
            lambda found: self.detail.set_lists(*found),
            self.failed.emit,
        )

    def reload(self) -> None:
        """Reads the list anew; the keys stay where they are."""
        events, closed = self._parts.events, self._closed.isChecked()
        self._parts.lanes.read.submit(
            lambda: events.rows(closed=closed), self._show, self.failed.emit, newest="event cards"
        )

    def _show(self, rows: list[CardRow]) -> None:
        at = self.table.currentIndex().row()
        before = self.table.rows.rows
        here = before[at].card.id if 0 <= at < len(before) else None
        ids = [row.card.id for row in rows]
        came, self._wanted = self._wanted, None
        wanted = came or here
        place = ids.index(wanted) if wanted in ids else 0
        self.table.blockSignals(True)
        self.table.set_rows(rows)
        if rows:
            self.table.selectRow(place)
        self.table.blockSignals(False)
        self._remark.setText(tr("{n} not over yet", n=sum(row.card.open for row in rows)))
        nothing = tr(
            "No event card. When many call about one thing, a lead publishes a card: calls that "
            "fit it show it first, and one answer reaches all who reported it."
        )
        had_keys = self.table.hasFocus()
        self._empty.setText("" if rows else nothing)
        self._empty.setVisible(not rows)
        self._filler.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if had_keys and not rows:
            self.search()
        if self._early and rows and (self.new.hasFocus() or self._closed.hasFocus()):
            self.table.setFocus()
        self._early = False
        focused = self.window().focusWidget()
        if came is not None and rows and focused is not None and self._left.isAncestorOf(focused):
            self.table.setFocus()
        writing = self.detail.row is None and self._holds_keys()
        if not writing:
            self._chosen(rows[place] if rows else None)

    def _chosen(self, row: CardRow | None) -> None:
        self.detail.show_row(row)

    def _holds_keys(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.detail.isAncestorOf(focused)

    # -- doing ---------------------------------------------------------------------------

    def _changed(self, card_id: UUID) -> None:
        self._wanted = card_id
        self._out()
        self.reload()

    def _begin(self) -> None:
        self.table.clearSelection()
        self.detail.show_row(None)
        self._into()

    def _into(self) -> None:
        flush_composition()
        self._halves.bring(self.detail)
        self.detail.begin()

    def _out(self) -> None:
        flush_composition()
        had_keys = self._holds_keys()
        self._halves.bring(self._left)
        if had_keys:
            self.search()

    def search(self) -> None:
        """The keys to the list; a lead without a card begins one."""
        if self.table.rows.rows:
            self.table.setFocus()
        else:
            self._early = True
            (self.new if not self.new.isHidden() else self._closed).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.fit()


def _until(profile: Profile, row: CardRow) -> str:
    ends = row.card.text.ends_at
    return names.local(profile, ends, "%m-%d %H:%M") if ends else ""
