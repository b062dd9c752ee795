"""Which kinds of articles are searched: chips of which Tab reaches one and arrows another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from operator_desk.domain.article import ArticleKind
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.words import later, tr


@dataclass(frozen=True, slots=True)
class Filter:
    """Words of a chip, the kinds it lets through, whether all of them are listed unasked."""

    text: str
    kinds: frozenset[ArticleKind]
    listed: bool = False


FILTERS = (
    # Phrases have their own place: the sentence to say next, and a chip.
    Filter(later("All"), frozenset(ArticleKind) - {ArticleKind.PHRASE}),
    Filter(later("Regulations"), frozenset({ArticleKind.REGULATION})),
    Filter(later("Guides"), frozenset({ArticleKind.PROCEDURE, ArticleKind.FAQ})),
    Filter(later("Numbers"), frozenset({ArticleKind.CONTACT})),
    Filter(later("Not for us"), frozenset({ArticleKind.OUT_OF_SCOPE}), listed=True),
    Filter(later("Phrases, cards"), frozenset({ArticleKind.PHRASE, ArticleKind.CARD}), listed=True),
)


class _Chip(QPushButton):
    stepped = Signal(int)
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)


class FilterRow(QWidget):
    """One stop of Tab; ← and → choose, ↓ and Enter go to the hits, Esc goes back."""

    chosen = Signal(int)
    down = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place = 0
        host, row = flow_row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(host)
        self._chips: list[_Chip] = []
        for place, one in enumerate(FILTERS):
            chip = _Chip(tr(one.text))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, at=place: self.chosen.emit(at))
            chip.stepped.connect(self.step)
            chip.down.connect(self.down)
            self._chips.append(chip)
            row.addWidget(chip)
        self.show_place(0)

    def show_place(self, place: int) -> None:
        """Which filter is in use; the focus goes with it."""
        had_focus = any(chip.hasFocus() for chip in self._chips)
        self.place = place
        for at, chip in enumerate(self._chips):
            chip.setChecked(at == place)
            there = at == place
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if there else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self.take_keys()

    def step(self, by: int) -> None:
        """The next filter, or the one before."""
        self.chosen.emit((self.place + by) % len(FILTERS))

    def take_keys(self) -> None:
        """The keys to the chip in use."""
        self._chips[self.place].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
