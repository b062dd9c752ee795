"""The registration strip: one row of fields walked by Enter, each preset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.phase import Phase
from operator_desk.domain.places import Place
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import MatterKind
from operator_desk.services.tickets import effective_secrecy, missing_fields
from operator_desk.ui import names
from operator_desk.ui.call.categories import category_choices, place_choices
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.presets import preset
from operator_desk.ui.kit.composing import ComposingLine, flush_composition
from operator_desk.ui.kit.digits import DigitField
from operator_desk.ui.kit.labels import button, plain_label, restyle
from operator_desk.ui.kit.number_line import CallerLine
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
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

    def __init__(self, desk: CallDesk, profile: Profile, language: str) -> None:
        super().__init__()
        self._desk, self._profile, self._language = desk, profile, language
        self._units: list[Choice] = []
        self._places: list[Choice] = []
        self._category_choices = category_choices(profile.categories)
        self.fields: dict[str, QWidget] = {}
        host = QWidget()
        host.setObjectName("inner")
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setVerticalSpacing(5)
        for row, name in enumerate(_ORDER):
            field = self._make(name)
            field.setAccessibleName(names.field_word(name))
            self.fields[name] = field
            grid.addWidget(plain_label(names.field_word(name), "field"), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(_ORDER), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys belong to the fields in it
        area.setWidget(host)
        self.missing = plain_label(role="muted", wrap=True)
        self.go = button(tr("Register the ticket"), "primary", "ticket")
        self.go.clicked.connect(self.register_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addWidget(self.missing)
        layout.addWidget(self.go)
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
        line = CallerLine() if name == "callback" else ComposingLine()
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
        field.chosen.connect(lambda code: self._keep(unit=code))
        return field

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

    def set_lists(self, units: Sequence[UnitVersion], places: Sequence[Place]) -> None:
        """Units and places to choose from."""
        self._units = [
            Choice(unit.code, unit.name, "\n".join((unit.code.lower(), unit.short_name or "")))
            for unit in units
        ]
        self._places = place_choices(places)

    # -- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows the matter's values and what is still missing."""
        draft, matter = self._desk.draft, self._desk.matter
        if draft is None or matter is None or draft.phase is not Phase.REGISTERING:
            return
        strip = matter.strip
        tree = self._profile.categories
        rule = self._profile.kind(matter.kind) if matter.kind else None
        unit = next((one.text for one in self._units if one.value == strip.unit), strip.unit or "")
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
        self.go.setEnabled(matter.ticket is None)

    def _show_missing(self) -> None:
        lacking = self._lacking()
        for name, field in self.fields.items():
            restyle(field, "missing", name in lacking)
        listed = tr(", ").join(names.field_word(name) for name in lacking)
        self.missing.setText(tr("Still missing: {fields}.", fields=listed) if lacking else "")

    def _set_choice(self, name: str, value: Any, text: str) -> None:
        field = self.fields[name]
        if isinstance(field, PickerField) and not field.list_open():
            if field.hasFocus() and (field.isModified() or field.text() == text):
                return
            field.set_choice(value, text)

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

    def _next(self, name: str) -> None:
        flush_composition()
        place = _ORDER.index(name) + 1
        if place < len(_ORDER):
            self._go_to(_ORDER[place])
        else:
            self.register_wanted.emit()
