"""The call in hand: every key of the call form ends in one method here; no widget in sight.

The desk holds the draft, keeps it in the journal after each change, stores what is frozen
through the write lane, and tells the page that something has changed. Record and readback are
in `reading.py`, the way to the disk in `held.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Signal

from operator_desk.domain import call_flow
from operator_desk.domain.draft import Draft, MatterDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.phase import Phase
from operator_desk.domain.terms import Direction, Entry, Outcome, Purpose, Seat
from operator_desk.lanes import Lanes
from operator_desk.services.calls import Ended
from operator_desk.services.people import Actor
from operator_desk.services.rebuilding import strips_of
from operator_desk.services.tickets import MissingFieldsError, Registered
from operator_desk.ui.call.held import CallServices
from operator_desk.ui.call.rehearsing import RehearsingDesk
from operator_desk.ui.call.writes import What

# A ticket or an answer makes these choices void; the others say how the call itself went.
_VOID = (Outcome.TO_REGISTER, Outcome.SILENT, Outcome.DIRECT_ANSWER)


class CallDesk(RehearsingDesk):
    """Holds the running call; see the module's first lines."""

    joined = Signal(object)  # number of the ticket that a new one is joined to; None: to none
    stored_late = Signal(object)  # Taken: a step that the store got only with the end
    taken_up = Signal(object)  # id of an unfinished call that was opened from the list
    rest: tuple[Seat, str | None] | None = None  # what the seat does when the call is closed

    def __init__(self, services: CallServices, lanes: Lanes, actor: Actor) -> None:
        super().__init__(services, lanes, actor)
        self.unfinished: dict[UUID, Draft] = {}  # what the journal offers after a crash
        self.step_undone.connect(self._step_gone)

    def _step_gone(self, _step: object) -> None:
        if self.ended:
            self._end_again()

    # -- the call ------------------------------------------------------------------------

    def start(
        self,
        number: str = "",
        *,
        direction: Direction = Direction.IN,
        entry: Entry = Entry.LIVE,
        purpose: Purpose = Purpose.NONE,
    ) -> None:
        """An empty form for a new call; the call before is closed, a running one goes on."""
        if self.running:
            return
        self.close_call()
        draft = self._services.calls.begin(
            self._actor, number=number, direction=direction, entry=entry, purpose=purpose
        )
        self._take_up(draft)

    def start_ready(self, draft: Draft) -> None:
        """A call whose form was made elsewhere: a call back, practice. A running call goes on."""
        if not self.running:
            self.close_call()
            before = self.seat_now
            self._take_up(draft)
            if self.practises and before[0] is Seat.NOT_READY:
                self.rest = before  # who was not ready before is not ready after practice

    def _take_up(self, draft: Draft) -> None:
        entry, self.rest = draft.entry, None
        self._set(draft)
        if entry is Entry.LIVE:
            # An entry from paper is stored when its times are known.
            self._write(draft, What.RECORD, lambda: self._services.calls.open(draft))
        live = entry is Entry.LIVE
        self.seat(Seat.TALKING if live else Seat.AFTER_CALL, call_id=draft.call_id)
        self.matter_switched.emit()

    def resume(self, draft: Draft) -> None:
        """Goes on with a call that was recovered from the journal, or opened again."""
        if self.running:
            return
        self.close_call()
        self._set(draft)
        self.seat(Seat.AFTER_CALL if draft.ended_at else Seat.TALKING, call_id=draft.call_id)
        self.matter_switched.emit()

    def reopen(self, call_id: UUID) -> None:
        """Opens a call that is still to register, with what stood in its strip."""
        if self.running:
            return
        if call_id in self.unfinished:
            self.resume(self.unfinished[call_id])  # the journal knows more of it than the store
            self.taken_up.emit(call_id)
            return
        if any(trouble.write.of == call_id for trouble in self.writes.troubles):
            self.writes.retry()  # the window knows more of it than the store
            return
        calls, parked = self._services.calls, self._services.parked
        # In the write lane: behind the writes that were given before.
        self._lanes.write.submit(
            lambda: calls.reopened(call_id, parked.find(call_id)), self.resume, self.failed.emit
        )

    def rest_after(self, state: Seat, reason: str | None) -> None:
        """The state of the seat as a person takes it; in after-call work it comes after that."""
        if self.ended:
            self.rest = (state, reason)
        else:
            self.seat(state, reason)

    def set_caller(self, *, number: str | None = None, name: str | None = None) -> None:
        """Number or name of the caller as typed."""
        if self.draft is None:
            return
        draft = self.draft
        self._set(
            replace(
                draft,
                number=draft.number if number is None else number,
                name=draft.name if name is None else name,
            ),
            soon=True,
        )

    def set_paper(self, started_at: datetime, talk_s: int) -> None:
        """When a call that is entered from paper began, and how long it was."""
        if self.draft is not None and self.paper_open:
            self._set(replace(self.draft, started_at=started_at, paper_talk_s=talk_s), soon=True)

    @property
    def paper_open(self) -> bool:
        """Whether the times of an entry from paper can be changed: nothing is stored yet."""
        draft = self.draft
        if draft is None or draft.entry is not Entry.AFTER_CALL or not self.running:
            return False
        frozen = any(
            matter.forms or any(line.versions for line in matter.lines) for matter in draft.matters
        )
        return not frozen and not draft.callers

    def next_matter(self) -> None:
        """Another matter of the same caller; an empty one is gone on with."""
        if self.draft is None or not self.running:
            return
        last = len(self.draft.matters) - 1
        matter = self.draft.matters[last]
        if matter.noted or matter.told or matter.events:
            self._set(call_flow.next_matter(self.draft, self._stamp()))
            self.matter_switched.emit()
        else:
            self.switch_matter(last)

    def switch_matter(self, place: int) -> None:
        """The matter at a place (from 0) in hand."""
        if self.draft is None or not 0 <= place < len(self.draft.matters):
            return
        phase = Phase.AFTER_CALL if self.ended else Phase.LISTENING
        self._set(replace(self.draft, current=place, cursor=0, phase=phase))
        self.matter_switched.emit()

    def other_matter(self) -> None:
        """The matter after the one in hand, behind the last one the first."""
        if self.draft is not None and len(self.draft.matters) > 1:
            self.switch_matter((self.draft.current + 1) % len(self.draft.matters))

    # -- what is told ------------------------------------------------------------------------

    def toggle_told(
        self, key: str, version_id: UUID, title: str, matter_id: UUID | None = None
    ) -> bool | None:
        """Marks an article told in this version, or takes that back; whether it stands now.

        None: the matter it was told in (if one is named) is not in hand any more.
        """
        if self.draft is None:
            return None
        ids = [matter.id for matter in self.draft.matters]
        if matter_id is not None and matter_id not in ids:
            return None
        at = self.draft.current if matter_id is None else ids.index(matter_id)
        there = replace(self.draft, current=at)
        told = call_flow.told(there, key, version_id, title, self._stamp())
        self._set(replace(told, current=self.draft.current))
        self._clear_choice()
        if self.ended:
            self._end_again()
        return any(one.key == key for one in self.draft.matters[at].standing_told)

    def set_told(self, matter: MatterDraft) -> None:
        """The matter in hand with something more told, or less."""
        self.set_matter(matter)
        self._clear_choice()
        if self.ended:
            self._end_again()

    def guide_to(self, number: str) -> None:
        """The caller was guided to another line; "" takes that back."""
        if self.draft is not None:
            self._set(replace(self.draft, guided_to=number))
            if self.ended:
                self._end_again()

    # -- phases, registration ------------------------------------------------------------

    def show_phase(self, phase: Phase) -> None:
        """Another phase of the middle column; an ended call stays after-call work."""
        if self.draft is None:
            return
        if self.ended and phase is Phase.LISTENING:
            phase = Phase.AFTER_CALL
        if self.draft.phase is not phase:
            self._set(replace(self.draft, phase=phase))

    def register(self) -> None:
        """Registers the ticket of the matter in hand; `ticket_made` or `fields_missing` follows."""
        if self.draft is None or self.draft.matter.ticket is not None:
            return
        if self.draft.matter.supplements is not None:
            return
        if self.draft.practice:
            self._rehearse(self.draft)
            return
        self._set(call_flow.ready_to_register(self.draft, self._stamp()))
        draft, matter_id = self.draft, self.draft.matter.id

        def done(registered: Registered) -> None:
            self.counted.emit()
            if self.draft is None or self.draft.call_id != draft.call_id:
                return
            after = call_flow.with_ticket(self.draft, matter_id, registered.ticket, registered.seal)
            phase = Phase.AFTER_CALL if after.ended_at else Phase.LISTENING
            self._set(replace(after, phase=phase))
            self._clear_choice()
            if self.ended:
                self._end_again()
            self.ticket_made.emit(registered.ticket)
            if draft.matter.joins is not None:
                self.joined.emit(registered.linked)

        def refused(error: UserError) -> None:
            if isinstance(error, MissingFieldsError):
                self.fields_missing.emit(error.fields)

        tickets = self._services.tickets
        self._write(
            draft,
            What.TICKET,
            lambda: tickets.register(draft, matter_id),
            done,
            matter=matter_id,
            refused=(MissingFieldsError, refused),
        )

    def _clear_choice(self) -> None:
        if self.draft is not None and self.draft.chosen in _VOID:
            self._set(replace(self.draft, chosen=None))

    # -- the end -------------------------------------------------------------------------

    def end_call(self, outcome: Outcome | None = None) -> None:
        """The call is over; the outcome stands preselected until `choose_outcome`."""
        if self.draft is None or not self.running:
            return
        stamp, draft = self._stamp(), replace(self.draft, chosen=outcome)
        at = stamp.at
        if draft.entry is Entry.AFTER_CALL:
            at = draft.started_at + timedelta(seconds=draft.paper_talk_s)
        self._set(call_flow.hung_up(draft, at, stamp))
        self.seat(Seat.AFTER_CALL, call_id=draft.call_id)
        self._end_again()
        self.call_ended.emit()

    def choose_outcome(self, outcome: Outcome | None, guided_to: str = "") -> None:
        """Another outcome than the one preselected; None: that one after all."""
        if self.draft is not None and self.ended:
            guided = outcome in (None, Outcome.GUIDED)
            kept = guided_to or (self.draft.guided_to if guided else "")
            self._set(replace(self.draft, chosen=outcome, guided_to=kept))
            self._end_again()

    def _end_again(self) -> None:
        if self.draft is None:
            return
        # What was typed since the end is stored and sealed with it.
        self._set(call_flow.frozen(self.draft, self._stamp()))
        draft = self.draft

        def done(ended: Ended) -> None:
            if self.draft is not None and self.draft.call_id == draft.call_id:
                self._set(call_flow.with_end(self.draft, ended.end, ended.seals))
            for taken in ended.steps:
                self.stored_late.emit(taken)
            self.counted.emit()

        calls = self._services.calls
        self._write(draft, What.END, lambda: calls.end(draft, draft.chosen), done)

    def follow_up(self, **values: object) -> None:
        """Answers of a follow-up call; after its end they are stored at once."""
        self.set_follow_up(**values)
        if self.ended:
            self._end_again()

    def not_reached(self, reason: str) -> None:
        """A follow-up call reached nobody: it ends."""
        outcome = self.unreached(reason)
        if self.running:
            self.end_call(outcome)
        elif self.ended:
            self.choose_outcome(outcome)

    def close_call(self) -> None:
        """The after-call work is over: what was added since is stored.

        The journal keeps the call until the store has it.
        """
        if self.draft is None or self.draft.ended_at is None:
            return
        stamp = self._stamp()
        draft = call_flow.hung_up(self.draft, self.draft.ended_at, stamp)
        outcome = self.outcome
        rest, self.draft, self.rest = self.rest or (Seat.READY, None), None, None
        self._finish(draft, stamp.at)
        self.seat(*rest)
        self.changed.emit()
        self.matter_switched.emit()
        if draft.practice:
            self.practised.emit(draft, outcome, stamp.at)

    def close_recovered(self, draft: Draft) -> None:
        """Closes a call of the journal as it is; one that ran ended with its last sign of life."""
        stamp = self._stamp()
        ended_at = draft.ended_at or call_flow.last_sign(draft)
        self._finish(call_flow.hung_up(draft, ended_at, stamp), max(stamp.at, ended_at))

    def _finish(self, draft: Draft, closed_at: datetime) -> None:
        calls, parked = self._services.calls, self._services.parked
        self.keeper.keep(draft)

        wanted = draft.chosen or call_flow.proposed_outcome(draft)
        waits = wanted is Outcome.TO_REGISTER and not draft.practice
        strips = strips_of(draft) if waits else {}

        def work() -> Outcome:
            if strips:  # on the disk before the journal lets go
                parked.keep(draft.call_id, strips)
            outcome = calls.finish(draft, closed_at)
            if not strips or outcome is not Outcome.TO_REGISTER:
                parked.drop(draft.call_id)
            return outcome

        def done(_outcome: Outcome) -> None:
            if self.draft is None or self.draft.call_id != draft.call_id:
                self.keeper.drop(draft.call_id)
            self.counted.emit()

        self._write(draft, What.CLOSE, work, done)
