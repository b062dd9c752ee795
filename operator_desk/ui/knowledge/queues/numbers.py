"""The numbers of a contact: which were confirmed and when, and which are marked to be now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from operator_desk.domain.article import Phone
from operator_desk.services.article_causes import is_confirmed
from operator_desk.ui.kit.table import Column
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.queues.item_list import KeyedRows


@dataclass(frozen=True, slots=True)
class _Row:
    phone: Phone
    old: bool


class NumbersTable(KeyedRows):
    """Space, Enter or a click marks a number; with none marked all of them are meant."""

    changed = Signal()

    def __init__(self) -> None:
        self._marks: set[str] = set()
        super().__init__(
            (
                Column("✓", lambda row: "✓" if row.phone.number in self._marks else "", 2),
                Column(tr("Number"), lambda row: row.phone.number),
                Column(tr("Use"), lambda row: row.phone.use, 14),
                Column(tr("Last confirmed"), _confirmed, 16),
            ),
            tr("Numbers: Space marks those that were confirmed"),
        )
        self.setToolTip(tr("Space marks; with none marked all are meant."))
        self.opened.connect(self._toggle)

    def show_phones(self, phones: Sequence[Phone], since: date, *, keep: bool) -> None:
        """Other numbers; marks stay (`keep`) when they are of the same contact."""
        self._marks &= {phone.number for phone in phones} if keep else set()
        at = self.currentIndex().row()
        self.set_rows([_Row(phone, not is_confirmed(phone, since)) for phone in phones])
        if keep and 0 <= at < len(phones):
            self.selectRow(at)
        self.setVisible(bool(phones))
        height = self.verticalHeader().defaultSectionSize() * len(phones)
        self.setFixedHeight(height + self.horizontalHeader().sizeHint().height() + 6)

    def marked(self) -> tuple[str, ...]:
        """The numbers that are marked, as they stand."""
        return tuple(
            dict.fromkeys(
                row.phone.number for row in self.rows.rows if row.phone.number in self._marks
            )
        )

    def unmark(self) -> None:
        """No number is marked."""
        self._marks.clear()

    def _toggle(self, row: _Row) -> None:
        self._marks ^= {row.phone.number}
        self.viewport().update()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _confirmed(row: _Row) -> str:
    day = row.phone.confirmed_on
    if day is None:
        return tr("never")
    return tr("{day}, long ago", day=day.isoformat()) if row.old else day.isoformat()
