"""What somebody can do to a ticket now, and what speaks against the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from operator_desk.domain.errors import UserError
from operator_desk.domain.facts import TicketEvent
from operator_desk.domain.life_cycle import Action, Way, actions_in, ways
from operator_desk.domain.life_guards import GUARDS
from operator_desk.domain.step_case import Case
from operator_desk.domain.terms import Secrecy
from operator_desk.services.handling import Handling
from operator_desk.services.people import Actor
from operator_desk.services.ports import Reader
from operator_desk.services.steps import Steps

_NOT_BY_HAND = {Action.REGISTER, Action.TAKE_BACK, Action.ANSWER_JOINT, Action.JOIN_EVENT}
# Guards that judge what is given with the step: they speak when it is taken.
_OF_THE_GIVEN = {
    "known_unit", "known_level", "known_category", "gives_reason", "more_secret", "relay_open",
    "within_extension", "joint",
}  # fmt: skip
# What these refuse is not there to do at all; what others refuse is shown with the reason.
_OUT_OF_PLACE = {
    "asked", "paused", "running", "joined", "not_joined", "own_ticket", "lead_unit", "not_excluded",
    "no_rework_left", "has_unit", "return_decided",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Able:
    """An action; `against`: why it cannot be done now, None when it can."""

    action: Action
    against: UserError | None = None


class Abilities:
    """Looks through the table of the life cycle for one person and one ticket."""

    def __init__(self, handling: Handling) -> None:
        self._handling = handling

    def of(self, tx: Reader, actor: Actor, steps: Steps, at: datetime) -> tuple[Able, ...]:
        """What the actor can do, in the table's order; guards on what is given speak later."""
        found = []
        for action in actions_in(steps.stand.state, actor.all_roles):
            if action in _NOT_BY_HAND or _senseless(action, steps):
                continue
            rows = [way for way in ways(action, steps.stand.state) if way.by & actor.all_roles]
            case = self._handling.case(tx, actor, steps, _event(actor, steps, action, at))
            refusals = [_refusal(way, case) for way in rows]
            open_ = [one for one in refusals if one is None or one[0] not in _OUT_OF_PLACE]
            if open_:
                first = None if None in open_ else open_[0]
                found.append(Able(action, first[1] if first else None))
        return tuple(found)


def _senseless(action: Action, steps: Steps) -> bool:
    now = steps.stand
    return (action is Action.RELAY_ANSWER and not now.relays) or (
        action is Action.RAISE_SECRECY and now.secrecy is Secrecy.ANONYMOUS
    )


def _event(actor: Actor, steps: Steps, action: Action, at: datetime) -> TicketEvent:
    return TicketEvent(
        id=UUID(int=0), at=at, actor=actor.staff_id, ticket_id=steps.ticket.id, action=action.value
    )


def _refusal(way: Way, case: Case) -> tuple[str, UserError] | None:
    for name in way.guards:
        if name not in _OF_THE_GIVEN and (refused := GUARDS[name](way, case)) is not None:
            return name, refused
    return None
