"""The limits of tickets: fixed when a step is taken, counted after each, explained when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from operator_desk.domain import canonical, facts, limits
from operator_desk.domain.facts import EventRuling, RuleSet, TicketEvent
from operator_desk.domain.ids import derived_id
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.limit_rules import LimitFrom, LimitOf
from operator_desk.domain.limits import FixedLimit, Limit
from operator_desk.domain.profile import Profile
from operator_desk.domain.step_case import Bounds
from operator_desk.domain.terms import TicketState
from operator_desk.domain.time_line import Counting, TimeLine, time_line
from operator_desk.domain.times import format_instant
from operator_desk.domain.working_days import Calendar
from operator_desk.services.ports import Reader, Writer
from operator_desk.services.steps import Steps, made

_DISPATCHES = {Action.DISPATCH, Action.REDISPATCH}
COMPLEX = "complex"  # `value` of a return that the rules give more time


class Deadlines:
    """Fixes, counts and explains limits. `calendar` gives the working years as they are now."""

    def __init__(self, profile: Profile, calendar: Callable[[Reader], Calendar]) -> None:
        self._profile, self.calendar = profile, calendar
        self._zone = ZoneInfo(profile.time_zone)
        self._sets: dict[UUID, tuple[FixedLimit, ...]] = {}

    # -- fixing --------------------------------------------------------------------------

    def fixed_by(self, steps: Steps, event: TicketEvent) -> tuple[FixedLimit, ...] | None:
        """The limits that a step fixes; None when it leaves them as they are."""
        if event.action == Action.REGISTER:
            return self._fixed(steps, self._proposed_level(steps))
        if event.action == Action.RECATEGORISE:
            return self._fixed(steps, steps.stand.level, category=event.value)
        if event.action in _DISPATCHES and (event.level or event.until):
            fixed = self._fixed(steps, event.level or steps.stand.level)
            first = steps.stand.dispatched_at is None
            return _with_until(fixed, event.until, first) if event.until else fixed
        return None

    def _fixed(
        self, steps: Steps, level: str | None, category: str | None = None
    ) -> tuple[FixedLimit, ...]:
        ticket = steps.ticket
        return limits.fixed_limits(
            self._profile,
            ticket.kind,
            category or steps.stand.category or "",
            ticket.urgency,
            ticket.place_code or "",
            ticket.local_day,
            level=level,
        )

    def kept(self, tx: Writer, event: TicketEvent, fixed: Sequence[FixedLimit]) -> UUID:
        """The id of a set of limits, stored when it is new."""
        rules = tuple(
            {name: value for name, value in one.to_json().items() if value is not None}
            for one in fixed
        )
        content = canonical.dump({"rules": rules}).decode()
        key = derived_id("rules", content)
        if not tx.known(RuleSet, [key]):
            tx.add(RuleSet(id=key, at=event.at, actor=event.actor, rules=rules))
        return key

    def register(self, tx: Writer, ticket: facts.Ticket) -> None:
        """Stores the first step of a ticket, with the limits that it fixes for ever."""
        event = TicketEvent(
            id=derived_id("registered", ticket.id),
            at=ticket.at,
            actor=ticket.actor,
            ticket_id=ticket.id,
            action=Action.REGISTER.value,
            unit=ticket.unit,
        )
        none = made(ticket, (), ())
        fixed = self.fixed_by(none, event) or ()
        event = replace(event, rule_set=self.kept(tx, event, fixed))
        tx.add(event, self.ruling(tx, none, event, TicketState.REGISTERED))

    def ruling(
        self, tx: Reader, steps: Steps, event: TicketEvent, state: TicketState
    ) -> EventRuling:
        """What is ruled of an effective step that leads to a state, with the limits after it."""
        made_ = EventRuling(
            id=derived_id("ruling", event.id),
            at=event.at,
            actor=event.actor,
            ticket_id=event.ticket_id,
            event_id=event.id,
            n=steps.n + 1 if steps.ruled else 0,
            effective=True,
            state=state,
        )
        new = steps.with_step(event, made_)
        return self.with_dues(tx, new, replace(made_, state=new.stand.state))

    # -- counting ------------------------------------------------------------------------

    def with_dues(self, tx: Reader, steps: Steps, ruling: EventRuling) -> EventRuling:
        """A ruling with the limits as they are after the last of these steps."""
        dues = self.counting(tx).dues(self.line(tx, steps))
        return replace(
            ruling,
            caller_due_at=dues.caller,
            holder_due_at=dues.holder,
            step_due_at=dues.step,
            unknown=dues.unknown,
        )

    def line(self, tx: Reader, steps: Steps) -> TimeLine:
        """What the limits of a ticket are counted from."""
        # A program that fixed no limits may have registered it: the rules of that day hold.
        unfixed = all(one.event.rule_set is None for one in steps.ruled[:1])
        return time_line(
            steps.ticket,
            steps.ruled,
            steps.stand,
            self._rules(tx, steps),
            self._pause_words,
            self._fixed(steps, self._proposed_level(steps)) if unfixed else (),
        )

    def _proposed_level(self, steps: Steps) -> str | None:
        level = self._profile.level_for(steps.ticket.urgency)
        return level.value if level else None

    def _pause_words(self, code: str) -> str:
        for name in ("pause", "park"):
            reason = self._profile.reason(name, code)
            if reason is not None:
                return reason.text(self._profile.language)
        return code

    def counting(self, tx: Reader) -> Counting:
        """Counts with the working days as they are known now."""
        return Counting(self.calendar(tx), self._zone)

    def _rules(self, tx: Reader, steps: Steps) -> dict[UUID, tuple[FixedLimit, ...]]:
        wanted = {one.event.rule_set for one in steps.ruled if one.event.rule_set is not None}
        missing = wanted - self._sets.keys()
        for row in tx.many(RuleSet, missing) if missing else ():
            self._sets[row.id] = tuple(map(FixedLimit.from_json, row.rules))
        return {key: self._sets[key] for key in wanted if key in self._sets}

    # -- bounds --------------------------------------------------------------------------

    def bounds(self, tx: Reader, steps: Steps, event: TicketEvent) -> Bounds:
        """What the rules of the ticket allow, as far as the guards of a step ask for it."""
        profile, on = self._profile, steps.ticket.local_day
        counting, line = self.counting(tx), self.line(tx, steps)
        found = Bounds(
            extensions=profile.extensions_allowed(on),
            returns_before_lead=profile.returns_before_lead(on),
            reworks=profile.reworks_allowed(on),
            tries=profile.follow_up_tries(on),
            tries_apart=profile.tries_apart(on),
            designated_may_not_return=profile.designated_may_not_return(on),
            levels=tuple(level.value for level in profile.levels),
            reasons={
                name: tuple(reason.code for reason in reasons)
                for name, reasons in profile.reasons.items()
            },
        )
        match event.action:
            case Action.RETURN:
                wanted = LimitOf.RETURN_COMPLEX if event.value == COMPLEX else LimitOf.RETURN
                return replace(found, return_by=counting.of(line, wanted).due)
            case Action.EXTEND | Action.GRANT_EXTENSION:
                return replace(
                    found,
                    holder_due=counting.holder(line).due,
                    extension_until=self._longest(counting, line),
                )
            case Action.DEEM:
                return replace(found, silent_until=counting.of(line, LimitOf.SILENCE).due)
        return found

    def _longest(self, counting: Counting, line: TimeLine) -> datetime | None:
        """Until when all extensions together may go: counted from the limit without any."""
        base = counting.holder(replace(line, extensions=())).due
        if base is None or LimitOf.EXTENSION not in line.fixed:
            return None
        begun = replace(line, begins={**line.begins, LimitFrom.DUE: base})
        return counting.of(begun, LimitOf.EXTENSION).due

    # -- explaining ----------------------------------------------------------------------

    def caller(self, tx: Reader, steps: Steps) -> Limit:
        """The caller's limit with every stretch that was counted."""
        return self.counting(tx).caller(self.line(tx, steps))

    def holder(self, tx: Reader, steps: Steps) -> Limit:
        """The holder's limit with every stretch that was counted."""
        return self.counting(tx).holder(self.line(tx, steps))

    def of(self, tx: Reader, steps: Steps, what: LimitOf) -> Limit:
        """One limit by its kind, such as that of a return."""
        return self.counting(tx).of(self.line(tx, steps), what)


def _with_until(
    fixed: Iterable[FixedLimit], until: datetime, first: bool
) -> tuple[FixedLimit, ...]:
    """The limits when the dispatch itself sets an instant: for the holder, at first for all."""
    rows = {one.what: one for one in fixed}
    words = format_instant(until)
    model = rows.get(LimitOf.HOLDER) or rows.get(LimitOf.CALLER)
    if model is None:
        return tuple(rows.values())
    rows[LimitOf.HOLDER] = replace(
        model, what=LimitOf.HOLDER, begins=LimitFrom.DISPATCH, until=words
    )
    if first and LimitOf.CALLER in rows:
        rows[LimitOf.CALLER] = replace(rows[LimitOf.CALLER], until=words)
    return tuple(rows.values())
