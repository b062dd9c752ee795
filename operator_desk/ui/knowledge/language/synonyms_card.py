"""The synonyms, editors' own and shipped: a list, and a form that changes and withdraws one."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from operator_desk.domain.language import Synonym
from operator_desk.services.people import Actor
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.notices import Toasts
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts

_BETWEEN = re.compile(r"[；;、，,/\n]+")


class _List(RowsView):
    withdrawn = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and 0 <= row < len(self.rows.rows):
            self.withdrawn.emit(self.rows.rows[row])
        else:
            super().keyPressEvent(event)


class SynonymsCard(QWidget):
    """Enter on a row puts it into the form, Enter in the form keeps it, Delete withdraws a row."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self._parts, self._actor = parts, actor
        self._every: tuple[Synonym, ...] = ()
        self._before = ""  # the word of the row in the form
        frame, layout = card()
        title, self._remark = heading("language", tr("Synonyms"))
        layout.addWidget(title)
        self.line = ComposingLine()
        self.line.setAccessibleName(tr("Search synonyms"))
        self.line.setPlaceholderText(tr("A word of either side"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _text: self._show())
        layout.addWidget(self.line)
        columns = (
            Column(tr("Callers say"), lambda row: row.lay, 16),
            Column(tr("Official words"), lambda row: "；".join(row.stands_for)),
            Column(tr("From"), lambda row: tr("program") if row.shipped else tr("editors"), 8),
        )
        self.table = _List(columns, tr("Synonyms"))
        self.table.opened.connect(self._edit)
        self.table.withdrawn.connect(lambda row: self._withdraw(row.lay))
        self.line.returnPressed.connect(self.table.setFocus)
        layout.addWidget(self.table, 1)
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(self._empty)
        layout.addLayout(self._form())
        layout.addWidget(self._buttons())
        self.toasts = Toasts()
        layout.addWidget(self.toasts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        self.lay, self.official = ComposingLine(), ComposingLine()
        self.lay.setAccessibleName(tr("Callers say"))
        self.lay.setToolTip(tr("… stands for anything between two words: 孩子…归谁"))
        self.official.setAccessibleName(tr("Official words"))
        self.official.setToolTip(tr("Several words are parted by ；"))
        self.lay.returnPressed.connect(self.official.setFocus)
        self.official.returnPressed.connect(self._keep)
        for row, (words, field) in enumerate(
            ((tr("Callers say"), self.lay), (tr("Official words"), self.official))
        ):
            grid.addWidget(plain_label(words, "field"), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _buttons(self) -> QWidget:
        host, row = flow_row()
        keep, self._away = button(tr("Keep"), "primary"), button(tr("Withdraw"))
        another = button(tr("Another one"))
        keep.clicked.connect(self._keep)
        self._away.clicked.connect(lambda: self._withdraw(self._before))
        another.clicked.connect(self._clear)
        self._away.setEnabled(False)
        for made in (keep, self._away, another):
            row.addWidget(made)
        return host

    # -- reading -------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the list anew."""
        self._parts.lanes.read.submit(
            self._parts.vocabulary.synonyms, self._take, self.failed.emit, newest="synonyms"
        )

    def _take(self, rows: tuple[Synonym, ...]) -> None:
        self._every = tuple(sorted(rows, key=lambda one: one.shipped))  # the editors' own first
        self._show()

    def _show(self) -> None:
        wanted = self.line.text().strip()
        rows = [one for one in self._every if wanted in f"{one.lay} {' '.join(one.stands_for)}"]
        self.table.set_rows(rows)
        own = sum(not one.shipped for one in self._every)
        self._remark.setText(
            tr("{own} own, {shipped} shipped", own=own, shipped=len(self._every) - own)
        )
        if self._every:
            self._empty.setText("" if rows else tr("No synonym with this word."))
        else:
            self._empty.setText(
                tr("No synonyms yet. Write below what callers say, and the official words for it.")
            )
        self._empty.setVisible(bool(self._empty.text()))

    # -- changing ------------------------------------------------------------------------

    def _edit(self, row: Synonym) -> None:
        self._before = row.lay
        self.lay.setText(row.lay)
        self.official.setText("；".join(row.stands_for))
        self._away.setEnabled(True)
        self.official.setFocus()

    def _clear(self) -> None:
        self._before = ""
        self.lay.clear()
        self.official.clear()
        self._away.setEnabled(False)
        self.lay.setFocus()

    def _keep(self) -> None:
        flush_composition()
        words, actor = self._parts.vocabulary, self._actor
        lay, before = self.lay.text(), self._before
        official = _BETWEEN.split(self.official.text())
        self._parts.lanes.write.submit(
            lambda: words.put(actor, lay, official, before), self._kept, self.failed.emit
        )

    def _kept(self, one: Synonym) -> None:
        self._clear()
        official = "；".join(one.stands_for)
        self.toasts.say(tr("{lay} stands for {official}", lay=one.lay, official=official))
        self.reload()

    def _withdraw(self, lay: str) -> None:
        words, actor = self._parts.vocabulary, self._actor
        self._parts.lanes.write.submit(
            lambda: words.withdraw(actor, lay), self._withdrawn, self.failed.emit
        )

    def _withdrawn(self, one: Synonym) -> None:
        """Leaves it in the form, so that Enter there keeps it again."""
        self._edit(one)
        self._before = ""
        self._away.setEnabled(False)
        self.toasts.say(tr("{lay} was withdrawn. Enter keeps it again.", lay=one.lay))
        self.reload()
