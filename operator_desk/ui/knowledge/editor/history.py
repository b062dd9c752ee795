"""The versions of an article: who, when, why, approved by whom; each beside the one before."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from operator_desk.domain.article_diff import FieldChange, changes
from operator_desk.services.editing import Past
from operator_desk.ui import names
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.diff_view import DiffView
from operator_desk.ui.parts import Parts


class HistoryPane(QWidget):
    """Versions above, what the chosen one changed below; an old one comes back as a draft."""

    restore_wanted = Signal(object)  # the version's id
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._names: dict[UUID, str] = {}
        self._past: list[Past] = []
        self.table = RowsView(self._columns(), tr("Versions"))
        self.table.chosen.connect(self._choose)
        self.diff = DiffView()
        self._why = plain_label(wrap=True)
        self._restore = button(tr("Make a draft of this version"), "", "undo")
        self._restore.clicked.connect(self._wanted)
        below = QWidget()
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._why)
        layout.addWidget(self.diff, 1)
        layout.addWidget(self._restore)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setSizes([140, 300])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _columns(self) -> tuple[Column, ...]:
        profile = self._parts.profile
        return (
            Column(tr("Version"), lambda past: str(past.version), 5),
            Column(tr("When"), lambda past: names.local(profile, past.at, "%Y-%m-%d %H:%M"), 16),
            Column(tr("Written by"), self._written, 12),
            Column(tr("Approved by"), self._approved, 12),
            Column(tr("Why"), self._reason),
        )

    def _name(self, staff: UUID) -> str:
        return self._names.get(staff, tr("this machine"))

    def _written(self, past: Past) -> str:
        if past.draft_id is not None and past.writers:
            return "、".join(map(self._name, past.writers))
        return self._name(past.actor)

    def _approved(self, past: Past) -> str:
        if past.approved_by is None:
            return ""
        name = self._name(past.approved_by)
        return tr("{name} (alone)", name=name) if past.alone else name

    def _reason(self, past: Past) -> str:
        if past.withdrawn:
            return tr("taken down: {why}", why=past.why)
        if past.why:
            return past.why
        if past.batch is not None:
            return tr("import or change of many")
        return tr("import") if past.draft_id is None else tr("new")

    def load(self, key: str) -> None:
        """Reads the versions of an article."""
        editing, people = self._parts.editing, self._parts.people
        self._parts.lanes.read.submit(
            lambda: (editing.history(key), people.names()),
            lambda found: self._show(*found),
            self.failed.emit,
            newest="history",
        )

    def _show(self, past: list[Past], names_: dict[UUID, str]) -> None:
        self._names, self._past = names_, past
        self.table.set_rows(past)
        if not past:
            self._why.setText(tr("Nothing was published yet."))

    def _choose(self, past: Past | None) -> None:
        self._restore.setVisible(past is not None)
        if past is None:
            self.diff.show_changes([])
            return
        before = next((one for one in self._past if one.version == past.version - 1), None)
        self._restore.setVisible(past is not self._past[0] or past.withdrawn)
        first = tr("Version {n}, the first", n=past.version)
        beside = tr("Version {n}, before at the left", n=past.version)
        self._why.setText(beside if before else first)
        old = before.article if before else None
        self._parts.lanes.read.submit(
            lambda: changes(old, past.article), self._compare, self.failed.emit, newest="diff"
        )

    def _compare(self, found: list[FieldChange]) -> None:
        self.diff.show_changes(found)

    def _wanted(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._past):
            self.restore_wanted.emit(self._past[row].version_id)
