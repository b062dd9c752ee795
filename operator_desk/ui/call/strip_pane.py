"""The registration strip: one row of fields walked by Enter, each preset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.phase import Phase
from operator_desk.domain.places import Place
from operator_desk.domain.profile import Profile
from operator_desk.domain.proposals import CategoryProposal, Duplicate, UnitProposal
from operator_desk.domain.terms import MatterKind
from operator_desk.services.tickets import effective_secrecy, missing_fields
from operator_desk.ui import names
from operator_desk.ui.call.categories import (
    category_choices,
    category_proposals,
    place_choices,
)
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.duplicates_pane import DuplicatesPane
from operator_desk.ui.call.presets import preset
from operator_desk.ui.call.reasons import Reasons
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.number_line import CallerLine
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.proposing import ProposingCallerLine, ProposingLine
from operator_desk.ui.kit.words import tr

_ORDER = (
    "kind",
    "category",
    "place",
    "caller_address",
    "title",
    "unit",
    "urgency",
    "secrecy",
    "callback",
    "wants_reply",
)


class StripPane(QWidget):
    """Fields of the ticket; Enter on the last one registers."""

    register_wanted = Signal()
    left = Signal()  # Esc: back to the record
    elsewhere = Signal(str)  # a missing field that stands in the form
    edited = Signal()  # what is compared may have changed

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self._units: list[Choice] = []
        self._short: dict[str, str] = {}
        self._places: list[Choice] = []
        self._category_choices = category_choices(profile.categories)
        self._proposed: tuple[UnitProposal, ...] = ()
        self._unit_cleared: UUID | None = None  # the matter whose proposed unit was taken out
        self.reasons = Reasons(profile, language)
        self.fields: dict[str, QWidget] = {}
        host = QWidget()
        host.setObjectName("inner")
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setVerticalSpacing(5)
        self.why = plain_label(role="muted", wrap=True)  # why this unit
        for row, name in enumerate(_ORDER):
            field = self._make(name)
            field.setAccessibleName(names.field_word(name))
            self.fields[name] = field
            grid.addWidget(plain_label(names.field_word(name), "field"), 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
        grid.addWidget(self.why, 2 * _ORDER.index("unit") + 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2 * len(_ORDER), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys belong to the fields in it
        area.setWidget(host)
        self.missing = plain_label(role="muted", wrap=True)
        self.go = button(tr("Register the ticket"), "primary", "ticket")
        self.go.clicked.connect(self.register_wanted)
        self.alike = plain_label(role="warn", wrap=True)
        self._compare = button(tr("Compare"), "flat", "ticket", key="Ctrl+F2")
        self._compare.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._compare.clicked.connect(self.show_duplicates)
        self.duplicates = DuplicatesPane(profile, self.reasons)
        self._stack = QStackedWidget()
        self._strip = QWidget()
        self._stack.addWidget(self._strip)
        self._stack.addWidget(self.duplicates)
        inner = QVBoxLayout(self._strip)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.alike)
        inner.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(area, 1)
        inner.addWidget(self.missing)
        inner.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.duplicates.left.connect(self._back_to_strip)
        self.duplicates.decided.connect(self._joined)
        self.duplicates.changed.connect(self._show_alike)
        self._show_alike()
        desk.changed.connect(self.refresh)

    # -- building ------------------------------------------------------------------------

    def _make(self, name: str) -> QWidget:
        makers: dict[str, Callable[[], DigitField | PickerField]] = {
            "kind": self._kind_field,
            "category": self._category_field,
            "place": self._place_field,
            "unit": self._unit_field,
            "urgency": lambda: self._choice_field("urgency", self._profile.urgencies),
            "secrecy": lambda: self._choice_field("secrecy", self._profile.secrecies),
            "wants_reply": self._reply_field,
        }
        if name in makers:
            field = makers[name]()
            field.accepted.connect(lambda: self._next(name))
            return field
        line = ProposingCallerLine() if name == "callback" else ProposingLine()
        line.textEdited.connect(lambda text: self._keep(**{name: text.strip()}))
        line.returnPressed.connect(lambda: self._next(name))
        return line

    def _kind_field(self) -> DigitField:
        field = DigitField(
            [
                Choice(kind, names.kind_word(self._profile, kind, self._language))
                for kind in MatterKind
            ]
        )
        field.chosen.connect(lambda kind: self._desk.set_kind(kind))
        return field

    def _category_field(self) -> PickerField:
        field = PickerField(lambda typed: found_in(self._category_choices, typed))
        field.chosen.connect(lambda code: self._desk.set_category(code))
        return field

    def _place_field(self) -> PickerField:
        field = PickerField(lambda typed: self._found_places(typed), latin=False, free=True)
        field.chosen.connect(lambda code: self._keep(place=field.text().strip(), place_code=code))
        return field

    def _found_places(self, typed: str) -> list[Choice]:
        return found_in(self._places, typed) if typed.strip() else []

    def _unit_field(self) -> PickerField:
        field = PickerField(lambda typed: found_in(self._units, typed))
        field.chosen.connect(self._unit_chosen)
        return field

    def _unit_chosen(self, code: str | None) -> None:
        matter = self._desk.matter
        self._unit_cleared = matter.id if matter is not None and code is None else None
        self._keep(unit=code)
        self._show_why()

    def _choice_field(self, name: str, choices: Sequence[Any]) -> DigitField:
        field = DigitField([Choice(one.value, one.text(self._language)) for one in choices])
        field.chosen.connect(lambda value: self._keep(**{name: value}))
        return field

    def _reply_field(self) -> DigitField:
        field = DigitField([Choice(True, tr("yes")), Choice(False, tr("no"))])
        field.chosen.connect(lambda value: self._keep(wants_reply=value))
        return field

    def _keep(self, **values: object) -> None:
        self._desk.set_strip(**values)
        self._show_missing()
        self.edited.emit()

    def set_lists(self, units: Sequence[UnitVersion], places: Sequence[Place]) -> None:
        """Units and places to choose from."""
        self._units = [
            Choice(unit.code, unit.name, "\n".join((unit.code.lower(), unit.short_name or "")))
            for unit in units
        ]
        self._short = {unit.code: unit.short_name or unit.name for unit in units}
        self._places = place_choices(places)
        self.reasons.places = {place.code: place.name for place in places}

    # -- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows the matter's values and what is still missing."""
        draft, matter = self._desk.draft, self._desk.matter
        if draft is None or matter is None or draft.phase is not Phase.REGISTERING:
            return
        strip = matter.strip
        tree = self._profile.categories
        rule = self._profile.kind(matter.kind) if matter.kind else None
        unit = self._unit_name(strip.unit or self._preset_unit())
        self._set_choice("category", matter.category, tree.path_name(matter.category or "", " › "))
        self._set_choice("unit", strip.unit, unit)
        self._set_choice("place", strip.place_code, strip.place)
        self._set_value("kind", matter.kind)
        self._set_value("urgency", strip.urgency)
        self._set_value("secrecy", effective_secrecy(self._profile, matter))
        wants = strip.wants_reply
        self._set_value("wants_reply", rule.wants_reply if wants is None and rule else wants)
        self._set_text("caller_address", strip.caller_address)
        self._set_text("title", strip.title)
        callback = self.fields["callback"]
        if isinstance(callback, CallerLine) and not callback.hasFocus():
            callback.show_number(strip.callback or draft.number, hidden=self._desk.ended)
        self._show_missing()
        self._show_why()
        self.go.setEnabled(matter.ticket is None)

    def _show_missing(self) -> None:
        lacking = self._lacking()
        for name, field in self.fields.items():
            restyle(field, "missing", name in lacking)
        listed = tr(", ").join(names.field_word(name) for name in lacking)
        self.missing.setText(tr("Still missing: {fields}.", fields=listed) if lacking else "")

    # -- proposals -----------------------------------------------------------------------

    def show_units(self, matter_id: UUID, found: Sequence[UnitProposal]) -> None:
        """Units for a matter; the first stands in the field until Enter takes it, or another."""
        if self._desk.matter is None or self._desk.matter.id != matter_id:
            return
        self._proposed = tuple(found)
        field = self.fields["unit"]
        if isinstance(field, PickerField):
            self.refresh()
            field.propose(
                [
                    Choice(one.unit, self._unit_name(one.unit), "", self.reasons.text(one.reasons))
                    for one in found
                ]
            )

    def show_categories(self, found: Sequence[CategoryProposal]) -> None:
        """Categories for the matter in hand; none of them is taken by itself."""
        field = self.fields["category"]
        if isinstance(field, PickerField):
            field.propose(category_proposals(self._profile.categories, self.reasons, found))

    def offer_duplicates(self, matter_id: UUID, found: Sequence[Duplicate]) -> None:
        """Tickets that may be about the same matter."""
        draft = self._desk.draft
        if draft is not None and draft.matter.id == matter_id:
            self.duplicates.offer(draft, found)

    def forget_proposals(self) -> None:
        """Another matter is in hand: nothing has been proposed for it yet."""
        self._proposed, self._unit_cleared = (), None
        for name in ("unit", "category"):
            field = self.fields[name]
            if isinstance(field, PickerField):
                field.propose(())
        draft = self._desk.draft
        if draft is not None:
            self.duplicates.offer(draft, ())

    def _preset_unit(self) -> str | None:
        """The unit that is shown though nobody has chosen one yet."""
        matter = self._desk.matter
        if matter is None or matter.strip.unit or self._unit_cleared == matter.id:
            return None
        return self._proposed[0].unit if self._proposed else None

    def _unit_name(self, code: str | None) -> str:
        return next((one.text for one in self._units if one.value == code), code or "")

    def _show_why(self) -> None:
        matter, preset = self._desk.matter, self._preset_unit()
        code = (matter.strip.unit if matter else None) or preset
        one = next((one for one in self._proposed if one.unit == code), None)
        words = self.reasons.text(one.reasons) if one else ""
        co_units = (
            tr(", ").join(self._short.get(unit, unit) for unit in one.co_units) if one else ""
        )
        if co_units:
            words = tr("{why}; with {units}", why=words, units=co_units)
        if words and preset:
            words = tr("Proposed, Enter takes it: {why}", why=words)
        self.why.setText(words)
        self.why.setVisible(bool(words))
        restyle(self.fields["unit"], "proposed", preset is not None)

    def _show_alike(self) -> None:
        words = self.duplicates.line()
        self.alike.setText(words)
        for widget in (self.alike, self._compare):
            widget.setVisible(bool(words))

    def show_duplicates(self) -> None:
        """The matter beside the tickets that may be the same."""
        if self.duplicates.offered:
            flush_composition()
            self._stack.setCurrentWidget(self.duplicates)
            self.duplicates.take_keys()

    def _back_to_strip(self) -> None:
        self._stack.setCurrentWidget(self._strip)
        self.start()

    def _joined(self, ticket_id: UUID | None) -> None:
        matter = self._desk.matter
        if matter is not None:
            self._desk.set_matter(replace(matter, joins=ticket_id))
        self._show_alike()
        if ticket_id is not None:
            self._back_to_strip()

    def _set_choice(self, name: str, value: Any, text: str) -> None:
        field = self.fields[name]
        if isinstance(field, PickerField) and not field.list_open():
            if field.hasFocus() and (field.isModified() or field.text() == text):
                return
            field.set_choice(value, text)
            if field.hasFocus():
                field.selectAll()  # as when the keys came: the first one replaces it

    def _set_value(self, name: str, value: Any) -> None:
        field = self.fields[name]
        if isinstance(field, DigitField):
            field.set_value(value)

    def _set_text(self, name: str, text: str) -> None:
        field = self.fields[name]
        if isinstance(field, QLineEdit) and not field.hasFocus() and field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- walking -------------------------------------------------------------------------

    def start(self) -> None:
        """Puts presets in and the cursor on the first field that lacks something."""
        draft = self._desk.draft
        if draft is None:
            return
        self._stack.setCurrentWidget(self._strip)
        self._desk.set_matter(preset(self._profile, draft.matter))
        self.refresh()
        lacking = self._lacking()
        first = next((name for name in (*_ORDER, *lacking) if name in lacking), _ORDER[-1])
        if first in self.fields:
            self._go_to(first)
        else:
            self.elsewhere.emit(first)

    def _lacking(self) -> tuple[str, ...]:
        draft = self._desk.draft
        return missing_fields(self._profile, draft, draft.matter) if draft else ()

    def _go_to(self, name: str) -> None:
        # As by Tab: what is preset is selected, and the first key replaces it.
        self.fields[name].setFocus(Qt.FocusReason.TabFocusReason)

    def take_keys(self) -> None:
        """The keys into the strip; from there to the tickets that may be the same, if any."""
        inside = self._strip.isAncestorOf(self.focusWidget() or self)
        if inside and self.duplicates.offered and self._stack.currentWidget() is self._strip:
            self.show_duplicates()
        else:
            self.start()

    def _next(self, name: str) -> None:
        flush_composition()
        if name == "unit" and (proposed := self._preset_unit()) is not None:
            self._unit_chosen(proposed)
        place = _ORDER.index(name) + 1
        if place < len(_ORDER):
            self._go_to(_ORDER[place])
        else:
            self.register_wanted.emit()
