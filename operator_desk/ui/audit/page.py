"""Who saw, copied, printed or exported personal data: found by person, ticket, kind and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from operator_desk.services.people import Actor
from operator_desk.services.viewing import Looked, Purpose, ViewQuery, ViewRow
from operator_desk.ui import names
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.files import ask_new_file, put_file
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, heading, plain_label, restyle
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.parts import Parts

_LIMIT = 2000
_KINDS: tuple[tuple[str, Looked | None], ...] = (
    (later("Everything"), None),
    (later("viewed"), Looked.VIEW),
    (later("copied"), Looked.COPY),
    (later("printed"), Looked.PRINT),
    (later("exported"), Looked.EXPORT),
    (later("revealed"), Looked.REVEAL),
)
_SPANS: tuple[tuple[str, int | None], ...] = (
    (later("Today"), 0),
    (later("7 days"), 6),
    (later("30 days"), 29),
    (later("All days"), None),
)
_PURPOSES = {
    Purpose.TICKET: later("the whole ticket"),
    Purpose.CALL: later("the whole call"),
    Purpose.SLIP: later("dispatch slip"),
    Purpose.CERTIFICATE: later("certificate, masked"),
    Purpose.FULL_CERTIFICATE: later("certificate, full"),
    Purpose.LIST: later("list of tickets"),
    Purpose.ATTACHMENT: later("attachment"),
    Purpose.NUMBER: later("call-back number"),
    Purpose.NAME: later("caller's name"),
    Purpose.ADDRESS: later("caller's address"),
}


def what_word(what: str) -> str:
    """What was done, in the window's language; a word of another program as it is."""
    return next((tr(words) for words, kind in _KINDS if kind == what), what)


