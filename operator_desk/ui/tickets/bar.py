"""What can be done with the ticket in hand, each with its key; what cannot says why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.life_cycle import Action
from operator_desk.services.abilities import Able
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.labels import button, clear, plain_label
from operator_desk.ui.kit.words import tr
from operator_desk.ui.tickets.words import action_word

KEYS = "123456789ABCDEFGHILMOQRSTVXYZ"  # J, K, N, P, U, W are the page's


class ActionBar(QWidget):
    """Digits and letters choose an action; arrows go along; Esc leaves."""

    wanted = Signal(object)  # Action
    refused = Signal(object)  # UserError: why not
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._able: tuple[Able, ...] = ()
        self.buttons: dict[Action, QPushButton] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What can be done"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        host, self._row = flow_row(4)
        layout.addWidget(host)
        self._nothing = plain_label(role="muted", wrap=True)
        layout.addWidget(self._nothing)

    def show_actions(self, able: Sequence[Able], *, any_ticket: bool = True) -> None:
        """Other actions."""
        self._able = tuple(able)[: len(KEYS)]
        clear(self._row)
        self.buttons = {}
        for key, one in zip(KEYS, self._able, strict=False):
            made = button(f"{key}  {action_word(one.action)}", "chip")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setProperty("off", one.against is not None)
            made.setProperty("keys", self.hasFocus())
            made.clicked.connect(partial(self._choose, one))
            self.buttons[one.action] = made
            self._row.addWidget(made)
        words = tr("Nothing can be done with this ticket now.") if any_ticket else ""
        self._nothing.setText("" if able else words)
        self._nothing.setVisible(bool(self._nothing.text()))

    def _choose(self, one: Able, _on: bool = False) -> None:
        if one.against is None:
            self.wanted.emit(one.action)
        else:
            self.refused.emit(one.against)

    def key_of(self, action: Action) -> str:
        """The key of an action; "" when it is not there."""
        names = [one.action for one in self._able]
        return KEYS[names.index(action)] if action in names else ""

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        keys = dict(zip(KEYS, self._able, strict=False))
        if text and text in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(keys[text])
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, on: bool) -> None:
        for made in self.buttons.values():
            made.setProperty("keys", on)
            made.style().unpolish(made)
            made.style().polish(made)
