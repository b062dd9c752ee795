"""What rules find in the record, offered in the checklist and in the registration strip.

Nothing of it leaves the window: no file, no log, and nothing is learned from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from operator_desk.domain import record
from operator_desk.domain.draft import Draft, Line
from operator_desk.domain.element_finds import Find, Fit
from operator_desk.domain.element_fits import Proposal, proposals
from operator_desk.domain.element_places import KnownPlaces
from operator_desk.domain.elements import Recogniser
from operator_desk.domain.numbers import number_key
from operator_desk.domain.places import Place
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.call.listening import ListeningPane
from operator_desk.ui.call.strip_pane import StripPane
from operator_desk.ui.kit.picker import Choice, PickerField
from operator_desk.ui.kit.proposing import Offer, ProposingCallerLine, ProposingLine
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts

_WAIT_MS = 120
_AROUND = 12  # signs of the statement on either side of a find


class ElementProposer(QObject):
    """Looks into the record when the typing pauses; each statement once."""

    def __init__(
        self, parts: Parts, desk: CallDesk, listening: ListeningPane, strip: StripPane
    ) -> None:
        super().__init__(strip)  # goes with what it shows things in
        self._parts, self._desk = parts, desk
        self._listening, self._strip = listening, strip
        self._recogniser = Recogniser(parts.profile.language)
        self._lines: dict[UUID, tuple[int, str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._propose)
        desk.changed.connect(self._timer.start)
        desk.matter_switched.connect(self._forget)
        strip.edited.connect(self._timer.start)

    def typed(self, _words: str = "") -> None:
        """The record is being changed."""
        self._timer.start()

    def set_places(self, places: Sequence[Place]) -> None:
        """The places whose names are known."""
        self._recogniser.learn(KnownPlaces(tuple(places)))
        self._timer.start()

    def _forget(self) -> None:
        """Another matter is in hand, or none: what was found says nothing about it."""
        for field in self._strip.fields.values():
            if isinstance(field, ProposingLine | ProposingCallerLine | PickerField):
                field.propose(())

    def _propose(self) -> None:
        draft = self._desk.draft
        if draft is None:
            return
        lines: Sequence[Line] = ()
        if self._parts.settings.get("proposals"):
            lines = record.visible(draft.matter)
        today = self._parts.profile.local_day(draft.started_at)
        finds = self._recogniser.of(lines, today)
        self._lines = {line.id: (n, line.words) for n, line in enumerate(lines, start=1)}
        tree = self._parts.profile.categories
        self._listening.propose(
            {
                element.code: self._offers(element.fits, finds, today)
                for element in tree.elements(draft.matter.category or "")
                if element.fits is not None
            }
        )
        self._fill_strip(draft, finds, today)

    def _fill_strip(self, draft: Draft, finds: Sequence[Find], today: date) -> None:
        strip, fields = draft.matter.strip, self._strip.fields
        known = {number_key(draft.number), number_key(strip.callback)}
        others = [find for find in finds if find.value not in known]
        if isinstance(line := fields["callback"], ProposingCallerLine):
            line.propose(self._offers(Fit.PHONE, others, today), over=not strip.callback)
        if isinstance(line := fields["caller_address"], ProposingLine):
            line.propose(self._offers(Fit.HOME, finds, today))
        if isinstance(picker := fields["place"], PickerField):
            found = () if strip.place else self._proposals(Fit.PLACE, finds, today)
            picker.propose(
                [
                    Choice(one.find.value or None, one.text, "", self._offer(one).reason)
                    for one in found
                ]
            )

    # -- from finds to words ---------------------------------------------------------------

    def _offers(self, fit: Fit, finds: Sequence[Find], today: date) -> list[Offer]:
        return [self._offer(one) for one in self._proposals(fit, finds, today)]

    def _proposals(self, fit: Fit, finds: Sequence[Find], today: date) -> tuple[Proposal, ...]:
        return proposals(fit, finds, today, self._parts.profile.language)

    def _offer(self, one: Proposal) -> Offer:
        find = one.find
        number, words = self._lines[find.statement] if find.statement else (0, "")
        low, high = max(0, find.start - _AROUND), find.end + _AROUND
        around = f"{'…' if low else ''}{words[low:high]}{'…' if high < len(words) else ''}"
        return Offer(
            one.text,
            (tr("statement {n}", n=number), str(number)),
            tr("Statement {n}: {words}", n=number, words=around),
        )
