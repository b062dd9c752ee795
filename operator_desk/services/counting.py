"""The counter: how many calls, by which rule; the figures of calls in every breakdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from operator_desk.domain.errors import UserError
from operator_desk.domain.profile import PRACTICE_RULE, Profile
from operator_desk.domain.terms import CallClass, Outcome
from operator_desk.domain.views import CallRow, MatterRow
from operator_desk.services.people import Actor
from operator_desk.services.ports import CallQuery, Clock, Store

BREAKDOWNS = ("hour", "day", "month", "weekday-hour", "operator", "kind", "outcome")
_NO_CALL = CallClass.NO_CALL
_ASIDE = (CallClass.FAULT, CallClass.TEST, _NO_CALL)  # in no figure but the one of their own


@dataclass(frozen=True, slots=True)
class Counter:
    """An operator's counter: counted calls of the local day and month, and the month's target."""

    today: int
    month: int
    target: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One row of a breakdown. Times in whole seconds, means rounded to tenths, None: no calls.

    `calls` are all ended calls but faults; `counted` those the rule counts; tests (practice
    calls are such) and requests of another system, which nobody called about, are in `tests`
    and `no_calls` alone;
    `talk_mean_s` over connected calls, `after_call_mean_s` over calls whose after-call work
    is known.
    """

    by: str
    calls: int
    counted: int
    connected: int
    faults: int
    tests: int
    no_calls: int
    talk_s: int
    after_call_s: int
    talk_mean_s: float | None
    after_call_mean_s: float | None
    direct_answers: int
    tickets: int


class Counting:
    """Counts calls of a store."""

    def __init__(self, store: Store, profile: Profile, clock: Clock) -> None:
        self._store, self._profile, self._clock = store, profile, clock

    def today(self) -> date:
        """The hotline's present local day."""
        return self._profile.local_day(self._clock())

    def counter(self, actor: Actor) -> Counter:
        """The actor's counter; it equals the rows of `rows` that are counted."""
        today = self.today()
        query = self._query(today.replace(day=1), today, actor.staff_id)
        with self._store.read() as tx:
            counted = tx.counted(query)
        target = self._profile.target("month_calls", today)
        return Counter(
            today=counted.get(today, 0),
            month=sum(counted.values()),
            target=round(target) if target is not None else None,
        )

    def rows(self, first: date, last: date, operator: UUID | None = None) -> list[CallRow]:
        """The ended calls of these local days, the newest first."""
        with self._store.read() as tx:
            return tx.calls(self._query(first, last, operator))

    def _query(self, first: date, last: date, operator: UUID | None) -> CallQuery:
        return CallQuery(first_day=first, last_day=last, operator=operator, ended=True)

    def rule_text(self, row: CallRow, language: str) -> str:
        """The classing rule of a call in words; "" for a running call."""
        for rule in (*self._profile.classing, PRACTICE_RULE):
            if rule.id == row.rule:
                return rule.text(language)
        return row.rule or ""

    def figures(
        self, first: date, last: date, by: str, operator: UUID | None = None
    ) -> list[Figures]:
        """The calls of these local days, broken down; `kind` counts matters, all others calls.

        UserError: unknown breakdown, days the wrong way round.
        """
        if by not in BREAKDOWNS:
            raise UserError("There is no breakdown by {by}.", by=by)
        if first > last:
            raise UserError(
                "The first day {first} is after the last {last}.", first=first, last=last
            )
        with self._store.read() as tx:
            calls = tx.calls(self._query(first, last, operator))
            if by == "kind":
                return self._by_kind(calls, tx.matters(call.id for call in calls))
        groups: dict[str, list[CallRow]] = {}
        name = self._namer(by)
        for call in calls:
            groups.setdefault(name(call), []).append(call)
        return [_figures(key, groups[key]) for key in sorted(groups)]

    def _namer(self, by: str) -> Callable[[CallRow], str]:
        zone = ZoneInfo(self._profile.time_zone)
        names: dict[str, Callable[[CallRow], str]] = {
            "day": lambda call: call.local_day.isoformat(),
            "month": lambda call: call.local_day.isoformat()[:7],
            "hour": lambda call: f"{call.started_at.astimezone(zone).hour:02d}",
            "weekday-hour": lambda call: (
                f"{call.local_day.isoweekday()}-{call.started_at.astimezone(zone).hour:02d}"
            ),
            "operator": lambda call: str(call.operator),
            "outcome": lambda call: call.outcome.value if call.outcome else "",
        }
        return names[by]

    def _by_kind(self, calls: list[CallRow], matters: list[MatterRow]) -> list[Figures]:
        by_id = {call.id: call for call in calls}
        groups: dict[str, list[MatterRow]] = {}
        for matter in matters:
            groups.setdefault(matter.kind.value if matter.kind else "", []).append(matter)
        found = []
        for key in sorted(groups):
            own = [by_id[matter.call_id] for matter in groups[key]]
            tickets = sum(
                matter.ticket is not None
                and by_id[matter.call_id].call_class not in (CallClass.TEST, _NO_CALL)
                for matter in groups[key]
            )
            found.append(_figures(key, own, tickets))
        return found


def _figures(by: str, calls: list[CallRow], tickets: int | None = None) -> Figures:
    real = [call for call in calls if call.call_class not in _ASIDE]
    after = [call.after_call_s for call in real if call.after_call_s is not None]
    talk = [call.talk_s or 0 for call in real]
    return Figures(
        by=by,
        calls=len(real),
        counted=sum(bool(call.counted) for call in real),
        connected=len(real),
        faults=sum(call.call_class is CallClass.FAULT for call in calls),
        tests=sum(call.call_class is CallClass.TEST for call in calls),
        no_calls=sum(call.call_class is _NO_CALL for call in calls),
        talk_s=sum(talk),
        after_call_s=sum(after),
        talk_mean_s=_mean(talk),
        after_call_mean_s=_mean(after),
        direct_answers=sum(call.outcome is Outcome.DIRECT_ANSWER for call in real),
        tickets=sum(call.tickets for call in real) if tickets is None else tickets,
    )


def _mean(values: Iterable[int]) -> float | None:
    kept = list(values)
    return round(sum(kept) / len(kept), 1) if kept else None
