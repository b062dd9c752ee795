"""Why a date: every stretch between the beginning of a limit and its end, walked one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from operator_desk.domain.counting_days import elapsed, running
from operator_desk.domain.counting_time import DAY, Frame, Leg, OpenPauseError, Pause
from operator_desk.domain.holiday_names import shown_name
from operator_desk.domain.limit_rules import LimitUnit
from operator_desk.domain.said import Said, said


class StepKind(StrEnum):
    """What a stretch was."""

    START_DAY = "start_day"
    COUNTED = "counted"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    AFTER_HOURS = "after_hours"
    PAUSE = "pause"
    NEXT_WORKING_DAY = "next_working_day"


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the way to a date: how much of it counted, and `why` in words."""

    start: datetime
    end: datetime
    counted: timedelta
    kind: StepKind
    why: Said
    extended: bool = False

    @property
    def counted_s(self) -> int:
        """Whole seconds that counted."""
        return self.counted // timedelta(seconds=1)


_START_DAY = said("The day it began is not counted")
_COUNTED = said("Time that counts")
_AFTER_HOURS = said("Outside working hours")
_NEXT = said("It ends on the next working day")
_UNTIL = said("Extended to a given time")


def walk(frame: Frame, begin: datetime, legs: Sequence[Leg], steps: list[Step]) -> datetime:
    """The first instant that is late; adds the stretches to `steps`, as far as it comes.

    MissingYearError, OpenPauseError, TooFarError: there is none.
    """
    way = _Way(frame, begin, steps)
    for place, leg in enumerate(legs):
        if leg.until is not None and leg.since is not None:
            stop = elapsed(frame, leg.since, leg.until - leg.since)
            way.run(max(stop, way.at), _UNTIL, extended=True)
        elif leg.unit is LimitUnit.WORKING_HOURS:
            way.working_time(leg)
        elif not leg.days:
            way.time(leg)
        else:
            way.days(leg, first=not place)
    return way.at


