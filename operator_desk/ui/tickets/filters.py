"""Filters that apply to every list: typed words, and one of many in each field; shown as chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from operator_desk.domain.facts import UnitVersion
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import MatterKind, Secrecy, TicketState, Urgency
from operator_desk.services.ports import TicketQuery
from operator_desk.ui import names
from operator_desk.ui.kit.composing import ComposingLine
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear
from operator_desk.ui.kit.picker import Choice, PickerField, found_in
from operator_desk.ui.kit.words import later, tr

_WAIT_MS = 150
_ACROSS = 3
_DAYS = (
    (0, later("today")),
    (6, later("7 days")),
    (29, later("30 days")),
    (364, later("365 days")),
)


class SearchLine(ComposingLine):
    """Words to find; Enter or ↓ goes to the rows, Esc too."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Down, keys.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """The search line, the chips of what is filtered by, and the fields that are folded away."""

    changed = Signal()
    left = Signal()  # to the rows

    def __init__(self, profile: Profile, language: str) -> None:
        super().__init__()
        self._profile, self._language = profile, language
        self._units: list[Choice] = []
        self.line = SearchLine()
        self.line.setAccessibleName(tr("Search tickets"))
        self.line.setPlaceholderText(tr("Number, title, place or category"))
        self.line.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.changed)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.line.left.connect(self.left)
        self.fields: dict[str, PickerField] = self._made()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        self._chips, self._row = flow_row()
        self._chips.hide()
        layout.addWidget(self._chips)
        self._box = self._grid()
        self._box.hide()
        layout.addWidget(self._box)

    # -- fields --------------------------------------------------------------------------

    def _made(self) -> dict[str, PickerField]:
        profile, language = self._profile, self._language
        kinds = [Choice(kind, names.kind_word(profile, kind, language)) for kind in MatterKind]
        states = [Choice(state, names.state_word(state)) for state in TicketState]
        urgencies = [Choice(Urgency(one.value), one.text(language)) for one in profile.urgencies]
        grades = [Choice(Secrecy(one.value), one.text(language)) for one in profile.secrecies]
        days = [Choice(back, tr(words)) for back, words in _DAYS]
        categories = [
            Choice(
                one.code,
                profile.categories.path_name(one.code, " › "),
                "\n".join((one.initials, one.pinyin.replace(" ", ""), one.name.lower())),
            )
            for one in profile.categories.categories
        ]
        return {
            "state": self._field(tr("State"), states),
            "kind": self._field(tr("Kind"), kinds),
            "category": self._field(tr("Category"), categories),
            "unit": self._field(tr("Unit"), None),
            "urgency": self._field(tr("Urgency"), urgencies),
            "secrecy": self._field(tr("Secrecy"), grades),
            "days": self._field(tr("Registered"), days),
        }

    def _field(self, words: str, choices: Sequence[Choice] | None) -> PickerField:
        # The units come later, from the store.
        field = PickerField(
            lambda typed: found_in(self._units if choices is None else choices, typed)
        )
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.chosen.connect(lambda _value: self._filtered())
        field.accepted.connect(self.left)
        return field

    def _grid(self) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // _ACROSS, place % _ACROSS)
        return host

    def set_units(self, units: Sequence[UnitVersion]) -> None:
        """The units to choose from."""
        self._units = unit_choices(units)

    # -- what is wanted ------------------------------------------------------------------

    def applied(self, query: TicketQuery, today: date) -> TicketQuery:
        """A list's query with the filters."""
        given: dict[str, Any] = {
            name: field.value
            for name, field in self.fields.items()
            if field.value is not None and name not in ("category", "days")
        }
        if (code := self.fields["category"].value) is not None:
            given["categories"] = (code,)
        if (back := self.fields["days"].value) is not None:
            given["first_day"] = today - timedelta(days=back)
        return replace(query, **given, text=self.line.text().strip())

    @property
    def active(self) -> bool:
        """Whether anything is filtered by."""
        fields = any(field.value is not None for field in self.fields.values())
        return fields or bool(self.line.text().strip())

    def clear(self) -> None:
        """Takes every filter away."""
        self.line.clear()
        for field in self.fields.values():
            field.set_choice(None, "")
        self._filtered()

    def _without(self, name: str) -> None:
        self.fields[name].set_choice(None, "")
        self._filtered()

    def _filtered(self) -> None:
        clear(self._row)
        used = {name: field for name, field in self.fields.items() if field.value is not None}
        for name, field in used.items():
            chip = button(f"{field.placeholderText()}: {field.text()}  ×", "chip")
            chip.setAccessibleName(tr("Without the filter: {name}", name=field.placeholderText()))
            chip.clicked.connect(partial(self._without, name))
            self._row.addWidget(chip)
        self._chips.setVisible(bool(used))
        self.changed.emit()

    # -- keys ----------------------------------------------------------------------------

    def unfold(self) -> None:
        """Shows the fields with the keys in the first; folds them when they are shown."""
        self._box.setVisible(self._box.isHidden())
        if self._box.isVisible():
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._box.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def unit_choices(units: Sequence[UnitVersion]) -> list[Choice]:
    """Units as choices, found by code, short name and name."""
    return [
        Choice(unit.code, unit.name, f"{unit.code}\n{unit.short_name or ''}".lower())
        for unit in units
        if not unit.withdrawn
    ]
