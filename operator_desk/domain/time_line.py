"""From the steps of a ticket to its limits: what began when, stood still, was extended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from operator_desk.domain.counting_time import Extension, Pause
from operator_desk.domain.facts import Ticket
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.limit_rules import LimitFrom, LimitOf
from operator_desk.domain.limits import NO_RULE, FixedLimit, Limit, due, limit
from operator_desk.domain.stand import Ruled, Stand, standing
from operator_desk.domain.terms import TicketState
from operator_desk.domain.ticket_facts import TicketEvent
from operator_desk.domain.working_days import Calendar

A = Action
_BEGINS_PAUSE = {A.GRANT_PAUSE, A.GRANT_PARK}
_ENDS_PAUSE = {A.RESUME, A.REDISPATCH, A.ACCEPT_RETURN, A.ANSWER, A.ANSWER_JOINT, A.WITHDRAW}
_DISPATCHES = {A.DISPATCH, A.REDISPATCH}
AT_HOLDER = {TicketState.DISPATCHED, TicketState.SIGNED, TicketState.IN_HAND}
_STEP_OF = {
    TicketState.REGISTERED: LimitOf.DISPATCH,
    TicketState.RETURNED: LimitOf.DISPATCH,
    TicketState.DISPATCHED: LimitOf.SIGN,
    TicketState.ANSWERED: LimitOf.FOLLOW_UP,
    TicketState.FOLLOW_UP: LimitOf.FOLLOW_UP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """What the limits of a ticket are counted from.

    `fixed`: the rule of each kind that was fixed last. `begins`: the instant each kind of
    beginning had last.
    """

    state: TicketState
    fixed: dict[LimitOf, FixedLimit]
    begins: dict[LimitFrom, datetime]
    pauses: tuple[Pause, ...]
    extensions: tuple[Extension, ...]
    reworked: bool

    def begin(self, fixed: FixedLimit) -> datetime | None:
        """When a limit began; None: what it begins with has not happened."""
        return self.begins.get(fixed.begins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues:
    """The instants at which a ticket is late: for its caller, its holder, its next step."""

    caller: datetime | None = None
    holder: datetime | None = None
    step: datetime | None = None
    unknown: str | None = None


def time_line(
    ticket: Ticket,
    steps: Sequence[Ruled],
    now: Stand,
    rules: Mapping[UUID, Sequence[FixedLimit]],
    pause_words: Callable[[str], str] = str,
    first: Sequence[FixedLimit] = (),
) -> TimeLine:
    """What the effective steps of a ticket say about its limits.

    `rules`: the sets that the steps name; `pause_words`: the reason of a pause in words; `first`:
    the limits of a ticket whose registration fixed none.
    """
    events = [one.event for one in standing(steps)]
    fixed: dict[LimitOf, FixedLimit] = {rule.what: rule for rule in first}
    for event in events:
        if event.rule_set is not None:
            fixed |= {rule.what: rule for rule in rules.get(event.rule_set, ())}
    return TimeLine(
        state=now.state,
        fixed=fixed,
        begins=_begins(ticket, events, now),
        pauses=_pauses(events, pause_words),
        extensions=_extensions(events),
        reworked=now.reworks > 0,
    )


def _begins(ticket: Ticket, events: Sequence[TicketEvent], now: Stand) -> dict[LimitFrom, datetime]:
    dispatches = [event.when for event in events if event.action in _DISPATCHES]
    begins = {
        LimitFrom.REGISTRATION: ticket.registered_at,
        LimitFrom.FIRST_DISPATCH: dispatches[0] if dispatches else ticket.registered_at,
    }
    if now.dispatched_at is not None:
        begins[LimitFrom.DISPATCH] = now.dispatched_at
    if now.reworks and now.dispatched_at is not None:
        begins[LimitFrom.REWORK] = now.dispatched_at
    if now.answered_at is not None:
        begins[LimitFrom.ANSWER] = now.answered_at
    if now.tries:
        begins[LimitFrom.FIRST_TRY] = now.tries[0]
    return begins


def _pauses(events: Sequence[TicketEvent], words: Callable[[str], str]) -> tuple[Pause, ...]:
    found: list[Pause] = []
    began: TicketEvent | None = None
    asked = {event.id: event for event in events}

    def reason(event: TicketEvent) -> str:
        request = asked.get(event.ref) if event.ref else None
        code = event.reason or (request.reason if request else None)
        return words(code) if code else ""

    for event in events:
        if event.action in _BEGINS_PAUSE:
            began = event
        elif event.action in _ENDS_PAUSE and began is not None:
            found.append(Pause(began.when, max(began.when, event.when), reason(began)))
            began = None
    if began is not None:
        found.append(Pause(began.when, None, reason(began)))
    return tuple(found)


def _extensions(events: Sequence[TicketEvent]) -> tuple[Extension, ...]:
    """An extension is granted to an instant: that of the grant, or the one that was asked for."""
    asked = {event.id: event for event in events}
    found = []
    for event in events:
        if event.action != A.GRANT_EXTENSION:
            continue
        request = asked.get(event.ref) if event.ref else None
        until = event.until or (request.until if request else None)
        if until is not None:
            found.append(Extension(event.when, until=until))
    return tuple(found)


class Counting:
    """Counts the limits of a time line with one calendar and time zone."""

    def __init__(self, calendar: Calendar, zone: ZoneInfo) -> None:
        self._calendar, self._zone = calendar, zone

    def dues(self, line: TimeLine) -> Dues:
        """The instants of all limits that run."""
        caller = self.caller_rule(line)
        caller_due = self._due(line, caller)
        holder = step = None
        if line.state in AT_HOLDER:
            holder = self._due(line, line.fixed.get(LimitOf.HOLDER)) or caller_due
        if (what := _STEP_OF.get(line.state)) is not None:
            step = self._due(line, line.fixed.get(what), still=False)
        elif line.state in AT_HOLDER:
            step = holder
        unknown = None
        if caller_due is None and line.state not in _DONE:
            unknown = self._unknown(line, caller)
        return Dues(caller=caller_due, holder=holder, step=step, unknown=unknown)

    def caller(self, line: TimeLine) -> Limit:
        """The caller's limit with every stretch that was counted."""
        return self._limit(line, self.caller_rule(line))

    def holder(self, line: TimeLine) -> Limit:
        """The holder's limit; the caller's, where the rules have none of its own."""
        fixed = line.fixed.get(LimitOf.HOLDER)
        if fixed is None or line.begin(fixed) is None:
            return self.caller(line)
        return self._limit(line, fixed)

    def of(self, line: TimeLine, what: LimitOf) -> Limit:
        """One limit of a step; no pause makes it longer."""
        return self._limit(line, line.fixed.get(what), still=False)

    def caller_rule(self, line: TimeLine) -> FixedLimit | None:
        """The rule of the caller's limit: that of the rework after one."""
        rework = line.fixed.get(LimitOf.REWORK)
        if line.reworked and rework is not None and line.begin(rework) is not None:
            return rework
        return line.fixed.get(LimitOf.CALLER)

    def _due(self, line: TimeLine, fixed: FixedLimit | None, still: bool = True) -> datetime | None:
        begin = line.begin(fixed) if fixed else None
        if fixed is None or begin is None:
            return None
        return due(fixed, begin, self._calendar, self._zone, *_of(line, begin, still))

    def _limit(self, line: TimeLine, fixed: FixedLimit | None, still: bool = True) -> Limit:
        begin = line.begin(fixed) if fixed else None
        if fixed is None or begin is None:
            return Limit(None, computable=False, reason=NO_RULE, unknown="no_rule")
        return limit(fixed, begin, self._calendar, self._zone, *_of(line, begin, still))

    def _unknown(self, line: TimeLine, fixed: FixedLimit | None) -> str:
        return self._limit(line, fixed).unknown or "no_rule"


_DONE = {TicketState.CLOSED, TicketState.WITHDRAWN}


def _of(
    line: TimeLine, begin: datetime, still: bool
) -> tuple[tuple[Pause, ...], tuple[Extension, ...]]:
    """The pauses and extensions of a limit that began at an instant; none for a step's."""
    if not still:
        return (), ()
    return line.pauses, tuple(one for one in line.extensions if one.granted_at >= begin)
