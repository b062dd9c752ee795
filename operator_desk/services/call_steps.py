"""What a call does to tickets that there are already: stored with the call, each step once."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.draft import Draft, MatterDraft
from operator_desk.domain.drafted_steps import FollowUpDraft, StepDraft
from operator_desk.domain.errors import UserError
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.terms import Role
from operator_desk.services.handling import Done, Given, Handling
from operator_desk.services.people import Actor
from operator_desk.services.ports import Writer

# The steps by which a call is one about a ticket that there is already.
SECOND = frozenset(
    {
        Action.PROGRESS,
        Action.CHASE,
        Action.SUPPLEMENT,
        Action.WITHDRAW,
        Action.NOT_SOLVED,
        Action.RELAY_ANSWER,
    }
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was stored now, or why it could not be."""

    number: str
    action: Action
    done: Done | None
    refused: UserError | None = None

    @property
    def against(self) -> UserError | None:
        """What stood against the step; None: it took effect."""
        return self.done.against if self.done is not None else self.refused


class CallSteps:
    """Steps and follow-up answers of a draft, into the transaction that stores the call."""

    def __init__(self, handling: Handling) -> None:
        self._handling = handling

    def store_in(self, tx: Writer, draft: Draft) -> tuple[Taken, ...]:
        """Stores every step of the draft that the store lacks; the call's rows are there already.

        The answers of a follow-up only when the call is over. A step that the rules refuse
        by now comes back with the reason and stops nothing. A practice call does nothing to a
        ticket.
        """
        if draft.practice:
            return ()
        wanted = [
            (matter, step)
            for matter in draft.matters
            for step in matter.taken
            if step.action is not Action.SUPPLEMENT or _stored(matter)
        ]
        known = tx.known(facts.TicketEvent, [step.id for _matter, step in wanted]) if wanted else ()
        operator = _acting(draft, Role.OPERATOR)
        found = [
            self._taken(tx, operator, draft, step, matter)
            for matter, step in wanted
            if step.id not in known
        ]
        if draft.follow_up is not None and draft.follow_up.complete and draft.ended_at is not None:
            found += self._follow_up(tx, draft, draft.follow_up)
        return tuple(found)

    def _taken(
        self, tx: Writer, actor: Actor, draft: Draft, step: StepDraft, matter: MatterDraft
    ) -> Taken:
        given = given_of(draft, step, matter.id)
        return self._tried(
            tx, actor, step.ticket_id, step.number, step.action, given, step.based_on, step.id
        )

    def _follow_up(self, tx: Writer, draft: Draft, asked: FollowUpDraft) -> list[Taken]:
        if tx.known(facts.TicketEvent, [asked.id]):
            return []
        actor = _acting(draft, Role.FOLLOW_UP)
        action, given = Action.FOLLOW_UP, answers_of(draft, asked)
        if asked.not_reached is not None:
            action = Action.NOT_REACHED
            given = Given(reason=asked.not_reached, call_id=draft.call_id)
        found = [
            self._tried(
                tx, actor, asked.ticket_id, asked.number, action, given, asked.based_on, asked.id
            )
        ]
        if asked.rework and action is Action.FOLLOW_UP and found[0].against is None:
            again = derived_id("rework", asked.id)
            given = Given(reason=asked.reason, call_id=draft.call_id)
            found.append(
                self._tried(
                    tx, actor, asked.ticket_id, asked.number, Action.REWORK, given, None, again
                )
            )
        return found

    def _tried(
        self,
        tx: Writer,
        actor: Actor,
        ticket_id: UUID,
        number: str,
        action: Action,
        given: Given,
        based_on: UUID | None,
        event_id: UUID,
    ) -> Taken:
        ticket = tx.get(facts.Ticket, ticket_id)
        if ticket is None:
            refused = UserError("There is no ticket {number}.", number=number)
            return Taken(number, action, None, refused)
        done = self._handling.tried_in(
            tx, actor, ticket, action, given, based_on=based_on, event_id=event_id
        )
        if isinstance(done, UserError):
            return Taken(number, action, None, done)
        return Taken(number, action, done)


def given_of(draft: Draft, step: StepDraft, matter_id: UUID) -> Given:
    """What is given with a step of a call; only a supplement names its record."""
    return Given(
        reason=step.reason,
        note=step.note or None,
        told=step.told or None,
        ref=step.ref,
        call_id=draft.call_id,
        matter_id=matter_id if step.action is Action.SUPPLEMENT else None,
    )


def answers_of(draft: Draft, asked: FollowUpDraft) -> Given:
    """The answers of a follow-up call as its step."""
    return Given(
        contacted=asked.contacted,
        solved=asked.solved,
        unit_rating=asked.unit_rating,
        hotline_rating=asked.hotline_rating,
        reason=asked.reason if asked.negative else None,
        call_id=draft.call_id,
    )


def _acting(draft: Draft, role: Role) -> Actor:
    """Who had the call, in the role that the call was begun in."""
    return Actor(draft.operator, "", "", (role,))


def _stored(matter: MatterDraft) -> bool:
    return bool(matter.forms) or any(line.versions for line in matter.lines)
