"""Which row of the life cycle's table a step goes by, or why there is none."""

from __future__ import annotations

from operator_desk.domain import life_cycle
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action, Way
from operator_desk.domain.life_guards import GUARDS
from operator_desk.domain.stand import Stand
from operator_desk.domain.step_case import Case
from operator_desk.domain.terms import Role
from operator_desk.domain.ticket_facts import TicketEvent
from operator_desk.domain.way_words import ACTIONS, FIELDS, ROLES, STATES, either, listed


def chosen(case: Case) -> Way:
    """The row of the table by which the step may be taken.

    UserError: not in this state, not in this role, something missing, or a guard refuses.
    """
    action = Action(case.event.action)
    rows = life_cycle.ways(action, case.stand.state)
    if not rows:
        raise NotAllowedError(action, case.stand)
    able = [way for way in rows if way.by & case.roles]
    if not able:
        raise UserError(
            "This step ({action}) is for: {roles}.",
            action=ACTIONS[action],
            roles=listed(ROLES[role] for role in Role if any(role in way.by for way in rows)),
        )
    refusals = [refused for way in able if (refused := _refusal(way, case)) is not None]
    if len(refusals) == len(able):
        raise refusals[0]
    return next(way for way in able if _refusal(way, case) is None)


class NotAllowedError(UserError):
    """The action does not exist in the ticket's state."""

    def __init__(self, action: Action, stand: Stand) -> None:
        super().__init__(
            "The ticket is {state}. It can be done ({action}) only when it is: {states}.",
            state=STATES[stand.state],
            action=ACTIONS[action],
            states=listed(STATES[state] for state in life_cycle.states_for(action)),
        )


def _refusal(way: Way, case: Case) -> UserError | None:
    for need in way.needs:
        if all(_lacks(case.event, name) for name in need.split("|")):
            return UserError(
                "Needed for this step ({action}): {fields}.",
                action=ACTIONS[way.action],
                fields=either(FIELDS[name] for name in need.split("|")),
            )
    codes = (case.bounds.reasons or {}).get(way.reasons or "", ())
    if way.reasons and case.event.reason is not None and case.event.reason not in codes:
        return UserError(
            "{reason} is not a reason for this step ({action}). Reasons: {codes}.",
            reason=case.event.reason,
            action=ACTIONS[way.action],
            codes=", ".join(codes),
        )
    for name in way.guards:
        refused = GUARDS[name](way, case)
        if refused is not None:
            return refused
    return None


def _lacks(event: TicketEvent, name: str) -> bool:
    value = getattr(event, name)
    return value is None or (isinstance(value, str) and not value.strip())


def overtaken(case: Case, way: Way, based_on: int) -> UserError | None:
    """Why a step that would move the ticket came too late: it was moved since its author looked.

    `based_on` is the place of the step that its author had before the eyes.
    """
    if not way.moves or based_on >= case.stand.changed:
        return None
    return UserError("The ticket was moved meanwhile: it is {state} now.",
                     state=STATES[case.stand.state])  # fmt: skip
