"""Own tickets: search, filter by state, detail with record, readback, seal and history."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import TicketState
from operator_desk.domain.views import TicketRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import TicketQuery
from operator_desk.services.viewing import AUDITORS
from operator_desk.ui import names
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import card, heading
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.tickets.detail import TicketDetail

_LIMIT = 500
_FILTERS: tuple[tuple[str, TicketState | None], ...] = (
    (later("All states"), None),
    (later("registered"), TicketState.REGISTERED),
    (later("dispatched"), TicketState.DISPATCHED),
    (later("returned"), TicketState.RETURNED),
    (later("answered"), TicketState.ANSWERED),
    (later("closed"), TicketState.CLOSED),
)


def columns(profile: Profile, language: str) -> tuple[Column, ...]:
    """The columns of the list."""

    def category(row: TicketRow) -> str:
        found = profile.categories.find(row.category) if row.category else None
        return found.name if found else row.category_text or ""

    return (
        Column(tr("Number"), lambda row: row.number, 18),
        Column(tr("State"), lambda row: names.state_word(row.state), 9),
        Column(tr("Kind"), lambda row: names.kind_word(profile, row.kind, language), 10),
        Column(tr("Category"), category, 16),
        Column(tr("Title"), lambda row: row.title or ""),
        Column(
            tr("Registered"),
            lambda row: names.local(profile, row.registered_at, "%m-%d %H:%M"),
            12,
        ),
    )


class TicketsPage(QWidget):
    """The tickets of this person, or of all for a lead."""

    failed = Signal(object)
    page_wanted = Signal(str)  # by the action that shows it

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor = parts, actor
        self._state: TicketState | None = None
        self._mine = True
        frame, layout = card()
        title, self._remark = heading("ticket", tr("Tickets"))
        if actor.may(*AUDITORS):
            title.add_button(tr("View log"), lambda: self.page_wanted.emit("show_views"))
        layout.addWidget(title)
        self.line = ComposingLine()
        self.line.setAccessibleName(tr("Search tickets"))
        self.line.setPlaceholderText(tr("Number, title, place or category"))
        self.line.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self.reload)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        layout.addWidget(self.line)
        layout.addWidget(self._filter_row())
        self.table = RowsView(columns(parts.profile, parts.language), tr("Tickets"))
        self.table.opened.connect(self._open)
        self.line.returnPressed.connect(self.table.setFocus)
        layout.addWidget(self.table, 1)
        self.detail = TicketDetail(parts, actor)
        self.detail.failed.connect(self.failed)
        split = QSplitter()
        split.addWidget(frame)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 400])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.addWidget(split)

    def _filter_row(self) -> QWidget:
        host, row = flow_row()
        self._chips: list[QPushButton] = []
        for words, state in _FILTERS:
            chip = QPushButton(tr(words))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(state is None)
            chip.clicked.connect(lambda _on, at=state: self._filter(at))
            self._chips.append(chip)
            row.addWidget(chip)
        self._all = QPushButton(tr("Of everybody"))
        self._all.setProperty("role", "chip")
        self._all.setCheckable(True)
        self._all.clicked.connect(self._whose)
        row.addWidget(self._all)
        return host

    def _filter(self, state: TicketState | None) -> None:
        self._state = state
        for chip, (_words, at) in zip(self._chips, _FILTERS, strict=True):
            chip.setChecked(at is state)
        self.reload()

    def _whose(self, everybody: bool) -> None:
        self._mine = not everybody
        self.reload()

    def reload(self) -> None:
        """Reads the list anew."""
        query = TicketQuery(
            operator=self._actor.staff_id if self._mine else None,
            state=self._state,
            text=self.line.text().strip(),
            limit=_LIMIT,
        )
        tickets = self._parts.tickets
        self._parts.lanes.read.submit(
            lambda: tickets.rows(query), self._show, self.failed.emit, newest="tickets"
        )

    def _show(self, rows: list[TicketRow]) -> None:
        self.table.set_rows(rows)
        words = tr("{n} tickets", n=len(rows))
        if len(rows) == _LIMIT:
            words = tr("the newest {n} tickets; search for older ones", n=len(rows))
        self._remark.setText(words)
        self.detail.show_hint(bool(rows))

    def _open(self, row: TicketRow) -> None:
        self.detail.load(row.number)

    # -- actions -------------------------------------------------------------------------

    def search(self) -> None:
        """The cursor into the search box."""
        flush_composition()
        self.line.setFocus()
        self.line.selectAll()