class _Way:
    """Walks on from `at`; every stretch begins where the one before ended."""

    def __init__(self, frame: Frame, at: datetime, steps: list[Step]) -> None:
        self._frame, self.at, self._steps = frame, at, steps

    def _to(
        self, end: datetime, kind: StepKind, why: Said, counted: timedelta = timedelta(),
        *, extended: bool = False,
    ) -> None:  # fmt: skip
        if end <= self.at:
            return
        step = Step(self.at, end, counted, kind, why, extended)
        before = self._steps[-1] if self._steps else None
        if before and (before.kind, before.why, before.extended) == (kind, why, extended):
            self._steps[-1] = replace(before, end=end, counted=before.counted + counted)
        else:
            self._steps.append(step)
        self.at = end

    def run(self, end: datetime, why: Said, *, extended: bool) -> None:
        """Time that counts up to an instant, but for its pauses."""
        for pause in self._frame.pauses:
            if pause.start >= end or (pause.end is not None and pause.end <= self.at):
                continue
            stop = max(pause.start, self.at)
            self._to(stop, StepKind.COUNTED, why, stop - self.at, extended=extended)
            if pause.end is None:
                raise OpenPauseError(pause)
            self._to(min(pause.end, end), StepKind.PAUSE, _paused(pause))
        self._to(end, StepKind.COUNTED, why, end - self.at, extended=extended)

    def time(self, leg: Leg) -> None:
        """Time that runs on without working hours."""
        try:
            end = elapsed(self._frame, self.at, leg.span)
        except OpenPauseError as error:
            end = error.pause.start + DAY  # as far as the pause, where `run` stops
        self.run(end, _COUNTED, extended=leg.extended)

    def working_time(self, leg: Leg) -> None:
        """Working time, day by day."""
        frame, left = self._frame, leg.span
        day = frame.day_of(self.at)
        while True:
            kind, why = self._off(day)
            if kind is not None:
                self._to(frame.midnight(day + DAY), kind, why)
            for start, stop in frame.spans(day) if kind is None else ():
                self._to(start, StepKind.AFTER_HOURS, _AFTER_HOURS)
                if self.at >= stop:
                    continue
                long = running(frame.pauses, self.at, stop)
                end = elapsed(frame, self.at, left) if left <= long else stop
                self.run(end, _COUNTED, extended=leg.extended)
                left -= long
                if left <= timedelta():
                    return
            self._to(frame.midnight(day + DAY), StepKind.AFTER_HOURS, _AFTER_HOURS)
            day += DAY

    def days(self, leg: Leg, *, first: bool) -> None:
        """Days, from the one after that of the start."""
        frame = self._frame
        day = frame.day_of(self.at) if first else frame.day_before(self.at)
        self._rest_of(day, leg, first=first)
        counted = 0
        while counted < leg.days:
            day += DAY
            counted += self._day(day, leg, counted + 1)
        if leg.unit is LimitUnit.DAYS and frame.roll:
            self._roll(day)

    def _rest_of(self, day: date, leg: Leg, *, first: bool) -> None:
        """The day of the start, which is not counted."""
        kind, why = StepKind.START_DAY, _START_DAY
        if not first and self.at >= self._frame.closing(day):
            kind, why = StepKind.AFTER_HOURS, _AFTER_HOURS
        elif leg.unit is LimitUnit.WORKING_DAYS and self._frame.calendar.year(day.year):
            off, name = self._off(day)
            kind, why = (off, name) if off is not None else (kind, why)
        self._to(self._frame.midnight(day + DAY), kind, why)

    def _day(self, day: date, leg: Leg, n: int) -> bool:
        """One day; whether it counted."""
        frame, working = self._frame, leg.unit is LimitUnit.WORKING_DAYS
        end = frame.midnight(day + DAY)
        if working:
            kind, why = self._off(day)
            if kind is not None:
                self._to(end, kind, why)
                return False
        pause = frame.pause_on(day, leg.unit)
        if pause is not None:
            self._to(end, StepKind.PAUSE, _paused(pause))
            return False
        if n == leg.days and (working or (frame.roll and frame.is_working(day))):
            end = frame.closing(day)
        counted = (
            sum(((b - a) for a, b in frame.spans(day)), timedelta()) if working else end - self.at
        )
        why = self._count(day, n, leg) if working else said("Day {n} of {of}", n=n, of=leg.days)
        self._to(end, StepKind.COUNTED, why, counted, extended=n > leg.own)
        return True

    def _count(self, day: date, n: int, leg: Leg) -> Said:
        year = self._frame.calendar.year(day.year)
        named = year.named(day) if year else None
        if named is None or day.weekday() < 5:
            return said("Working day {n} of {of}", n=n, of=leg.days)
        name = shown_name(named.name)
        return said("Working day {n} of {of}, moved for {name}", n=n, of=leg.days, name=name)

    def _roll(self, day: date) -> None:
        """From a last day that is off to the next one that is worked on."""
        frame = self._frame
        while True:
            kind, why = self._off(day)
            pause = None if kind is not None else frame.pause_on(day, LimitUnit.DAYS)
            if kind is None and pause is None:
                self._to(frame.closing(day), StepKind.NEXT_WORKING_DAY, _NEXT)
                return
            if pause is not None:
                kind, why = StepKind.PAUSE, _paused(pause)
            self._to(frame.midnight(day + DAY), kind or StepKind.WEEKEND, why)
            day += DAY

    def _off(self, day: date) -> tuple[StepKind | None, Said]:
        """Why a day is off; None as the kind: it is worked on."""
        if self._frame.is_working(day):
            return None, _COUNTED
        year = self._frame.calendar.year(day.year)
        named = year.named(day) if year else None
        if named is None:
            return StepKind.WEEKEND, said("Weekend")
        return StepKind.HOLIDAY, said("Day off: {name}", name=shown_name(named.name))


def _paused(pause: Pause) -> Said:
    return said("Paused: {reason}", reason=pause.reason or "—")
