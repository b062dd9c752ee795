"""How long something may take: one rule as it was fixed for a ticket, and the date it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from operator_desk.domain import counting_days, counting_steps
from operator_desk.domain.counting_steps import Step as Step
from operator_desk.domain.counting_time import (
    Extension,
    Frame,
    OpenPauseError,
    Pause,
    TooFarError,
    legs,
    merged,
)
from operator_desk.domain.limit_rules import LimitFrom, LimitOf, LimitUnit
from operator_desk.domain.profile import Profile
from operator_desk.domain.said import Said, said
from operator_desk.domain.terms import MatterKind, Urgency
from operator_desk.domain.working_days import Calendar, MissingYearError

NO_RULE = said("No rule in force.")
_TOO_FAR = said("The date is too far away.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedLimit:
    """One limit rule as it stood when it was fixed for a ticket; kept with the ticket's step.

    `hours`: working time as `08:30-12:00,13:30-17:30`, "" for whole days. `next_working_day`: 0
    or 1. `until`: an instant that was given in place of an amount, else "".
    """

    what: LimitOf
    id: str
    amount: int
    unit: LimitUnit
    begins: LimitFrom
    label: str
    label_en: str
    source: str
    level: str | None = None
    hours: str = ""
    next_working_day: int = 1
    until: str = ""

    def text(self, language: str) -> str:
        """The rule in words, in the window's language."""
        return self.label_en if language.startswith("en") else self.label

    def to_json(self) -> dict[str, str | int | None]:
        """As it is kept: texts, whole numbers and None only."""
        return {
            field.name: str(value) if isinstance(value, str) else value
            for field in fields(self)
            for value in (getattr(self, field.name),)
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> FixedLimit:
        """What `to_json` made; fields of a later version are passed over."""
        known = {field.name for field in fields(cls)}
        given = {name: value for name, value in values.items() if name in known}
        given["what"] = LimitOf(given["what"])
        given["unit"] = LimitUnit(given["unit"])
        given["begins"] = LimitFrom(given["begins"])
        return cls(**given)


@dataclass(frozen=True, slots=True)
class Limit:
    """The date a limit gives: `due` is the first instant that is late, UTC.

    None: `computable` is False (no rule, a year without calendar), or it stands still in a pause
    that has not ended (`paused`); `reason` says so, `unknown` is its code for the store (see
    `unknown_said`). `steps` are every stretch from the beginning to the date, without gaps.
    """

    due: datetime | None
    computable: bool = True
    paused: bool = False
    reason: Said | None = None
    unknown: str | None = None
    steps: tuple[Step, ...] = ()


def unknown_said(code: str) -> Said:
    """The sentence of a code that `Limit.unknown` gave."""
    if code == "no_rule":
        return NO_RULE
    if code == "paused":
        return said("The limit stands still.")
    year = code.removeprefix("year ")
    if year != code and year.isdigit():
        return said("The working days of {year} are not known.", year=int(year))
    return _TOO_FAR


def fixed_limits(
    profile: Profile,
    kind: MatterKind,
    category: str,
    urgency: Urgency,
    place: str,
    on: date,
    *,
    level: str | None = None,
    what: Sequence[LimitOf] = tuple(LimitOf),
) -> tuple[FixedLimit, ...]:
    """The rules that hold for a ticket, in the order of `what`; one that has no rule is not there.

    `on` is the local day of the registration, whatever day a later step is on: so a ticket keeps
    the rules under which it was registered.
    """
    hours = ",".join(profile.hours(on))
    found = []
    for one in what:
        rule = profile.limit(one, kind, category, urgency, on, place=place, level=level)
        if rule is not None:
            found.append(
                FixedLimit(
                    what=one,
                    id=rule.id,
                    amount=rule.amount,
                    unit=rule.unit,
                    begins=rule.begins,
                    label=rule.label,
                    label_en=rule.label_en,
                    source=rule.source,
                    level=level if rule.levels else None,
                    hours=hours,
                    next_working_day=int(rule.next_working_day),
                )
            )
    return tuple(found)


def limit(
    fixed: FixedLimit | None,
    begin: datetime,
    calendar: Calendar,
    zone: ZoneInfo,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> Limit:
    """The date of a limit that began at an instant, and every stretch that led there.

    The order in which pauses and extensions are given does not matter. None as `fixed`: not
    computable, no rule in force.
    """
    if fixed is None:
        return _unknown("no_rule")
    steps: list[Step] = []
    begin = begin.astimezone(UTC)  # clock time of a zone adds up wrongly when clocks are put back
    try:
        frame = _frame(fixed, begin, calendar, zone, pauses)
        end = counting_steps.walk(frame, begin, legs(fixed, begin, extensions), steps)
    except (MissingYearError, TooFarError, OpenPauseError, OverflowError) as error:
        return _without_date(error, tuple(steps))
    return Limit(end, steps=tuple(steps))


def due(
    fixed: FixedLimit | None,
    begin: datetime,
    calendar: Calendar,
    zone: ZoneInfo,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> datetime | None:
    """The date that `limit` gives, quickly and without its steps; None where it gives none."""
    if fixed is None:
        return None
    begin = begin.astimezone(UTC)
    try:
        frame = _frame(fixed, begin, calendar, zone, pauses)
        return counting_days.end(frame, begin, legs(fixed, begin, extensions))
    except (MissingYearError, TooFarError, OpenPauseError, OverflowError):
        return None


def _frame(
    fixed: FixedLimit,
    begin: datetime,
    calendar: Calendar,
    zone: ZoneInfo,
    pauses: Sequence[Pause],
) -> Frame:
    roll = bool(fixed.next_working_day)
    return Frame(calendar, zone, fixed.hours, merged(pauses, begin), roll)


def _without_date(error: Exception, steps: tuple[Step, ...]) -> Limit:
    if isinstance(error, OpenPauseError):
        reason = said("The limit stands still: {reason}.", reason=error.pause.reason or "—")
        return Limit(None, paused=True, reason=reason, unknown="paused", steps=steps)
    code = f"year {error.year}" if isinstance(error, MissingYearError) else "too_far"
    return _unknown(code, steps)


def _unknown(code: str, steps: tuple[Step, ...] = ()) -> Limit:
    reason = unknown_said(code)
    return Limit(None, computable=False, reason=reason, unknown=code, steps=steps)
