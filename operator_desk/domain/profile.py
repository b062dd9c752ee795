"""The profile of a hotline: every rule that differs from line to line, as data with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from operator_desk.domain import times
from operator_desk.domain.category import CategoryTree
from operator_desk.domain.limit_rules import HandlingOf as HandlingOf
from operator_desk.domain.limit_rules import HandlingRule, Level, WorkingTime
from operator_desk.domain.limit_rules import LimitFrom as LimitFrom
from operator_desk.domain.limit_rules import LimitOf as LimitOf
from operator_desk.domain.limit_rules import LimitRule as LimitRule
from operator_desk.domain.limit_rules import LimitUnit as LimitUnit
from operator_desk.domain.rules import TO_BE_CONFIRMED as TO_BE_CONFIRMED
from operator_desk.domain.rules import Labelled as Labelled
from operator_desk.domain.rules import Named, NamedRule
from operator_desk.domain.rules import Rule as Rule
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Outcome,
    Purpose,
    Secrecy,
    Urgency,
)

# What the registration strip may ask for; `required` of a kind names some of them.
TICKET_FIELDS = (
    "category",
    "place",
    "title",
    "summary",
    "unit",
    "caller_name",
    "caller_address",
    "callback",
)


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What a classing rule looks at; `talk_s` whole seconds, `has_record`: something typed."""

    direction: Direction
    outcome: Outcome
    talk_s: int
    entry: Entry = Entry.LIVE
    purpose: Purpose = Purpose.NONE
    has_record: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """When a classing rule matches: every stated part must hold, an empty one always does."""

    directions: tuple[Direction, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    entries: tuple[Entry, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    min_talk_s: int | None = None  # at least
    max_talk_s: int | None = None  # at most
    has_record: bool | None = None

    def holds(self, call: CallFacts) -> bool:
        """Whether the rule's condition is true of a call."""
        return (
            (not self.directions or call.direction in self.directions)
            and (not self.outcomes or call.outcome in self.outcomes)
            and (not self.entries or call.entry in self.entries)
            and (not self.purposes or call.purpose in self.purposes)
            and (self.min_talk_s is None or call.talk_s >= self.min_talk_s)
            and (self.max_talk_s is None or call.talk_s <= self.max_talk_s)
            and (self.has_record is None or call.has_record == self.has_record)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassingRule(NamedRule):
    """Which class a call has and whether it counts; the label is the rule in words."""

    id: str
    call_class: CallClass
    counted: bool
    when: Condition = Condition()


# Of a practice call, whatever a profile says of tests.
PRACTICE_RULE = ClassingRule(
    id="practice",
    label="练习电话，不计件",
    label_en="Practice call: not counted",
    source="",
    valid_from=date.min,
    call_class=CallClass.TEST,
    counted=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule(NamedRule):
    """A kind of matter: default secrecy and outcome, required fields of its ticket."""

    kind: MatterKind
    secrecy: Secrecy
    outcome: Outcome
    required: tuple[str, ...]
    wants_reply: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Rule):
    """A figure to reach or keep: `month_calls`, `answer_within_s`, `service_level`, …"""

    id: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Named):
    """One entry of a list of reasons; `digit` chooses it, "" when only the program gives it."""

    code: str
    digit: str
    automatic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Named):
    """The name of one value of a closed list (urgency, secrecy, outcome) and its digit."""

    value: str
    digit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRule(Rule):
    """How to reach the same line in another place; `pattern` holds {area_code} and {number}."""

    number: str
    pattern: str
    say: str
    say_en: str

    def dial(self, area_code: str) -> str:
        """The number to dial for a place with this area code."""
        return self.pattern.format(area_code=area_code, number=self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All rules of one hotline; `name` is its id, the lists keep the order of the file."""

    name: str
    title: str
    language: str
    hotline_number: str
    time_zone: str
    day_start: time
    classing: tuple[ClassingRule, ...]
    kinds: tuple[KindRule, ...]
    limits: tuple[LimitRule, ...]
    targets: tuple[Target, ...]
    reasons: dict[str, tuple[Reason, ...]]
    urgencies: tuple[Choice, ...]
    secrecies: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    guide: GuideRule
    categories: CategoryTree
    calendar: str = "imported"  # which working days it has besides imported years
    working_time: tuple[WorkingTime, ...] = ()
    levels: tuple[Level, ...] = ()
    handling: tuple[HandlingRule, ...] = ()

    def local_day(self, at: datetime) -> date:
        """The hotline's local day of an instant."""
        return times.local_day(at, self.time_zone, self.day_start)

    def classify(self, call: CallFacts, started_at: datetime) -> ClassingRule | None:
        """The first rule that matches and holds on the call's day; None: no rule in force."""
        for rule in _in_force(self.classing, self.local_day(started_at)):
            if rule.when.holds(call):
                return rule
        return None

    def kind(self, kind: MatterKind) -> KindRule:
        """The rule of a kind of matter; every profile has all six."""
        return next(rule for rule in self.kinds if rule.kind is kind)

    def limit(
        self,
        what: LimitOf,
        kind: MatterKind,
        category: str,
        urgency: Urgency,
        on: date,
        *,
        place: str = "",
        level: str | None = None,
    ) -> LimitRule | None:
        """The first limit that applies and holds on a local day; None: no rule in force."""
        for rule in self.limits:
            if (
                rule.what is what
                and rule.in_force(on)
                and rule.applies(kind, category, urgency, place, level)
            ):
                return rule
        return None

    def hours(self, on: date) -> tuple[str, ...]:
        """Working time on a local day, as `08:30-12:00`; empty: whole days count."""
        return next((rule.spans for rule in _in_force(self.working_time, on)), ())

    def level(self, value: str) -> Level | None:
        """The level of handling of a value, or None."""
        return next((level for level in self.levels if level.value == value), None)

    def level_for(self, urgency: Urgency) -> Level | None:
        """The level that is proposed for an urgency; None: the dispatcher has to choose."""
        return next((level for level in self.levels if urgency in level.urgencies), None)

    # -- numbers that the handling of tickets goes by --------------------------------------

    def number(self, of: HandlingOf, on: date) -> int | None:
        """A number on a local day; None when no rule is in force."""
        found = (rule.amount for rule in _in_force(self.handling, on) if rule.id is of)
        return next(found, None)

    def follow_up_tries(self, on: date) -> int | None:
        """Tries that reached nobody after which a caller may be deemed satisfied; None: never."""
        return self.number(HandlingOf.FOLLOW_UP_TRIES, on)

    def tries_apart(self, on: date) -> timedelta:
        """How far apart such tries must lie at least."""
        return timedelta(minutes=self.number(HandlingOf.TRIES_APART_MINUTES, on) or 0)

    def reworks_allowed(self, on: date) -> int:
        """How many times a ticket may be reworked."""
        return self.number(HandlingOf.REWORKS, on) or 0

    def extensions_allowed(self, on: date) -> int | None:
        """How many extensions may be granted; None: the profile sets no number."""
        return self.number(HandlingOf.EXTENSIONS, on)

    def returns_before_lead(self, on: date) -> int | None:
        """Which accepted return the lead decides on, 3: the third; None: none of them."""
        return self.number(HandlingOf.RETURNS_BEFORE_LEAD, on)

    def designated_may_not_return(self, on: date) -> bool:
        """Whether a unit that was designated may not return the ticket."""
        return bool(self.number(HandlingOf.DESIGNATED_MAY_NOT_RETURN, on))

    def after_the_fact(self, on: date) -> timedelta | None:
        """How long after it happened a step may still be entered; None: any time."""
        days = self.number(HandlingOf.AFTER_THE_FACT_DAYS, on)
        return None if days is None else timedelta(days=days)

    def target(self, target_id: str, on: date) -> float | None:
        """The value of a target on a local day; None when no rule is in force."""
        for rule in _in_force(self.targets, on):
            if rule.id == target_id:
                return rule.value
        return None

    def reason(self, list_name: str, code: str) -> Reason | None:
        """The reason of a code in one of the lists, or None."""
        return next((r for r in self.reasons.get(list_name, ()) if r.code == code), None)


class _Dated(Protocol):
    def in_force(self, on: date) -> bool: ...


_D = TypeVar("_D", bound=_Dated)


def _in_force(rules: tuple[_D, ...], on: date) -> tuple[_D, ...]:
    return tuple(rule for rule in rules if rule.in_force(on))
