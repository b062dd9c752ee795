"""Fields of a form: a label above, the problem below, both tied to the field for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from operator_desk.ui.kit import look
from operator_desk.ui.kit.composing import ComposingText
from operator_desk.ui.kit.labels import plain_label, restyle


class SmallText(ComposingText):
    """A text box of some lines; Tab leaves it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + look.current().px(18))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class Field(QWidget):
    """A control with its label and its problem; the problem takes room only while there is one."""

    def __init__(self, words: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        control.setAccessibleName(words)
        self._problem = plain_label(role="problem", wrap=True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        if words:
            layout.addWidget(plain_label(words, "field", wrap=True))
        layout.addWidget(control)
        layout.addWidget(self._problem)
        layout.addStretch(1)

    def show_problem(self, words: str, *, blocks: bool) -> None:
        """Says what is wrong, or nothing; what only should be better is milder."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        restyle(self._problem, "level", "danger" if blocks else "warn")
        restyle(self.control, "missing", bool(words) and blocks)
        self.control.setAccessibleDescription(words)

    @property
    def problem(self) -> str:
        """What is said below the field, "" for nothing."""
        return self._problem.text()


class Grid(QWidget):
    """Fields beside each other in columns of one width, fewer where there is little room."""

    def __init__(self, fields: list[Field], columns: int, least: int) -> None:
        super().__init__()
        self._fields, self._columns, self._least = fields, columns, least
        self._now = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        if columns == self._now:
            return
        for column in range(max(self._now, columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._now = columns
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)

    def fit(self, width: int) -> None:
        """As many columns as fit into a width at the font in use."""
        least = look.current().px(self._least)
        self._arrange(max(1, min(self._columns, width // max(1, least))))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(80), super().minimumSizeHint().height())
