"""Settings: language, theme, font size, counter, proposals; the keys with their conflicts."""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QPushButton,
    QSlider,
    QWidget,
)

from operator_desk.domain.errors import UserError
from operator_desk.ui.actions import Action, conflicts, desktop_keys, with_keys
from operator_desk.ui.kit.labels import button, card, heading, plain_label
from operator_desk.ui.kit.table import Column, RowsView
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.parts import Parts

_NAMES = {
    "system": later("as the system"),
    "light": later("light"),
    "dark": later("dark"),
    "zh_CN": later("中文"),
    "en": later("English"),
}


class SettingsPage(QWidget):
    """Every change holds at once and is kept."""

    look_changed = Signal()
    keys_changed = Signal()
    language_changed = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("page")
        self._settings = parts.settings
        self._chosen: Action | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.setSpacing(10)
        outer.addWidget(self._look_card(), 2)
        outer.addWidget(self._keys_card(), 3)
        self._refresh_keys()

    # -- look ----------------------------------------------------------------------------

    def _look_card(self) -> QWidget:
        frame, layout = card()
        layout.addWidget(heading("settings", tr("Settings"))[0])
        grid = QGridLayout()
        grid.addWidget(plain_label(tr("Language"), "field"), 0, 0)
        grid.addLayout(self._choice("language", ("zh_CN", "en")), 0, 1)
        grid.addWidget(plain_label(tr("Theme"), "field"), 1, 0)
        grid.addLayout(self._choice("theme", ("system", "light", "dark")), 1, 1)
        grid.addWidget(plain_label(tr("Font size in percent"), "field"), 2, 0)
        grid.addLayout(self._scale_row(), 2, 1)
        layout.addLayout(grid)
        layout.addWidget(self._check("show_counter", tr("Show the counter in the top bar")))
        layout.addWidget(
            self._check("proposals", tr("Propose articles from the statement being typed"))
        )
        words = tr("The machine's voice reads the record back")
        layout.addWidget(self._check("voice", words))
        layout.addStretch(1)
        return frame

    def _choice(self, key: str, values: tuple[str, ...]) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        for value in values:
            chip = QPushButton(tr(_NAMES[value]))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(self._settings.get(key) == value)
            chip.clicked.connect(lambda _on, at=value: self._keep(key, at))
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _scale_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(100, 200)
        slider.setSingleStep(10)
        slider.setPageStep(25)
        slider.setValue(self._settings.get("scale"))
        slider.setAccessibleName(tr("Font size in percent"))
        shown = plain_label(f"{slider.value()} %")
        slider.valueChanged.connect(lambda value: shown.setText(f"{value} %"))
        slider.valueChanged.connect(lambda value: self._keep("scale", value))
        row.addWidget(slider, 1)
        row.addWidget(shown)
        return row

    def _check(self, key: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(self._settings.get(key))
        box.toggled.connect(lambda on: self._keep(key, on))
        return box

    def _keep(self, key: str, value: Any) -> None:
        try:
            self._settings.set(key, value)
        except UserError as error:
            self.failed.emit(error)
            return
        if key == "language":
            self.language_changed.emit()
        elif key not in ("keys", "voice"):
            self.look_changed.emit()

    # -- keys ----------------------------------------------------------------------------

    def _keys_card(self) -> QWidget:
        frame, layout = card()
        layout.addWidget(heading("keyboard", tr("Keys"))[0])
        self.table = RowsView(
            (
                Column(tr("Action"), lambda action: tr(action.text)),
                Column(tr("Keys"), lambda action: " / ".join(action.keys), 18),
            ),
            tr("Keys"),
        )
        self.table.opened.connect(self._choose)
        layout.addWidget(self.table, 1)
        self._which = plain_label(tr("Choose an action, then press its new key."), "field")
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName(tr("New key"))
        self._edit.setEnabled(False)
        take, back = button(tr("Take this key"), "primary"), button(tr("All keys as shipped"))
        take.clicked.connect(self._take)
        back.clicked.connect(self._reset)
        layout.addWidget(self._which)
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(take)
        row.addWidget(back)
        layout.addLayout(row)
        self._conflicts = plain_label(role="warn", wrap=True)
        layout.addWidget(self._conflicts)
        return frame

    def _choose(self, action: Action) -> None:
        self._chosen = action
        self._which.setText(tr("New key for: {action}", action=tr(action.text)))
        self._edit.setEnabled(True)
        self._edit.clear()
        self._edit.setFocus()

    def _take(self) -> None:
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if self._chosen is None or not key:
            return
        changed = dict(self._settings.get("keys"))
        changed[self._chosen.name] = [key]
        self._keep("keys", changed)
        self._refresh_keys()
        self.keys_changed.emit()

    def _reset(self) -> None:
        self._keep("keys", {})
        self._refresh_keys()
        self.keys_changed.emit()

    def _refresh_keys(self) -> None:
        actions = with_keys(self._settings.get("keys"))
        self.table.set_rows(actions)
        words = {action.name: tr(action.text) for action in actions}
        lines = [
            tr("{key}: {one} and {other}", key=key, one=words[one], other=words[other])
            if other
            else tr("{key} belongs to the input method or the desktop", key=key)
            for key, one, other in conflicts(actions)
        ]
        taken = desktop_keys(os.environ.get("XDG_CURRENT_DESKTOP", ""))
        if taken:
            text = tr("{desktop} takes {keys} for itself: F1 reaches every action.",
                      desktop=taken[0], keys=taken[1])  # fmt: skip
            lines.append(text)
        self._conflicts.setText("\n".join(lines))

    def reload(self) -> None:
        """Nothing is read from the store here."""

    def search(self) -> None:
        """The keys into the table."""
        self.table.setFocus()
