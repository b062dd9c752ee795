"""The call in hand: what it does to tickets that there are already, and what a follow-up hears."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from operator_desk.domain.drafted_steps import StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Entry, Outcome
from operator_desk.services.call_steps import Taken
from operator_desk.services.second_calls import KnownTicket, StepRefusedError
from operator_desk.ui.call.reading import ReadingDesk
from operator_desk.ui.call.writes import What

# How a call ends that reached nobody, by the reason; others end as silent.
_UNREACHED = {"refused": Outcome.DROPPED, "wrong_number": Outcome.WRONG_NUMBER}


class SteppingDesk(ReadingDesk):
    """Every step stands in the draft first: the journal keeps it until the store has it."""

    step_taken = Signal(object, object)  # StepDraft, Taken
    step_refused = Signal(object, object)  # StepDraft, UserError
    step_undone = Signal(object)  # StepDraft

    # -- steps on tickets ----------------------------------------------------------------

    def take_step(
        self,
        ticket: KnownTicket,
        action: Action,
        *,
        reason: str | None = None,
        note: str = "",
        told: str = "",
        ref: UUID | None = None,
    ) -> None:
        """Takes a step on a ticket; `step_taken` or `step_refused` follows.

        A supplement is stored when the record is sealed, a call from paper when it has ended.
        Practice does nothing to a ticket.
        """
        if self.draft is None or self.draft.practice:
            return
        stamp = self._stamp()
        step = StepDraft(
            id=stamp.new_id(),
            at=stamp.at,
            ticket_id=ticket.row.id,
            number=ticket.row.number,
            action=action,
            based_on=ticket.row.last_event,
            reason=reason,
            note=note,
            told=told,
            ref=ref,
        )
        matter = self.draft.matter
        self._set_matter(replace(matter, steps=(*matter.steps, step)))
        if action is Action.SUPPLEMENT or self.draft.entry is Entry.AFTER_CALL:
            self.step_taken.emit(step, Taken(step.number, action, None))
        else:
            self._store_step(step)

    def _store_step(self, step: StepDraft) -> None:
        draft = self.draft
        if draft is None:
            return
        matter_id, second = draft.matter.id, self._services.second_calls

        def done(taken: Taken) -> None:
            self.counted.emit()
            self.step_taken.emit(step, taken)

        def refused(error: UserError) -> None:
            if self.draft is not None and self.draft.call_id == draft.call_id:
                self._set(self.draft.without_step(step.id))
            self.step_refused.emit(step, error)

        self._write(
            draft,
            What.STEP,
            lambda: second.take(self._actor, draft, step, matter_id),
            done,
            matter=step.id,
            refused=(StepRefusedError, refused),
        )

    def take_back_step(self, step: StepDraft) -> None:
        """Takes a step back; what the store has by now for 60 s only."""
        draft, second = self.draft, self._services.second_calls

        def undone(_done: object = None) -> None:
            if self.draft is not None and draft and self.draft.call_id == draft.call_id:
                self._set(self.draft.with_step(replace(step, taken_back=True)))
            self.counted.emit()
            self.step_undone.emit(step)

        if step.action is Action.SUPPLEMENT and self._not_stored(step):
            undone()
        else:
            # In the write lane: behind the step itself.
            self._lanes.write.submit(
                lambda: second.take_back(self._actor, step), undone, self.failed.emit
            )

    def _not_stored(self, step: StepDraft) -> bool:
        matters = self.draft.matters if self.draft else ()
        found = next((one for one in matters if step in one.steps), None)
        return found is not None and not found.seals and not self.ended

    @property
    def last_step(self) -> StepDraft | None:
        """The step of this call that was taken last and stands."""
        matters = self.draft.matters if self.draft else ()
        steps = [one for matter in matters for one in matter.steps if not one.taken_back]
        return max(steps, key=lambda one: one.at, default=None)

    # -- a follow-up call ----------------------------------------------------------------

    def set_follow_up(self, **values: Any) -> None:
        """Answers of a follow-up call."""
        if self.draft is not None and self.draft.follow_up is not None:
            asked = replace(self.draft.follow_up, **values)
            if not asked.negative:
                asked = replace(asked, reason=None, rework=False)
            self._set(replace(self.draft, follow_up=asked))

    def unreached(self, reason: str) -> Outcome:
        """Nobody was reached, and why; how the call ends by that."""
        self.set_follow_up(not_reached=reason)
        return _UNREACHED.get(reason, Outcome.SILENT)
