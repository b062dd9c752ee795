"""What callers' words stand for: synonyms and learned pairs, beside each other or in turn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from operator_desk.services.people import Actor
from operator_desk.ui.kit import look
from operator_desk.ui.kit.columns import NARROW_BELOW
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.flow import flow_row
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.language.learned_card import LearnedCard
from operator_desk.ui.knowledge.language.synonyms_card import SynonymsCard
from operator_desk.ui.parts import Parts


class LanguageSection(QWidget):
    """For editors and leads."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        super().__init__()
        self.synonyms, self.learned = SynonymsCard(parts, actor), LearnedCard(parts, actor)
        self._cards = (self.synonyms, self.learned)
        self._front: SynonymsCard | LearnedCard = self.synonyms
        self._chips, row = flow_row()
        self._buttons = []
        for words, shown in zip((tr("Synonyms"), tr("Learned")), self._cards, strict=True):
            chip = QPushButton(words)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, wanted=shown: self.bring(wanted))
            self._buttons.append(chip)
            row.addWidget(chip)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        for shown in self._cards:
            shown.failed.connect(self.failed)
            beside.addWidget(shown, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._chips)
        outer.addLayout(beside, 1)
        self._fit()

    def bring(self, card: SynonymsCard | LearnedCard) -> None:
        """Makes sure that one of the two is to be seen."""
        flush_composition()
        self._front = card
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < look.current().px(NARROW_BELOW)
        self._chips.setVisible(narrow)
        for chip, card in zip(self._buttons, self._cards, strict=True):
            chip.setChecked(card is self._front)
            card.setVisible(not narrow or card is self._front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def reload(self) -> None:
        """Reads both lists anew."""
        self.synonyms.reload()
        self.learned.reload()

    def search(self) -> None:
        """The cursor into the search box of what is in front."""
        self._front.line.setFocus()
        self._front.line.selectAll()
