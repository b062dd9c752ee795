"""The seat as a person takes it: ready or not and why, and signing off with nothing lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from operator_desk.domain.terms import Seat
from operator_desk.domain.views import CallRow
from operator_desk.services.people import Actor
from operator_desk.ui.asking import seat_question, sign_off_question
from operator_desk.ui.call.desk import CallDesk
from operator_desk.ui.kit.composing import flush_composition
from operator_desk.ui.kit.words import tr
from operator_desk.ui.parts import Parts
from operator_desk.ui.questions import QuestionBar
from operator_desk.ui.troubles import TroubleBar


class SeatKeys(QObject):
    """The window's actions about the seat; named as in the table of actions."""

    resting = Signal(str)  # why the seat is not ready; "" for ready
    noted = Signal(str)
    signed_off = Signal()
    failed = Signal(object)

    def __init__(
        self, parts: Parts, actor: Actor, desk: CallDesk, bar: QuestionBar, troubles: TroubleBar
    ) -> None:
        super().__init__()
        self._parts, self._actor, self._desk = parts, actor, desk
        self._bar, self._troubles = bar, troubles
        desk.seat_changed.connect(self._changed)

    def seat_state(self) -> None:
        """Ready, or not ready for the reason of a digit."""
        flush_composition()
        parts = self._parts
        self._bar.ask(seat_question(parts.profile, parts.language, self._chosen))

    def _chosen(self, code: str | None, words: str) -> None:
        self._desk.rest_after(Seat.READY if code is None else Seat.NOT_READY, code)
        if self._desk.ended:
            self.noted.emit(tr("After this call: {state}", state=words or tr("Ready")))

    def _changed(self, state: Seat, code: str | None) -> None:
        parts = self._parts
        reason = parts.profile.reason("not_ready", code) if code else None
        resting = state is Seat.NOT_READY
        words = reason.text(parts.language) if reason else tr("Not ready")
        self.resting.emit(words if resting else "")

    def retry(self) -> None:
        """Stores again what could not be stored."""
        self._troubles.retry()

    def sign_off(self) -> None:
        """Signs off; what is still to register or to store is listed first."""
        flush_composition()
        calls, actor = self._parts.calls, self._actor
        self._parts.lanes.read.submit(
            lambda: calls.to_register(actor), self._leaving, self.failed.emit
        )

    def _leaving(self, waiting: list[CallRow]) -> None:
        not_stored = len(self._troubles.lines)
        if waiting or not_stored:
            profile = self._parts.profile
            self._bar.ask(sign_off_question(profile, waiting, not_stored, self._off))
        else:
            self._off()

    def _off(self) -> None:
        if self._desk.draft is not None:
            return  # a call was taken meanwhile: nobody leaves
        if self._desk.writes.troubles:
            self._desk.seat(Seat.SIGNED_OFF)
            self.signed_off.emit()
        else:
            # The answers of earlier writes come first, so nothing is cut off on its way.
            self._desk.seat(Seat.SIGNED_OFF, done=self._gone)

    def _gone(self) -> None:
        if self._desk.draft is None:
            self.signed_off.emit()
