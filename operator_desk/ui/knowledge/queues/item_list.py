"""The items that wait: queues by digit above, rows below, whose they are and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.knowledge_terms import Queue
from operator_desk.domain.queues import Item, is_late
from operator_desk.services.people import Actor
from operator_desk.ui import names
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.queues.words import empty_words, queue_word
from operator_desk.ui.parts import Parts


class KeyedRows(RowsView):
    """Rows that leave digits and letters to what they stand in; no input method."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ItemList(QWidget):
    """One queue at a time; the counts of all of them stand on the chips."""

    chosen = Signal(object)  # Item, or None
    opened = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._items: Mapping[Queue, Sequence[Item]] = {}
        self._names: dict[UUID, str] = {}
        self.queue = Queue.MISS
        frame, layout = card()
        title, self._remark = heading("list", tr("What waits for editors"))
        layout.addWidget(title)
        layout.addWidget(self._chip_row())
        self.table = KeyedRows(self._columns(), tr("What waits for editors"))
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self._empty = plain_label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _chip_row(self) -> QWidget:
        host, row = flow_row()
        self.chips: dict[Queue, QPushButton] = {}
        for queue in Queue:
            chip = self.chips[queue] = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(partial(self._clicked, queue))
            row.addWidget(chip)
        return host

    def _columns(self) -> tuple[Column, ...]:
        profile = self._parts.profile
        return (
            Column(tr("Title"), self._title),
            Column(tr("Times"), lambda item: str(item.count), 5),
            Column(tr("Since"), lambda item: names.local(profile, item.since, "%y-%m-%d"), 8),
            Column(tr("Whose"), self._whose, 9),
            Column(tr("Until"), self._until, 10),
        )

    def _title(self, item: Item) -> str:
        return tr("{title} (again)", title=item.title) if item.again else item.title

    def _whose(self, item: Item) -> str:
        if item.owner is None:
            return ""
        mine = item.owner == self._actor.staff_id
        return tr("● me") if mine else self._names.get(item.owner, tr("this machine"))

    def _until(self, item: Item) -> str:
        if item.due is None:
            return ""
        day = f"{item.due:%m-%d}"
        return tr("{day} late", day=day) if is_late(item, self._today()) else day

    def _today(self) -> date:
        return self._parts.counting.today()

    # -- showing -------------------------------------------------------------------------

    def show_items(
        self, items: Mapping[Queue, Sequence[Item]], names_: dict[UUID, str], subject: str
    ) -> None:
        """What waits now; the keys stay on a subject, or on the row where it was."""
        self._items, self._names = items, names_
        self._show(subject)

    def choose_queue(self, queue: Queue) -> None:
        """Another queue in the list."""
        self.queue = queue
        self._show("")

    def step(self, digit: int) -> None:
        """The queue of a digit (from 1)."""
        if 1 <= digit <= len(Queue):
            self.choose_queue(list(Queue)[digit - 1])

    def _clicked(self, queue: Queue, _on: bool = False) -> None:
        self.choose_queue(queue)
        self.table.setFocus()

    def _show(self, subject: str) -> None:
        for place, (queue, chip) in enumerate(self.chips.items(), 1):
            count = len(self._items.get(queue, ()))
            chip.setText(f"{place} {queue_word(queue)}  {count}")
            chip.setChecked(queue is self.queue)
        rows = list(self._items.get(self.queue, ()))
        at = self.table.currentIndex().row()
        had_keys = self.table.hasFocus()
        place = next((n for n, item in enumerate(rows) if item.subject == subject), at)
        self.table.blockSignals(True)  # only the row that is meant is read
        self.table.set_rows(rows)
        self.table.blockSignals(False)
        self._remark.setText(self._counts())
        self._empty.setText("" if rows else empty_words(self.queue))
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if had_keys and not rows:
            self.chips[self.queue].setFocus()
        elif rows:
            self.table.selectRow(min(max(place, 0), len(rows) - 1))
        self.chosen.emit(self.item)

    def _counts(self) -> str:
        every = [item for items in self._items.values() for item in items]
        mine = sum(item.owner == self._actor.staff_id for item in every)
        return tr("{n} wait, {mine} for me", n=len(every), mine=mine) if every else ""

    @property
    def item(self) -> Item | None:
        """The item that the keys stand on."""
        rows, at = self.table.rows.rows, self.table.currentIndex().row()
        return rows[at] if 0 <= at < len(rows) else None

    def take_keys(self) -> None:
        """The keys to the rows, or to the queue where there are none."""
        if self.table.rows.rows:
            self.table.setFocus()
        else:
            self.chips[self.queue].setFocus()
