"""The imports and changes of many so far, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from operator_desk.services.batches import Batch, BatchKind
from operator_desk.ui import names
from operator_desk.ui.kit.labels import card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.parts import Parts

KINDS = {
    BatchKind.IMPORT: later("Import"),
    BatchKind.CHANGE: later("Change of many"),
    BatchKind.UNDO: later("Undo"),
}


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch with the words of its row; `name`: its own, of an undo that of what it took back."""

    batch: Batch
    at: str
    by: str
    name: str
    state: str

    @property
    def what(self) -> str:
        """Kind and name."""
        kind = tr(KINDS[self.batch.kind])
        return f"{kind}　{self.name}" if self.name else kind


def batch_rows(
    batches: list[Batch], staff: Mapping[UUID, str], parts: Parts
) -> list[BatchRow]:  # fmt: skip
    """The rows of a list of batches."""
    by_id = {one.id: one for one in batches}
    found = []
    for one in batches:
        at = names.local(parts.profile, one.at, "%Y-%m-%d %H:%M")
        by = staff.get(one.actor, tr("this machine"))
        undone = by_id.get(one.undoes) if one.undoes else None
        name = undone.name if undone is not None else one.name
        found.append(BatchRow(one, at, by, name, state(one)))
    return found


def state(one: Batch) -> str:
    """What there is to say of it."""
    if one.undone:
        return tr("taken back")
    return "" if one.ended else tr("broken off")


class BatchList(QWidget):
    """Enter opens one: what taking it back would do."""

    opened = Signal(object)  # BatchRow
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        frame, layout = card()
        title, self._remark = heading("history", tr("Imports so far"))
        self.table = RowsView(self._columns(), tr("Imports so far"))
        self.table.opened.connect(self.opened)
        self._empty = plain_label(role="muted", wrap=True)
        layout.addWidget(title)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self._layout = layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(tr("When"), lambda row: row.at, 16),
            Column(tr("What was done"), lambda row: row.what),
            Column(tr("Articles"), lambda row: str(row.batch.added + row.batch.changed), 7),
            Column(tr("By"), lambda row: row.by, 11),
            Column(tr("State"), lambda row: row.state, 9),
        )

    def choose(self, batch: UUID) -> None:
        """The keys' row is that of a batch, if it is there."""
        ids = [row.batch.id for row in self.table.rows.rows]
        if batch in ids:
            self.table.selectRow(ids.index(batch))

    def reload(self) -> None:
        """Reads the list anew; the row the keys stood on keeps them."""
        parts = self._parts

        def work() -> list[BatchRow]:
            return batch_rows(parts.batches.all(), parts.people.names(), parts)

        parts.lanes.read.submit(work, self._show, self.failed.emit, newest="batches")

    def _show(self, rows: list[BatchRow]) -> None:
        at, before = self.table.currentIndex().row(), self.table.rows.rows
        kept = before[at].batch.id if 0 <= at < len(before) else None
        self.table.set_rows(rows)
        if kept is not None:
            self.choose(kept)
        self._remark.setText(tr("{n} entries", n=len(rows)) if rows else "")
        self._empty.setText(tr("Nothing was taken in yet. Each import stands here and can be "
                               "taken back as a whole."))  # fmt: skip
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._layout.setStretch(self._layout.count() - 1, 0 if rows else 1)
