"""Who had a ticket when: the stretches between its steps, and what each was for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from operator_desk.domain.life_cycle import Action
from operator_desk.domain.limit_rules import LimitOf
from operator_desk.domain.stand import Ruled, standing
from operator_desk.domain.why_late import Held

A = Action
_TO_UNIT = {A.DISPATCH, A.REDISPATCH, A.REWORK, A.NOT_SOLVED}
_ENDS = {A.ANSWER, A.ANSWER_JOINT, A.WITHDRAW, A.CLOSE}
_WATCHED = _TO_UNIT | _ENDS | {A.SIGN, A.RETURN, A.REFUSE_RETURN}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the way: who had the ticket, what for, from when to when."""

    holder: str
    what: LimitOf
    start: datetime
    end: datetime


@dataclass(slots=True)
class _Walk:
    centre: str
    name_of: Callable[[str], str]
    holder: str
    start: datetime
    held: list[Held]
    stages: list[Stretch]
    dispatched: datetime | None = None
    unit: str = ""

    def change(self, holder: str, at: datetime) -> None:
        """Somebody else has it now."""
        if at > self.start:
            self.held.append(Held(self.holder, self.start, at))
        self.holder, self.start = holder, max(self.start, at)

    def stage(self, what: LimitOf, start: datetime, end: datetime) -> None:
        """A step of the holder's is over."""
        self.stages.append(Stretch(self.holder, what, start, max(start, end)))


def walked(
    registered_at: datetime,
    steps: Sequence[Ruled],
    end: datetime,
    centre: str,
    name_of: Callable[[str], str],
) -> tuple[tuple[Held, ...], tuple[Stretch, ...]]:
    """Who had it, without gaps until it was answered (at last until `end`), and the stages.

    `centre`: the hotline's name; `name_of`: the name of a unit's code. After a rework the count
    goes on with the unit; what lay between answer and rework was nobody's.
    """
    walk = _Walk(centre, name_of, centre, registered_at, [], [])
    running = True
    for one in standing(steps):
        event = one.event
        if event.action not in _WATCHED:
            continue
        action, at = Action(event.action), event.when
        if action in _TO_UNIT:
            _to_unit(walk, event.unit, at, again=not running)
            running = True
        elif action is A.SIGN and walk.dispatched:
            walk.stage(LimitOf.SIGN, walk.dispatched, at)
        elif action is A.RETURN and walk.dispatched:
            walk.stage(LimitOf.RETURN, walk.dispatched, at)
            walk.change(centre, at)
        elif action is A.REFUSE_RETURN:
            walk.change(walk.unit, at)
        elif action in _ENDS and running:
            _ended(walk, at)
            running = False
    if running:
        _ended(walk, max(end, walk.start))
    return tuple(walk.held), tuple(walk.stages)


def _to_unit(walk: _Walk, unit: str | None, at: datetime, *, again: bool) -> None:
    if again:
        walk.start = at  # answered in between: that time was nobody's
    elif walk.holder == walk.centre:
        walk.stage(LimitOf.DISPATCH, walk.start, at)
    if unit is not None:
        walk.unit = walk.name_of(unit)
    if again:
        walk.holder = walk.unit
    else:
        walk.change(walk.unit, at)
    walk.dispatched = at


def _ended(walk: _Walk, at: datetime) -> None:
    what = LimitOf.DISPATCH if walk.holder == walk.centre else LimitOf.HOLDER
    begun = walk.start if what is LimitOf.DISPATCH else walk.dispatched or walk.start
    walk.stage(what, begun, at)
    walk.change(walk.centre, at)
