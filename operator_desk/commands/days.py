"""Days on the command line: YYYY-MM-DD."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from operator_desk.commands.asked import Asked


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from 8.5 on
    """A day, such as 2026-11-23."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> date:
        """The day of a text; wrong usage for anything else."""
        try:
            # Other spellings of ISO 8601 (20261123, 2026-W48) are not taken.
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or day.isoformat() != value:
            asked = context.ensure_object(Asked) if context else Asked()
            text = "{value} is not a day such as 2026-11-23."
            self.fail(asked.say(text, value=value), param, context)
        return day


DAY = Day()
