"""Years of working days as a file states them: whole years, checked before they are taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from operator_desk.domain.errors import UserError
from operator_desk.domain.working_days import SpecialDay, WorkingYear, working_year

# No calendar of a whole year names fewer days off: a file with fewer holds only what a notice
# says of the turn of the year.
_LEAST_OFF = 5
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class GivenYear:
    """One year of a file: the days that are not ordinary, in order."""

    year: int
    days: tuple[SpecialDay, ...]

    def made(self, origin: str) -> WorkingYear:
        """The year for counting."""
        return working_year(self.year, self.days, origin)


def given_years(days: Iterable[SpecialDay]) -> list[GivenYear]:
    """The years that days belong to, in order. UserError: one is plainly not a whole year."""
    by_year: dict[int, list[SpecialDay]] = {}
    for one in sorted(days, key=lambda one: one.day):
        by_year.setdefault(one.day.year, []).append(one)
    return [_whole(GivenYear(year, tuple(found))) for year, found in sorted(by_year.items())]


def _whole(given: GivenYear) -> GivenYear:
    first = date(given.year, 1, 1)
    off = sum(one.off for one in given.days)
    if off < _LEAST_OFF or given.made("").is_working(first):
        raise UserError(
            "{year} is not stated as a whole year: the file names {n} days off. Days not named are "
            "taken for ordinary ones.",
            year=given.year,
            n=off,
        )
    return given


def differing(one: WorkingYear, other: WorkingYear) -> list[date]:
    """The days that are worked on in one and off in the other, of the same year."""
    apart = set(one.working) ^ set(other.working)
    return [date.fromordinal(day) for day in sorted(apart)]


def some_of(days: list[date]) -> str:
    """A few days for a sentence."""
    text = ", ".join(day.isoformat() for day in days[:_SHOWN])
    return f"{text}, …" if len(days) > _SHOWN else text


def days_to_json(given: GivenYear) -> tuple[dict[str, Any], ...]:
    """The days as a stored fact keeps them: objects `date`, `name`, `off`."""
    return tuple(
        {"date": one.day.isoformat(), "name": one.name, "off": one.off} for one in given.days
    )


def days_from_json(year: int, days: Iterable[Mapping[str, Any]]) -> GivenYear:
    """What `days_to_json` made."""
    found = (SpecialDay(date.fromisoformat(one["date"]), one["name"], one["off"]) for one in days)
    return GivenYear(year, tuple(found))
