"""The section of imports: taking files in, and the imports so far; one of the two in front."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from operator_desk.services.people import Actor
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.halves import Halves
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.knowledge.imports.batch_list import BatchList, BatchRow
from operator_desk.ui.knowledge.imports.row_pane import RowPane
from operator_desk.ui.knowledge.imports.rows import SeenRow
from operator_desk.ui.knowledge.imports.take_in import TakeIn
from operator_desk.ui.knowledge.imports.undo_pane import UndoPane
from operator_desk.ui.parts import Parts

_SIDES = (("take", later("Take in")), ("batches", later("Imports so far")))


class ImportsSection(QWidget):
    """For editors and leads."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.take_in, self.row = TakeIn(parts, actor), RowPane(parts)
        self.batches, self.undo = BatchList(parts), UndoPane(parts, actor)
        self.halves = {
            "take": Halves(self.take_in, self.row, (54, 46)),
            "batches": Halves(self.batches, self.undo, (54, 46)),
        }
        self._stack = QStackedWidget()
        host, row = flow_row()
        self.chips: dict[str, QPushButton] = {}
        for name, words in _SIDES:
            chip = self.chips[name] = QPushButton(tr(words))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, at=name: self.show_side(at))
            row.addWidget(chip)
            self._stack.addWidget(self.halves[name])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(host)
        outer.addWidget(self._stack, 1)
        self._listen()
        self._bring("take")

    def _listen(self) -> None:
        for part in (self.take_in, self.row, self.batches, self.undo):
            part.failed.connect(self.failed)
        self.take_in.row_chosen.connect(self.row.show_row)
        self.take_in.row_opened.connect(self._open_row)
        self.take_in.stored.connect(self.batches.reload)
        self.take_in.undo_wanted.connect(self._undo)
        self.row.left.connect(self._back_to_rows)
        self.batches.opened.connect(self._open_batch)
        self.undo.stored.connect(self.batches.reload)
        self.undo.left.connect(self._back_to_batches)

    # -- sides ---------------------------------------------------------------------------

    @property
    def side(self) -> str:
        """What is in front: `take` or `batches`."""
        return "take" if self._stack.currentWidget() is self.halves["take"] else "batches"

    def show_side(self, name: str) -> None:
        """Brings one of the two to the front, the keys where its work begins."""
        self._bring(name)
        self.search()

    def _bring(self, name: str) -> None:
        flush_composition()
        for other, chip in self.chips.items():
            chip.setChecked(other == name)
        self._stack.setCurrentWidget(self.halves[name])

    def _open_row(self, row: SeenRow) -> None:
        self.row.show_row(row)
        self.halves["take"].bring(self.row)
        self.row.focus_work()

    def _back_to_rows(self) -> None:
        self.halves["take"].bring(self.take_in)
        self.take_in.focus_work()

    def _open_batch(self, row: BatchRow) -> None:
        self.halves["batches"].bring(self.undo)
        self.undo.show_batch(row)

    def _back_to_batches(self) -> None:
        self.halves["batches"].bring(self.batches)
        self.batches.table.setFocus()

    def _undo(self, ids: list[UUID]) -> None:
        """What was just taken in, to be taken back."""
        self._bring("batches")
        self.halves["batches"].bring(self.undo)
        self.batches.choose(ids[-1])
        self.undo.show_import(ids, self.take_in.desk.name)

    # -- the page ------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the list of imports anew; what is in hand stays."""
        self.batches.reload()

    def search(self) -> None:
        """The keys to where the work begins."""
        flush_composition()
        if self.side == "take":
            self._back_to_rows()
        else:
            self._back_to_batches()
