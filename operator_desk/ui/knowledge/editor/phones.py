"""The numbers of an article: one row a number, walked by Tab; a row that is empty counts not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.editor.words import PHONE

_SHARES = {"number": 5, "use": 4, "hours": 5, "confirmed_on": 4}


class PhoneRow(QWidget):
    """One number: what it is, for what, for whom, when, confirmed when."""

    changed = Signal()
    gone = Signal()

    def __init__(self, values: dict[str, Any], n: int) -> None:
        super().__init__()
        self.lines: dict[str, ComposingLine] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, share in _SHARES.items():
            line = self.lines[name] = ComposingLine()
            line.setText(values.get(name, ""))
            line.setPlaceholderText(tr(PHONE[name]))
            line.setToolTip(tr(PHONE[name]))
            line.textChanged.connect(self.changed)
            row.addWidget(line, share)
        self.inside = QPushButton(tr(PHONE["audience"]))
        self.inside.setProperty("role", "chip")
        self.inside.setCheckable(True)
        self.inside.setChecked(values.get("audience") == "internal")
        self.inside.toggled.connect(self.changed)
        self._drop = button("", "flat", "close")
        self._drop.clicked.connect(self.gone)
        row.addWidget(self.inside)
        row.addWidget(self._drop)
        self.set_place(n)

    def set_place(self, n: int) -> None:
        """Tells the row and its fields which number they are."""
        for name, line in self.lines.items():
            line.setAccessibleName(tr("Number {n}: {field}", n=n, field=tr(PHONE[name])))
        self.inside.setAccessibleName(tr("Number {n}: internal", n=n))
        self._drop.setAccessibleName(tr("Take number {n} out", n=n))

    def values(self) -> dict[str, str]:
        """The texts of the row."""
        found = {name: line.text() for name, line in self.lines.items()}
        return found | {"audience": "internal" if self.inside.isChecked() else "public"}


class Phones(QWidget):
    """All numbers, and buttons that add one or confirm all of them today."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PhoneRow] = []
        self.today = ""  # the local day of the hotline
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(4)
        layout.addLayout(self._inner)
        host, row = flow_row()
        add = button(tr("Add a number"), "", "plus")
        add.clicked.connect(self._add_one)
        self._confirm = button(tr("All confirmed today"), "", "check")
        self._confirm.clicked.connect(self.confirm_all)
        row.addWidget(add)
        row.addWidget(self._confirm)
        layout.addWidget(host)

    def set_values(self, values: Sequence[dict[str, Any]]) -> None:
        """Shows other numbers."""
        for row in list(self.rows):
            self._take_out(row)
        for value in values:
            self._add(value)
        self._confirm.setVisible(bool(self.rows))

    def values(self) -> list[dict[str, str]]:
        """The texts of all rows."""
        return [row.values() for row in self.rows]

    def confirm_all(self) -> None:
        """Every number that stands there was confirmed today."""
        for row in self.rows:
            if row.lines["number"].text().strip():
                row.lines["confirmed_on"].setText(self.today)

    def _add_one(self) -> None:
        self._add({}).lines["number"].setFocus()
        self._confirm.show()
        self.changed.emit()

    def _add(self, values: dict[str, Any]) -> PhoneRow:
        row = PhoneRow(values, len(self.rows) + 1)
        row.changed.connect(self.changed)
        row.gone.connect(lambda: self._drop(row))
        self.rows.append(row)
        self.setFocusProxy(self.rows[0].lines["number"])
        self._inner.addWidget(row)
        return row

    def _drop(self, row: PhoneRow) -> None:
        self._take_out(row)
        for n, left in enumerate(self.rows, 1):
            left.set_place(n)
        self._confirm.setVisible(bool(self.rows))
        self.changed.emit()

    def _take_out(self, row: PhoneRow) -> None:
        self.rows.remove(row)
        if self.rows:
            self.setFocusProxy(self.rows[0].lines["number"])
        self._inner.removeWidget(row)
        row.hide()
        row.deleteLater()
