"""The versions of an article: who, when, why, told how often; each beside the one before."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from operator_desk.domain.article_diff import FieldChange, changes
from operator_desk.services.editing import Past
from operator_desk.services.recalls import MarkedVersion
from operator_desk.ui import names
from operator_desk.ui.kit import look
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.diff_view import DiffView
from operator_desk.ui.knowledge.editor.marking import Marking
from operator_desk.ui.parts import Parts

_FOLD_BELOW = 150  # pixels at 100 %


class HistoryPane(QWidget):
    """Versions above, what the chosen one changed below; an old one comes back as a draft.

    A version that was told and is wrong is marked here, and so are marks taken back.
    """

    restore_wanted = Signal(object)  # the version's id
    ask_wanted = Signal(object)  # Ask
    failed = Signal(object)

    def __init__(self, parts: Parts, marking: Marking) -> None:
        super().__init__()
        self._parts, self._marking = parts, marking
        self._names: dict[UUID, str] = {}
        self._past: list[Past] = []
        self._marks: dict[UUID, MarkedVersion] = {}
        self.table = RowsView(self._columns(), tr("Versions"))
        self.table.chosen.connect(self._choose)
        self.setFocusProxy(self.table)
        self.diff = DiffView()
        self._why = plain_label(wrap=True)
        below = self._below = QWidget()
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._why)
        layout.addWidget(self.diff, 1)
        layout.addWidget(self._buttons())
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setSizes([140, 300])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A question below takes most of a small window: the rows stay, what changed gives way.
        self._below.setVisible(self.height() >= look.current().px(_FOLD_BELOW))

    def _buttons(self) -> QWidget:
        host, row = flow_row(8)
        self._restore = button(tr("Make a draft of this version"), "", "undo")
        self._restore.clicked.connect(self._wanted)
        self.mark = button(tr("Mark wrong…"), "", "warning")
        self.mark.clicked.connect(self._ask_mark)
        self.back = button(tr("Take the mark back…"), "", "undo")
        self.back.clicked.connect(self._ask_back)
        for one in (self._restore, self.mark, self.back):
            one.hide()
            row.addWidget(one)
        return host

    def _columns(self) -> tuple[Column, ...]:
        profile = self._parts.profile
        return (
            Column(tr("Version"), lambda past: str(past.version), 5),
            Column(tr("When"), lambda past: names.local(profile, past.at, "%Y-%m-%d %H:%M"), 16),
            Column(tr("Written by"), self._written, 12),
            Column(tr("Approved by"), self._approved, 12),
            Column(tr("Told"), self._told, 10),
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

    def _told(self, past: Past) -> str:
        mark = self._marks.get(past.version_id)
        if mark is None or not (mark.told or mark.wrong):
            return ""
        return tr("{n}, wrong", n=mark.told) if mark.wrong else str(mark.told)

    def load(self, key: str) -> None:
        """Reads the versions of an article; the keys stay on the one they stood on."""
        editing, people, recalls = self._parts.editing, self._parts.people, self._parts.recalls

        def work() -> tuple[list[Past], list[MarkedVersion], dict[UUID, str]]:
            past = editing.history(key)
            return past, recalls.versions(key) if past else [], people.names()

        self._parts.lanes.read.submit(
            work, lambda found: self._show(*found), self.failed.emit, newest="history"
        )

    def _show(self, past: list[Past], marks: list[MarkedVersion], names_: dict[UUID, str]) -> None:
        at = self._at()
        before = at.version_id if at else None
        self._names, self._past = names_, past
        self._marks = {one.id: one for one in marks}
        self.table.set_rows(past)
        place = next((n for n, one in enumerate(past) if one.version_id == before), 0)
        if place:
            self.table.selectRow(place)
        if not past:
            self._why.setText(tr("Nothing was published yet."))

    def _at(self) -> Past | None:
        row = self.table.currentIndex().row()
        return self._past[row] if 0 <= row < len(self._past) else None

    def _choose(self, past: Past | None) -> None:
        mark = self._marks.get(past.version_id) if past else None
        self._restore.setVisible(past is not None)
        self.mark.setVisible(mark is not None and not mark.wrong)
        self.back.setVisible(mark is not None and mark.wrong)
        if past is None:
            self.diff.show_changes([])
            return
        before = next((one for one in self._past if one.version == past.version - 1), None)
        self._restore.setVisible(past is not self._past[0] or past.withdrawn)
        first = tr("Version {n}, the first", n=past.version)
        beside = tr("Version {n}, before at the left", n=past.version)
        words = beside if before else first
        if mark is not None and mark.wrong:
            words += "\n" + tr("Marked wrong: {reason}", reason=mark.reason)
        self._why.setText(words)
        old = before.article if before else None
        self._parts.lanes.read.submit(
            lambda: changes(old, past.article), self._compare, self.failed.emit, newest="diff"
        )

    def _compare(self, found: list[FieldChange]) -> None:
        self.diff.show_changes(found)

    def _wanted(self) -> None:
        past = self._at()
        if past is not None:
            self.restore_wanted.emit(past.version_id)

    def _ask_mark(self) -> None:
        past = self._at()
        if past is not None and (mark := self._marks.get(past.version_id)) is not None:
            self.ask_wanted.emit(self._marking.ask(past.article.key, mark))

    def _ask_back(self) -> None:
        past = self._at()
        mark = self._marks.get(past.version_id) if past else None
        if past is not None and mark is not None and mark.wrong:
            rows = [one for one in self._marks.values() if one.told_list == mark.told_list]
            self.ask_wanted.emit(self._marking.ask_back(past.article.key, rows))
