"""The middle column while listening: what to say, what to ask, the history of the number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.numbers import number_key
from operator_desk.domain.profile import Profile
from operator_desk.services.calls import History
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.labels import clear, plain_label, restyle
from operator_desk.ui.kit.words import tr

_MOST = 12


class ListeningPane(QWidget):
    """Element checklist and history of the number."""

    left = Signal()  # Enter behind the last element: back to the record

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self._category: object = object()
        self._fields: dict[str, ComposingLine] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._elements_title = plain_label(tr("Element checklist"), "field")
        layout.addWidget(self._elements_title)
        self._grid_host = QWidget()
        self._grid_host.setObjectName("inner")
        self._grid = QGridLayout(self._grid_host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        layout.addWidget(self._grid_host)
        self._history_title = plain_label(tr("History of the number"), "field")
        layout.addWidget(self._history_title)
        self._rows_host = QWidget()
        self._rows_host.setObjectName("inner")
        self._rows = QVBoxLayout(self._rows_host)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._rows_host)
        layout.addWidget(area, 1)
        desk.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the elements of the matter's category."""
        matter = self._desk.matter
        code = matter.category if matter else None
        if (matter.id if matter else None, code) != self._category:
            self._category = (matter.id if matter else None, code)
            self._build_elements(code or "")
        given = dict(matter.elements) if matter else {}
        for name, field in self._fields.items():
            if not field.hasFocus() and field.text() != given.get(name, ""):
                field.setText(given.get(name, ""))
            restyle(field, "missing", not given.get(name))

    def _build_elements(self, code: str) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {}
        elements = self._profile.categories.elements(code)
        if not elements:
            text = tr("Choose a category: what to ask stands here.")
            self._grid.addWidget(plain_label(text, "muted", wrap=True), 0, 0)
            return
        for row, element in enumerate(elements):
            field = ComposingLine()
            field.setAccessibleName(element.label)
            field.setPlaceholderText(element.ask)
            field.setToolTip(element.ask)  # whole, where the field is too narrow for it
            field.textEdited.connect(
                lambda text, name=element.code: self._desk.set_element(name, text)
            )
            field.returnPressed.connect(lambda at=row: self._next_field(at))
            self._grid.addWidget(plain_label(element.label), row, 0)
            self._grid.addWidget(field, row, 1)
            self._fields[element.code] = field
        self._grid.setColumnStretch(1, 1)

    def _next_field(self, row: int) -> None:
        fields = list(self._fields.values())
        if row + 1 < len(fields):
            fields[row + 1].setFocus()
        else:
            self.left.emit()

    def focus_first(self) -> bool:
        """The first open element gets the cursor; False when there is none."""
        fields = list(self._fields.values())
        open_ = [field for field in fields if not field.text()] or fields
        if open_:
            open_[0].setFocus()
        return bool(open_)

    def show_history(self, number: str, history: History) -> None:
        """What is known of the number; never a person."""
        clear(self._rows)
        count = len(history.calls)
        if not number_key(number):
            self._history_title.setText(tr("History of the number"))
            self._rows.addWidget(plain_label(tr("The number is withheld or empty."), "muted"))
        elif not count:
            self._history_title.setText(tr("History of the number"))
            self._rows.addWidget(plain_label(tr("First call from this number."), "muted"))
        else:
            self._history_title.setText(tr("Same number, {n} calls", n=count))
            self._history_rows(history)
        self._rows.addStretch(1)

    def _history_rows(self, history: History) -> None:
        matters = {row.call_id: row for row in reversed(history.matters)}
        open_tickets = {row.number: row for row in history.tickets}
        for call in history.calls[:_MOST]:
            matter = matters.get(call.id)
            day = names.local(self._profile, call.started_at, "%m-%d %H:%M")
            outcome = (
                names.outcome_word(self._profile, call.outcome, self._language)
                if call.outcome
                else tr("running")
            )
            text = f"{day}　{outcome}"
            if matter and matter.kind:
                text += f"　{names.kind_word(self._profile, matter.kind, self._language)}"
            if matter and matter.summary:
                text += f"　{matter.summary}"
            row = open_tickets.get(matter.ticket) if matter and matter.ticket else None
            if row:
                text += f"\n{row.number}　{names.state_word(row.state)}"
            label = plain_label(text, "chip", wrap=True)
            self._rows.addWidget(label)
