"""The profile of a hotline: every rule that differs from line to line, as data with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol, TypeVar

from operator_desk.domain import times
from operator_desk.domain.category import CategoryTree
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

# A source that holds these words was not found in a published text.
TO_BE_CONFIRMED = "to be confirmed by the centre"

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


class LimitUnit(StrEnum):
    """What an amount of time is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"


class LimitOf(StrEnum):
    """What a limit runs for: the caller's answer, or one step of the centre or the unit."""

    CALLER = "caller"
    DISPATCH = "dispatch"
    SIGN = "sign"
    RETURN = "return"
    FOLLOW_UP = "follow_up"


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
class Rule:
    """What every rule has: where it stands written and from which local day it holds.

    `valid_to` is the first day on which it no longer holds.
    """

    source: str
    valid_from: date
    valid_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on a local day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)

    @property
    def confirmed(self) -> bool:
        """False when the centre still has to say where the rule stands written."""
        return TO_BE_CONFIRMED not in self.source


class Labelled:
    """Something with a name: `label` in the profile's language, `label_en` in English."""

    __slots__ = ()
    label: str
    label_en: str

    def text(self, language: str) -> str:
        """The name in the window's language (`zh_CN`, `en`)."""
        return self.label_en if language.startswith("en") else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRule(Rule, Labelled):
    """A rule with a name."""

    label: str
    label_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Labelled):
    """A name that is no rule: an entry of a list."""

    label: str
    label_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassingRule(NamedRule):
    """Which class a call has and whether it counts; the label is the rule in words."""

    id: str
    call_class: CallClass
    counted: bool
    when: Condition = Condition()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule(NamedRule):
    """A kind of matter: default secrecy and outcome, required fields of its ticket."""

    kind: MatterKind
    secrecy: Secrecy
    outcome: Outcome
    required: tuple[str, ...]
    wants_reply: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule(NamedRule):
    """How long something may take; empty kinds, categories and urgencies mean any."""

    id: str
    what: LimitOf
    amount: int
    unit: LimitUnit
    kinds: tuple[MatterKind, ...] = ()
    categories: tuple[str, ...] = ()
    urgencies: tuple[Urgency, ...] = ()

    def applies(self, kind: MatterKind, category: str, urgency: Urgency) -> bool:
        """Whether the limit is meant for such a ticket; a category covers all below it."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.urgencies or urgency in self.urgencies)
            and (not self.categories or category.startswith(self.categories))
        )


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
        self, what: LimitOf, kind: MatterKind, category: str, urgency: Urgency, on: date
    ) -> LimitRule | None:
        """The first limit that applies and holds on a local day; None: no rule in force."""
        for rule in _in_force(self.limits, on):
            if rule.what is what and rule.applies(kind, category, urgency):
                return rule
        return None

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
