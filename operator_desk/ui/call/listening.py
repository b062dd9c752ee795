"""The middle column while listening: what to say, what to ask, the history of the number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from operator_desk.domain.phase import Phase
from operator_desk.domain.profile import Profile
from operator_desk.services.ports import Clock
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.guide import GuideField
from operator_desk.ui.call.history_pane import HistoryPane
from operator_desk.ui.kit.labels import plain_label, restyle
from operator_desk.ui.kit.low_area import LowArea
from operator_desk.ui.kit.proposing import Offer, ProposingLine
from operator_desk.ui.kit.words import tr


class ListeningPane(QWidget):
    """Element checklist and history of the number."""

    left = Signal()  # Enter behind the last element: back to the record

    def __init__(self, desk: CallDesk, profile: Profile, language: str, clock: Clock) -> None:
        super().__init__()
        self._desk, self._profile = desk, profile
        self._category: object = object()
        self._fields: dict[str, ProposingLine] = {}
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
        self.past = HistoryPane(profile, language, clock)
        self.past.left.connect(self.left)
        self.past.shown.connect(self._make_room)
        self.history = self.past.rows
        self.history.setMinimumHeight(1)  # where there is little room it goes first
        layout.addWidget(self.past, 1)
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
            self._make_room()
        given = dict(matter.elements) if matter else {}
        for name, field in self._fields.items():
            if not field.hasFocus() and field.text() != given.get(name, ""):
                field.setText(given.get(name, ""))
            restyle(field, "missing", not given.get(name))

    def _make_room(self) -> None:
        """Of a caller with tickets, what to ask stands here only when there is something."""
        shown = bool(self._fields) or not self.past.tickets
        policy = self.history.sizePolicy()
        empty = not self.history.rows  # nothing to show: all room to what is to be asked
        expands, ignored = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        policy.setVerticalPolicy(ignored if empty else expands)
        self.history.setSizePolicy(policy)
        self._elements_title.setVisible(shown)
        self._area.setVisible(shown)

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
            field = ProposingLine()
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

    def propose(self, offers: Mapping[str, Sequence[Offer]]) -> None:
        """What the record says to elements, by their codes; it stands in the empty fields."""
        for code, field in self._fields.items():
            field.propose(offers.get(code, ()))

    def _next_field(self, row: int) -> None:
        fields = list(self._fields.values())
        if row + 1 < len(fields):
            self._go_to(fields[row + 1])
        else:
            self.left.emit()

    def _go_to(self, field: ProposingLine) -> None:
        field.setFocus()
        self._area.ensureWidgetVisible(field)

    def asked(self) -> str:
        """The code of the element that the cursor is in; "" anywhere else."""
        return next((code for code, field in self._fields.items() if field.hasFocus()), "")

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
