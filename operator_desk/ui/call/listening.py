"""The middle column while listening: what to say, what to ask, the history of the number."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from operator_desk.domain.numbers import number_key
from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.domain.views import CallRow, MatterRow
from operator_desk.services.calls import History
from operator_desk.ui import names
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.digit_rows import DigitRows, Row
from operator_desk.ui.call.guide import GuideField
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.labels import plain_label, restyle
from operator_desk.ui.kit.low_area import LowArea
from operator_desk.ui.kit.words import tr

_MOST = 12


class ListeningPane(QWidget):
    """Element checklist and history of the number."""

    left = Signal()  # Enter behind the last element: back to the record

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self._category: object = object()
        self._open: object = None  # the row that is shown whole
        self._fields: dict[str, ComposingLine] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.guide = GuideField()
        self.guide.chosen.connect(lambda number: desk.guide_to(number or ""))
        self.guide.accepted.connect(self._guided)
        self.guide.hide()
        layout.addWidget(self.guide)
        self._elements_title = plain_label(tr("Element checklist"), "field")
        layout.addWidget(self._elements_title)
        self._grid_host = QWidget()
        self._grid_host.setObjectName("inner")
        self._grid = QGridLayout(self._grid_host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._area = LowArea(self._grid_host)
        layout.addWidget(self._area)
        self._history_title = plain_label(tr("History of the number"), "field", wrap=True)
        layout.addWidget(self._history_title)
        self.history = DigitRows(tr("History of the number"))
        self.history.chosen.connect(self._toggle)
        self.history.left.connect(self.left)
        self.history.setMinimumHeight(1)  # where there is little room it goes first
        self._history = History((), (), ())
        layout.addWidget(self.history, 1)
        desk.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the elements of the matter's category."""
        matter, draft = self._desk.matter, self._desk.draft
        if draft is not None and draft.phase is not Phase.LISTENING:
            return
        self.guide.show_number(draft.guided_to if draft else "")
        self.guide.setVisible(self.guide.hasFocus() or bool(draft and draft.guided_to))
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
            self._grid.addWidget(plain_label(text, "muted", wrap=True), 0, 0, 1, 2)
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
            self._go_to(fields[row + 1])
        else:
            self.left.emit()

    def _go_to(self, field: ComposingLine) -> None:
        field.setFocus()
        self._area.ensureWidgetVisible(field)

    def focus_first(self) -> bool:
        """The first open element gets the cursor; False when there is none."""
        for field in self._fields.values():
            if not field.text():
                self._go_to(field)
                return True
        return False

    def focus_next(self) -> None:
        """The next thing in this column: an open element, from there the history."""
        inside = self.focusWidget()
        if inside in self._fields.values() or not self.focus_first():
            self.history.setFocus()

    # -- guiding -------------------------------------------------------------------------

    def ask_guide(self) -> None:
        """Asks for the line of another city; the sentence to say follows."""
        self.guide.show()
        self.guide.setFocus()

    def _guided(self) -> None:
        self.guide.setVisible(bool(self._desk.draft and self._desk.draft.guided_to))
        self.left.emit()

    # -- history -------------------------------------------------------------------------

    def show_history(self, number: str, history: History) -> None:
        """What is known of the number; never a person."""
        count = len(history.calls)
        if not number_key(number):
            words = tr("History of the number: it is withheld or empty.")
        elif not count and not history.tickets:
            words = tr("First call from this number.")
        elif not count:  # the tickets of this very call
            words = tr("First call from this number, {n} tickets.", n=len(history.tickets))
        else:
            words = tr("Same number, {n} calls. A digit shows more.", n=count)
        self._history_title.setText(words)
        self._history, self._open = history, None
        self._show_rows()

    def _toggle(self, key: object) -> None:
        self._open = None if self._open == key else key
        self._show_rows()

    def _show_rows(self) -> None:
        rows, shown = [], set()
        matters: dict[UUID, list[MatterRow]] = {}
        for matter in self._history.matters:
            matters.setdefault(matter.call_id, []).append(matter)
        for call in self._history.calls[:_MOST]:
            own = matters.get(call.id, [])
            shown |= {matter.ticket for matter in own}
            rows.append(Row(call.id, self._call_words(call, own)))
        rows += [
            Row(ticket.id, self._ticket_words(ticket.number))
            for ticket in self._history.tickets
            if ticket.number not in shown
        ]
        self.history.set_rows(rows)

    def _call_words(self, call: CallRow, matters: Sequence[MatterRow]) -> str:
        day = names.local(self._profile, call.started_at, "%m-%d %H:%M")
        outcome = tr("running")
        if call.outcome:
            outcome = names.outcome_word(self._profile, call.outcome, self._language)
        whole = self._open == call.id
        lines = [f"{day}　{outcome}"]
        lines += [self._matter_words(matter, whole) for matter in matters[: None if whole else 1]]
        if len(matters) > 1 and not whole:
            lines.append(tr("and {n} more", n=len(matters) - 1))
        return "\n".join(line for line in lines if line)

    def _matter_words(self, matter: MatterRow, whole: bool) -> str:
        parts = [names.kind_word(self._profile, matter.kind, self._language)] if matter.kind else []
        if whole and matter.category:
            parts.append(self._profile.categories.path_name(matter.category, " › "))
        if matter.summary:
            parts.append(matter.summary)
        lines = ["　".join(parts)]
        if matter.ticket:
            lines.append(self._ticket_words(matter.ticket, whole))
        if whole and matter.told:
            lines.append(tr("Told: {n} articles", n=len(matter.told)))
        return "\n".join(line for line in lines if line)

    def _ticket_words(self, number: str, whole: bool = False) -> str:
        ticket = next((one for one in self._history.tickets if one.number == number), None)
        if ticket is None:
            return number
        parts = [number, names.state_word(ticket.state)]
        if whole or self._open == ticket.id:
            parts += [ticket.title or "", ticket.place or ""]
        return "　".join(part for part in parts if part)
