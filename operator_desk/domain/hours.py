"""Opening hours as centres write them: read where that is certain, else not computable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from operator_desk.domain.hours_text import Kind, Token, tokens

DAY = 1440  # minutes
_ALL_DAYS = frozenset(range(7))
_WEEKDAYS = frozenset(range(5))
_EVENING = 17 * 60  # only what begins so late may end on the next day without saying so


class Opening(StrEnum):
    """Whether somebody answers at an instant."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Caveat(StrEnum):
    """What the answer leaves out: public holidays, or that the text names no days."""

    NONE = "none"
    HOLIDAYS = "holidays"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Span:
    """Open on these days of the week (0 is Monday), in minutes of the day; an end over 1440 lies
    in the next day."""

    days: frozenset[int]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hours:
    """What a text of opening hours says. `named`: it says on which days."""

    spans: tuple[Span, ...]
    named: bool = True
    all_year: bool = False  # the text says that holidays make no difference

    @property
    def always(self) -> bool:
        """Whether it never closes."""
        whole = [span for span in self.spans if (span.start, span.end) == (0, DAY)]
        return any(span.days == _ALL_DAYS for span in whole)

    @property
    def caveat(self) -> Caveat:
        """What no answer about these hours can take into account."""
        if not self.named:
            return Caveat.DAYS
        every_day = all(span.days == _ALL_DAYS for span in self.spans)
        return Caveat.NONE if every_day or self.all_year else Caveat.HOLIDAYS


@dataclass(frozen=True, slots=True)
class State:
    """The answer for an instant: `until` when it closes, `opens` when it opens next (local)."""

    opening: Opening
    until: datetime | None = None
    opens: datetime | None = None
    caveat: Caveat = Caveat.NONE


UNKNOWN = State(Opening.UNKNOWN)


def state(text: str, at: datetime, zone: ZoneInfo) -> State:
    """What a text of opening hours says of an instant; a text not understood is UNKNOWN.

    Holidays are not looked at: `caveat` says so where the days of the week decide.
    """
    hours = parse(text)
    local = at.astimezone(zone)
    if hours is None or (not hours.named and local.weekday() not in _WEEKDAYS):
        return UNKNOWN
    if hours.always:
        return State(Opening.OPEN)
    now = next((end for start, end in _periods(hours, local) if start <= local < end), None)
    if now is not None:
        return State(Opening.OPEN, until=now, caveat=hours.caveat)
    after = [start for start, _end in _periods(hours, local) if start > local]
    if not hours.named:  # whether it opens on a Saturday nobody knows
        after = [start for start in after if start.date() == local.date()]
    return State(Opening.CLOSED, opens=min(after, default=None), caveat=hours.caveat)


def _periods(hours: Hours, local: datetime) -> Iterator[tuple[datetime, datetime]]:
    """When it is open, from yesterday to this day in a week; what touches is one period."""
    found = []
    for ahead in range(-1, 9):
        day = local.date() + timedelta(days=ahead)
        spans = [span for span in hours.spans if day.weekday() in span.days]
        found += [(_instant(day, s.start, local), _instant(day, s.end, local)) for s in spans]
    found.sort()
    while found:
        start, end = found.pop(0)
        while found and found[0][0] <= end:
            end = max(end, found.pop(0)[1])
        yield start, end


def _instant(day: date, minute: int, local: datetime) -> datetime:
    whole, rest = divmod(minute, DAY)
    clock = time(rest // 60, rest % 60, tzinfo=local.tzinfo)
    return datetime.combine(day + timedelta(days=whole), clock)


def parse(text: str) -> Hours | None:
    """The opening hours that a text states; None where it is not certain what it states."""
    found = tokens(text)
    if found is None:
        return None
    reading = _Reading()
    for token in found:
        if not reading.take(token):
            return None
    return reading.hours()


class _Reading:
    """Reads tokens in turn: days hold for the times after them, until other days are named."""

    def __init__(self) -> None:
        self._days: frozenset[int] | None = None
        self._used = True  # the days named last have got their times
        self._spans: list[Span] = []
        self._closed: set[int] = set()
        self._named = self._all_year = False

    def take(self, token: Token) -> bool:
        """Takes a token; False where it makes the text uncertain."""
        if token.kind is Kind.DAYS:
            return self._take_days(token.days)
        if token.kind is Kind.CLOSED:
            return self._take_closed()
        if token.kind is Kind.ALL_YEAR:
            self._all_year = True
            return True
        if token.kind is Kind.BREAK:
            return True
        return self._take_span(token)

    def _take_days(self, days: frozenset[int]) -> bool:
        self._named = True
        self._days = days if self._used or self._days is None else self._days | days
        self._used = False
        return True

    def _take_closed(self) -> bool:
        if self._days is None or self._used:
            return False
        self._closed |= self._days
        self._days, self._used = None, True
        return True

    def _take_span(self, token: Token) -> bool:
        days = self._days if self._days is not None else _ALL_DAYS
        if not token.next_day and not _believable(token.start, token.end):
            return False
        end = token.end + (DAY if token.end <= token.start else 0)
        fresh = Span(days, token.start, end)
        if self._used and self._spans and self._spans[-1].end > fresh.start:
            return False  # 9-12, 2-5: said without saying that it is the afternoon
        if any(one.days & days and _overlap(one, fresh) for one in self._spans):
            return False  # the text contradicts itself
        self._spans.append(fresh)
        self._used = True
        return True

    def hours(self) -> Hours | None:
        """What was read; None when days stand without times, or there is no time at all."""
        spans = self._spans
        if not self._used:  # 9am-5pm Mon-Fri: the days may come last when no others came before
            if any(span.days != _ALL_DAYS for span in spans):
                return None
            spans = [replace(span, days=self._days or _ALL_DAYS) for span in spans]
        open_ = [replace(span, days=span.days - self._closed) for span in spans]
        open_ = [span for span in open_ if span.days]
        whole = all((span.start, span.end) == (0, DAY) for span in open_)
        named = self._named or whole or self._all_year
        return Hours(tuple(open_), named, self._all_year) if open_ else None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _believable(start: int, end: int) -> bool:
    """Whether nobody would mean another half of the day: 2-5 may be the afternoon."""
    if start == end:
        return False
    return start >= _EVENING if end < start else start == 0 or start >= 5 * 60
