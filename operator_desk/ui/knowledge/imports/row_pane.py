"""One row of a file: what would be stored, beside what stands there now; or why it is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from operator_desk.domain.article_diff import FieldChange, changes
from operator_desk.services.incoming import Turn
from operator_desk.ui.kit.labels import button, card, plain_label, restyle
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.diff_view import DiffView
from operator_desk.ui.knowledge.imports.rows import TURNS, SeenRow
from operator_desk.ui.parts import Parts

LEVELS = {Turn.ADDED: "ok", Turn.CHANGED: "accent", Turn.UNCHANGED: "", Turn.REFUSED: "danger"}


class RowPane(QWidget):
    """Arrows go from line to line, Esc goes back to the rows."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        frame, layout = card()
        self._title, self._turn = plain_label(role="title", wrap=True), plain_label(role="chip")
        self._where = plain_label(role="muted", wrap=True)
        self._words = plain_label(wrap=True)
        self.diff = DiffView()
        self._back = button(tr("Back to the rows"), "flat", "chevron-left", "Esc")
        self._back.clicked.connect(self.left)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(self._where)
        layout.addWidget(self._words)
        layout.addWidget(self.diff, 1)
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(0)
        self._layout = layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.show_row(None)

    def show_row(self, row: SeenRow | None) -> None:
        """Shows a row; None: says what will stand here."""
        self._where.setVisible(row is not None)
        self._turn.setVisible(row is not None)
        self._back.setVisible(row is not None)
        self.diff.hide()
        if row is None:
            self._say(tr("What would be stored"), self._hint())
            return
        where = row.file if row.row is None else tr("{file}, row {n}", file=row.file, n=row.row)
        self._where.setText(f"{where} · {row.key}" if row.key else where)
        self._turn.setText(tr(TURNS[row.turn]))
        restyle(self._turn, "level", LEVELS[row.turn])
        if row.reason is not None:
            self._say(tr("This row is not taken in"), row.words)
        elif row.held is None:
            words = tr("The file is too long to show every row before it is stored.")
            self._say(row.title or row.key, words)
        else:
            self._say(row.title or row.key, "")
            self._compare(row)

    def _say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._layout.setStretch(self._layout.count() - 1, 1 if words else 0)

    def _hint(self) -> str:
        return tr(
            "A row of the file stands here as it would be stored; of a changed one, what differs. "
            "Nothing is stored before you say so."
        )

    def _compare(self, row: SeenRow) -> None:
        def work() -> list[FieldChange]:
            found = row.articles()
            return changes(*found) if found else []

        self.diff.show_changes([])
        self.diff.show()
        self._parts.lanes.read.submit(
            work, self.diff.show_changes, self.failed.emit, newest="import row"
        )

    def focus_work(self) -> None:
        """The keys to the lines."""
        (self._back if self.diff.isHidden() else self.diff).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