def purpose_word(purpose: str | None) -> str:
    """In what the data stood."""
    return next((tr(words) for kind, words in _PURPOSES.items() if kind == purpose), purpose or "")


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows, the names of who may stand in them, and whether there are more."""

    rows: list[ViewRow]
    people: dict[UUID, str]
    more: bool


class AuditPage(QWidget):
    """The view log."""

    failed = Signal(object)
    page_wanted = Signal(str)  # by the action that shows it

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.setObjectName("page")
        self._parts, self._actor = parts, actor
        self._kind: Looked | None = None
        self._days: int | None = 6
        self._people: dict[UUID, str] = {}
        frame, layout = card()
        title, self._remark = heading("history", tr("View log"))
        title.add_button(tr("To the tickets"), lambda: self.page_wanted.emit("show_tickets"))
        layout.addWidget(title)
        self.line = ComposingLine()
        self.line.setAccessibleName(tr("Search the view log"))
        self.line.setPlaceholderText(tr("Person or number of a ticket"))
        self.line.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self.reload)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        layout.addWidget(self.line)
        self.kinds = self._chips(layout, _KINDS, self._of_kind)
        self.spans = self._chips(layout, _SPANS, self._of_days)
        self.table = RowsView(self._columns(), tr("View log"))
        self.table.chosen.connect(self._tell)
        self.line.returnPressed.connect(self.table.setFocus)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._foot())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.addWidget(frame)
        self._mark()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._said = plain_label(role="say", wrap=True)
        self.save = button(tr("Save as a table…"), "", "file-in")
        self.save.clicked.connect(self._ask)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.save)
        return foot

    def _chips(
        self,
        layout: QVBoxLayout,
        choices: tuple[tuple[str, Looked | None], ...] | tuple[tuple[str, int | None], ...],
        chosen: Callable[[object], None],
    ) -> list[QPushButton]:
        host, row = flow_row()
        made = []
        for words, value in choices:
            chip = QPushButton(tr(words))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, at=value: chosen(at))
            made.append(chip)
            row.addWidget(chip)
        layout.addWidget(host)
        return made

    def _columns(self) -> tuple[Column, ...]:
        profile = self._parts.profile
        return (
            Column(tr("Time"), lambda row: names.local(profile, row.at, "%Y-%m-%d %H:%M:%S"), 20),
            Column(tr("Who"), self._who, 16),
            Column(tr("What they did"), lambda row: what_word(row.what), 12),
            Column(tr("Ticket"), lambda row: row.ticket or "—", 20),
            Column(tr("In what"), lambda row: purpose_word(row.purpose)),
        )

    def _who(self, row: ViewRow) -> str:
        return self._people.get(row.actor) or tr("account of the system")

    # -- choosing ------------------------------------------------------------------------

    def _of_kind(self, kind: object) -> None:
        self._kind = kind if isinstance(kind, Looked) else None
        self._mark()
        self.reload()

    def _of_days(self, days: object) -> None:
        self._days = days if isinstance(days, int) else None
        self._mark()
        self.reload()

    def _mark(self) -> None:
        for chip, (_words, kind) in zip(self.kinds, _KINDS, strict=True):
            chip.setChecked(kind is self._kind)
        for chip, (_words, days) in zip(self.spans, _SPANS, strict=True):
            chip.setChecked(days == self._days)

    def query(self, today: date) -> ViewQuery:
        """What is asked for."""
        first = None if self._days is None else today - timedelta(days=self._days)
        return ViewQuery(first_day=first, what=self._kind)

    # -- showing -------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the log anew."""
        parts, actor, wanted = self._parts, self._actor, self.line.text().strip().lower()
        query = self.query(parts.profile.local_day(parts.clock()))

        def work() -> _Found:
            people = {row.staff_id: f"{row.name} {row.login}" for row in parts.people.all()}
            if not wanted:
                rows = parts.viewing.rows(actor, replace(query, limit=_LIMIT + 1))
            else:
                rows = [row for row in parts.viewing.rows(actor, query) if holds(row, people)]
            return _Found(rows[:_LIMIT], people, len(rows) > _LIMIT)

        def holds(row: ViewRow, people: dict[UUID, str]) -> bool:
            return wanted in f"{row.ticket or ''} {people.get(row.actor, '')}".lower()

        parts.lanes.read.submit(work, self._show, self.failed.emit, newest="views")

    def _show(self, found: _Found) -> None:
        self._people = {key: name.rpartition(" ")[0] for key, name in found.people.items()}
        self.table.set_rows(found.rows)
        words = tr("{n} rows", n=len(found.rows))
        if found.more:
            words = tr("the newest {n} rows; choose fewer days", n=len(found.rows))
        self._remark.setText(words)
        self.save.setEnabled(bool(found.rows))
        if not found.rows:
            restyle(self._said, "role", "muted")
            self._said.setText(tr("Nobody in these days. Choose more days, or another search."))

    def _tell(self, row: ViewRow | None) -> None:
        """The chosen row in one sentence: the columns may be too narrow for it."""
        if row is None:
            return
        restyle(self._said, "role", "say")
        self._said.setText(
            tr(
                "{time}: {who}, {what}: {purpose} {ticket}",
                time=names.local(self._parts.profile, row.at, "%Y-%m-%d %H:%M:%S"),
                who=self._who(row),
                what=what_word(row.what),
                purpose=purpose_word(row.purpose),
                ticket=row.ticket or "",
            ).strip()
        )

    # -- a file --------------------------------------------------------------------------

    def _ask(self) -> None:
        ask_new_file(
            self, tr("Save as a table…"), "XLSX (*.xlsx);;CSV (*.csv)", "view-log.xlsx", self.write
        )

    def write(self, path: Path) -> None:
        """Writes the rows that are shown as a table."""
        path = path if path.suffix.lower() in (".csv", ".xlsx") else Path(f"{path}.xlsx")
        columns = self._columns()
        titles = [one.title for one in columns]
        rows = [[one.cell(row) for one in columns] for row in self.table.rows.rows]
        table = self._parts.table

        def work() -> None:
            put_file(path, table(path.suffix.lower(), titles, rows))

        self._parts.lanes.read.submit(work, lambda _none: self._written(path), self.failed.emit)

    def _written(self, path: Path) -> None:
        restyle(self._said, "role", "ok")
        self._said.setText(tr("Saved: {path}", path=path))

    # -- actions -------------------------------------------------------------------------

    def search(self) -> None:
        """The cursor into the search box."""
        flush_composition()
        self.line.setFocus()
        self.line.selectAll()
