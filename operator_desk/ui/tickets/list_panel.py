"""The lists: which one, its filters and order, its rows part by part, its counts, its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.ticket_row import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from operator_desk.services.work import Listed
from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.files import ask_new_file
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets import export
from operator_desk.ui.tickets.filters import Filters
from operator_desk.ui.tickets.list_bar import ListBar
from operator_desk.ui.tickets.table import TicketTable, columns
from operator_desk.ui.tickets.work_lists import WorkList, lists_for

PART = 500
_COUNT_MS = 250
_BAR = 168  # pixels at 100 %


class ListPanel(QWidget):
    """Work lists at the left, the rows of one beside them."""

    chosen = Signal(object)  # TicketRow, or None: the list is empty
    opened = Signal(object)  # Enter or a click on a row
    marked = Signal(int)  # how many rows are marked
    notice = Signal(str, str)
    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._units: dict[str, str] = {}
        self._joined: dict[UUID, int] = {}
        self._orders: dict[str, tuple[str, bool]] = {}
        self._loading = False
        self._asked: TicketQuery | None = None
        self._total: int | None = 0  # None: not counted yet
        self.bar = ListBar(lists_for(actor))
        self.filters = Filters(parts.profile, parts.language)
        made = columns(parts.profile, parts.language, parts.clock, self._units, self._joined)
        self.table = TicketTable(made, parts.clock)
        self._empty = plain_label(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count_first)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        frame, layout = card()
        self.title, self._remark = heading("ticket", "")
        layout.addWidget(self.title)
        layout.addWidget(self.filters)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)
        keys = tr("F filter  C clear  S R order  Space mark  B several  X export  U take back")
        layout.addWidget(plain_label(keys, "muted", wrap=True))
        left, inside = card(6)
        inside.addWidget(self.bar)
        left.setFixedWidth(look.current().px(_BAR))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(left)
        outer.addWidget(frame, 1)

    def _listen(self) -> None:
        self.bar.wanted.connect(lambda _list: self._other_list())
        self.bar.left.connect(self.take_keys)
        self.filters.changed.connect(self._filtered)
        self.filters.left.connect(self.take_keys)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self.marked)
        self.table.more_wanted.connect(self._more)
        self.table.sort_wanted.connect(self._sorted)

    # -- what is wanted ------------------------------------------------------------------

    @property
    def shown(self) -> WorkList:
        """The list that is shown."""
        return self.bar.chosen

    def query(self) -> TicketQuery:
        """What is shown now, all of it."""
        one = self.shown
        sort, descending = self._orders.get(one.name, (one.sort, one.descending))
        query = one.asked(self._actor, self._parts.clock())
        query = self.filters.applied(query, self._parts.counting.today())
        return replace(query, sort=sort, descending=descending)

    def set_units(self, units: list[UnitVersion]) -> None:
        """The units, for the column and the filter."""
        self._units.update({one.code: one.short_name or one.name for one in units})
        self.filters.set_units(units)

    def _other_list(self) -> None:
        self.reload(first=True)

    def _filtered(self) -> None:
        self.reload(first=True)
        self._counting.start()

    def _sorted(self, sort: str, descending: bool) -> None:
        self._orders[self.shown.name] = (sort, descending)
        self.reload(first=True)

    # -- reading -------------------------------------------------------------------------

    def reload(self, *, first: bool = False, keep: str = "") -> None:
        """Reads the rows anew; the keys stay on their ticket, with `first` on the first row."""
        query, name = self.query(), self.shown.name
        current = self.table.current
        number = keep or ("" if first or current is None else current.number)
        size = PART if first else max(PART, len(self.table.rows.rows))
        work, actor = self._parts.work, self._actor
        self._asked = query

        def shown(listed: Listed) -> None:
            self._show(query, number, first, listed)
            if len(listed.rows) < size:
                self._all_told(name, len(listed.rows))
                return
            self._parts.lanes.read.submit(  # the rows stand there before they are counted
                lambda: work.counts(actor, {name: query}),
                lambda counts: self._counted(query, name, counts[name]),
                self.failed.emit,
                newest="ticket total",
            )

        self._parts.lanes.read.submit(
            lambda: work.rows(actor, replace(query, limit=size)),
            shown, self.failed.emit, newest="tickets",
        )  # fmt: skip

    def _show(self, query: TicketQuery, number: str, first: bool, listed: Listed) -> None:
        self._loading, self._total = False, None
        self._joined.clear()
        self._joined.update(listed.joined)
        self.table.prefer(self.shown.columns)
        self.table.show_order(query.sort, query.descending)
        self.title.show_title("ticket", tr(self.shown.text))
        if first:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.table.rows.index(-1, -1))
        had_keys = self.table.hasFocus()
        self._stack.setCurrentIndex(0 if listed.rows else 1)
        if had_keys and not listed.rows:
            self.bar.setFocus()
        self._empty.setText(self._empty_words())
        self.table.show_rows(listed.rows, number)

    def _counted(self, query: TicketQuery, name: str, total: int) -> None:
        if query is self._asked:
            self._all_told(name, total)

    def _all_told(self, name: str, total: int) -> None:
        self._total = total
        if not self.filters.active:
            self.bar.set_count(name, total)
        self._tell()

    def _empty_words(self) -> str:
        if self.filters.active:
            return tr("No ticket matches. C takes the filters away.")
        return tr(self.shown.empty)

    def _tell(self) -> None:
        loaded = len(self.table.rows.rows)
        words = tr("{n} tickets", n=self._total or loaded)
        if self._total is not None and loaded < self._total:
            words = tr("{n} of {of} tickets", n=loaded, of=self._total)
        self._remark.setText(words)

    def _more(self) -> None:
        loaded = len(self.table.rows.rows)
        if self._loading or (self._total is not None and loaded >= self._total):
            return
        self._loading = True
        query, work, actor = self.query(), self._parts.work, self._actor
        self._parts.lanes.read.submit(
            lambda: work.rows(actor, replace(query, limit=PART, offset=loaded)),
            self._add, self._not_more, newest="tickets",
        )  # fmt: skip

    def _add(self, listed: Listed) -> None:
        self._loading = False
        self._joined.update(listed.joined)
        known = {row.id for row in self.table.rows.rows}  # one may have moved in between
        self.table.add_rows([row for row in listed.rows if row.id not in known])
        self._tell()

    def _not_more(self, error: Exception) -> None:
        self._loading = False
        self.failed.emit(error)

    # -- counts --------------------------------------------------------------------------

    def count(self) -> None:
        """Counts every list anew, soon."""
        self._counting.start()

    def _count_first(self) -> None:
        self._count(0)

    def _count(self, place: int) -> None:
        # One list a job: whatever is asked for meanwhile comes in between.
        if place >= len(self.bar.lists):
            return
        one, work, actor = self.bar.lists[place], self._parts.work, self._actor
        query = one.asked(actor, self._parts.clock())

        def counted(counts: dict[str, int]) -> None:
            self.bar.set_count(one.name, counts[one.name])
            self._count(place + 1)

        self._parts.lanes.read.submit(
            lambda: work.counts(actor, {one.name: query}),
            counted, self.failed.emit, newest="ticket counts",
        )  # fmt: skip

    # -- keys ----------------------------------------------------------------------------

    def take_keys(self) -> None:
        """The keys to the rows, or to the lists where there is none."""
        flush_composition()
        (self.table if self.table.rows.rows else self.bar).setFocus()

    def search(self) -> None:
        """The cursor into the search box."""
        flush_composition()
        self.filters.line.setFocus()
        self.filters.line.selectAll()

    def step(self, digit: int) -> None:
        """The list of a digit; 0 is the tenth."""
        self.bar.choose(9 if digit == 0 else digit - 1)
        self.take_keys()

    def marks(self) -> list[TicketRow]:
        """The rows that are marked, when there are several."""
        found: list[TicketRow] = self.table.picks()
        return found if len(found) > 1 else []

    # -- file ----------------------------------------------------------------------------

    def export(self) -> None:
        """The whole list into a file, as it is filtered and ordered."""
        day = self._parts.counting.today().isoformat()
        name = f"{tr(self.shown.text)} {day}.csv"
        ask_new_file(
            self.window(), tr("Export the list"), "CSV (*.csv);;XLSX (*.xlsx)", name, self.write_to
        )

    def write_to(self, path: Path) -> None:
        """Writes every row of the list into a file."""
        query, parts, actor, units = self.query(), self._parts, self._actor, dict(self._units)

        def write() -> int:
            rows = parts.work.export(actor, query)
            export.write(parts, path, rows, units)
            return len(rows)

        def told(count: int) -> None:
            self.notice.emit(tr("{n} tickets written to {path}.", n=count, path=path.name), "ok")

        parts.lanes.write.submit(write, told, self.failed.emit)
