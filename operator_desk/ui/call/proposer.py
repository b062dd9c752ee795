"""Proposals while a matter is written down and registered: asked in the search lane, shown."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from operator_desk.domain import record
from operator_desk.domain.draft import Draft
from operator_desk.domain.numbers import number_key
from operator_desk.domain.phase import Phase
from operator_desk.domain.proposals import CategoryProposal, Matter
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.form import CallForm
from operator_desk.ui.call.strip_pane import StripPane
from operator_desk.ui.parts import Parts

_WAIT_MS = 120
_HITS = 5


class Proposer(QObject):
    """Asks when what is compared has changed; the newest question wins."""

    failed = Signal(object)

    def __init__(self, parts: Parts, desk: CallDesk, form: CallForm, strip: StripPane) -> None:
        super().__init__(strip)  # goes with what it shows things in
        self._parts, self._desk, self._form, self._strip = parts, desk, form, strip
        self._asked: tuple[UUID, Matter] | None = None
        self._said: tuple[UUID, str, tuple[str, ...]] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        strip.edited.connect(self._timer.start)
        desk.changed.connect(self._timer.start)

    @property
    def _wanted(self) -> bool:
        return bool(self._parts.settings.get("proposals"))

    def forget(self) -> None:
        """Another matter is in hand."""
        self._strip.forget_proposals()
        self._form.show_categories((), self._strip.reasons)

    # -- categories ----------------------------------------------------------------------

    def ask_categories(self, hits: Sequence[str]) -> None:
        """Proposes categories for what was said; `hits`: articles that are shown for it."""
        matter = self._desk.matter
        if matter is None or matter.category or not self._wanted:
            return
        words = [line.words for line in record.visible(matter)]
        text = "\n".join(filter(None, (*words, matter.summary)))
        told, shown = tuple(one.key for one in matter.standing_told), tuple(hits[:_HITS])
        asked = (matter.id, text, (*told, *shown))
        if asked == self._said or not text:
            return
        self._said = asked
        proposals, matter_id = self._parts.proposals, matter.id
        self._parts.lanes.search.submit(
            lambda: proposals.categories(text, told, shown),
            lambda found: self._show_categories(matter_id, found),
            self.failed.emit,
            newest="categories",
        )

    def _show_categories(self, matter_id: UUID, found: Sequence[CategoryProposal]) -> None:
        matter = self._desk.matter
        if matter is not None and matter.id == matter_id:
            self._form.show_categories(found, self._strip.reasons)
            self._strip.show_categories(found)

    # -- units and duplicates ------------------------------------------------------------

    def ask_again(self) -> None:
        """The strip was opened: asks at once, though nothing may have changed."""
        self._asked = None
        self._ask()

    def _ask(self) -> None:
        draft = self._desk.draft
        if draft is None or draft.phase is not Phase.REGISTERING or not self._wanted:
            return
        matter_id, wanted = draft.matter.id, _compared(draft)
        if (matter_id, wanted) == self._asked:
            return
        self._asked = (matter_id, wanted)
        proposals, lane, strip = self._parts.proposals, self._parts.lanes.search, self._strip
        lane.submit(
            lambda: proposals.units(wanted),
            lambda found: strip.show_units(matter_id, found),
            self.failed.emit,
            newest="units",
        )
        if draft.practice:
            return  # what a script says was reported by nobody
        lane.submit(
            lambda: proposals.duplicates(wanted),
            lambda found: strip.offer_duplicates(matter_id, found),
            self.failed.emit,
            newest="duplicates",
        )


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
