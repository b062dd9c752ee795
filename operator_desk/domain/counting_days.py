"""The date a limit gives, by arithmetic: no steps, a few microseconds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from operator_desk.domain.counting_time import DAY, Frame, Leg, OpenPauseError, Pause
from operator_desk.domain.limit_rules import LimitUnit
from operator_desk.domain.working_days import nth_working_day


def end(frame: Frame, begin: datetime, legs: Sequence[Leg]) -> datetime:
    """The first instant that is late.

    MissingYearError, OpenPauseError, TooFarError: there is none.
    """
    at = begin
    for place, leg in enumerate(legs):
        if leg.until is not None and leg.since is not None:
            at = max(at, elapsed(frame, leg.since, leg.until - leg.since))
        elif leg.unit is LimitUnit.WORKING_HOURS:
            at = working_time(frame, at, leg.span)
        elif not leg.days:
            at = elapsed(frame, at, leg.span)
        else:
            start = frame.day_before(at) if place else frame.day_of(at)
            at = _days(frame, start, leg)
    return at


def elapsed(frame: Frame, begin: datetime, span: timedelta) -> datetime:
    """When time that runs on without working hours is used up, pauses left out."""
    at, left = begin, span
    for pause in frame.pauses:
        if pause.start >= at + left:
            break
        if pause.end is not None and pause.end <= at:
            continue
        left -= max(pause.start - at, timedelta())
        if pause.end is None:
            raise OpenPauseError(pause)
        at = pause.end
    return at + left


def working_time(frame: Frame, begin: datetime, span: timedelta) -> datetime:
    """When working time is used up, pauses left out."""
    day, left = frame.day_of(begin), span
    while True:
        if frame.is_working(day):
            for start, stop in frame.spans(day):
                if stop <= begin:
                    continue
                long = running(frame.pauses, max(start, begin), stop)
                if left <= long:
                    return elapsed(frame, max(start, begin), left)
                left -= long
        _check_open(frame, day)
        day += DAY


def _check_open(frame: Frame, day: date) -> None:
    """OpenPauseError when a pause without end has begun by the end of a day."""
    pause = frame.pauses[-1] if frame.pauses else None
    if pause and pause.end is None and pause.start < frame.midnight(day + DAY):
        raise OpenPauseError(pause)


def running(pauses: Sequence[Pause], start: datetime, stop: datetime) -> timedelta:
    """How long a stretch is without its pauses."""
    if stop <= start:
        return timedelta()
    long = stop - start
    for pause in pauses:
        last = stop if pause.end is None else min(pause.end, stop)
        long -= max(last - max(pause.start, start), timedelta())
    return long


def _days(frame: Frame, start: date, leg: Leg) -> datetime:
    """The end of the last day; the day of the start is not counted."""
    working = leg.unit is LimitUnit.WORKING_DAYS
    if frame.pauses:
        return _slowly(frame, start, leg)
    if working:
        return frame.closing(nth_working_day(frame.calendar, start + DAY, leg.days))
    day = start + leg.days * DAY
    return _rolled(frame, day) if frame.roll else frame.midnight(day + DAY)


def _slowly(frame: Frame, start: date, leg: Leg) -> datetime:
    """As `_days`, where some days may be paused."""
    day, left = start, leg.days
    while left:
        day += DAY
        if leg.unit is LimitUnit.WORKING_DAYS and not frame.is_working(day):
            continue
        left -= frame.pause_on(day, leg.unit) is None
    if leg.unit is LimitUnit.WORKING_DAYS:
        return frame.closing(day)
    return _rolled(frame, day) if frame.roll else frame.midnight(day + DAY)


def _rolled(frame: Frame, day: date) -> datetime:
    """The end of a day, or of the next one that is worked on and not paused."""
    while not frame.is_working(day) or frame.pause_on(day, LimitUnit.DAYS) is not None:
        day += DAY
    return frame.closing(day)
