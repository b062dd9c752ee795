"""Whose time it was: time by holder, and one sentence why a ticket was late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from operator_desk.domain.counting_days import running
from operator_desk.domain.counting_time import DAY, Frame, Pause, merged
from operator_desk.domain.limit_rules import LimitOf, LimitUnit
from operator_desk.domain.limits import FixedLimit
from operator_desk.domain.said import Said, said
from operator_desk.domain.working_days import Calendar, MissingYearError

_WORKING = (LimitUnit.WORKING_HOURS, LimitUnit.WORKING_DAYS)


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch in which a ticket lay with somebody: a unit's name, or the centre."""

    holder: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Share:
    """The time of one holder: `seconds` that count for the limit."""

    holder: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A step as it went: who had it, what it was, from when to when, and when it was due."""

    holder: str
    what: LimitOf
    start: datetime
    end: datetime
    due: datetime | None


@dataclass(frozen=True, slots=True)
class WhyLate:
    """Why a ticket was late; `over_s` is what the stage took beyond its own limit, 0: nothing."""

    holder: str
    what: LimitOf
    late_s: int
    over_s: int
    paused_s: int
    returned: int
    sentence: Said


_STEPS = {
    LimitOf.CALLER: said("to answer it"),
    LimitOf.HOLDER: said("to handle it"),
    LimitOf.DISPATCH: said("to dispatch it"),
    LimitOf.SIGN: said("to sign it"),
    LimitOf.RETURN: said("to return it"),
    LimitOf.RETURN_COMPLEX: said("to return it"),
    LimitOf.EXTENSION: said("to extend it"),
    LimitOf.REWORK: said("to rework it"),
    LimitOf.FOLLOW_UP: said("to call the caller"),
    LimitOf.SILENCE: said("to call the caller"),
}


def used(
    fixed: FixedLimit,
    begin: datetime,
    end: datetime,
    calendar: Calendar,
    zone: ZoneInfo,
    pauses: Sequence[Pause] = (),
) -> int | None:
    """Seconds between two instants that count for a limit: of working days and hours only
    working time, of others all; pauses never. None: a year is not known.
    """
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    frame = Frame(calendar, zone, fixed.hours, merged(pauses, begin))
    try:
        return _whole(_used(frame, begin, end, working=fixed.unit in _WORKING))
    except MissingYearError:
        return None


def by_holder(
    held: Sequence[Held],
    fixed: FixedLimit,
    calendar: Calendar,
    zone: ZoneInfo,
    pauses: Sequence[Pause] = (),
) -> tuple[Share, ...] | None:
    """The time of each holder, in the order in which they came.

    The stretches follow one another without gaps; the shares add up to what `used` gives from
    the first to the last, to the second. None: a year is not known.
    """
    shares: dict[str, int] = {}
    before = 0
    for one in held:
        until = used(fixed, held[0].start, one.end, calendar, zone, pauses)
        if until is None:
            return None
        shares[one.holder] = shares.get(one.holder, 0) + until - before
        before = until
    return tuple(Share(holder, seconds) for holder, seconds in shares.items())


def why_late(
    due: datetime,
    ended: datetime,
    stages: Sequence[Stage],
    pauses: Sequence[Pause] = (),
    returned: int = 0,
) -> WhyLate | None:
    """Who and what took most beyond its own limit; None: it was not late, or there is no stage.

    `ended` is when it was answered, or now. Where every stage kept its limit, the longest one is
    named. Times are of the clock, not of working days.
    """
    if ended < due or not stages:
        return None
    begin = min(stage.start for stage in stages)
    most = max(stages, key=lambda stage: (_over(stage), stage.end - stage.start))
    paused = ended - begin - running(merged(pauses, begin), begin, ended)
    late, over = _whole(ended - due), _whole(_over(most))
    step = _STEPS[most.what]
    if over:
        cause = said(
            "{holder} took {over} more than its limit {step}",
            holder=most.holder, over=duration(over), step=step,
        )  # fmt: skip
    else:
        cause = said(
            "every step kept its limit; {holder} took longest {step}",
            holder=most.holder, step=step,
        )  # fmt: skip
    sentence = said(
        "Late by {late}: {cause}; {paused}, {returned}.",
        late=duration(late),
        cause=cause,
        paused=said("paused for {time}", time=duration(_whole(paused)))
        if paused
        else said("never paused"),
        returned=_returned(returned),
    )
    return WhyLate(most.holder, most.what, late, over, _whole(paused), returned, sentence)


def duration(seconds: int) -> Said:
    """A length of time in its two largest units."""
    minutes = seconds // 60
    if not minutes:
        return said("less than a minute")
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return said("{d} d {h} h", d=days, h=hours) if hours else said("{d} d", d=days)
    if hours:
        return said("{h} h {m} min", h=hours, m=minutes) if minutes else said("{h} h", h=hours)
    return said("{m} min", m=minutes)


def _returned(times: int) -> Said:
    if times == 1:
        return said("returned once")
    return said("returned {n} times", n=times) if times else said("never returned")


def _over(stage: Stage) -> timedelta:
    if stage.due is None:
        return timedelta()
    return max(stage.end - max(stage.due, stage.start), timedelta())


def _used(frame: Frame, begin: datetime, end: datetime, *, working: bool) -> timedelta:
    if not working:
        return running(frame.pauses, begin, end)
    day, found = frame.day_of(begin), timedelta()
    while frame.midnight(day) < end:
        if frame.is_working(day):
            for start, stop in frame.spans(day):
                found += running(frame.pauses, max(start, begin), min(stop, end))
        day += DAY
    return found


def _whole(time: timedelta) -> int:
    return time // timedelta(seconds=1)
