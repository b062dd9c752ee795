"""Federal holidays of the United States, by rule: 5 U.S.C. 6103."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from operator_desk.domain.working_days import SpecialDay, WorkingYear, working_year

ORIGIN = "5 U.S.C. 6103"
_FIRST, _LAST = 2004, 2199
_JUNETEENTH_SINCE = 2021
_MON, _THU, _SAT, _SUN = 0, 3, 5, 6
_DAY = timedelta(days=1)


class UsFederal:
    """The years for which the rule of today holds; Juneteenth since 2021."""

    def year(self, year: int) -> WorkingYear | None:
        """A year with its days off; None before 2004."""
        if not _FIRST <= year <= _LAST:
            return None
        special = {}
        for around in (year, year + 1):  # New Year's Day may be observed in December
            for day, name in _holidays(around):
                for off in {day, _observed(day)}:
                    if off.year == year:
                        special[off] = SpecialDay(off, name, True)
        return working_year(year, special.values(), ORIGIN)


def _holidays(year: int) -> Iterator[tuple[date, str]]:
    yield date(year, 1, 1), "New Year's Day"
    yield _nth(year, 1, _MON, 3), "Birthday of Martin Luther King, Jr."
    yield _nth(year, 2, _MON, 3), "Washington's Birthday"
    yield _nth(year, 6, _MON, 1) - 7 * _DAY, "Memorial Day"
    if year >= _JUNETEENTH_SINCE:
        yield date(year, 6, 19), "Juneteenth"
    yield date(year, 7, 4), "Independence Day"
    yield _nth(year, 9, _MON, 1), "Labor Day"
    yield _nth(year, 10, _MON, 2), "Columbus Day"
    yield date(year, 11, 11), "Veterans Day"
    yield _nth(year, 11, _THU, 4), "Thanksgiving Day"
    yield date(year, 12, 25), "Christmas Day"


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    return first + _DAY * ((weekday - first.weekday()) % 7 + 7 * (n - 1))


def _observed(day: date) -> date:
    """The working day that is off for a holiday at a weekend."""
    if day.weekday() == _SAT:
        return day - _DAY
    return day + _DAY if day.weekday() == _SUN else day
