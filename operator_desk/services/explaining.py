"""Why a date: the limits of a ticket with their stretches, whose time it was, why it is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from operator_desk.domain.life_cycle import AT_UNIT, Action
from operator_desk.domain.limit_rules import LimitOf
from operator_desk.domain.limits import Limit
from operator_desk.domain.stand import Ruled, standing
from operator_desk.domain.terms import TicketState
from operator_desk.domain.why_late import Held, Share, Stage, WhyLate, why_late
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.ports import Clock, Reader
from operator_desk.services.steps import Steps

_WITH_UNIT = AT_UNIT | {TicketState.LONG_TERM}
_RUNNING = _WITH_UNIT | {TicketState.REGISTERED, TicketState.RETURNED}
_AGAIN = {Action.REWORK, Action.NOT_SOLVED}
_STEP = {
    TicketState.REGISTERED: LimitOf.DISPATCH,
    TicketState.RETURNED: LimitOf.DISPATCH,
    TicketState.DISPATCHED: LimitOf.SIGN,
}


@dataclass(frozen=True, slots=True)
class Explained:
    """The caller's and the holder's limit, the time of each holder, why late (None: it is not)."""

    caller: Limit
    holder: Limit
    shares: tuple[Share, ...]
    why_late: WhyLate | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From one step to the next one that moved the ticket."""

    holder: str
    state: TicketState
    start: datetime
    end: datetime
    step_due: datetime | None
    holder_due: datetime | None


class Explaining:
    """Explains the limits of tickets."""

    def __init__(self, deadlines: Deadlines, clock: Clock) -> None:
        self._deadlines, self._clock = deadlines, clock

    def of(self, tx: Reader, steps: Steps, *, centre: str, units: Mapping[str, str]) -> Explained:
        """What is to say of a ticket's limits; `centre` and `units` are the holders in words."""
        now = self._clock()
        limits = self._deadlines
        caller = limits.caller(tx, steps)
        stretches = _stretches(steps, now, centre, units)
        why = None
        if caller.due is not None and stretches and steps.stand.state is not TicketState.WITHDRAWN:
            pauses = limits.line(tx, steps).pauses
            returned, end = steps.stand.returns, stretches[-1].end
            why = why_late(caller.due, end, _stages(stretches), pauses, returned)
        shares = limits.shares(tx, steps, _held(stretches))
        return Explained(caller, limits.holder(tx, steps), shares, why)


def _stretches(
    steps: Steps, now: datetime, centre: str, units: Mapping[str, str]
) -> list[_Stretch]:
    """Since the registration, or the last rework, until the answer, the end, or now."""
    found: list[_Stretch] = []
    unit = ""
    effective = [one for one in standing(steps.ruled) if one.ruling is not None]
    for place, one in enumerate(effective):
        state = _state(one)
        unit = _unit(one) or unit
        if one.event.action in _AGAIN and state is TicketState.DISPATCHED:
            found = []
        if state not in _RUNNING:
            continue
        after = effective[place + 1].event.when if place + 1 < len(effective) else now
        holder = units.get(unit, unit) if state in _WITH_UNIT else centre
        due = (one.ruling.step_due_at, one.ruling.holder_due_at) if one.ruling else (None, None)
        start = one.event.when
        before = found[-1] if found else None
        if before is not None and (before.holder, before.state) == (holder, state):
            found[-1] = _Stretch(holder, state, before.start, max(after, start), *due)
        else:
            found.append(_Stretch(holder, state, start, max(after, start), *due))
    return found


def _state(one: Ruled) -> TicketState:
    return one.ruling.state if one.ruling else TicketState.REGISTERED


def _unit(one: Ruled) -> str:
    sends = one.event.action in (Action.DISPATCH, Action.REDISPATCH)
    return one.event.unit or "" if sends else ""


def _held(stretches: list[_Stretch]) -> list[Held]:
    found: list[Held] = []
    for one in stretches:
        if found and found[-1].holder == one.holder:
            found[-1] = Held(one.holder, found[-1].start, one.end)
        else:
            found.append(Held(one.holder, one.start, one.end))
    return found


def _stages(stretches: list[_Stretch]) -> list[Stage]:
    """Each step with its own limit, and each holding of a unit with the unit's."""
    found = [
        Stage(one.holder, what, one.start, one.end, one.step_due)
        for one in stretches
        if (what := _STEP.get(one.state)) is not None
    ]
    with_unit = [one for one in stretches if one.state in _WITH_UNIT]
    for held in _held(with_unit):
        last = [one for one in with_unit if one.end == held.end][-1]
        due = last.holder_due
        found.append(Stage(held.holder, LimitOf.HOLDER, held.start, held.end, due))
    return found
