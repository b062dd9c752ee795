"""The rows of a file that were not taken, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout

from operator_desk.domain.errors import UserError
from operator_desk.ui.kit.labels import button, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.messages import sentence

_MOST = 4


class Refused(QFrame):
    """Stays until it is closed; hidden when every row was taken."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "remark")
        self.setProperty("level", "warn")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        self.words = plain_label(wrap=True)
        self.away = button(tr("Close"), "flat", "close")
        self.away.clicked.connect(self.hide)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.away)
        self.hide()

    def show_rows(self, rows: Sequence[tuple[int, UserError]]) -> None:
        """Says which rows were refused."""
        lines = [tr("Refused rows: {n}", n=len(rows))]
        for number, reason in rows[:_MOST]:
            lines.append(tr("Row {n}: {reason}", n=number, reason=sentence(reason)))
        if len(rows) > _MOST:
            lines.append(tr("and {n} more", n=len(rows) - _MOST))
        self.words.setText("\n".join(lines))
        self.setVisible(bool(rows))
