"""Working days of years that need no import: China's by a library, those of the US by rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from operator_desk.domain.working_days import Calendar, WorkingYear


@dataclass(slots=True)
class NoYears:
    """The calendar of a profile that knows imported years only."""

    def year(self, year: int) -> WorkingYear | None:
        """None for every year."""
        del year
        return None


@dataclass(slots=True)
class Kept:
    """A calendar that makes each year once."""

    below: Calendar
    _made: dict[int, WorkingYear | None] = field(default_factory=dict)

    def year(self, year: int) -> WorkingYear | None:
        """The year, made at its first asking."""
        if year not in self._made:
            self._made[year] = self.below.year(year)
        return self._made[year]


def calendar(name: str) -> Calendar:
    """The calendar that a profile names: `china`, `us_federal` or `imported`."""
    if name == "china":
        from operator_desk.calendars.china import China

        return Kept(China())
    if name == "us_federal":
        from operator_desk.calendars.us_federal import UsFederal

        return Kept(UsFederal())
    return NoYears()
