"""One field of many articles: chosen by a digit, looked at in each of them, then stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.article_list import Entry
from operator_desk.domain.bulk import BulkChange, BulkField
from operator_desk.domain.errors import UserError
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, plain_label, restyle
from operator_desk.ui.kit.picker import Choice
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.batch.run import Run
from operator_desk.ui.knowledge.editor.bulk_rows import BulkLook, BulkRow
from operator_desk.ui.knowledge.editor.bulk_values import FIELDS, BulkValues
from operator_desk.ui.knowledge.editor.fields import Field
from operator_desk.ui.messages import sentence
from operator_desk.ui.parts import Parts

_TYPED_MS = 250


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be stored: the articles, the change, and both in words with the reason."""

    keys: tuple[str, ...]
    change: BulkChange
    name: str


class BulkPane(QWidget):
    """Shows what would happen to every article before anything does."""

    left = Signal()
    wanted = Signal(object)  # Wish
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._entries: list[Entry] = []
        self._look: BulkLook | None = None  # of what stands in the fields now
        self._run: Run | None = None
        frame, layout = card()
        self._title = plain_label(role="title", wrap=True)
        self.fields = DigitField([Choice(field, tr(words)) for field, words in FIELDS])
        self.fields.setAccessibleName(tr("What is to be changed"))
        self.values, self.why = BulkValues(parts), ComposingLine()
        self._why = Field(tr("Why? It stands in the history of every article."), self.why)
        self._words = plain_label(wrap=True)
        self.table = RowsView(self._columns(), tr("What would change"))
        host, row = flow_row(8)
        self.store = button("", "primary")
        self._back = button(tr("Back to the list"), "flat", "chevron-left", "Esc")
        row.addWidget(self.store)
        row.addWidget(self._back)
        asked = QHBoxLayout()
        asked.setSpacing(10)
        asked.addWidget(self.values, 3)
        asked.addWidget(self._why, 2)
        layout.addWidget(self._title)
        layout.addWidget(self.fields)
        layout.addLayout(asked)
        layout.addWidget(self._words)
        layout.addWidget(self.table, 1)
        layout.addWidget(host)
        layout.addStretch(0)
        self._layout = layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TYPED_MS)
        self._listen()

    def _listen(self) -> None:
        self.fields.chosen.connect(self._choose)
        self.fields.accepted.connect(self._to_values)
        self.values.changed.connect(self._typed)
        self.values.accepted.connect(self._said)
        self.why.returnPressed.connect(self._to_store)
        self.store.clicked.connect(self._want)
        self._back.clicked.connect(self.left)
        self._later.timeout.connect(self.look)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("Article"), lambda row: row.title, 22),
            Column(tr("Now"), lambda row: row.now, 12),
            Column(tr("Then, or why not"), self._then),
        )

    def _then(self, row: BulkRow) -> str:
        return sentence(row.reason) if row.reason is not None else row.then

    # -- asking --------------------------------------------------------------------------

    def begin(self, entries: Sequence[Entry], owners: Sequence[str]) -> None:
        """A change of these articles; nothing is said yet."""
        self._entries = list(entries)
        self._title.setText(tr("Change {n} articles at once", n=len(entries)))
        self.fields.set_value(None)
        self.values.begin(owners)
        self.why.clear()
        self._drop_look()
        drafts = sum(bool(entry.drafts) for entry in entries)
        words = tr("Choose by a digit what is to be changed.")
        if drafts:
            more = tr("{n} have open drafts: there the change is joined in.", n=drafts)
            words = f"{words} {more}"
        self._say(words, "muted")

    def focus_work(self) -> None:
        """The keys to where the work begins."""
        self.fields.setFocus()

    def _choose(self, field: BulkField) -> None:
        self.values.show_field(field)
        self._typed()

    def _to_values(self) -> None:
        if not self.values.focus_first():
            self.why.setFocus()

    def _said(self) -> None:
        self.why.setFocus()
        if self._look is None:
            self.look()

    def _to_store(self) -> None:
        if self.store.isVisible():
            self.store.setFocus()

    def _say(self, words: str, level: str = "") -> None:
        self._words.setText(words)
        restyle(self._words, "role", level)

    # -- looking -------------------------------------------------------------------------

    def _typed(self) -> None:
        self._drop_look()
        self._say("")
        self._later.start()

    def _drop_look(self) -> None:
        self._later.stop()
        self._look, run, self._run = None, self._run, None
        if run is not None:
            run.stop()
        self.store.hide()
        self._show_rows([])

    def _show_rows(self, rows: list[BulkRow]) -> None:
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._layout.setStretch(self._layout.count() - 1, 0 if rows else 1)

    def look(self) -> None:
        """Looks at what would happen, a few articles at a time."""
        self._drop_look()
        try:
            steps = BulkLook(self._parts.batches, self._entries, self.values.change())
        except UserError as error:
            self._say(sentence(error), "warn")
            return
        if not self.values.whole:
            words = tr("Write what is to stand there; Enter in the empty field takes it away.")
            self._say(words, "muted")
            return
        self._say(tr("Looking at {n} articles…", n=steps.of), "muted")
        run = self._run = Run(self._parts.lanes.read, steps, self)
        run.closed.connect(lambda whole: self._looked(run, steps) if whole else None)
        run.rested.connect(lambda error: self._rested(run, error))
        run.begin()

    def _rested(self, run: Run, error: Exception | None) -> None:
        if isinstance(error, UserError) and run is self._run:
            self._say(sentence(error), "warn")
        elif error is not None and run is self._run:
            self.failed.emit(error)
        run.deleteLater()

    def _looked(self, run: Run, steps: BulkLook) -> None:
        run.deleteLater()
        if run is not self._run:
            return
        self._run, self._look = None, steps
        words = tr(
            "{n} articles change, {same} stay as they are, {refused} cannot be changed.",
            n=steps.changed, same=steps.unchanged, refused=steps.refused,
        )  # fmt: skip
        self._say(words, "warn" if steps.refused else "")
        self._show_rows(steps.rows)
        text, grave = self._label(steps)
        self.store.setText(text)
        self.store.setAccessibleName(text)
        restyle(self.store, "role", "danger" if grave else "primary")
        self.store.setVisible(bool(steps.changed))

    def _label(self, steps: BulkLook) -> tuple[str, bool]:
        field, n = self.fields.value, steps.changed
        if field is BulkField.WITHDRAW:
            return tr("Take {n} articles down", n=n), True
        if field is BulkField.REPEAL:
            return tr("Repeal {n} articles", n=n), True
        if self.values.empties:
            return tr("Take the value away from {n} articles", n=n), True
        return tr("Change {n} articles", n=n), False

    # -- storing -------------------------------------------------------------------------

    def _want(self) -> None:
        flush_composition()
        look, why = self._look, self.why.text().strip()
        if look is None:
            return
        if not why:
            self._why.show_problem(tr("Say why the articles are changed."), blocks=True)
            self.why.setFocus()
            return
        self._why.show_problem("", blocks=False)
        name = tr("{what} ({why})", what=self.values.words, why=why)
        self.wanted.emit(Wish(tuple(look.keys), self.values.change(), name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop_look()
            self.left.emit()
        else:
            super().keyPressEvent(event)
