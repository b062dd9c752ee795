"""Asks for proposals while a matter is written down and registered; in the search lane."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from operator_desk.domain import record
from operator_desk.domain.draft import Draft, MatterDraft
from operator_desk.domain.numbers import number_key
from operator_desk.domain.proposals import Matter
from operator_desk.ui.parts import Parts


class Proposer(QObject):
    """Each answer comes with the id of the matter it was asked for; the newest question wins."""

    categories = Signal(object, object)
    units = Signal(object, object)
    duplicates = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._asked: tuple[UUID, Matter] | None = None
        self._said: tuple[UUID, str, tuple[str, ...]] | None = None

    def ask_categories(self, matter: MatterDraft, hits: Sequence[str]) -> None:
        """Proposes categories for what was said; `hits`: articles that are shown for it."""
        words = [line.words for line in record.visible(matter)]
        text = "\n".join(filter(None, (*words, matter.summary)))
        told = tuple(one.key for one in matter.standing_told)
        asked = (matter.id, text, (*told, *hits))
        if asked == self._said or not text:
            return
        self._said = asked
        proposals = self._parts.proposals
        self._parts.lanes.search.submit(
            lambda: proposals.categories(text, told, hits),
            lambda found: self.categories.emit(matter.id, found),
            self.failed.emit,
            newest="categories",
        )

    def ask(self, draft: Draft) -> None:
        """Proposes units and likely duplicates of the matter in hand, when it has changed."""
        matter = draft.matter
        wanted = _compared(draft)
        if (matter.id, wanted) == self._asked:
            return
        self._asked = (matter.id, wanted)
        proposals, lane = self._parts.proposals, self._parts.lanes.search
        lane.submit(
            lambda: proposals.units(wanted),
            lambda found: self.units.emit(matter.id, found),
            self.failed.emit,
            newest="units",
        )
        lane.submit(
            lambda: proposals.duplicates(wanted),
            lambda found: self.duplicates.emit(matter.id, found),
            self.failed.emit,
            newest="duplicates",
        )

    def ask_again(self) -> None:
        """The next question is asked though nothing has changed: the strip was opened again."""
        self._asked = None


def _compared(draft: Draft) -> Matter:
    matter = draft.matter
    strip = matter.strip
    key = number_key(strip.callback or draft.number or "")
    return Matter(
        category=matter.category,
        place_code=strip.place_code,
        kind=matter.kind,
        title=strip.title,
        place=strip.place,
        number_key=key or None,
        told=tuple(one.key for one in matter.standing_told),
        call_id=draft.call_id,
    )
