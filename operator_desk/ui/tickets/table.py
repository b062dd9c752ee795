"""The table of a work list: sorted by the store, loaded part by part, late rows in colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from operator_desk.domain.profile import Profile
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.ports import Clock
from operator_desk.ui import names
from operator_desk.ui.kit import look
from operator_desk.ui.kit.table import AnyIndex, Column, RowsModel, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.tickets.words import category_word, flags, time_left

_MINUTE_MS = 60_000
_TITLE_LEAST = 14  # digits that are left for the title before another column goes
_INK = {"danger": "danger", "warn": "warn"}


@dataclass(frozen=True, slots=True)
class TicketColumn:
    """A column: by what the store sorts it ("": not at all), and its rank: the last goes first."""

    name: str
    title: str
    cell: Callable[[TicketRow], str]
    width: int
    sort: str
    rank: int


def columns(
    profile: Profile,
    language: str,
    clock: Clock,
    units: Mapping[str, str],
    joined: Mapping[UUID, int],
) -> tuple[TicketColumn, ...]:
    """The columns of the lists; `units` and `joined` are filled as they are read."""

    def unit(row: TicketRow) -> str:
        return units.get(row.unit or "", row.unit or "")

    def since(row: TicketRow) -> str:
        return names.local(profile, row.since, "%m-%d %H:%M")

    return (
        TicketColumn("number", tr("Number"), lambda row: row.number, 17, "number", 1),
        TicketColumn("left", tr("Time left"), lambda row: time_left(row, clock()).words, 10,
                     "caller_due_at", 2),
        TicketColumn("state", tr("State"), lambda row: names.state_word(row.state), 7, "state", 5),
        TicketColumn("title", tr("Title"), lambda row: row.title or "", 0, "title", 0),
        TicketColumn("unit", tr("Unit"), unit, 11, "unit", 3),
        TicketColumn("flags", tr("Remarks"), lambda row: flags(row, joined.get(row.id, 0)), 14,
                     "returns", 4),
        TicketColumn("category", tr("Category"), lambda row: category_word(profile, row), 12,
                     "category", 6),
        TicketColumn("place", tr("Place"), lambda row: row.place or "", 15, "place", 8),
        TicketColumn("kind", tr("Kind"),
                     lambda row: names.kind_word(profile, row.kind, language), 6, "kind", 7),
        TicketColumn("since", tr("Since"), since, 11, "since", 9),
    )  # fmt: skip


class _Model(RowsModel):
    def __init__(self, columns: Sequence[TicketColumn], clock: Clock) -> None:
        super().__init__([Column(one.title, one.cell, one.width) for one in columns])
        self._clock = clock
        self._left = [one.name for one in columns].index("left")

    def add_rows(self, rows: Sequence[TicketRow]) -> None:
        """More rows at the end."""
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == self._left:
            level = time_left(self.rows[index.row()], self._clock()).level
            return look.color(_INK[level]) if level in _INK else None
        return super().data(index, role)


class _Ink(QStyledItemDelegate):
    """Keeps a cell's colour in the chosen row, where the style would take its own."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if ink is not None:
            option.palette.setColor(QPalette.ColorRole.HighlightedText, ink)


