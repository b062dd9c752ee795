"""The rules of a profile on time: limits, working time, levels, and what is counted of a ticket."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from operator_desk.domain.rules import Named, NamedRule, Rule
from operator_desk.domain.terms import MatterKind, Urgency

MOST = 100_000  # of any unit


class LimitUnit(StrEnum):
    """What an amount of time is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"


class LimitOf(StrEnum):
    """What a limit runs for: the caller's answer, the holder's, or one step of either."""

    CALLER = "caller"
    HOLDER = "holder"
    DISPATCH = "dispatch"
    SIGN = "sign"
    RETURN = "return"
    RETURN_COMPLEX = "return_complex"
    EXTENSION = "extension"  # the most that may be granted, all extensions together
    REWORK = "rework"
    FOLLOW_UP = "follow_up"
    SILENCE = "silence"  # after which a caller who was not reached is deemed satisfied


class LimitFrom(StrEnum):
    """Which step a limit begins with."""

    REGISTRATION = "registration"
    FIRST_DISPATCH = "first_dispatch"  # until then, registration
    DISPATCH = "dispatch"
    REWORK = "rework"
    ANSWER = "answer"
    FIRST_TRY = "first_try"  # the first follow-up call that reached nobody
    DUE = "due"  # the end of the limit that is extended


BEGINS = {
    LimitOf.CALLER: LimitFrom.REGISTRATION,
    LimitOf.HOLDER: LimitFrom.DISPATCH,
    LimitOf.DISPATCH: LimitFrom.REGISTRATION,
    LimitOf.SIGN: LimitFrom.DISPATCH,
    LimitOf.RETURN: LimitFrom.DISPATCH,
    LimitOf.RETURN_COMPLEX: LimitFrom.DISPATCH,
    LimitOf.EXTENSION: LimitFrom.DUE,
    LimitOf.REWORK: LimitFrom.REWORK,
    LimitOf.FOLLOW_UP: LimitFrom.ANSWER,
    LimitOf.SILENCE: LimitFrom.FIRST_TRY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule(NamedRule):
    """How long something may take; an empty list of what it is for means any.

    `places` are beginnings of division codes, `levels` values of the profile's levels.
    `next_working_day`: a limit in days that ends on a day off ends on the next working day.
    """

    id: str
    what: LimitOf
    amount: int
    unit: LimitUnit
    begins: LimitFrom
    kinds: tuple[MatterKind, ...] = ()
    categories: tuple[str, ...] = ()
    urgencies: tuple[Urgency, ...] = ()
    places: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    next_working_day: bool = True

    def applies(
        self,
        kind: MatterKind,
        category: str,
        urgency: Urgency,
        place: str = "",
        level: str | None = None,
    ) -> bool:
        """Whether the limit is meant for such a ticket; a category covers all below it."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.urgencies or urgency in self.urgencies)
            and (not self.categories or category.startswith(self.categories))
            and (not self.places or place.startswith(self.places))
            and (not self.levels or level in self.levels)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingTime(Rule):
    """When units work on a working day: `spans` as `08:30-12:00`, in order, local time."""

    spans: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Named):
    """A level of handling that is chosen at dispatch; proposed for `urgencies`."""

    value: str
    digit: str
    urgencies: tuple[Urgency, ...] = ()


class HandlingOf(StrEnum):
    """A number that the handling of tickets goes by."""

    FOLLOW_UP_TRIES = "follow_up_tries"
    TRIES_APART_MINUTES = "tries_apart_minutes"
    REWORKS = "reworks"
    EXTENSIONS = "extensions"
    RETURNS_BEFORE_LEAD = "returns_before_lead"
    DESIGNATED_MAY_NOT_RETURN = "designated_may_not_return"  # 1: yes
    AFTER_THE_FACT_DAYS = "after_the_fact_days"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingRule(NamedRule):
    """A number that the handling of tickets goes by; the label is the rule in words."""

    id: HandlingOf
    amount: int
