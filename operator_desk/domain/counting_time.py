"""What counting goes by: pauses, extensions, the local day and its working time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from operator_desk.domain import times
from operator_desk.domain.limit_rules import LimitUnit
from operator_desk.domain.working_days import Calendar, is_working

DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)
_SIZE = {
    LimitUnit.MINUTES: timedelta(minutes=1),
    LimitUnit.HOURS: timedelta(hours=1),
    LimitUnit.WORKING_HOURS: timedelta(hours=1),
}
_LAST_YEAR = 9990
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Pause:
    """A limit stood still; `end` None: it still does. `reason` in words, for "why this date"."""

    start: datetime
    end: datetime | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """A limit was extended by an amount, or to an instant; never shortened."""

    granted_at: datetime
    amount: int = 0
    unit: LimitUnit | None = None
    until: datetime | None = None


class OpenPauseError(Exception):
    """The limit stands still and has no date; stays inside the counting."""

    def __init__(self, pause: Pause) -> None:
        super().__init__(pause)
        self.pause = pause


class TooFarError(Exception):
    """The date lies beyond what a date can say; stays inside the counting."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of a limit: days (`days`, of which `own` are not by extension) or time (`span`).

    `until`: not before this instant, counted from `since`.
    """

    unit: LimitUnit
    days: int = 0
    own: int = 0
    span: timedelta = timedelta()
    extended: bool = False
    since: datetime | None = None
    until: datetime | None = None


class Counted(Protocol):
    """What of a limit says how long it is."""

    @property
    def amount(self) -> int: ...
    @property
    def unit(self) -> LimitUnit: ...
    @property
    def until(self) -> str: ...


def legs(limit: Counted, begin: datetime, extensions: Iterable[Extension]) -> list[Leg]:
    """A limit and its extensions, in the order they are counted in.

    Days are put together with days of the same kind; instants come last.
    """
    found = [_first(limit, begin)]
    ends = []
    for one in sorted(extensions, key=_order):
        if one.until is not None:
            ends.append(Leg(LimitUnit.HOURS, extended=True, since=one.granted_at, until=one.until))
        elif one.unit is not None and one.amount > 0:
            _extend(found, one.unit, one.amount)
    return found + ends


def _first(limit: Counted, begin: datetime) -> Leg:
    if limit.until:
        span = times.parse_instant(limit.until) - begin
        return Leg(LimitUnit.HOURS, span=max(span, timedelta()))
    if limit.unit in _SIZE:
        return Leg(limit.unit, span=limit.amount * _SIZE[limit.unit])
    return Leg(limit.unit, days=limit.amount, own=limit.amount)


def _extend(found: list[Leg], unit: LimitUnit, amount: int) -> None:
    if unit in _SIZE:
        found.append(Leg(unit, span=amount * _SIZE[unit], extended=True))
        return
    for place, leg in enumerate(found):
        if leg.unit is unit:
            found[place] = Leg(unit, days=leg.days + amount, own=leg.own, extended=leg.extended)
            return
    found.append(Leg(unit, days=amount, extended=True))


def _order(one: Extension) -> tuple[datetime, str, int, datetime]:
    return one.granted_at, one.unit or "", one.amount, one.until or one.granted_at


def merged(pauses: Iterable[Pause], begin: datetime) -> tuple[Pause, ...]:
    """The pauses after `begin` in order, cut so that none lies over another; empty ones go."""
    far = datetime.max.replace(tzinfo=UTC)
    found: list[Pause] = []
    for one in sorted(pauses, key=lambda one: (one.start, one.end or far, one.reason)):
        start = max(one.start, found[-1].end or far if found else begin, begin)
        if (one.end or far) > start:
            end = one.end and one.end.astimezone(UTC)
            found.append(Pause(start.astimezone(UTC), end, one.reason))
    return tuple(found)


@lru_cache(maxsize=64)
def spans_of(hours: str) -> tuple[tuple[time, time | None], ...]:
    """Working time of a day from `08:30-12:00,13:30-17:30`; None as an end is midnight."""
    found = []
    for span in filter(None, hours.split(",")):
        start, _, end = span.partition("-")
        last = None if end == "24:00" else time.fromisoformat(end)
        found.append((time.fromisoformat(start), last))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Frame:
    """Calendar, zone, working time and pauses of one counting; instants are UTC."""

    calendar: Calendar
    zone: ZoneInfo
    hours: str
    pauses: Sequence[Pause]
    roll: bool = True
    _spans: tuple[tuple[time, time | None], ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_spans", spans_of(self.hours))

    def day_of(self, at: datetime) -> date:
        """The local day of an instant."""
        return at.astimezone(self.zone).date()

    def day_before(self, at: datetime) -> date:
        """The local day that an end lies in: midnight is the end of the day before."""
        return self.day_of(at - _TICK)

    def at(self, day: date, clock: time) -> datetime:
        """The instant of a local time."""
        if day.year > _LAST_YEAR:
            raise TooFarError
        return datetime.combine(day, clock, tzinfo=self.zone).astimezone(UTC)

    def midnight(self, day: date) -> datetime:
        """The instant a local day begins."""
        return self.at(day, time())

    def spans(self, day: date) -> list[Stretch]:
        """The stretches of a working day that count."""
        if not self._spans:
            return [(self.midnight(day), self.midnight(day + DAY))]
        return [
            (self.at(day, start), self.at(day, end) if end else self.midnight(day + DAY))
            for start, end in self._spans
        ]

    def closing(self, day: date) -> datetime:
        """When a working day ends."""
        end = self._spans[-1][1] if self._spans else None
        return self.at(day, end) if end else self.midnight(day + DAY)

    def is_working(self, day: date) -> bool:
        """Whether a day is worked on. MissingYearError: its year is not known."""
        return is_working(self.calendar, day)

    def pause_on(self, day: date, unit: LimitUnit) -> Pause | None:
        """The pause for which a day does not count; OpenPauseError when it has not ended.

        Only whole days count (Civil Code, article 201): a day on which the limit stood still
        for a while, in working time, does not.
        """
        if not self.pauses or self.pauses[0].start >= self.midnight(day + DAY):
            return None
        whole = [(self.midnight(day), self.midnight(day + DAY))]
        for start, end in self.spans(day) if unit is LimitUnit.WORKING_DAYS else whole:
            for pause in self.pauses:
                if pause.start < end and (pause.end is None or pause.end > start):
                    if pause.end is None:
                        raise OpenPauseError(pause)
                    return pause
        return None