class TicketTable(RowsView):
    """Rows of tickets; digits and letters are left to the page. `sort_wanted`: name, descending."""

    more_wanted = Signal()
    sort_wanted = Signal(str, bool)

    def __init__(self, columns_: Sequence[TicketColumn], clock: Clock) -> None:
        self.parts_of = tuple(columns_)
        self._first: tuple[str, ...] = ()
        self._marking = False
        self._model = _Model(self.parts_of, clock)
        super().__init__(self._model.columns, tr("Tickets"), many=True, model=self._model)
        self.setItemDelegate(_Ink(self))
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._header)
        header.setHighlightSections(False)
        self._sort, self._descending = "", False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.viewport().update)
        self._timer.start(_MINUTE_MS)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.fit()

    # -- rows ----------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[TicketRow], keep: str = "") -> None:
        """Other rows; the keys stay on a number, or on the place where it was."""
        at = self.currentIndex().row()
        self._marking = False
        self.rows.set_rows(rows)
        if not rows:
            self.chosen.emit(None)
            return
        place = next((n for n, row in enumerate(rows) if row.number == keep), None)
        self.selectRow(place if place is not None else min(max(at, 0), len(rows) - 1))

    def add_rows(self, rows: Sequence[TicketRow]) -> None:
        """More rows at the end."""
        if rows:
            self._model.add_rows(rows)

    @property
    def current(self) -> TicketRow | None:
        """The row that the keys stand on."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and value >= bar.maximum() - bar.pageStep():
            self.more_wanted.emit()

    def mark(self) -> None:
        """Marks the row of the keys, or takes the mark away; the keys go on to the next."""
        rows = QItemSelectionModel.SelectionFlag.Rows
        if self._marking:
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle | rows
            )
        self._marking = True  # the first row of the keys is marked as it stands
        self._move(1)

    def unmark(self) -> bool:
        """Takes all marks away; whether there were any."""
        marked, self._marking = self._marking or len(self.picks()) > 1, False
        if marked and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())
        return marked

    def _move(self, step: int) -> None:
        """The keys to another row, the marks stay."""
        row = self.currentIndex().row() + step
        if 0 <= row < len(self.rows.rows):
            self.selectionModel().setCurrentIndex(
                self.rows.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._marking = False
        super().mousePressEvent(event)

    # -- order ---------------------------------------------------------------------------

    def show_order(self, sort: str, descending: bool) -> None:
        """The order of the rows, in the header."""
        self._sort, self._descending = sort, descending
        place = next((n for n, one in enumerate(self.parts_of) if one.sort == sort), -1)
        orders = Qt.SortOrder
        order = orders.DescendingOrder if descending else orders.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def _header(self, place: int) -> None:
        sort = self.parts_of[place].sort
        if sort:
            self.sort_wanted.emit(sort, not self._descending if sort == self._sort else False)

    def next_order(self) -> None:
        """By the next column that is shown."""
        shown = [one.sort for n, one in enumerate(self.parts_of) if not self.isColumnHidden(n)]
        at = shown.index(self._sort) if self._sort in shown else -1
        self.sort_wanted.emit(shown[(at + 1) % len(shown)], False)

    def turn_order(self) -> None:
        """The other way round."""
        self.sort_wanted.emit(self._sort, not self._descending)

    # -- room ----------------------------------------------------------------------------

    def prefer(self, names_: tuple[str, ...]) -> None:
        """The columns that are shown before others where there is not room for all."""
        if names_ != self._first:
            self._first = names_
            self.fit()

    def _rank(self, one: TicketColumn) -> tuple[bool, int]:
        if one.name in self._first:
            return (False, 3 + self._first.index(one.name))
        return (one.rank > 2, one.rank)

    def fit(self) -> None:
        """Widths for the font in use; columns of the last ranks go where there is no room."""
        super().fit()
        digit = self.fontMetrics().horizontalAdvance("0")
        padding = look.current().px(16)
        left = self.viewport().width() - digit * _TITLE_LEAST - padding
        for one in sorted(self.parts_of, key=self._rank):
            place = self.parts_of.index(one)
            if not one.width:
                self.setColumnHidden(place, False)
                continue
            left -= digit * one.width + padding
            self.setColumnHidden(place, left < 0 and one.rank > 2)
        self.horizontalHeader().setSectionResizeMode(
            [one.width for one in self.parts_of].index(0), QHeaderView.ResizeMode.Stretch
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # -- keys ----------------------------------------------------------------------------

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Space:
            self.mark()
        elif self._marking and key in steps and not event.modifiers():
            self._move(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.unmark():
            return
        elif event.text().strip() and event.text().isalnum() and not event.modifiers():
            event.ignore()  # the page's
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)
