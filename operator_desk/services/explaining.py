"""Why this date, whose time it was, why late: a ticket's limits explained from its steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from operator_desk.domain.limit_rules import LimitOf
from operator_desk.domain.limits import FixedLimit, Limit, due
from operator_desk.domain.profile import Profile
from operator_desk.domain.stretches import Stretch, walked
from operator_desk.domain.time_line import TimeLine
from operator_desk.domain.why_late import Share, Stage, WhyLate, by_holder, why_late
from operator_desk.services.deadlines import Deadlines
from operator_desk.services.lists import current_units
from operator_desk.services.ports import Clock, Reader, Store
from operator_desk.services.steps import Steps, steps_of, ticket_of

_RULES_OF = {LimitOf.RETURN: (LimitOf.RETURN_COMPLEX, LimitOf.RETURN)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """The limits of a ticket: `rule` and `holder_rule` as they were fixed for it.

    `shares` add up to the time used of the caller's limit; None: a year is not known.
    """

    caller: Limit
    holder: Limit
    rule: FixedLimit | None
    holder_rule: FixedLimit | None
    shares: tuple[Share, ...] | None
    late: WhyLate | None


class Explaining:
    """Explains limits."""

    def __init__(self, store: Store, profile: Profile, deadlines: Deadlines, clock: Clock) -> None:
        self._store, self._profile, self._deadlines = store, profile, deadlines
        self._clock, self._zone = clock, ZoneInfo(profile.time_zone)

    def explain(self, number: str) -> Explained:
        """The limits of a ticket as they stand now. UserError: unknown number."""
        with self._store.read() as tx:
            return self.explain_in(tx, steps_of(tx, ticket_of(tx, number)))

    def explain_in(self, tx: Reader, steps: Steps) -> Explained:
        """`explain` inside a reading that is open already."""
        line, counting = self._deadlines.line(tx, steps), self._deadlines.counting(tx)
        caller = counting.caller(line)
        now, stand = self._clock(), steps.stand
        ended = stand.answered_at or stand.closed_at or now
        names = {code: row.name for code, row in current_units(tx).items()}
        held, stretches = walked(
            steps.ticket.registered_at,
            steps.ruled,
            ended,
            self._profile.title,
            lambda code: names.get(code, code),
        )
        rule = counting.caller_rule(line)
        calendar = self._deadlines.calendar(tx)
        shares = None
        if rule is not None and held:
            shares = by_holder(held, rule, calendar, self._zone, line.pauses)
        late = None
        if caller.due is not None:
            stages = [self._stage(tx, line, one, caller.due) for one in stretches]
            late = why_late(caller.due, ended, stages, line.pauses, stand.returns)
        return Explained(
            caller=caller,
            holder=counting.holder(line),
            rule=rule,
            holder_rule=line.fixed.get(LimitOf.HOLDER) or rule,
            shares=shares,
            late=late,
        )

    def _stage(self, tx: Reader, line: TimeLine, one: Stretch, caller_due: datetime) -> Stage:
        wanted = _RULES_OF.get(one.what, (one.what,))
        fixed = next((line.fixed[what] for what in wanted if what in line.fixed), None)
        pauses = line.pauses if one.what is LimitOf.HOLDER else ()
        until = due(fixed, one.start, self._deadlines.calendar(tx), self._zone, pauses)
        if one.what is LimitOf.HOLDER and fixed is None:
            until = caller_due  # the holder has no limit of its own
        return Stage(one.holder, one.what, one.start, one.end, until)
