"""Working days of whole years: which days are worked on, and why one is off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that a year's calendar names: off, or worked on though it is not Mon–Fri."""

    day: date
    name: str
    off: bool


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """One year; days that are not named are ordinary, Monday to Friday. Made by `working_year`.

    `origin` says where it is from; `working` are the ordinals of the days worked on, in order.
    """

    year: int
    special: tuple[SpecialDay, ...]
    origin: str
    working: tuple[int, ...] = field(repr=False, compare=False)
    _named: Mapping[date, SpecialDay] = field(repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether a day of the year is worked on."""
        named = self._named.get(day)
        return not named.off if named else day.weekday() < _WEEKEND

    def named(self, day: date) -> SpecialDay | None:
        """What the calendar says of a day; None: an ordinary one."""
        return self._named.get(day)

    def moved(self) -> tuple[SpecialDay, ...]:
        """Weekend days that are worked on, for days off elsewhere."""
        return tuple(one for one in self.special if not one.off and one.day.weekday() >= _WEEKEND)


class Calendar(Protocol):
    """Working years by number; None: the year is not known, nothing can be computed with it."""

    def year(self, year: int) -> WorkingYear | None: ...


class MissingYearError(Exception):
    """A year whose working days nobody has given; stays inside the counting."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


def working_year(year: int, special: Iterable[SpecialDay], origin: str) -> WorkingYear:
    """The year of the days that are named, all of that year and each at most once."""
    days = tuple(sorted(special, key=lambda one: one.day))
    named = {one.day: one for one in days}
    working = tuple(
        day.toordinal()
        for day in _days_of(year)
        if (not named[day].off if day in named else day.weekday() < _WEEKEND)
    )
    return WorkingYear(year, days, origin, working, named)


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        if day == date.max:
            return
        day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Years:
    """A calendar of years that are at hand, over another one for all others."""

    at_hand: Mapping[int, WorkingYear]
    below: Calendar | None = None

    def year(self, year: int) -> WorkingYear | None:
        """The year at hand, else that of the calendar below."""
        found = self.at_hand.get(year)
        if found is None and self.below is not None:
            return self.below.year(year)
        return found


def known(calendar: Calendar, day: date) -> WorkingYear:
    """The year of a day. MissingYearError: nobody has given it."""
    found = calendar.year(day.year)
    if found is None:
        raise MissingYearError(day.year)
    return found


def is_working(calendar: Calendar, day: date) -> bool:
    """Whether a day is worked on. MissingYearError: its year is not known."""
    return known(calendar, day).is_working(day)


def nth_working_day(calendar: Calendar, first: date, n: int) -> date:
    """The n-th working day (from 1) on or after a day. MissingYearError: a year is not known."""
    year = known(calendar, first)
    place = bisect_left(year.working, first.toordinal())
    while place + n > len(year.working):
        n -= len(year.working) - place
        year, place = known(calendar, date(year.year + 1, 1, 1)), 0
    return date.fromordinal(year.working[place + n - 1])
