"""What callers' words stand for: synonyms and learned pairs, beside each other or in turn."""

from __future__ import annotations

from PySide6.QtCore import Signal

from operator_desk.services.people import Actor
from operator_desk.ui.kit.two_cards import TwoCards
from operator_desk.ui.kit.words import tr
from operator_desk.ui.knowledge.language.learned_card import LearnedCard
from operator_desk.ui.knowledge.language.synonyms_card import SynonymsCard
from operator_desk.ui.parts import Parts


class LanguageSection(TwoCards):
    """For editors and leads."""

    failed = Signal(object)

    def __init__(self, parts: Parts, actor: Actor) -> None:
        self.synonyms, self.learned = SynonymsCard(parts, actor), LearnedCard(parts, actor)
        super().__init__(self.synonyms, self.learned, (tr("Synonyms"), tr("Learned")), (1, 1))
        for shown in (self.synonyms, self.learned):
            shown.failed.connect(self.failed)

    def reload(self) -> None:
        """Reads both lists anew."""
        self.synonyms.reload()
        self.learned.reload()

    def search(self) -> None:
        """The cursor into the search box of what is in front."""
        line = self.learned.line if self.front is self.learned else self.synonyms.line
        line.setFocus()
        line.selectAll()
