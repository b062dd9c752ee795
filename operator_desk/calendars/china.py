"""China's working days as the State Council orders them each year, from `chinesecalendar`."""

from __future__ import annotations

from operator_desk.domain.working_days import SpecialDay, WorkingYear, working_year

LIBRARY = "chinesecalendar"


class China:
    """The years that the library knows; it must be renewed, or a year imported, every winter."""

    def year(self, year: int) -> WorkingYear | None:
        """A year with its days off and its moved working days; None: not in the library."""
        import chinese_calendar  # a start of the window does without
        from chinese_calendar.constants import Holiday, holidays, workdays

        if all(day.year != year for day in holidays):
            return None
        names = {one.value: one.chinese for one in Holiday}
        special = [
            SpecialDay(day, names.get(name, name), off)
            for days, off in ((holidays, True), (workdays, False))
            for day, name in days.items()
            if day.year == year
        ]
        return working_year(year, special, f"{LIBRARY} {chinese_calendar.__version__}")
